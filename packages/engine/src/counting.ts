import { type LineTest, leavesOf, spentOn } from './condition.ts';
import { count, type Grain } from './counter.ts';
import type { PurchaseLine } from './happening.ts';
import { keyOf, openPast, type Past } from './past.ts';
import type { Condition, Metric, Program, Window, WindowPeriod } from './program.ts';
import type { AccountRecord } from './state.ts';
import { type Beginnings, daysOf, monthsFrom, startOf } from './window.ts';

/**
 * What is counted of every account from its first event on (M9): only what some loaded version of the program asks for.
 * A program that asks for nothing keeps nothing.
 */
export interface Counted {
  readonly key: string;
  readonly of: Metric['of'];
  readonly goods: string | null;
  readonly wallet: string | null;
  readonly event: Metric['event'];
  readonly grain: Grain;
}

/** Everything that the versions of a program ask to be counted, each thing once. */
export function countedBy(versions: readonly Program[]): readonly Counted[] {
  const asked = new Map<string, Asked[]>();
  for (const program of versions) {
    for (const metric of metricsIn(program)) {
      const key = keyOf(metric);
      asked.set(key, [...(asked.get(key) ?? []), { metric, beginnings: program }]);
    }
  }
  return [...asked].flatMap(([key, askers]) => {
    const [first] = askers;
    if (first === undefined) return [];
    const { of, goods, wallet, event } = first.metric;
    return [{ key, of, goods, wallet, event, grain: grainOf(askers) }];
  });
}

interface Asked {
  readonly metric: Metric;
  readonly beginnings: Beginnings;
}

/** The metrics that the sentences of a program name, in the file's order. */
function metricsIn(program: Program): Metric[] {
  const asked = conditionsOf(program)
    .flatMap(leavesOf)
    .flatMap((leaf) => (leaf.kind === 'metric' ? [leaf.metric] : []));
  const awarded = program.rules
    .flatMap(({ effects }) => effects)
    .flatMap((effect) => (effect.kind === 'award' && effect.of.kind === 'metric' ? [effect.of.metric] : []));
  return [...asked, ...awarded, ...program.ladders.flatMap(({ counts }) => (counts === null ? [] : [counts]))];
}

/** The conditions of a program's rules, benefits and tiers. */
function conditionsOf({ rules, benefits, ladders }: Program): (Condition | null)[] {
  const tiers = ladders.flatMap((ladder) => ladder.tiers);
  return [
    ...[...rules, ...benefits].map(({ when }) => when),
    ...tiers.flatMap(({ when, keepWhen }) => [when, keepWhen]),
  ];
}

/** Whether some version asks when the last purchase was. */
export function asksLastPurchase(versions: readonly Program[]): boolean {
  return versions
    .flatMap((program) => conditionsOf(program).flatMap(leavesOf))
    .some((leaf) => leaf.kind === 'ago' && leaf.what === 'lastPurchase');
}

/** The grain of what is counted for one window alone. */
export function grainFor(metric: Metric, beginnings: Beginnings): Grain {
  return grainOf([{ metric, beginnings }]);
}

function grainOf(askers: readonly Asked[]): Grain {
  const froms = askers.map(({ metric, beginnings }) => earliest(metric.window, beginnings));
  return {
    stretchOf: stretchOf(askers),
    keptFrom: (day) => froms.reduce((least, from) => Math.min(least, from(day)), Number.POSITIVE_INFINITY),
  };
}

/** The first day that a window can look at, whenever its account joined. What `ever` looks at is never forgotten. */
function earliest(window: Window, beginnings: Beginnings): (day: number) => number {
  if (window.kind === 'ever') return () => Number.POSITIVE_INFINITY;
  const isMembershipYear = 'period' in window && window.period === 'membershipYear';
  if (isMembershipYear) return (day) => monthsFrom(day, window.kind === 'this' ? -12 : -24);
  return (day) => daysOf(window, day, beginnings, () => null)?.from ?? Number.NEGATIVE_INFINITY;
}

/** The longest stretches of which every window is made: days, weeks, months, or parts of the year. */
function stretchOf(askers: readonly Asked[]): Grain['stretchOf'] {
  const units = new Set(askers.flatMap(({ metric }) => unitOf(metric.window)));
  if (units.size === 0) return null;
  const [first] = askers;
  const finest = FINEST_FIRST.find((unit) => units.has(unit)) ?? 'day';
  if (first === undefined || finest === 'day' || finest === 'membershipYear') return (day) => day;
  // Weeks lie across months, and months across years that do not begin with one.
  const fits =
    finest === 'week'
      ? units.size === 1
      : finest !== 'month' || units.size === 1 || first.beginnings.yearStart.day === 1;
  const agreed = askers.every(({ beginnings }) => beginSame(beginnings, first.beginnings));
  return fits && agreed ? (day) => startOf(finest, day, first.beginnings) : (day) => day;
}

