import { acts, actsOnPurchases, type Circumstances } from './conditions.ts';
import {
  compared,
  decimal,
  dividedBy,
  type Fraction,
  floor,
  minorUnits,
  rounded,
  sum,
  times,
  whole,
} from './fraction.ts';
import { concerns, type GoodsLine } from './goods.ts';
import { amountOf, type Judged } from './judged.ts';
import type { Offered } from './prices.ts';
import { shared } from './sharing.ts';

/** Items that are bought together, one by one (E4). */

type Effect = Judged['program']['rules'][number]['effects'][number];
type SetEffect = Extract<Effect, { kind: 'paySet' }>;

interface Item {
  readonly place: number;
  readonly line: GoodsLine;
  readonly list: Fraction;
}

/** Every line at the best that one rule about items bought together makes of it; its other items at their price. */
export function withSets(
  judged: Judged,
  lines: readonly GoodsLine[],
  now: Circumstances,
  offers: readonly Offered[],
): Offered[] {
  const best = [...offers];
  const items = itemsOf(lines, offers);
  for (const rule of judged.program.rules) {
    if (!actsOnPurchases(rule) || !acts(judged, rule, now)) continue;
    for (const effect of rule.effects) {
      if (effect.kind !== 'paySet') continue;
      const special = specialPrices(judged, effect, items);
      for (const [place, offer] of offers.entries()) {
        const count = items.filter((item) => item.place === place).length;
        if (count === 0) continue;
        const usual = dividedBy(whole(offer.price), whole(BigInt(count)));
        const cheaper = special.filter((each) => each.place === place && compared(each.price, usual) < 0n);
        const others = times(usual, whole(BigInt(count - cheaper.length)));
        const price = rounded(sum([others, ...cheaper.map((each) => each.price)]), 'halfUp');
        if (price >= (best[place]?.price ?? 0n)) continue;
        best[place] = {
          ...offer,
          price,
          set: { rule: rule.name, items: cheaper.length, all: cheaper.length === count },
        };
      }
    }
  }
  return best;
}

/** Single items, the dearest first; only of lines that have whole ones and that other offers may touch. */
function itemsOf(lines: readonly GoodsLine[], offers: readonly Offered[]): Item[] {
  const items = lines.flatMap((line, place): Item[] => {
    const quantity = decimal(line.quantity);
    const count = floor(quantity);
    if (compared(quantity, whole(count)) !== 0n || offers[place]?.alone !== false) return [];
    return Array.from({ length: Number(count) }, () => {
      return { place, line, list: dividedBy(whole(offers[place]?.list ?? 0n), whole(count)) };
    });
  });
  return items.toSorted((a, b) => Number(compared(b.list, a.list)) || a.place - b.place);
}

/** The items that a rule prices, set after set until one is not complete. */
function specialPrices(
  judged: Judged,
  effect: SetEffect,
  items: readonly Item[],
): { readonly place: number; readonly price: Fraction }[] {
  let left = [...items];
  const priced: { place: number; price: Fraction }[] = [];
  for (;;) {
    const set: Item[] = [];
    for (const { goods, items: wanted, which } of effect.of) {
      const there = left.filter((item) => !set.includes(item) && concerns(judged.program, goods, item.line));
      if (there.length < wanted) return priced;
      set.push(...(which === 'dearest' ? there : there.reverse()).slice(0, wanted));
    }
    left = left.filter((item) => !set.includes(item));
    priced.push(...pricesIn(judged, effect, set));
  }
}

function pricesIn(judged: Judged, { pay }: SetEffect, set: readonly Item[]): { place: number; price: Fraction }[] {
  if (pay.kind === 'last') {
    const share = amountOf(judged, pay.share);
    return set.slice(-pay.items).map(({ place, list }) => ({ place, price: times(list, share) }));
  }
  const lists = set.map(({ list }) => list);
  if (sum(lists).over === 0n) return [];
  const price = floor(minorUnits(amountOf(judged, pay.price), judged.program.currency.minorDigits));
  const shares = shared(price, lists);
  return set.map(({ place }, index) => ({ place, price: whole(shares[index] ?? 0n) }));
}
