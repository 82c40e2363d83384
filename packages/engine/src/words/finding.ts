import { digitsCounted } from '../declared-event.ts';
import type { ToldValue } from '../member-fact.ts';
import { fromMinor } from '../number.ts';
import type { Amount, Comparison, Duration, FactTest, LeafCondition, Metric, PriceClass } from '../program.ts';
import type { Failed } from '../reason.ts';

/** Which amounts would have done: those that compare so, or any other than this one. */
export type Wish = Comparison | 'otherThan';

/** The amount that a condition compares with: a plain decimal where it is known, and the setting that holds it, if one does. */
export type Wanted =
  | { readonly decimal: string; readonly setting: string | null }
  | { readonly decimal: null; readonly setting: string };

/**
 * A condition that failed, with what belongs together in one place: what it wants, what there was, what would help.
 * `negated`: the file wants the opposite, so there was too much of it and not too little. Dates are civil, `2026-05-10`.
 */
export type Finding =
  | {
      readonly kind: 'day';
      readonly calendar: string;
      readonly date: string;
      readonly next: string | null;
      readonly negated: boolean;
    }
  /** Before the first date, or after the last one. */
  | {
      readonly kind: 'dates';
      readonly from: string | null;
      readonly to: string | null;
      readonly date: string;
      readonly negated: boolean;
    }
  /** As the clock shows them, `18:00`. */
  | {
      readonly kind: 'hours';
      readonly from: string;
      readonly to: string;
      readonly time: string;
      readonly negated: boolean;
    }
  | {
      readonly kind: 'weekday';
      readonly wanted: readonly number[];
      readonly weekday: number;
      readonly next: string | null;
      readonly negated: boolean;
    }
  | {
      readonly kind: 'month';
      readonly wanted: readonly number[];
      readonly month: number;
      readonly next: string | null;
      readonly negated: boolean;
    }
  | {
      readonly kind: 'birthday';
      readonly within: 'day' | 'month';
      /** The day and the month of birth, wherever the birthday falls this year. */
      readonly born: { readonly month: number; readonly day: number };
      readonly date: string;
      readonly next: string | null;
      readonly negated: boolean;
    }
  | { readonly kind: 'birthdayUnknown' }
  | {
      readonly kind: 'amount';
      readonly of: 'paid' | 'listPrice';
      /** Minor units. */
      readonly actual: number;
      readonly wish: Wish;
      readonly wanted: Wanted;
      /** Minor units that would have done it, more or less; null: nobody said. */
      readonly by: number | null;
    }
  | {
      readonly kind: 'goods';
      readonly goods: string;
      /** The price classes in the basket, each once; null: a line that has none. */
      readonly classes: readonly (PriceClass | null)[];
      readonly negated: boolean;
    }
  | {
      readonly kind: 'counted';
      readonly metric: Metric;
      readonly withThis: boolean;
      /** Minor units of money, points, or how many. */
      readonly actual: number;
      readonly wish: Wish;
      readonly wanted: Wanted;
      /** How much would have done it, more or less; null: nobody said. */
      readonly by: number | null;
      /** The last day on which more would still count in the same window. */
      readonly until: string | null;
    }
  | {
      readonly kind: 'since';
      readonly what: 'joining' | 'lastPurchase';
      /** Null: it never was. */
      readonly since: string | null;
      readonly wish: Wish;
      readonly than: Duration;
      readonly next: string | null;
    }
  | {
      readonly kind: 'tier';
      readonly wanted: string;
      readonly orAbove: boolean;
      /** Null: none. */
      readonly tier: string | null;
      readonly negated: boolean;
    }
  | {
      readonly kind: 'age';
      readonly age: number;
      readonly wish: Wish;
      readonly wanted: Wanted;
      readonly next: string | null;
    }
  /** A fact of the member, or of the declared event at hand, as it was told; null: it was not. */
  | {
      readonly kind: 'told';
      readonly of: 'member' | 'event';
      readonly fact: string;
      readonly test: ToldTest;
      readonly value: ToldValue | null;
      readonly date: string;
      readonly next: string | null;
      readonly negated: boolean;
    };

/** What was wanted of a fact. */
type ToldTest =
  | { readonly kind: 'yes' }
  | { readonly kind: 'day' | 'anniversary' }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'number'; readonly wish: Wish; readonly wanted: Wanted };

