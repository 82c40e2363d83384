import { phrase } from './phrase.ts';

/** What rules give for what was measured: a share of it, so much for each full step of it, or by bands. */
export const awardPhrases = {
  'award.points': phrase({
    in: 'rule',
    en: 'give points equal to {share:Percent} of {measured:Measured}',
    zh: '按{measured:Measured}的{share:Percent}积分',
    alsoZh: ['按{measured:Measured}的{share:Percent}送积分'],
    doc: [
      'Points for what was measured by then; of money, so many for each hundred of the currency. What the same window was given before comes off.',
      '按届时统计数的百分比送积分；同一时段已送的部分不再重复。',
    ],
  }),
  'award.storedValue': phrase({
    in: 'rule',
    en: 'give stored value equal to {share:Percent} of {measured:Measured}',
    zh: '按{measured:Measured}的{share:Percent}返储值',
    alsoZh: ['按{measured:Measured}的{share:Percent}送储值'],
    doc: [
      'The same as stored value, cut off to the smallest coin; one point counts as one of the currency.',
      '同上，返储值，不足一分的舍去；1积分按1元计。',
    ],
  }),
  'award.voucher': phrase({
    in: 'rule',
    en: 'give a voucher for {share:Percent} of {measured:Measured}',
    zh: '按{measured:Measured}的{share:Percent}返购物券',
    alsoZh: ['按{measured:Measured}的{share:Percent}送购物券'],
    doc: [
      'The same as a voucher that the shop hands out; one point counts as one of the currency.',
      '同上，返由商家发放的购物券；1积分按1元计。',
    ],
  }),
  'award.cash': phrase({
    in: 'rule',
    en: 'pay back {share:Percent} of {measured:Measured} in cash',
    zh: '按{measured:Measured}的{share:Percent}返现',
    alsoZh: ['按{measured:Measured}的{share:Percent}返现金'],
    doc: [
      'The same as cash that the shop pays out; one point counts as one of the currency.',
      '同上，返由商家支付的现金；1积分按1元计。',
    ],
  }),
  'award.fullPoints': phrase({
    in: 'rule',
    en: 'for every full {step:Threshold} of {measured:Measured}, give {points:Points}',
    zh: '按{measured:Measured}每满{step:Threshold}送{points:Points}',
    doc: [
      'Adds everything of the window up, then counts whole steps; what the same window was given before comes off.',
      '先合计整个时段，再计整份；同一时段已送的部分不再重复。',
    ],
  }),
  'award.fullStoredValue': phrase({
    in: 'rule',
    en: 'for every full {step:Threshold} of {measured:Measured}, give stored value of {amount:Money}',
    zh: '按{measured:Measured}每满{step:Threshold}送储值{amount:Money}',
    doc: ['The same as stored value.', '同上，送储值。'],
  }),
  'award.fullVoucher': phrase({
    in: 'rule',
    en: 'for every full {step:Threshold} of {measured:Measured}, give a {amount:Money} voucher',
    zh: '按{measured:Measured}每满{step:Threshold}送购物券{amount:Money}',
    alsoEn: ['for every full {step:Threshold} of {measured:Measured}, give an {amount:Money} voucher'],
    doc: ['The same: one voucher for each step.', '同上，每份一张购物券。'],
  }),
  'award.graded': phrase({
    in: 'rule',
    en: 'graded by {measured:Measured}',
    zh: '按{measured:Measured}分档',
    doc: [
      'What the bands of this rule go by. Of the bands, the highest that is reached gives, and no other.',
      '本规则各档所依据的统计数；只按达到的最高一档给予。',
    ],
  }),
  'band.points': phrase({
    in: 'rule',
    en: 'from {from:Threshold}, give {points:Points}',
    zh: '达到{from:Threshold}送{points:Points}',
    doc: ['A band: fixed points for whoever reaches it, each time that the rule runs.', '一档：达到者每次得固定积分。'],
  }),
  'band.gift': phrase({
    in: 'rule',
    en: 'from {from:Threshold}, give the gift {gift:NewName}',
    zh: '达到{from:Threshold}送礼品{gift:NewName}',
    doc: ['A band: this gift.', '一档：送此礼品。'],
  }),
  'band.coupon': phrase({
    in: 'rule',
    en: 'from {from:Threshold}, give the coupon {coupon:CouponName}',
    zh: '达到{from:Threshold}送优惠券{coupon:CouponName}',
    doc: ['A band: this coupon.', '一档：送此优惠券。'],
  }),
  'band.storedValue': phrase({
    in: 'rule',
    en: 'from {from:Threshold}, give stored value of {amount:Money}',
    zh: '达到{from:Threshold}送储值{amount:Money}',
    doc: ['A band: so much stored value.', '一档：送储值。'],
  }),
  'band.voucher': phrase({
    in: 'rule',
    en: 'from {from:Threshold}, give a {amount:Money} voucher',
    zh: '达到{from:Threshold}送购物券{amount:Money}',
    alsoEn: ['from {from:Threshold}, give an {amount:Money} voucher'],
    doc: ['A band: a voucher of so much.', '一档：送购物券。'],
  }),
  'band.cash': phrase({
    in: 'rule',
    en: 'from {from:Threshold}, give back {amount:Money} in cash',
    zh: '达到{from:Threshold}返现{amount:Money}',
    doc: ['A band: so much cash.', '一档：返现金。'],
  }),
  'band.pointsShare': phrase({
    in: 'rule',
    en: 'from {from:Threshold}, give points equal to {share:Percent} of it',
    zh: '达到{from:Threshold}按{share:Percent}积分',
    doc: ['A band: points for a share of all that was measured.', '一档：按统计总数的百分比送积分。'],
  }),
  'band.storedValueShare': phrase({
    in: 'rule',
    en: 'from {from:Threshold}, give stored value equal to {share:Percent} of it',
    zh: '达到{from:Threshold}按{share:Percent}返储值',
    doc: ['A band: stored value for a share of it.', '一档：按百分比返储值。'],
  }),
  'band.voucherShare': phrase({
    in: 'rule',
    en: 'from {from:Threshold}, give a voucher for {share:Percent} of it',
    zh: '达到{from:Threshold}按{share:Percent}返购物券',
    doc: ['A band: a voucher for a share of it.', '一档：按百分比返购物券。'],
  }),
  'band.cashShare': phrase({
    in: 'rule',
    en: 'from {from:Threshold}, pay back {share:Percent} of it in cash',
    zh: '达到{from:Threshold}按{share:Percent}返现',
    doc: ['A band: cash for a share of it.', '一档：按百分比返现。'],
  }),
} as const;

