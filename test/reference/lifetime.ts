import type { Program } from '@laurel/engine';
import type { Lot } from './account.ts';
import { type CivilDate, comparedDates, lastDayOfMonth, nextDate, plusDuration } from './civil-date.ts';
import { endOfDate, endOfWait, localDate } from './local-time.ts';

type Deadline = NonNullable<Program['wallets'][number]['expiry']>['of'][number];

/** From when on points that are earned at an instant can be used (T8, decision 2). */
export function availableFrom(program: Program, wallet: string, atMs: number): number {
  const { availableAfter } = walletIn(program, wallet);
  return availableAfter === null ? atMs : endOfWait(program.zone, atMs, availableAfter);
}

/** The first instant at which a lot cannot be used any more; null: never. The stored-value wallet has no terms. */
export function expiryOf(program: Program, wallet: string, lot: Lot): number | null {
  const expiry = program.wallets.find((each) => each.name === wallet)?.expiry ?? null;
  if (expiry === null) return null;
  const ends = expiry.of.map((deadline) => endOf(program, deadline, lot)).toSorted((a, b) => a - b);
  return (expiry.counts === 'earliest' ? ends[0] : ends.at(-1)) ?? null;
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

function isInPeriod(date: CivilDate, period: 'day' | 'month' | 'quarter' | 'year', of: CivilDate): boolean {
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

function walletIn(program: Program, name: string): Program['wallets'][number] {
  const wallet = program.wallets.find((each) => each.name === name);
  if (wallet === undefined) throw new RangeError(`no points ${name}`);
  return wallet;
}
