import type { PointsTender, PurchaseHappening } from './happening.ts';
import { balance, type SpentPoints } from './ledger.ts';
import type { Lot } from './lots.ts';
import { compareRatio, scaled } from './number.ts';
import type { Plan } from './plan.ts';
import type { PlannedPayment, PlannedSpending } from './plan-spending.ts';
import { type Cause, debit, giveBack, type Sink } from './posting.ts';
import type { Reason, Refusal, Silence } from './reason.ts';
import type { Receipt } from './receipts.ts';
import { sharedInTurn } from './refund.ts';
import type { AccountRecord } from './state.ts';

/** Points that are spent: whether they may be, paying for a purchase with them, and how they come back (E1, R4, T8). */

/** Why so many points of a wallet cannot be spent here and now, whatever on; null: they can. */
export function spendingRefusal(
  spending: PlannedSpending,
  record: AccountRecord,
  needed: number,
  store: string | null,
  silence: Silence | null,
): Refusal | null {
  const { wallet: place, name: wallet, least, inIssuingStore } = spending;
  if (silence !== null) return { code: 'no-rule-acts', why: silence };
  if (inIssuingStore && (store === null || store !== record.store)) {
    return { code: 'other-store', store, issued: record.store };
  }
  const available = availableIn(record, place);
  if (least > 0 && available < least) return { code: 'below-minimum', wallet, available, least };
  return needed > available ? { code: 'not-enough', wallet, available, needed } : null;
}

/** Why points cannot pay what a purchase says that they pay; null: they can, or pay nothing. */
export function pointsRefusal(
  plan: Plan,
  record: AccountRecord,
  purchase: PurchaseHappening,
  silence: Silence | null,
): Refusal | null {
  const bills = billsOf(plan, purchase);
  if ('code' in bills) return bills;
  for (const { spending, pays, amount } of bills) {
    const steps = Math.ceil(amount / pays.gives);
    const refusal = spendingRefusal(spending, record, steps * pays.each, purchase.store, silence);
    if (refusal !== null) return refusal;
    if (amount % pays.gives !== 0) {
      const { each: per, gives: step } = pays;
      return { code: 'wrong-step', wallet: spending.name, amount, step, per };
    }
    const refused = shareRefusal(spending.name, pays, amount, purchase.tendered ?? 0);
    if (refused !== null) return refused;
  }
  return null;
}

/** Points pay a stated share of the amount due at most, or all of it where the file says so. */
function shareRefusal(wallet: string, pays: PlannedPayment, amount: number, due: number): Refusal | null {
  if (pays.allOrNothing && amount !== due) return { code: 'must-cover-all', wallet, amount, due };
  if (pays.most === null) return null;
  const isMore = compareRatio({ num: BigInt(amount), den: 1n }, timesAmount(pays.most, due)) > 0;
  return isMore ? { code: 'more-than-share', wallet, amount, most: mostOf(pays, due) } : null;
}

function timesAmount({ num, den }: NonNullable<PlannedPayment['most']>, amount: number) {
  return { num: num * BigInt(amount), den };
}

/** The most that points can pay of an amount, in whole steps, minor units. */
function mostOf({ most, gives }: PlannedPayment, due: number): number {
  const share = most === null ? BigInt(due) : (most.num * BigInt(due)) / most.den;
  return Math.floor(Number(share) / gives) * gives;
}

/** One wallet's part of a purchase. */
interface Bill {
  readonly spending: PlannedSpending;
  readonly pays: PlannedPayment;
  /** Minor units. */
  readonly amount: number;
}

/** What each wallet pays, in the order in which it is first named. */
function billsOf(plan: Plan, { pointsTenders }: PurchaseHappening): readonly Bill[] | Refusal {
  const bills: Bill[] = [];
  for (const { wallet, amount } of pointsTenders) {
    const spending = payingWallet(plan, wallet);
    if (spending === null) {
      const known = plan.spendings.map(({ name }) => name);
      return wallet === null || known.includes(wallet)
        ? { code: 'points-cannot-pay' }
        : { code: 'unknown-wallet', wallet, known };
    }
    const place = bills.findIndex((bill) => bill.spending === spending.spending);
    const bill = bills[place];
    if (bill === undefined) bills.push({ ...spending, amount });
    else bills[place] = { ...bill, amount: bill.amount + amount };
  }
  return bills;
}

function payingWallet(plan: Plan, wallet: PointsTender['wallet']): Omit<Bill, 'amount'> | null {
  for (const spending of plan.spendings) {
    const { pays, name } = spending;
    if (pays !== null && (wallet === null || wallet === name)) return { spending, pays };
  }
  return null;
}

/** Takes the points that pay a part of a purchase, wallet by wallet; what was taken comes back for the receipt. */
export function payWithPoints(
  plan: Plan,
  record: AccountRecord,
  purchase: PurchaseHappening,
  sink: Sink | null,
): readonly SpentPoints[] | null {
  const bills = billsOf(plan, purchase);
  if ('code' in bills) return null;
  return bills.map(({ spending, pays, amount }) => {
    const points = (amount / pays.gives) * pays.each;
    return spend(record, spending, points, purchase, sink, { kind: 'paidWith' });
  });
}

