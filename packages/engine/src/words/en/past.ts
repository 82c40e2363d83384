import { digitsCounted } from '../../declared-event.ts';
import { fromMinor } from '../../number.ts';
import type { Duration, Metric, Window, WindowPeriod } from '../../program.ts';
import { grouped, trimmed } from '../figures.ts';
import type { Finding, Wanted } from '../finding.ts';
import type { Say } from './say.ts';
import { nextText, WISHES } from './wish.ts';

/** What was found in an account's past, in English. */

type FindingOf<K extends Finding['kind']> = Extract<Finding, { kind: K }>;

export function countedText(finding: FindingOf<'counted'>, say: Say): string {
  const { metric, withThis, actual, wish, wanted, by, until } = finding;
  const own = withThis ? ' with this purchase' : '';
  const found = `${metricName(metric)} ${windowName(metric.window)}${own}: ${counted(metric, actual, say)}`;
  const need = `${found}, ${WISHES[wish]} ${wantedText(metric, wanted, say)} needed`;
  if (by === null) return need;
  const change = `${counted(metric, Math.abs(by), say)} ${by < 0 ? 'less' : 'more'}`;
  return `${need}: ${change}${until === null ? '' : ` by ${say.date(until)}`} would have done it`;
}

export function sinceText({ what, since, wish, than, next }: FindingOf<'since'>, say: Say): string {
  const needed = `${WISHES[wish]} ${durationText(than)} ago needed`;
  if (since === null)
    return what === 'joining' ? `not a member yet, ${needed}` : `no purchase before this one, ${needed}`;
  const found = what === 'joining' ? 'the member joined on' : 'the last purchase was on';
  return `${found} ${say.date(since)}, ${needed}${nextText(next, 'the next such day is', say)}`;
}

export function ageText({ age, wish, wanted, next }: FindingOf<'age'>, say: Say): string {
  const bound = wanted.decimal === null ? `"${wanted.setting}"` : trimmed(wanted.decimal);
  return `the member is ${age}, ${WISHES[wish]} ${bound} needed${nextText(next, 'the next such day is', say)}`;
}

export function metricName({ of, goods, event }: Metric): string {
  switch (of) {
    case 'spend':
      return goods === null ? 'spend' : `spend on "${goods}"`;
    case 'purchases':
      return 'purchases';
    case 'visits':
      return 'visits';
    case 'points':
      return 'points earned';
    case 'events':
      return event?.fact == null ? `how often "${event?.name ?? ''}"` : `"${event.fact}" of "${event.name}"`;
  }
}

export function windowName(window: Window): string {
  switch (window.kind) {
    case 'this':
      return window.period === 'day' ? 'today' : `this ${PERIODS[window.period]}`;
    case 'previous':
      return window.period === 'day' ? 'yesterday' : `last ${PERIODS[window.period]}`;
    case 'last':
      return `in the last ${durationText(window)}`;
    case 'monthsBefore':
      return `in the ${durationText({ count: window.count, unit: 'month' })} before this month`;
    case 'ever':
      return 'in all';
  }
}

const PERIODS: Readonly<Record<WindowPeriod, string>> = {
  day: 'day',
  week: 'week',
  month: 'month',
  quarter: 'quarter',
  halfYear: 'half year',
  year: 'year',
  membershipYear: 'membership year',
};

function durationText({ count, unit }: Duration): string {
  return `${grouped(String(count), 4)} ${unit}${count === 1 ? '' : 's'}`;
}

/** An amount of what a metric counts. */
export function counted(metric: Metric, amount: number, say: Say): string {
  const { of, wallet } = metric;
  const digits = digitsCounted(metric, 0);
  if (of === 'spend') return say.money(amount);
  return of === 'points' ? say.points(amount, wallet ?? undefined) : grouped(trimmed(fromMinor(amount, digits)), 4);
}

function wantedText({ of, wallet }: Metric, wanted: Wanted, say: Say): string {
  if (wanted.decimal === null) return `"${wanted.setting}"`;
  const stated = (decimal: string): string => {
    if (of === 'spend') return say.full(decimal);
    return of === 'points' ? say.statedPoints(decimal, wallet ?? undefined) : grouped(trimmed(decimal), 4);
  };
  return wanted.setting === null ? stated(wanted.decimal) : `${stated(wanted.decimal)} ("${wanted.setting}")`;
}
