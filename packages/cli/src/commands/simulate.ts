import type { Program, Settings } from '@laurel/engine';
import {
  type BadRow,
  compare,
  type Gathering,
  gather,
  type Histories,
  type Mapping,
  populate,
  readMapping,
  simulate as simulated,
} from '@laurel/engine/simulate';
import { compile, type Language, zoneTable } from '@laurel/language';
import cliProgress from 'cli-progress';
import { comparisonAsJson, comparisonShown } from '../comparing.ts';
import { visible } from '../display.ts';
import { readSource, readText } from '../files.ts';
import { readRows } from '../histories.ts';
import { type ExitCode, type Io, UsageError } from '../io.ts';
import { told } from '../report.ts';
import { settingsFrom, sweepFrom } from '../settings.ts';
import { generatedNote, type Recorded, type SourceOptions, sourceOf } from '../source.ts';
import { type Swept, sweepShown } from '../sweep.ts';
import { totalsAsJson, totalsShown } from '../totals.ts';
import { readYaml } from '../yaml.ts';

export interface SimulateOptions extends SourceOptions {
  /** Settings and what they are turned to, `Name=value`. */
  readonly set?: readonly string[];
  /** A setting and several values, `Name=2,3,4`: a line of sums for each. */
  readonly sweep?: string;
  /** Another program, to hold against this one on the same members. */
  readonly compare?: string;
  readonly json?: boolean;
}

/** What is played: the program, with its settings turned. */
interface Played {
  readonly program: Program;
  readonly language: Language;
  readonly settings: Settings;
}

/** `laurel simulate`: plays recorded or generated purchases through a program, and sums what it gives and costs. */
export async function simulate(path: string, options: SimulateOptions, io: Io): Promise<ExitCode> {
  const source = sourceOf(options);
  // What is wrong with the mapping is told before a program is read.
  const mapping = source.kind === 'recorded' ? await mappingIn(source.mapping) : null;
  const ours = await programIn(path, io);
  const theirs = options.compare === undefined ? ours : await programIn(options.compare, io);
  if (ours === null || theirs === null) return 1;
  const { program, language } = ours;
  const sweep = options.sweep === undefined ? null : sweepFrom(options.sweep, program, path);
  const played = { program, language, settings: settingsFrom(options.set ?? [], program, path) };
  const histories =
    source.kind === 'generated'
      ? populate(program, source.population)
      : mapping && (await historiesIn(source, mapping, program, io));
  if (histories === null) return 1;
  if (theirs !== ours) await comparedWith(played, theirs.program, histories, options, io);
  else if (sweep !== null) await swept(played, sweep, histories, options, io);
  else await summed(played, histories, options, io);
  if (source.kind === 'generated') io.err(generatedNote(source.population, language));
  return 0;
}

async function summed(
  { program, language, settings }: Played,
  histories: Histories,
  { json }: SimulateOptions,
  io: Io,
) {
  const totals = await withBar(io, histories.accounts.length, (onProgress) =>
    simulated([program], histories, { settings, onProgress }),
  );
  if (json === true) io.out(JSON.stringify(totalsAsJson(program, histories, totals), null, 2));
  else for (const line of totalsShown(program, histories, totals, language)) io.out(line);
}

async function comparedWith(
  { program, language, settings }: Played,
  other: Program,
  histories: Histories,
  { json }: SimulateOptions,
  io: Io,
) {
  if (other.currency.code !== program.currency.code) {
    const { code } = other.currency;
    throw new UsageError(`programs in two currencies, ${program.currency.code} and ${code}, cannot be compared`);
  }
  const comparison = await withBar(io, histories.accounts.length * 2, (onProgress) =>
    compare({ versions: [program], settings }, { versions: [other] }, histories, { onProgress }),
  );
  const { ours, theirs } = comparison;
  if (json === true) {
    const sides = { ours: totalsAsJson(program, histories, ours), theirs: totalsAsJson(other, histories, theirs) };
    io.out(JSON.stringify({ ...sides, differences: comparisonAsJson(program, comparison) }, null, 2));
    return;
  }
  for (const [one, totals] of [[program, ours] as const, [other, theirs] as const]) {
    io.out(visible(one.version === '' ? one.name : `${one.name}, ${one.version}`));
    for (const line of totalsShown(one, histories, totals, language)) io.out(line);
    io.out('');
  }
  for (const line of comparisonShown(program, comparison, language)) io.out(line);
}

