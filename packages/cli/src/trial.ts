import { load, type Program } from '@laurel/engine';
import { type Finding, type Misfit, readScenario, renamed, runScenario, type Scenario } from '@laurel/engine/scenario';
import { type Compiled, compile, type Problem, renaming } from '@laurel/language';
import { readSource, readText, type SourceFile } from './files.ts';
import type { Suite } from './suite.ts';
import { readYaml } from './yaml.ts';

/** What came of testing a suite: one trial for each of its program's files. */
export interface Trial {
  readonly file: SourceFile;
  readonly language: Compiled['language'];
  /** Null: the file has no program, so nothing could be run. */
  readonly program: Program | null;
  readonly problems: readonly Problem[];
  /** Why this twin is not the first file's program in other words; null: it is, or it is the first. */
  readonly difference: string | null;
  readonly results: readonly Result[];
  /** The rules that acted in no example and no scenario. */
  readonly neverActed: readonly string[];
}

/** What came of one scenario or example. */
export interface Result {
  /** The scenario's file; null: an example of the program's own. */
  readonly path: string | null;
  readonly name: string;
  readonly cites: readonly string[];
  readonly ok: boolean;
  readonly findings: readonly Finding[];
  /** What could not be read, so that nothing was run. */
  readonly misfits: readonly Misfit[];
}

/** A scenario as its file has it, not held against any program yet. */
interface Draft {
  readonly path: string;
  readonly value: unknown;
  readonly unreadable: string | null;
}

/** Tests every file of a suite: its own examples, then the scenarios, in the names of that file. */
export async function trialsOf(suite: Suite): Promise<Trial[]> {
  const drafts = (await Promise.all(suite.scenarios.map(draftsIn))).flat();
  const [main, ...twins] = await Promise.all(suite.programs.map(readSource));
  if (main === undefined) return [];
  const trial = trialOf(main, drafts, null);
  // Without the program in whose names the scenarios are written, a twin has its examples alone.
  const { program } = trial;
  return [trial, ...twins.map((twin) => trialOf(twin, program === null ? [] : drafts, program))];
}

async function draftsIn(path: string): Promise<Draft[]> {
  const reading = readYaml(await readText(path));
  if (!reading.ok) return [{ path, value: null, unreadable: reading.reason }];
  return reading.values.map((value) => ({ path, value, unreadable: null }));
}

/** @param first the program in whose names the scenarios are written; null: this file's own */
function trialOf(file: SourceFile, drafts: readonly Draft[], first: Program | null): Trial {
  const { program, problems, examples, language } = compile({ name: file.path, text: file.text });
  const nothing = { file, language, program, problems, difference: null, results: [], neverActed: [] };
  if (program === null) return nothing;
  const twin = first === null ? null : renaming(first, program);
  if (twin !== null && !twin.ok) return { ...nothing, difference: twin.difference };
  const names = twin?.names ?? new Map<string, string>();

  const engine = load([program]);
  const acted = new Set<string>();
  const run = (path: string | null, scenario: Scenario): Result => {
    const { ok, findings, acted: rules } = runScenario(engine, scenario);
    for (const rule of rules) acted.add(rule);
    return { path, name: scenario.name, cites: scenario.cites, ok, findings, misfits: [] };
  };
  const results = [
    ...examples.map((example) => run(null, example)),
    ...drafts.map((draft) => {
      const scenario = read(draft, first ?? program);
      return 'misfits' in scenario ? scenario : run(draft.path, renamed(scenario, names));
    }),
  ];
  const neverActed = program.rules.map((rule) => rule.name).filter((name) => !acted.has(name));
  return { ...nothing, results, neverActed };
}

function read({ path, value, unreadable }: Draft, program: Program): Scenario | Result {
  const unread = (misfits: readonly Misfit[]): Result => {
    return { path, name: nameIn(value) ?? path, cites: [], ok: false, findings: [], misfits };
  };
  if (unreadable !== null) return unread([{ path: '', reason: unreadable }]);
  const reading = readScenario(value, program);
  return reading.ok ? reading.value : unread(reading.misfits);
}

function nameIn(value: unknown): string | null {
  if (typeof value !== 'object' || value === null || !('scenario' in value)) return null;
  return typeof value.scenario === 'string' ? value.scenario : null;
}
