import { civilOf, showDate } from './calendar.ts';
import { convert } from './conversion.ts';
import type { Counted } from './counting.ts';
import { celebrated, give } from './giving.ts';
import type { Happening } from './happening.ts';
import { type LotUse, renewUsable, type WalletRecord } from './ledger.ts';
import { addLot, type Lot, nextExpiryMs, takeFirst } from './lots.ts';
import { fallAsleep, takeEffect } from './membership.ts';
import { NEVER, type PlannedDate, sleepsAt } from './occasion.ts';
import type { Plan } from './plan.ts';
import { type Cause, post, repay, type Sink } from './posting.ts';
import type { Reason } from './reason.ts';
import { noteExpired } from './receipts.ts';
import { type AccountRecord, fallsDue } from './state.ts';
import { climb, tiersDueMs, tiersFallDue } from './tiers.ts';

/** What falls due when, and in which order at one instant (semantics T5, T6). */

/** The versions of a program in force, and the account's wallets by name; the stored-value wallet first. */
export interface Clockwork {
  readonly plans: readonly Plan[];
  readonly walletNames: readonly string[];
  /** What is counted of accounts, in the order in which they keep it. */
  readonly counted: readonly Counted[];
  /** The names of every version's ladders, in the order in which accounts keep them. */
  readonly ladderNames: readonly string[];
  /** The shortest time after a purchase that some version waits for; null: none does, and nobody notes when one was. */
  readonly shortestWaitMs: number | null;
}

/** The version that judges an event at an instant: the latest one in force (T10). */
export function planAt(work: Clockwork, atMs: number): Plan | null {
  const { plans } = work;
  for (let i = plans.length - 1; i >= 0; i -= 1) {
    const plan = plans[i];
    if (plan !== undefined && plan.fromMs <= atMs) return plan;
  }
  return null;
}

/** Lets everything happen that falls due up to and at an instant, each at its own; steps of any size end the same (T5). */
export function letPass(work: Clockwork, record: AccountRecord, toMs: number, sink: Sink | null): void {
  let dueMs = nextDueMs(work, record, record.mark.atMs);
  while (dueMs <= toMs) {
    fallDue(work, record, dueMs, sink);
    dueMs = nextDueMs(work, record, dueMs);
  }
  record.dueMs = dueMs;
}

/** When something falls due next; null: nothing does (T5). */
export function dueAtMs(work: Clockwork, record: AccountRecord): number | null {
  const dueMs = nextDueMs(work, record, record.mark.atMs);
  return dueMs === NEVER ? null : dueMs;
}

function nextDueMs(work: Clockwork, record: AccountRecord, passedMs: number): number {
  let dueMs = Math.min(record.activeFromMs ?? NEVER, tiersDueMs(record));
  if (record.status === 'active' || record.status === 'dormant') {
    for (const [i, plan] of work.plans.entries()) {
      const untilMs = work.plans[i + 1]?.fromMs ?? NEVER;
      dueMs = Math.min(dueMs, nextDateMs(plan, record, passedMs, untilMs));
    }
  }
  for (const { lots, pending } of record.wallets) {
    dueMs = Math.min(dueMs, nextExpiryMs(lots), pending[0]?.availableFromMs ?? NEVER);
    // Points may expire before they become available; there are few of them at a time.
    for (const { expiresAtMs } of pending) dueMs = Math.min(dueMs, expiresAtMs ?? NEVER);
  }
  return dueMs;
}

/** What the calendar brings in the time in which a version is in force; what closes a period belongs to the period. */
function nextDateMs(plan: Plan, record: AccountRecord, passedMs: number, untilMs: number): number {
  const { birthday, closing, opening } = plan.occasions;
  const { dormantAfter } = plan.program.membership;
  const afterMs = Math.max(passedMs, plan.fromMs - 1);
  const closedMs = Math.max(passedMs, plan.fromMs);
  let dueMs = NEVER;
  for (const rule of closing) {
    const atMs = isFor(rule, record) ? rule.nextMs(record, closedMs) : NEVER;
    if (atMs <= untilMs) dueMs = Math.min(dueMs, atMs);
  }
  for (const rule of [...opening, ...birthday.slice(0, 1)]) {
    const atMs = isFor(rule, record) ? rule.nextMs(record, afterMs) : NEVER;
    if (atMs < untilMs) dueMs = Math.min(dueMs, atMs);
  }
  if (dormantAfter !== null && record.status === 'active') {
    const atMs = sleepsAt(record, dormantAfter, plan.clock);
    if (atMs > closedMs && atMs <= untilMs) dueMs = Math.min(dueMs, atMs);
  }
  return dueMs;
}

/** Rules act for active members; those about time without a purchase for sleeping ones too. */
function isFor({ forSleepers }: PlannedDate, { status }: AccountRecord): boolean {
  return status === 'active' || (forSleepers && status === 'dormant');
}

function dueOf(rules: readonly PlannedDate[], record: AccountRecord, atMs: number): readonly PlannedDate[] {
  return rules.filter((rule) => isFor(rule, record) && rule.nextMs(record, atMs - 1) === atMs);
}

