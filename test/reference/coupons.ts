import type { Program } from '@laurel/engine';
import type { Account, GivenCoupons, Receipt, UsedCoupon } from './account.ts';
import { walletOf } from './account.ts';
import { couponNamed, couponWallet } from './coupon-wallets.ts';
import {
  compared,
  decimal,
  dividedBy,
  type Fraction,
  floor,
  minorUnits,
  ONE,
  rounded,
  times,
  whole,
} from './fraction.ts';
import { concerns, type GoodsLine, type PurchaseEvent } from './goods.ts';
import type { Handed } from './handing.ts';
import { amountOf, type Judged } from './judged.ts';
import type { Shares } from './kept.ts';
import { type Book, balanceOf, credit, spend, unspend } from './ledger.ts';
import { sharedWithin, totalOf } from './sharing.ts';

type Coupon = Program['coupons'][number];

/** A line as it costs before coupons: whether a price that keeps other offers away made it so. */
export interface Costs {
  readonly list: bigint;
  readonly price: bigint;
  readonly alone: boolean;
  /** The floor below which no price goes. */
  readonly least: bigint;
}

/** By coupon, in the order in which the purchase names them, what it takes off each line. */
export function takenByCoupons(
  judged: Judged,
  lines: readonly GoodsLine[],
  costs: readonly Costs[],
  names: readonly string[],
): bigint[][] {
  const left = costs.map(({ price }) => price);
  const itemsUsed = lines.map(() => 0n);
  return names.map((name) => {
    const coupon = couponNamed(judged.program, name);
    const taken = coupon === undefined ? [] : takenBy(judged, coupon, lines, costs, left, itemsUsed);
    taken.forEach((amount, index) => {
      left[index] = (left[index] ?? 0n) - amount;
    });
    return taken;
  });
}

function takenBy(
  judged: Judged,
  coupon: Coupon,
  lines: readonly GoodsLine[],
  costs: readonly Costs[],
  left: readonly bigint[],
  itemsUsed: bigint[],
): bigint[] {
  const { program } = judged;
  const nothing = lines.map(() => 0n);
  const isFor = lines.map((line, index) => {
    const cost = costs[index];
    if (cost === undefined || cost.alone || !concerns(program, coupon.goods, line)) return false;
    return !coupon.atListPrice || cost.price === cost.list;
  });
  const goods = totalOf(costs.map(({ price }, index) => (isFor[index] ? price : 0n)));
  const money = (amount: NonNullable<Coupon['from']>) =>
    floor(minorUnits(amountOf(judged, amount), program.currency.minorDigits));
  if (coupon.from !== null && goods < money(coupon.from)) return nothing;
  const { worth } = coupon;
  const open = left.map((price, index) => (isFor[index] ? price : 0n));
  const rooms = open.map((price, index) => greater(0n, price - (costs[index]?.least ?? 0n)));
  if (worth.kind === 'share') {
    return open.map((price, index) => lesser(lessThan(price, shareOf(judged, price, worth.share)), rooms[index] ?? 0n));
  }
  if (worth.kind === 'off') {
    const most = totalOf(rooms);
    const off = money(worth.money);
    return sharedWithin(lesser(off, most), open, rooms);
  }
  const dearest = dearestItem(lines, costs, isFor, itemsUsed);
  if (dearest === null) return nothing;
  itemsUsed[dearest.index] = (itemsUsed[dearest.index] ?? 0n) + 1n;
  const unit = rounded(dearest.price, 'halfUp');
  const here = left[dearest.index] ?? 0n;
  const price = lesser(unit, here);
  const pays = worth.kind === 'itemShare' ? shareOf(judged, price, worth.share) : money(worth.money);
  return nothing.map((_, index) => (index === dearest.index ? lesser(lessThan(price, pays), rooms[index] ?? 0n) : 0n));
}

function lessThan(price: bigint, pays: bigint): bigint {
  return pays < price ? price - pays : 0n;
}

