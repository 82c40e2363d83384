import { acts, actsOnPurchases, type Circumstances } from './conditions.ts';
import { decimal, type Fraction, minorUnits, rounded, times, whole } from './fraction.ts';
import { concerns, type GoodsLine } from './goods.ts';
import { amountOf, type Judged } from './judged.ts';

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

/**
 * Each line costs the lowest offer that is below its list price, the earlier rule's at a tie (E4, decision 4); where some
 * are to stand alone, the lowest of these.
 */
export function priceOf(judged: Judged, line: GoodsLine, now: Circumstances, list: bigint): LinePrice {
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
  return bestOnly ?? best;
}

function shareOf(list: bigint, share: Fraction): bigint {
  return rounded(times(whole(list), share), 'halfUp');
}
