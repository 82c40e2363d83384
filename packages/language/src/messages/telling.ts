import type { Problem, ProblemCode } from '../problem.ts';

/** A problem in words: what is wrong, and (where there is more to say than the fix) the way out. */
export interface Prose {
  readonly message: string;
  readonly hint: string | null;
}

/** The words of one language, by what problems are about; each is an exhaustive switch in a file of its own. */
export interface Telling {
  reading(problem: ReadingProblem): Prose;
  section(problem: SectionProblem): Prose;
  value(problem: ValueProblem): Prose;
  meaning(problem: MeaningProblem): Prose;
}

type About<C extends ProblemCode> = Extract<Problem, { code: C }>;

/** A line that cannot be read, or not as it stands. */
export type ReadingProblem = About<
  | 'unreadable-sentence'
  | 'unreadable-section'
  | 'new-line-needed'
  | 'wrong-value'
  | 'outside-section'
  | 'unclosed-name'
  | 'hidden-character'
  | 'bad-zhe'
  | 'too-deep'
  | 'too-long'
  | 'wrong-language'
>;
/** Names, and what sections need or have too much of. */
export type SectionProblem = About<
  | 'unknown-name'
  | 'name-taken'
  | 'empty-name'
  | 'missing-section'
  | 'repeated-section'
  | 'missing-sentence'
  | 'repeated-sentence'
  | 'goods-in-a-circle'
  | 'which-expiry'
  | 'nothing-to-choose'
>;
/** A value that cannot be what it says. */
export type ValueProblem = About<
  | 'wrong-currency'
  | 'too-many-decimals'
  | 'no-such-date'
  | 'no-such-zone'
  | 'not-positive'
  | 'too-short-a-unit'
  | 'wrong-setting'
  | 'out-of-range'
  | 'range-reversed'
>;
/** What the program as a whole means. */
export type MeaningProblem = About<
  | 'amount-not-known-yet'
  | 'rate-or-full'
  | 'off-too-much'
  | 'not-such-a-fact'
  | 'no-such-event-fact'
  | 'needs-a-purchase'
  | 'award-on-a-purchase'
  | 'tiers-out-of-order'
  | 'not-for-tiers'
  | 'lapse-undone'
  | 'for-the-referrer'
  | 'stacking-needed'
  | 'expires-before-available'
  | 'example-unclear'
  | 'example-fails'
>;

export function say(message: string, hint: string | null = null): Prose {
  return { message, hint };
}
