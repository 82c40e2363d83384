import type { Moment } from './condition.ts';
import { allocate } from './number.ts';
import type { AmountOff } from './plan.ts';
import type { Prices } from './pricing.ts';
import type { Source } from './reason.ts';

/** What one rule takes off a purchase, minor units. */
export interface TakenOff {
  readonly by: Source;
  readonly amount: number;
}

/**
 * Takes amounts off the prices of a purchase (semantics E4). Thresholds are held against the prices before anything is taken
 * off; what is taken off in all is shared over the lines in proportion to their prices. Lines whose price keeps every other
 * offer away neither count nor become cheaper.
 */
export function takeOff(moment: Moment, { lines, by, ...priced }: Prices): Prices {
  const open = lines.map((price, i) => (by[i]?.only === true ? 0 : price));
  const total = open.reduce((sum, price) => sum + price, 0);
  let left = total;
  const takenOff: TakenOff[] = [];
  for (const { source, amount } of reached(moment, total)) {
    const some = Math.min(left, amount);
    left -= some;
    if (some > 0) takenOff.push({ by: source, amount: some });
  }
  if (left === total) return { lines, by, ...priced };
  const off = allocate(total - left, open);
  const reduced = lines.map((price, i) => price - (off[i] ?? 0));
  return { lines: reduced, by, total: priced.total - total + left, off, takenOff };
}

/** What each rule takes off: of several steps of one rule only the highest; for each full amount as often as it is there. */
function reached(moment: Moment, total: number): readonly { readonly source: Source; readonly amount: number }[] {
  const found = new Map<string, AmountOff>();
  const amounts: { source: Source; amount: number }[] = [];
  for (const off of moment.today.amountsOff) {
    const { rule, source, when, amount, from, each } = off;
    if (total < from || (when !== null && !when(moment))) continue;
    if (each) amounts.push({ source, amount: amount * Math.floor(total / from) });
    else if ((found.get(rule.name)?.from ?? -1) < from) found.set(rule.name, off);
  }
  return [...[...found.values()].map(({ source, amount }) => ({ source, amount })), ...amounts];
}
