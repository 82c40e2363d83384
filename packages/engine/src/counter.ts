import type { DaySpan } from './window.ts';

/**
 * One number of an account over time: how much there was on which days. Sums run, so that a window of any length costs
 * two look-ups; a stretch of days that no window tells apart costs one entry, whatever happened in it.
 */
export interface Counter {
  /** What is counted; a state finds its counters again by it. */
  readonly key: string;
  /** What was counted before the first entry. */
  before: number;
  /** Ascending: the first day of each stretch in which something was counted. */
  readonly days: number[];
  /** For each stretch, everything counted up to its end. */
  readonly sums: number[];
}

/** How finely a counter tells days apart, and how far back it must remember. */
export interface Grain {
  /** The first day of the stretch that a day lies in; null: days are not told apart at all. */
  readonly stretchOf: ((day: number) => number) | null;
  /** The first day that any window seen from a day can still look at. */
  readonly keptFrom: (day: number) => number;
}

export function emptyCounter(key: string): Counter {
  return { key, before: 0, days: [], sums: [] };
}

export function copyCounter({ key, before, days, sums }: Counter): Counter {
  return { key, before, days: days.slice(), sums: sums.slice() };
}

/** Counts an amount on a day, below zero for what came back; seen from today, what no window can look at is merged. */
export function count(counter: Counter, grain: Grain, day: number, amount: number, today: number): void {
  if (amount === 0) return;
  if (grain.stretchOf === null) {
    counter.before += amount;
    return;
  }
  const stretch = grain.stretchOf(day);
  const { days, sums } = counter;
  const after = placeAfter(days, stretch);
  const at = days[after - 1] === stretch ? after - 1 : after;
  if (at === after) {
    days.splice(at, 0, stretch);
    sums.splice(at, 0, sumUpTo(counter, at));
  }
  for (let i = at; i < sums.length; i += 1) sums[i] = (sums[i] ?? 0) + amount;
  if (sums[at] === sumUpTo(counter, at)) drop(counter, at);
  forget(counter, grain.keptFrom(today));
}

/** What was counted in a stretch of days. */
export function countedIn(counter: Counter, { from, to }: DaySpan): number {
  const { days } = counter;
  if (from === Number.NEGATIVE_INFINITY) return sumUpTo(counter, days.length);
  return sumUpTo(counter, placeAfter(days, to)) - sumUpTo(counter, placeAfter(days, from - 1));
}

/** Everything counted before an entry. */
function sumUpTo({ before, sums }: Counter, place: number): number {
  return place === 0 ? before : (sums[place - 1] ?? 0);
}

/** How many entries begin on or before a day. */
function placeAfter(days: readonly number[], day: number): number {
  let low = 0;
  let high = days.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((days[middle] ?? 0) <= day) low = middle + 1;
    else high = middle;
  }
  return low;
}

function drop({ days, sums }: Counter, place: number): void {
  days.splice(place, 1);
  sums.splice(place, 1);
}

function forget(counter: Counter, from: number): void {
  const { days, sums } = counter;
  while ((days[0] ?? from) < from) {
    counter.before = sums[0] ?? counter.before;
    drop(counter, 0);
  }
}
