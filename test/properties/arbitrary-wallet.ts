import type { Program } from '@laurel/engine';
import fc from 'fast-check';
import { monthDay } from './arbitrary-days.ts';
import { AT, amount, type Scope, slots, someOf } from './arbitrary-rules.ts';

type Wallet = Program['wallets'][number];
type Deadline = NonNullable<Wallet['expiry']>['of'][number];
type Duration = Program['returns']['within'];

const dates = fc.record({
  count: fc.constantFrom(0, 1, 3, 30),
  unit: fc.constantFrom('day' as const, 'day' as const, 'week' as const, 'month' as const),
});
export const span: fc.Arbitrary<Duration> = fc.oneof(
  { weight: 6, arbitrary: dates },
  { weight: 1, arbitrary: fc.constant({ count: 1, unit: 'year' as const }) },
  { weight: 1, arbitrary: fc.record({ count: fc.constantFrom(1, 36), unit: fc.constant('hour' as const) }) },
);

const fixedDeadline: fc.Arbitrary<Deadline> = fc.oneof(
  fc.record({
    kind: fc.constant('after' as const),
    span,
    through: fc.constantFrom('day' as const, 'day' as const, 'month' as const, 'quarter' as const, 'year' as const),
    at: fc.constant(AT),
  }),
  fc.record({
    kind: fc.constant('date' as const),
    on: fc.oneof(monthDay, fc.constant({ month: 2, day: 31 })),
    years: fc.constantFrom(0, 0, 1),
    at: fc.constant(AT),
  }),
);
const idleDeadline: fc.Arbitrary<Deadline> = fc.record({
  kind: fc.constant('idle' as const),
  span,
  without: someOf(['purchase' as const, 'visit' as const]),
  at: fc.constant(AT),
});

/** Points lapse without activities in one way at most. */
const expiry: fc.Arbitrary<NonNullable<Wallet['expiry']>> = fc.record({
  of: fc
    .tuple(fc.array(fixedDeadline, { maxLength: 2 }), fc.option(idleDeadline, { freq: 2 }), fixedDeadline)
    .map(([fixed, idle, other]) => [...fixed, ...(idle === null ? (fixed.length === 0 ? [other] : []) : [idle])]),
  counts: fc.constantFrom('earliest' as const, 'latest' as const),
});

export function wallet(scope: Scope, name: string): fc.Arbitrary<Wallet> {
  const { each, gives } = slots(scope);
  return fc.record({
    name: fc.constant(name),
    rounding: fc.constantFrom('down' as const, 'down' as const, 'halfUp' as const, 'up' as const),
    availableAfter: fc.option(span, { freq: 2 }),
    expiry: fc.option(expiry, { freq: 3 }),
    conversion: fc.option(
      fc.record({
        each: amount(each),
        gives: amount(gives),
        unlessKept: fc.constantFrom(true, true, false),
        at: fc.constant(AT),
      }),
    ),
    spending: spending(scope),
    notEarning: fc.subarray(['voucher' as const, 'storedValue' as const]),
    at: fc.constant(AT),
  });
}

function spending(scope: Scope): fc.Arbitrary<Wallet['spending']> {
  const { spendFrom, payEach, payGives, payMost } = slots(scope);
  const pays = fc.record({
    each: amount(payEach),
    gives: amount(payGives),
    most: fc.option(amount(payMost)),
    allOrNothing: rarely,
    restEarns: fc.oneof({ weight: 3, arbitrary: fc.constant(true) }, { weight: 1, arbitrary: fc.constant(false) }),
    at: fc.constant(AT),
  });
  return fc.record({
    least: fc.oneof({ weight: 4, arbitrary: fc.constant(null) }, { weight: 1, arbitrary: amount(spendFrom) }),
    inIssuingStore: rarely,
    pays: fc.option(pays, { freq: 4 }),
  });
}

const rarely = fc.oneof({ weight: 5, arbitrary: fc.constant(false) }, { weight: 1, arbitrary: fc.constant(true) });
