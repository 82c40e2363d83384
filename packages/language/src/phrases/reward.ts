import { phrase } from './phrase.ts';

export const rewardPhrases = {
  'reward.header': phrase({
    in: 'header',
    en: 'reward {name:NewName}:',
    zh: '兑换{name:NewName}：',
    doc: ['Something that points buy when the member asks for it.', '会员可以用积分兑换的东西。'],
  }),
  'reward.price': phrase({
    in: 'reward',
    en: 'costs {points:Points}',
    zh: '需{points:Points}',
    alsoZh: ['所需{points:Points}'],
    doc: ['What one of it costs.', '兑换一份所需的积分。'],
  }),
  'reward.gift': phrase({
    in: 'reward',
    en: 'gives the gift {gift:NewName}',
    zh: '得礼品{gift:NewName}',
    doc: ['Something that the shop hands out.', '由商家发放的礼品。'],
  }),
  'reward.coupon': phrase({
    in: 'reward',
    en: 'gives the coupon {coupon:CouponName}',
    zh: '得优惠券{coupon:CouponName}',
    doc: ['A coupon that the shop hands out and keeps account of.', '由商家发放并管理的优惠券。'],
  }),
  'reward.storedValue': phrase({
    in: 'reward',
    en: 'gives {money:Money} stored value',
    zh: '得{money:Money}储值',
    doc: ['Money for later purchases, in the stored-value wallet.', '存入储值账户，供以后消费。'],
  }),
  'reward.voucher': phrase({
    in: 'reward',
    en: 'gives a {money:Money} voucher',
    zh: '得{money:Money}购物券',
    alsoEn: ['gives an {money:Money} voucher'],
    doc: ['A shopping voucher that the shop hands out.', '由商家发放的购物券。'],
  }),
  'reward.cash': phrase({
    in: 'reward',
    en: 'gives {money:Money} in cash',
    zh: '得{money:Money}现金',
    doc: ['Money that the shop pays out.', '由商家支付的现金。'],
  }),
  'reward.from': phrase({
    in: 'reward',
    en: 'from a balance of {points:Points}',
    zh: '余额满{points:Points}可兑',
    doc: ['It can be had only while the balance is at least so much.', '余额达到此数方可兑换。'],
  }),
  'reward.issuingStore': phrase({
    in: 'reward',
    en: 'only in the store that issued the card',
    zh: '限发卡门店',
    doc: ['It can be had in no other store.', '其他门店不能兑换。'],
  }),
  'reward.stores': phrase({
    in: 'reward',
    en: 'only in {stores:Texts}',
    zh: '限{stores:Texts}',
    alsoZh: ['仅限{stores:Texts}'],
    doc: ['It can be had in these stores, or at these partners, only.', '仅可在这些门店或合作商户兑换。'],
  }),
  'reward.reversible': phrase({
    in: 'reward',
    en: 'may be taken back within {period:Duration}',
    zh: '{period:Duration}内可撤销',
    doc: [
      'How long afterwards the points can be given back for it; 90 days unless said.',
      '兑换后多久之内可以撤销并退回积分；未写明则为90天。',
    ],
  }),
} as const;
