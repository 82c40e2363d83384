import { addMonths, civilOf, dayOf, daysInMonth, weekdayOf } from './calendar.ts';
import type { MonthDay, Window, WindowPeriod } from './program.ts';

/** Stretches of whole local days over which something is counted (semantics T4). Days as in `calendar.ts`. */

/** The first and the last day, both inclusive. */
export interface DaySpan {
  readonly from: number;
  readonly to: number;
}

/** When a program's weeks and years begin. */
export interface Beginnings {
  readonly weekStart: number;
  readonly yearStart: MonthDay;
}

const EVER: DaySpan = { from: Number.NEGATIVE_INFINITY, to: Number.POSITIVE_INFINITY };

/** The days of a window seen from a day; null: it has none, as a membership year before anyone joined. */
export function daysOf(
  window: Window,
  day: number,
  beginnings: Beginnings,
  joinedDay: () => number | null,
): DaySpan | null {
  switch (window.kind) {
    case 'this':
      return spanOf(window.period, day, beginnings, joinedDay);
    case 'previous': {
      const current = spanOf(window.period, day, beginnings, joinedDay);
      return current === null ? null : spanOf(window.period, current.from - 1, beginnings, joinedDay);
    }
    case 'last':
      return { from: (window.unit === 'day' ? day - window.count : monthsFrom(day, -window.count)) + 1, to: day };
    case 'monthsBefore': {
      const { year, month } = civilOf(day);
      const first = dayOf(year, month, 1);
      return { from: monthsFrom(first, -window.count), to: first - 1 };
    }
    case 'ever':
      return EVER;
  }
}

function spanOf(
  period: WindowPeriod,
  day: number,
  beginnings: Beginnings,
  joinedDay: () => number | null,
): DaySpan | null {
  if (period !== 'membershipYear')
    return { from: startOf(period, day, beginnings), to: endOf(period, day, beginnings) };
  const joined = joinedDay();
  if (joined === null || day < joined) return null;
  const months = steppedMonths(joined, day, 12);
  return { from: monthsFrom(joined, months), to: monthsFrom(joined, months + 12) - 1 };
}

/** The last day on which the same window is seen as from this day; null: it never ends. A rolling window is seen on one day. */
export function seenUntil(
  window: Window,
  day: number,
  beginnings: Beginnings,
  joinedDay: () => number | null,
): number | null {
  switch (window.kind) {
    case 'this':
    case 'previous':
      return spanOf(window.period, day, beginnings, joinedDay)?.to ?? day;
    case 'last':
      return day;
    case 'monthsBefore':
      return endOf('month', day, beginnings);
    case 'ever':
      return null;
  }
}

type CalendarPeriod = Exclude<WindowPeriod, 'membershipYear'>;

/** The first day of the period that a day lies in. Quarters and half-years are counted from the start of the year. */
export function startOf(period: CalendarPeriod, day: number, beginnings: Beginnings): number {
  if (period === 'day') return day;
  if (period === 'week') return day - ((weekdayOf(day) - beginnings.weekStart + 7) % 7);
  const { year, month } = civilOf(day);
  if (period === 'month') return dayOf(year, month, 1);
  const start = yearOf(day, beginnings.yearStart).from;
  return monthsFrom(start, stepInYear(start, day, MONTHS[period]));
}

/** The last day of the period that a day lies in. */
export function endOf(period: CalendarPeriod, day: number, beginnings: Beginnings): number {
  if (period === 'day') return day;
  if (period === 'week') return startOf(period, day, beginnings) + 6;
  const { year, month } = civilOf(day);
  if (period === 'month') return monthsFrom(dayOf(year, month, 1), 1) - 1;
  const { from, to } = yearOf(day, beginnings.yearStart);
  const after = stepInYear(from, day, MONTHS[period]) + MONTHS[period];
  return after === 12 ? to : monthsFrom(from, after) - 1;
}

const MONTHS: Readonly<Record<'quarter' | 'halfYear' | 'year', number>> = { quarter: 3, halfYear: 6, year: 12 };

/** A year from 28 February may have a day more than twelve months; it belongs to the last quarter. */
function stepInYear(start: number, day: number, step: number): number {
  return Math.min(steppedMonths(start, day, step), 12 - step);
}

function yearOf(day: number, yearStart: MonthDay): DaySpan {
  const { year } = civilOf(day);
  const start = yearStartIn(year, yearStart);
  if (start <= day) return { from: start, to: yearStartIn(year + 1, yearStart) - 1 };
  return { from: yearStartIn(year - 1, yearStart), to: start - 1 };
}

/** A year that starts on 29 February starts on the last day of that month in common years (T2). */
function yearStartIn(year: number, { month, day }: MonthDay): number {
  return dayOf(year, month, Math.min(day, daysInMonth(year, month)));
}

/** The largest multiple of `step` months after an origin that a day has reached; each is counted from the origin (T2). */
function steppedMonths(origin: number, day: number, step: number): number {
  const from = civilOf(origin);
  const to = civilOf(day);
  const apart = (to.year - from.year) * 12 + to.month - from.month;
  const months = Math.floor(apart / step) * step;
  return monthsFrom(origin, months) <= day ? months : months - step;
}

/** The same date some months later, or earlier, clamped to the month's last day (T2). */
export function monthsFrom(day: number, months: number): number {
  const { year, month, day: of } = addMonths(civilOf(day), months);
  return dayOf(year, month, of);
}
