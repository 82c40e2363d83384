import type { Program } from '@laurel/engine';
import fc from 'fast-check';
import { AT, amount, GOODS, type Scope, slots } from './arbitrary-rules.ts';
import { span } from './arbitrary-wallet.ts';

type Coupon = Program['coupons'][number];

/** The coupons that rules and rewards give by name. */
export const COUPONS = ['Cup', 'Tin'];

/** Some of the coupons have a section; the others are the host's own. */
export function coupons(scope: Scope): fc.Arbitrary<Coupon[]> {
  const { share, rewardMoney, threshold } = slots(scope);
  const worth: fc.Arbitrary<Coupon['worth']> = fc.oneof(
    fc.record({ kind: fc.constantFrom('share' as const, 'itemShare' as const), share: amount(share) }),
    fc.record({ kind: fc.constantFrom('off' as const, 'itemPrice' as const), money: amount(rewardMoney) }),
  );
  const deadline = fc.oneof(
    fc.record({
      kind: fc.constant('after' as const),
      span,
      through: fc.constantFrom('day' as const, 'month' as const, 'quarter' as const, 'year' as const),
      at: fc.constant(AT),
    }),
    fc.record({
      kind: fc.constant('date' as const),
      on: fc.constantFrom({ month: 2, day: 29 }, { month: 12, day: 31 }, { month: 3, day: 31 }),
      years: fc.constant(0),
      at: fc.constant(AT),
    }),
  );
  const rarely = fc.oneof({ weight: 5, arbitrary: fc.constant(false) }, { weight: 1, arbitrary: fc.constant(true) });
  const coupon = (name: string): fc.Arbitrary<Coupon> =>
    fc.record({
      name: fc.constant(name),
      worth,
      goods: fc.option(fc.constantFrom(...GOODS), { freq: 2 }),
      from: fc.option(amount(threshold), { freq: 2 }),
      atListPrice: rarely,
      alone: rarely,
      onePerPurchase: rarely,
      stores: fc.oneof(
        { weight: 5, arbitrary: fc.constant(null) },
        { weight: 1, arbitrary: fc.constant<string[] | null>(['north']) },
      ),
      expiry: fc.option(
        fc.record({ of: fc.array(deadline, { minLength: 1, maxLength: 2 }), counts: fc.constant('earliest' as const) }),
        { freq: 2 },
      ),
      at: fc.constant(AT),
    });
  return fc.oneof(fc.constant<Coupon[]>([]), fc.tuple(...COUPONS.map(coupon)), fc.tuple(coupon('Cup')));
}

/** What a purchase names, of coupons that there are or are not. */
export const namedCoupons: fc.Arbitrary<readonly string[] | undefined> = fc.oneof(
  { weight: 14, arbitrary: fc.constant(undefined) },
  { weight: 3, arbitrary: fc.constantFrom<string[][]>(['Cup'], ['Tin'], ['Cup', 'Tin'], ['Cup', 'Cup'], ['Pot']) },
);
