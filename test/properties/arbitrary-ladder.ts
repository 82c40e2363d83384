import type { Program } from '@laurel/engine';
import fc from 'fast-check';
import { agoLeaf, metric, metricLeaf } from './arbitrary-metric.ts';
import { AT, amount, type Scope, slots, TIERS } from './arbitrary-rules.ts';

type Ladder = Program['ladders'][number];
type Tier = Ladder['tiers'][number];
type Lapse = NonNullable<Ladder['lapse']>;

const period = fc.constantFrom(
  'day' as const,
  'week' as const,
  'month' as const,
  'quarter' as const,
  'halfYear' as const,
  'year' as const,
);
const plain = { keepFrom: null, keepWhen: null, at: AT };

/** A ladder whose thresholds are held against a count of its own. */
function counting(scope: Scope): fc.Arbitrary<Pick<Ladder, 'counts' | 'tiers'>> {
  const { threshold, award, count } = slots(scope);
  return metric(scope).chain((counts) => {
    const bound = counts.of === 'spend' ? threshold : counts.of === 'points' ? award : count;
    const tier = (name: string): fc.Arbitrary<Tier> =>
      fc
        .tuple(amount(bound), fc.option(amount(bound), { freq: 2 }))
        .map(([from, keepFrom]) => ({ ...plain, name, from, when: null, keepFrom }));
    const [first, ...above] = TIERS;
    return fc.tuple(fc.boolean(), tier(first), ...above.map(tier)).map(([starts, first, ...others]) => ({
      counts,
      tiers: [starts ? { ...plain, name: first.name, from: null, when: null } : first, ...others],
    }));
  });
}

/** A ladder whose tiers each say what must hold. */
function conditional(scope: Scope): fc.Arbitrary<Pick<Ladder, 'counts' | 'tiers'>> {
  const leaf = fc.oneof(
    metricLeaf(scope, false).map((leaf) => ({ ...leaf, withThis: false })),
    agoLeaf(),
  );
  const when: fc.Arbitrary<NonNullable<Tier['when']>> = fc.oneof(
    { weight: 2, arbitrary: leaf },
    {
      weight: 1,
      arbitrary: fc.record({ kind: fc.constantFrom('all' as const, 'any' as const), of: fc.tuple(leaf, leaf) }),
    },
  );
  const tier = (name: string): fc.Arbitrary<Tier> =>
    fc
      .tuple(when, fc.option(when, { freq: 2 }))
      .map(([when, keepWhen]) => ({ ...plain, name, from: null, when, keepWhen }));
  return fc.tuple(...TIERS.map(tier)).map((tiers) => ({ counts: null, tiers }));
}

const lapse: fc.Arbitrary<Lapse> = fc.record({
  after: fc.constantFrom<Lapse['after']>(
    'calendarMonth',
    { count: 1, unit: 'month' },
    { count: 10, unit: 'day' },
    { count: 2, unit: 'week' },
  ),
  to: fc.constantFrom<Lapse['to']>('down', 'down', { tier: TIERS[0] }),
  floor: fc.constantFrom<string | null>(null, null, TIERS[0]),
  climbing: fc.constantFrom('fromThreshold' as const, 'anew' as const, 'untouched' as const),
  at: fc.constant(AT),
});

const holds = fc.oneof<fc.Arbitrary<NonNullable<Ladder['holds']>>[]>(
  fc.constantFrom({ count: 1, unit: 'month' as const }, { count: 20, unit: 'day' as const }),
  fc.record({ endOf: period, later: fc.nat(1) }),
);

function ladder(scope: Scope): fc.Arbitrary<Ladder> {
  const what = fc.oneof({ weight: 3, arbitrary: counting(scope) }, { weight: 1, arbitrary: conditional(scope) });
  const review = fc.record({
    every: fc.option(period, { freq: 2 }),
    up: fc.constantFrom('atOnce' as const, 'atOnce' as const, 'atReviews' as const),
    oneUpPer: fc.option(period, { freq: 2 }),
    oneDown: fc.boolean(),
  });
  return fc
    .tuple(what, review, fc.option(holds, { freq: 2 }), fc.option(lapse, { freq: 2 }), fc.boolean())
    .map(([counted, review, holds, lapse, usesUp]) => ({
      name: 'Ladder',
      ...counted,
      review,
      holds,
      lapse,
      usesUp,
      at: AT,
    }));
}

/** Every program has the ladder that its rules may name. */
export function ladders(scope: Scope): fc.Arbitrary<Ladder[]> {
  return ladder(scope).map((one) => [one]);
}

/** Staff give a tier, for so many days from the event on. */
export interface TierGiving {
  readonly kind: 'tier';
  readonly tier: string;
  readonly days: number | undefined;
}

export const tierGiving: fc.Arbitrary<TierGiving> = fc.record({
  kind: fc.constant('tier' as const),
  tier: fc.constantFrom<string>(...TIERS, 'Nowhere'),
  days: fc.constantFrom(undefined, 0, 10, 40, -400),
});

export function givenTier({ tier, days }: TierGiving, at: string): { tier: string; until?: string; reason: string } {
  const reason = 'A random kindness.';
  if (days === undefined) return { tier, reason };
  return { tier, until: new Date(Date.parse(at) + days * 86_400_000).toISOString().slice(0, 10), reason };
}
