import { phrase } from './phrase.ts';

/** When points can be used, and until when. */
export const expiryPhrases = {
  'points.pending': phrase({
    in: 'points',
    en: 'points can be used after {delay:Duration}',
    zh: '积分{delay:Duration}后生效',
    alsoEn: ['points can be used {delay:Duration} after earning'],
    alsoZh: ['积分获得{delay:Duration}后可用'],
    doc: [
      'Until then they are pending. Hours run on the clock; days end at midnight.',
      '生效前积分待用。小时按实际时长，天数以当日零点为界。',
    ],
  }),
  'expire.never': phrase({
    in: 'points',
    en: 'points never expire',
    zh: '积分永久有效',
    alsoZh: ['积分不过期'],
    doc: ['As long as the file says nothing else, points do not expire.', '文件没有另外写明时，积分不会到期。'],
  }),
  'expire.after': phrase({
    in: 'points',
    en: 'points expire {span:Duration} after earning',
    zh: '积分自获得之日起{span:Duration}有效',
    alsoEn: ['points are valid for {span:Duration}'],
    alsoZh: [
      '积分有效期{span:Duration}',
      '积分有效期为{span:Duration}',
      '积分{span:Duration}内有效',
      '积分{span:Duration}有效',
    ],
    doc: ['Points can be used through the end of that day.', '积分可用至到期当日结束。'],
  }),
  'expire.period': phrase({
    in: 'points',
    en: 'points expire at the end of the {period:CalendarPeriod} {span:Duration} after earning',
    zh: '积分于获得{span:Duration}后的{period:CalendarPeriod}末到期',
    alsoZh: ['积分于获得{span:Duration}后的{period:CalendarPeriod}底到期'],
    doc: [
      'The day that lies so long after earning, and on to the end of its month, quarter or year.',
      '自获得之日起满该时长，顺延至所在月、季度或年的最后一天。',
    ],
  }),
  'expire.periodOf': phrase({
    in: 'points',
    en: 'points expire at the end of the {period:CalendarPeriod} of earning',
    zh: '积分于获得当{period:CalendarPeriod}末到期',
    alsoZh: ['积分于获得当{period:CalendarPeriod}底到期'],
    doc: [
      'Points can be used through the last day of the month, quarter or year in which they were earned.',
      '积分可用至获得当月、当季度或当年的最后一天。',
    ],
  }),
  'expire.dayOfYear': phrase({
    in: 'points',
    en: 'points expire at the end of {day:MonthDay} of {year:YearAfter}',
    zh: '积分于{year:YearAfter}{day:MonthDay}到期',
    alsoZh: ['积分{year:YearAfter}{day:MonthDay}到期', '积分{year:YearAfter}{day:MonthDay}清零'],
    doc: ['A fixed date, counted from the year of earning.', '以获得积分的年份起算的固定日期。'],
  }),
  'expire.monthOfYear': phrase({
    in: 'points',
    en: 'points expire at the end of {month:Month} of {year:YearAfter}',
    zh: '积分于{year:YearAfter}{month:Month}底到期',
    alsoZh: ['积分于{year:YearAfter}{month:Month}末到期'],
    doc: ['The last day of that month, counted from the year of earning.', '以获得积分的年份起算，该月最后一天到期。'],
  }),
  'expire.eachDay': phrase({
    in: 'points',
    en: 'points expire each year at the end of {day:MonthDay}',
    zh: '积分每年{day:MonthDay}到期',
    alsoZh: ['积分每年{day:MonthDay}清零'],
    doc: ['Every year at the end of that day all points are gone.', '每年该日结束时，积分全部清零。'],
  }),
  'expire.eachMonth': phrase({
    in: 'points',
    en: 'points expire each year at the end of {month:Month}',
    zh: '积分每年{month:Month}底到期',
    alsoZh: ['积分每年{month:Month}底清零'],
    doc: ['Every year at the end of that month all points are gone.', '每年该月结束时，积分全部清零。'],
  }),
  'expire.idle': phrase({
    in: 'points',
    en: 'points expire after {span:Duration} without {without:Activities}',
    zh: '{span:Duration}无{without:Activities}，积分到期',
    alsoZh: ['{span:Duration}没有{without:Activities}，积分到期'],
    doc: [
      'Each of these renews all points; points that nothing renews count from the day of earning.',
      '每次此类活动使全部积分重新起算；没有活动的，自获得之日起算。',
    ],
  }),
  'expire.earliest': phrase({
    in: 'points',
    en: 'whichever comes first',
    zh: '以先到者为准',
    doc: ['Of the expiry dates that the section states, the earliest counts.', '本节写明的多个到期日，以最早的为准。'],
  }),
  'expire.latest': phrase({
    in: 'points',
    en: 'whichever comes last',
    zh: '以后到者为准',
    doc: ['Of the expiry dates that the section states, the latest counts.', '本节写明的多个到期日，以最晚的为准。'],
  }),
} as const;
