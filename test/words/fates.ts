import type { Failed, RuleFate } from '@laurel/engine';
import { FACT_FATES } from './facts.ts';
import { type Case, cases, type Table } from './table.ts';

const at = { line: 1, start: 0, end: 1 };
const rule = 'R';

type Fate<K extends RuleFate['fate']> = Extract<RuleFate, { fate: K }>;
type Leaf = Failed['condition'];
type Comparison = Extract<Leaf, { kind: 'compare' }>['is'];

function failing(...failed: Failed[]): Fate<'conditions'> {
  return { rule, at, fate: 'conditions', failed };
}

function onDate(date: string): Failed['nearest'] {
  return { kind: 'onDate', date };
}

function compare(
  is: Comparison,
  value: { constant: string } | { setting: string },
  of: 'paid' | 'listPrice' = 'paid',
): Leaf {
  const range = { least: '0', most: '1000' };
  const unit = 'money';
  return { kind: 'compare', is, at, measure: { of, unit, scale: 2, range }, to: { unit, scale: 2, range, value } };
}

function amount(condition: Leaf, actual: number, by: number | null, negated = false): Fate<'conditions'> {
  const nearest = by === null ? null : ({ kind: 'amountBy', by, is: 'atLeast' } as const);
  return failing({ condition, negated, actual: { kind: 'amount', amount: actual }, nearest });
}

const holidays: Leaf = { kind: 'dayIn', calendar: 'Holidays', at };
const weekend: Leaf = { kind: 'weekday', in: [6, 7], at };
const summer: Leaf = { kind: 'month', in: [6, 7, 8], at };
const birthday: Leaf = { kind: 'birthday', within: 'day', at };
const birthdayMonth: Leaf = { kind: 'birthday', within: 'month', at };
const regular: Leaf = { kind: 'basketHas', goods: 'Regular', at };
const may9 = { kind: 'date', date: '2026-05-09' } as const;
const born = { kind: 'birthday', birthday: '1990-05-10', date: '2026-04-09' } as const;

