import { phrase } from './phrase.ts';

/** The facts that the host supplies about a person, beside the birthday. */
export const memberPhrases = {
  'member.header': phrase({
    in: 'header',
    en: 'member:',
    zh: '会员：',
    doc: [
      'What the shop knows of each member and rules may ask for; the birthday needs no line here.',
      '商家掌握、规则会用到的会员资料；生日不必列入。',
    ],
  }),
  'fact.yesNo': phrase({
    in: 'member',
    en: 'yes or no {fact:NewName}',
    zh: '是否{fact:NewName}',
    doc: [
      'Something that a member has said yes or no to. Who has not said anything has not said yes.',
      '会员同意或不同意的事项；未表态的不算同意。',
    ],
  }),
  'fact.text': phrase({
    in: 'member',
    en: 'text {fact:NewName}',
    zh: '文字{fact:NewName}',
    doc: ['A word or a text, such as a size.', '一段文字，例如尺码。'],
  }),
  'fact.number': phrase({
    in: 'member',
    en: 'number {fact:NewName}',
    zh: '数字{fact:NewName}',
    doc: ['A number, such as how many children there are.', '一个数字，例如子女人数。'],
  }),
  'fact.date': phrase({
    in: 'member',
    en: 'date {fact:NewName}',
    zh: '日期{fact:NewName}',
    doc: ['One date, such as the wedding day.', '一个日期，例如结婚纪念日。'],
  }),
  'fact.texts': phrase({
    in: 'member',
    en: 'list of texts {fact:NewName}',
    zh: '多项文字{fact:NewName}',
    doc: ['Several texts, such as favourite colours.', '几段文字，例如喜欢的颜色。'],
  }),
  'fact.dates': phrase({
    in: 'member',
    en: 'list of dates {fact:NewName}',
    zh: '多个日期{fact:NewName}',
    doc: ["Several dates, such as children's birthdays.", '几个日期，例如子女生日。'],
  }),
  'member.messages': phrase({
    in: 'member',
    en: 'messages only to those who say yes to {fact:FactName}',
    zh: '消息仅发给同意{fact:FactName}的会员',
    alsoZh: ['仅向同意{fact:FactName}的会员发送消息'],
    doc: ['No rule sends a message to anybody else.', '其他会员不会收到任何规则发送的消息。'],
  }),
} as const;
