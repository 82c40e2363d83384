import { type TakenOff, takeOff } from './amounts-off.ts';
import type { Moment } from './condition.ts';
import { type CouponUse, useCoupons } from './coupon.ts';
import { floorUnder } from './floor.ts';
import type { PurchaseHappening, PurchaseLine } from './happening.ts';
import { cheaperItems, itemLines, pricesInSets, type SetOffer } from './item-sets.ts';
import { partOf, plusRatio, type Ratio, ratio, roundedSumBig, scaled, timesRatio } from './number.ts';
import type { PriceOffer } from './plan.ts';
import type { LinePrice } from './reason.ts';
import type { Today } from './today.ts';

/** What each line costs (semantics E4): the lowest of the competing prices, rounded half up once per line (M7). */
export interface Prices {
  /** Minor units by line. */
  readonly lines: readonly number[];
  readonly total: number;
  /** The offer that set each line's price; null: the list price. */
  readonly by: readonly (PriceOffer | null)[];
  /** The offer for items bought together that made some of a line's items cheaper; null: none did. */
  readonly sets: readonly (InSets | null)[] | null;
  /** The floor that kept each line's price up, as the file says it; null: none did. */
  readonly held: readonly (string | null)[] | null;
  /** What amounts off have taken off each line; null: nothing. */
  readonly off: readonly number[] | null;
  readonly takenOff: readonly TakenOff[];
  /** What each coupon of the purchase does, in its order. */
  readonly coupons: readonly CouponUse[];
}

/** So many items of a line are priced by an offer for items bought together. */
export interface InSets {
  readonly offer: SetOffer;
  readonly items: number;
}

/** Prices a purchase under the rules. Null: no rule sets any price, and every line costs its list price. */
export function price(moment: Moment): Prices | null {
  const { purchase, today } = moment;
  const prices = ruled(moment);
  return purchase.coupons.length === 0 ? prices : useCoupons(today, moment, prices ?? atList(purchase));
}

/** What rules make of the list prices. */
function ruled(moment: Moment): Prices | null {
  const { today } = moment;
  const offered = lowest(moment);
  if (today.sets.length + today.floors.length + today.amountsOff.length === 0) return offered;
  const priced = inSets(moment, offered ?? atList(moment.purchase));
  return takeOff(moment, heldUp(moment, priced));
}

/** Whether a day has rules that set prices at all. */
export function setsPrices({ prices, sets, amountsOff }: Today): boolean {
  return prices.length > 0 || sets.length > 0 || amountsOff.length > 0;
}

function atList({ lists: lines, listTotal: total }: PurchaseHappening): Prices {
  return { lines, total, by: lines.map(() => null), sets: null, held: null, off: null, takenOff: [], coupons: [] };
}

/** The competing prices line by line; null: there are none. */
function lowest(moment: Moment): Prices | null {
  const { purchase } = moment;
  const offers = moment.today.prices.filter(({ when }) => when === null || when(moment));
  if (offers.length === 0) return null;
  const by: (PriceOffer | null)[] = [];
  let total = 0;
  const lines = purchase.lines.map((line) => {
    let lowest = line.list;
    let taken: PriceOffer | null = null;
    let only = false;
    for (const offer of offers) {
      if ((only && !offer.only) || !offer.covers(line)) continue;
      if (offer.only && !only) {
        // What was offered before is kept away.
        only = true;
        lowest = line.list;
        taken = null;
      }
      const offered = offeredFor(line, offer);
      if (offered < lowest) {
        lowest = offered;
        taken = offer;
      }
    }
    by.push(taken);
    total += lowest;
    return lowest;
  });
  return { lines, total, by, sets: null, held: null, off: null, takenOff: [], coupons: [] };
}

function offeredFor(line: PurchaseLine, { share, shareText }: PriceOffer): number {
  if (shareText !== null) return scaled(line.list, share.num, share.den, 'halfUp');
  return partOf(share.num, ratio(line.quantity));
}

/**
 * Items that are bought together: of the offers that act, each line takes the one that makes it cheapest, the earlier rule's
 * at a tie; its other items cost what they cost anyway. Lines whose price keeps every other offer away take no part.
 */
function inSets(moment: Moment, prices: Prices): Prices {
  const offers = moment.today.sets.filter(({ when }) => when === null || when(moment));
  if (offers.length === 0) return prices;
  const items = itemLines(moment.purchase.lines, (place) => prices.by[place]?.only !== true);
  const lines = [...prices.lines];
  const sets: (InSets | null)[] = lines.map(() => null);
  for (const offer of offers) {
    const found = pricesInSets(offer, items);
    for (const line of items) {
      const otherwise = { num: BigInt(prices.lines[line.place] ?? 0), den: BigInt(line.items) };
      const { items: cheaper, together } = cheaperItems(found.get(line.place) ?? [], otherwise);
      const others = timesRatio(otherwise, { num: BigInt(line.items - cheaper), den: 1n });
      const cost = roundedCost(plusRatio(together, others));
      if (cost >= (lines[line.place] ?? 0)) continue;
      lines[line.place] = cost;
      sets[line.place] = { offer, items: cheaper };
    }
  }
  return { ...prices, lines, total: lines.reduce((sum, line) => sum + line, 0), sets };
}

function roundedCost({ num, den }: Ratio): number {
  return roundedSumBig({ parts: [num], whole: den }, 'halfUp');
}

/** No price below its floor. */
function heldUp(moment: Moment, prices: Prices): Prices {
  const { floors } = moment.today;
  if (floors.length === 0) return prices;
  const held: (string | null)[] = [];
  const lines = prices.lines.map((line, i) => {
    const bought = moment.purchase.lines[i];
    const floor = bought === undefined ? null : floorUnder(floors, bought);
    held.push(floor !== null && floor.least > line ? floor.shareText : null);
    return floor === null ? line : Math.max(line, floor.least);
  });
  return { ...prices, lines, total: lines.reduce((sum, line) => sum + line, 0), held };
}

/** The prices as data for people. */
export function linePrices({ lists, lines }: PurchaseHappening, prices: Prices | null): LinePrice[] {
  return lists.map((list, i) => {
    const offer = prices?.by[i] ?? null;
    const set = prices?.sets?.[i] ?? null;
    const price = prices?.lines[i] ?? list;
    const off = prices?.off?.[i] ?? 0;
    const held = prices?.held?.[i] ?? null;
    const shareOfSet = set?.offer.pay.kind === 'last' ? set.offer.pay.shareText : null;
    if (set === null || set.items < Number(lines[i]?.quantity)) {
      const inSet = set === null ? null : { by: set.offer.source, items: set.items, share: shareOfSet };
      return {
        line: i,
        list,
        price,
        by: offer?.source ?? null,
        share: offer?.shareText ?? null,
        set: inSet,
        held,
        off,
      };
    }
    return { line: i, list, price, by: set.offer.source, share: shareOfSet, set: null, held, off };
  });
}
