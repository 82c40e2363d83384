import { birthdayIn, type Civil, civilOf, dayAfter, dayOfDate, isDayAmong, type LocalDate } from './calendar.ts';
import { compares } from './comparison.ts';
import { amountCounted, toldBy } from './declared-event.ts';
import { ageOn, type Fact, type FactValue } from './fact.ts';
import type { PurchaseHappening, PurchaseLine } from './happening.ts';
import { type ToldFacts, toldTest } from './member-fact.ts';
import type { Ratio } from './number.ts';
import type { Amount, Condition, GoodsTest, LeafCondition, MonthDay, Program } from './program.ts';
import type { AccountRecord } from './state.ts';
import type { Today } from './today.ts';

/** The conditions of rules as closures, bound once when a program is loaded. */

/** A local day and its date. */
export interface LocalDay {
  readonly day: number;
  readonly date: LocalDate;
}

/** What the conditions of a rule may look at while a purchase is judged, on the local day of the purchase. */
export interface Moment extends LocalDay {
  readonly today: Today;
  readonly record: AccountRecord;
  /** The birthday that counts in this year; null: nobody said. */
  readonly born: Civil | null;
  readonly purchase: PurchaseHappening;
  /** Minor units paid that may earn (E1); not known while prices are set. */
  paidTotal: number;
  /** The rules with limits that may act, by name: at the purchase those with room, under its receipt those that acted (M11). */
  granted: readonly string[];
  /** By line, what of the payment counts as spend; null until it is known, and where no condition asks. */
  spent: readonly number[] | null;
  /** What was read of the account's past when the purchase was made; null: it is read off the account now. */
  readonly facts: readonly FactValue[] | null;
  /** What was told of the declared event at hand; nothing, if it is none. */
  readonly told: ToldFacts;
}

export type Test = (moment: Moment) => boolean;
/** A test that looks at nothing but the day. */
export type DayTest = (on: LocalDay) => boolean;
export type LineTest = (line: PurchaseLine) => boolean;

/** What conditions are made from. */
export interface Terms {
  readonly program: Program;
  /** An amount of money in minor units. */
  readonly minor: (amount: Amount) => Ratio;
  readonly covers: (goods: string | null) => LineTest;
  readonly dayIn: (calendar: string) => (day: number) => boolean;
  /** The minute of the local day that an instant lies in. */
  readonly minuteAt: (atMs: number) => number;
  /** A stated amount as it is, whatever its unit. */
  readonly stated: (amount: Amount) => Ratio;
  /** The place of a tier on its ladder, the lowest 0. */
  readonly tierPlace: (ladder: string, tier: string) => number;
  /** How to read a fact of the account's past. */
  readonly fact: (fact: Fact) => (moment: Moment) => FactValue;
}

/** The leaves of a condition, in the file's order; none for a rule without conditions. */
export function leavesOf(condition: Condition | null): LeafCondition[] {
  if (condition === null) return [];
  if (condition.kind === 'all' || condition.kind === 'any') return condition.of.flatMap(leavesOf);
  if (condition.kind === 'not') return leavesOf(condition.of);
  return [condition];
}

export function conditionTest(condition: Condition, terms: Terms): Test {
  switch (condition.kind) {
    case 'all':
      return condition.of
        .map((part) => conditionTest(part, terms))
        .reduce((left, right) => (moment) => left(moment) && right(moment));
    case 'any':
      return condition.of
        .map((part) => conditionTest(part, terms))
        .reduce((left, right) => (moment) => left(moment) || right(moment));
    case 'not': {
      const test = conditionTest(condition.of, terms);
      return (moment) => !test(moment);
    }
    default:
      return leafTest(condition, terms);
  }
}