function greater(a: bigint, b: bigint): bigint {
  return a > b ? a : b;
}

function lesser(a: bigint, b: bigint): bigint {
  return a < b ? a : b;
}

function shareOf(judged: Judged, price: bigint, share: Extract<Coupon['worth'], { kind: 'share' }>['share']): bigint {
  return rounded(times(whole(price), amountOf(judged, share)), 'halfUp');
}

/** The dearest item that no coupon for one item was used on yet; less than one counts as one. */
function dearestItem(
  lines: readonly GoodsLine[],
  costs: readonly Costs[],
  isFor: readonly boolean[],
  itemsUsed: readonly bigint[],
): { index: number; price: Fraction } | null {
  let dearest: { index: number; price: Fraction } | null = null;
  for (const [index, line] of lines.entries()) {
    const quantity = decimal(line.quantity);
    const used = itemsUsed[index] ?? 0n;
    if (!isFor[index] || (used > 0n && compared(whole(used + 1n), quantity) > 0n)) continue;
    const many = compared(quantity, ONE) < 0n ? ONE : quantity;
    const price = dividedBy(whole(costs[index]?.price ?? 0n), many);
    if (price.over > 0n && (dearest === null || compared(price, dearest.price) > 0n)) dearest = { index, price };
  }
  return dearest;
}

/** Every reason why the coupons of a purchase cannot be used on it. */
export function faultsOfCoupons(
  judged: Judged,
  account: Account,
  { coupons = [], store }: PurchaseEvent,
  acts: boolean,
  taken: readonly (readonly bigint[])[],
): string[] {
  return coupons.flatMap((name, place) => {
    const coupon = couponNamed(judged.program, name);
    if (coupon === undefined) return ['unknown-coupon'];
    const faults: string[] = [];
    const same = coupons.filter((other) => other === name).length;
    if (!acts) faults.push('no-rule-acts');
    if (BigInt(same) > balanceOf(walletOf(account, couponWallet(name)))) faults.push('no-such-coupon');
    if (coupon.stores !== null && (store === undefined || !coupon.stores.includes(store))) faults.push('wrong-store');
    if ((coupon.alone && coupons.length > 1) || (coupon.onePerPurchase && same > 1)) faults.push('coupon-does-not-fit');
    if (acts && totalOf(taken[place] ?? []) === 0n) faults.push('coupon-does-not-fit');
    return faults;
  });
}

export function useCoupons(
  book: Book,
  { coupons = [] }: PurchaseEvent,
  taken: readonly (readonly bigint[])[],
): UsedCoupon[] {
  return coupons.map((name, place) => ({ spent: spend(book, couponWallet(name), 1n), taken: taken[place] ?? [] }));
}

/** Hands out; coupons that the file describes lie in the account from then on. The lots that they made come back. */
export function handOut(judged: Judged, book: Book, handed: readonly Handed[], byRule: boolean): GivenCoupons[] {
  return handed.flatMap(({ by, what, times: many }) => {
    book.handed.push({ by, what, times: many });
    const [, name = ''] = /^coupon (.*)$/.exec(what) ?? [];
    if (couponNamed(judged.program, name) === undefined) return [];
    const wallet = couponWallet(name);
    const lot = credit(book, wallet, BigInt(many), byRule ? { rule: by } : {});
    return lot === null ? [] : [{ wallet, times: BigInt(many), lot }];
  });
}

/** A coupon is back when everything that it took something off is back (M11). */
export function giveCouponsBack(book: Book, { coupons }: Receipt, before: Shares, after: Shares): void {
  for (const { spent, taken } of coupons) {
    const isBack = (gone: Shares) =>
      taken.every((amount, index) => amount === 0n || compared(gone[index] ?? whole(0n), ONE) >= 0n);
    if (!isBack(before) && isBack(after)) unspend(book, spent, 0n, 1n);
  }
}
