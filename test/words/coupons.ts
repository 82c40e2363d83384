import type { Refusal } from '@laurel/engine';
import type { Table } from './table.ts';

type Codes = 'unknown-coupon' | 'no-such-coupon' | 'coupon-does-not-fit';

/** Why coupons cannot be used. */
export const COUPON_REFUSALS: Pick<Table<'code', Refusal>, Codes> = {
  'unknown-coupon': [
    [
      { code: 'unknown-coupon', coupon: 'Spring', known: ['Autumn', 'Winter'] },
      'There is no coupon "Spring"; the program has "Autumn" and "Winter".',
      '没有名为「Spring」的券；本方案的券有「Autumn」、「Winter」。',
    ],
    [
      { code: 'unknown-coupon', coupon: 'Spring', known: [] },
      'The program has no coupons, so "Spring" cannot be used.',
      '本方案没有券，「Spring」不能使用。',
    ],
  ],
  'no-such-coupon': [
    [
      { code: 'no-such-coupon', coupon: 'Spring', available: 0, needed: 1 },
      'The member has no coupon "Spring"; leave it out.',
      '会员没有「Spring」券；请勿使用。',
    ],
    [
      { code: 'no-such-coupon', coupon: 'Spring', available: 1, needed: 2 },
      '2 coupons "Spring" needed and only 1 there; use no more than there are.',
      '需要「Spring」券2张，只有1张；请勿超出现有张数。',
    ],
  ],
  'coupon-does-not-fit': [
    unfit('noGoods', 'nothing in the basket is what it is for', '本单没有适用的商品'),
    unfit(
      'tooLittle',
      'its goods come to ¥87.60 and must come to ¥100.00, ¥12.40 more',
      '适用商品合计87.60元，须满100元，还差12.40元',
    ),
    unfit(
      'nothing',
      'it would take nothing off; leave it out, and it is there for another day',
      '用了也不会减价；请留待下次使用',
    ),
    unfit(
      'notTogether',
      'it is used alone; leave the other coupons out, or this one',
      '须单独使用；请不用其他券，或不用这张',
    ),
    unfit('onlyOne', 'only one of it can be used on a purchase', '每单限用一张'),
  ],
};

type Unfit = Extract<Refusal, { code: 'coupon-does-not-fit' }>;

function unfit(why: Unfit['why'], en: string, zh: string): readonly [Unfit, string, string] {
  return [
    { code: 'coupon-does-not-fit', coupon: 'Spring', why, least: 10_000, counted: 8760 },
    `The coupon "Spring" cannot be used here: ${en}.`,
    `「Spring」券此单不能使用：${zh}。`,
  ];
}
