import { phrase } from './phrase.ts';

/** What lets a rule act beside purchases: other events, and the calendar. */
export const occasionPhrases = {
  'on.visit': phrase({
    in: 'rule',
    en: 'on a visit',
    zh: '每次到店时',
    alsoEn: ['on every visit'],
    alsoZh: ['到店时'],
    doc: ['Whenever a member comes in, even without buying.', '会员每次到店都适用，不购物也算。'],
  }),
  'on.visitOrPurchase': phrase({
    in: 'rule',
    en: 'on a visit or a purchase',
    zh: '每次到店或消费时',
    alsoEn: ['on every visit or purchase'],
    alsoZh: ['到店或消费时'],
    doc: ['Whenever a member comes in or buys.', '会员每次到店或消费都适用。'],
  }),
  'on.referredFirst': phrase({
    in: 'rule',
    en: "on a referred member's first purchase",
    zh: '被推荐会员首次消费时',
    alsoEn: ['on the first purchase of a referred member'],
    alsoZh: ['所推荐的会员首次消费时'],
    doc: [
      'When somebody whom this member introduced buys for the first time as a member. It takes effect at the next midnight; what comes back later counts too.',
      '本会员推荐入会的人以会员身份首次消费时；次日零点生效，退货也随之调整。',
    ],
  }),
  'on.referredPurchase': phrase({
    in: 'rule',
    en: 'on every purchase of a referred member',
    zh: '被推荐会员每笔消费时',
    alsoEn: ["on a referred member's purchase", 'on each purchase of a referred member'],
    alsoZh: ['被推荐会员消费时', '所推荐的会员每笔消费时'],
    doc: [
      'When somebody whom this member introduced buys as a member. It takes effect at the next midnight; what comes back later counts too.',
      '本会员推荐入会的人每次以会员身份消费时；次日零点生效，退货也随之调整。',
    ],
  }),
  'give.referrer': phrase({
    in: 'rule',
    en: 'give the referrer {points:Points}',
    zh: '推荐人得{points:Points}',
    alsoZh: ['送推荐人{points:Points}'],
    doc: ['A fixed number of points for whoever introduced the member who buys.', '固定赠送给推荐人的积分。'],
  }),
  'give.referrerRate': phrase({
    in: 'rule',
    en: 'give the referrer {points:Points} per {money:Money} paid',
    zh: '实付每{money:Money}推荐人得{points:Points}',
    doc: [
      'Points for the referrer in proportion to what the referred member paid.',
      '按被推荐会员的实付金额，按比例给推荐人积分。',
    ],
  }),
  'give.referrerShare': phrase({
    in: 'rule',
    en: 'give the referrer points equal to {share:Percent} of the amount paid',
    zh: '推荐人得实付金额{share:Percent}的积分',
    doc: [
      'So many points for each hundred of the currency that the referred member paid.',
      '按被推荐会员实付金额的百分比给推荐人积分。',
    ],
  }),
  'on.joining': phrase({
    in: 'rule',
    en: 'on joining',
    zh: '入会时',
    doc: [
      'At the moment of joining, even if the membership takes effect later.',
      '入会那一刻，即使会员资格稍后才生效。',
    ],
  }),
  'on.birthday': phrase({
    in: 'rule',
    en: "on the member's birthday",
    zh: '会员生日当天',
    alsoZh: ['会员生日时'],
    doc: [
      'Once a year, when the birthday begins; whoever joins on the birthday gets it at once.',
      '每年生日当天零点一次；生日当天入会的，入会即得。',
    ],
  }),
  'on.anniversary': phrase({
    in: 'rule',
    en: 'on the joining anniversary',
    zh: '入会周年当天',
    alsoEn: ['on the anniversary of joining'],
    alsoZh: ['入会周年时'],
    doc: ['At the start of each anniversary of the day of joining.', '每个入会周年日零点。'],
  }),
  'on.day': phrase({
    in: 'rule',
    en: 'on {day:Day}',
    zh: '在{day:Day}',
    alsoEn: ['on the {day:Day}'],
    doc: ['At the start of each such day.', '该日零点；一段日期则每日零点。'],
  }),
  'on.dayAt': phrase({
    in: 'rule',
    en: 'on {day:Day} at {time:Time}',
    zh: '在{day:Day}{time:Time}',
    alsoEn: ['on the {day:Day} at {time:Time}'],
    doc: ['At this time of each such day.', '该日的这一时刻。'],
  }),
  'on.calendar': phrase({
    in: 'rule',
    en: 'on each day of {calendar:CalendarName}',
    zh: '在{calendar:CalendarName}的每一天',
    alsoZh: ['在{calendar:CalendarName}每天'],
    doc: ['At the start of every day of the calendar.', '日历中每一天的零点。'],
  }),
  'on.beforeRun': phrase({
    in: 'rule',
    en: '{span:Duration} before {calendar:CalendarName} begins',
    zh: '在{calendar:CalendarName}开始前{span:Duration}',
    doc: ['Before each run of days of the calendar that follow one another.', '日历中每一段连续日期开始之前。'],
  }),
  'on.periodStart': phrase({
    in: 'rule',
    en: 'on the first day of each {period:CalendarPeriod}',
    zh: '在{period:CalendarPeriod}初',
    alsoZh: ['在{period:CalendarPeriod}第一天'],
    doc: ['At the start of that day.', '该日零点。'],
  }),
  'on.periodEnd': phrase({
    in: 'rule',
    en: 'at the end of the {period:CalendarPeriod}',
    zh: '在{period:CalendarPeriod}末',
    alsoEn: ['at the end of each {period:CalendarPeriod}'],
    alsoZh: ['在{period:CalendarPeriod}底'],
    doc: [
      'At the closing instant: everything that happened in the period counts, and what expires then is still there.',
      '期末最后一刻：期内发生的都算在内，此刻到期的积分仍在。',
    ],
  }),
  'on.afterJoining': phrase({
    in: 'rule',
    en: '{span:Duration} after joining',
    zh: '入会{span:Duration}后',
    doc: ['Once, so long after joining. Days begin at midnight.', '入会满该时长时一次；天数以零点为界。'],
  }),
  'on.afterFirstPurchase': phrase({
    in: 'rule',
    en: '{span:Duration} after the first purchase',
    zh: '首次消费{span:Duration}后',
    doc: [
      'Once, so long after the customer’s first purchase, as a member or before. Days begin at midnight.',
      '首次消费（含入会前）满该时长时一次；天数以零点为界。',
    ],
  }),
  'on.withoutPurchase': phrase({
    in: 'rule',
    en: 'after {span:Duration} without a purchase',
    zh: '连续{span:Duration}无消费时',
    alsoZh: ['连续{span:Duration}没有消费时'],
    doc: [
      'When the last day of so long without a purchase is over; again only after another purchase. Who has not bought yet counts from joining.',
      '最后一天结束仍无消费时一次；再次消费后重新起算。尚未消费的，自入会起算。',
    ],
  }),
} as const;