/** Takes points out of a wallet for good, and says which, so that they can come back. */
export function spend(
  record: AccountRecord,
  { wallet: place, name }: PlannedSpending,
  points: number,
  cause: Cause,
  sink: Sink | null,
  reason: Reason,
): SpentPoints {
  const wallet = record.wallets[place];
  const drawn = wallet === undefined ? [] : debit(record, wallet, 'spent', points, cause, sink, reason);
  return { wallet: name, lots: drawn.map(({ lot, amount }) => ({ ...lot, left: amount })) };
}

/** Whether nothing of a purchase earns because points paid a part of it. */
export function earnsNothing(plan: Plan, purchase: PurchaseHappening): boolean {
  return purchase.pointsTenders.some(({ wallet }) => payingWallet(plan, wallet)?.pays.restEarns === false);
}

/**
 * Gives spent points back, of those between two counts of all that were spent at once: first from the lot that was drawn
 * last.
 */
export function unspend(
  plan: Plan,
  record: AccountRecord,
  spent: SpentPoints,
  range: { readonly from: number; readonly to: number },
  spentAtMs: number,
  cause: Cause,
  sink: Sink | null,
  reason: Reason,
): void {
  const wallet = record.wallets.find(({ name }) => name === spent.wallet);
  if (wallet === undefined || range.to <= range.from) return;
  const back: Lot[] = [];
  let passed = 0;
  for (const lot of spent.lots.toReversed()) {
    const left = Math.min(range.to, passed + lot.left) - Math.max(range.from, passed);
    passed += lot.left;
    if (left > 0) back.push({ ...stoodStill(plan, lot, spentAtMs, cause.atMs), left });
  }
  giveBack(record, wallet, back, cause, sink, reason);
}

/** A lot whose clock stood still from one instant to another (T8). */
function stoodStill({ clock }: Plan, lot: Lot, fromMs: number, toMs: number): Lot {
  const days = clock.dayAt(toMs) - clock.dayAt(fromMs);
  const later = (atMs: number): number => {
    const lastDay = clock.dayAt(atMs - 1);
    return clock.endOfDay(lastDay) === atMs ? clock.endOfDay(lastDay + days) : atMs + toMs - fromMs;
  };
  const { expiresAtMs, renewal } = lot;
  if (expiresAtMs === null) return lot;
  const { leastMs = null, mostMs = null } = renewal ?? {};
  return {
    ...lot,
    expiresAtMs: later(expiresAtMs),
    renewal: renewal && {
      leastMs: leastMs === null ? null : later(leastMs),
      mostMs: mostMs === null ? null : later(mostMs),
    },
  };
}

/** How many points were spent at once. */
export function spentIn({ lots }: SpentPoints): number {
  return lots.reduce((sum, { left }) => sum + left, 0);
}

/**
 * Gives back the points that paid for goods which come back (R4): of each wallet as large a part of its points as of what
 * they paid, cut off over all that was ever given back. `money`: what of the part paid with points had been given back
 * before, and has been now, minor units.
 */
export function givePointsBack(
  plan: Plan,
  record: AccountRecord,
  { paidWithPoints }: Receipt,
  purchase: PurchaseHappening,
  money: { readonly from: number; readonly to: number },
  cause: Cause,
  sink: Sink | null,
): void {
  const bills = paidWithPoints === null ? [] : billsOf(plan, purchase);
  if ('code' in bills) return;
  const amounts = bills.map(({ amount }) => amount);
  const [before, after] = [sharedInTurn(money.from, amounts), sharedInTurn(money.to, amounts)];
  for (const [i, amount] of amounts.entries()) {
    const spent = paidWithPoints?.[i];
    if (spent === undefined) continue;
    const points = spentIn(spent);
    const range = {
      from: scaled(before[i] ?? 0, points, amount, 'down'),
      to: scaled(after[i] ?? 0, points, amount, 'down'),
    };
    unspend(plan, record, spent, range, purchase.atMs, cause, sink, { kind: 'refunded', purchase: purchase.id });
  }
}

/** What points could pay of an amount here and now: so many points, so much money, minor units. */
export interface Payable {
  readonly wallet: string;
  readonly points: number;
  readonly pays: number;
}

export function payableWithPoints(
  plan: Plan,
  record: AccountRecord,
  due: number,
  store: string | null,
  silence: Silence | null,
): Payable[] {
  return plan.spendings.flatMap((spending) => {
    const { pays, name: wallet } = spending;
    if (pays === null || spendingRefusal(spending, record, pays.each, store, silence) !== null) return [];
    const there = Math.floor(availableIn(record, spending.wallet) / pays.each) * pays.gives;
    const most = Math.min(there, mostOf(pays, due));
    if (most <= 0 || (pays.allOrNothing && most !== due)) return [];
    return [{ wallet, points: (most / pays.gives) * pays.each, pays: most }];
  });
}

function availableIn(record: AccountRecord, place: number): number {
  const wallet = record.wallets[place];
  return wallet === undefined ? 0 : balance(wallet);
}
