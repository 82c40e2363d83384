import { readFileSync, writeFileSync } from 'node:fs';
import { type Engine, type Happening, load, type Program, type State } from '@laurel/engine';
import { type Histories, historiesWriter, type OtherHappening, simulate } from '@laurel/engine/simulate';
import { compile } from '@laurel/language';
import { completions, documentOf } from '@laurel/language/services';
import { handKernel, zoneOffset } from './hand-kernel.ts';
import { type Workload, workload } from './workload.ts';

/**
 * `npm run bench`: every implementation does the same work in the same run, round by round in turn, and must come to the
 * same sum. Only the ratios mean anything. The table goes to standard output, the figures to `bench.json`.
 */

const MEMBERS = 10_000;
const ONLINE_MEMBERS = 500;
const ROUNDS = 7;

interface Contestant {
  readonly name: string;
  readonly unit: 'event' | 'call';
  /** How many units one run does. */
  readonly units: number;
  /** The sum that it comes to; null where there is nothing to compare. */
  readonly expected: number | null;
  run(): number | Promise<number>;
}

const read = (path: string) => readFileSync(path, 'utf8');
const purchases = workload(MEMBERS);
const program = compiled('test/bench/program.loyalty');
const kernel = handKernel(purchases, zoneOffset(program.zone));
const issued = kernel.run();
const histories = historiesOf(purchases);
const online = eventsOf(purchases, ONLINE_MEMBERS);
const engine = load([program]);
const longText = longFile();
const onlineEvents = online.reduce((sum, { happenings }) => sum + happenings.length, 0);

const contestants: readonly Contestant[] = [
  { name: 'hand-written integer loop', unit: 'event', units: purchases.atMs.length, expected: issued, run: kernel.run },
  { name: 'batch replay', unit: 'event', units: purchases.atMs.length, expected: issued, run: batch },
  { name: 'online apply, reasons on', unit: 'event', units: onlineEvents, expected: null, run: applyOneByOne },
  { name: 'compile Yidu Shoes', unit: 'call', units: 20, expected: null, run: compileOften },
  { name: 'complete, 500 lines', unit: 'call', units: 1, expected: null, run: completeOnce },
];

const times = new Map<string, number[]>(contestants.map(({ name }) => [name, []]));
for (let round = 0; round <= ROUNDS; round += 1) {
  for (const { name, units, expected, run } of contestants) {
    const from = performance.now();
    const sum = await run();
    const each = ((performance.now() - from) * 1e6) / units;
    if (expected !== null && sum !== expected) throw new Error(`${name} came to ${sum}, not ${expected}`);
    // The first round warms up.
    if (round > 0) times.get(name)?.push(each);
  }
}
report();

async function batch(): Promise<number> {
  const totals = await simulate([program], histories);
  return Number(totals.points[0]?.issued ?? 0n);
}

function applyOneByOne(): number {
  let last: State | null = null;
  for (const { account, happenings } of online) {
    let state = engine.open(account, 0);
    for (const happening of happenings) state = applied(engine, state, happening);
    last = state;
  }
  return last === null ? 0 : 1;
}

function applied(on: Engine, state: State, happening: Happening): State {
  const step = on.apply(state, happening);
  if (step.kind !== 'applied') throw new Error(`not applied: ${step.kind}`);
  return step.state;
}

function compileOften(): number {
  const text = read('rules/yidu-shoes/program.loyalty');
  for (let i = 0; i < 20; i += 1) compile({ name: 'yidu', text });
  return 0;
}

/** Help in a long file, after a key press: aim at 20 ms. */
function completeOnce(): number {
  return completions(documentOf(longText), longText.length, 'en').length;
}

function longFile(): string {
  const rule = (i: number) =>
    `\nrule "Extra ${i}":\n  on every purchase\n  when the day is in "Holidays"\n  give 10 points\n`;
  const rules = Array.from({ length: 100 }, (_, i) => rule(i));
  return `${read('rules/yidu-shoes/program.loyalty')}${rules.join('')}\n  when the day is `;
}

function compiled(path: string): Program {
  const { program: made, problems } = compile({ name: path, text: read(path) });
  if (made === null) throw new Error(JSON.stringify(problems));
  return made;
}

function historiesOf({ birthMonth, start, atMs, cents }: Workload): Histories {
  const histories = historiesWriter();
  for (let m = 0; m < birthMonth.length; m += 1) {
    const account = `member ${m}`;
    histories.account(account);
    histories.other(joining(account, birthMonth[m] ?? 1));
    for (let i = start[m] ?? 0; i < (start[m + 1] ?? 0); i += 1) {
      histories.purchase(`p${i}`, atMs[i] ?? 0, 0, cents[i] ?? 0);
      histories.line({ item: 'goods', priceClass: null, category: null, brand: null }, cents[i] ?? 0, null);
    }
  }
  return histories.finish();
}

/** The same events as objects, as a host that serves one member at a time would have them. */
function eventsOf(
  { birthMonth, start, atMs, cents }: Workload,
  members: number,
): { account: string; happenings: Happening[] }[] {
  return Array.from({ length: members }, (_, m) => {
    const account = `member ${m}`;
    const happenings: Happening[] = [joining(account, birthMonth[m] ?? 1)];
    for (let i = start[m] ?? 0; i < (start[m + 1] ?? 0); i += 1) {
      happenings.push(purchase(account, i, atMs[i] ?? 0, cents[i] ?? 0));
    }
    return { account, happenings };
  });
}

function joining(account: string, month: number): OtherHappening {
  const birthday = { year: 1990, month, day: 15 };
  const tellsNothing = { store: undefined, keepsPoints: undefined, facts: [] };
  const namesNothing = { purchase: null, identity: null, referrer: null };
  return {
    kind: 'join',
    id: 'join',
    account,
    atMs: 0,
    sequence: 0,
    rank: 0,
    birthday,
    ...tellsNothing,
    ...namesNothing,
  };
}

function purchase(account: string, i: number, atMs: number, amount: number): Happening {
  return {
    kind: 'purchase',
    id: `p${i}`,
    account,
    atMs,
    sequence: 0,
    rank: 2,
    lines: [{ item: 'goods', priceClass: null, category: null, brand: null, list: amount, quantity: '1' }],
    lists: [amount],
    listTotal: amount,
    paidLines: null,
    paidTotal: 0,
    cardShown: true,
    asks: [],
    delivery: 0,
    coupons: [],
    tendered: amount,
    vouchers: 0,
    storedValue: 0,
    points: 0,
    pointsTenders: [],
    store: null,
    digest: amount,
  };
}

function report(): void {
  const base = median(times.get('hand-written integer loop') ?? []);
  const rows = contestants.map(({ name, unit }) => {
    const ns = median(times.get(name) ?? []);
    return {
      name,
      unit,
      nsPerUnit: Math.round(ns * 10) / 10,
      ratio: unit === 'event' ? Math.round((ns / base) * 10) / 10 : null,
    };
  });
  console.log(`${purchases.members} members, ${purchases.atMs.length} purchases; medians of ${ROUNDS} rounds`);
  for (const { name, unit, nsPerUnit, ratio } of rows) {
    const figure = unit === 'call' ? `${(nsPerUnit / 1e6).toFixed(2)} ms` : `${nsPerUnit} ns/event`;
    console.log(
      `${name.padEnd(28)}${figure.padStart(18)}${ratio === null ? '' : `${ratio.toFixed(1)} ×`.padStart(12)}`,
    );
  }
  writeFileSync(
    'bench.json',
    `${JSON.stringify({ members: purchases.members, purchases: purchases.atMs.length, rows }, null, 2)}\n`,
  );
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}
