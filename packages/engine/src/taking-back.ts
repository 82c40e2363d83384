import type { Bought } from './bought.ts';
import type { Happening } from './happening.ts';
import { drawPending, type OwnLots, type WalletRecord } from './ledger.ts';
import type { LotTerms } from './lots.ts';
import { scaled } from './number.ts';
import type { Plan, PlannedReturns } from './plan.ts';
import { credit, debit, post, type Sink, takeBackFrom } from './posting.ts';
import type { Reason } from './reason.ts';
import { ownLotsOf, type PointsBack, type Receipt } from './receipts.ts';
import type { HeldPoints } from './returns.ts';
import type { AccountRecord } from './state.ts';

/** Points that goods which come back or are exchanged take with them, and what is missing of them (R3). */

type Cause = Extract<Happening, { kind: 'return' | 'exchange' }>;

/** What every movement of one wallet is written with. */
interface Posting {
  readonly plan: Plan;
  readonly record: AccountRecord;
  readonly wallet: WalletRecord;
  /** The wallet's place in the record. */
  readonly place: number;
  /** When the goods were bought. */
  readonly boughtAtMs: number;
  /** The entries that made lots for the purchase since; more are put there. */
  readonly lots: number[];
  readonly cause: Cause;
  readonly sink: Sink | null;
}

/** Takes so many points back for goods without a receipt; the money that it deducts comes back. */
export function takeAtOnce(
  plan: Plan,
  record: AccountRecord,
  due: readonly { readonly wallet: number; readonly points: number }[],
  money: number,
  cause: Cause,
  sink: Sink | null,
): number {
  const receipt: Receipt = { ...NO_RECEIPT, purchase: cause.purchase, version: plan.program.version };
  let deducted = 0;
  for (const { wallet: place, points } of due) {
    const wallet = record.wallets[place];
    if (wallet === undefined || points === 0) continue;
    const posting = { plan, record, wallet, place, boughtAtMs: cause.atMs, lots: [], cause, sink };
    const before = { held: points, taken: 0, forgiven: 0, reinstated: 0, owed: 0, deducted: 0, expired: 0 };
    deducted += take(posting, receipt, before, points, 0, money - deducted).deducted;
  }
  return deducted;
}

const NO_RECEIPT: Omit<Receipt, 'purchase' | 'version'> = {
  lastDay: 0,
  digest: 0,
  birthday: null,
  acted: true,
  firstLot: 0,
  lots: 0,
  back: null,
  used: null,
  expired: null,
  facts: null,
  paidWithPoints: null,
  coupons: null,
};

/** Moves every wallet to the points that the member is to hold; `money` is what the refund has to deduct from. */
export function settlePoints(
  { plan, moment }: Bought,
  record: AccountRecord,
  receipt: Receipt,
  held: readonly HeldPoints[],
  money: number,
  cause: Cause,
  sink: Sink | null,
): { points: PointsBack[]; lots: number[]; deducted: number } {
  const { atMs: boughtAtMs } = moment.purchase;
  const lots = [...(receipt.back?.lots ?? [])];
  let deducted = 0;
  const points = held.map(({ wallet: place, before, now }) => {
    const wallet = record.wallets[place];
    if (wallet === undefined) return before;
    const moved = moveTo(
      { plan, record, wallet, place, boughtAtMs, lots, cause, sink },
      receipt,
      before,
      now,
      money - deducted,
    );
    deducted += moved.deducted - before.deducted;
    return moved;
  });
  return { points, lots, deducted };
}

/** Takes what the member holds too much, or gives what is due back no more. */
function moveTo(posting: Posting, receipt: Receipt, before: PointsBack, held: number, money: number): PointsBack {
  // What other credits have repaid since is no longer owed: it was taken like what was there.
  const owed = Math.min(before.owed, -posting.wallet.totals.owed);
  const now = { ...before, owed, taken: before.taken + before.owed - owed };
  const change = held - before.held;
  return change < 0 ? take(posting, receipt, now, -change, held, money) : give(posting, receipt, now, change, money);
}

/** What has expired of the purchase's own lots counts first (R1), then what is there is taken, then some is missing. */
function take(
  posting: Posting,
  receipt: Receipt,
  before: PointsBack,
  due: number,
  held: number,
  money: number,
): PointsBack {
  const { record, wallet, cause, sink } = posting;
  const expired = receipt.expired?.find(({ wallet: name }) => name === wallet.name)?.amount ?? 0;
  const covered = Math.min(due, Math.max(0, expired - before.expired));
  const reason = takenBackReason(receipt, posting, takenInAll(before) + due - covered);
  const own = ownLotsOf(receipt);
  const pending = takePending(posting, due - covered, own, reason);
  const there = Math.min(due - covered - pending, wallet.totals.available);
  if (there > 0) debit(record, wallet, 'takenBack', there, cause, sink, reason, own);
  const missing = missingOf(before) + due - covered - pending - there;
  const split = makeUpFor(posting, before, missing, money, reason);
  const taken = before.taken + pending + there + split.taken;
  return pointsBack(held, taken, before.expired + covered, split);
}

