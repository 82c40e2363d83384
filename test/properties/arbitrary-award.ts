import type { Program } from '@laurel/engine';
import fc from 'fast-check';
import { STORED_VALUE } from '../reference/account.ts';
import { metric } from './arbitrary-metric.ts';
import { AT, amount, type Scope, slots } from './arbitrary-rules.ts';

type Effect = Program['rules'][number]['effects'][number];
type Award = Extract<Effect, { kind: 'award' }>;
type Band = Award['bands'][number];
type Amount = NonNullable<Band['from']>;

const one = (unit: Amount['unit']): Amount => ({
  unit,
  scale: 0,
  range: { least: '1', most: '1' },
  value: { constant: '1' },
});

/** What is given for what a window measured: by bands, of each of which something is given once or by how much it was. */
export function award(scope: Scope): fc.Arbitrary<Award> {
  const of: fc.Arbitrary<Award['of']> = fc.oneof(
    { weight: 4, arbitrary: fc.record({ kind: fc.constant('metric' as const), metric: metric(scope) }) },
    {
      weight: 1,
      arbitrary: fc.record({ kind: fc.constant('balance' as const), wallet: fc.constantFrom(...scope.wallets) }),
    },
  );
  return of.chain((of) =>
    fc.record({
      kind: fc.constant('award' as const),
      of: fc.constant(of),
      bands: fc.array(band(scope, of), { minLength: 1, maxLength: 3 }),
      at: fc.constant(AT),
    }),
  );
}

function band(scope: Scope, of: Award['of']): fc.Arbitrary<Band> {
  const { threshold, award, count, per, each, rewardMoney, cashBack } = slots(scope);
  const what = of.kind === 'balance' ? 'points' : of.metric.of;
  const bound = what === 'spend' ? threshold : what === 'points' ? award : count;
  const unit = what === 'spend' ? 'money' : what === 'points' ? 'points' : 'count';
  const from = fc.option(amount(bound), { freq: 3 });
  const wallet = fc.constantFrom(...scope.wallets);
  const share = fc.record({
    from,
    gives: fc.oneof<fc.Arbitrary<Band['gives']>[]>(
      fc.record({ kind: fc.constant('earned' as const), wallet, amount: amount(cashBack) }),
      fc.record({ kind: fc.constant('earned' as const), wallet: fc.constant(STORED_VALUE), amount: amount(cashBack) }),
      fc.record({ kind: fc.constantFrom('voucher' as const, 'cash' as const), money: amount(cashBack) }),
    ),
    per: fc.constant(one(unit)),
    full: fc.constant(false),
    at: fc.constant(AT),
  });
  const fixed: fc.Arbitrary<Band['gives']> = fc.oneof(
    fc.record({ kind: fc.constant('earned' as const), wallet, amount: amount(award) }),
    fc.record({
      kind: fc.constant('earned' as const),
      wallet: fc.constant(STORED_VALUE),
      amount: amount(rewardMoney),
    }),
    fc.record({ kind: fc.constantFrom('voucher' as const, 'cash' as const), money: amount(rewardMoney) }),
    fc.record({ kind: fc.constantFrom('gift' as const, 'coupon' as const), name: fc.constantFrom('Cup', 'Tin') }),
  );
  const step = unit === 'money' ? amount(per) : unit === 'points' ? amount(each) : fc.constant(one(unit));
  return fc.oneof(
    share,
    fc.record({ from, gives: fixed, per: fc.constant(null), full: fc.constant(false), at: fc.constant(AT) }),
    fc.record({ from, gives: fixed, per: step, full: fc.constant(true), at: fc.constant(AT) }),
  );
}
