import type { Program } from '@laurel/engine';
import fc from 'fast-check';
import { AT, amount, GOODS, goodsOrAll, type Scope, slots, TIERS } from './arbitrary-rules.ts';

type Effect = Program['rules'][number]['effects'][number];

/** What random rules make of prices: a price of their own, items bought together, amounts off, free delivery. */
export function pricing(scope: Scope): fc.Arbitrary<Effect> {
  return fc.oneof(
    { weight: 4, arbitrary: priceOfGoods(scope) },
    { weight: 1, arbitrary: inSets(scope) },
    { weight: 1, arbitrary: amountOff(scope) },
    { weight: 1, arbitrary: freeDelivery(scope) },
  );
}

/** Most programs have no floor. */
export function floors(scope: Scope): fc.Arbitrary<Program['stacking']['floors']> {
  const { share } = slots(scope);
  const one = fc.record({ share: amount(share), goods: goodsOrAll, at: fc.constant(AT) });
  return fc.oneof(
    { weight: 3, arbitrary: fc.array(one, { maxLength: 0 }) },
    { weight: 1, arbitrary: fc.array(one, { maxLength: 2 }) },
  );
}

function inTier() {
  return fc.record({ ladder: fc.constant('Ladder'), tier: fc.constantFrom<string>(...TIERS) });
}

/** Amounts off: always, from a threshold on, or for every full one. */
function amountOff(scope: Scope): fc.Arbitrary<Effect> {
  const { rewardMoney, per } = slots(scope);
  const most = fc.option(amount(slots(scope).threshold), { nil: null, freq: 3 });
  const common = { kind: fc.constant('takeOff' as const), amount: amount(rewardMoney), most, at: fc.constant(AT) };
  return fc.oneof(
    fc.record({
      ...common,
      from: fc.option(amount(slots(scope).threshold), { nil: null, freq: 3 }),
      each: fc.constant(false),
    }),
    fc.record({ ...common, from: amount(per), each: fc.constant(true) }),
  );
}

function freeDelivery(scope: Scope): fc.Arbitrary<Effect> {
  return fc.record({
    kind: fc.constant('freeDelivery' as const),
    from: fc.option(amount(slots(scope).threshold), { nil: null, freq: 3 }),
    at: fc.constant(AT),
  });
}

type Portion = Extract<Effect, { kind: 'paySet' }>['of'][number];

/** So many of one kind, or of two kinds that may be the same goods. */
function inSets(scope: Scope): fc.Arbitrary<Effect> {
  const { share, rewardMoney, threshold } = slots(scope);
  const portion = (which: readonly Portion['which'][]): fc.Arbitrary<Portion> =>
    fc.record({
      goods: fc.option(fc.constantFrom(...GOODS), { freq: 3 }),
      items: fc.constantFrom(1, 2, 2, 3),
      which: fc.constantFrom(...which),
    });
  const of = fc.oneof(
    fc.tuple(portion(['dearest'])),
    fc.tuple(portion(['dearest', 'cheapest']), portion(['dearest', 'cheapest'])),
  );
  const pay: fc.Arbitrary<Extract<Effect, { kind: 'paySet' }>['pay']> = fc.oneof(
    fc.record({ kind: fc.constant('last' as const), items: fc.constantFrom(1, 1, 2, 5), share: amount(share) }),
    fc.record({ kind: fc.constant('together' as const), price: fc.oneof(amount(rewardMoney), amount(threshold)) }),
  );
  return fc.record({ kind: fc.constant('paySet' as const), of, pay, at: fc.constant(AT) });
}

function priceOfGoods(scope: Scope): fc.Arbitrary<Effect> {
  const { share, rewardMoney, threshold } = slots(scope);
  const only = fc.constantFrom(false, false, true);
  const pay = fc.record({
    kind: fc.constant('payShare' as const),
    share: amount(share),
    goods: goodsOrAll,
    tier: fc.option(inTier(), { nil: null, freq: 2 }),
    only,
    at: fc.constant(AT),
  });
  const fixed = fc.record({
    kind: fc.constant('payFixed' as const),
    price: fc.oneof(amount(rewardMoney), amount(threshold)),
    goods: goodsOrAll,
    only,
    at: fc.constant(AT),
  });
  const byStaff = fc.record({
    kind: fc.constant('staffPrice' as const),
    least: amount(share),
    most: amount(share),
    goods: goodsOrAll,
    at: fc.constant(AT),
  });
  return fc.oneof({ weight: 5, arbitrary: pay }, { weight: 1, arbitrary: fixed }, { weight: 2, arbitrary: byStaff });
}