/** The other way round: what was missing comes first, so that no points are given that never were taken. */
function give(posting: Posting, receipt: Receipt, before: PointsBack, more: number, money: number): PointsBack {
  const { record, wallet, cause, sink } = posting;
  const unmissed = Math.min(more, missingOf(before));
  const untaken = Math.min(more - unmissed, before.taken);
  const uncovered = Math.min(more - unmissed - untaken, before.expired);
  const issued = more - unmissed - untaken - uncovered;
  const reason = takenBackReason(receipt, posting, takenInAll(before) - unmissed - untaken);
  const split = makeUpFor(posting, before, missingOf(before) - unmissed, money, reason);
  const terms = termsNow(posting);
  if (untaken > 0) posting.lots.push(credit(record, wallet, untaken, cause, sink, reason, 'takenBack', terms));
  const held = before.held + more;
  if (issued > 0) issueFor(posting, receipt, issued, held);
  return pointsBack(held, before.taken - untaken + split.taken, before.expired - uncovered, split);
}

/** New points for an exchange. */
function issueFor(posting: Posting, { purchase, version }: Receipt, points: number, held: number): void {
  const { record, wallet, cause, sink } = posting;
  const reason: Reason = { kind: 'exchanged', purchase, version, held };
  posting.lots.push(credit(record, wallet, points, cause, sink, reason, 'issued', termsNow(posting)));
}

/** Points that come to the member under a receipt live as if they were earned now, and wait no longer than the purchase's did. */
function termsNow({ plan, place, boughtAtMs, cause }: Posting): LotTerms | undefined {
  const ofWallet = plan.terms[place] ?? null;
  if (ofWallet === null) return undefined;
  const terms = ofWallet.atOnce(cause.atMs, plan.clock.dayAt(cause.atMs));
  const { availableFromMs } = ofWallet.at(boughtAtMs, plan.clock.dayAt(boughtAtMs));
  return availableFromMs !== null && availableFromMs > cause.atMs ? { ...terms, availableFromMs } : terms;
}

/** Always in one order, so that the same points always give the same bytes. */
function pointsBack(
  held: number,
  taken: number,
  expired: number,
  { forgiven, reinstated, owed, deducted }: Split,
): PointsBack {
  return { held, taken, forgiven, reinstated, owed, deducted, expired };
}

function takenBackReason({ purchase, version }: Receipt, { cause }: Posting, inAll: number): Reason {
  return { kind: 'takenBack', purchase, version, inAll, by: cause.kind };
}

function missingOf({ forgiven, reinstated, owed }: PointsBack): number {
  return forgiven + reinstated + owed;
}

function takenInAll(points: PointsBack): number {
  return points.taken + missingOf(points);
}

/** Takes up to so many points out of the purchase's own lots that cannot be used yet; the number taken comes back. */
function takePending({ record, wallet, cause, sink }: Posting, points: number, own: OwnLots, reason: Reason): number {
  const lots = wallet.pending.length === 0 ? [] : drawPending(wallet, points, own);
  const amount = lots.reduce((sum, use) => sum + use.amount, 0);
  if (amount > 0) post(record, wallet, 'pending', 'takenBack', amount, lots, cause, sink, reason);
  return amount;
}

/** How points that are not there any more are made up for (R3); `taken` is what is taken after all. */
type Split = Pick<PointsBack, 'taken' | 'forgiven' | 'reinstated' | 'owed' | 'deducted'>;

const NOTHING_MISSING: Split = { taken: 0, forgiven: 0, reinstated: 0, owed: 0, deducted: 0 };

/** Makes up for so many points in all, and posts the difference to before. */
function makeUpFor(posting: Posting, before: PointsBack, missing: number, money: number, reason: Reason): Split {
  const split = splitOf(shortageOf(posting), before, missing, money);
  moveMissing(posting, 'forgiven', split.forgiven - before.forgiven, reason);
  moveMissing(posting, 'reinstated', split.reinstated - before.reinstated, reason);
  moveMissing(posting, 'owed', split.owed - before.owed + split.taken, reason);
  return split;
}

/** Missing stored value is money itself: where the file deducts, all of it is. */
function shortageOf({ plan, place }: Posting): PlannedReturns['shortage'] {
  const { shortage } = plan.returns;
  return place === 0 && shortage.kind === 'deduct' ? { kind: 'deduct', money: 1, per: 1 } : shortage;
}

function splitOf(shortage: PlannedReturns['shortage'], before: PointsBack, missing: number, money: number): Split {
  switch (shortage.kind) {
    case 'forgive':
      return { ...NOTHING_MISSING, forgiven: missing };
    case 'negative':
      // A negative balance is as good as taken: the next credits repay it whatever becomes of this purchase.
      return { ...NOTHING_MISSING, taken: missing };
    case 'deduct': {
      // As many whole points as all refunds of the purchase can pay for; the rest stays owed.
      const paidFor = scaled(before.deducted + money, shortage.per, shortage.money, 'down');
      const reinstated = Math.min(missing, paidFor);
      const deducted = scaled(reinstated, shortage.money, shortage.per, 'halfUp');
      return { ...NOTHING_MISSING, reinstated, owed: missing - reinstated, deducted };
    }
  }
}

function moveMissing(
  { record, wallet, cause, sink }: Posting,
  account: 'owed' | 'forgiven' | 'reinstated',
  amount: number,
  reason: Reason,
): void {
  if (amount !== 0) takeBackFrom(record, wallet, account, amount, cause, sink, reason);
}

/** Stored value that had paid for what came back (R4). */
export function giveStoredValueBack(record: AccountRecord, amount: number, cause: Cause, sink: Sink | null): void {
  const [storedValue] = record.wallets;
  if (amount === 0 || storedValue === undefined) return;
  credit(record, storedValue, amount, cause, sink, { kind: 'refunded', purchase: cause.purchase }, 'spent');
}
