import type { LineTest, Moment } from './condition.ts';
import type { PurchaseLine } from './happening.ts';
import {
  compareRatio,
  leastCommonMultiple,
  plusRatio,
  type Ratio,
  ratio,
  roundedSharesBig,
  sumBig,
  timesRatio,
  ZERO,
} from './number.ts';
import type { PlannedRule } from './plan.ts';
import type { Build } from './plan-effects.ts';
import type { Effect, Rule } from './program.ts';
import type { Source } from './reason.ts';
import { whole } from './stated.ts';

/**
 * Prices of items that are bought together (semantics E4): the second item at half price, three for two, one of each for so
 * much. Sets are formed, the dearest first, until some portion of one is missing; an item is in one set at most.
 */
export interface SetOffer {
  readonly rule: Rule;
  readonly source: Source;
  /** Null: always. */
  readonly when: ((moment: Moment) => boolean) | null;
  readonly of: readonly Portion[];
  readonly pay:
    | { readonly kind: 'together'; readonly price: number }
    | { readonly kind: 'last'; readonly items: number; readonly share: Ratio; readonly shareText: string };
}

export interface Portion {
  readonly goods: string | null;
  readonly covers: LineTest;
  readonly items: number;
  readonly which: 'dearest' | 'cheapest';
}

export function setOffer(
  { rule, source, when }: PlannedRule,
  { of, pay, at }: Extract<Effect, { kind: 'paySet' }>,
  build: Build,
): SetOffer {
  return {
    rule,
    source: { ...source, at },
    when,
    of: of.map((portion) => ({ ...portion, covers: build.covers(portion.goods) })),
    pay:
      pay.kind === 'together'
        ? { kind: 'together', price: whole(build.minor(pay.price), rule.name) }
        : { kind: 'last', items: pay.items, share: build.stated(pay.share), shareText: build.text(pay.share) },
  };
}

/** So many items of a line that cost so much each under an offer, minor units. */
export interface ItemPrice {
  readonly items: number;
  readonly each: Ratio;
}

/** A line of whole items; what is sold by weight or length, or has come back in part, has none. */
export interface ItemLine {
  readonly line: PurchaseLine;
  /** The line's place in the purchase. */
  readonly place: number;
  readonly items: number;
  /** The list price of one, minor units. */
  readonly list: Ratio;
}

/** The lines of whole items among those that may take part, the dearest first, of equal ones the earlier. */
export function itemLines(lines: readonly PurchaseLine[], mayTakePart: (place: number) => boolean): ItemLine[] {
  return lines
    .flatMap((line, place) => {
      const { num, den } = ratio(line.quantity);
      if (den !== 1n || num === 0n || num > MOST_ITEMS || !mayTakePart(place)) return [];
      return [{ line, place, items: Number(num), list: { num: BigInt(line.list), den: num } }];
    })
    .sort((a, b) => compareRatio(b.list, a.list) || a.place - b.place);
}

/** More items than this are no items that somebody counts. */
const MOST_ITEMS = 1_000_000n;

/** What an offer makes of the items of each line, by the line's place. */
export function pricesInSets(offer: SetOffer, lines: readonly ItemLine[]): ReadonlyMap<number, readonly ItemPrice[]> {
  const left = new Map(lines.map((line) => [line, line.items]));
  const prices = new Map<number, ItemPrice[]>();
  for (;;) {
    const set = oneSet(offer.of, lines, left);
    if (set === null) return prices;
    // The same lines make the next set too, as long as all of them have enough.
    const repeats = repeatsOf(set, left);
    for (const item of set) left.set(item, (left.get(item) ?? 0) - repeats);
    for (const [i, each] of pricesOf(offer, set).entries()) {
      const place = set[i]?.place;
      if (each === null || place === undefined) continue;
      prices.set(place, [...(prices.get(place) ?? []), { items: repeats, each }]);
    }
  }
}

/** The items of one set by their lines, portion after portion; null: something is missing. */
function oneSet(
  of: readonly Portion[],
  lines: readonly ItemLine[],
  left: ReadonlyMap<ItemLine, number>,
): ItemLine[] | null {
  const set: ItemLine[] = [];
  for (const { covers, items, which } of of) {
    let missing = items;
    for (const line of which === 'dearest' ? lines : lines.toReversed()) {
      if (missing === 0) break;
      if (!covers(line.line)) continue;
      const there = (left.get(line) ?? 0) - set.filter((taken) => taken === line).length;
      const taken = Math.min(there, missing);
      for (let i = 0; i < taken; i += 1) set.push(line);
      missing -= taken;
    }
    if (missing > 0) return null;
  }
  return set;
}

function repeatsOf(set: readonly ItemLine[], left: ReadonlyMap<ItemLine, number>): number {
  return Math.min(
    ...set.map((line) => Math.floor((left.get(line) ?? 0) / set.filter((other) => other === line).length)),
  );
}

/** What each item of a set costs; null: what it costs anyway. */
function pricesOf({ pay }: SetOffer, set: readonly ItemLine[]): readonly (Ratio | null)[] {
  if (pay.kind === 'last') {
    return set.map(({ list }, i) => (i < set.length - pay.items ? null : timesRatio(list, pay.share)));
  }
  const common = set.reduce((multiple, { list }) => leastCommonMultiple(multiple, list.den), 1n);
  const weights = set.map(({ list }) => list.num * (common / list.den));
  const all = sumBig(weights);
  if (all === 0n) return set.map(() => null);
  const parts = weights.map((weight) => BigInt(pay.price) * weight);
  return roundedSharesBig({ parts, whole: all }, 'down').map((share) => ({ num: BigInt(share), den: 1n }));
}

/** How many items of a line cost less so than otherwise, and what they come to together. */
export function cheaperItems(
  prices: readonly ItemPrice[],
  otherwise: Ratio,
): { readonly items: number; readonly together: Ratio } {
  let items = 0;
  let together = ZERO;
  for (const price of prices) {
    if (compareRatio(price.each, otherwise) >= 0) continue;
    items += price.items;
    together = plusRatio(together, timesRatio(price.each, { num: BigInt(price.items), den: 1n }));
  }
  return { items, together };
}
