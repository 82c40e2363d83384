import type { Program } from '@laurel/engine';
import {
  type BadRow,
  type Gathering,
  gather,
  type Histories,
  type Mapping,
  readMapping,
  simulate as simulated,
  type Totals,
} from '@laurel/engine/simulate';
import { compile, type Language, zoneTable } from '@laurel/language';
import cliProgress from 'cli-progress';
import { visible } from '../display.ts';
import { readSource, readText } from '../files.ts';
import { readRows } from '../histories.ts';
import { type ExitCode, type Io, UsageError } from '../io.ts';
import { told } from '../report.ts';
import { totalsAsJson, totalsShown } from '../totals.ts';
import { readYaml } from '../yaml.ts';

export interface SimulateOptions {
  /** A CSV file of purchases; may be gzipped. */
  readonly histories: string;
  /** A YAML file that says what its columns mean. */
  readonly mapping: string;
  readonly json?: boolean;
}

/** `laurel simulate`: plays recorded purchases through a program, and sums what it gives and costs. */
export async function simulate(path: string, options: SimulateOptions, io: Io): Promise<ExitCode> {
  const mapping = await mappingIn(options.mapping);
  const { program, language } = await programIn(path, io);
  if (program === null) return 1;
  const zone = mapping.timeZone === null ? program.zone : zoneTable(mapping.timeZone);
  if (zone === null) throw new UsageError(`${options.mapping}: there is no time zone "${mapping.timeZone}"`);
  const histories = await historiesIn(options, mapping, { program, zone }, io);
  if (histories === null) return 1;
  const totals = await played(program, histories, io);
  if (options.json === true) io.out(JSON.stringify(totalsAsJson(program, histories, totals), null, 2));
  else for (const line of totalsShown(program, histories, totals, language)) io.out(line);
  return 0;
}

async function programIn(path: string, io: Io): Promise<{ program: Program | null; language: Language }> {
  const file = await readSource(path);
  const { program, problems, language } = compile({ name: file.path, text: file.text });
  if (program === null) for (const problem of problems) io.err(`${told(problem, file, language, io.colours)}\n`);
  return { program, language };
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
  { histories: path }: SimulateOptions,
  mapping: Mapping,
  { program, zone }: { readonly program: Program; readonly zone: Program['zone'] },
  io: Io,
): Promise<Histories | null> {
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

async function played(program: Program, histories: Histories, io: Io): Promise<Totals> {
  if (!io.isTerminal) return simulated([program], histories);
  const bar = new cliProgress.SingleBar({
    format: '{bar} {value} of {total} accounts',
    stream: process.stderr,
    clearOnComplete: true,
    hideCursor: true,
  });
  bar.start(histories.accounts.length, 0);
  try {
    return await simulated([program], histories, {
      onProgress(done) {
        bar.update(done);
        // The bar is drawn by a timer, which needs a turn of its own.
        return new Promise((resolve) => setImmediate(resolve));
      },
    });
  } finally {
    bar.stop();
  }
}
