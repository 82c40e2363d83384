import { phrase } from './phrase.ts';

export const pointsPhrases = {
  'points.header': phrase({
    in: 'header',
    en: 'points {name:NewName}:',
    zh: '积分{name:NewName}：',
    doc: ['A wallet of points and its terms.', '一种积分及其规则。'],
  }),
  'points.whole': phrase({
    in: 'points',
    en: 'whole points, rounded down once per purchase, after multipliers',
    zh: '取整数，每单一次，乘倍数之后舍去',
    doc: [
      'Parts of a point are dropped at the end of each purchase, not on the way.',
      '每单先乘倍数再取整，不足1分舍去。',
    ],
  }),
  'points.wholeNearest': phrase({
    in: 'points',
    en: 'whole points, rounded to the nearest once per purchase, after multipliers',
    zh: '取整数，每单一次，乘倍数之后四舍五入',
    doc: ['Half a point or more counts as one.', '每单先乘倍数再四舍五入到整数。'],
  }),
  'points.convert': phrase({
    in: 'points',
    en: 'every {points:Points} become {money:Money} stored value, automatically',
    zh: '每满{points:Points}自动转为{money:Money}储值',
    doc: [
      'As soon as the balance holds so many points, they turn into stored value; the rest stays.',
      '积分满额即自动转为储值，余数保留。',
    ],
  }),
  'points.vouchers': phrase({
    in: 'points',
    en: 'amounts paid with shopping vouchers earn nothing',
    zh: '购物券支付部分不积分',
    doc: ['The part of a purchase that is paid with vouchers earns no points.', '用购物券支付的部分不计积分。'],
  }),
  'points.storedValue': phrase({
    in: 'points',
    en: 'amounts paid with stored value earn nothing',
    zh: '储值支付部分不积分',
    doc: ['The part of a purchase that is paid with stored value earns no points.', '用储值支付的部分不计积分。'],
  }),
} as const;
