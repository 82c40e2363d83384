import { phrase } from './phrase.ts';

export const calendarPhrases = {
  'calendar.header': phrase({
    in: 'header',
    en: 'calendar {name:NewName}:',
    zh: '日历{name:NewName}：',
    doc: ['Named days that rules can ask for.', '一组有名称的日子，供规则引用。'],
  }),
  'calendar.day': phrase({
    in: 'calendar',
    en: '{day:Day}',
    zh: '{day:Day}',
    doc: ['One entry of the calendar.', '日历中的一项。'],
  }),
  'day.each': phrase({
    in: 'Day',
    en: '{day:MonthDay}',
    zh: '{day:MonthDay}',
    doc: ['The same date every year.', '每年的这一天。'],
  }),
  'day.run': phrase({
    in: 'Day',
    en: '{from:MonthDay} to {to:MonthDay}',
    zh: '{from:MonthDay}至{to:MonthDay}',
    alsoZh: ['{from:MonthDay}到{to:MonthDay}'],
    doc: [
      'Every day from the first to the last, both included, every year; it may run over the new year.',
      '每年从首日至末日（含首尾），可跨年。',
    ],
  }),
  'day.date': phrase({
    in: 'Day',
    en: '{date:Date}',
    zh: '{date:Date}',
    doc: ['One day of one year.', '某年的某一天。'],
  }),
  'day.dates': phrase({
    in: 'Day',
    en: '{from:Date} to {to:Date}',
    zh: '{from:Date}至{to:Date}',
    alsoZh: ['{from:Date}到{to:Date}'],
    doc: ['A run of days of one year, both ends included.', '某一段日期，含首尾。'],
  }),
  'day.nth': phrase({
    in: 'Day',
    en: '{nth:Nth} {weekday:Weekday} of {month:Month}',
    zh: '{month:Month}第{nth:Nth}个{weekday:Weekday}',
    doc: ['For days such as Mother’s Day.', '例如母亲节：5月第二个星期日。'],
  }),
  'day.lastOfMonth': phrase({
    in: 'Day',
    en: 'last {weekday:Weekday} of {month:Month}',
    zh: '{month:Month}最后一个{weekday:Weekday}',
    doc: ['The last such weekday of one month.', '某月最后一个星期几。'],
  }),
  'day.ofMonth': phrase({
    in: 'Day',
    en: '{nth:DayOfMonth} of each month',
    zh: '每月{nth:DayOfMonth}日',
    alsoZh: ['每月{nth:DayOfMonth}号'],
    doc: [
      'The same day of every month; in a month that is too short, its last day.',
      '每个月的这一天；没有该日的月份取最后一天。',
    ],
  }),
  'day.last': phrase({
    in: 'Day',
    en: 'last {weekday:Weekday} of each month',
    zh: '每月最后一个{weekday:Weekday}',
    doc: ['The last such weekday of every month.', '每个月最后一个星期几。'],
  }),
} as const;
