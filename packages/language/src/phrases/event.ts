import { phrase } from './phrase.ts';

/** What else can happen, with its facts, and what rules make of it. */
export const eventPhrases = {
  'event.header': phrase({
    in: 'header',
    en: 'event {name:NewName}:',
    zh: '事件{name:NewName}：',
    doc: [
      'Something that can happen beside purchases and visits, such as a hotel stay; under it stands what the shop tells of each one.',
      '消费和到店以外会发生的事，例如酒店入住；下面写明每次须告知的内容。',
    ],
  }),
  'event.number': phrase({
    in: 'event',
    en: 'number {fact:NewName}',
    zh: '数字{fact:NewName}',
    doc: [
      'A number that is told with each such event, such as the nights of a stay: not below zero, with at most three decimals.',
      '每次告知的数字，例如入住的晚数；不为负，最多三位小数。',
    ],
  }),
  'event.text': phrase({
    in: 'event',
    en: 'text {fact:NewName}',
    zh: '文字{fact:NewName}',
    doc: ['A word or a text, such as the room type.', '一段文字，例如房型。'],
  }),
  'event.date': phrase({
    in: 'event',
    en: 'date {fact:NewName}',
    zh: '日期{fact:NewName}',
    doc: ['A date, such as the day of an appointment.', '一个日期，例如预约的日子。'],
  }),
  'event.yesNo': phrase({
    in: 'event',
    en: 'yes or no {fact:NewName}',
    zh: '是否{fact:NewName}',
    doc: ['A yes or a no.', '是或否。'],
  }),
  'on.event': phrase({
    in: 'rule',
    en: 'on every {event:EventName}',
    zh: '每次{event:EventName}时',
    alsoEn: ['on each {event:EventName}'],
    alsoZh: ['发生{event:EventName}时'],
    doc: ['Whenever an event of this name happens to a member.', '会员每次发生该事件时。'],
  }),
  'give.perFact': phrase({
    in: 'rule',
    en: 'give {points:Points} for each of {fact:EventFactName}',
    zh: '按{fact:EventFactName}每一单位得{points:Points}',
    alsoEn: ['give {points:Points} per unit of {fact:EventFactName}'],
    doc: [
      'Points for each unit of a number that the event tells; parts of a unit count in proportion, and the sum is rounded as the points are.',
      '按事件告知的数字，每一单位得积分；不足一单位的按比例计，合计后按积分的方式取整。',
    ],
  }),
  'if.eventNumber': phrase({
    in: 'Condition',
    en: "the event's {fact:EventFactName} is {is:Comparison} {number:Number}",
    zh: '本次{fact:EventFactName}{is:Comparison}{number:Number}',
    doc: [
      'A number that the event at hand tells; one that is not known is neither more nor less.',
      '本次事件告知的数字；不清楚的，大小都不成立。',
    ],
  }),
  'if.eventText': phrase({
    in: 'Condition',
    en: "the event's {fact:EventFactName} is {text:Text}",
    zh: '本次{fact:EventFactName}为{text:Text}',
    alsoZh: ['本次{fact:EventFactName}是{text:Text}'],
    doc: ['The text that the event at hand tells is exactly this one.', '本次事件告知的文字正好是它。'],
  }),
  'if.eventYes': phrase({
    in: 'Condition',
    en: "the event's {fact:EventFactName} is yes",
    zh: '本次{fact:EventFactName}为是',
    doc: ['The event at hand tells a yes.', '本次事件告知为是。'],
  }),
  'if.events': phrase({
    in: 'Condition',
    en: 'the number of {event:EventName} {window:Window} is {is:Comparison} {count:Count}',
    zh: '{window:Window}{event:EventName}{is:Comparison}{count:Count}',
    alsoZh: ['{window:Window}{event:EventName}次数{is:Comparison}{count:Count}'],
    doc: [
      'How often it has happened, members or not; an event at hand is counted.',
      '发生的次数，入会前的也算；本次已计入。',
    ],
  }),
  'if.happened': phrase({
    in: 'Condition',
    en: 'the member had {event:EventName} {window:Window}',
    zh: '{window:Window}有过{event:EventName}',
    doc: ['It has happened at least once.', '至少发生过一次。'],
  }),
  'if.eventSum': phrase({
    in: 'Condition',
    en: 'the {fact:EventFactName} of {event:EventName} {window:Window} is {is:Comparison} {number:Number}',
    zh: '{window:Window}{event:EventName}的{fact:EventFactName}{is:Comparison}{number:Number}',
    doc: [
      'A number that such events tell, summed up; an event at hand is counted.',
      '这些事件所告知的数字之和；本次已计入。',
    ],
  }),
  'measured.events': phrase({
    in: 'Measured',
    en: 'the number of {event:EventName} {window:Window}',
    zh: '{window:Window}{event:EventName}次数',
    doc: ['How often the event has happened.', '该事件发生的次数。'],
  }),
  'measured.eventSum': phrase({
    in: 'Measured',
    en: 'the {fact:EventFactName} of {event:EventName} {window:Window}',
    zh: '{window:Window}{event:EventName}的{fact:EventFactName}',
    doc: ['A number that such events tell, summed up.', '这些事件所告知的数字之和。'],
  }),
  'tiers.countEvents': phrase({
    in: 'tiers',
    en: 'count the number of {event:EventName} {window:Window}',
    zh: '按{window:Window}{event:EventName}次数计',
    doc: ['How often the event has happened.', '该事件发生的次数。'],
  }),
  'tiers.countEventSum': phrase({
    in: 'tiers',
    en: 'count the {fact:EventFactName} of {event:EventName} {window:Window}',
    zh: '按{window:Window}{event:EventName}的{fact:EventFactName}计',
    doc: ['A number that such events tell, summed up, such as nights.', '这些事件所告知的数字之和，例如晚数。'],
  }),
} as const;
