import { load, type Program } from '@laurel/engine';
import { runScenario, type Scenario } from '@laurel/engine/scenario';
import type { Model } from '../2-check/model.ts';
import { type Problem, problem } from '../problem.ts';

/** Runs the file's examples; one that does not come out is a warning at its first expectation that fails. */
export function proveExamples(program: Program, model: Model, examples: readonly Scenario[]): Problem[] {
  if (examples.length === 0) return [];
  const engine = load([program]);
  return examples.flatMap((example) => {
    const failed = runScenario(engine, example).findings.find((finding) => !finding.ok);
    const part = model.example.find(({ name }) => name === example.name);
    if (failed === undefined || part === undefined) return [];
    const { what, expected, actual } = failed;
    const params = { example: example.name, what, currency: program.currency.code, expected, actual };
    return [problem('example-fails', part.section.headerLine.span, params, { severity: 'warning' })];
  });
}
