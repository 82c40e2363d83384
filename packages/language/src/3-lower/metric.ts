import type { LeafCondition, Metric, Window } from '@laurel/engine/program';
import type { IdIn, NodeOf } from '../phrases/book.ts';
import type { DurationValue } from '../phrases/values.ts';
import { type Amounts, constant } from './amount.ts';
import type { Locate } from './calendar.ts';

type MetricLeaf = Extract<LeafCondition, { kind: 'metric' }>;

/** The conditions that hold a metric against an amount. */
export type MetricPhrase =
  | 'if.spend'
  | 'if.spendWith'
  | 'if.spendOn'
  | 'if.spendOnWith'
  | 'if.purchases'
  | 'if.purchasesWith'
  | 'if.visits'
  | 'if.pointsEarned'
  | 'if.events'
  | 'if.happened'
  | 'if.eventSum';

/** What lowering a metric needs to know of the rest of the file. */
export interface MetricContext {
  readonly amounts: Amounts;
  readonly locate: Locate;
  readonly wallet: string;
}

export function lowerMetric(node: NodeOf<MetricPhrase>, { amounts, locate, wallet }: MetricContext): MetricLeaf {
  const window = lowerWindow(node.slots.window);
  const leaf = (
    of: Metric['of'],
    to: MetricLeaf['to'],
    more: { goods?: string; withThis?: boolean; event?: Metric['event'] } = {},
  ): MetricLeaf => ({
    kind: 'metric',
    metric: {
      of,
      goods: more.goods ?? null,
      wallet: of === 'points' ? wallet : null,
      event: more.event ?? null,
      window,
    },
    withThis: more.withThis ?? false,
    is: 'is' in node.slots ? node.slots.is : 'atLeast',
    to,
    at: locate(node.span),
  });
  switch (node.phrase) {
    case 'if.spend':
      return leaf('spend', amounts.money(node.slots.money));
    case 'if.spendWith':
      return leaf('spend', amounts.money(node.slots.money), { withThis: true });
    case 'if.spendOn':
      return leaf('spend', amounts.money(node.slots.money), { goods: node.slots.goods });
    case 'if.spendOnWith':
      return leaf('spend', amounts.money(node.slots.money), { goods: node.slots.goods, withThis: true });
    case 'if.purchases':
      return leaf('purchases', amounts.count(node.slots.count));
    case 'if.purchasesWith':
      return leaf('purchases', amounts.count(node.slots.count), { withThis: true });
    case 'if.visits':
      return leaf('visits', amounts.count(node.slots.count));
    case 'if.pointsEarned':
      return leaf('points', amounts.points(node.slots.points));
    case 'if.events':
      return leaf('events', amounts.count(node.slots.count), { event: { name: node.slots.event, fact: null } });
    case 'if.happened':
      return leaf('events', constant('count', '1'), { event: { name: node.slots.event, fact: null } });
    case 'if.eventSum': {
      const { event, fact, number } = node.slots;
      return leaf('events', amounts.count(number), { event: { name: event, fact } });
    }
  }
}

export function lowerWindow(node: NodeOf<IdIn<'Window'>>): Window {
  switch (node.phrase) {
    case 'window.today':
      return { kind: 'this', period: 'day' };
    case 'window.week':
      return { kind: 'this', period: 'week' };
    case 'window.month':
      return { kind: 'this', period: 'month' };
    case 'window.quarter':
      return { kind: 'this', period: 'quarter' };
    case 'window.halfYear':
      return { kind: 'this', period: 'halfYear' };
    case 'window.year':
      return { kind: 'this', period: 'year' };
    case 'window.membershipYear':
      return { kind: 'this', period: 'membershipYear' };
    case 'window.lastMonth':
      return { kind: 'previous', period: 'month' };
    case 'window.lastQuarter':
      return { kind: 'previous', period: 'quarter' };
    case 'window.lastYear':
      return { kind: 'previous', period: 'year' };
    case 'window.rolling':
      return { kind: 'last', ...daysOrMonths(node.slots.duration) };
    case 'window.monthsBefore':
      return { kind: 'monthsBefore', count: daysOrMonths(node.slots.duration).count };
    case 'window.ever':
      return { kind: 'ever' };
  }
}

/** Weeks are seven days, years twelve months; the check has seen to it that nothing shorter stands here. */
function daysOrMonths({ count, unit }: DurationValue): { count: number; unit: 'day' | 'month' } {
  if (unit === 'month' || unit === 'year') return { count: unit === 'year' ? count * 12 : count, unit: 'month' };
  return { count: unit === 'week' ? count * 7 : count, unit: 'day' };
}
