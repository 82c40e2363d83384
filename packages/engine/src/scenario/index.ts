/** Scenarios: a member, a dated history, and what must come out. */

export type { AmountReading } from './amount.ts';
export type { Misfit } from './place.ts';
export type { ScenarioReading } from './read.ts';
export { readScenario } from './read.ts';
export type { Finding, ScenarioRun } from './run.ts';
export { runScenario } from './run.ts';
export type { Expectation, ExpectedEntry, Scenario, ScenarioStep } from './scenario.ts';
export { renamed } from './scenario.ts';