export function leafTest(leaf: LeafCondition, terms: Terms): Test {
  switch (leaf.kind) {
    case 'dayIn':
    case 'weekday':
    case 'month':
    case 'dates':
      return dayLeafTest(leaf, terms);
    case 'hours':
      return ({ purchase }) => isWithin(leaf, terms.minuteAt(purchase.atMs));
    case 'birthday': {
      const { leapBirthday } = terms.program;
      return leaf.within === 'day'
        ? (moment) => isBirthday(moment, leapBirthday)
        : (moment) => isBirthdayMonth(moment, leapBirthday);
    }
    case 'compare': {
      const orderOf = orderTo(terms.minor(leaf.to));
      return leaf.measure.of === 'paid'
        ? (moment) => compares(orderOf(moment.paidTotal), leaf.is)
        : (moment) => compares(orderOf(moment.purchase.listTotal), leaf.is);
    }
    case 'basketHas': {
      const covers = terms.covers(leaf.goods);
      return (moment) => moment.purchase.lines.some(covers);
    }
    case 'metric': {
      const orderOf = orderTo(amountCounted(leaf.metric, leaf.to, terms));
      const counted = metricOf(leaf, terms);
      return (moment) => compares(orderOf(counted(moment)), leaf.is);
    }
    case 'fact': {
      const holds = terms.fact({ kind: 'told', fact: leaf.fact, wants: leaf.wants });
      return (moment) => holds(moment) === 1;
    }
    case 'eventFact': {
      const holds = toldTest(leaf.wants, terms.program, terms.stated);
      return ({ told, day }) => holds(toldBy(told, leaf.fact), day);
    }
    case 'ago': {
      const dayOf = terms.fact({ kind: 'dayOf', what: leaf.what });
      return (moment) => {
        const since = dayOf(moment);
        return since !== null && compares(moment.day - dayAfter(since, leaf.than), leaf.is);
      };
    }
    case 'tier': {
      const { ladder, tier, orAbove } = leaf;
      const standing = terms.fact({ kind: 'tier', ladder });
      const place = terms.tierPlace(ladder, tier);
      return orAbove ? (moment) => (standing(moment) ?? -1) >= place : (moment) => standing(moment) === place;
    }
    case 'age': {
      const orderOf = orderTo(terms.stated(leaf.to));
      return (moment) => {
        const age = ageIn(moment, terms.program.leapBirthday);
        return age !== null && compares(orderOf(age), leaf.is);
      };
    }
  }
}

type DayLeaf = Extract<LeafCondition, { kind: 'dayIn' | 'weekday' | 'month' | 'dates' }>;

function dayLeafTest(leaf: DayLeaf, terms: Terms): DayTest {
  switch (leaf.kind) {
    case 'dayIn': {
      const isIn = terms.dayIn(leaf.calendar);
      return ({ day }) => isIn(day);
    }
    case 'weekday': {
      const isIn = setOf(leaf.in);
      return ({ date }) => ((isIn >> date.weekday) & 1) === 1;
    }
    case 'month': {
      const isIn = setOf(leaf.in);
      return ({ date }) => ((isIn >> date.month) & 1) === 1;
    }
    case 'dates': {
      const from = leaf.from === null ? Number.NEGATIVE_INFINITY : dayOfDate(leaf.from);
      const to = leaf.to === null ? Number.POSITIVE_INFINITY : dayOfDate(leaf.to);
      return ({ day }) => day >= from && day <= to;
    }
  }
}

/** A condition that the day alone decides, as a test of the day; null: it asks for more. */
function dayTest(condition: Condition, terms: Terms): DayTest | null {
  switch (condition.kind) {
    case 'all':
    case 'any': {
      const parts = condition.of.map((part) => dayTest(part, terms));
      const known = parts.filter((part) => part !== null);
      if (known.length < parts.length) return null;
      return condition.kind === 'all'
        ? (on) => known.every((part) => part(on))
        : (on) => known.some((part) => part(on));
    }
    case 'not': {
      const part = dayTest(condition.of, terms);
      return part === null ? null : (on) => !part(on);
    }
    case 'dayIn':
    case 'weekday':
    case 'month':
    case 'dates':
      return dayLeafTest(condition, terms);
    default:
      return null;
  }
}

/** A rule's condition, and the same in two: what the day alone decides, and what is asked besides. Null: nothing. */
export interface RuleTests {
  readonly when: Test | null;
  readonly onDay: DayTest | null;
  readonly besides: Test | null;
}

export function ruleTests(condition: Condition | null, terms: Terms): RuleTests {
  const parts = condition === null ? [] : condition.kind === 'all' ? condition.of : [condition];
  const days = parts.map((part) => dayTest(part, terms));
  const besides = parts.filter((_, i) => days[i] === null).map((part) => conditionTest(part, terms));
  return {
    when: condition === null ? null : conditionTest(condition, terms),
    onDay: allOf(days.filter((day) => day !== null)),
    besides: allOf(besides),
  };
}

function allOf<T>(tests: readonly ((asked: T) => boolean)[]): ((asked: T) => boolean) | null {
  const [first, ...others] = tests;
  if (first === undefined) return null;
  return others.reduce((left, right) => (asked) => left(asked) && right(asked), first);
}

/** Whether a minute of the day lies in some hours; those that end when they begin are the whole day. */
function isWithin({ from, to }: { readonly from: number; readonly to: number }, minute: number): boolean {
  return from < to ? minute >= from && minute < to : minute >= from || minute < to;
}

