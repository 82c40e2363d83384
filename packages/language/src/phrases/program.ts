import { phrase } from './phrase.ts';

export const programPhrases = {
  'program.header': phrase({
    in: 'header',
    en: 'program {name:NewName} version {version:Text}:',
    zh: '方案{name:NewName}版本{version:Text}：',
    doc: ['Opens the file: what the program is called, and which version this is.', '文件开头：方案名称和版本。'],
  }),
  'program.headerPlain': phrase({
    in: 'header',
    en: 'program {name:NewName}:',
    zh: '方案{name:NewName}：',
    doc: ['Opens a file that has only one version.', '只有一个版本时的文件开头。'],
  }),
  'program.where': phrase({
    in: 'program',
    en: 'currency {currency:Currency}, time zone {zone:Zone}',
    zh: '币种 {currency:Currency}，时区 {zone:Zone}',
    doc: [
      'The money of every amount in the file, and the clock that decides every date.',
      '文件中所有金额的币种，以及判定日期所用的时区。',
    ],
  }),
  'program.effective': phrase({
    in: 'program',
    en: 'effective from {date:Date}',
    zh: '自{date:Date}起生效',
    doc: ['The first day on which this version counts.', '本版本自该日零点起执行。'],
  }),
  'program.shortMonths': phrase({
    in: 'program',
    en: 'short months: use the last day',
    zh: '小月：取当月最后一天',
    doc: ['A month after 31 January is the last day of February.', '按月推算遇到没有该日的月份时，取当月最后一天。'],
  }),
  'program.leapDay': phrase({
    in: 'program',
    en: 'birthdays on 29 February: keep on {day:MonthDay}',
    zh: '2月29日生日：按{day:MonthDay}',
    doc: ['Where a 29 February birthday falls in common years.', '平年里2月29日生日按哪一天计。'],
  }),
  'program.weekStart': phrase({
    in: 'program',
    en: 'weeks start on {weekday:Weekday}',
    zh: '每周从{weekday:Weekday}开始',
    doc: ['The first day of "this week".', '“本周”从星期几算起。'],
  }),
  'program.yearStart': phrase({
    in: 'program',
    en: 'the year starts on {day:MonthDay}',
    zh: '每年从{day:MonthDay}开始',
    doc: [
      'The first day of "this year"; quarters and half-years are counted from it.',
      '“今年”从哪一天算起，季度和半年也从这一天起算。',
    ],
  }),
} as const;