async function swept(
  { program, language, settings }: Played,
  { name, values }: { readonly name: string; readonly values: readonly string[] },
  histories: Histories,
  { json }: SimulateOptions,
  io: Io,
) {
  const runs: Swept[] = [];
  for (const value of values) {
    const turned = { ...settings, [name]: value };
    const totals = await withBar(io, histories.accounts.length, (onProgress) =>
      simulated([program], histories, { settings: turned, onProgress }),
    );
    runs.push({ value, totals });
  }
  if (json === true) {
    const all = runs.map(({ value, totals }) => ({
      setting: name,
      value,
      ...totalsAsJson(program, histories, totals),
    }));
    io.out(JSON.stringify(all, null, 2));
  } else for (const line of sweepShown(program, name, runs, language)) io.out(line);
}

async function programIn(path: string, io: Io): Promise<{ program: Program; language: Language } | null> {
  const file = await readSource(path);
  const { program, problems, language } = compile({ name: file.path, text: file.text });
  if (program !== null) return { program, language };
  for (const problem of problems) io.err(`${told(problem, file, language, io.colours)}\n`);
  return null;
}

async function mappingIn(path: string): Promise<Mapping> {
  const yaml = readYaml(await readText(path));
  if (!yaml.ok) throw new UsageError(`${path} ${yaml.reason}`);
  const reading = readMapping(yaml.values[0]);
  if (reading.ok) return reading.value;
  const lines = reading.misfits.map((misfit) => `  ${misfit.path === '' ? '' : `${misfit.path}: `}${misfit.reason}`);
  throw new UsageError([`${path} is not a mapping:`, ...lines].join('\n'));
}

/** More bad rows than these are counted, not shown. */
const MOST_BAD_ROWS = 10;

/** Null: some row cannot be read, and a sum over the others would be wrong. */
async function historiesIn(
  { histories: path }: Recorded,
  mapping: Mapping,
  program: Program,
  io: Io,
): Promise<Histories | null> {
  const zone = mapping.timeZone === null ? program.zone : zoneTable(mapping.timeZone);
  if (zone === null) throw new UsageError(`there is no time zone "${mapping.timeZone}", of which the mapping speaks`);
  const opened: { gathering: Gathering | null } = { gathering: null };
  let bad = 0;
  const complain = (row: number, what: string): void => {
    bad += 1;
    if (bad <= MOST_BAD_ROWS) io.err(io.colours.red(visible(`${path}, row ${row}: ${what}`)));
  };
  const flaw = await readRows(path, mapping.encoding, {
    header(cells) {
      const gathered = gather(mapping, program, cells, zone);
      if (!gathered.ok) return gathered.reason;
      opened.gathering = gathered.value;
      return null;
    },
    row(cells, number) {
      const wrong = opened.gathering?.add(cells, number) ?? null;
      if (wrong !== null) complain(number, reasonOf(wrong));
    },
    broken: complain,
  });
  if (flaw !== null) throw new UsageError(`${path}: ${flaw}`);
  if (bad > MOST_BAD_ROWS) io.err(io.colours.red(`and ${bad - MOST_BAD_ROWS} more rows that cannot be read`));
  return bad > 0 ? null : (opened.gathering?.finish() ?? null);
}

function reasonOf({ column, value, reason }: BadRow): string {
  return `column "${column}"${value === '' ? '' : `, "${value}"`}: ${reason}`;
}

type OnProgress = (done: number) => void | Promise<void>;

/** Shows on a terminal how far it is. */
async function withBar<T>(io: Io, accounts: number, run: (onProgress: OnProgress) => Promise<T>): Promise<T> {
  if (!io.isTerminal) return run(() => undefined);
  const bar = new cliProgress.SingleBar({
    format: '{bar} {value} of {total} accounts',
    stream: process.stderr,
    clearOnComplete: true,
    hideCursor: true,
  });
  bar.start(accounts, 0);
  try {
    return await run((done) => {
      bar.update(done);
      // The bar is drawn by a timer, which needs a turn of its own.
      return new Promise((resolve) => setImmediate(resolve));
    });
  } finally {
    bar.stop();
  }
}
