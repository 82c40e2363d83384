import { acts, actsOnPurchases, type Circumstances } from './conditions.ts';
import { decimal, type Fraction, floor, minorUnits, rounded, times, whole } from './fraction.ts';
import { concerns, type GoodsLine } from './goods.ts';
import { amountOf, type Judged } from './judged.ts';
import { shared, totalOf } from './sharing.ts';

type Effect = Judged['program']['rules'][number]['effects'][number];

/** What one line costs, in minor units, and the rule that made it so; null: the list price. */
export interface LinePrice {
  readonly list: bigint;
  readonly price: bigint;
  readonly rule: string | null;
}

/** Quantity times unit price, rounded half up once to the minor unit (M7, decision 4). */
export function listPriceOf(judged: Judged, line: GoodsLine): bigint {
  const exact = times(decimal(line.quantity), decimal(line.unitPrice));
  return rounded(minorUnits(exact, judged.program.currency.minorDigits), 'halfUp');
}

/** Every line's price, less its share of the amounts that are taken off the purchase (E4). */
export function pricesOf(
  judged: Judged,
  lines: readonly GoodsLine[],
  now: Circumstances,
  lists: readonly bigint[],
): LinePrice[] {
  const offers = lines.map((line, index) => offerFor(judged, line, now, lists[index] ?? 0n));
  // A price that keeps other offers away has nothing to do with amounts off.
  const open = offers.map(({ price, alone }) => (alone ? 0n : price));
  const total = totalOf(open);
  let left = total;
  for (const rule of judged.program.rules) {
    if (!actsOnPurchases(rule) || !acts(judged, rule, now)) continue;
    const off = takenOffBy(judged, rule.effects, total);
    left = off > left ? 0n : left - off;
  }
  const shares = shared(total - left, open.map(whole));
  return offers.map(({ list, price, rule }, index) => ({ list, price: price - (shares[index] ?? 0n), rule }));
}

/** Once at the highest step that is reached, and for each full amount as often as it is there. */
function takenOffBy(judged: Judged, effects: readonly Effect[], total: bigint): bigint {
  const { minorDigits } = judged.program.currency;
  let off = 0n;
  let step = { from: -1n, amount: 0n };
  for (const effect of effects) {
    if (effect.kind !== 'takeOff') continue;
    const amount = floor(minorUnits(amountOf(judged, effect.amount), minorDigits));
    const from = effect.from === null ? 0n : floor(minorUnits(amountOf(judged, effect.from), minorDigits));
    if (total < from) continue;
    if (effect.each) off += amount * (total / from);
    else if (from > step.from) step = { from, amount };
  }
  return off + step.amount;
}

/**
 * Each line costs the lowest offer that is below its list price, the earlier rule's at a tie (E4, decision 4); where some
 * are to stand alone, the lowest of these.
 */
function offerFor(judged: Judged, line: GoodsLine, now: Circumstances, list: bigint): LinePrice & { alone: boolean } {
  const listed: LinePrice = { list, price: list, rule: null };
  let best = listed;
  let bestOnly: LinePrice | null = null;
  for (const rule of judged.program.rules) {
    if (!actsOnPurchases(rule)) continue;
    if (!acts(judged, rule, now)) continue;
    for (const effect of rule.effects) {
      if (effect.kind !== 'payShare' || !concerns(judged.program, effect.goods, line)) continue;
      if (effect.tier !== null && now.past.tiers[effect.tier.ladder] !== effect.tier.tier) continue;
      const price = shareOf(list, amountOf(judged, effect.share));
      if (effect.only) bestOnly ??= listed;
      if (effect.only && bestOnly !== null && price < bestOnly.price) bestOnly = { list, price, rule: rule.name };
      if (price < best.price) best = { list, price, rule: rule.name };
    }
  }
  const taken = bestOnly ?? best;
  return { ...taken, alone: bestOnly !== null && bestOnly.rule !== null };
}

function shareOf(list: bigint, share: Fraction): bigint {
  return rounded(times(whole(list), share), 'halfUp');
}