const days: readonly (readonly [RuleFate & { fate: 'conditions' }, string, string])[] = [
  [
    failing({ condition: holidays, negated: false, actual: may9, nearest: onDate('2026-05-10') }),
    '"R" did not act: 9 May 2026 is not in "Holidays"; the next such day is 10 May 2026.',
    '「R」未生效：2026年5月9日不在「Holidays」内，下一个适用日为2026年5月10日。',
  ],
  [
    failing({ condition: holidays, negated: false, actual: may9, nearest: null }),
    '"R" did not act: 9 May 2026 is not in "Holidays"; no such day is in sight.',
    '「R」未生效：2026年5月9日不在「Holidays」内，近年内没有这样的日子。',
  ],
  [
    failing({ condition: holidays, negated: true, actual: may9, nearest: null }),
    '"R" did not act: 9 May 2026 is in "Holidays", and the rule leaves those days out.',
    '「R」未生效：2026年5月9日在「Holidays」内，该规则不含这些日子。',
  ],
  [
    failing({
      condition: weekend,
      negated: false,
      actual: { kind: 'weekday', weekday: 1 },
      nearest: onDate('2026-05-16'),
    }),
    '"R" did not act: it was a Monday, and the rule is for Saturday or Sunday; the next such day is 16 May 2026.',
    '「R」未生效：当日为星期一，该规则限星期六、星期日，下一个适用日为2026年5月16日。',
  ],
  [
    failing({ condition: weekend, negated: true, actual: { kind: 'weekday', weekday: 7 }, nearest: null }),
    '"R" did not act: it was a Sunday, and the rule leaves out Saturday and Sunday.',
    '「R」未生效：当日为星期日，该规则不含星期六、星期日。',
  ],
  [
    failing({ condition: summer, negated: false, actual: { kind: 'month', month: 5 }, nearest: onDate('2026-06-01') }),
    '"R" did not act: it was May, and the rule is for June, July or August; the next such day is 1 June 2026.',
    '「R」未生效：当月为5月，该规则限6月、7月、8月，下一个适用日为2026年6月1日。',
  ],
  [
    failing({ condition: summer, negated: true, actual: { kind: 'month', month: 6 }, nearest: null }),
    '"R" did not act: it was June, and the rule leaves out June, July and August.',
    '「R」未生效：当月为6月，该规则不含6月、7月、8月。',
  ],
  [
    failing({
      condition: { kind: 'dates', from: '2026-06-01', to: '2026-08-31', at },
      negated: false,
      actual: may9,
      nearest: onDate('2026-06-01'),
    }),
    '"R" did not act: it was 9 May 2026, and the rule is for the days from 1 June 2026 until 31 August 2026.',
    '「R」未生效：当日为2026年5月9日，该规则限2026年6月1日至2026年8月31日。',
  ],
  [
    failing({
      condition: { kind: 'dates', from: '2026-06-01', to: null, at },
      negated: false,
      actual: may9,
      nearest: null,
    }),
    '"R" did not act: it was 9 May 2026, and the rule is for the days from 1 June 2026.',
    '「R」未生效：当日为2026年5月9日，该规则限2026年6月1日起。',
  ],
  [
    failing({
      condition: { kind: 'dates', from: null, to: '2026-08-31', at },
      negated: true,
      actual: may9,
      nearest: null,
    }),
    '"R" did not act: it was 9 May 2026, and the rule leaves out the days until 31 August 2026.',
    '「R」未生效：当日为2026年5月9日，该规则不含2026年8月31日止。',
  ],
  [
    failing({
      condition: { kind: 'hours', from: 1080, to: 1260, at },
      negated: false,
      actual: { kind: 'time', time: '17:05' },
      nearest: { kind: 'atTime', date: '2026-05-09', time: '18:00' },
    }),
    '"R" did not act: it was 17:05, and the rule is for the hours from 18:00 to 21:00.',
    '「R」未生效：当时为17:05，该规则限18:00至21:00。',
  ],
  [
    failing({
      condition: { kind: 'hours', from: 1080, to: 65, at },
      negated: true,
      actual: { kind: 'time', time: '18:00' },
      nearest: null,
    }),
    '"R" did not act: it was 18:00, and the rule leaves out the hours from 18:00 to 01:05.',
    '「R」未生效：当时为18:00，该规则不含18:00至01:05。',
  ],
  [
    failing({ condition: birthday, negated: false, actual: born, nearest: onDate('2026-05-10') }),
    '"R" did not act: 9 April 2026 is not the member\'s birthday (10 May); the next one is 10 May 2026.',
    '「R」未生效：2026年4月9日不是会员生日（5月10日），下一个适用日为2026年5月10日。',
  ],
  [
    failing({ condition: birthday, negated: true, actual: { ...born, date: '2026-05-10' }, nearest: null }),
    '"R" did not act: 10 May 2026 is the member\'s birthday (10 May), and the rule leaves that day out.',
    '「R」未生效：2026年5月10日为会员生日（5月10日），该规则不含会员生日。',
  ],
  [
    failing({ condition: birthdayMonth, negated: false, actual: born, nearest: onDate('2026-05-01') }),
    '"R" did not act: 9 April 2026 is not in the month of the member\'s birthday (May); the next such day is 1 May 2026.',
    '「R」未生效：2026年4月9日不在会员生日月（5月），下一个适用日为2026年5月1日。',
  ],
  [
    failing({ condition: birthdayMonth, negated: true, actual: { ...born, date: '2026-05-02' }, nearest: null }),
    '"R" did not act: 2 May 2026 is in the month of the member\'s birthday (May), and the rule leaves that month out.',
    '「R」未生效：2026年5月2日在会员生日月（5月），该规则不含会员生日月。',
  ],
  [
    failing({
      condition: birthday,
      negated: false,
      actual: { kind: 'birthdayUnknown' },
      nearest: { kind: 'tellBirthday' },
    }),
    '"R" did not act: the member\'s birthday is not known; enter it, and the rule can act when the day comes.',
    '「R」未生效：未登记会员生日，补登后到时即可适用。',
  ],
];

