import type { Program } from '@laurel/engine';
import fc from 'fast-check';
import { benefits } from './arbitrary-benefit.ts';
import { coupons } from './arbitrary-coupon.ts';
import { days } from './arbitrary-days.ts';
import { eventRules, events } from './arbitrary-declared.ts';
import { member } from './arbitrary-facts.ts';
import { ladders } from './arbitrary-ladder.ts';
import { occasionRules, referralRules } from './arbitrary-occasions.ts';
import { floors } from './arbitrary-pricing.ts';
import { rewards } from './arbitrary-reward.ts';
import {
  AT,
  amount,
  CALENDARS,
  GOODS,
  hostSettings,
  PRICE_CLASSES,
  rules,
  type Scope,
  settings,
  slots,
  someOf,
} from './arbitrary-rules.ts';
import { span, wallet } from './arbitrary-wallet.ts';
import { ZONES } from './zones.ts';

type Goods = Program['goods'][number];
type Returns = Program['returns'];
type Duration = Returns['within'];

/** A program and what the host sets in it. */
export interface Loaded {
  readonly program: Program;
  readonly settings: Readonly<Record<string, string>>;
}

const CURRENCIES: readonly Program['currency'][] = [
  { code: 'CNY', minorDigits: 2 },
  { code: 'JPY', minorDigits: 0 },
  { code: 'KWD', minorDigits: 3 },
];
export const CATEGORIES = ['shoes', 'bags'];
export const BRANDS = ['Yidu', 'Other'];
export const ITEMS = ['A1', 'A2', 'B1'];

const calendars = fc
  .tuple(...CALENDARS.map(() => fc.array(days, { minLength: 1, maxLength: 3 })))
  .map((all) => all.map((of, index) => ({ name: CALENDARS[index] ?? '', days: of, at: AT })));

const goodsTest = fc.oneof(
  fc.record({ kind: fc.constant('priceClass' as const), in: someOf(PRICE_CLASSES) }),
  fc.record({ kind: fc.constant('category' as const), in: someOf(CATEGORIES) }),
  fc.record({ kind: fc.constant('brand' as const), in: someOf(BRANDS) }),
  fc.record({ kind: fc.constant('item' as const), in: someOf(ITEMS) }),
);

/** Sets leave out only sets before them, so that no set leaves out itself. */
const goods: fc.Arbitrary<Goods[]> = fc.tuple(
  ...GOODS.map((name, index) =>
    fc.record({
      name: fc.constant(name),
      all: fc.array(goodsTest, { maxLength: 2 }),
      except: fc.subarray(GOODS.slice(0, index)),
      at: fc.constant(AT),
    }),
  ),
);

const effectiveAfter: fc.Arbitrary<Duration> = fc.oneof(
  fc.record({ count: fc.constantFrom(0, 1, 24, 48), unit: fc.constantFrom('hour' as const, 'minute' as const) }),
  fc.record({
    count: fc.constantFrom(0, 1, 2, 30),
    unit: fc.constantFrom('day' as const, 'week' as const, 'month' as const),
  }),
);

function membership(scope: Scope): fc.Arbitrary<Program['membership']> {
  const { joining } = slots(scope);
  const way = fc.record({
    kind: fc.constantFrom('purchase' as const, 'spend' as const),
    from: amount(joining),
    at: fc.constant(AT),
  });
  return fc.record({
    joinsBy: fc.oneof({ weight: 2, arbitrary: fc.array(way, { maxLength: 0 }) }, fc.array(way, { maxLength: 2 })),
    vouchersCount: fc.boolean(),
    effectiveAfter: fc.option(effectiveAfter, { freq: 2 }),
    cardMustBeShown: fc.boolean(),
    dormantAfter: fc.oneof({ weight: 3, arbitrary: fc.constant(null) }, { weight: 1, arbitrary: span }),
    onePerIdentity: fc.oneof({ weight: 4, arbitrary: fc.constant(false) }, { weight: 1, arbitrary: fc.boolean() }),
    lostCard: fc.constantFrom('replaced', 'checked', 'never'),
    endsBelow: fc.option(fc.record({ least: amount(joining), at: fc.constant(AT) })),
    at: fc.constant(AT),
  });
}

function returns(scope: Scope): fc.Arbitrary<Returns> {
  const { refundMoney, refundPer } = slots(scope);
  return fc.record({
    within: fc.record({
      count: fc.constantFrom(1, 30, 90),
      unit: fc.constantFrom('day' as const, 'day' as const, 'week' as const, 'month' as const),
    }),
    proof: fc.oneof(
      { weight: 3, arbitrary: fc.constant<Returns['proof']>([]) },
      { weight: 1, arbitrary: fc.subarray(['receipt' as const, 'card' as const]) },
    ),
    unknown: fc.constantFrom('refused', 'atValue'),
    exchangePrice: fc.constantFrom('original', 'today', 'lower'),
    takeBack: fc.oneof(
      { weight: 8, arbitrary: fc.constant('difference' as const) },
      { weight: 1, arbitrary: fc.constant('nothing' as const) },
    ),
    shortage: fc.oneof<fc.Arbitrary<Returns['shortage']>[]>(
      fc.constant({ kind: 'negative' }),
      fc.constant({ kind: 'forgive' }),
      fc.record({ kind: fc.constant('deduct'), money: amount(refundMoney), per: amount(refundPer) }),
    ),
    at: fc.constant(AT),
  });
}

function programOf(currency: Program['currency'], scope: Scope): fc.Arbitrary<Program> {
  return fc.record({
    format: fc.constant(1 as const),
    name: fc.constant('Random'),
    version: fc.constant('1'),
    effective: fc.oneof(
      { weight: 8, arbitrary: fc.constant(null) },
      { weight: 1, arbitrary: fc.constantFrom('2024-02-29', '2024-03-01', '2024-09-08') },
    ),
    currency: fc.constant(currency),
    zone: fc.constantFrom(...ZONES),
    leapBirthday: fc.constantFrom({ month: 2, day: 28 }, { month: 3, day: 1 }),
    weekStart: fc.constantFrom(1, 7),
    yearStart: fc.constantFrom(
      { month: 1, day: 1 },
      { month: 4, day: 1 },
      { month: 2, day: 29 },
      { month: 3, day: 31 },
    ),
    settings: settings(scope),
    calendars,
    goods,
    membership: membership(scope),
    ladders: ladders(scope),
    member,
    events,
    wallets: fc.tuple(...scope.wallets.map((name) => wallet(scope, name))),
    rewards: rewards(scope),
    rules: fc
      .tuple(rules(scope), occasionRules(scope), referralRules(scope), eventRules(scope))
      .map((all) => all.flat()),
    coupons: coupons(scope),
    benefits: benefits(scope),
    stacking: fc.record({
      multipliers: fc.constantFrom('highest' as const, 'add' as const, 'multiply' as const),
      prices: fc.constant('lowest' as const),
      floors: floors(scope),
    }),
    returns: returns(scope),
  });
}

/** Valid programs that use every part of the format, with one or two wallets of points. */
export const loaded: fc.Arbitrary<Loaded> = fc
  .tuple(fc.constantFrom(...CURRENCIES), fc.constantFrom(['Points'], ['Points', 'Miles']))
  .chain(([currency, wallets]) => {
    const scope: Scope = { minorDigits: currency.minorDigits, wallets };
    return fc.record({ program: programOf(currency, scope), settings: hostSettings(scope) });
  });
