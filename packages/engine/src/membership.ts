import type { ZoneClock } from './calendar.ts';
import type { Sink } from './posting.ts';
import type { Membership } from './program.ts';
import type { MembershipStatus, Refusal, Silence } from './reason.ts';

import type { AccountRecord } from './state.ts';

/** Who is a member, from when, and for which purchases the rules act (semantics M9). */

/** Why no rule acts for a purchase of this account; null: rules act. */
export function silenceOf(membership: Membership, record: AccountRecord, cardShown: boolean): Silence | null {
  if (record.status === 'none') return 'notMember';
  if (record.status === 'pending') return 'pending';
  if (record.status === 'ended') return 'ended';
  return membership.cardMustBeShown && !cardShown ? 'cardNotShown' : null;
}

/** The account joins; the membership takes effect at once or when the file says. */
export function applyJoin(
  membership: Membership,
  clock: ZoneClock,
  record: AccountRecord,
  atMs: number,
  sink: Sink | null,
): Refusal | null {
  if (record.status !== 'none' && record.status !== 'ended') return { code: 'already-member', status: record.status };
  record.joinedAtMs = atMs;
  const activeFromMs = membership.effectiveAfter === null ? atMs : clock.after(atMs, membership.effectiveAfter);
  if (activeFromMs <= atMs) {
    change(record, 'active', atMs, sink);
  } else {
    record.activeFromMs = activeFromMs;
    change(record, 'pending', atMs, sink);
  }
  return null;
}

/** A pending membership takes effect at its own instant (T5). */
export function takeEffect(record: AccountRecord, atMs: number, sink: Sink | null): void {
  record.activeFromMs = null;
  change(record, 'active', atMs, sink);
}

export function applyLeave(record: AccountRecord, atMs: number, sink: Sink | null): Refusal | null {
  if (record.status === 'none' || record.status === 'ended') return { code: 'not-a-member', status: record.status };
  record.activeFromMs = null;
  change(record, 'ended', atMs, sink);
  return null;
}

function change(record: AccountRecord, to: MembershipStatus, atMs: number, sink: Sink | null): void {
  sink?.outcome({ kind: 'membership', from: record.status, to, atMs, activeFromMs: record.activeFromMs });
  record.status = to;
}
