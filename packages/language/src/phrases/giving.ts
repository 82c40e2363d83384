import { phrase } from './phrase.ts';

/** What a rule gives beside points. */
export const givingPhrases = {
  'give.gift': phrase({
    in: 'rule',
    en: 'give the gift {gift:NewName}',
    zh: '送礼品{gift:NewName}',
    alsoZh: ['赠礼品{gift:NewName}', '赠送礼品{gift:NewName}'],
    doc: [
      'Something that the shop hands out. It stays with the customer whatever comes back later.',
      '由商家发放的礼品；日后退货也不收回。',
    ],
  }),
  'give.giftFull': phrase({
    in: 'rule',
    en: 'give the gift {gift:NewName} per full {money:Money} paid',
    zh: '实付每满{money:Money}送礼品{gift:NewName}',
    alsoEn: ['give the gift {gift:NewName} for every full {money:Money} paid'],
    alsoZh: ['实付每满{money:Money}赠礼品{gift:NewName}'],
    doc: [
      'One for each whole amount that was paid; the part paid with vouchers or points does not count.',
      '按实付金额每满一份送一件；购物券、积分支付部分不计。',
    ],
  }),
  'give.coupon': phrase({
    in: 'rule',
    en: 'give the coupon {coupon:CouponName}',
    zh: '送优惠券{coupon:CouponName}',
    alsoZh: ['赠优惠券{coupon:CouponName}', '送券{coupon:CouponName}'],
    doc: ['A coupon that the shop hands out and keeps account of.', '由商家发放并管理的优惠券。'],
  }),
  'give.couponFull': phrase({
    in: 'rule',
    en: 'give the coupon {coupon:CouponName} per full {money:Money} paid',
    zh: '实付每满{money:Money}送优惠券{coupon:CouponName}',
    alsoEn: ['give the coupon {coupon:CouponName} for every full {money:Money} paid'],
    alsoZh: ['实付每满{money:Money}送券{coupon:CouponName}'],
    doc: [
      'One for each whole amount that was paid; the part paid with vouchers or points does not count.',
      '按实付金额每满一份送一张；购物券、积分支付部分不计。',
    ],
  }),
  'give.storedValue': phrase({
    in: 'rule',
    en: 'give stored value of {amount:Money}',
    zh: '送储值{amount:Money}',
    alsoZh: ['赠{amount:Money}储值', '赠储值{amount:Money}'],
    doc: [
      'Money for later purchases. Returns take it back like points.',
      '存入储值账户，供以后消费；退货时与积分一样收回。',
    ],
  }),
  'give.storedValueFull': phrase({
    in: 'rule',
    en: 'give stored value of {amount:Money} per full {money:Money} paid',
    zh: '实付每满{money:Money}送储值{amount:Money}',
    alsoEn: ['give stored value of {amount:Money} for every full {money:Money} paid'],
    alsoZh: ['实付每满{money:Money}送{amount:Money}储值', '实付每满{money:Money}返{amount:Money}储值'],
    doc: [
      'So much for each whole amount that was paid; the part paid with vouchers or points does not count.',
      '按实付金额每满一份送储值；购物券、积分支付部分不计。',
    ],
  }),
  'give.storedValueShare': phrase({
    in: 'rule',
    en: 'give stored value equal to {share:Percent} of the amount paid',
    zh: '按实付金额的{share:Percent}返储值',
    alsoZh: ['按实付金额的{share:Percent}送储值'],
    doc: [
      'A share of what was paid, in proportion, cut off to the smallest coin.',
      '按实付金额的百分比返储值，不足一分的舍去。',
    ],
  }),
  'give.voucher': phrase({
    in: 'rule',
    en: 'give a {amount:Money} voucher',
    zh: '送购物券{amount:Money}',
    alsoEn: ['give an {amount:Money} voucher'],
    alsoZh: ['赠{amount:Money}购物券', '赠购物券{amount:Money}'],
    doc: ['A shopping voucher that the shop hands out.', '由商家发放的购物券。'],
  }),
  'give.voucherFull': phrase({
    in: 'rule',
    en: 'give a {amount:Money} voucher per full {money:Money} paid',
    zh: '实付每满{money:Money}送购物券{amount:Money}',
    alsoEn: [
      'give an {amount:Money} voucher per full {money:Money} paid',
      'give a {amount:Money} voucher for every full {money:Money} paid',
      'give an {amount:Money} voucher for every full {money:Money} paid',
    ],
    alsoZh: ['实付每满{money:Money}送{amount:Money}购物券', '实付每满{money:Money}返{amount:Money}购物券'],
    doc: ['One for each whole amount that was paid.', '按实付金额每满一份送一张。'],
  }),
  'give.voucherShare': phrase({
    in: 'rule',
    en: 'give a voucher for {share:Percent} of the amount paid',
    zh: '按实付金额的{share:Percent}返购物券',
    alsoZh: ['按实付金额的{share:Percent}送购物券'],
    doc: [
      'A voucher worth a share of what was paid, cut off to the smallest coin.',
      '返实付金额一定百分比的购物券，不足一分的舍去。',
    ],
  }),
  'give.cash': phrase({
    in: 'rule',
    en: 'give back {amount:Money} in cash',
    zh: '返现{amount:Money}',
    alsoZh: ['返现金{amount:Money}', '返{amount:Money}现金'],
    doc: ['Money that the shop pays out.', '由商家支付的现金。'],
  }),
  'give.cashFull': phrase({
    in: 'rule',
    en: 'give back {amount:Money} in cash per full {money:Money} paid',
    zh: '实付每满{money:Money}返现{amount:Money}',
    alsoEn: ['give back {amount:Money} in cash for every full {money:Money} paid'],
    alsoZh: ['实付每满{money:Money}返现金{amount:Money}', '实付每满{money:Money}返{amount:Money}现金'],
    doc: ['So much for each whole amount that was paid.', '按实付金额每满一份返现金。'],
  }),
  'give.cashShare': phrase({
    in: 'rule',
    en: 'pay back {share:Percent} of the amount paid in cash',
    zh: '按实付金额的{share:Percent}返现',
    alsoEn: ['give cash equal to {share:Percent} of the amount paid'],
    alsoZh: ['按实付金额的{share:Percent}返现金'],
    doc: [
      'A share of what was paid, cut off to the smallest coin, that the shop pays out.',
      '按实付金额的百分比返现金，不足一分的舍去，由商家支付。',
    ],
  }),
  'give.referrerGift': phrase({
    in: 'rule',
    en: 'give the referrer the gift {gift:NewName}',
    zh: '送推荐人礼品{gift:NewName}',
    alsoZh: ['推荐人得礼品{gift:NewName}'],
    doc: [
      'Something that the shop hands out to whoever introduced the member who buys. It stays whatever comes back.',
      '由商家发放给推荐人的礼品；日后退货也不收回。',
    ],
  }),
  'give.referrerCash': phrase({
    in: 'rule',
    en: 'pay the referrer {share:Percent} of the amount paid in cash',
    zh: '按实付金额的{share:Percent}向推荐人返现',
    alsoZh: ['按实付金额的{share:Percent}返现给推荐人'],
    doc: [
      'A share of what the referred member paid, cut off to the smallest coin, that the shop pays out. It stays whatever comes back.',
      '按被推荐会员实付金额的百分比返现，不足一分的舍去，由商家支付；日后退货也不收回。',
    ],
  }),
} as const;
