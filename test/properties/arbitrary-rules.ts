import type { Program } from '@laurel/engine';
import fc from 'fast-check';
import { STORED_VALUE } from '../reference/account.ts';
import { factLeaf } from './arbitrary-facts.ts';
import { ageLeaf, agoLeaf, metricLeaf } from './arbitrary-metric.ts';
import { pricing } from './arbitrary-pricing.ts';
import { DATES } from './moments.ts';

type Rule = Program['rules'][number];
type Effect = Rule['effects'][number];
type Condition = NonNullable<Rule['when']>;
type Amount = Extract<Effect, { kind: 'earnFixed' }>['points'];
type Measure = Extract<Condition, { kind: 'compare' }>['measure'];
type Setting = Program['settings'][number];

/** What the rules of one program may name, and how many decimals its money has. */
export interface Scope {
  readonly minorDigits: number;
  readonly wallets: readonly string[];
}

export const AT = { line: 1, start: 0, end: 0 };
export const CALENDARS = ['Holidays', 'Sale'];
export const TIERS = ['Silver', 'Gold', 'Jade'] as const;
export const GOODS = ['Regular', 'Reduced', 'Rest'];
export const PRICE_CLASSES = ['regular', 'special', 'clearance', 'discounted'] as const;

/** Null: every line. */
export const goodsOrAll: fc.Arbitrary<string | null> = fc.option(fc.constantFrom(...GOODS), { nil: null });

/** One place in a file where an amount stands, with the values that are tried there. Each has a setting of its own name. */
interface Slot {
  readonly name: string;
  readonly unit: Amount['unit'];
  readonly scale: number;
  readonly most: string;
  readonly values: readonly string[];
}

type SlotName =
  | 'points'
  | 'per'
  | 'award'
  | 'multiplier'
  | 'share'
  | 'threshold'
  | 'each'
  | 'gives'
  | 'joining'
  | 'refundMoney'
  | 'refundPer'
  | 'count'
  | 'age'
  | 'spendFrom'
  | 'payEach'
  | 'payGives'
  | 'payMost'
  | 'rewardPrice'
  | 'rewardMoney'
  | 'cashBack';

export function slots({ minorDigits }: Scope): Record<SlotName, Slot> {
  const cents = minorDigits === 0 ? [] : ['0.5', '12.5'];
  const fineCents = minorDigits < 2 ? [] : ['0.01', '88.80'];
  const smallest = (10 ** -minorDigits).toFixed(minorDigits);
  const money = { unit: 'money' as const, scale: minorDigits, most: '100000' };
  const points = { unit: 'points' as const, most: '100000' };
  return {
    points: { name: 'Points', ...points, scale: 9, values: ['1', '2', '10', '0.5', '1.25', '0.333333333', '0'] },
    per: { name: 'Spend', ...money, values: ['1', '10', '7', '100', ...cents, ...fineCents] },
    award: { name: 'Award', ...points, scale: 0, values: ['0', '1', '5', '100'] },
    multiplier: {
      name: 'Multiplier',
      unit: 'factor',
      scale: 2,
      most: '100',
      values: ['2', '3', '1', '1.5', '4.25', '1.01', '10', '0.5', '0'],
    },
    share: {
      name: 'Share',
      unit: 'share',
      scale: 4,
      most: '2',
      values: ['0.58', '0.9', '0.5', '0.333', '0', '1', '1.1'],
    },
    threshold: { name: 'Threshold', ...money, values: ['0', '50', '100', '300', ...cents, ...fineCents] },
    each: { name: 'Each', ...points, scale: 0, values: ['1', '7', '100', '1000'] },
    gives: { name: 'Gives', ...money, values: ['1', '20', ...cents, ...fineCents] },
    joining: { name: 'Joining', ...money, values: ['0', '1', '50', '300', '2000', ...cents, ...fineCents] },
    refundMoney: { name: 'RefundMoney', ...money, values: ['1', '3', '20', ...cents, ...fineCents] },
    count: { name: 'Count', unit: 'count', scale: 0, most: '1000', values: ['0', '1', '2', '3'] },
    age: { name: 'Age', unit: 'count', scale: 0, most: '1000', values: ['18', '28', '34', '36', '45'] },
    spendFrom: { name: 'SpendFrom', ...points, scale: 0, values: ['0', '1', '100', '1000'] },
    payEach: { name: 'PayEach', ...points, scale: 0, values: ['1', '1', '2', '7', '100'] },
    payGives: { name: 'PayGives', ...money, values: [smallest, smallest, smallest, '1', ...cents] },
    rewardPrice: { name: 'RewardPrice', ...points, scale: 0, values: ['1', '7', '100', '500'] },
    rewardMoney: { name: 'RewardMoney', ...money, values: ['1', '20', ...cents] },
    cashBack: { name: 'CashBack', unit: 'share', scale: 4, most: '1', values: ['0.01', '0.025', '0.333', '1', '0'] },
    payMost: { name: 'PayMost', unit: 'share', scale: 4, most: '1', values: ['1', '0.5', '0.25', '0.333', '0'] },
    refundPer: { name: 'RefundPer', ...points, scale: 0, values: ['1', '7', '100', '1000'] },
  };
}

