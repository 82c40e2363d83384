import type { Program } from '@laurel/engine';
import type { Lot } from './account.ts';
import { type CivilDate, comparedDates, lastDayOfMonth, nextDate, plusDuration } from './civil-date.ts';
import { couponOfWallet } from './coupon-wallets.ts';
import { endOfDate, endOfWait, localDate } from './local-time.ts';

type Deadline = NonNullable<Program['wallets'][number]['expiry']>['of'][number];

/** From when on points that are earned at an instant can be used (T8, decision 2); stored value at once. */
export function availableFrom(program: Program, wallet: string, atMs: number): number {
  const availableAfter = program.wallets.find((each) => each.name === wallet)?.availableAfter ?? null;
  return availableAfter === null ? atMs : endOfWait(program.zone, atMs, availableAfter);
}

/** The first instant at which a lot cannot be used any more; null: never. The stored-value wallet has no terms. */
export function expiryOf(program: Program, wallet: string, lot: Lot): number | null {
  const { restored } = lot;
  const idle = deadlinesOf(program, wallet).filter(({ kind }) => kind === 'idle');
  if (restored !== null && !restored.renewedSince) return restored.until;
  const fixed = fixedEndOf(program, wallet, lot);
  const ends = idle.map((deadline) => endOf(program, deadline, lot));
  return chosen(program, wallet, fixed === null ? ends : [...ends, fixed]);
}

/** What the deadlines come to that no activity moves; null: there are none. */
export function fixedEndOf(program: Program, wallet: string, lot: Lot): number | null {
  if (lot.restored !== null) return lot.restored.fixed;
  const fixed = deadlinesOf(program, wallet).filter(({ kind }) => kind !== 'idle');
  return chosen(
    program,
    wallet,
    fixed.map((deadline) => endOf(program, deadline, lot)),
  );
}

/** The lot as it is when its clock has stood still while it was spent (T8). */
export function stoodStill(program: Program, wallet: string, lot: Lot, fromMs: number, toMs: number): Lot {
  const until = expiryOf(program, wallet, lot);
  const fixed = fixedEndOf(program, wallet, lot);
  const later = (end: number | null) => (end === null ? null : laterBy(program, end, fromMs, toMs));
  return { ...lot, restored: { renewedSince: false, until: later(until), fixed: later(fixed) } };
}

/** What ends with a day ends as many days later as lie between; what runs out on the clock, as much time later. */
function laterBy({ zone }: Program, endMs: number, fromMs: number, toMs: number): number {
  const lastDate = localDate(zone, endMs - 1);
  if (endOfDate(zone, lastDate) !== endMs) return endMs + toMs - fromMs;
  let last = lastDate;
  let date = localDate(zone, fromMs);
  for (; comparedDates(date, localDate(zone, toMs)) < 0; date = nextDate(date)) last = nextDate(last);
  return endOfDate(zone, last);
}

function expiryIn(program: Program, wallet: string) {
  return (program.wallets.find((each) => each.name === wallet) ?? couponOfWallet(program, wallet))?.expiry;
}

function deadlinesOf(program: Program, wallet: string): readonly Deadline[] {
  return expiryIn(program, wallet)?.of ?? [];
}

function chosen(program: Program, wallet: string, ends: readonly number[]): number | null {
  const counts = expiryIn(program, wallet)?.counts;
  const sorted = ends.toSorted((a, b) => a - b);
  return (counts === 'earliest' ? sorted[0] : sorted.at(-1)) ?? null;
}

/** Points can be used through the end of the last local day (T8); minutes and hours run out on the clock. */
function endOf(program: Program, deadline: Deadline, lot: Lot): number {
  const { zone } = program;
  const fromMs = deadline.kind === 'idle' ? lot.activeAtMs : lot.earnedAtMs;
  const from = localDate(zone, fromMs);
  if (deadline.kind === 'date') return endOfDate(zone, lastDate(deadline, from));
  const { span } = deadline;
  const onTheClock = span.unit === 'minute' || span.unit === 'hour';
  const through = deadline.kind === 'idle' ? 'day' : deadline.through;
  if (onTheClock && through === 'day') return endOfWait(zone, fromMs, span);
  const end = onTheClock ? localDate(zone, endOfWait(zone, fromMs, span)) : plusDuration(from, span);
  let last = end;
  while (isInPeriod(nextDate(last), through, end)) last = nextDate(last);
  return endOfDate(zone, last);
}

export function isInPeriod(date: CivilDate, period: 'day' | 'month' | 'quarter' | 'year', of: CivilDate): boolean {
  if (period === 'day' || date.year !== of.year) return false;
  if (period === 'year') return true;
  if (period === 'month') return date.month === of.month;
  return Math.ceil(date.month / 3) === Math.ceil(of.month / 3);
}

/** In the year that lies so many years on; with none, the first such date from the day of earning on. */
function lastDate({ on, years }: Extract<Deadline, { kind: 'date' }>, from: CivilDate): CivilDate {
  const inYear = (year: number) => ({ year, month: on.month, day: Math.min(on.day, lastDayOfMonth(year, on.month)) });
  if (years > 0) return inYear(from.year + years);
  return comparedDates(inYear(from.year), from) >= 0 ? inYear(from.year) : inYear(from.year + 1);
}
