import { showInstant } from './calendar.ts';
import type { Event } from './event.ts';
import type { ReferralHappening } from './happening.ts';
import { fromMinor } from './number.ts';
import type { Plan } from './plan.ts';
import type { Cause, Sink } from './posting.ts';
import type { AccountRecord } from './state.ts';

/**
 * What one account tells another: that of a member whom somebody introduced tells the referrer's of every purchase, and of
 * what comes back of it (semantics P3).
 */

/** What an introduced member's account knows of one of its purchases. */
export interface Introduced {
  readonly purchase: string;
  readonly boughtMs: number;
  readonly what: ReferralHappening['what'];
  /** What was paid that counts as spend and has not come back, minor units. */
  readonly paid: number;
}

/** Tells the referrer, if there is one whose rules may ask; it takes effect at the next local midnight (P3). */
export function tellReferrer(
  plan: Plan,
  record: AccountRecord,
  told: Introduced,
  cause: Cause,
  sink: Sink | null,
): void {
  const { referrer, account } = record;
  if (referrer === null || referrer === account || plan.occasions.referrals.length === 0) return;
  if (told.what === 'bought') record.firstReferred ??= told.purchase;
  const first = record.firstReferred === told.purchase;
  if (first && told.what === 'returned') record.firstReferred = null;
  sink?.message(messageOf(plan, account, referrer, told, first, cause));
}

function messageOf(
  { clock, minorDigits }: Plan,
  member: string,
  account: string,
  { purchase, boughtMs, what, paid }: Introduced,
  first: boolean,
  { id, atMs }: Cause,
): Event {
  return {
    kind: 'referral',
    id: `${member} ${id}`,
    account,
    at: showInstant(clock.endOfDay(clock.dayAt(atMs)), clock),
    member,
    purchase,
    bought: showInstant(boughtMs, clock),
    what,
    first,
    paid: fromMinor(paid, minorDigits),
  };
}