function valueIn(slot: Slot): fc.Arbitrary<string> {
  return fc.constantFrom(...slot.values);
}

/** An amount in a slot: a constant, or the slot's setting, which stays symbolic. */
export function amount(slot: Slot): fc.Arbitrary<Amount> {
  const range = { least: '0', most: slot.most };
  const value = fc.oneof(
    { weight: 3, arbitrary: valueIn(slot).map((constant) => ({ constant })) },
    { weight: 1, arbitrary: fc.constant({ setting: slot.name }) },
  );
  return value.map((value) => ({ unit: slot.unit, scale: slot.scale, range, value }));
}

/** The setting of every slot, with the file's value. */
export function settings(scope: Scope): fc.Arbitrary<Setting[]> {
  const all = Object.values(slots(scope)).map((slot) =>
    valueIn(slot).map((value) => {
      const { name, unit, scale, most } = slot;
      return { name, unit, scale, value, range: { least: '0', most }, at: AT };
    }),
  );
  return fc.tuple(...all);
}

/** What a host sets instead of the file's values: some of the settings, by name. */
export function hostSettings(scope: Scope): fc.Arbitrary<Record<string, string>> {
  const some = Object.values(slots(scope)).map((slot) =>
    fc.option(valueIn(slot), { freq: 3 }).map((value) => (value === null ? [] : [[slot.name, value] as const])),
  );
  return fc.tuple(...some).map((pairs) => Object.fromEntries(pairs.flat()));
}

export function measure(scope: Scope, of: Measure['of']): Measure {
  return { of, unit: 'money', scale: scope.minorDigits, range: { least: '0', most: '1000000000000' } };
}

type Leaf = Exclude<Condition, { kind: 'all' | 'any' | 'not' }>;

const dayLeaf = fc.record({
  kind: fc.constant('dayIn' as const),
  calendar: fc.constantFrom(...CALENDARS),
  at: fc.constant(AT),
});
const birthdayLeaf = fc.record({
  kind: fc.constant('birthday' as const),
  within: fc.constantFrom('day' as const, 'month' as const),
  at: fc.constant(AT),
});

function leaf(scope: Scope, measures: readonly Measure['of'][]): fc.Arbitrary<Leaf> {
  const at = fc.constant(AT);
  return fc.oneof(
    dayLeaf,
    fc.record({
      kind: fc.constant('dates' as const),
      from: fc.option(fc.constantFrom(...DATES), { freq: 3 }),
      to: fc.option(fc.constantFrom(...DATES), { freq: 3 }),
      at,
    }),
    fc.record({
      kind: fc.constant('hours' as const),
      from: fc.constantFrom(0, 12 * 60, 18 * 60, 1439),
      to: fc.constantFrom(0, 1, 12 * 60, 12 * 60 + 1, 21 * 60),
      at,
    }),
    fc.record({ kind: fc.constant('weekday' as const), in: someOf([1, 2, 3, 4, 5, 6, 7]), at }),
    fc.record({ kind: fc.constant('month' as const), in: someOf([1, 2, 3, 4, 5, 12]), at }),
    birthdayLeaf,
    fc.record({
      kind: fc.constant('compare' as const),
      measure: fc.constantFrom(...measures).map((of) => measure(scope, of)),
      is: fc.constantFrom(
        'atLeast' as const,
        'moreThan' as const,
        'lessThan' as const,
        'atMost' as const,
        'exactly' as const,
      ),
      to: amount(slots(scope).threshold),
      at,
    }),
    fc.record({ kind: fc.constant('basketHas' as const), goods: fc.constantFrom(...GOODS), at }),
    metricLeaf(scope, measures.includes('paid')),
    metricLeaf(scope, measures.includes('paid')),
    agoLeaf(),
    ageLeaf(scope),
    fc.record({
      kind: fc.constant('tier' as const),
      ladder: fc.constant('Ladder'),
      tier: fc.constantFrom(...TIERS),
      orAbove: fc.boolean(),
      at,
    }),
    factLeaf(scope),
  );
}

