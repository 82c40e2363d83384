import { phrase } from './phrase.ts';

export const tiersPhrases = {
  'tiers.header': phrase({
    in: 'header',
    en: 'tiers {name:NewName}:',
    zh: '等级{name:NewName}：',
    doc: [
      'A ladder of tiers by its name; several ladders may stand in one file.',
      '有名称的一套等级；一个文件可有多套。',
    ],
  }),
  'tiers.headerPlain': phrase({
    in: 'header',
    en: 'tiers:',
    zh: '等级：',
    doc: ['The ladder of tiers.', '会员等级。'],
  }),
  'tiers.countSpend': phrase({
    in: 'tiers',
    en: 'count the spend {window:Window}',
    zh: '按{window:Window}消费计',
    doc: [
      'What the thresholds are held against: what was paid and counts, less what came back.',
      '门槛按此计算：实付并计入的消费金额，扣除退货。',
    ],
  }),
  'tiers.countSpendOn': phrase({
    in: 'tiers',
    en: 'count the spend on {goods:GoodsName} {window:Window}',
    zh: '按{window:Window}购买{goods:GoodsName}金额计',
    doc: ['The same, for these goods only.', '同上，只计这类商品。'],
  }),
  'tiers.countPurchases': phrase({
    in: 'tiers',
    en: 'count the purchases {window:Window}',
    zh: '按{window:Window}购买次数计',
    doc: ['How many purchases did not come back whole.', '消费笔数，整单退货的不算。'],
  }),
  'tiers.countVisits': phrase({
    in: 'tiers',
    en: 'count the visits {window:Window}',
    zh: '按{window:Window}到店次数计',
    doc: ['How often the member came in.', '到店次数。'],
  }),
  'tiers.countPoints': phrase({
    in: 'tiers',
    en: 'count the points earned {window:Window}',
    zh: '按{window:Window}获得积分计',
    doc: ['Points that purchases earned, less those taken back.', '消费所得积分，扣除收回的。'],
  }),
  'tiers.start': phrase({
    in: 'tiers',
    en: 'everyone starts at {tier:NewName}',
    zh: '起始等级为{tier:NewName}',
    doc: ['The lowest tier, which every member has from the start.', '最低一级，入会即有。'],
  }),
  'tiers.from': phrase({
    in: 'tiers',
    en: '{tier:NewName} from {from:Threshold}',
    zh: '{tier:NewName}须满{from:Threshold}',
    doc: [
      'A tier and the count that reaches it, exactly so much included; the lowest tier is written first.',
      '一个等级和它的门槛（含）；低的写在前面。',
    ],
  }),
  'tiers.when': phrase({
    in: 'tiers',
    en: '{tier:NewName} when {condition:Condition}',
    zh: '{tier:NewName}须{condition:Condition}',
    doc: ['A tier and what must hold to reach it.', '一个等级和须满足的条件。'],
  }),
  'tiers.keep': phrase({
    in: 'tiers',
    en: 'keep {tier:TierName} from {from:Threshold}',
    zh: '保级{tier:TierName}须满{from:Threshold}',
    doc: [
      'What keeps the tier at a review, where that is less than what reaches it.',
      '复核时保住该等级的门槛，可低于升级门槛。',
    ],
  }),
  'tiers.keepWhen': phrase({
    in: 'tiers',
    en: 'keep {tier:TierName} when {condition:Condition}',
    zh: '保级{tier:TierName}须{condition:Condition}',
    doc: ['What must hold to keep the tier at a review.', '复核时保住该等级须满足的条件。'],
  }),
  'tiers.review': phrase({
    in: 'tiers',
    en: 'review at the end of each {period:ReviewPeriod}',
    zh: '每{period:ReviewPeriod}末复核',
    doc: [
      'Members move up at once, and down only then, by what the period that closes has counted.',
      '升级即时，降级只在复核时，按刚结束的时间段计算。',
    ],
  }),
  'tiers.upAtReviews': phrase({
    in: 'tiers',
    en: 'move up only at reviews',
    zh: '升级也只在复核时',
    doc: ['Members move up at reviews too, not in between.', '升级也等到复核时。'],
  }),
  'tiers.oneUp': phrase({
    in: 'tiers',
    en: 'at most one tier up per {period:ReviewPeriod}',
    zh: '每{period:ReviewPeriod}最多升一级',
    doc: [
      'The next step waits for the next purchase in a later such period; the first tier is a step too.',
      '再升一级，要等下一个这样的时段里的下一笔消费；首次获得等级也算一级。',
    ],
  }),
  'tiers.oneDown': phrase({
    in: 'tiers',
    en: 'at most one tier down per review',
    zh: '每次复核最多降一级',
    doc: ['A soft landing.', '逐级降级。'],
  }),
  'tiers.holds': phrase({
    in: 'tiers',
    en: 'a tier holds for {duration:Duration}',
    zh: '等级有效期{duration:Duration}',
    doc: [
      'For so long the tier stays whatever is counted; then it is reviewed, and whoever keeps it has it for as long again.',
      '有效期内等级不变；到期复核，达到保级要求的再续同样长的时间。',
    ],
  }),
  'tiers.holdsUntil': phrase({
    in: 'tiers',
    en: 'a tier holds until the end of the {period:ReviewPeriod}',
    zh: '等级有效期至当{period:ReviewPeriod}末',
    doc: ['The same, until the period in which it was reached closes.', '同上，至达到等级的当期结束。'],
  }),
  'tiers.holdsUntilNext': phrase({
    in: 'tiers',
    en: 'a tier holds until the end of the next {period:ReviewPeriod}',
    zh: '等级有效期至下一{period:ReviewPeriod}末',
    doc: ['The same, until the period after it closes.', '同上，至下一期结束。'],
  }),
  'tiers.lapse': phrase({
    in: 'tiers',
    en: 'after {duration:Duration} without a purchase, go down one tier',
    zh: '{duration:Duration}无消费，降一级',
    doc: [
      'One tier down, and again each time as long passes; a purchase starts the time anew.',
      '每再满一段时间再降一级；一有消费就重新计时。',
    ],
  }),
  'tiers.lapseTo': phrase({
    in: 'tiers',
    en: 'after {duration:Duration} without a purchase, go down to {tier:TierName}',
    zh: '{duration:Duration}无消费，降至{tier:TierName}',
    doc: ['Down to this tier at once.', '直接降到该等级。'],
  }),
  'tiers.lapseMonth': phrase({
    in: 'tiers',
    en: 'after each calendar month without a purchase, go down one tier',
    zh: '每个自然月无消费，降一级',
    doc: [
      'At the end of each such month; the month in which the tier was reached does not count.',
      '在该月结束时；达到等级的当月不算。',
    ],
  }),
  'tiers.floor': phrase({
    in: 'tiers',
    en: 'never down below {tier:TierName}',
    zh: '最低降至{tier:TierName}',
    doc: ['Absence takes nobody below this tier.', '无消费降级到此为止。'],
  }),
  'tiers.climbFrom': phrase({
    in: 'tiers',
    en: 'climbing goes on from the threshold of the tier that is left',
    zh: '再升级从所降等级的门槛起累计',
    doc: [
      'After such a fall the count stands at the threshold of the tier that the member fell to.',
      '无消费降级后，累计数回到所降等级的门槛。',
    ],
  }),
  'tiers.climbAnew': phrase({
    in: 'tiers',
    en: 'climbing starts again from nothing',
    zh: '再升级重新累计',
    doc: ['After such a fall the count stands at zero.', '无消费降级后，累计数归零。'],
  }),
  'tiers.climbUntouched': phrase({
    in: 'tiers',
    en: 'the count stays as it is',
    zh: '累计数不变',
    doc: ['After such a fall the count is what it was.', '无消费降级后，累计数不变。'],
  }),
  'tiers.usesUp': phrase({
    in: 'tiers',
    en: 'reaching a tier uses up its threshold',
    zh: '升级后扣除该级门槛',
    doc: ['The count goes on with what lay above the threshold.', '超出门槛的部分继续累计。'],
  }),
} as const;
