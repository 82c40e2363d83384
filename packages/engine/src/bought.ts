import type { Moment } from './condition.ts';
import type { CouponUse } from './coupon.ts';
import { deliveryPrice } from './delivery.ts';
import { pointsOf } from './earning.ts';
import type { ExchangeHappening, PurchaseHappening, PurchaseLine } from './happening.ts';
import { neededAmong } from './limits.ts';
import { countingByLine } from './membership.ts';
import { compareRatio, decimalText, partOf, plusRatio, type Ratio, ratio, timesRatio, ZERO } from './number.ts';
import type { Plan, PlannedJoining, WalletEarning } from './plan.ts';
import { price } from './pricing.ts';
import { eligibleFor, handed, momentOf, paidByLine, spentOf } from './purchase.ts';
import type { CameBack, Receipt } from './receipts.ts';
import { type Parts, type Payment, type RefundDue, refund } from './refund.ts';
import { earnsNothing } from './spending.ts';
import type { AccountRecord } from './state.ts';

/** What stands under a receipt: the goods of the purchase and those that went out in exchanges of it, judged as then (R1, R7). */

/** Goods that were paid together: the purchase itself, or what went out in one exchange. */
export interface Layer extends Payment {
  readonly lines: readonly PurchaseLine[];
  /** What was paid for each line, minor units. */
  readonly paid: readonly number[];
}

/** The purchase as it was judged then, its facts frozen; lines count on through the layers, the purchase's own first. */
export interface Bought {
  readonly plan: Plan;
  readonly moment: Moment;
  /** Whether rules acted. */
  readonly acted: boolean;
  readonly layers: readonly Layer[];
  /** What each coupon of the purchase took off. */
  readonly coupons: readonly CouponUse[];
  /** The lines of all layers. */
  readonly lines: readonly PurchaseLine[];
}

/** @param exchanges in the order of the receipt's own list, whose digests the caller has checked */
export function boughtUnder(
  plan: Plan,
  record: AccountRecord,
  receipt: Receipt,
  original: PurchaseHappening,
  exchanges: readonly ExchangeHappening[],
): Bought {
  const frozen: AccountRecord = { ...record, birthday: receipt.birthday, actedBirthday: null };
  const then = momentOf(plan, frozen, original, plan.clock.dayAt(original.atMs));
  const moment: Moment = { ...then, facts: receipt.facts };
  if (receipt.used !== null) moment.granted = [...new Set(receipt.used.map(({ rule }) => rule))];
  const prices = receipt.acted ? price(moment) : null;
  const paid = paidByLine(original, prices);
  const { lines, tendered, vouchers, storedValue, points } = original;
  const first: Layer = { lines, paid, tendered, vouchers, storedValue, points };
  const layers = [first, ...exchanges.map((exchange, i) => exchangedLayer(exchange, receipt.back?.exchanges[i]))];
  const coupons = prices?.coupons ?? [];
  return { plan, moment, acted: receipt.acted, layers, coupons, lines: layers.flatMap((layer) => layer.lines) };
}

type Exchanged = CameBack['exchanges'][number];

function exchangedLayer({ lines }: ExchangeHappening, exchanged: Exchanged | undefined): Layer {
  const { lists = [], paid = [], vouchers = 0, storedValue = 0, points = 0 } = exchanged ?? {};
  return {
    lines: lines.map((line, i) => ({ ...line, list: lists[i] ?? 0 })),
    paid,
    tendered: paid.reduce((sum, amount) => sum + amount, 0),
    vouchers,
    storedValue,
    points,
  };
}

/** How much of each line is gone, as a share of what was bought: by returns, and by exchanges. */
export interface Gone {
  readonly returned: Parts;
  readonly exchanged: Parts;
}

export function goneUnder({ back }: Receipt, { lines }: Bought): Gone {
  const read = (shares: readonly string[] = []): Parts =>
    lines.map((_, i) => {
      const [num = '0', den = '1'] = (shares[i] ?? '0').split('/');
      return { num: BigInt(num), den: BigInt(den) };
    });
  return { returned: read(back?.returned), exchanged: read(back?.exchanged) };
}

/** Everything that is gone of each line. */
export function goneInAll({ returned, exchanged }: Gone): Parts {
  return returned.map((part, i) => {
    const other = exchanged[i] ?? ZERO;
    return other.num === 0n ? part : plusRatio(part, other);
  });
}

/** A(K): the points that the kept units earn, each line's amounts less what of it is gone. */
export function keptPoints(earning: WalletEarning, bought: Bought, gone: Parts): number {
  const { moment, plan } = bought;
  if (!bought.acted || earnsNothing(plan, moment.purchase)) return 0;
  const { lines, amounts } = standing(bought, gone, (layer) => eligibleFor(earning, layer, layer.paid));
  if (lines.length === 0) return 0;
  const paidTotal = plan.asksPaid ? amounts.reduce((sum, amount) => sum + amount, 0) : 0;
  const spent = plan.asksSpend ? spentUnder(bought, gone).amounts : null;
  return pointsOf(earning, { ...moment, purchase: withLines(moment.purchase, lines), paidTotal, spent }, amounts);
}

