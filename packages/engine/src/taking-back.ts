import type { ReturnHappening } from './happening.ts';
import { drawPending, type OwnLots, type WalletRecord } from './ledger.ts';
import { scaled } from './number.ts';
import type { Plan } from './plan.ts';
import { credit, debit, post, type Sink, takeBackFrom } from './posting.ts';
import type { Reason } from './reason.ts';
import type { Receipt } from './receipts.ts';
import type { RefundDue } from './refund.ts';
import type { AccountRecord } from './state.ts';

/** What one wallet has to give back: in all, and what earlier returns of the same purchase have taken. */
export interface Taken {
  readonly wallet: number;
  readonly wanted: number;
  readonly before: number;
}

/** Posts what a return changes: points, what is missing of them (R3), stored value that comes back (R4), the refund. */
export function settle(
  plan: Plan,
  record: AccountRecord,
  receipt: Receipt,
  taken: readonly Taken[],
  due: RefundDue,
  cause: ReturnHappening,
  sink: Sink | null,
): void {
  let deducted = 0;
  for (const { wallet: place, wanted, before } of taken) {
    const wallet = record.wallets[place];
    const change = wanted - before;
    if (wallet === undefined || change === 0 || plan.returns.takeBack === 'nothing') continue;
    const reason: Reason = { kind: 'takenBack', purchase: cause.purchase, version: receipt.version, inAll: wanted };
    if (change < 0) giveBack(plan, record, place, wallet, -change, cause, sink, reason);
    else deducted += takeBack(plan, record, wallet, receipt, change, due.money - deducted, cause, sink, reason);
  }
  const storedValue = record.wallets[0];
  if (due.storedValue > 0 && storedValue !== undefined) {
    credit(record, storedValue, due.storedValue, cause, sink, { kind: 'refunded', purchase: cause.purchase }, 'spent');
  }
  sink?.outcome({ kind: 'refund', purchase: cause.purchase, ...due, deducted });
}

/** Points that come back to the member live as if they were earned now, and can be used at once. */
function giveBack(
  plan: Plan,
  record: AccountRecord,
  place: number,
  wallet: WalletRecord,
  points: number,
  cause: ReturnHappening,
  sink: Sink | null,
  reason: Reason,
): void {
  const terms = plan.terms[place]?.atOnce(cause.atMs, plan.clock.dayAt(cause.atMs));
  credit(record, wallet, points, cause, sink, reason, 'takenBack', terms);
}

/** Takes up to so many points out of the purchase's own lots that cannot be used yet; the number taken comes back. */
function takePending(
  record: AccountRecord,
  wallet: WalletRecord,
  points: number,
  own: OwnLots,
  cause: ReturnHappening,
  sink: Sink | null,
  reason: Reason,
): number {
  const lots = wallet.pending.length === 0 ? [] : drawPending(wallet, points, own);
  const amount = lots.reduce((sum, use) => sum + use.amount, 0);
  if (amount > 0) post(record, wallet, 'pending', 'takenBack', amount, lots, cause, sink, reason);
  return amount;
}

/** Takes points back; the money that this takes off the refund comes back, minor units. */
function takeBack(
  plan: Plan,
  record: AccountRecord,
  wallet: WalletRecord,
  receipt: Receipt,
  points: number,
  refundLeft: number,
  cause: ReturnHappening,
  sink: Sink | null,
  reason: Reason,
): number {
  const own = { first: receipt.firstLot, count: receipt.lots };
  const left = points - takePending(record, wallet, points, own, cause, sink, reason);
  const there = Math.min(left, wallet.totals.available);
  if (there > 0) debit(record, wallet, 'takenBack', there, cause, sink, reason, own);
  const missing = left - there;
  if (missing === 0) return 0;
  const { shortage } = plan.returns;
  switch (shortage.kind) {
    case 'forgive':
      takeBackFrom(record, wallet, 'forgiven', missing, cause, sink, reason);
      return 0;
    case 'negative':
      takeBackFrom(record, wallet, 'owed', missing, cause, sink, reason);
      return 0;
    case 'deduct': {
      // As many points as the refund can pay for; the rest stays owed.
      const money = Math.min(refundLeft, scaled(missing, shortage.money, shortage.per, 'halfUp'));
      const paidFor = Math.min(missing, scaled(money, shortage.per, shortage.money, 'down'));
      if (paidFor > 0) takeBackFrom(record, wallet, 'reinstated', paidFor, cause, sink, reason);
      if (missing > paidFor) takeBackFrom(record, wallet, 'owed', missing - paidFor, cause, sink, reason);
      return money;
    }
  }
}
