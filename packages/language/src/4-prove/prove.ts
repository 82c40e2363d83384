import type { Program } from '@laurel/engine';
import type { Scenario } from '@laurel/engine/scenario';
import type { Model } from '../2-check/model.ts';
import { stackingOf } from '../3-lower/lower.ts';
import type { Problem } from '../problem.ts';
import { proveExamples } from './examples.ts';
import { proveStacking } from './stacking.ts';

/** What only the evaluator can tell: rules that meet, shown on a purchase, and the file's own examples. */
export function prove(program: Program, model: Model, examples: readonly Scenario[]): Problem[] {
  const conflicts = stackingOf(model) === null ? proveStacking(program, model) : [];
  return conflicts.length > 0 ? conflicts : proveExamples(program, model, examples);
}
