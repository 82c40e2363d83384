import type { Program } from '@laurel/engine';
import { isInCalendar } from './calendar-days.ts';
import { type CivilDate, comparedDates, isLeapYear, plusDuration, readDate, weekdayOf } from './civil-date.ts';
import { comesRound, datesIn, type Facts, numberIn, saysText } from './facts.ts';
import { compared, type Fraction, minorUnits, times, whole } from './fraction.ts';
import { belongs, type GoodsLine } from './goods.ts';
import { amountOf, type Judged } from './judged.ts';
import { lastPurchase, metricOf, type Past, partsOfOne, spentOn } from './past.ts';

export type Condition = NonNullable<Program['rules'][number]['when']>;
type Leaf = Exclude<Condition, { kind: 'all' | 'any' | 'not' }>;
type Comparison = Extract<Leaf, { kind: 'compare' }>['is'];
type Metric = Extract<Leaf, { kind: 'metric' }>['metric'];
type Amount = Extract<Leaf, { kind: 'metric' }>['to'];

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
  /** By line, what of the purchase's payment counts as spend; nothing while prices are set. */
  readonly spent: readonly bigint[];
  /** What happened before the purchase. */
  readonly past: Past;
  /** What was told of the declared event at hand. */
  readonly told?: Facts;
}

export function actsOnPurchases({ trigger }: Program['rules'][number]): boolean {
  return trigger.kind === 'purchase' || trigger.kind === 'request' || trigger.kind === 'visitOrPurchase';
}

/** Whether a rule acts: asked for, if it is on request; granted, if it has limits; and under its conditions. */
export function acts(judged: Judged, rule: Program['rules'][number], now: Circumstances): boolean {
  if (rule.trigger.kind === 'request' && !now.asks.includes(rule.name)) return false;
  if (rule.limits.length > 0 && !now.granted.includes(rule.name)) return false;
  return holds(judged, rule.when, now);
}

export function holds(judged: Judged, when: Condition | null, now: Circumstances): boolean {
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
    case 'metric': {
      const before = metricOf(program, now.past, leaf.metric, now.date);
      const counted = leaf.withThis ? before + ownPart(program, leaf.metric, now) : before;
      const bound = times(boundOf(judged, leaf.to), whole(partsOfOne(leaf.metric)));
      return compares(whole(counted), leaf.is, bound);
    }
    case 'ago': {
      const since = leaf.what === 'joining' ? now.past.joined : lastPurchase(now.past);
      if (since === null) return false;
      return isInOrder(comparedDates(now.date, plusDuration(since, leaf.than)), leaf.is);
    }
    case 'tier': {
      const place = (tier: string | null | undefined) => {
        const { tiers = [] } = program.ladders.find(({ name }) => name === leaf.ladder) ?? {};
        return tiers.findIndex(({ name }) => name === tier);
      };
      const [is, asked] = [place(now.past.tiers[leaf.ladder]), place(leaf.tier)];
      return leaf.orAbove ? is >= asked : is === asked;
    }
    case 'fact':
      return isTold(judged, leaf, now.past.facts, now.date);
    case 'eventFact':
      return isTold(judged, leaf, now.told ?? {}, now.date);
    case 'age': {
      if (now.birthday === null) return false;
      return compares(whole(BigInt(ageOf(program, now.birthday, now.date))), leaf.is, amountOf(judged, leaf.to));
    }
  }
}

function isTold(
  judged: Judged,
  { fact, wants }: Extract<Leaf, { kind: 'fact' | 'eventFact' }>,
  facts: Facts,
  date: CivilDate,
): boolean {
  switch (wants.kind) {
    case 'yes':
      return facts[fact] === true;
    case 'text':
      return saysText(facts, fact, wants.text);
    case 'number': {
      const number = numberIn(facts, fact);
      return number !== null && compares(number, wants.is, amountOf(judged, wants.to));
    }
    case 'day':
      return datesIn(facts, fact).some((each) => comparedDates(each, date) === 0);
    case 'anniversary':
      return datesIn(facts, fact).some((each) => comesRound(judged.program, each, date));
  }
}

/** The birthday conditions anywhere in a condition. */
export function birthdayConditions(when: Condition | null): Extract<Leaf, { kind: 'birthday' }>[] {
  return when === null ? [] : leavesOf(when).filter((leaf) => leaf.kind === 'birthday');
}

/** The first minute is in, the last one is not; hours that end before they begin, or when they begin, go past midnight. */
function isWithinHours(from: number, to: number, minute: number): boolean {
  for (let each = from; ; each = (each + 1) % 1440) {
    if (each === minute) return true;
    if ((each + 1) % 1440 === to) return false;
  }
}

/** A condition on the past alone, asked without a purchase: what tiers may ask. */
export function pastHolds(judged: Judged, when: Condition, past: Past, date: CivilDate): boolean {
  const nothing = {
    lines: [],
    birthday: null,
    listPrice: whole(0n),
    paid: whole(0n),
    spent: [],
    asks: [],
    granted: [],
    minute: 0,
  };
  return holds(judged, when, { ...nothing, date, past });
}

/** What the purchase itself adds to a metric. */
function ownPart(program: Program, { of, goods }: Metric, now: Circumstances): bigint {
  if (of === 'purchases') return 1n;
  return of === 'spend' ? spentOn(program, goods, now.lines, now.spent) : 0n;
}

/** Money in minor units, everything else as it is stated. */
function boundOf(judged: Judged, to: Amount): Fraction {
  const stated = amountOf(judged, to);
  return to.unit === 'money' ? minorUnits(stated, judged.program.currency.minorDigits) : stated;
}

/** Full years on a date (T3). */
function ageOf(program: Program, birthday: string, date: CivilDate): number {
  const born = readDate(birthday);
  const falls = birthdayFalls(program, born, date.year);
  const isBefore = comparedDates(date, { year: date.year, ...falls }) < 0;
  return date.year - born.year - (isBefore ? 1 : 0);
}

/** In common years a birthday on 29 February falls on the day that the program names (T3). */
export function isBirthday(
  program: Program,
  within: 'day' | 'month',
  date: CivilDate,
  birthday: string | null,
): boolean {
  if (birthday === null) return false;
  const falls = birthdayFalls(program, readDate(birthday), date.year);
  return falls.month === date.month && (within === 'month' || falls.day === date.day);
}

function birthdayFalls({ leapBirthday }: Program, born: CivilDate, year: number): { month: number; day: number } {
  const leapDay = born.month === 2 && born.day === 29;
  const { month, day } = leapDay && !isLeapYear(year) ? leapBirthday : born;
  return { month, day };
}

function compares(actual: Fraction, is: Comparison, to: Fraction): boolean {
  const difference = compared(actual, to);
  return isInOrder(difference < 0n ? -1 : difference > 0n ? 1 : 0, is);
}

/** `order`: below zero, zero or above zero. */
function isInOrder(order: number, is: Comparison): boolean {
  switch (is) {
    case 'atLeast':
      return order >= 0;
    case 'moreThan':
      return order > 0;
    case 'lessThan':
      return order < 0;
    case 'atMost':
      return order <= 0;
    case 'exactly':
      return order === 0;
  }
}