/** The lines that are there, with what of their payment counts as spend. */
export function spentUnder(bought: Bought, gone: Parts): { lines: PurchaseLine[]; amounts: number[] } {
  return standing(bought, gone, (layer) => spentOf(bought.plan, layer, layer.paid));
}

/**
 * The rules with limits that still give something for what is kept: a price of a kept line, or points. Where points stay
 * with the member, all that were given are kept.
 */
export function stillHeld(bought: Bought, gone: Gone): readonly string[] {
  const { plan, moment } = bought;
  const inAll = goneInAll(gone);
  const left = plan.returns.takeBack === 'nothing' ? gone.exchanged : inAll;
  // What was exchanged is another's place: prices are those of all that was not.
  const { lines, places } = standing(bought, gone.exchanged, ({ paid }) => paid);
  const basket = withLines(moment.purchase, lines);
  return neededAmong(moment.granted, (granted) => {
    const under: Bought = { ...bought, moment: { ...moment, granted } };
    const prices = price({ ...under.moment, purchase: basket })?.lines ?? basket.lists;
    return [
      ...prices.filter((_, i) => !isWhole(inAll[places[i] ?? 0] ?? ZERO)),
      ...moment.today.earnings.map((earning) => keptPoints(earning, under, left)),
      ...handedThen(under),
      deliveredThen(under),
    ];
  });
}

/** What was handed out for the purchase: it stands whatever comes back or is exchanged. */
function handedThen({ plan, moment, acted, layers }: Bought): readonly number[] {
  const [first] = layers;
  return !acted || first === undefined ? [] : handed(plan, moment, first.paid);
}

/** What delivery cost: it stands whatever comes back. */
function deliveredThen({ moment }: Bought): number {
  return deliveryPrice(moment, price(moment))?.price ?? 0;
}

/** The purchase as if it had been of these lines. */
export function withLines(purchase: PurchaseHappening, lines: readonly PurchaseLine[]): PurchaseHappening {
  const lists = lines.map(({ list }) => list);
  // Coupons were used on what was bought, and on nothing else.
  return { ...purchase, coupons: [], lines, lists, listTotal: lists.reduce((sum, list) => sum + list, 0) };
}

/** The lines that are there, by their places, with their list totals and another amount of theirs less what is gone. */
export function standing(
  { layers }: Bought,
  gone: Parts,
  amountsOf: (layer: Layer) => readonly number[],
): { lines: PurchaseLine[]; amounts: number[]; places: number[] } {
  const lines: PurchaseLine[] = [];
  const amounts: number[] = [];
  const places: number[] = [];
  let first = 0;
  for (const layer of layers) {
    const ofLayer = amountsOf(layer);
    for (const [i, line] of layer.lines.entries()) {
      const part = gone[first + i] ?? ZERO;
      if (isWhole(part)) continue;
      lines.push({ ...line, list: line.list - partOf(line.list, part), quantity: leftOf(line.quantity, part) });
      const amount = ofLayer[i] ?? 0;
      amounts.push(amount - partOf(amount, part));
      places.push(first + i);
    }
    first += layer.lines.length;
  }
  return { lines, amounts, places };
}

/** What counts towards joining of all that is not gone, minor units. */
export function countingLeft(joining: PlannedJoining, bought: Bought, gone: Parts): number {
  const { amounts } = standing(bought, gone, (layer) => countingByLine(joining, layer, layer.paid));
  return amounts.reduce((sum, amount) => sum + amount, 0);
}

/** What is owed for all that went between two states of the receipt, layer by layer (R4). */
export function refundBetween({ layers }: Bought, before: Parts, after: Parts): RefundDue {
  let first = 0;
  const dues = layers.map((layer) => {
    const from = first;
    first += layer.lines.length;
    return refund(layer, layer.paid, before.slice(from, first), after.slice(from, first));
  });
  const total = (amount: (due: RefundDue) => number) => dues.reduce((sum, due) => sum + amount(due), 0);
  return {
    total: total((due) => due.total),
    lines: dues.flatMap((due) => due.lines),
    money: total((due) => due.money),
    vouchers: total((due) => due.vouchers),
    storedValue: total((due) => due.storedValue),
    points: total((due) => due.points),
  };
}

/** What is left of a quantity. */
export function leftOf(quantity: string, gone: Ratio): string {
  return decimalText(timesRatio(ratio(quantity), { num: gone.den - gone.num, den: gone.den }));
}

/** What had been paid with points and has been given back by now, minor units: all that does not stand in goods any more. */
export function pointsRefunded(bought: Bought, gone: Parts): number {
  const { layers, lines, moment } = bought;
  const nothing = lines.map(() => ZERO);
  const inGoods = layers.reduce((sum, { points }) => sum + points, 0) - refundBetween(bought, nothing, gone).points;
  return moment.purchase.points - inGoods;
}

const WHOLE: Ratio = { num: 1n, den: 1n };

export function isWhole(part: Ratio): boolean {
  return compareRatio(part, WHOLE) === 0;
}