const range = { least: '0', most: '1000' };

function metric(
  of: 'spend' | 'purchases' | 'points',
  window: Extract<Leaf, { kind: 'metric' }>['metric']['window'],
  withThis = false,
): Leaf {
  const unit = of === 'spend' ? 'money' : of === 'points' ? 'points' : 'count';
  const to = { unit, scale: 0, range, value: { constant: '100' } } as const;
  const wallet = of === 'points' ? 'Points' : null;
  return { kind: 'metric', metric: { of, goods: null, wallet, event: null, window }, withThis, is: 'atLeast', to, at };
}

function declared(fact: string | null): Leaf {
  const to = { unit: 'count', scale: 0, range, value: { constant: '100' } } as const;
  const window = { kind: 'this', period: 'year' } as const;
  const counts = { of: 'events', goods: null, wallet: null, event: { name: 'Stay', fact }, window } as const;
  return { kind: 'metric', metric: counts, withThis: false, is: 'atLeast', to, at };
}

function missing(condition: Leaf, value: number, by: number, until: string | null): Fate<'conditions'> {
  const nearest = { kind: 'countedBy', by, is: 'atLeast', until } as const;
  return failing({ condition, negated: false, actual: { kind: 'counted', value }, nearest });
}

function since(what: 'joining' | 'lastPurchase', day: string | null, next: string | null): Fate<'conditions'> {
  const condition: Leaf = { kind: 'ago', what, is: 'atLeast', than: { count: 6, unit: 'month' }, at };
  const actual = { kind: 'since', since: day, date: '2026-05-09' } as const;
  return failing({ condition, negated: false, actual, nearest: next === null ? null : onDate(next) });
}

function standing(orAbove: boolean, tier: string | null, negated: boolean): Fate<'conditions'> {
  const condition: Leaf = { kind: 'tier', ladder: 'tiers', tier: 'Gold', orAbove, at };
  return failing({ condition, negated, actual: { kind: 'tier', tier }, nearest: null });
}

const age: Leaf = {
  kind: 'age',
  is: 'atLeast',
  to: { unit: 'count', scale: 0, range, value: { constant: '18' } },
  at,
};

