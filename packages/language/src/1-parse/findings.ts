import { type Problem, problem } from '../problem.ts';

export const MOST_PROBLEMS = 200;
/** Looking for the nearest sentence takes time; nobody reads the hundredth suggestion. */
const MOST_REPAIRS = 30;

/** The problems of a file, in the order of the text, as many as anyone would read. */
export interface Findings {
  report(found: Problem): void;
  /** Whether the next problem is still worth a suggestion. */
  mayRepair(): boolean;
  /** Whether so much is wrong that the rest of the file is better left unread. */
  isFull(): boolean;
  all(): readonly Problem[];
}

export function findings(): Findings {
  const found: Problem[] = [];
  return {
    report(one) {
      if (found.length < MOST_PROBLEMS) found.push(one);
      else if (found.length === MOST_PROBLEMS) {
        found.push(problem('too-long', one.spans[0].span, { what: 'problems', most: MOST_PROBLEMS }));
      }
    },
    mayRepair: () => found.length < MOST_REPAIRS,
    isFull: () => found.length > MOST_PROBLEMS,
    all: () => found,
  };
}
