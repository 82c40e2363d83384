import type { Refusal } from '../../reason.ts';
import { quotedList, type Say } from './say.ts';

/** Why coupons cannot be used. */

type CouponRefusal = Extract<Refusal, { code: 'unknown-coupon' | 'no-such-coupon' | 'coupon-does-not-fit' }>;

export function isAboutCoupon(refusal: Refusal): refusal is CouponRefusal {
  const { code } = refusal;
  return code === 'unknown-coupon' || code === 'no-such-coupon' || code === 'coupon-does-not-fit';
}

export function couponText(refusal: CouponRefusal, say: Say): string {
  switch (refusal.code) {
    case 'unknown-coupon': {
      const { coupon, known } = refusal;
      return known.length === 0
        ? `The program has no coupons, so "${coupon}" cannot be used.`
        : `There is no coupon "${coupon}"; the program has ${quotedList(known, 'and')}.`;
    }
    case 'no-such-coupon': {
      const { coupon, available, needed } = refusal;
      return available === 0
        ? `The member has no coupon "${coupon}"; leave it out.`
        : `${needed} coupons "${coupon}" needed and only ${available} there; use no more than there are.`;
    }
    case 'coupon-does-not-fit':
      return `The coupon "${refusal.coupon}" cannot be used here: ${WHYS[refusal.why](refusal, say)}.`;
  }
}

type Unfit = Extract<Refusal, { code: 'coupon-does-not-fit' }>;

const WHYS: Readonly<Record<Unfit['why'], (refusal: Unfit, say: Say) => string>> = {
  noGoods: () => 'nothing in the basket is what it is for',
  tooLittle: ({ least, counted }, say) =>
    `its goods come to ${say.money(counted)} and must come to ${say.money(least)}, ${say.money(least - counted)} more`,
  nothing: () => 'it would take nothing off; leave it out, and it is there for another day',
  notTogether: () => 'it is used alone; leave the other coupons out, or this one',
  onlyOne: () => 'only one of it can be used on a purchase',
};