const past: readonly (readonly [RuleFate & { fate: 'conditions' }, string, string])[] = [
  [
    missing(metric('spend', { kind: 'this', period: 'year' }), 8760, 1240, '2026-12-31'),
    '"R" did not act: spend this year: ¥87.60, at least ¥100.00 needed: ¥12.40 more by 31 December 2026 would have done it.',
    '「R」未生效：今年消费87.60元，须满100元，还差12.40元（截至2026年12月31日）。',
  ],
  [
    missing(metric('purchases', { kind: 'last', count: 12, unit: 'month' }, true), 3, 97, null),
    '"R" did not act: purchases in the last 12 months with this purchase: 3, at least 100 needed: 97 more would have done it.',
    '「R」未生效：最近12个月连同本单购买3次，须满100次，还差97次。',
  ],
  [
    missing(declared(null), 3, 97, '2026-12-31'),
    '"R" did not act: how often "Stay" this year: 3, at least 100 needed: 97 more by 31 December 2026 would have done it.',
    '「R」未生效：今年「Stay」3次，须满100次，还差97次（截至2026年12月31日）。',
  ],
  [
    missing(declared('nights'), 98_500, 1500, '2026-12-31'),
    '"R" did not act: "nights" of "Stay" this year: 98.5, at least 100 needed: 1.5 more by 31 December 2026 would have done it.',
    '「R」未生效：今年「Stay」的「nights」98.5，须满100，还差1.5（截至2026年12月31日）。',
  ],
  [
    missing(metric('points', { kind: 'ever' }), 1, 99, null),
    '"R" did not act: points earned in all: 1 point, at least 100 points needed: 99 points more would have done it.',
    '「R」未生效：累计获得1积分，须满100积分，还差99积分。',
  ],
  [
    since('lastPurchase', null, null),
    '"R" did not act: no purchase before this one, at least 6 months ago needed.',
    '「R」未生效：此前没有消费，须满6个月。',
  ],
  [
    since('joining', '2026-01-02', '2026-07-02'),
    '"R" did not act: the member joined on 2 January 2026, at least 6 months ago needed; the next such day is 2 July 2026.',
    '「R」未生效：2026年1月2日入会，须满6个月，下一个适用日为2026年7月2日。',
  ],
  [
    standing(false, 'Silver', false),
    '"R" did not act: the member\'s tier is "Silver", and the rule is for "Gold".',
    '「R」未生效：会员等级为「Silver」，该规则限「Gold」。',
  ],
  [
    standing(true, null, false),
    '"R" did not act: the member has no tier, and the rule is for "Gold" or above.',
    '「R」未生效：会员没有等级，该规则限「Gold」及以上。',
  ],
  [
    standing(true, 'Gold', true),
    '"R" did not act: the member\'s tier is "Gold", and the rule leaves out "Gold" or above.',
    '「R」未生效：会员等级为「Gold」，该规则不含「Gold」及以上。',
  ],
  [
    failing({ condition: age, negated: false, actual: { kind: 'age', age: 17 }, nearest: onDate('2027-05-10') }),
    '"R" did not act: the member is 17, at least 18 needed; the next such day is 10 May 2027.',
    '「R」未生效：会员17岁，须满18岁，下一个适用日为2027年5月10日。',
  ],
];

const amounts: readonly (readonly [RuleFate & { fate: 'conditions' }, string, string])[] = [
  [
    amount(compare('atLeast', { constant: '100' }), 8760, 1240),
    '"R" did not act: ¥87.60 paid, at least ¥100.00 needed: ¥12.40 more would have done it.',
    '「R」未生效：实付87.60元，须满100元，还差12.40元。',
  ],
  [
    amount(compare('moreThan', { constant: '100.5' }, 'listPrice'), 10_050, 1),
    '"R" did not act: ¥100.50 at list prices, more than ¥100.50 needed: ¥0.01 more would have done it.',
    '「R」未生效：按原价计100.50元，须超过100.50元，还差0.01元。',
  ],
  [
    amount(compare('lessThan', { constant: '1000.00' }), 100_000, -1),
    '"R" did not act: ¥1,000.00 paid, less than ¥1,000.00 needed: ¥0.01 less would have done it.',
    '「R」未生效：实付1000元，须低于1000元，多出0.01元。',
  ],
  [
    amount(compare('atMost', { constant: '10' }), 1080, -80),
    '"R" did not act: ¥10.80 paid, at most ¥10.00 needed: ¥0.80 less would have done it.',
    '「R」未生效：实付10.80元，须不超过10元，多出0.80元。',
  ],
  [
    amount(compare('exactly', { constant: '10' }), 900, 100),
    '"R" did not act: ¥9.00 paid, exactly ¥10.00 needed: ¥1.00 more would have done it.',
    '「R」未生效：实付9元，须等于10元，还差1元。',
  ],
  [
    amount(compare('exactly', { constant: '10' }), 1000, null, true),
    '"R" did not act: ¥10.00 paid, anything but ¥10.00 needed.',
    '「R」未生效：实付10元，须不等于10元。',
  ],
  [
    amount(compare('atLeast', { constant: '10' }), 1000, null, true),
    '"R" did not act: ¥10.00 paid, less than ¥10.00 needed.',
    '「R」未生效：实付10元，须低于10元。',
  ],
  [
    amount(compare('atLeast', { setting: 'Threshold' }), 8760, 1240),
    '"R" did not act: ¥87.60 paid, at least ¥100.00 ("Threshold") needed: ¥12.40 more would have done it.',
    '「R」未生效：实付87.60元，须满100元（「Threshold」），还差12.40元。',
  ],
  [
    amount(compare('moreThan', { setting: 'Threshold' }), 8760, 1241),
    '"R" did not act: ¥87.60 paid, more than ¥100.00 ("Threshold") needed: ¥12.41 more would have done it.',
    '「R」未生效：实付87.60元，须超过100元（「Threshold」），还差12.41元。',
  ],
  [
    amount(compare('lessThan', { setting: 'Threshold' }), 11_000, -1001),
    '"R" did not act: ¥110.00 paid, less than ¥100.00 ("Threshold") needed: ¥10.01 less would have done it.',
    '「R」未生效：实付110元，须低于100元（「Threshold」），多出10.01元。',
  ],
  [
    amount(compare('atMost', { setting: 'Threshold' }), 8760, null, true),
    '"R" did not act: ¥87.60 paid, more than "Threshold" needed.',
    '「R」未生效：实付87.60元，须超过「Threshold」。',
  ],
];