/** @throws Error when the parts do not belong together: they were not made by `explain` */
export function findingOf(failed: Failed, minorDigits: number): Finding {
  const { condition, actual, negated } = failed;
  const next = failed.nearest?.kind === 'onDate' ? failed.nearest.date : null;
  switch (condition.kind) {
    case 'dayIn':
      if (actual.kind !== 'date') break;
      return { kind: 'day', calendar: condition.calendar, date: actual.date, next, negated };
    case 'dates':
      if (actual.kind !== 'date') break;
      return { kind: 'dates', from: condition.from, to: condition.to, date: actual.date, negated };
    case 'hours':
      if (actual.kind !== 'time') break;
      return { kind: 'hours', from: clockOf(condition.from), to: clockOf(condition.to), time: actual.time, negated };
    case 'weekday':
      if (actual.kind !== 'weekday') break;
      return { kind: 'weekday', wanted: condition.in, weekday: actual.weekday, next, negated };
    case 'month':
      if (actual.kind !== 'month') break;
      return { kind: 'month', wanted: condition.in, month: actual.month, next, negated };
    case 'birthday':
      if (actual.kind === 'birthdayUnknown') return { kind: 'birthdayUnknown' };
      if (actual.kind !== 'birthday') break;
      return {
        kind: 'birthday',
        within: condition.within,
        born: bornOn(actual.birthday),
        date: actual.date,
        next,
        negated,
      };
    case 'compare': {
      if (actual.kind !== 'amount') break;
      const by = failed.nearest?.kind === 'amountBy' ? failed.nearest.by : null;
      const wanted = wantedOf(condition.to, condition.is, actual.amount, by, minorDigits);
      const wish = negated ? OPPOSITE[condition.is] : condition.is;
      return { kind: 'amount', of: condition.measure.of, actual: actual.amount, wish, wanted, by };
    }
    case 'basketHas':
      if (actual.kind !== 'basket') break;
      return { kind: 'goods', goods: condition.goods, classes: [...new Set(actual.classes)], negated };
    case 'tier':
      if (actual.kind !== 'tier') break;
      return { kind: 'tier', wanted: condition.tier, orAbove: condition.orAbove, tier: actual.tier, negated };
    case 'fact':
    case 'eventFact': {
      if (actual.kind !== 'told') break;
      const { value, date } = actual;
      return {
        kind: 'told',
        of: condition.kind === 'fact' ? 'member' : 'event',
        fact: condition.fact,
        test: toldTest(condition.wants, negated),
        value,
        date,
        next,
        negated,
      };
    }
    case 'metric':
    case 'ago':
    case 'age':
      return pastFinding(condition, failed, minorDigits);
  }
  throw new Error(`a condition on ${condition.kind} cannot have found ${actual.kind}`);
}

function toldTest(wants: FactTest, negated: boolean): ToldTest {
  if (wants.kind === 'text') return { kind: 'text', text: wants.text };
  if (wants.kind === 'yes') return { kind: 'yes' };
  if (wants.kind !== 'number') return { kind: wants.kind };
  const wanted = wantedOf(wants.to, wants.is, 0, null, 0);
  return { kind: 'number', wish: negated ? OPPOSITE[wants.is] : wants.is, wanted };
}

type Past = Extract<LeafCondition, { kind: 'metric' | 'ago' | 'age' }>;

/** What was found in the account's past. */
function pastFinding(condition: Past, { actual, nearest, negated }: Failed, minorDigits: number): Finding {
  const wish = negated ? OPPOSITE[condition.is] : condition.is;
  const next = nearest?.kind === 'onDate' ? nearest.date : null;
  if (actual.kind === 'birthdayUnknown') return { kind: 'birthdayUnknown' };
  if (condition.kind === 'metric' && actual.kind === 'counted') {
    const { metric, withThis, to, is } = condition;
    const { by, until } = nearest?.kind === 'countedBy' ? nearest : { by: null, until: null };
    const wanted = wantedOf(to, is, actual.value, by, digitsCounted(metric, minorDigits));
    return { kind: 'counted', metric, withThis, actual: actual.value, wish, wanted, by, until };
  }
  if (condition.kind === 'ago' && actual.kind === 'since') {
    return { kind: 'since', what: condition.what, since: actual.since, wish, than: condition.than, next };
  }
  if (condition.kind === 'age' && actual.kind === 'age') {
    const wanted = wantedOf(condition.to, condition.is, actual.age, null, 0);
    return { kind: 'age', age: actual.age, wish, wanted, next };
  }
  throw new Error(`a condition on ${condition.kind} cannot have found ${actual.kind}`);
}

const OPPOSITE: Readonly<Record<Comparison, Wish>> = {
  atLeast: 'lessThan',
  moreThan: 'atMost',
  lessThan: 'atLeast',
  atMost: 'moreThan',
  exactly: 'otherThan',
};

/** A minute of the day as the clock shows it, `18:00`. */
function clockOf(minute: number): string {
  const two = (n: number) => String(n).padStart(2, '0');
  return `${two(Math.floor(minute / 60))}:${two(minute % 60)}`;
}

/** A birthday in the data is a civil date, `1990-05-10`. */
function bornOn(birthday: string): { month: number; day: number } {
  return { month: Number(birthday.slice(5, 7)), day: Number(birthday.slice(8, 10)) };
}

/** A setting's value is not in the data; the way from the actual amount to the nearest one that does leads back to it. */
function wantedOf(to: Amount, is: Comparison, actual: number, by: number | null, minorDigits: number): Wanted {
  if ('constant' in to.value) return { decimal: to.value.constant, setting: null };
  const { setting } = to.value;
  if (by === null) return { decimal: null, setting };
  const beyond = is === 'moreThan' ? 1 : is === 'lessThan' ? -1 : 0;
  return { decimal: fromMinor(actual + by - beyond, minorDigits), setting };
}
