import { phrase } from './phrase.ts';

export const couponPhrases = {
  'coupon.header': phrase({
    in: 'header',
    en: 'coupon {name:NewName}:',
    zh: '券{name:NewName}：',
    alsoZh: ['优惠券{name:NewName}：'],
    doc: [
      'A coupon that rules and rewards give by its name. It lies in the account until it is used on a purchase, or lapses.',
      '由规则和兑换按名称发放的券；留在账户中，到消费时使用，或到期失效。',
    ],
  }),
  'coupon.share': phrase({
    in: 'coupon',
    en: 'pay {share:Share}',
    zh: '享{share:Share}',
    alsoZh: ['全单享{share:Share}'],
    doc: [
      'What is paid of the price that its goods have by then, after all prices and amounts off.',
      '适用商品按当时的应付价（已计各种优惠）再打该折扣。',
    ],
  }),
  'coupon.off': phrase({
    in: 'coupon',
    en: '{amount:Money} off',
    zh: '立减{amount:Money}',
    alsoZh: ['抵{amount:Money}'],
    doc: ['So much off all its goods together, never more than they cost.', '适用商品合计立减，最多减至零。'],
  }),
  'coupon.itemShare': phrase({
    in: 'coupon',
    en: 'pay {share:Share} for one item',
    zh: '一件享{share:Share}',
    alsoZh: ['单件享{share:Share}'],
    doc: [
      'For one of its goods, the dearest; a second such coupon is for another item.',
      '适用商品中最贵的一件；再用一张则另计一件。',
    ],
  }),
  'coupon.itemPrice': phrase({
    in: 'coupon',
    en: 'one item for {price:Money}',
    zh: '一件只付{price:Money}',
    doc: ['One of its goods, the dearest, costs this much.', '适用商品中最贵的一件按此价付。'],
  }),
  'coupon.goods': phrase({
    in: 'coupon',
    en: 'only for {goods:GoodsName}',
    zh: '限购{goods:GoodsName}',
    doc: ['It may be used on these goods only.', '仅可用于这些商品。'],
  }),
  'coupon.atListPrice': phrase({
    in: 'coupon',
    en: 'only on goods at their list price',
    zh: '限原价商品',
    alsoZh: ['不与其他优惠同享'],
    doc: ['Goods that a price or an amount off has made cheaper are left out.', '已享其他价格或立减的商品不能再用。'],
  }),
  'coupon.from': phrase({
    in: 'coupon',
    en: 'from {money:Money}',
    zh: '满{money:Money}可用',
    doc: ['What its goods must come to, before any coupon.', '适用商品用券前的合计须达到此数。'],
  }),
  'coupon.alone': phrase({
    in: 'coupon',
    en: 'not together with other coupons',
    zh: '不与其他券同用',
    doc: [
      'With it no other coupon can be used on the same purchase, nor a second one of it.',
      '同一单不能再用其他券，也不能用第二张。',
    ],
  }),
  'coupon.one': phrase({
    in: 'coupon',
    en: 'at most one per purchase',
    zh: '每单限用一张',
    doc: ['A second one of it can be used on another purchase only.', '同一单只能用一张。'],
  }),
  'coupon.stores': phrase({
    in: 'coupon',
    en: 'only in {stores:Texts}',
    zh: '限在{stores:Texts}使用',
    alsoZh: ['仅限在{stores:Texts}使用'],
    doc: ['It may be used in these stores only.', '仅可在这些门店使用。'],
  }),
  'coupon.valid': phrase({
    in: 'coupon',
    en: 'valid for {duration:Duration}',
    zh: '有效期{duration:Duration}',
    doc: [
      'Through the end of the day that lies so long after it was given; without such a sentence it never lapses.',
      '自发放起算，至最后一天结束；不写则长期有效。',
    ],
  }),
  'coupon.validPeriod': phrase({
    in: 'coupon',
    en: 'valid until the end of the {period:CalendarPeriod}',
    zh: '有效期至当{period:CalendarPeriod}末',
    doc: ['Through the end of the period in which it was given.', '至发放当期结束。'],
  }),
  'coupon.validDay': phrase({
    in: 'coupon',
    en: 'valid until {day:MonthDay}',
    zh: '有效期至{day:MonthDay}',
    doc: ['Through the end of the first such day from then on.', '至发放后第一个该日结束。'],
  }),
} as const;
