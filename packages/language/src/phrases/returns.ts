import { phrase } from './phrase.ts';

export const returnsPhrases = {
  'returns.header': phrase({
    in: 'header',
    en: 'returns:',
    zh: '退货：',
    doc: ['What happens when goods come back.', '退货怎么办。'],
  }),
  'returns.within': phrase({
    in: 'returns',
    en: 'within {period:Duration}',
    zh: '{period:Duration}内',
    alsoEn: ['goods can come back within {period:Duration}'],
    alsoZh: ['购买后{period:Duration}内', '{period:Duration}内可退货', '{period:Duration}无理由退货'],
    doc: ['How long after the purchase goods can come back.', '购买后多久之内可以退货。'],
  }),
  'returns.needReceiptAndCard': phrase({
    in: 'returns',
    en: 'a return needs the receipt and the card',
    zh: '退货须凭小票和会员卡',
    alsoZh: ['退换货须凭小票和会员卡'],
    doc: [
      'Without both, goods neither come back nor are exchanged. Only members have a card to show.',
      '缺一不退不换。非会员无卡可出示，只凭小票。',
    ],
  }),
  'returns.needReceipt': phrase({
    in: 'returns',
    en: 'a return needs the receipt',
    zh: '退货须凭小票',
    alsoZh: ['退换货须凭小票'],
    doc: ['Without it, goods neither come back nor are exchanged.', '无小票不退不换。'],
  }),
  'returns.needCard': phrase({
    in: 'returns',
    en: 'a return needs the card',
    zh: '退货须凭会员卡',
    alsoZh: ['退换货须凭会员卡'],
    doc: ['Without it, a member’s goods neither come back nor are exchanged.', '会员未出示会员卡，不退不换。'],
  }),
  'returns.unknown': phrase({
    in: 'returns',
    en: 'goods without a known purchase can come back at a stated value',
    zh: '查不到消费记录的商品，可按议定金额退货',
    alsoZh: ['无消费记录的商品，可按议定金额退货'],
    doc: [
      'Staff state the value; a member gives back what it earns at today’s base rate, without multipliers and conditions.',
      '由店员议定金额；会员按当日基础积分率退还积分，不计倍数和附带条件的积分。',
    ],
  }),
  'exchange.original': phrase({
    in: 'returns',
    en: 'exchanges: at the original price',
    zh: '换货按原价',
    alsoZh: ['换货按购买时价格'],
    doc: [
      'What goes out in an exchange costs what it cost on the day of the purchase.',
      '换出的商品按原消费当日的价格计。',
    ],
  }),
  'exchange.today': phrase({
    in: 'returns',
    en: "exchanges: at today's price",
    zh: '换货按现价',
    doc: ['What goes out in an exchange costs what it costs now.', '换出的商品按换货时的价格计。'],
  }),
  'exchange.lower': phrase({
    in: 'returns',
    en: 'exchanges: at the lower of the two prices',
    zh: '换货按较低价',
    alsoEn: ["exchanges: at the original or today's price, whichever is lower"],
    alsoZh: ['换货按原价与现价中较低者'],
    doc: [
      'If the price rose since the purchase, the original one counts; if it fell, today’s.',
      '涨价的按原价，降价的按现价。',
    ],
  }),
  'returns.takeBack': phrase({
    in: 'returns',
    en: 'take back the points that the returned goods earned',
    zh: '收回退货商品所得积分',
    alsoEn: ['take back the points'],
    alsoZh: ['扣回相应积分', '收回相应积分'],
    doc: [
      'The member keeps what the kept goods would have earned by themselves; the rest comes back.',
      '会员保留留下的商品本应得的积分，其余收回。',
    ],
  }),
  'returns.keep': phrase({
    in: 'returns',
    en: 'the points stay with the member',
    zh: '退货不收回积分',
    doc: ['A return takes no points back.', '退货时积分不收回。'],
  }),
  'returns.negative': phrase({
    in: 'returns',
    en: 'if the points are already used, allow a negative balance',
    zh: '积分已用，余额可为负',
    doc: ['What is missing is owed; the next points repay it first.', '不足部分记欠，以后所得积分先行抵还。'],
  }),
  'returns.forgive': phrase({
    in: 'returns',
    en: 'if the points are already used, let them go',
    zh: '积分已用，不再追回',
    doc: ['What is missing is forgiven.', '不足部分不再追收。'],
  }),
  'returns.deduct': phrase({
    in: 'returns',
    en: 'if the points are already used, deduct {money:Money} per {points:Points} from the refund',
    zh: '积分已用，按每{points:Points}{money:Money}从退款中扣除',
    doc: [
      'What is missing is taken off the refund at this rate; what the refund cannot cover stays owed.',
      '不足部分按此比例从退款中扣除，退款不够的记欠。',
    ],
  }),
} as const;
