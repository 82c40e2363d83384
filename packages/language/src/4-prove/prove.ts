import type { Program } from '@laurel/engine';
import type { Scenario } from '@laurel/engine/scenario';
import type { Model } from '../2-check/model.ts';
import { stackingOf } from '../3-lower/lower.ts';
import type { Problem } from '../problem.ts';
import { proveExamples } from './examples.ts';
import { proveExpiry } from './expiry.ts';
import { proveStacking } from './stacking.ts';

/** What only the evaluator can tell: rules that meet, shown on a purchase, points that nobody can use, and the file's own examples. */
export function prove(program: Program, model: Model, examples: readonly Scenario[]): Problem[] {
  const conflicts = stackingOf(model) === null ? proveStacking(program, model) : [];
  const found = [...conflicts, ...proveExpiry(program, model)];
  return found.some(({ severity }) => severity === 'error')
    ? found
    : [...found, ...proveExamples(program, model, examples)];
}
