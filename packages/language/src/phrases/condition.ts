import { phrase } from './phrase.ts';

/** What a rule may ask. A condition never opens like a sentence, and none begins with a name. */
export const conditionPhrases = {
  'if.calendar': phrase({
    in: 'Condition',
    en: 'the day is in {calendar:CalendarName}',
    zh: '当日在{calendar:CalendarName}内',
    doc: ['The local date of the purchase is one of the calendar’s days.', '消费当日属于该日历。'],
  }),
  'if.birthday': phrase({
    in: 'Condition',
    en: "the day is the member's birthday",
    zh: '当日为会员生日',
    alsoZh: ['当日是会员生日'],
    doc: [
      'It is the member’s birthday. An unknown birthday never is, and is reported.',
      '当日是会员生日；生日未登记则不成立并注明。',
    ],
  }),
  'if.birthdayMonth': phrase({
    in: 'Condition',
    en: "the month is the member's birthday month",
    zh: '当月为会员生日月',
    alsoZh: ['当月是会员生日月'],
    doc: ['It is the month of the member’s birthday.', '当月是会员生日所在月份。'],
  }),
  'if.dates': phrase({
    in: 'Condition',
    en: 'the date is from {from:Date} to {to:Date}',
    zh: '本单日期为{from:Date}至{to:Date}',
    alsoZh: ['本单日期在{from:Date}至{to:Date}之间'],
    doc: [
      'The local date of the purchase lies between the two, or is one of them.',
      '消费日期在两日之间，含首尾两日。',
    ],
  }),
  'if.hours': phrase({
    in: 'Condition',
    en: 'the time is from {from:Time} to {to:Time}',
    zh: '本单时间为{from:Time}至{to:Time}',
    alsoZh: ['本单时间在{from:Time}至{to:Time}之间'],
    doc: [
      'The clock shows a time from the first one on and before the second one; the hours may run over midnight.',
      '消费时刻自前一时间起、后一时间之前；可跨零点。',
    ],
  }),
  'if.weekday': phrase({
    in: 'Condition',
    en: 'the day is {weekdays:Weekdays}',
    zh: '当日为{weekdays:Weekdays}',
    alsoEn: ['the day is a {weekdays:Weekdays}'],
    alsoZh: ['当日是{weekdays:Weekdays}'],
    doc: ['The local weekday of the purchase.', '消费当日是星期几。'],
  }),
  'if.month': phrase({
    in: 'Condition',
    en: 'the month is {months:Months}',
    zh: '当月为{months:Months}',
    alsoZh: ['当月是{months:Months}'],
    doc: ['The local month of the purchase.', '消费当月是几月。'],
  }),
  'if.paid': phrase({
    in: 'Condition',
    en: 'the amount paid is {is:Comparison} {money:Money}',
    zh: '本单实付{is:Comparison}{money:Money}',
    doc: ['What was paid for the purchase, less what earns nothing.', '本单实付金额（扣除不积分的部分）。'],
  }),
  'if.listPrice': phrase({
    in: 'Condition',
    en: 'the purchase at list prices is {is:Comparison} {money:Money}',
    zh: '本单原价合计{is:Comparison}{money:Money}',
    doc: ['The purchase before any discount.', '本单折前原价合计。'],
  }),
  'if.basket': phrase({
    in: 'Condition',
    en: 'the basket has {goods:GoodsName}',
    zh: '本单含{goods:GoodsName}',
    doc: ['At least one line of the purchase is of these goods.', '本单至少有一件这类商品。'],
  }),
  'if.spend': phrase({
    in: 'Condition',
    en: 'the spend {window:Window} is {is:Comparison} {money:Money}',
    zh: '{window:Window}消费{is:Comparison}{money:Money}',
    doc: [
      'What was paid and counts, less what came back; this purchase is not in it yet.',
      '已付并计入的金额，扣除退货；不含本单。',
    ],
  }),
  'if.spendWith': phrase({
    in: 'Condition',
    en: 'the spend {window:Window} with this purchase is {is:Comparison} {money:Money}',
    zh: '{window:Window}连同本单消费{is:Comparison}{money:Money}',
    doc: ['The same, with what is paid for this purchase.', '同上，含本单。'],
  }),
  'if.spendOn': phrase({
    in: 'Condition',
    en: 'the spend on {goods:GoodsName} {window:Window} is {is:Comparison} {money:Money}',
    zh: '{window:Window}购买{goods:GoodsName}{is:Comparison}{money:Money}',
    doc: ['What was paid for these goods; this purchase is not in it yet.', '购买这类商品的金额，不含本单。'],
  }),
  'if.spendOnWith': phrase({
    in: 'Condition',
    en: 'the spend on {goods:GoodsName} {window:Window} with this purchase is {is:Comparison} {money:Money}',
    zh: '{window:Window}连同本单购买{goods:GoodsName}{is:Comparison}{money:Money}',
    doc: ['The same, with this purchase.', '同上，含本单。'],
  }),
  'if.purchases': phrase({
    in: 'Condition',
    en: 'the purchases {window:Window} are {is:Comparison} {count:Count}',
    zh: '{window:Window}购买{is:Comparison}{count:Count}',
    alsoZh: ['{window:Window}消费次数{is:Comparison}{count:Count}'],
    doc: [
      'How many purchases did not come back whole; this one is not in it yet.',
      '消费笔数，整单退货的不算；不含本单。',
    ],
  }),
  'if.purchasesWith': phrase({
    in: 'Condition',
    en: 'the purchases {window:Window} with this one are {is:Comparison} {count:Count}',
    zh: '{window:Window}连同本单购买{is:Comparison}{count:Count}',
    alsoZh: ['{window:Window}连同本单消费次数{is:Comparison}{count:Count}'],
    doc: ['The same, with this purchase.', '同上，含本单。'],
  }),
  'if.visits': phrase({
    in: 'Condition',
    en: 'the visits {window:Window} are {is:Comparison} {count:Count}',
    zh: '{window:Window}到店{is:Comparison}{count:Count}',
    alsoZh: ['{window:Window}到店次数{is:Comparison}{count:Count}'],
    doc: ['How often the member came in; purchases do not count as visits.', '到店次数，消费另计。'],
  }),
  'if.pointsEarned': phrase({
    in: 'Condition',
    en: 'the points earned {window:Window} are {is:Comparison} {points:Points}',
    zh: '{window:Window}获得积分{is:Comparison}{points:Points}',
    doc: [
      'Points that purchases earned, less those taken back; spending them changes nothing.',
      '消费所得积分，扣除收回的；使用积分不影响。',
    ],
  }),
  'if.lastPurchase': phrase({
    in: 'Condition',
    en: 'the last purchase was {is:Comparison} {duration:Duration} ago',
    zh: '距上次消费{is:Comparison}{duration:Duration}',
    doc: [
      'How long ago the purchase before this one was, in whole days; without one it never holds.',
      '距上一笔消费多久，按天计；从未消费则不成立。',
    ],
  }),
  'if.joined': phrase({
    in: 'Condition',
    en: 'the member joined {is:Comparison} {duration:Duration} ago',
    zh: '已入会{is:Comparison}{duration:Duration}',
    doc: ['How long the member has been one, in whole days.', '入会多久，按天计。'],
  }),
  'if.tier': phrase({
    in: 'Condition',
    en: 'the tier is {tier:TierName}',
    zh: '等级为{tier:TierName}',
    alsoZh: ['等级是{tier:TierName}'],
    doc: ['The member stands on exactly this tier.', '会员正好是该等级。'],
  }),
  'if.tierOrAbove': phrase({
    in: 'Condition',
    en: 'the tier is at least {tier:TierName}',
    zh: '等级为{tier:TierName}及以上',
    alsoZh: ['等级为{tier:TierName}以上'],
    doc: ['The member stands on this tier or a higher one.', '会员是该等级或更高。'],
  }),
  'if.age': phrase({
    in: 'Condition',
    en: "the member's age is {is:Comparison} {age:Number}",
    zh: '年龄{is:Comparison}{age:Number}岁',
    doc: ['In full years. An unknown birthday never holds, and is reported.', '周岁；生日未登记则不成立并注明。'],
  }),
} as const;
