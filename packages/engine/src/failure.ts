import { civilOf, localDate, showDate } from './calendar.ts';
import { ageIn, birthdayOf, type Moment, metricOf } from './condition.ts';
import { digitsCounted, toldBy } from './declared-event.ts';
import { factOf } from './member-fact.ts';
import { minorOf } from './number.ts';
import type { Plan } from './plan.ts';
import type { Comparison, Condition, LeafCondition } from './program.ts';
import type { Actual, Failed, Nearest } from './reason.ts';
import { daysOf } from './window.ts';

/** Why a condition does not hold: what was found, and the nearest change that would do (semantics M8). */

/** The leaves that keep a condition from holding, in the file's order. */
export function failures(plan: Plan, condition: Condition, moment: Moment, negated: boolean): Failed[] {
  switch (condition.kind) {
    case 'not':
      return failures(plan, condition.of, moment, !negated);
    case 'all':
    case 'any': {
      const parts = condition.of.map((part) => failures(plan, part, moment, negated));
      const needsEvery = (condition.kind === 'all') !== negated;
      return needsEvery || parts.every((part) => part.length > 0) ? parts.flat() : [];
    }
    default:
      if (plan.leaf(condition)(moment) !== negated) return [];
      return [
        {
          condition,
          negated,
          actual: actualOf(plan, condition, moment),
          nearest: negated ? null : nearestOf(plan, condition, moment),
        },
      ];
  }
}

function actualOf(plan: Plan, leaf: LeafCondition, moment: Moment): Actual {
  switch (leaf.kind) {
    case 'dayIn':
      return { kind: 'date', date: showDate(moment.date) };
    case 'dates':
      return { kind: 'date', date: showDate(moment.date) };
    case 'hours':
      return { kind: 'time', time: showTime(plan.minuteAt(moment.purchase.atMs)) };
    case 'weekday':
      return { kind: 'weekday', weekday: moment.date.weekday };
    case 'month':
      return { kind: 'month', month: moment.date.month };
    case 'birthday': {
      if (moment.born === null) return { kind: 'birthdayUnknown' };
      return { kind: 'birthday', birthday: showDate(moment.born), date: showDate(moment.date) };
    }
    case 'compare':
      return { kind: 'amount', amount: leaf.measure.of === 'paid' ? moment.paidTotal : moment.purchase.listTotal };
    case 'basketHas':
      return { kind: 'basket', goods: leaf.goods, classes: moment.purchase.lines.map((line) => line.priceClass) };
    case 'metric':
      return { kind: 'counted', value: metricOf(leaf, plan.reads)(moment) };
    case 'tier':
      return { kind: 'tier', tier: tierOf(leaf, moment) };
    case 'fact':
      return { kind: 'told', value: factOf(moment.record, leaf.fact), date: showDate(moment.date) };
    case 'eventFact':
      return { kind: 'told', value: toldBy(moment.told, leaf.fact), date: showDate(moment.date) };
    case 'ago': {
      const since = plan.reads.fact({ kind: 'dayOf', what: leaf.what })(moment);
      return {
        kind: 'since',
        since: since === null ? null : showDate(civilOf(since)),
        date: showDate(moment.date),
      };
    }
    case 'age': {
      const age = ageIn(moment, plan.program.leapBirthday);
      return age === null ? { kind: 'birthdayUnknown' } : { kind: 'age', age };
    }
  }
}

const DAYS_TO_LOOK_AHEAD = 366 * 4 + 1;

/** The nearest change that makes a leaf hold: a later day, a larger amount, an item, or a birthday that we are told. */
function nearestOf(plan: Plan, leaf: LeafCondition, moment: Moment): Nearest | null {
  switch (leaf.kind) {
    case 'dayIn':
    case 'weekday':
    case 'month':
    case 'dates':
      return nextDay(plan, leaf, moment);
    case 'hours': {
      // Outside the hours they begin later today, or tomorrow.
      const isOver = plan.minuteAt(moment.purchase.atMs) >= leaf.from;
      return { kind: 'atTime', date: showDate(localDate(moment.day + (isOver ? 1 : 0))), time: showTime(leaf.from) };
    }
    case 'birthday':
      return moment.born === null ? { kind: 'tellBirthday' } : nextDay(plan, leaf, moment);
    case 'compare': {
      const actual = leaf.measure.of === 'paid' ? moment.paidTotal : moment.purchase.listTotal;
      const by = wayTo(leaf.is, minorOf(plan.text(leaf.to), plan.minorDigits) - actual);
      return by === 0 ? null : { kind: 'amountBy', by, is: leaf.is };
    }
    case 'basketHas':
      return { kind: 'buy', goods: leaf.goods };
    case 'metric': {
      const wanted = minorOf(plan.text(leaf.to), digitsCounted(leaf.metric, plan.minorDigits));
      const by = wayTo(leaf.is, wanted - metricOf(leaf, plan.reads)(moment));
      return by === 0 ? null : { kind: 'countedBy', by, is: leaf.is, until: closing(plan, leaf, moment) };
    }
    case 'tier':
    // What happened is what it is.
    case 'eventFact':
      return null;
    case 'ago':
      return nextDay(plan, leaf, moment);
    case 'fact': {
      const { kind } = leaf.wants;
      if (kind === 'yes' || factOf(moment.record, leaf.fact) === null) return { kind: 'tellFact', fact: leaf.fact };
      return kind === 'day' || kind === 'anniversary' ? nextDay(plan, leaf, moment) : null;
    }
    case 'age':
      return moment.born === null ? { kind: 'tellBirthday' } : nextDay(plan, leaf, moment);
  }
}

function showTime(minute: number): string {
  const two = (n: number) => String(n).padStart(2, '0');
  return `${two(Math.floor(minute / 60))}:${two(minute % 60)}`;
}

function tierOf({ ladder }: Extract<LeafCondition, { kind: 'tier' }>, { record }: Moment): string | null {
  return record.standings?.find((standing) => standing.ladder === ladder)?.tier ?? null;
}

/** How much more (or less) makes a comparison hold, from how much is missing to its bound. */
function wayTo(is: Comparison, by: number): number {
  return is === 'moreThan' ? by + 1 : is === 'lessThan' ? by - 1 : by;
}

/** The last day on which what is counted now still counts in the same window. */
function closing(plan: Plan, { metric }: Extract<LeafCondition, { kind: 'metric' }>, moment: Moment): string | null {
  if (metric.window.kind !== 'this') return null;
  const { joinedAtMs } = moment.record;
  const joined = joinedAtMs === null ? null : plan.clock.dayAt(joinedAtMs);
  const span = daysOf(metric.window, moment.day, plan.program, () => joined);
  return span === null ? null : showDate(civilOf(span.to));
}

function nextDay(plan: Plan, leaf: LeafCondition, moment: Moment): Nearest | null {
  const holds = plan.leaf(leaf);
  for (let ahead = 1; ahead <= DAYS_TO_LOOK_AHEAD; ahead += 1) {
    const day = moment.day + ahead;
    const date = localDate(day);
    if (holds({ ...moment, day, date, born: birthdayOf(moment.record, date.year) }))
      return { kind: 'onDate', date: showDate(date) };
  }
  return null;
}
