import { type TakenOff, takeOff } from './amounts-off.ts';
import type { Moment } from './condition.ts';
import type { PurchaseHappening } from './happening.ts';
import { scaled } from './number.ts';
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
  /** What amounts off have taken off each line; null: nothing. */
  readonly off: readonly number[] | null;
  readonly takenOff: readonly TakenOff[];
}

/** Prices a purchase under the rules. Null: no rule sets any price, and every line costs its list price. */
export function price(moment: Moment): Prices | null {
  const { purchase, today } = moment;
  const prices = lowest(moment);
  if (today.amountsOff.length === 0) return prices;
  const { lists: lines, listTotal: total } = purchase;
  return takeOff(moment, prices ?? { lines, total, by: lines.map(() => null), ...NOTHING_OFF });
}

/** Whether a day has rules that set prices at all. */
export function setsPrices({ prices, amountsOff }: Today): boolean {
  return prices.length > 0 || amountsOff.length > 0;
}

const NOTHING_OFF = { off: null, takenOff: [] } as const;

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
  return { lines, total, by, ...NOTHING_OFF };
}

/** The prices as data for people. */
export function linePrices({ lists }: PurchaseHappening, prices: Prices | null): LinePrice[] {
  return lists.map((list, i) => {
    const offer = prices?.by[i] ?? null;
    const linePrice = prices?.lines[i] ?? list;
    const off = prices?.off?.[i] ?? 0;
    return { line: i, list, price: linePrice, by: offer?.source ?? null, share: offer?.shareText ?? null, off };
  });
}