/** Leaves under all, any and not, at most three deep. */
export function condition(scope: Scope, measures: readonly Measure['of'][], depth = 2): fc.Arbitrary<Condition> {
  const one: fc.Arbitrary<Condition> = leaf(scope, measures);
  if (depth === 0) return one;
  const inner = condition(scope, measures, depth - 1);
  const several = fc.array(inner, { minLength: 1, maxLength: 3 });
  return fc.oneof(
    { weight: 4, arbitrary: one },
    { weight: 1, arbitrary: several.map((of) => ({ kind: 'all' as const, of })) },
    { weight: 1, arbitrary: several.map((of) => ({ kind: 'any' as const, of })) },
    { weight: 1, arbitrary: inner.map((of) => ({ kind: 'not' as const, of })) },
  );
}

function earning(scope: Scope): fc.Arbitrary<Effect> {
  const { points, per, award, multiplier, rewardMoney, cashBack } = slots(scope);
  const common = { wallet: fc.constantFrom(...scope.wallets), at: fc.constant(AT) };
  const inMoney = { wallet: fc.constant(STORED_VALUE), at: fc.constant(AT) };
  const measured = fc
    .constantFrom('paid' as const, 'paid' as const, 'listPrice' as const)
    .map((of) => measure(scope, of));
  const rate = fc.record({
    kind: fc.constant('earnRate' as const),
    points: amount(points),
    per: amount(per),
    measure: measured,
    goods: fc.oneof({ weight: 3, arbitrary: fc.constant(null) }, { weight: 1, arbitrary: goodsOrAll }),
    full: fc.oneof({ weight: 3, arbitrary: fc.constant(false) }, { weight: 1, arbitrary: fc.constant(true) }),
    ...common,
  });
  const each = { unit: 'count' as const, scale: 0, range: { least: '1', most: '2' } };
  const items = fc.record({
    kind: fc.constant('earnRate' as const),
    points: amount(points),
    per: fc.constantFrom('1', '1', '2').map((constant) => ({ ...each, value: { constant } })),
    measure: fc.constant({
      of: 'quantity' as const,
      unit: 'count' as const,
      scale: 9,
      range: { least: '0', most: '1000000000000' },
    }),
    goods: goodsOrAll,
    full: fc.boolean(),
    ...common,
  });
  const fixed = fc.record({ kind: fc.constant('earnFixed' as const), points: amount(award), ...common });
  const times = fc.record({
    kind: fc.constant('multiply' as const),
    by: amount(multiplier),
    goods: goodsOrAll,
    ...common,
  });
  const money = fc.record({
    kind: fc.constant('earnRate' as const),
    points: fc.oneof(amount(rewardMoney), amount(cashBack)),
    per: amount(per),
    measure: measured,
    goods: fc.oneof({ weight: 3, arbitrary: fc.constant(null) }, { weight: 1, arbitrary: goodsOrAll }),
    full: fc.boolean(),
    ...inMoney,
  });
  const moneyOnce = fc.record({ kind: fc.constant('earnFixed' as const), points: amount(rewardMoney), ...inMoney });
  return fc.oneof(
    { weight: 4, arbitrary: rate },
    { weight: 1, arbitrary: items },
    { weight: 1, arbitrary: fixed },
    { weight: 3, arbitrary: times },
    { weight: 1, arbitrary: money },
    { weight: 1, arbitrary: moneyOnce },
    { weight: 2, arbitrary: handing(scope) },
  );
}

