import { acts, actsOnPurchases, type Circumstances } from './conditions.ts';
import { type Costs, takenByCoupons } from './coupons.ts';
import { decimal, type Fraction, floor, minorUnits, rounded, times, whole } from './fraction.ts';
import { concerns, type GoodsLine } from './goods.ts';
import { withSets } from './item-sets.ts';
import { amountOf, type Judged } from './judged.ts';
import { sharedWithin, totalOf } from './sharing.ts';

type Effect = Judged['program']['rules'][number]['effects'][number];

/** What one line costs, in minor units, and the rule that made it so; null: the list price. */
export interface LinePrice {
  readonly list: bigint;
  readonly price: bigint;
  readonly rule: string | null;
  /** The rule that priced some of its items together with others. */
  readonly set: { readonly rule: string; readonly items: number; readonly all: boolean } | null;
}

/** Quantity times unit price, rounded half up once to the minor unit (M7, decision 4). */
export function listPriceOf(judged: Judged, line: GoodsLine): bigint {
  const exact = times(decimal(line.quantity), decimal(line.unitPrice));
  return rounded(minorUnits(exact, judged.program.currency.minorDigits), 'halfUp');
}

/** A line's price before anything is taken off the purchase; `alone`: it keeps every other offer away. */
export interface Offered extends LinePrice {
  readonly alone: boolean;
}

/** Every line's price, less its share of the amounts and coupons that are taken off the purchase (E1, E4). */
export function pricesOf(
  judged: Judged,
  lines: readonly GoodsLine[],
  now: Circumstances,
  lists: readonly bigint[],
  coupons: readonly string[] = [],
): LinePrice[] {
  const costs = beforeCoupons(judged, lines, now, lists);
  const taken = takenByCoupons(judged, lines, costs, coupons);
  return costs.map(({ list, price, rule, set }, index) => ({
    list,
    price: price - totalOf(taken.map((each) => each[index] ?? 0n)),
    rule,
    set,
  }));
}

/** By coupon, what it takes off each line. */
export function couponsOn(
  judged: Judged,
  lines: readonly GoodsLine[],
  now: Circumstances,
  lists: readonly bigint[],
  coupons: readonly string[],
): bigint[][] {
  return takenByCoupons(judged, lines, beforeCoupons(judged, lines, now, lists), coupons);
}

function beforeCoupons(
  judged: Judged,
  lines: readonly GoodsLine[],
  now: Circumstances,
  lists: readonly bigint[],
): (Offered & Costs)[] {
  const offers = offersOf(judged, lines, now, lists);
  // A price that keeps other offers away has nothing to do with amounts off.
  const open = offers.map(({ price, alone }) => (alone ? 0n : price));
  const rooms = open.map((price, index) => lesserOf(price, price - floorOf(judged, lines[index], lists[index] ?? 0n)));
  const total = totalOf(open);
  let left = totalOf(rooms.map((room) => greaterOf(room, 0n)));
  const all = left;
  for (const rule of judged.program.rules) {
    if (!actsOnPurchases(rule) || !acts(judged, rule, now)) continue;
    const off = takenOffBy(judged, rule.effects, total);
    left = off > left ? 0n : left - off;
  }
  const shares = sharedWithin(all - left, open, rooms);
  return offers.map((offer, index) => ({
    ...offer,
    price: offer.price - (shares[index] ?? 0n),
    least: floorOf(judged, lines[index], offer.list),
  }));
}

/** What every line costs before anything is taken off: the lowest offer, items bought together, no less than a floor. */
function offersOf(
  judged: Judged,
  lines: readonly GoodsLine[],
  now: Circumstances,
  lists: readonly bigint[],
): Offered[] {
  const single = lines.map((line, index) => offerFor(judged, line, now, lists[index] ?? 0n));
  return withSets(judged, lines, now, single).map((offer, index) => {
    const least = floorOf(judged, lines[index], offer.list);
    return least > offer.price ? { ...offer, price: least } : offer;
  });
}

