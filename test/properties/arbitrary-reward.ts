import type { Program } from '@laurel/engine';
import fc from 'fast-check';
import { AT, amount, type Scope, slots } from './arbitrary-rules.ts';

type Reward = Program['rewards'][number];
type Given = Reward['gives'][number];

export const REWARDS = ['Umbrella', 'Coins'];

/** What points buy, with every kind of thing that can be given. */
export function rewards(scope: Scope): fc.Arbitrary<Reward[]> {
  const { rewardPrice, rewardMoney, spendFrom } = slots(scope);
  const given = fc.oneof<fc.Arbitrary<Given>[]>(
    fc.constant({ kind: 'gift', name: 'Umbrella' }),
    fc.constant({ kind: 'coupon', name: 'Autumn' }),
    fc.record({ kind: fc.constant('storedValue'), money: amount(rewardMoney) }),
    fc.record({ kind: fc.constant('voucher'), money: amount(rewardMoney) }),
    fc.record({ kind: fc.constant('cash'), money: amount(rewardMoney) }),
  );
  const one = (name: string) =>
    fc.record({
      name: fc.constant(name),
      wallet: fc.constantFrom(...scope.wallets),
      price: amount(rewardPrice),
      gives: fc.array(given, { minLength: 1, maxLength: 3 }),
      least: fc.oneof({ weight: 4, arbitrary: fc.constant(null) }, { weight: 1, arbitrary: amount(spendFrom) }),
      inIssuingStore: fc.constantFrom(true, false, false),
      stores: fc.option(fc.subarray(['north', 'south'], { minLength: 1 }), { freq: 2 }),
      reversible: fc.record({
        count: fc.constantFrom(0, 1, 30, 90),
        unit: fc.constantFrom('day' as const, 'month' as const),
      }),
      at: fc.constant(AT),
    });
  return fc.tuple(...REWARDS.map(one)).chain((all) => fc.subarray(all));
}
