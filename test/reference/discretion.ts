import { acts, actsOnPurchases, type Circumstances } from './conditions.ts';
import { rounded, times, whole } from './fraction.ts';
import { concerns } from './goods.ts';
import { amountOf, type Judged } from './judged.ts';
import type { LinePrice } from './prices.ts';

/**
 * Whether what was paid for each line may stand (M6): where no rule speaks of prices that staff set, always; else the price by
 * the rules, or what lies within the shares of one rule that acts. `now` is null where no rule acts.
 */
export function mayBePaid(
  judged: Judged,
  now: Circumstances | null,
  prices: readonly LinePrice[],
  paid: readonly bigint[],
): boolean {
  if (!speaksOfStaff(judged)) return true;
  return prices.every(({ list, price }, index) => {
    const taken = paid[index] ?? 0n;
    return taken === price || (now !== null && isWithinBounds(judged, now, index, list, taken));
  });
}

/** Whether staff set some price of a purchase that stands. */
export function isSetByStaff(judged: Judged, prices: readonly LinePrice[], paid: readonly bigint[]): boolean {
  return speaksOfStaff(judged) && prices.some(({ price }, index) => paid[index] !== price);
}

/** Whether a program says which prices staff may set. */
export function speaksOfStaff({ program }: Judged): boolean {
  return program.rules.some(({ effects }) => effects.some(({ kind }) => kind === 'staffPrice'));
}

function isWithinBounds(judged: Judged, now: Circumstances, index: number, list: bigint, taken: bigint): boolean {
  return judged.program.rules
    .filter((rule) => actsOnPurchases(rule) && acts(judged, rule, now))
    .flatMap(({ effects }) => effects)
    .some((effect) => {
      const line = now.lines[index];
      if (effect.kind !== 'staffPrice' || line === undefined) return false;
      if (!concerns(judged.program, effect.goods, line)) return false;
      const bounds = [effect.least, effect.most].map((share) =>
        rounded(times(whole(list), amountOf(judged, share)), 'halfUp'),
      );
      return bounds.some((bound) => bound <= taken) && bounds.some((bound) => taken <= bound);
    });
}
