import { digitsCounted } from '../../declared-event.ts';
import { fromMinor } from '../../number.ts';
import type { Duration, Metric, Window, WindowPeriod } from '../../program.ts';
import { trimmed } from '../figures.ts';
import type { Finding, Wanted } from '../finding.ts';
import { number, type Say } from './say.ts';
import { nextText, WISHES } from './wish.ts';

/** 账户过往的统计结果。 */

type FindingOf<K extends Finding['kind']> = Extract<Finding, { kind: K }>;

export function countedText(finding: FindingOf<'counted'>, say: Say): string {
  const { metric, withThis, actual, wish, wanted, by, until } = finding;
  const found = `${windowName(metric.window)}${withThis ? '连同本单' : ''}${metricName(metric)}${counted(metric, actual, say)}`;
  const need = `${found}，须${WISHES[wish]}${wantedText(metric, wanted, say)}`;
  if (by === null) return need;
  const change = `${by < 0 ? '多出' : '还差'}${counted(metric, Math.abs(by), say)}`;
  return `${need}，${change}${until === null ? '' : `（截至${say.date(until)}）`}`;
}

export function sinceText({ what, since, wish, than, next }: FindingOf<'since'>, say: Say): string {
  const needed = `须${WISHES[wish]}${durationText(than)}`;
  if (since === null) return what === 'joining' ? `尚未入会，${needed}` : `此前没有消费，${needed}`;
  const found = what === 'joining' ? `${say.date(since)}入会` : `上次消费为${say.date(since)}`;
  return `${found}，${needed}${nextText(next, say)}`;
}

export function ageText({ age, wish, wanted, next }: FindingOf<'age'>, say: Say): string {
  const bound = wanted.decimal === null ? `「${wanted.setting}」` : trimmed(wanted.decimal);
  return `会员${age}岁，须${WISHES[wish]}${bound}岁${nextText(next, say)}`;
}

export function metricName({ of, goods, event }: Metric): string {
  switch (of) {
    case 'spend':
      return goods === null ? '消费' : `购买「${goods}」`;
    case 'purchases':
      return '购买';
    case 'visits':
      return '到店';
    case 'points':
      return '获得';
    case 'events':
      return event?.fact == null ? `「${event?.name ?? ''}」` : `「${event.name}」的「${event.fact}」`;
  }
}

export function windowName(window: Window): string {
  switch (window.kind) {
    case 'this':
      return THIS[window.period];
    case 'previous':
      return PREVIOUS[window.period];
    case 'last':
      return `最近${durationText(window)}`;
    case 'monthsBefore':
      return `本月前${durationText({ count: window.count, unit: 'month' })}`;
    case 'ever':
      return '累计';
  }
}

const THIS: Readonly<Record<WindowPeriod, string>> = {
  day: '今日',
  week: '本周',
  month: '本月',
  quarter: '本季度',
  halfYear: '本半年',
  year: '今年',
  membershipYear: '本会员年度',
};

const PREVIOUS: Readonly<Record<WindowPeriod, string>> = {
  day: '昨日',
  week: '上周',
  month: '上月',
  quarter: '上季度',
  halfYear: '上一个半年',
  year: '去年',
  membershipYear: '上一会员年度',
};

const UNITS: Readonly<Record<Duration['unit'], string>> = {
  minute: '分钟',
  hour: '小时',
  day: '天',
  week: '周',
  month: '个月',
  year: '年',
};

function durationText({ count, unit }: Duration): string {
  return `${count}${UNITS[unit]}`;
}

/** 统计的数额。 */
export function counted(metric: Metric, amount: number, say: Say): string {
  const { of, wallet } = metric;
  const digits = digitsCounted(metric, 0);
  if (of === 'spend') return say.money(amount);
  return of === 'points' ? say.points(amount, wallet ?? undefined) : often(metric, fromMinor(amount, digits));
}

/** 次数，或某项数字之和。 */
function often({ event }: Metric, decimal: string): string {
  return `${number(trimmed(decimal))}${event?.fact == null ? '次' : ''}`;
}

function wantedText(metric: Metric, wanted: Wanted, say: Say): string {
  const { of, wallet } = metric;
  if (wanted.decimal === null) return `「${wanted.setting}」`;
  const stated = (decimal: string): string => {
    if (of === 'spend') return say.stated(decimal);
    return of === 'points' ? say.statedPoints(decimal, wallet ?? undefined) : often(metric, decimal);
  };
  return wanted.setting === null ? stated(wanted.decimal) : `${stated(wanted.decimal)}（「${wanted.setting}」）`;
}