/** Everything of one instant, in the order of T6. */
function fallDue(work: Clockwork, record: AccountRecord, atMs: number, sink: Sink | null): void {
  const plan = planAt(work, atMs) ?? work.plans[0];
  if (plan === undefined) return;
  const cause = { atMs, id: null };
  if (record.activeFromMs !== null && record.activeFromMs <= atMs) {
    takeEffect(record, record.activeFromMs, sink);
    if (plan.ladders.length > 0) climb(plan, record, { atMs, day: plan.clock.dayAt(atMs) }, false, sink);
  }
  let anyCame = false;
  for (const wallet of record.wallets) anyCame = becomeAvailable(record, wallet, atMs, sink) || anyCame;
  if (anyCame) convert(plan, record, cause, sink);
  close(planAt(work, atMs - 1) ?? plan, record, cause, sink);
  for (const wallet of record.wallets) expire(plan, record, wallet, atMs, sink);
  if (!plan.occasions.areSome) return;
  const day = plan.clock.dayAt(atMs);
  const opening = dueOf(plan.occasions.opening, record, atMs);
  give(plan, record, [...opening, ...celebrated(plan, record, day)], cause, day, sink);
}

/** What belongs to the time just over, by the version that was in force: rules that close a period, tiers, who sleeps. */
function close(plan: Plan, record: AccountRecord, cause: Cause, sink: Sink | null): void {
  const { atMs } = cause;
  give(plan, record, dueOf(plan.occasions.closing, record, atMs), cause, plan.clock.dayAt(atMs - 1), sink);
  if (record.standings !== null) tiersFallDue(plan, record, atMs, sink);
  const { dormantAfter } = plan.program.membership;
  if (dormantAfter === null || record.status !== 'active') return;
  if (sleepsAt(record, dormantAfter, plan.clock) === atMs) fallAsleep(record, atMs, sink);
}

function becomeAvailable(record: AccountRecord, wallet: WalletRecord, atMs: number, sink: Sink | null): boolean {
  const isDue = ({ availableFromMs }: Lot) => availableFromMs !== null && availableFromMs <= atMs;
  const count = wallet.pending.filter(isDue).length;
  if (count === 0) return false;
  const due = wallet.pending.slice(0, count);
  wallet.pending = wallet.pending.slice(count);
  for (const { entry, earnedAtMs, expiresAtMs, renewal, left } of due) {
    addLot(wallet.lots, entry, earnedAtMs, { availableFromMs: null, expiresAtMs, renewal }, left);
  }
  const amount = postWhole(record, wallet, 'pending', 'available', due, atMs, sink, BECAME_AVAILABLE);
  if (wallet.totals.owed < 0) repay(record, wallet, null, amount, { atMs, id: null }, sink);
  return true;
}

const BECAME_AVAILABLE: Reason = { kind: 'becameAvailable' };

function expire(plan: Plan, record: AccountRecord, wallet: WalletRecord, atMs: number, sink: Sink | null): void {
  const isOver = ({ expiresAtMs }: Lot) => expiresAtMs !== null && expiresAtMs <= atMs;
  const gone: Lot[] = [];
  while (nextExpiryMs(wallet.lots) <= atMs) {
    const taken = takeFirst(wallet.lots, Number.POSITIVE_INFINITY);
    if (taken !== null) gone.push(taken.lot);
  }
  const unused = wallet.pending.filter(isOver);
  if (gone.length + unused.length === 0) return;
  const lastDay = showDate(civilOf(plan.clock.dayAt(atMs - 1)));
  if (gone.length > 0) {
    noteGone(record, wallet, gone);
    postWhole(record, wallet, 'available', 'expired', gone, atMs, sink, { kind: 'expired', lastDay });
  }
  if (unused.length > 0) {
    wallet.pending = wallet.pending.filter((lot) => !isOver(lot));
    noteGone(record, wallet, unused);
    postWhole(record, wallet, 'pending', 'expired', unused, atMs, sink, { kind: 'expired', lastDay });
  }
}

/** One entry for whole lots that move together; the amount comes back. */
function postWhole(
  record: AccountRecord,
  wallet: WalletRecord,
  from: 'pending' | 'available',
  to: 'available' | 'expired',
  moved: readonly Lot[],
  atMs: number,
  sink: Sink | null,
  reason: Reason,
): number {
  const lots = moved.map(({ entry, left }): LotUse => ({ lot: entry, amount: left }));
  const amount = lots.reduce((sum, use) => sum + use.amount, 0);
  post(record, wallet, from, to, amount, lots, { atMs, id: null }, sink, reason);
  return amount;
}

/** Receipts remember what expired of their own lots: it is not taken again (R1). */
function noteGone({ receipts }: AccountRecord, { name }: WalletRecord, gone: readonly Lot[]): void {
  for (const { entry, left } of gone) noteExpired(receipts, entry, name, left);
}

/** Notes when an account bought, for what waits for it or for the lack of it. */
export function notePurchase(record: AccountRecord, atMs: number, shortestWaitMs: number): void {
  record.firstPurchaseMs ??= atMs;
  record.lastPurchaseMs = atMs;
  fallsDue(record, atMs + shortestWaitMs);
}

/** An activity renews the lots that lapse without it (T8). */
export function renewLots(plan: Plan, record: AccountRecord, happening: Happening, day: number): void {
  if (happening.kind !== 'purchase' && happening.kind !== 'visit') return;
  for (const [place, terms] of plan.terms.entries()) {
    const wallet = record.wallets[place];
    if (wallet === undefined || !terms?.isRenewedBy(happening.kind)) continue;
    const renewed = (lot: Lot) => terms.renewed(lot, happening.atMs, day);
    renewUsable(wallet, renewed);
    wallet.pending = wallet.pending.map(renewed);
    // A new version may renew for a shorter span than the one before.
    fallsDue(record, nextExpiryMs(wallet.lots));
  }
}
