import type { Program } from '@laurel/engine';

const at = { line: 1, start: 0, end: 1 };
const paid = { of: 'paid', unit: 'money', scale: 2, range: { least: '0', most: '100000' } } as const;

type Effect = Program['rules'][number]['effects'][number];

function amount(unit: 'points' | 'money' | 'share' | 'factor', constant: string) {
  return { unit, scale: 2, range: { least: constant, most: constant }, value: { constant } };
}

const doubled: Effect = { kind: 'multiply', wallet: 'points', by: amount('factor', '2'), goods: null, at };

function rule(name: string, when: Program['rules'][number]['when'], effects: Effect[]): Program['rules'][number] {
  return { name, trigger: { kind: 'purchase', at }, when, effects, limits: [], at };
}

/** A small shop: a base rate, two doublings that can meet, a price for members, a gift from a setting's amount on. */
export const program: Program = {
  format: 1,
  name: 'Words',
  version: '1',
  effective: '2026-01-01',
  currency: { code: 'CNY', minorDigits: 2 },
  zone: { id: 'Asia/Shanghai', before: 28_800, transitions: [] },
  leapBirthday: { month: 2, day: 28 },
  weekStart: 1,
  yearStart: { month: 1, day: 1 },
  settings: [{ name: 'Threshold', unit: 'money', scale: 2, value: '100', range: { least: '1', most: '1000' }, at }],
  calendars: [{ name: 'Holidays', days: [{ kind: 'nthWeekday', nth: 2, weekday: 7, month: 5 }], at }],
  goods: [
    { name: 'Regular', all: [{ kind: 'priceClass', in: ['regular'] }], except: [], at },
    { name: 'Reduced', all: [{ kind: 'priceClass', in: ['special'] }], except: [], at },
  ],
  membership: {
    joinsBy: [],
    vouchersCount: false,
    effectiveAfter: { count: 24, unit: 'hour' },
    cardMustBeShown: true,
    dormantAfter: null,
    onePerIdentity: false,
    lostCard: 'replaced',
    endsBelow: null,
    at,
  },
  ladders: [],
  wallets: [
    {
      name: 'points',
      rounding: 'down',
      availableAfter: null,
      expiry: null,
      conversion: { each: amount('points', '1000'), gives: amount('money', '20'), unlessKept: false, at },
      spending: { least: null, inIssuingStore: false, pays: null },
      notEarning: ['voucher'],
      at,
    },
  ],
  member: { facts: [], messages: null },
  rewards: [],
  coupons: [],
  benefits: [],
  events: [],
  rules: [
    rule('Base', null, [
      {
        kind: 'earnRate',
        wallet: 'points',
        points: amount('points', '1'),
        per: amount('money', '1'),
        measure: paid,
        goods: null,
        full: false,
        at,
      },
    ]),
    rule('Holiday double', { kind: 'dayIn', calendar: 'Holidays', at }, [doubled]),
    rule('Birthday double', { kind: 'birthday', within: 'day', at }, [doubled]),
    rule('Member price', null, [
      { kind: 'payShare', share: amount('share', '0.58'), goods: 'Regular', tier: null, only: false, at },
    ]),
    rule('Sale price', null, [
      { kind: 'payShare', share: amount('share', '0.9'), goods: 'Reduced', tier: null, only: false, at },
    ]),
    rule(
      'Big basket',
      {
        kind: 'compare',
        measure: paid,
        is: 'atLeast',
        to: { ...amount('money', '100'), value: { setting: 'Threshold' } },
        at,
      },
      [{ kind: 'earnFixed', wallet: 'points', points: amount('points', '50'), at }],
    ),
  ],
  stacking: { multipliers: 'highest', prices: 'lowest', floors: [] },
  returns: {
    within: { count: 90, unit: 'day' },
    proof: [],
    unknown: 'refused',
    exchangePrice: 'original',
    takeBack: 'difference',
    shortage: { kind: 'negative' },
    at: null,
  },
};