/** What the host hands out: gifts in whole ones, money in any way. */
export function handing(scope: Scope): fc.Arbitrary<Effect> {
  const { per, rewardMoney, cashBack } = slots(scope);
  const kind = fc.constantFrom('voucher' as const, 'cash' as const);
  const money = fc.record({ kind, money: amount(rewardMoney) });
  const share = fc.record({ kind, money: amount(cashBack) });
  const once = { per: fc.constant(null), full: fc.constant(false), at: fc.constant(AT) };
  const each = { per: amount(per), at: fc.constant(AT) };
  const gift = fc.record({
    kind: fc.constantFrom('gift' as const, 'coupon' as const),
    name: fc.constantFrom('Cup', 'Tin'),
  });
  const hand = fc.constant('hand' as const);
  const message = fc.constantFrom('Hello', 'News');
  return fc.oneof(
    fc.record({ kind: fc.constant('notify' as const), message, at: fc.constant(AT) }),
    fc.record({ kind: hand, gives: fc.oneof(gift, money), ...once }),
    fc.record({ kind: hand, gives: gift, full: fc.constant(true), ...each }),
    fc.record({ kind: hand, gives: money, full: fc.boolean(), ...each }),
    fc.record({ kind: hand, gives: share, full: fc.constant(false), ...each }),
  );
}

/** Days and birthdays hold so seldom that rules which hang on nothing else are worth having. */
export const dated = fc.oneof(dayLeaf, birthdayLeaf).map((when): Condition => when);

/** Rules of which the first has no condition, so that most programs earn something. A pay rule never asks what was paid. */
export function rules(scope: Scope): fc.Arbitrary<Rule[]> {
  const effectsOf = (effect: fc.Arbitrary<Effect>) => fc.array(effect, { minLength: 1, maxLength: 2 });
  const measures = ['listPrice', 'paid'] as const;
  const draft = fc.oneof(
    {
      weight: 3,
      arbitrary: fc.record({
        when: fc.option(condition(scope, measures), { freq: 3 }),
        effects: effectsOf(earning(scope)),
      }),
    },
    {
      weight: 1,
      arbitrary: fc.record({ when: fc.option(condition(scope, ['listPrice'])), effects: effectsOf(pricing(scope)) }),
    },
    {
      weight: 1,
      arbitrary: fc.record({
        when: fc.option(condition(scope, ['listPrice'])),
        effects: effectsOf(fc.oneof(pricing(scope), earning(scope))),
      }),
    },
  );
  const dayRule = fc.record({ when: dated, effects: effectsOf(earning(scope)) });
  const base = earning(scope).map((effect) => ({ when: null, effects: [effect] }));
  return fc
    .tuple(
      base,
      fc.array(dayRule, { maxLength: 2 }),
      fc.array(draft, { maxLength: 5 }),
      fc.array(terms, { minLength: 8, maxLength: 8 }),
    )
    .map(([first, dated, others, terms]) =>
      [first, ...dated, ...others].map(({ when, effects }, index) => ({
        name: `Rule ${index + 1}`,
        ...(terms[index] ?? ALWAYS),
        when,
        effects,
        at: AT,
      })),
    );
}

type Terms = Pick<Rule, 'trigger' | 'limits'>;
const ALWAYS: Terms = { trigger: { kind: 'purchase', at: AT }, limits: [] };

export const limit = fc.record({
  times: fc.constantFrom(1, 1, 1, 2, 3),
  per: fc.constantFrom(
    ...(['day', 'week', 'month', 'quarter', 'year', 'membershipYear', 'birthday', 'lifetime'] as const),
  ),
  at: fc.constant(AT),
});

/** When a rule runs and how often: most run on every purchase without a limit. */
const terms: fc.Arbitrary<Terms> = fc.oneof(
  { weight: 3, arbitrary: fc.constant(ALWAYS) },
  {
    weight: 1,
    arbitrary: fc.record({
      trigger: fc.record({ kind: fc.constantFrom('purchase' as const, 'request' as const), at: fc.constant(AT) }),
      limits: fc.array(limit, { maxLength: 2 }),
    }),
  },
);

/** At least one of the values, in their order. */
export function someOf<T>(values: readonly T[]): fc.Arbitrary<T[]> {
  return fc.subarray([...values], { minLength: 1 });
}
