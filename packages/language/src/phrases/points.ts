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
    alsoEn: ['whole points, rounded down'],
    alsoZh: ['取整数，不足1分舍去', '取整数，舍去小数'],
    doc: [
      'Parts of a point are dropped at the end of each purchase, not on the way.',
      '每单先乘倍数再取整，不足1分舍去。',
    ],
  }),
  'points.wholeNearest': phrase({
    in: 'points',
    en: 'whole points, rounded to the nearest once per purchase, after multipliers',
    zh: '取整数，每单一次，乘倍数之后四舍五入',
    alsoEn: ['whole points, rounded to the nearest'],
    alsoZh: ['取整数，四舍五入'],
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
  'points.keep': phrase({
    in: 'points',
    en: 'a member may ask to keep points from converting',
    zh: '会员可申请保留积分不转',
    doc: [
      'The points of a member who asks stay points; when the member stops asking, they convert at once.',
      '会员提出申请的，积分不再自动转换；取消申请时立即转换。',
    ],
  }),
  'points.from': phrase({
    in: 'points',
    en: 'points may be spent from {points:Points}',
    zh: '满{points:Points}起兑',
    alsoZh: ['满{points:Points}方可使用'],
    doc: ['Nothing can be bought with points while the balance is lower.', '余额不足此数时，积分不能使用。'],
  }),
  'points.store': phrase({
    in: 'points',
    en: 'points are spent in the store that issued the card',
    zh: '积分须在发卡门店使用',
    alsoEn: ['in the store that issued the card'],
    alsoZh: ['须在发卡门店使用'],
    doc: ['Points buy nothing in any other store.', '在其他门店不能使用积分。'],
  }),
  'points.pay': phrase({
    in: 'points',
    en: 'every {points:Points} pay {money:Money}',
    zh: '每{points:Points}抵{money:Money}',
    alsoEn: ['every {points:Points} pays {money:Money}'],
    alsoZh: ['每{points:Points}可抵{money:Money}'],
    doc: [
      'Points pay for a purchase, in whole steps of so many; the part paid with points earns nothing.',
      '积分可抵付消费，每次抵付须为此数的整数倍；积分抵付的部分不积分。',
    ],
  }),
  'points.paySome': phrase({
    in: 'points',
    en: 'points pay at most {share:Percent} of the amount due',
    zh: '积分最多抵应付金额的{share:Percent}',
    doc: ['The rest of a purchase is paid in other ways.', '其余部分须用其他方式付款。'],
  }),
  'points.payAll': phrase({
    in: 'points',
    en: 'points pay the whole amount due or nothing of it',
    zh: '积分须抵全额',
    doc: ['Points cannot pay only a part of a purchase.', '积分不能只抵付一部分。'],
  }),
  'points.payAlone': phrase({
    in: 'points',
    en: 'a purchase paid with points earns nothing',
    zh: '使用积分的消费不积分',
    doc: [
      'Where points pay a part of a purchase, the rest of it earns nothing either.',
      '用积分抵付一部分的，其余部分也不积分。',
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