const baskets: readonly (readonly [RuleFate & { fate: 'conditions' }, string, string])[] = [
  [
    failing({
      condition: regular,
      negated: false,
      actual: { kind: 'basket', goods: 'Regular', classes: ['special', 'clearance', 'special', 'discounted', null] },
      nearest: { kind: 'buy', goods: 'Regular' },
    }),
    '"R" did not act: nothing in the basket belongs to "Regular" (price class: special, clearance, discounted and none given); one item of it would have done it.',
    '「R」未生效：本单没有「Regular」商品（价格类别：特价、清货、折扣、未注明），加购一件即可。',
  ],
  [
    failing({
      condition: regular,
      negated: true,
      actual: { kind: 'basket', goods: 'Regular', classes: ['regular'] },
      nearest: null,
    }),
    '"R" did not act: the basket has something from "Regular", and the rule leaves such baskets out.',
    '「R」未生效：本单含有「Regular」商品，该规则不含此类订单。',
  ],
  [
    failing(
      { condition: holidays, negated: false, actual: may9, nearest: onDate('2026-05-10') },
      { condition: birthday, negated: false, actual: { kind: 'birthdayUnknown' }, nearest: { kind: 'tellBirthday' } },
    ),
    '"R" did not act; 2 conditions failed: (1) 9 May 2026 is not in "Holidays"; the next such day is 10 May 2026. (2) the member\'s birthday is not known; enter it, and the rule can act when the day comes.',
    '「R」未生效，有2个条件不成立：（1）2026年5月9日不在「Holidays」内，下一个适用日为2026年5月10日；（2）未登记会员生日，补登后到时即可适用。',
  ],
];

