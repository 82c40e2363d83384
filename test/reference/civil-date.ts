import type { Program } from '@laurel/engine';

type Duration = Program['returns']['within'];

/** A date of the calendar, without a time and without a zone. */
export interface CivilDate {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

export function readDate(text: string): CivilDate {
  const [year = 0, month = 0, day = 0] = text.split('-').map(Number);
  return { year, month, day };
}

export function isLeapYear(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
}

export function lastDayOfMonth(year: number, month: number): number {
  if (month === 2) return isLeapYear(year) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

export function nextDate({ year, month, day }: CivilDate): CivilDate {
  if (day < lastDayOfMonth(year, month)) return { year, month, day: day + 1 };
  if (month < 12) return { year, month: month + 1, day: 1 };
  return { year: year + 1, month: 1, day: 1 };
}

export function previousDate({ year, month, day }: CivilDate): CivilDate {
  if (day > 1) return { year, month, day: day - 1 };
  if (month > 1) return { year, month: month - 1, day: lastDayOfMonth(year, month - 1) };
  return { year: year - 1, month: 12, day: 31 };
}

/** Days since 1 January 1970, counted year by year and month by month; dates before 1970 are not asked for. */
export function daysSince1970(date: CivilDate): number {
  let days = 0;
  for (let year = 1970; year < date.year; year++) days += isLeapYear(year) ? 366 : 365;
  for (let month = 1; month < date.month; month++) days += lastDayOfMonth(date.year, month);
  return days + date.day - 1;
}

export function dateAfter1970(days: number): CivilDate {
  let left = days;
  let year = 1970;
  for (; left >= (isLeapYear(year) ? 366 : 365); year++) left -= isLeapYear(year) ? 366 : 365;
  let month = 1;
  for (; left >= lastDayOfMonth(year, month); month++) left -= lastDayOfMonth(year, month);
  return { year, month, day: left + 1 };
}

/** Monday is 1, Sunday is 7; 1 January 1970 was a Thursday. */
export function weekdayOf(date: CivilDate): number {
  return ((daysSince1970(date) + 3) % 7) + 1;
}

/** Months keep the day and clamp to the month's last day, counted once from the date itself (T2). */
function plusMonths(date: CivilDate, months: number): CivilDate {
  let { year, month } = date;
  for (let passed = 0; passed > months; passed--) {
    month -= 1;
    if (month === 0) {
      month = 12;
      year -= 1;
    }
  }
  for (let passed = 0; passed < months; passed++) {
    month += 1;
    if (month === 13) {
      month = 1;
      year += 1;
    }
  }
  return { year, month, day: Math.min(date.day, lastDayOfMonth(year, month)) };
}

/** The same date so many months before, clamped to the month's last day (T2). */
export function minusMonths(date: CivilDate, months: number): CivilDate {
  let { year, month } = date;
  for (let passed = 0; passed < months; passed++) {
    month -= 1;
    if (month === 0) {
      month = 12;
      year -= 1;
    }
  }
  return { year, month, day: Math.min(date.day, lastDayOfMonth(year, month)) };
}

/** The same date later, by days or by months. Minutes and hours are no dates and are not asked for here. */
export function plusDuration(date: CivilDate, { count, unit }: Duration): CivilDate {
  switch (unit) {
    case 'day':
      return plusDays(date, count);
    case 'week':
      return plusDays(date, count * 7);
    case 'month':
      return plusMonths(date, count);
    case 'year':
      return plusMonths(date, count * 12);
    default:
      throw new RangeError(`a duration in ${unit}s is elapsed time`);
  }
}

function plusDays(date: CivilDate, days: number): CivilDate {
  let later = date;
  for (let passed = 0; passed < days; passed++) later = nextDate(later);
  for (let passed = 0; passed > days; passed--) later = previousDate(later);
  return later;
}

/** Below zero, zero or above zero. */
export function comparedDates(a: CivilDate, b: CivilDate): number {
  return a.year - b.year || a.month - b.month || a.day - b.day;
}
