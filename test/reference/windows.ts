import type { Program } from '@laurel/engine';
import {
  type CivilDate,
  comparedDates,
  lastDayOfMonth,
  minusMonths,
  nextDate,
  plusDuration,
  previousDate,
  weekdayOf,
} from './civil-date.ts';

type Leaf = Extract<NonNullable<Program['rules'][number]['when']>, { kind: 'metric' }>;
type Window = Leaf['metric']['window'];
type Period = Extract<Window, { kind: 'this' }>['period'];

/** Whether a date lies in a window seen from today (T4). `joined`: when the member joined; null: never. */
export function isWithin(
  program: Program,
  window: Window,
  date: CivilDate,
  today: CivilDate,
  joined: CivilDate | null,
): boolean {
  switch (window.kind) {
    case 'ever':
      return true;
    case 'this':
      return isInPeriod(program, window.period, date, today, joined);
    case 'previous': {
      const start = startOf(program, window.period, today, joined);
      return start !== null && isInPeriod(program, window.period, date, previousDate(start), joined);
    }
    case 'last': {
      const back = window.unit === 'month' ? minusMonths(today, window.count) : daysBack(today, window.count);
      return comparedDates(date, back) > 0 && comparedDates(date, today) <= 0;
    }
    case 'monthsBefore': {
      const first = { ...today, day: 1 };
      return comparedDates(date, minusMonths(first, window.count)) >= 0 && comparedDates(date, first) < 0;
    }
  }
}

/** Which window is seen from a date: two dates on which this is the same see the same one. */
export function windowSeen(program: Program, window: Window, today: CivilDate, joined: CivilDate | null): string {
  switch (window.kind) {
    case 'ever':
      return 'ever';
    case 'this':
    case 'previous':
      return JSON.stringify(startOf(program, window.period, today, joined));
    case 'last':
      return JSON.stringify(today);
    case 'monthsBefore':
      return JSON.stringify({ ...today, day: 1 });
  }
}

export function isInSamePeriod(program: Program, period: Period, a: CivilDate, b: CivilDate): boolean {
  return isInPeriod(program, period, a, b, null);
}

/** The last date of the period that a date lies in: the one before the next period starts. */
export function endOfPeriod(program: Program, period: Period, date: CivilDate): CivilDate {
  const start = startOf(program, period, date, null);
  let end = date;
  for (;;) {
    const next = nextDate(end);
    const other = startOf(program, period, next, null);
    if (start === null || other === null || comparedDates(start, other) !== 0) return end;
    end = next;
  }
}

/** Two dates lie in the same period when it starts on the same date for both. */
function isInPeriod(
  program: Program,
  period: Period,
  date: CivilDate,
  today: CivilDate,
  joined: CivilDate | null,
): boolean {
  const start = startOf(program, period, today, joined);
  const other = startOf(program, period, date, joined);
  return start !== null && other !== null && comparedDates(start, other) === 0;
}

function startOf(program: Program, period: Period, date: CivilDate, joined: CivilDate | null): CivilDate | null {
  switch (period) {
    case 'day':
      return date;
    case 'week': {
      let start = date;
      while (weekdayOf(start) !== program.weekStart) start = previousDate(start);
      return start;
    }
    case 'month':
      return { ...date, day: 1 };
    case 'quarter':
      return latestStep(startOfYear(program, date), 3, date, 9);
    case 'halfYear':
      return latestStep(startOfYear(program, date), 6, date, 6);
    case 'year':
      return startOfYear(program, date);
    case 'membershipYear':
      return joined === null || comparedDates(date, joined) < 0 ? null : latestStep(joined, 12, date);
  }
}

function startOfYear({ yearStart }: Program, date: CivilDate): CivilDate {
  const inYear = (year: number) => {
    const { month, day } = yearStart;
    return { year, month, day: Math.min(day, lastDayOfMonth(year, month)) };
  };
  return comparedDates(inYear(date.year), date) <= 0 ? inYear(date.year) : inYear(date.year - 1);
}

/** The last of the dates so many months apart, each counted from the first one, that is not after a date (T2). */
function latestStep(from: CivilDate, months: number, date: CivilDate, most = Number.POSITIVE_INFINITY): CivilDate {
  let latest = from;
  for (let step = months; step <= most; step += months) {
    const next = plusDuration(from, { count: step, unit: 'month' });
    if (comparedDates(next, date) > 0) break;
    latest = next;
  }
  return latest;
}

function daysBack(date: CivilDate, days: number): CivilDate {
  let back = date;
  for (let passed = 0; passed < days; passed++) back = previousDate(back);
  return back;
}
