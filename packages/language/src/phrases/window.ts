import { phrase } from './phrase.ts';

/** Over which days something is counted (T4): whole local days of the program's zone. */
export const windowPhrases = {
  'window.today': phrase({
    in: 'Window',
    en: 'today',
    zh: '今日',
    alsoZh: ['今天'],
    doc: ['This local day.', '当天。'],
  }),
  'window.week': phrase({
    in: 'Window',
    en: 'this week',
    zh: '本周',
    doc: ['From the day on which weeks start.', '从每周的起始日算起。'],
  }),
  'window.month': phrase({
    in: 'Window',
    en: 'this month',
    zh: '本月',
    doc: ['From the first of the month.', '从当月1日算起。'],
  }),
  'window.quarter': phrase({
    in: 'Window',
    en: 'this quarter',
    zh: '本季度',
    alsoZh: ['本季'],
    doc: ['Three months, counted from the start of the year.', '三个月一季，从一年的起始日算起。'],
  }),
  'window.halfYear': phrase({
    in: 'Window',
    en: 'this half year',
    zh: '本半年',
    alsoZh: ['本半年度'],
    doc: ['Six months, counted from the start of the year.', '六个月，从一年的起始日算起。'],
  }),
  'window.year': phrase({
    in: 'Window',
    en: 'this year',
    zh: '今年',
    alsoZh: ['本年', '本年度'],
    doc: ['From the day on which the year starts.', '从一年的起始日算起。'],
  }),
  'window.membershipYear': phrase({
    in: 'Window',
    en: 'this membership year',
    zh: '本会员年度',
    doc: ['From the last anniversary of joining.', '从最近一次入会周年日算起。'],
  }),
  'window.lastMonth': phrase({
    in: 'Window',
    en: 'last month',
    zh: '上月',
    alsoZh: ['上个月'],
    doc: ['The calendar month before this one.', '上一个自然月。'],
  }),
  'window.lastQuarter': phrase({
    in: 'Window',
    en: 'last quarter',
    zh: '上季度',
    doc: ['The quarter before this one.', '上一个季度。'],
  }),
  'window.lastYear': phrase({
    in: 'Window',
    en: 'last year',
    zh: '去年',
    alsoZh: ['上年度'],
    doc: ['The year before this one.', '上一个年度。'],
  }),
  'window.rolling': phrase({
    in: 'Window',
    en: 'in the last {duration:Duration}',
    zh: '最近{duration:Duration}',
    alsoZh: ['近{duration:Duration}'],
    doc: ['From the day after the same date back then, today included.', '从当时同一日期的次日算起，含今天。'],
  }),
  'window.monthsBefore': phrase({
    in: 'Window',
    en: 'in the {duration:Duration} before this month',
    zh: '本月前{duration:Duration}',
    doc: ['Full calendar months; this month does not count.', '完整的自然月，不含本月。'],
  }),
  'window.ever': phrase({
    in: 'Window',
    en: 'in all',
    zh: '累计',
    alsoEn: ['so far'],
    doc: ['From the first event of the account on.', '从账户第一笔记录算起。'],
  }),
} as const;