type MetricLeaf = Extract<LeafCondition, { kind: 'metric' }>;

/** A metric before the purchase, with the purchase's own part where the condition says so. */
export function metricOf(
  { metric, withThis }: MetricLeaf,
  terms: Pick<Terms, 'fact' | 'covers'>,
): (moment: Moment) => number {
  const before = terms.fact({ kind: 'metric', metric });
  if (!withThis) return (moment) => before(moment) ?? 0;
  if (metric.of === 'purchases') return (moment) => (before(moment) ?? 0) + 1;
  const covers = metric.goods === null ? null : terms.covers(metric.goods);
  return (moment) => (before(moment) ?? 0) + spentOn(moment.purchase.lines, moment.spent ?? [], covers);
}

/** What of amounts by line falls on goods. */
export function spentOn(lines: readonly PurchaseLine[], spent: readonly number[], covers: LineTest | null): number {
  return spent.reduce((sum, amount, i) => {
    const line = lines[i];
    return line !== undefined && (covers === null || covers(line)) ? sum + amount : sum;
  }, 0);
}

/** Full years; null: the birthday is not known. */
export function ageIn({ born, date, day }: Moment, leapBirthday: MonthDay): number | null {
  return born === null ? null : ageOn(born, day, date.year, birthdayIn(date.year, born, leapBirthday));
}

/** Small numbers as the bits of one. */
function setOf(members: readonly number[]): number {
  return members.reduce((bits, member) => bits | (1 << member), 0);
}

/** The birthday that counts in a year: one that has acted keeps acting, whatever was edited since (T3). */
export function birthdayOf(record: AccountRecord, year: number): Civil | null {
  return record.actedBirthday?.year === year ? record.actedBirthday.birthday : record.birthday;
}

function isBirthday({ born, date, day }: Moment, leapBirthday: MonthDay): boolean {
  if (born === null) return false;
  if (born.month === date.month && born.day === date.day) return true;
  return born.month === 2 && born.day === 29 && birthdayIn(date.year, born, leapBirthday) === day;
}

function isBirthdayMonth({ born, date }: Moment, leapBirthday: MonthDay): boolean {
  if (born === null) return false;
  if (born.month !== 2 || born.day !== 29) return born.month === date.month;
  return civilOf(birthdayIn(date.year, born, leapBirthday)).month === date.month;
}

/** How an amount of minor units stands to a bound, which may lie between two of them: below zero, zero, above zero. */
export function orderTo({ num, den }: Ratio): (minor: number) => number {
  // A bound beyond 2^53 loses digits here, and still lies above every amount.
  const floor = Number(num / den);
  const isWhole = num % den === 0n;
  return (minor) => (isWhole || minor !== floor ? minor - floor : -1);
}

export function goodsTests(program: Program): (goods: string | null) => LineTest {
  const tests = new Map<string, LineTest>();
  const named =
    (name: string): LineTest =>
    (line) =>
      tests.get(name)?.(line) ?? false;
  for (const goods of program.goods) {
    const all = goods.all.map(goodsTest);
    const except = goods.except.map(named);
    tests.set(goods.name, (line) => all.every((test) => test(line)) && !except.some((test) => test(line)));
  }
  return (goods) => (goods === null ? () => true : named(goods));
}

function goodsTest(test: GoodsTest): LineTest {
  switch (test.kind) {
    case 'priceClass':
      return (line) => line.priceClass !== null && test.in.includes(line.priceClass);
    case 'category':
      return (line) => line.category !== null && test.in.includes(line.category);
    case 'brand':
      return (line) => line.brand !== null && test.in.includes(line.brand);
    case 'item':
      return (line) => test.in.includes(line.item);
  }
}

/** Each calendar remembers the days that it was asked for: a year of purchases asks for few. */
export function calendarTests(program: Program): (calendar: string) => (day: number) => boolean {
  return (name) => {
    const days = program.calendars.find((calendar) => calendar.name === name)?.days ?? [];
    const known = new Map<number, boolean>();
    return (day) => {
      let answer = known.get(day);
      if (answer === undefined) {
        answer = isDayAmong(days, day);
        known.set(day, answer);
      }
      return answer;
    };
  };
}

/** A test that asks for a tier besides. */
export function inTier(when: Test | null, tier: { ladder: string; tier: string } | null, terms: Terms): Test | null {
  if (tier === null) return when;
  const standing = terms.fact({ kind: 'tier', ladder: tier.ladder });
  const place = terms.tierPlace(tier.ladder, tier.tier);
  return when === null
    ? (moment) => standing(moment) === place
    : (moment) => when(moment) && standing(moment) === place;
}
