import { phrase } from './phrase.ts';

export const examplePhrases = {
  'example.header': phrase({
    in: 'header',
    en: 'example {name:NewName}:',
    zh: '例子{name:NewName}：',
    doc: [
      'A member, what happens, and what must come out: the file’s own test.',
      '一位会员、一段经过和应有的结果：文件自带的测试。',
    ],
  }),
  'example.member': phrase({
    in: 'example',
    en: 'member born {born:Date}, joined {joined:Date}',
    zh: '会员生日{born:Date}，{joined:Date}入会',
    doc: ['Who the example is about; joined at the start of that day.', '例子里的会员；自入会日零点起算。'],
  }),
  'example.memberPlain': phrase({
    in: 'example',
    en: 'member joined {joined:Date}',
    zh: '会员{joined:Date}入会',
    doc: ['A member whose birthday is not known.', '生日未登记的会员。'],
  }),
  'example.buys': phrase({
    in: 'example',
    en: '{date:Date} {time:Time} buys {goods:GoodsName} goods at {money:Money}',
    zh: '{date:Date}{time:Time} 购买{goods:GoodsName}商品{money:Money}',
    doc: ['A purchase of one item of these goods at this list price.', '按该原价购买一件这类商品。'],
  }),
  'example.asks': phrase({
    in: 'example',
    en: '{date:Date} {time:Time} buys {goods:GoodsName} goods at {money:Money}, asks for {wish:RuleName}',
    zh: '{date:Date}{time:Time} 购买{goods:GoodsName}商品{money:Money}，要求{wish:RuleName}',
    doc: ['The same, with a rule that the member asks for.', '同上，并由会员提出要求适用的规则。'],
  }),
  'example.spends': phrase({
    in: 'example',
    en: '{date:Date} {time:Time} spends {money:Money}',
    zh: '{date:Date}{time:Time} 消费{money:Money}',
    doc: ['A purchase of something that belongs to no named goods.', '购买不属于任何商品组的东西。'],
  }),
  'example.expectPurchase': phrase({
    in: 'example',
    en: 'expect {money:Money} paid, {points:Points}',
    zh: '应付{money:Money}，得{points:Points}',
    doc: ['What the purchase before must cost and earn.', '上一笔消费应付的金额和应得的积分。'],
  }),
  'example.expectBalance': phrase({
    in: 'example',
    en: 'expect a balance of {points:Points} and {money:Money} stored value',
    zh: '余额应为{points:Points}，储值应为{money:Money}',
    doc: ['What the member must have by now.', '此时会员应有的积分和储值。'],
  }),
} as const;
