import type { Program } from '@laurel/engine';
import { type CivilDate, comparedDates, lastDayOfMonth, readDate, weekdayOf } from './civil-date.ts';

type Days = Program['calendars'][number]['days'][number];
type MonthDay = Program['leapBirthday'];

/** Whether a local date is in the named calendar. */
export function isInCalendar(program: Program, name: string, date: CivilDate): boolean {
  const calendar = program.calendars.find((each) => each.name === name);
  if (calendar === undefined) throw new RangeError(`no calendar ${name}`);
  return calendar.days.some((days) => isAmong(days, date));
}

export function isAmong(days: Days, date: CivilDate): boolean {
  switch (days.kind) {
    case 'each':
      return inYear(date, days.on) === 0;
    case 'run':
      // A run from December to January goes on over the new year.
      return comparedInYear(days.from, days.to) <= 0
        ? inYear(date, days.from) >= 0 && inYear(date, days.to) <= 0
        : inYear(date, days.from) >= 0 || inYear(date, days.to) <= 0;
    case 'date':
      return comparedDates(date, readDate(days.date)) === 0;
    case 'dates':
      return comparedDates(date, readDate(days.from)) >= 0 && comparedDates(date, readDate(days.to)) <= 0;
    case 'nthWeekday':
      return date.month === days.month && weekdayOf(date) === days.weekday && weekOfMonth(date) === days.nth;
    case 'monthly':
      return date.day === Math.min(days.day, lastDayOfMonth(date.year, date.month));
    case 'lastWeekday':
      return (
        (days.month === null || date.month === days.month) &&
        weekdayOf(date) === days.weekday &&
        date.day + 7 > lastDayOfMonth(date.year, date.month)
      );
  }
}

/** The 1st to the 7th hold the first of every weekday, the 8th to the 14th the second, and so on. */
function weekOfMonth(date: CivilDate): number {
  return Math.ceil(date.day / 7);
}

function inYear(date: CivilDate, monthDay: MonthDay): number {
  return comparedInYear({ month: date.month, day: date.day }, monthDay);
}

function comparedInYear(a: MonthDay, b: MonthDay): number {
  return a.month - b.month || a.day - b.day;
}
