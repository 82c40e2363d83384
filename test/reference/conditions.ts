import type { Program } from '@laurel/engine';
import { isInCalendar } from './calendar-days.ts';
import { type CivilDate, comparedDates, isLeapYear, readDate, weekdayOf } from './civil-date.ts';
import { compared, type Fraction, minorUnits } from './fraction.ts';
import { belongs, type GoodsLine } from './goods.ts';
import { amountOf, type Judged } from './judged.ts';

export type Condition = NonNullable<Program['rules'][number]['when']>;
type Leaf = Exclude<Condition, { kind: 'all' | 'any' | 'not' }>;
type Comparison = Extract<Leaf, { kind: 'compare' }>['is'];

/** What the conditions of a purchase look at. Money in minor units. */
export interface Circumstances {
  readonly date: CivilDate;
  /** Of the local day. */
  readonly minute: number;
  readonly lines: readonly GoodsLine[];
  /** Null: unknown. No condition on an unknown birthday holds. */
  readonly birthday: string | null;
  readonly listPrice: Fraction;
  readonly paid: Fraction;
  /** The rules that the member asks for, by name. */
  readonly asks: readonly string[];
  /** The rules with limits that may act, by name (M11). */
  readonly granted: readonly string[];
}

/** Whether a rule acts: asked for, if it is on request; granted, if it has limits; and under its conditions. */
export function acts(judged: Judged, rule: Program['rules'][number], now: Circumstances): boolean {
  if (rule.trigger.kind === 'request' && !now.asks.includes(rule.name)) return false;
  if (rule.limits.length > 0 && !now.granted.includes(rule.name)) return false;
  return holds(judged, rule.when, now);
}

function holds(judged: Judged, when: Condition | null, now: Circumstances): boolean {
  if (when === null) return true;
  switch (when.kind) {
    case 'all':
      return when.of.every((each) => holds(judged, each, now));
    case 'any':
      return when.of.some((each) => holds(judged, each, now));
    case 'not':
      return !holds(judged, when.of, now);
    default:
      return leafHolds(judged, when, now);
  }
}

/** Whether any birthday condition anywhere in the program is true now (decision 8). */
export function someBirthdayIsNow(program: Program, date: CivilDate, birthday: string | null): boolean {
  return program.rules
    .flatMap((rule) => (rule.when === null ? [] : leavesOf(rule.when)))
    .some((leaf) => leaf.kind === 'birthday' && isBirthday(program, leaf.within, date, birthday));
}

function leavesOf(when: Condition): Leaf[] {
  if (when.kind === 'all' || when.kind === 'any') return when.of.flatMap(leavesOf);
  return when.kind === 'not' ? leavesOf(when.of) : [when];
}

function leafHolds(judged: Judged, leaf: Leaf, now: Circumstances): boolean {
  const { program } = judged;
  switch (leaf.kind) {
    case 'dayIn':
      return isInCalendar(program, leaf.calendar, now.date);
    case 'dates':
      return (
        (leaf.from === null || comparedDates(readDate(leaf.from), now.date) <= 0) &&
        (leaf.to === null || comparedDates(now.date, readDate(leaf.to)) <= 0)
      );
    case 'hours':
      return isWithinHours(leaf.from, leaf.to, now.minute);
    case 'weekday':
      return leaf.in.includes(weekdayOf(now.date));
    case 'month':
      return leaf.in.includes(now.date.month);
    case 'birthday':
      return isBirthday(program, leaf.within, now.date, now.birthday);
    case 'compare': {
      const actual = leaf.measure.of === 'listPrice' ? now.listPrice : now.paid;
      return compares(actual, leaf.is, minorUnits(amountOf(judged, leaf.to), program.currency.minorDigits));
    }
    case 'basketHas':
      return now.lines.some((line) => belongs(program, leaf.goods, line));
  }
}

/** The first minute is in, the last one is not; hours that end before they begin, or when they begin, go past midnight. */
function isWithinHours(from: number, to: number, minute: number): boolean {
  for (let each = from; ; each = (each + 1) % 1440) {
    if (each === minute) return true;
    if ((each + 1) % 1440 === to) return false;
  }
}

/** In common years a birthday on 29 February falls on the day that the program names (T3). */
function isBirthday(program: Program, within: 'day' | 'month', date: CivilDate, birthday: string | null): boolean {
  if (birthday === null) return false;
  const born = readDate(birthday);
  const leapDay = born.month === 2 && born.day === 29;
  const falls = leapDay && !isLeapYear(date.year) ? program.leapBirthday : born;
  return falls.month === date.month && (within === 'month' || falls.day === date.day);
}

function compares(actual: Fraction, is: Comparison, to: Fraction): boolean {
  const difference = compared(actual, to);
  switch (is) {
    case 'atLeast':
      return difference >= 0n;
    case 'moreThan':
      return difference > 0n;
    case 'lessThan':
      return difference < 0n;
    case 'atMost':
      return difference <= 0n;
    case 'exactly':
      return difference === 0n;
  }
}
