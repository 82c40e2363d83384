import type { Program } from '@laurel/engine';

/** The shoe brand's program as the compiler would write it, so that these tests need no compiler. */

const at = { line: 1, start: 0, end: 1 };

type Rule = Program['rules'][number];
type Unit = 'points' | 'money' | 'share' | 'factor';

function amount(unit: Unit, constant: string) {
  return { unit, scale: 2, range: { least: constant, most: constant }, value: { constant } };
}

function rule(name: string, when: Rule['when'], effects: Rule['effects']): Rule {
  return { name, trigger: { kind: 'purchase', at }, when, effects, at };
}

const doubled: Rule['effects'] = [{ kind: 'multiply', wallet: 'points', by: amount('factor', '2'), goods: null, at }];

export const yidu: Program = {
  format: 1,
  name: 'Yidu Shoes VIP',
  version: '2026-01',
  effective: null,
  currency: { code: 'CNY', minorDigits: 2 },
  zone: { id: 'Asia/Shanghai', before: 28_800, transitions: [] },
  leapBirthday: { month: 2, day: 28 },
  weekStart: 1,
  settings: [],
  calendars: [
    {
      name: 'Holidays',
      days: [
        { kind: 'each', on: { month: 1, day: 1 } },
        { kind: 'nthWeekday', nth: 2, weekday: 7, month: 5 },
        { kind: 'nthWeekday', nth: 3, weekday: 7, month: 6 },
        { kind: 'run', from: { month: 10, day: 1 }, to: { month: 10, day: 7 } },
      ],
      at,
    },
  ],
  goods: [
    { name: 'Regular', all: [{ kind: 'priceClass', in: ['regular'] }], except: [], at },
    { name: 'Reduced', all: [{ kind: 'priceClass', in: ['special', 'clearance', 'discounted'] }], except: [], at },
  ],
  membership: { effectiveAfter: { count: 24, unit: 'hour' }, cardMustBeShown: true, at },
  wallets: [
    {
      name: 'points',
      rounding: 'down',
      conversion: { each: amount('points', '1000'), gives: amount('money', '20'), at },
      notEarning: ['voucher'],
      at,
    },
  ],
  rules: [
    rule('Base', null, [
      {
        kind: 'earnRate',
        wallet: 'points',
        points: amount('points', '1'),
        per: amount('money', '1'),
        measure: { of: 'paid', unit: 'money', scale: 2, range: { least: '0', most: '100000000000' } },
        at,
      },
    ]),
    rule('Holiday double', { kind: 'dayIn', calendar: 'Holidays', at }, doubled),
    rule('Birthday double', { kind: 'birthday', within: 'day', at }, doubled),
    rule('Member price', null, [
      { kind: 'payShare', share: amount('share', '0.58'), goods: 'Regular', at },
      { kind: 'payShare', share: amount('share', '0.9'), goods: 'Reduced', at },
    ]),
  ],
  stacking: { multipliers: 'highest', prices: 'lowest' },
  returns: {
    within: { count: 90, unit: 'day' },
    takeBack: 'difference',
    shortage: { kind: 'deduct', money: amount('money', '20'), per: amount('points', '1000') },
    at,
  },
};
