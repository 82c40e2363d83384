import type { Refusal } from '../../reason.ts';
import { names, type Say } from './say.ts';

/** 券为何不能使用。 */

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
        ? `本方案没有券，「${coupon}」不能使用。`
        : `没有名为「${coupon}」的券；本方案的券有${names(known)}。`;
    }
    case 'no-such-coupon': {
      const { coupon, available, needed } = refusal;
      return available === 0
        ? `会员没有「${coupon}」券；请勿使用。`
        : `需要「${coupon}」券${needed}张，只有${available}张；请勿超出现有张数。`;
    }
    case 'coupon-does-not-fit':
      return `「${refusal.coupon}」券此单不能使用：${WHYS[refusal.why](refusal, say)}。`;
  }
}

type Unfit = Extract<Refusal, { code: 'coupon-does-not-fit' }>;

const WHYS: Readonly<Record<Unfit['why'], (refusal: Unfit, say: Say) => string>> = {
  noGoods: () => '本单没有适用的商品',
  tooLittle: ({ least, counted }, say) =>
    `适用商品合计${say.money(counted)}，须满${say.money(least)}，还差${say.money(least - counted)}`,
  nothing: () => '用了也不会减价；请留待下次使用',
  notTogether: () => '须单独使用；请不用其他券，或不用这张',
  onlyOne: () => '每单限用一张',
};