const fates: Table<'fate', RuleFate> = {
  acted: [[{ rule, at, fate: 'acted' }, '"R" acted.', '「R」已生效。']],
  outdone: [
    [
      { rule, at, fate: 'outdone' },
      '"R" held but changed nothing: another rule\'s price or multiplier was taken instead.',
      '「R」条件成立，但未起作用：已采用其他规则的价格或倍数。',
    ],
  ],
  leftAlone: [
    [
      { rule, at, fate: 'leftAlone' },
      '"R" did not act: by it staff may set a price, and they set none.',
      '「R」未生效：店员可据此定价，本单未另行定价。',
    ],
  ],
  nothing: [
    [
      { rule, at, fate: 'nothing' },
      '"R" held but came to nothing: what was paid earns no points, or too few to make one.',
      '「R」条件成立，但未得积分：实付部分均不积分，或取整后为0。',
    ],
  ],
  conditions: [...days, ...past, ...amounts, ...baskets, ...FACT_FATES],
  tooLittle: [
    [
      { rule, at, fate: 'tooLittle', per: 30_000, counted: 28_000 },
      '"R" did not act: it gives something for every full ¥300.00, and ¥280.00 was paid that counts: ¥20.00 more would have done it.',
      '「R」未生效：须计入的实付每满300元，本单计入280元，还差20元。',
    ],
  ],
  pricesTooLow: [
    [
      { rule, at, fate: 'pricesTooLow', from: 30_000, counted: 28_000 },
      '"R" did not act: it takes something off from ¥300.00 on, and the prices came to ¥280.00: ¥20.00 more would have done it.',
      '「R」未生效：满300元方减，本单价格合计280元，还差20元。',
    ],
  ],
  tooFewItems: [
    [
      { rule, at, fate: 'tooFewItems', goods: '正价', needed: 3, counted: 1 },
      '"R" did not act: it wants 3 items of "正价", and there were 1: 2 more would have done it.',
      '「R」未生效：须购「正价」满3件，本单有1件，还差2件。',
    ],
    [
      { rule, at, fate: 'tooFewItems', goods: null, needed: 2, counted: 1 },
      '"R" did not act: it wants 2 items, and there were 1: 1 more would have done it.',
      '「R」未生效：须购满2件，本单有1件，还差1件。',
    ],
  ],
  notDelivered: [
    [{ rule, at, fate: 'notDelivered' }, '"R" did not act: nothing is delivered.', '「R」未生效：本单不须配送。'],
  ],
  noGoods: [
    [
      { rule, at, fate: 'noGoods', goods: '正价' },
      '"R" did not act: nothing in the purchase belongs to "正价"; one item of it would have done it.',
      '「R」未生效：本单没有「正价」商品，加购一件即可。',
    ],
  ],
  notAsked: [
    [
      { rule, at, fate: 'notAsked', failed: [] },
      '"R" did not act: it is on request, and was not asked for.',
      '「R」未生效：须会员提出，本单未提出。',
    ],
    [
      {
        rule,
        at,
        fate: 'notAsked',
        failed: [
          {
            condition: birthday,
            negated: false,
            actual: { kind: 'birthdayUnknown' },
            nearest: { kind: 'tellBirthday' },
          },
        ],
      },
      '"R" did not act: it is on request, and was not asked for; besides, the member\'s birthday is not known; enter it, and the rule can act when the day comes.',
      '「R」未生效：须会员提出，本单未提出；此外，未登记会员生日，补登后到时即可适用。',
    ],
  ],
  usedUp: [
    [
      { rule, at, fate: 'usedUp', per: 'year', of: 1, again: '2027-01-01' },
      '"R" did not act: it can act once per year, and has; it can again from 1 January 2027, or when all that it gave has come back.',
      '「R」未生效：每年限一次，已用完，2027年1月1日起可再用，或所得全部退回后恢复。',
    ],
    [
      { rule, at, fate: 'usedUp', per: 'lifetime', of: 3, again: null },
      '"R" did not act: it can act 3 times per member, and has; it can again only when all that it gave has come back.',
      '「R」未生效：每位会员限3次，已用完，所得全部退回后恢复。',
    ],
  ],
  birthdayUnknown: [
    [
      { rule, at, fate: 'birthdayUnknown' },
      '"R" did not act: its limit counts by the member\'s birthday, which is not known; enter it, and the rule can act.',
      '「R」未生效：次数按会员生日计，但未登记会员生日，补登后即可适用。',
    ],
  ],
  otherTrigger: [
    [
      { rule, at, fate: 'otherTrigger' },
      '"R" did not act: it is for another kind of event.',
      '「R」未生效：该规则不针对这类事件。',
    ],
  ],
  silent: [
    [
      { rule, at, fate: 'silent', why: 'pending' },
      '"R" did not act: the membership has yet to take effect.',
      '「R」未生效：会员资格尚未生效。',
    ],
  ],
};

export const FATES: readonly Case[] = cases<RuleFate>(fates, (words, fate) => words.fate(fate));
