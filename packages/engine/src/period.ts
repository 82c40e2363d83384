import type { Civil } from './calendar.ts';
import { addMonths, birthdayIn, dayOf, daysInMonth, type LocalDate } from './calendar.ts';
import type { MonthDay, Period } from './program.ts';

/** Periods of an account as whole local days (semantics T4): what limits count in. */

/** The period that a day lies in; it is known by its end. */
export interface Spell {
  /** Null: it never ends. */
  readonly lastDay: number | null;
}

/** What the period of a day depends on, beside the day. */
export interface PeriodTerms {
  readonly day: number;
  readonly date: LocalDate;
  /** 1 is Monday. */
  readonly weekStart: number;
  readonly leapBirthday: MonthDay;
  /** The local date of joining; null: no member. */
  readonly joined: Civil | null;
  /** Null: unknown. */
  readonly birthday: Civil | null;
}

/** The period of this kind in which the day lies; null: the account has none, for want of a birthday or of a membership. */
export function spellOf(per: Period, terms: PeriodTerms): Spell | null {
  const { day, date } = terms;
  switch (per) {
    case 'day':
      return { lastDay: day };
    case 'week':
      return { lastDay: day + 6 - ((date.weekday - terms.weekStart + 7) % 7) };
    case 'month':
      return { lastDay: monthEnd(date.year, date.month) };
    case 'quarter':
      return { lastDay: monthEnd(date.year, Math.ceil(date.month / 3) * 3) };
    case 'year':
      return { lastDay: monthEnd(date.year, 12) };
    case 'membershipYear':
      return terms.joined === null ? null : { lastDay: membershipYearEnd(terms.joined, terms) };
    case 'birthday':
      return terms.birthday === null ? null : { lastDay: birthdayEnd(terms.birthday, terms) };
    case 'lifetime':
      return { lastDay: null };
  }
}

function monthEnd(year: number, month: number): number {
  return dayOf(year, month, daysInMonth(year, month));
}

/** Anniversaries are counted from the day of joining itself, never chained (T2). */
function membershipYearEnd(joined: Civil, { day, date }: PeriodTerms): number {
  const anniversary = (years: number) => {
    const { year, month, day: dayOfMonth } = addMonths(joined, 12 * years);
    return dayOf(year, month, dayOfMonth);
  };
  const years = date.year - joined.year;
  return anniversary(anniversary(years) > day ? years : years + 1) - 1;
}

/** A day belongs to the nearest birthday, of two that are equally near to the earlier one. */
function birthdayEnd(born: Civil, { day, date, leapBirthday }: PeriodTerms): number {
  const halfWay = (year: number) =>
    Math.floor((birthdayIn(year, born, leapBirthday) + birthdayIn(year + 1, born, leapBirthday)) / 2);
  for (const year of [date.year - 1, date.year]) {
    const end = halfWay(year);
    if (day <= end) return end;
  }
  return halfWay(date.year + 1);
}
