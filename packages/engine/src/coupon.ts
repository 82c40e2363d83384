import type { LineTest, Moment } from './condition.ts';
import { allocateWithin, floorUnder } from './floor.ts';
import type { PurchaseLine } from './happening.ts';
import { compareRatio, ONE, partOf, type Ratio, ratio } from './number.ts';
import type { Build } from './plan-effects.ts';
import type { Prices } from './pricing.ts';
import { type Coupon, couponWallet } from './program.ts';
import type { Source } from './reason.ts';
import { whole } from './stated.ts';
import type { Today } from './today.ts';

/**
 * Coupons (semantics E1, M11): members are given them and use them on purchases, after prices and amounts off. Each is a
 * unit of a wallet of its own, so that it lapses, is used and comes back as points do.
 */
export interface PlannedCoupon {
  readonly coupon: Coupon;
  readonly source: Source;
  /** The wallet's place in the account's record. */
  readonly wallet: number;
  readonly covers: LineTest;
  readonly worth: Worth;
  /** Minor units. */
  readonly from: number;
}

type Worth =
  | { readonly kind: 'share' | 'itemShare'; readonly share: Ratio }
  | { readonly kind: 'off' | 'itemPrice'; readonly amount: number };

export function plannedCoupons(build: Build, walletIndex: (name: string) => number): readonly PlannedCoupon[] {
  const { coupons, version } = build.program;
  return coupons.map((coupon) => ({
    coupon,
    source: { rule: coupon.name, version, at: coupon.at },
    wallet: walletIndex(couponWallet(coupon.name)),
    covers: build.covers(coupon.goods),
    worth: worthOf(coupon, build),
    from: coupon.from === null ? 0 : whole(build.minor(coupon.from), coupon.name),
  }));
}

function worthOf({ name, worth }: Coupon, build: Build): Worth {
  if ('share' in worth) return { kind: worth.kind, share: ratio(build.text(worth.share)) };
  return { kind: worth.kind, amount: whole(build.minor(worth.money), name) };
}

/** What one coupon does on a purchase. */
export interface CouponUse {
  readonly name: string;
  /** What it takes off each line, minor units. */
  readonly taken: readonly number[];
  readonly total: number;
  /** Why it does nothing; null: it does something. */
  readonly why: 'noGoods' | 'tooLittle' | 'nothing' | null;
  /** What its goods came to, and what they must come to, minor units. */
  readonly counted: number;
  readonly least: number;
}

/** Takes what coupons are worth off the prices of a purchase, in the order in which it names them. */
export function useCoupons({ coupons: all, floors }: Today, { purchase }: Moment, prices: Prices): Prices {
  const { coupons: names, lines, lists } = purchase;
  const left = [...prices.lines];
  const leasts = lines.map((line) => floorUnder(floors, line)?.least ?? 0);
  /** How many items of each line were paid for with a coupon of one item. */
  const items = lines.map(() => 0);
  const coupons = names.map((name): CouponUse => {
    const planned = all.find(({ coupon }) => coupon.name === name);
    const idle = { name, taken: [], total: 0, counted: 0, least: planned?.from ?? 0 } as const;
    if (planned === undefined) return { ...idle, why: 'noGoods' };
    const open = lines.map((line, i) => isOpen(planned, line, prices, i, lists[i] ?? 0));
    const counted = sum(prices.lines.filter((_, i) => open[i]));
    if (!open.includes(true)) return { ...idle, why: 'noGoods' };
    if (counted < planned.from) return { ...idle, counted, why: 'tooLittle' };
    const taken = takenBy(planned.worth, { lines, before: prices.lines, left, leasts, open, items });
    for (const [i, amount] of taken.entries()) left[i] = (left[i] ?? 0) - amount;
    const total = sum(taken);
    return { ...idle, taken, total, counted, why: total > 0 ? null : 'nothing' };
  });
  const off = left.map((price, i) => (prices.off?.[i] ?? 0) + (prices.lines[i] ?? 0) - price);
  const takenOff = coupons.flatMap(({ name, total }) => {
    const by = all.find(({ coupon }) => coupon.name === name)?.source;
    return by === undefined || total === 0 ? [] : [{ kind: 'coupon' as const, by, amount: total, beyond: 0 }];
  });
  const isOff = off.some((amount) => amount > 0);
  return {
    ...prices,
    lines: left,
    total: sum(left),
    off: isOff ? off : prices.off,
    takenOff: [...prices.takenOff, ...takenOff],
    coupons,
  };
}

/** Prices that keep every other offer away keep coupons away too (E4). */
function isOpen({ coupon, covers }: PlannedCoupon, line: PurchaseLine, { lines, by }: Prices, i: number, list: number) {
  return by[i]?.only !== true && covers(line) && (!coupon.atListPrice || lines[i] === list);
}

interface Priced {
  readonly lines: readonly PurchaseLine[];
  /** Before any coupon, and what is left of it. */
  readonly before: readonly number[];
  readonly left: readonly number[];
  /** The floors below which no price goes. */
  readonly leasts: readonly number[];
  readonly open: readonly boolean[];
  readonly items: number[];
}

function takenBy(worth: Worth, priced: Priced): readonly number[] {
  const { left, leasts, open } = priced;
  const rooms = left.map((price, i) => (open[i] ? Math.max(0, price - (leasts[i] ?? 0)) : 0));
  switch (worth.kind) {
    case 'share':
      return left.map((price, i) => within(price - partOf(price, worth.share), rooms[i] ?? 0));
    case 'off': {
      const some = left.map((price, i) => (open[i] ? price : 0));
      return allocateWithin(Math.min(worth.amount, sum(rooms)), some, rooms);
    }
    case 'itemShare':
      return offOneItem(priced, rooms, (price) => partOf(price, worth.share));
    case 'itemPrice':
      return offOneItem(priced, rooms, () => worth.amount);
  }
}

/** The dearest item that no coupon of one item was used on; the earlier line at a tie. */
function offOneItem(
  { lines, before, left, open, items }: Priced,
  rooms: readonly number[],
  pays: (price: number) => number,
): readonly number[] {
  let dearest = -1;
  let highest: Ratio = { num: 0n, den: 1n };
  for (const [i, line] of lines.entries()) {
    const quantity = ratio(line.quantity);
    const used = items[i] ?? 0;
    const isThere = used === 0 || compareRatio({ num: BigInt(used + 1), den: 1n }, quantity) <= 0;
    const each = unitPrice(before[i] ?? 0, quantity);
    if (!open[i] || !isThere || compareRatio(each, highest) <= 0) continue;
    dearest = i;
    highest = each;
  }
  const taken = left.map(() => 0);
  if (dearest < 0) return taken;
  items[dearest] = (items[dearest] ?? 0) + 1;
  const price = Math.min(left[dearest] ?? 0, partOf(1, highest));
  taken[dearest] = within(price - pays(price), rooms[dearest] ?? 0);
  return taken;
}

function within(off: number, room: number): number {
  return Math.max(0, Math.min(off, room));
}

/** What one costs; of less than one, all of it. */
function unitPrice(price: number, quantity: Ratio): Ratio {
  const many = compareRatio(quantity, ONE) < 0 ? ONE : quantity;
  return { num: BigInt(price) * many.den, den: many.num };
}

function sum(amounts: readonly number[]): number {
  return amounts.reduce((total, amount) => total + amount, 0);
}
