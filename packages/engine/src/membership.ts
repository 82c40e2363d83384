import type { ZoneClock } from './calendar.ts';
import type { JoinHappening, PurchaseHappening, Told } from './happening.ts';
import { factRefusal, tellFacts } from './member-fact.ts';
import { allocate, safe } from './number.ts';
import type { Plan, PlannedJoining } from './plan.ts';
import type { Sink } from './posting.ts';
import type { Membership } from './program.ts';
import type { MembershipCause, MembershipStatus, Refusal, Silence } from './reason.ts';
import type { Payment } from './refund.ts';
import { type AccountRecord, dueIsUnknown } from './state.ts';

/** Who is a member, from when, and for which purchases the rules act (semantics M9). */

/** Why no rule acts for a purchase of this account; null: rules act. */
export function silenceOf(membership: Membership, record: AccountRecord, cardShown: boolean): Silence | null {
  if (record.status === 'none') return 'notMember';
  if (record.status === 'pending') return 'pending';
  if (record.status === 'ended') return 'ended';
  return membership.cardMustBeShown && !cardShown ? 'cardNotShown' : null;
}

/** Whether somebody has a membership now, in effect or not. */
export function isMember({ status }: AccountRecord): boolean {
  return status !== 'none' && status !== 'ended';
}

/** The account joins; the membership takes effect at once or when the file says. */
export function applyJoin(
  plan: Plan,
  record: AccountRecord,
  join: JoinHappening,
  identityTaken: boolean,
  sink: Sink | null,
): Refusal | null {
  const { membership } = plan.program;
  if (isMember(record)) return { code: 'already-member', status: record.status };
  if (membership.onePerIdentity) {
    if (join.identity === null) return { code: 'identity-needed' };
    if (identityTaken) return { code: 'identity-taken', identity: join.identity };
  }
  const refusal = tell(plan, record, join);
  if (refusal !== null) return refusal;
  record.referrer = join.referrer;
  become(membership, plan.clock, record, join.purchase, join.atMs, null, sink);
  return null;
}

/** What is told about a member; what is not said stays as it was. Refused where the program does not ask it so. */
export function tell(plan: Plan, record: AccountRecord, { birthday, store, keepsPoints, facts }: Told): Refusal | null {
  const refusal = factRefusal(plan.program, facts);
  if (refusal !== null) return refusal;
  if (birthday !== undefined) record.birthday = birthday;
  if (store !== undefined) record.store = store;
  if (keepsPoints !== undefined) record.keepsPoints = keepsPoints;
  tellFacts(record, facts);
  return null;
}

/**
 * Counts a purchase of somebody who never was a member, and makes a member of whoever has bought enough (M9). The
 * purchase itself has been judged before: rules act from the next one on.
 */
export function countTowardsJoining(
  plan: Plan,
  joining: PlannedJoining,
  record: AccountRecord,
  purchase: PurchaseHappening,
  paid: readonly number[],
  sink: Sink | null,
): void {
  if (record.status !== 'none') return;
  const amount = countingByLine(joining, purchase, paid).reduce((sum, part) => sum + part, 0);
  if (joining.countsSpend) record.spentBeforeJoining = safe(record.spentBeforeJoining + amount);
  for (const { kind, from, at } of joining.ways) {
    const reached = kind === 'purchase' ? amount : record.spentBeforeJoining;
    if (reached < from) continue;
    const because = { kind, version: plan.program.version, at, purchase: purchase.id, amount: reached, least: from };
    record.spentBeforeJoining = 0;
    become(plan.program.membership, plan.clock, record, purchase.id, purchase.atMs, because, sink);
    return;
  }
}

/** A purchase of which goods came back or were exchanged. */
export interface Changed {
  readonly purchase: string;
  /** What of it counts towards joining, minor units, as it was and as it is. */
  readonly before: number;
  readonly after: number;
}

