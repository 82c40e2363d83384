import type { Reason, Refusal } from '@laurel/engine';
import type { Row } from './table.ts';

type EventCode = 'unknown-event' | 'unknown-event-fact' | 'wrong-event-fact';

/** Why an event that the program declares cannot be told so. */
export const EVENT_REFUSALS: {
  readonly [C in EventCode]: readonly Row<Extract<Refusal, { readonly code: C }>>[];
} = {
  'unknown-event': [
    [
      { code: 'unknown-event', event: 'Party', known: ['Stay', 'Swipe'] },
      'The program does not know the event "Party"; it declares "Stay" and "Swipe".',
      '本方案没有事件「Party」；自定的有「Stay」、「Swipe」。',
    ],
    [
      { code: 'unknown-event', event: 'Party', known: [] },
      'The program does not know the event "Party": it declares none.',
      '本方案没有事件「Party」：没有自定任何事件。',
    ],
  ],
  'unknown-event-fact': [
    [
      { code: 'unknown-event-fact', event: 'Stay', fact: 'days', known: ['nights'] },
      'The program does not want to know "days" of "Stay"; it asks for "nights".',
      '本方案不问「Stay」的「days」；所问的有「nights」。',
    ],
    [
      { code: 'unknown-event-fact', event: 'Swipe', fact: 'days', known: [] },
      'The program does not want to know "days" of "Swipe": it asks for nothing.',
      '本方案不问「Swipe」的「days」：什么也不问。',
    ],
  ],
  'wrong-event-fact': [
    [
      { code: 'wrong-event-fact', event: 'Stay', fact: 'nights', kind: 'number', missing: false },
      '"nights" of "Stay" must be told as a number in quotes, not below zero and with at most three decimals, such as `"2"`.',
      '「Stay」的「nights」须以带引号的数字（不为负，最多三位小数，例如`"2"`）告知。',
    ],
    [
      { code: 'wrong-event-fact', event: 'Stay', fact: 'breakfast', kind: 'yesNo', missing: true },
      '"breakfast" of "Stay" is not told; tell it as `true` or `false`, or as `null` if it is not known.',
      '未告知「Stay」的「breakfast」；须以`true`或`false`告知，不清楚的写`null`。',
    ],
  ],
};

/** Points for each unit of what an event tells. */
export const PER_FACT: readonly Row<Extract<Reason, { kind: 'givenPerFact' }>>[] = [
  [
    {
      kind: 'givenPerFact',
      rule: 'Nights',
      version: '1',
      at: { line: 1, start: 0, end: 1 },
      each: '100',
      fact: 'nights',
      many: '2.50',
    },
    'Given by rule "Nights": 100 points for each of 2.5 "nights".',
    '规则「Nights」赠送：「nights」为2.5，每一单位100积分。',
  ],
];
