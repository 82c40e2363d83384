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
} as const;
