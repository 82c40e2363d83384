import type { FactKind } from '@laurel/engine/program';
import type { NameKind } from '../../phrases/slots.ts';
import type { ValueKind } from '../../problem.ts';

/** The kinds of value in words, and one of each for a hint. */
export const VALUE: Readonly<Record<ValueKind, string>> = {
  name: 'a name',
  number: 'a plain number',
  points: 'a number of points',
  money: 'an amount of money',
  share: 'a percentage',
  duration: 'a length of time',
  date: 'a date with its year',
  monthDay: 'a day of the year',
  time: 'a time of day',
  month: 'a month',
  weekday: 'a weekday',
  zone: 'a time zone',
};

export const SUCH_AS: Readonly<Record<ValueKind, string>> = {
  name: '"Regular"',
  number: '2',
  points: '10 points',
  money: '¥100',
  share: '90%',
  duration: '12 months',
  date: '2026-05-10',
  monthDay: '10 May',
  time: '18:00',
  month: 'May',
  weekday: 'Monday',
  zone: 'Asia/Shanghai',
};

/** What a fact of a member is. */
export const FACTS: Readonly<Record<FactKind, string>> = {
  yesNo: 'a yes or no',
  text: 'a text',
  number: 'a number',
  date: 'a date',
  texts: 'a list of texts',
  dates: 'a list of dates',
};

export const KIND: Readonly<Record<NameKind, string>> = {
  calendar: 'calendar',
  goods: 'goods',
  setting: 'setting',
  tier: 'tier',
  ladder: 'ladder of tiers',
  rule: 'rule',
  reward: 'reward',
  coupon: 'coupon',
  benefit: 'benefit',
  fact: 'fact',
  event: 'event',
  eventFact: 'fact of an event',
  points: 'points',
  program: 'program',
  example: 'example',
};
