import type { Program } from '@laurel/engine';
import fc from 'fast-check';
import { STORED_VALUE } from '../reference/account.ts';
import { award } from './arbitrary-award.ts';
import { days } from './arbitrary-days.ts';
import { AT, amount, CALENDARS, dated, handing, limit, measure, type Scope, slots } from './arbitrary-rules.ts';
import { span } from './arbitrary-wallet.ts';

type Rule = Program['rules'][number];
type Occasion = Extract<Rule['trigger'], { kind: 'occasion' }>['on'];

const period = fc.constantFrom('month' as const, 'quarter' as const, 'year' as const);
const calendar = fc.constantFrom(...CALENDARS);

const on: fc.Arbitrary<Occasion> = fc.oneof(
  { weight: 3, arbitrary: fc.constant({ kind: 'birthday' as const }) },
  { weight: 1, arbitrary: fc.constant({ kind: 'anniversary' as const }) },
  {
    weight: 3,
    arbitrary: fc.record({ kind: fc.constant('days' as const), days, minute: fc.constantFrom(0, 0, 90, 540, 1439) }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('calendar' as const), calendar }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('beforeRun' as const), calendar, span }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('periodStart' as const), period }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('periodEnd' as const), period }) },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('after' as const),
      what: fc.constantFrom('joining' as const, 'firstPurchase' as const),
      span,
    }),
  },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('withoutPurchase' as const), span }) },
);

const trigger: fc.Arbitrary<Rule['trigger']> = fc.oneof(
  { weight: 2, arbitrary: fc.constant({ kind: 'visit' as const, at: AT }) },
  { weight: 1, arbitrary: fc.constant({ kind: 'visitOrPurchase' as const, at: AT }) },
  { weight: 1, arbitrary: fc.constant({ kind: 'joining' as const, at: AT }) },
  { weight: 6, arbitrary: on.map((on) => ({ kind: 'occasion' as const, on, at: AT })) },
);

/** Rules about what those buy whom the member introduced. */
export function referralRules(scope: Scope): fc.Arbitrary<Rule[]> {
  const wallet = fc.constantFrom(...scope.wallets);
  const effect: fc.Arbitrary<Rule['effects'][number]> = fc.oneof(
    handing(scope),
    fc.record({
      kind: fc.constant('earnFixed' as const),
      wallet,
      points: amount(slots(scope).award),
      at: fc.constant(AT),
    }),
    fc.record({
      kind: fc.constant('earnRate' as const),
      wallet,
      points: amount(slots(scope).points),
      per: amount(slots(scope).per),
      measure: fc.constant(measure(scope, 'paid')),
      goods: fc.constant(null),
      full: fc.boolean(),
      at: fc.constant(AT),
    }),
  );
  const rule = fc.record({
    trigger: fc.boolean().map((first) => ({ kind: 'referral' as const, first, at: AT })),
    when: fc.option(dated, { freq: 2 }),
    effects: fc.array(effect, { minLength: 1, maxLength: 2 }),
    limits: fc.oneof<fc.Arbitrary<Rule['limits']>[]>(fc.constant([]), fc.array(limit, { maxLength: 2 })),
  });
  return fc
    .oneof(
      { weight: 3, arbitrary: fc.array(rule, { maxLength: 0 }) },
      { weight: 2, arbitrary: fc.array(rule, { maxLength: 2 }) },
    )
    .map((rules) => rules.map((rule, index) => ({ name: `Referral ${index + 1}`, ...rule, at: AT })));
}

/** Rules that act on something else than a purchase: what they give is fixed, and what they ask is the day. */
export function occasionRules(scope: Scope): fc.Arbitrary<Rule[]> {
  const points = fc.record({
    kind: fc.constant('earnFixed' as const),
    wallet: fc.constantFrom(...scope.wallets),
    points: amount(slots(scope).award),
    at: fc.constant(AT),
  });
  const money = fc.record({
    kind: fc.constant('earnFixed' as const),
    wallet: fc.constant(STORED_VALUE),
    points: amount(slots(scope).rewardMoney),
    at: fc.constant(AT),
  });
  const gift = fc.oneof<fc.Arbitrary<Rule['effects'][number]>[]>(points, points, money, handing(scope), award(scope));
  const rule = fc.record({
    trigger,
    when: fc.option(dated, { freq: 3 }).chain((when) => fc.boolean().map((some) => (some ? when : null))),
    effects: fc.array(gift, { minLength: 1, maxLength: 2 }),
    limits: fc.oneof<fc.Arbitrary<Rule['limits']>[]>(
      fc.constant([]),
      fc.constant([]),
      fc.array(limit, { maxLength: 2 }),
    ),
  });
  return fc
    .oneof(
      { weight: 1, arbitrary: fc.constant([]) },
      { weight: 2, arbitrary: fc.array(rule, { minLength: 1, maxLength: 4 }) },
    )
    .map((rules) => rules.map((rule, index) => ({ name: `Occasion ${index + 1}`, ...rule, at: AT })));
}
