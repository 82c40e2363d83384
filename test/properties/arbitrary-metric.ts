import type { Program } from '@laurel/engine';
import fc from 'fast-check';
import { AT, amount, GOODS, type Scope, slots } from './arbitrary-rules.ts';

type Condition = NonNullable<Program['rules'][number]['when']>;
type LeafOf<K extends Condition['kind']> = Extract<Condition, { kind: K }>;
type Metric = LeafOf<'metric'>['metric'];

const period = fc.constantFrom(
  'day' as const,
  'week' as const,
  'month' as const,
  'quarter' as const,
  'halfYear' as const,
  'year' as const,
  'membershipYear' as const,
);

export const window: fc.Arbitrary<Metric['window']> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('this' as const), period }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('previous' as const), period }) },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant('last' as const),
      count: fc.constantFrom(1, 2, 12, 31),
      unit: fc.constantFrom('day' as const, 'month' as const),
    }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('monthsBefore' as const), count: fc.constantFrom(1, 3, 12) }) },
  { weight: 2, arbitrary: fc.constant({ kind: 'ever' as const }) },
);

export function metric(scope: Scope): fc.Arbitrary<Metric> {
  const plain = { goods: fc.constant(null), wallet: fc.constant(null), event: fc.constant(null), window };
  return fc.oneof(
    { weight: 3, arbitrary: fc.record({ ...plain, of: fc.constant('spend' as const) }) },
    {
      weight: 1,
      arbitrary: fc.record({ ...plain, of: fc.constant('spend' as const), goods: fc.constantFrom(...GOODS) }),
    },
    { weight: 2, arbitrary: fc.record({ ...plain, of: fc.constant('purchases' as const) }) },
    { weight: 1, arbitrary: fc.record({ ...plain, of: fc.constant('visits' as const) }) },
    {
      weight: 2,
      arbitrary: fc.record({
        ...plain,
        of: fc.constant('points' as const),
        wallet: fc.constantFrom(...scope.wallets),
      }),
    },
    {
      weight: 1,
      arbitrary: fc.record({
        ...plain,
        of: fc.constant('events' as const),
        event: fc.constantFrom(
          { name: 'Stay', fact: null },
          { name: 'Stay', fact: 'nights' },
          { name: 'Swipe', fact: null },
        ),
      }),
    },
  );
}

const is = fc.constantFrom(
  'atLeast' as const,
  'atLeast' as const,
  'moreThan' as const,
  'lessThan' as const,
  'atMost' as const,
  'exactly' as const,
);

/** A metric held against a bound of its own unit. With the purchase itself only where its payment is known. */
export function metricLeaf(scope: Scope, mayCountThis: boolean): fc.Arbitrary<LeafOf<'metric'>> {
  const { threshold, award, count } = slots(scope);
  return metric(scope).chain((metric) => {
    const bound = metric.of === 'spend' ? threshold : metric.of === 'points' ? award : count;
    const counts = metric.of === 'purchases' || (metric.of === 'spend' && mayCountThis);
    return fc.record({
      kind: fc.constant('metric' as const),
      metric: fc.constant(metric),
      withThis: counts ? fc.boolean() : fc.constant(false),
      is,
      to: amount(bound),
      at: fc.constant(AT),
    });
  });
}

export function agoLeaf(): fc.Arbitrary<LeafOf<'ago'>> {
  return fc.record({
    kind: fc.constant('ago' as const),
    what: fc.constantFrom('joining' as const, 'lastPurchase' as const),
    is,
    than: fc.record({
      count: fc.constantFrom(0, 1, 2, 30),
      unit: fc.constantFrom('day' as const, 'week' as const, 'month' as const),
    }),
    at: fc.constant(AT),
  });
}

export function ageLeaf(scope: Scope): fc.Arbitrary<LeafOf<'age'>> {
  return fc.record({
    kind: fc.constant('age' as const),
    is,
    to: amount(slots(scope).age),
    at: fc.constant(AT),
  });
}
