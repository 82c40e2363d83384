import type { Program } from '@laurel/engine';
import { type Account, type Receipt, type Spent, walletOf } from './account.ts';
import { compared, dividedBy, floor, minorUnits, times, whole } from './fraction.ts';
import type { PurchaseEvent } from './goods.ts';
import { amountOf, type Judged } from './judged.ts';
import { type Book, balanceOf, spend, unspend } from './ledger.ts';
import { minorOf, totalTendered } from './payment.ts';
import { shared } from './sharing.ts';

type Wallet = Program['wallets'][number];

/** What one wallet of points pays of a purchase, in minor units. */
interface Bill {
  readonly wallet: Wallet;
  readonly amount: bigint;
}

/** Why points cannot be spent at all where the event happens; none: they can. */
export function faultsOfSpending(
  judged: Judged,
  account: Account,
  wallet: Wallet,
  points: bigint,
  store: string | undefined,
  acts: boolean,
): string[] {
  const faults: string[] = [];
  const balance = balanceOf(walletOf(account, wallet.name));
  const { least, inIssuingStore } = wallet.spending;
  if (!acts) faults.push('no-rule-acts');
  if (inIssuingStore && (store === undefined || store !== account.store)) faults.push('other-store');
  if (least !== null && balance < floor(amountOf(judged, least))) faults.push('below-minimum');
  if (points > balance) faults.push('not-enough');
  return faults;
}

/** Why points cannot pay what a purchase says that they pay. */
export function faultsOfPoints(judged: Judged, account: Account, purchase: PurchaseEvent, acts: boolean): string[] {
  const { program } = judged;
  const bills = billsOf(judged, purchase);
  if (typeof bills === 'string') return [bills];
  return bills.flatMap(({ wallet, amount }) => {
    const { pays } = wallet.spending;
    if (pays === null) return ['points-cannot-pay'];
    const step = stepOf(judged, wallet);
    const steps = amount / step.money;
    const faults: string[] = [];
    const isWhole = steps * step.money === amount;
    if (!isWhole) faults.push('wrong-step');
    const needed = (isWhole ? steps : steps + 1n) * step.points;
    const due = totalTendered(program, purchase);
    if (pays.allOrNothing && amount !== due) faults.push('must-cover-all');
    if (pays.most !== null && compared(whole(amount), times(amountOf(judged, pays.most), whole(due))) > 0n)
      faults.push('more-than-share');
    return [...faults, ...faultsOfSpending(judged, account, wallet, needed, purchase.store, acts)];
  });
}

/** A tender names its wallet, or means the first one that pays; those of one wallet are one bill. */
function billsOf({ program }: Judged, purchase: PurchaseEvent): Bill[] | string {
  const paying = program.wallets.filter((wallet) => wallet.spending.pays !== null);
  const bills: Bill[] = [];
  for (const tender of purchase.tenders ?? []) {
    const amount = minorOf(program, tender.amount);
    if (tender.kind !== 'points' || amount === 0n) continue;
    if (tender.name !== undefined && program.wallets.every(({ name }) => name !== tender.name)) return 'unknown-wallet';
    const wallet = paying.find(({ name }) => tender.name === undefined || name === tender.name);
    if (wallet === undefined) return 'points-cannot-pay';
    const there = bills.findIndex((bill) => bill.wallet === wallet);
    if (there === -1) bills.push({ wallet, amount });
    else bills[there] = { wallet, amount: amount + (bills[there]?.amount ?? 0n) };
  }
  return bills;
}

function stepOf(judged: Judged, { spending }: Wallet): { points: bigint; money: bigint } {
  if (spending.pays === null) throw new RangeError('these points do not pay');
  const { minorDigits } = judged.program.currency;
  return {
    points: floor(amountOf(judged, spending.pays.each)),
    money: floor(minorUnits(amountOf(judged, spending.pays.gives), minorDigits)),
  };
}

/** Whether points paid a part, and the file says that nothing of such a purchase earns. */
export function earnsNothing(judged: Judged, purchase: PurchaseEvent): boolean {
  const bills = billsOf(judged, purchase);
  return typeof bills !== 'string' && bills.some(({ wallet }) => wallet.spending.pays?.restEarns === false);
}

export function payWithPoints(
  judged: Judged,
  book: Book,
  purchase: PurchaseEvent,
): { readonly spent: Spent; readonly amount: bigint }[] {
  const bills = billsOf(judged, purchase);
  if (typeof bills === 'string') return [];
  return bills.map(({ wallet, amount }) => {
    const step = stepOf(judged, wallet);
    return { spent: spend(book, wallet.name, (amount / step.money) * step.points), amount };
  });
}

/** What so much paid with points is, wallet by wallet: of each two the first against the rest, as everywhere in a refund. */
function pointsByWallet(total: bigint, paid: readonly { readonly amount: bigint }[]): bigint[] {
  const [first, ...rest] = paid;
  if (first === undefined) return [];
  if (rest.length === 0) return [total];
  const others = rest.reduce((sum, { amount }) => sum + amount, 0n);
  const [mine = 0n, left = 0n] = shared(total, [whole(first.amount), whole(others)]);
  return [mine, ...pointsByWallet(left, rest)];
}

/** Points come back as points: as large a part of them as of what they paid, cut off over all that was given back (R4). */
export function givePointsBack(book: Book, receipt: Receipt, money: bigint): void {
  const { pointsPaid } = receipt;
  const before = pointsByWallet(receipt.pointsRefunded, pointsPaid);
  receipt.pointsRefunded += money;
  const after = pointsByWallet(receipt.pointsRefunded, pointsPaid);
  for (const [index, { spent, amount }] of pointsPaid.entries()) {
    const points = spent.lots.reduce((sum, lot) => sum + lot.left, 0n);
    const part = (paid: bigint) => floor(dividedBy(times(whole(paid), whole(points)), whole(amount)));
    unspend(book, spent, part(before[index] ?? 0n), part(after[index] ?? 0n));
  }
}
