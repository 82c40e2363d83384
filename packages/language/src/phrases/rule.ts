import { phrase } from './phrase.ts';

export const rulePhrases = {
  'rule.header': phrase({
    in: 'header',
    en: 'rule {name:NewName}:',
    zh: '规则{name:NewName}：',
    doc: ['One rule: when it runs, only if, what it does.', '一条规则：何时、条件、做什么。'],
  }),
  'on.purchase': phrase({
    in: 'rule',
    en: 'on every purchase',
    zh: '每笔消费时',
    alsoEn: ['on each purchase'],
    alsoZh: ['每次消费时'],
    doc: ['The rule looks at every purchase of a member.', '会员每次消费都适用。'],
  }),
  'on.request': phrase({
    in: 'rule',
    en: "at the member's request, on a purchase",
    zh: '消费时，会员提出',
    alsoEn: ['on request, on a purchase'],
    alsoZh: ['会员提出时', '消费时，由会员提出'],
    doc: [
      'The rule looks only at a purchase for which the member asks for it by its name; what is limited can be saved for that day.',
      '会员在消费时点名提出才适用，次数可留到想用的那一天。',
    ],
  }),
  'only.if': phrase({
    in: 'rule',
    en: 'when {condition:Condition}',
    zh: '{condition:Condition}',
    alsoEn: ['only if {condition:Condition}'],
    alsoZh: ['当{condition:Condition}', '如果{condition:Condition}'],
    doc: [
      'The rule acts only if this holds; several such sentences must all hold.',
      '满足条件才执行；多条须同时满足。',
    ],
  }),
  'give.rate': phrase({
    in: 'rule',
    en: 'give {points:Points} per {money:Money} paid',
    zh: '实付每{money:Money}得{points:Points}',
    alsoEn: ['earn {points:Points} per {money:Money} paid'],
    alsoZh: ['实付每{money:Money}积{points:Points}'],
    doc: [
      'Points in proportion to what was paid; parts of the amount count in proportion.',
      '按实付金额按比例积分，不足一份的按比例计。',
    ],
  }),
  'give.fixed': phrase({
    in: 'rule',
    en: 'give {points:Points}',
    zh: '送{points:Points}',
    alsoZh: ['赠送{points:Points}'],
    doc: ['A fixed number of points, not multiplied.', '固定赠送积分，不参与翻倍。'],
  }),
  'multiply.all': phrase({
    in: 'rule',
    en: 'multiply points by {factor:Number}',
    zh: '积分乘以{factor:Number}',
    shortEn: [
      { say: 'double points', means: { factor: { number: '2' } } },
      { say: 'triple points', means: { factor: { number: '3' } } },
    ],
    shortZh: [
      { say: '双倍积分', means: { factor: { number: '2' } } },
      { say: '积分翻倍', means: { factor: { number: '2' } } },
      { say: '三倍积分', means: { factor: { number: '3' } } },
    ],
    doc: [
      'Multiplies the points of the purchase; fixed awards are left alone.',
      '本单积分乘以倍数，固定赠送的不翻倍。',
    ],
  }),
  'multiply.goods': phrase({
    in: 'rule',
    en: 'multiply points by {factor:Number} for {goods:GoodsName}',
    zh: '{goods:GoodsName}积分乘以{factor:Number}',
    doc: ['Multiplies the points of these goods only.', '只对这些商品的积分乘以倍数。'],
  }),
  'pay.goods': phrase({
    in: 'rule',
    en: 'pay {share:Share} for {goods:GoodsName}',
    zh: '{goods:GoodsName}享{share:Share}',
    alsoZh: ['{goods:GoodsName}打{share:Share}'],
    doc: ['The member pays this share of the list price for these goods.', '这些商品按原价的该折扣付款。'],
  }),
  'pay.all': phrase({
    in: 'rule',
    en: 'pay {share:Share}',
    zh: '全单享{share:Share}',
    alsoZh: ['全单打{share:Share}'],
    doc: ['The member pays this share of the list price for everything.', '全单按原价的该折扣付款。'],
  }),
  'during.dates': phrase({
    in: 'rule',
    en: 'from {from:Date} to {to:Date}',
    zh: '{from:Date}至{to:Date}',
    alsoEn: ['from {from:Date} until {to:Date}'],
    alsoZh: ['自{from:Date}至{to:Date}'],
    doc: ['The rule acts on these dates only, the first and the last included.', '仅在此期间有效，含首尾两日。'],
  }),
  'during.from': phrase({
    in: 'rule',
    en: 'from {from:Date} on',
    zh: '自{from:Date}起',
    alsoZh: ['{from:Date}起'],
    doc: ['The rule acts from this date on.', '自该日起有效，含当日。'],
  }),
  'during.until': phrase({
    in: 'rule',
    en: 'until {to:Date}',
    zh: '截至{to:Date}',
    alsoZh: ['{to:Date}止'],
    doc: ['The rule acts up to this date, which is included.', '有效至该日，含当日。'],
  }),
  'during.hours': phrase({
    in: 'rule',
    en: 'from {from:Time} to {to:Time}',
    zh: '{from:Time}至{to:Time}',
    doc: [
      'The rule acts at these hours of the day: from the first time on and before the second one.',
      '仅在每日该时段有效：自前一时间起、后一时间之前。',
    ],
  }),
  'limit.times': phrase({
    in: 'rule',
    en: '{times:Times} per {period:Period}',
    zh: '每{period:Period}{times:Times}',
    alsoEn: ['at most {times:Times} per {period:Period}', '{times:Times} a {period:Period}'],
    alsoZh: ['每{period:Period}限{times:Times}', '每{period:Period}最多{times:Times}'],
    doc: [
      'How often the rule may act for one member. A time is used only if the rule changed something, and is free again when all that it gave has come back.',
      '每位会员可用的次数。规则确有作用才算一次；所得全部退回后，该次恢复可用。',
    ],
  }),
} as const;