/** What delivery costs, and the rule that made it free; null: nothing is delivered. */
export function deliveryOf(
  judged: Judged,
  delivery: string | undefined,
  lines: readonly GoodsLine[],
  now: Circumstances | null,
  lists: readonly bigint[],
): { readonly price: bigint; readonly rule: string | null } | null {
  const price = floor(minorUnits(decimal(delivery ?? '0'), judged.program.currency.minorDigits));
  if (price === 0n) return null;
  if (now === null) return { price, rule: null };
  const total = totalOf(offersOf(judged, lines, now, lists).map((offer) => offer.price));
  const free = judged.program.rules.find(
    (rule) =>
      actsOnPurchases(rule) &&
      acts(judged, rule, now) &&
      rule.effects.some((effect) => effect.kind === 'freeDelivery' && total >= thresholdOf(judged, effect.from)),
  );
  return free === undefined ? { price, rule: null } : { price: 0n, rule: free.name };
}

function thresholdOf(judged: Judged, from: Parameters<typeof amountOf>[1] | null): bigint {
  return from === null ? 0n : floor(minorUnits(amountOf(judged, from), judged.program.currency.minorDigits));
}

/** The highest share of the list price below which no price of the line goes. */
function floorOf(judged: Judged, line: GoodsLine | undefined, list: bigint): bigint {
  if (line === undefined) return 0n;
  return judged.program.stacking.floors
    .filter(({ goods }) => concerns(judged.program, goods, line))
    .map(({ share }) => lesserOf(list, shareOf(list, amountOf(judged, share))))
    .reduce(greaterOf, 0n);
}

function lesserOf(a: bigint, b: bigint): bigint {
  return a < b ? a : b;
}

function greaterOf(a: bigint, b: bigint): bigint {
  return a < b ? b : a;
}

/** Once at the highest step that is reached, for each full amount as often as it is there; no more than the rule may. */
function takenOffBy(judged: Judged, effects: readonly Effect[], total: bigint): bigint {
  const found: { from: bigint; amount: bigint; most: bigint | null; each: boolean }[] = [];
  for (const effect of effects) {
    if (effect.kind !== 'takeOff') continue;
    const [from, once] = [thresholdOf(judged, effect.from), thresholdOf(judged, effect.amount)];
    if (total < from) continue;
    const most = effect.most === null ? null : thresholdOf(judged, effect.most);
    const one = { from, amount: effect.each ? once * (total / from) : once, most, each: effect.each };
    const step = effect.each ? -1 : found.findIndex(({ each }) => !each);
    if (step < 0) found.push(one);
    else if (from > (found[step]?.from ?? 0n)) found[step] = one;
  }
  return found.reduce((off, { amount, most }) => {
    const room = most === null ? amount : greaterOf(most - off, 0n);
    return off + lesserOf(amount, room);
  }, 0n);
}

/**
 * Each line costs the lowest offer that is below its list price, the earlier rule's at a tie (E4, decision 4); where some
 * are to stand alone, the lowest of these.
 */
function offerFor(judged: Judged, line: GoodsLine, now: Circumstances, list: bigint): Offered {
  const listed: LinePrice = { list, price: list, rule: null, set: null };
  let best = listed;
  let bestOnly: LinePrice | null = null;
  for (const rule of judged.program.rules) {
    if (!actsOnPurchases(rule)) continue;
    if (!acts(judged, rule, now)) continue;
    for (const effect of rule.effects) {
      if (effect.kind !== 'payShare' && effect.kind !== 'payFixed') continue;
      if (!concerns(judged.program, effect.goods, line) || !isForTier(effect, now)) continue;
      const price =
        effect.kind === 'payShare'
          ? shareOf(list, amountOf(judged, effect.share))
          : shareOf(thresholdOf(judged, effect.price), decimal(line.quantity));
      if (effect.only) bestOnly ??= listed;
      if (effect.only && bestOnly !== null && price < bestOnly.price)
        bestOnly = { list, price, rule: rule.name, set: null };
      if (price < best.price) best = { list, price, rule: rule.name, set: null };
    }
  }
  const taken = bestOnly ?? best;
  return { ...taken, alone: bestOnly !== null && bestOnly.rule !== null };
}

function isForTier(effect: Effect, now: Circumstances): boolean {
  return effect.kind !== 'payShare' || effect.tier === null || now.past.tiers[effect.tier.ladder] === effect.tier.tier;
}

function shareOf(list: bigint, share: Fraction): bigint {
  return rounded(times(whole(list), share), 'halfUp');
}