/** Goods came back or were exchanged: a membership ends if too little is left of the purchase that made it. */
export function countChanged(
  plan: Plan,
  record: AccountRecord,
  { purchase, before, after }: Changed,
  atMs: number,
  sink: Sink | null,
): void {
  if (plan.joining === null) return;
  const { countsSpend, endsBelow } = plan.joining;
  if (record.status === 'none' && countsSpend) {
    record.spentBeforeJoining = Math.max(0, safe(record.spentBeforeJoining - (before - after)));
  }
  if (endsBelow === null || record.joiningPurchase !== purchase || !isMember(record)) return;
  const { least, at } = endsBelow;
  if (before < least || after >= least) return;
  const { version } = plan.program;
  const because = { kind: 'joiningPurchaseBelow' as const, version, at, purchase, amount: after, least };
  record.activeFromMs = null;
  change(record, 'ended', atMs, because, sink);
}

/** What of each line's payment counts towards joining: points never, vouchers where the file says so. */
export function countingByLine(
  { vouchersCount }: PlannedJoining,
  { points, vouchers }: Pick<Payment, 'points' | 'vouchers'>,
  paid: readonly number[],
): readonly number[] {
  const apart = points + (vouchersCount ? 0 : vouchers);
  if (apart === 0) return paid;
  const without = allocate(apart, paid);
  return paid.map((amount, i) => amount - (without[i] ?? 0));
}

function become(
  membership: Membership,
  clock: ZoneClock,
  record: AccountRecord,
  purchase: string | null,
  atMs: number,
  because: MembershipCause | null,
  sink: Sink | null,
): void {
  record.joinedAtMs = atMs;
  record.joiningPurchase = purchase;
  const activeFromMs = membership.effectiveAfter === null ? atMs : clock.after(atMs, membership.effectiveAfter);
  if (activeFromMs <= atMs) {
    change(record, 'active', atMs, because, sink);
  } else {
    record.activeFromMs = activeFromMs;
    change(record, 'pending', atMs, because, sink);
  }
}

/** A pending membership takes effect at its own instant (T5). */
export function takeEffect(record: AccountRecord, atMs: number, sink: Sink | null): void {
  record.activeFromMs = null;
  change(record, 'active', atMs, null, sink);
}

/** So long without a purchase: the membership sleeps (M9). */
export function fallAsleep(record: AccountRecord, atMs: number, sink: Sink | null): void {
  change(record, 'dormant', atMs, null, sink);
}

/** A purchase wakes a dormant membership before anything else about it: it is a member's purchase. */
export function wake(record: AccountRecord, atMs: number, sink: Sink | null): void {
  if (record.status === 'dormant') change(record, 'active', atMs, null, sink);
}

export function applyLeave(record: AccountRecord, atMs: number, sink: Sink | null): Refusal | null {
  if (!isMember(record)) return { code: 'not-a-member', status: record.status };
  record.activeFromMs = null;
  change(record, 'ended', atMs, null, sink);
  return null;
}

/** A lost card: the account with its balance and history goes on under a new one, where the file allows it. */
export function applyReissue(
  membership: Membership,
  record: AccountRecord,
  identityChecked: boolean,
  sink: Sink | null,
): Refusal | null {
  if (!isMember(record)) return { code: 'not-a-member', status: record.status };
  if (membership.lostCard === 'never') return { code: 'card-not-replaced' };
  if (membership.lostCard === 'checked' && !identityChecked) return { code: 'identity-not-checked' };
  sink?.outcome({ kind: 'cardReplaced' });
  return null;
}

/** What must be shown for goods to come back and was not; nothing: they may. Only a member has a card. */
export function missingProof(
  required: readonly ('receipt' | 'card')[],
  record: AccountRecord,
  shown: { readonly receiptShown: boolean; readonly cardShown: boolean },
): Refusal | null {
  const missing = required.filter((proof) =>
    proof === 'receipt' ? !shown.receiptShown : !shown.cardShown && isMember(record),
  );
  return missing.length === 0 ? null : { code: 'proof-missing', missing };
}

function change(
  record: AccountRecord,
  to: MembershipStatus,
  atMs: number,
  because: MembershipCause | null,
  sink: Sink | null,
): void {
  sink?.outcome({ kind: 'membership', from: record.status, to, atMs, activeFromMs: record.activeFromMs, because });
  record.status = to;
  dueIsUnknown(record);
}