const FINEST_FIRST: readonly WindowPeriod[] = ['day', 'membershipYear', 'week', 'month', 'quarter', 'halfYear', 'year'];

function unitOf(window: Window): WindowPeriod[] {
  switch (window.kind) {
    case 'this':
    case 'previous':
      return [window.period];
    case 'last':
      return ['day'];
    case 'monthsBefore':
      return ['month'];
    case 'ever':
      return [];
  }
}

function beginSame(a: Beginnings, b: Beginnings): boolean {
  const same = a.yearStart.month === b.yearStart.month && a.yearStart.day === b.yearStart.day;
  return same && a.weekStart === b.weekStart;
}

/** What is counted, with the program's own goods. */
export interface PlannedCounted extends Counted {
  /** Null: every line. */
  readonly covers: LineTest | null;
}

/** What is needed of a plan to count. */
interface Counting {
  readonly counted: readonly PlannedCounted[];
  readonly countsLastPurchase: boolean;
}

/** Whether a version asks for anything at all; one that does not pays only this look. */
export function countsAnything({ counted, countsLastPurchase }: Counting): boolean {
  return counted.length > 0 || countsLastPurchase;
}

/** Points that a purchase earned in a wallet. */
export interface Earned {
  readonly wallet: string;
  readonly points: number;
}

/** Counts a purchase: itself, and by line what of its payment counts as spend, and what it earned. */
export function countPurchase(
  plan: Counting,
  record: AccountRecord,
  lines: readonly PurchaseLine[],
  spent: readonly number[],
  earned: readonly Earned[],
  day: number,
): void {
  const past = pastOf(plan, record);
  past.lastPurchaseDay = day;
  for (const { wallet, points } of earned) countPoints(plan, record, wallet, points, day, day);
  countEach(plan, past, 'purchases', day, day, () => 1);
  countEach(plan, past, 'spend', day, day, ({ covers }) => spentOn(lines, spent, covers));
}

/** What stands of a purchase: by line what counts as spend, and whether nothing is left of it. */
export interface Stands {
  readonly lines: readonly PurchaseLine[];
  readonly amounts: readonly number[];
  readonly gone: boolean;
}

/** Counts what came back and what went out instead, in the purchase's own period (R2). */
export function countGoods(
  plan: Counting,
  record: AccountRecord,
  before: Stands,
  after: Stands,
  day: number,
  today: number,
): void {
  const past = pastOf(plan, record);
  const spent = ({ lines, amounts }: Stands, covers: LineTest | null) => spentOn(lines, amounts, covers);
  countEach(plan, past, 'spend', day, today, ({ covers }) => spent(after, covers) - spent(before, covers));
  countEach(plan, past, 'purchases', day, today, () => Number(before.gone) - Number(after.gone));
}

export function countVisit(plan: Counting, record: AccountRecord, day: number): void {
  if (plan.counted.length > 0) countEach(plan, pastOf(plan, record), 'visits', day, day, () => 1);
}

/** Counts an event that the program declares, and `amountOf` each fact of it that some window sums. */
export function countEvent(
  plan: Counting,
  record: AccountRecord,
  event: string,
  amountOf: (fact: string) => number,
  day: number,
): void {
  if (!plan.counted.some((what) => what.event?.name === event)) return;
  countEach(plan, pastOf(plan, record), 'events', day, day, ({ event: counted }) => {
    if (counted?.name !== event) return 0;
    return counted.fact === null ? 1 : amountOf(counted.fact);
  });
}

/** Counts points that were earned on a day, below zero for those that were taken back. */
export function countPoints(
  plan: Counting,
  record: AccountRecord,
  wallet: string,
  points: number,
  day: number,
  today: number,
): void {
  const past = pastOf(plan, record);
  countEach(plan, past, 'points', day, today, (what) => (what.wallet === wallet ? points : 0));
}

function pastOf({ counted }: Counting, record: AccountRecord): Past {
  record.past ??= openPast(counted);
  return record.past;
}

/** Counts an amount that belongs to a day, for everything of a kind. */
function countEach(
  { counted }: Counting,
  { counters }: Past,
  of: Metric['of'],
  day: number,
  today: number,
  amountOf: (what: PlannedCounted) => number,
): void {
  for (const [i, what] of counted.entries()) {
    const counter = counters[i];
    if (what.of === of && counter !== undefined) count(counter, what.grain, day, amountOf(what), today);
  }
}
