import type { Moment } from './condition.ts';
import type { PurchaseHappening } from './happening.ts';
import { scaled } from './number.ts';
import type { PriceOffer } from './plan.ts';
import type { LinePrice } from './reason.ts';

/** What each line costs (semantics E4): the lowest of the competing prices, rounded half up once per line (M7). */
export interface Prices {
  /** Minor units by line. */
  readonly lines: readonly number[];
  readonly total: number;
  /** The offer that set each line's price; null: the list price. */
  readonly by: readonly (PriceOffer | null)[];
}

/** Prices a purchase under the rules. Null: no rule sets any price, and every line costs its list price. */
export function price(moment: Moment): Prices | null {
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
      const offered = scaled(line.list, offer.share.num, offer.share.den, 'halfUp');
      if (offered < lowest) {
        lowest = offered;
        taken = offer;
      }
    }
    by.push(taken);
    total += lowest;
    return lowest;
  });
  return { lines, total, by };
}

/** The prices as data for people. */
export function linePrices({ lists }: PurchaseHappening, prices: Prices | null): LinePrice[] {
  return lists.map((list, i) => {
    const offer = prices?.by[i] ?? null;
    const linePrice = prices?.lines[i] ?? list;
    return { line: i, list, price: linePrice, by: offer?.source ?? null, share: offer?.shareText ?? null };
  });
}
