import { phrase } from './phrase.ts';

export const benefitPhrases = {
  'benefit.header': phrase({
    in: 'header',
    en: 'benefit {name:NewName}:',
    zh: '权益{name:NewName}：',
    doc: ['Something that members may use, such as a free health check.', '会员可以享用的服务，例如免费体检。'],
  }),
  'benefit.free': phrase({
    in: 'benefit',
    en: 'free of charge',
    zh: '免费',
    alsoZh: ['免费享用', '免费提供'],
    doc: ['Members pay nothing for it. This is so even where the file does not say it.', '会员无须付费；不写也如此。'],
  }),
  'benefit.everyone': phrase({
    in: 'benefit',
    en: 'for every member',
    zh: '会员均可享用',
    alsoEn: ['for all members'],
    alsoZh: ['凡会员均可享用', '所有会员均可享用', '持卡会员均可享用'],
    doc: [
      'No member is left out. This is so where the file does not say who may use it.',
      '每位会员都可享用；未写明条件时即如此。',
    ],
  }),
  'benefit.tier': phrase({
    in: 'benefit',
    en: 'for {tier:TierName} members',
    zh: '仅{tier:TierName}会员可享用',
    alsoZh: ['仅{tier:TierName}会员专享'],
    doc: ['Only members who stand on exactly this tier.', '仅限正好是该等级的会员。'],
  }),
  'benefit.tierOrAbove': phrase({
    in: 'benefit',
    en: 'for {tier:TierName} members and above',
    zh: '凡{tier:TierName}及以上会员可享用',
    alsoEn: ['for {tier:TierName} members and higher'],
    alsoZh: ['凡{tier:TierName}及以上会员均可享用'],
    doc: ['Members who stand on this tier or a higher one.', '该等级或更高等级的会员。'],
  }),
  'benefit.when': phrase({
    in: 'benefit',
    en: 'when {condition:Condition}',
    zh: '{condition:Condition}',
    alsoEn: ['only if {condition:Condition}', 'for members when {condition:Condition}'],
    alsoZh: ['当{condition:Condition}', '如果{condition:Condition}', '须{condition:Condition}'],
    doc: [
      'Who may use it and when: it can be used only if this holds; several such sentences must all hold.',
      '谁可享用、何时可用：满足条件才能使用；多条须同时满足。',
    ],
  }),
  'benefit.dates': phrase({
    in: 'benefit',
    en: 'from {from:Date} to {to:Date}',
    zh: '{from:Date}至{to:Date}',
    alsoEn: ['from {from:Date} until {to:Date}'],
    alsoZh: ['自{from:Date}至{to:Date}', '有效期{from:Date}至{to:Date}'],
    doc: ['It can be used on these dates only, the first and the last included.', '仅在此期间可用，含首尾两日。'],
  }),
  'benefit.from': phrase({
    in: 'benefit',
    en: 'from {from:Date} on',
    zh: '自{from:Date}起',
    alsoZh: ['{from:Date}起'],
    doc: ['It can be used from this date on.', '自该日起可用，含当日。'],
  }),
  'benefit.until': phrase({
    in: 'benefit',
    en: 'until {to:Date}',
    zh: '截至{to:Date}',
    alsoZh: ['{to:Date}止'],
    doc: ['It can be used up to this date, which is included.', '至该日可用，含当日。'],
  }),
  'benefit.hours': phrase({
    in: 'benefit',
    en: 'from {from:Time} to {to:Time}',
    zh: '{from:Time}至{to:Time}',
    doc: [
      'It can be used between these times of the day: the first minute counts, the last one does not.',
      '仅在每日该时段可用：含起始时刻，不含结束时刻。',
    ],
  }),
  'benefit.stores': phrase({
    in: 'benefit',
    en: 'only in {stores:Texts}',
    zh: '限{stores:Texts}',
    alsoEn: ['only at {stores:Texts}'],
    alsoZh: ['仅限{stores:Texts}'],
    doc: ['It can be used in these stores, or at these partners, only.', '仅可在这些门店或合作商户使用。'],
  }),
  'benefit.times': phrase({
    in: 'benefit',
    en: '{times:Times} per {period:Period}',
    zh: '每{period:Period}{times:Times}',
    alsoEn: ['at most {times:Times} per {period:Period}', '{times:Times} a {period:Period}'],
    alsoZh: ['每{period:Period}限{times:Times}', '每{period:Period}最多{times:Times}'],
    doc: [
      'How often each member may use it. A use that was taken back is free again.',
      '每位会员可用的次数；撤销的使用不计。',
    ],
  }),
  'benefit.unlimited': phrase({
    in: 'benefit',
    en: 'without limit',
    zh: '不限次数',
    doc: [
      'As often as members like. This is so where the file names no limit.',
      '会员可随意使用；未写明次数时即如此。',
    ],
  }),
  'benefit.lapse': phrase({
    in: 'benefit',
    en: 'what is not used in its year lapses',
    zh: '逾期未用作废',
    alsoEn: ['what is not used in its month lapses', 'what is not used in its quarter lapses', 'unused times lapse'],
    alsoZh: ['逾期作废', '过期作废', '未用次数不累计'],
    doc: [
      'Nothing is carried over into the next period. This is so even where the file does not say it.',
      '未用的次数不累计到下一期；不写也如此。',
    ],
  }),
} as const;
