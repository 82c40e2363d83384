import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type History, history } from './arbitrary-history.ts';
import { loaded } from './arbitrary-program.ts';
import { writtenMoney } from './arbitrary-purchase.ts';
import { keepReturns, split } from './giving-back.ts';
import { keepLateReturns } from './much-later.ts';

test('R2, R3, R4: goods that come back leave nothing behind, in any order and grouping of their parts', () => {
  fc.assert(fc.property(history, split, keepReturns), { seed: 20260510, numRuns: 600 });
});

test('R2, R3, R6: what comes back much later gives nothing and loses nothing, whatever lay in between', () => {
  const seen = { returns: 0, redemptions: 0, conversions: 0, expiries: 0 };
  const late = (history: History) => {
    const between = keepLateReturns(history);
    for (const what of ['returns', 'redemptions', 'conversions', 'expiries'] as const) seen[what] += between[what];
  };
  fc.assert(fc.property(history, late), { seed: 20260510, numRuns: 400 });
  for (const [what, times] of Object.entries(seen)) expect(times, what).toBeGreaterThan(20);
});

/** A few of the smallest coins, paid in three ways: where every rounding of a mixed payment shows (R4). */
const smallChange: fc.Arbitrary<History> = fc
  .tuple(loaded, fc.nat(9), fc.nat(9), fc.integer({ min: 1, max: 9 }))
  .map(([{ program, settings }, cash, voucher, storedValue]) => {
    const money = (minor: number) => writtenMoney(minor, program.currency.minorDigits);
    const every = { account: 'm1', at: '2025-03-01T12:00:00Z' };
    return {
      program,
      settings,
      account: 'm1',
      openedAtMs: 0,
      known: {},
      events: [
        { kind: 'topUp', id: 'fill', account: 'm1', at: '2025-02-28T12:00:00Z', amount: money(storedValue) },
        {
          kind: 'purchase',
          id: 'buy',
          ...every,
          lines: [{ item: 'A1', quantity: String(cash + voucher + storedValue), unitPrice: money(1) }],
          tenders: [
            { kind: 'cash', amount: money(cash) },
            { kind: 'voucher', amount: money(voucher) },
            { kind: 'storedValue', amount: money(storedValue) },
          ],
        },
      ],
    };
  });

test('R2, R4: a payment in three ways comes back in the same amounts whatever the parts', () => {
  fc.assert(fc.property(smallChange, split, keepReturns), { seed: 20260510, numRuns: 600 });
});