/** What an award can go by. */
export const measuredPhrases = {
  'measured.spend': phrase({
    in: 'Measured',
    en: 'the spend {window:Window}',
    zh: '{window:Window}消费',
    doc: ['What was paid and counts, less what came back.', '实付并计入的金额，扣除退货。'],
  }),
  'measured.spendOn': phrase({
    in: 'Measured',
    en: 'the spend on {goods:GoodsName} {window:Window}',
    zh: '{window:Window}购买{goods:GoodsName}金额',
    doc: ['The same, for these goods only.', '同上，只计这类商品。'],
  }),
  'measured.purchases': phrase({
    in: 'Measured',
    en: 'the purchases {window:Window}',
    zh: '{window:Window}购买次数',
    doc: ['How many purchases did not come back whole.', '消费笔数，整单退货的不算。'],
  }),
  'measured.visits': phrase({
    in: 'Measured',
    en: 'the visits {window:Window}',
    zh: '{window:Window}到店次数',
    doc: ['How often the member came in.', '到店次数。'],
  }),
  'measured.points': phrase({
    in: 'Measured',
    en: 'the points earned {window:Window}',
    zh: '{window:Window}获得积分',
    doc: ['Points that purchases earned, less those taken back.', '消费所得积分，扣除收回的。'],
  }),
  'measured.unspent': phrase({
    in: 'Measured',
    en: 'the unspent points',
    zh: '未使用积分',
    alsoEn: ['the points balance'],
    alsoZh: ['积分余额'],
    doc: ['The points that can be used at that moment.', '届时可用的积分。'],
  }),
} as const;
