import type { Event, Program } from '@laurel/engine';
import fc from 'fast-check';
import { writtenMoney } from './arbitrary-purchase.ts';
import { written } from './moments.ts';

type ReferralEvent = Extract<Event, { kind: 'referral' }>;

/** What another account tells of a purchase. */
export interface Heard extends Pick<ReferralEvent, 'member' | 'purchase' | 'what' | 'first'> {
  readonly minor: number;
  readonly daysAgo: number;
}

/** Few purchases, so that something often comes back of one. */
export const heard: fc.Arbitrary<Heard> = fc.record({
  member: fc.constantFrom('m2', 'm2', 'm3'),
  purchase: fc.constantFrom('x1', 'x1', 'x2'),
  what: fc.constantFrom('bought' as const, 'bought' as const, 'changed' as const, 'returned' as const),
  first: fc.boolean(),
  minor: fc.constantFrom(0, 1, 99, 1000, 12_345, 100_000),
  daysAgo: fc.constantFrom(1, 1, 2, 30),
});

const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;

export function referralOf(
  { currency }: Program,
  { minor, daysAgo, ...heard }: Heard,
  at: string,
): Pick<ReferralEvent, 'member' | 'purchase' | 'bought' | 'what' | 'first' | 'paid'> {
  const bought = written(Date.parse(at) - daysAgo * DAY_MS + HOUR_MS, 0);
  return { ...heard, bought, paid: writtenMoney(minor, currency.minorDigits) };
}
