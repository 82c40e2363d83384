import type { Program } from '@laurel/engine';
import type { Scenario } from '@laurel/engine/scenario';
import { parse } from './1-parse/parse.ts';
import type { Tree } from './1-parse/tree.ts';
import { check } from './2-check/check.ts';
import { lowerExamples } from './3-lower/example.ts';
import { lower } from './3-lower/lower.ts';
import { prove } from './4-prove/prove.ts';
import type { Problem } from './problem.ts';
import type { Language, Source } from './text.ts';

/** What becomes of a file: a program where nothing is wrong, and in any case the tree and every problem. */
export interface Compiled {
  /** Null while the file has an error. Warnings leave it. */
  readonly program: Program | null;
  /** The file's own examples, ready to run. */
  readonly examples: readonly Scenario[];
  /** In the order of the text. */
  readonly problems: readonly Problem[];
  readonly tree: Tree;
  readonly language: Language;
}

/** Text to Program, phase by phase. Never throws on what a user wrote. */
export function compile(source: Source): Compiled {
  const { tree, problems: unread } = parse(source.text);
  const { model, problems: unsound } = check(tree);
  const { language } = tree;
  // Of a file that was not read to its end, nobody can say what it lacks.
  const early = inOrder(unread.some(isCutOff) ? unread : [...unread, ...unsound]);
  if (early.some(isError)) return { program: null, examples: [], problems: early, tree, language };
  const program = lower(model, source.text);
  const { examples, problems: unclear } = lowerExamples(model, program);
  const problems = inOrder([...early, ...unclear, ...prove(program, model, examples)]);
  return { program: problems.some(isError) ? null : program, examples, problems, tree, language };
}

function isCutOff(problem: Problem): boolean {
  return problem.code === 'too-long' && (problem.params.what === 'file' || problem.params.what === 'problems');
}

function isError(problem: Problem): boolean {
  return problem.severity === 'error';
}

function inOrder(problems: readonly Problem[]): Problem[] {
  return [...problems].sort((a, b) => a.spans[0].span.start - b.spans[0].span.start);
}
