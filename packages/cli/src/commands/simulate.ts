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
import { compile } from '@laurel/language';
import cliProgress from 'cli-progress';
import { visible } from '../display.ts';
import { readSource, readText } from '../files.ts';
import { readRows } from '../histories.ts';
import { type ExitCode, type Io, UsageError } from '../io.ts';
import { told } from '../report.ts';
import { table } from '../table.ts';
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
  const program = await programIn(path, io);
  if (program === null) return 1;
  const histories = await historiesIn(options, mapping, program, io);
  if (histories === null) return 1;
  const totals = await played(program, histories, io);
  if (options.json === true) io.out(JSON.stringify(asJson(program, histories, totals), null, 2));
  else for (const line of shown(program, histories, totals)) io.out(line);
  return 0;
}

async function programIn(path: string, io: Io): Promise<Program | null> {
  const file = await readSource(path);
  const { program, problems, language } = compile({ name: file.path, text: file.text });
  if (program === null) for (const problem of problems) io.err(`${told(problem, file, language, io.colours)}\n`);
  return program;
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
  program: Program,
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
      const gathered = gather(mapping, program, cells);
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

function shown({ currency, wallets }: Program, histories: Histories, totals: Totals): string[] {
  const money = (minor: bigint) => `${grouped(decimal(minor, currency.minorDigits))} ${currency.code}`;
  const points = (amount: bigint) => grouped(String(amount));
  const rows = [
    ['members', points(BigInt(totals.members))],
    ['purchases', points(BigInt(totals.purchases))],
    ...Object.entries(totals.refused).map(([code, count]) => [`refused (${code})`, points(BigInt(count))]),
    ...(histories.leftOut === 0 ? [] : [['rows left out', points(BigInt(histories.leftOut))]]),
    ['sales', money(totals.sales)],
    ...totals.points.flatMap(({ wallet, issued, converted, outstanding }) => {
      const name = wallets.length === 1 ? 'points' : wallet;
      return [
        [`${name} issued`, points(issued)],
        [`${name} converted`, points(converted)],
        [`${name} outstanding`, points(outstanding)],
      ];
    }),
    ['stored value issued', money(totals.storedValue.issued)],
    ['stored value outstanding', money(totals.storedValue.outstanding)],
    ['stored value given, as a share of sales', percent(totals.costShare)],
  ];
  return table(rows, [1]);
}

function asJson({ name, version, currency }: Program, histories: Histories, totals: Totals): object {
  const { accounts, members, purchases, refused, sales, points, storedValue, costShare } = totals;
  const money = (minor: bigint) => decimal(minor, currency.minorDigits);
  return {
    program: { name, version },
    currency: currency.code,
    accounts,
    members,
    purchases,
    refused,
    rowsLeftOut: histories.leftOut,
    sales: money(sales),
    points: points.map(({ wallet, issued, converted, outstanding }) => ({
      wallet,
      issued: String(issued),
      converted: String(converted),
      outstanding: String(outstanding),
    })),
    storedValue: { issued: money(storedValue.issued), outstanding: money(storedValue.outstanding) },
    costShare,
  };
}

/** Exact: a total may be larger than any number. */
function decimal(minor: bigint, digits: number): string {
  const sign = minor < 0n ? '-' : '';
  const text = String(minor < 0n ? -minor : minor).padStart(digits + 1, '0');
  const whole = text.slice(0, text.length - digits);
  return digits === 0 ? sign + whole : `${sign}${whole}.${text.slice(-digits)}`;
}

function grouped(number: string): string {
  const [whole = '', ...fraction] = number.split('.');
  return [whole.replace(/\B(?=(\d{3})+$)/g, ','), ...fraction].join('.');
}

/** A share of six decimals as a percentage with two, half up. */
function percent(share: string | null): string {
  if (share === null) return 'no sales';
  const hundredths = (BigInt(share.replace('.', '')) + 50n) / 100n;
  return `${decimal(hundredths, 2)}%`;
}
