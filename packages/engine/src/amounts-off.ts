import type { Moment } from './condition.ts';
import { allocateWithin, floorUnder } from './floor.ts';
import { sumOf } from './number.ts';
import type { AmountOff } from './plan.ts';
import type { Prices } from './pricing.ts';
import type { Rule } from './program.ts';
import type { Source } from './reason.ts';

/** What one rule or coupon takes off a purchase, minor units. */
export interface TakenOff {
  readonly kind: 'rule' | 'coupon';
  readonly by: Source;
  readonly amount: number;
  /** What was beyond the most that the rule takes off (E5). */
  readonly beyond: number;
}

/**
 * Takes amounts off the prices of a purchase (semantics E4). Thresholds are held against the prices before anything is taken
 * off; what is taken off in all is shared over the lines in proportion to their prices, none below its floor. Lines whose
 * price keeps every other offer away neither count nor become cheaper.
 */
export function takeOff(moment: Moment, prices: Prices): Prices {
  if (moment.today.amountsOff.length === 0) return prices;
  const { lines, by } = prices;
  const open = lines.map((price, i) => (by[i]?.only === true ? 0 : price));
  const floors = moment.purchase.lines.map((line) => floorUnder(moment.today.floors, line));
  const rooms = open.map((price, i) => Math.max(0, price - (floors[i]?.least ?? 0)));
  const room = sumOf(rooms);
  let left = room;
  const takenOff: TakenOff[] = [];
  for (const { source, amount, beyond } of reached(moment, sumOf(open))) {
    const some = Math.min(left, amount);
    left -= some;
    if (some > 0) takenOff.push({ kind: 'rule', by: source, amount: some, beyond });
  }
  if (left === room) return prices;
  const off = allocateWithin(room - left, open, rooms);
  const reduced = lines.map((price, i) => price - (off[i] ?? 0));
  const held = lines.map((_, i) => {
    const floor = floors[i] ?? null;
    return floor !== null && reduced[i] === floor.least ? floor.shareText : (prices.held?.[i] ?? null);
  });
  return { ...prices, lines: reduced, total: prices.total - room + left, held, off, takenOff };
}

/** What each rule takes off: of several steps of one rule only the highest; for each full amount as often as it is there. */
function reached(
  moment: Moment,
  total: number,
): readonly { readonly source: Source; readonly amount: number; readonly beyond: number }[] {
  const found: AmountOff[] = [];
  for (const off of moment.today.amountsOff) {
    if (total < off.from || (off.when !== null && !off.when(moment))) continue;
    const lower = off.each ? -1 : found.findIndex(({ rule, each }) => rule === off.rule && !each);
    if (lower === -1) found.push(off);
    else if ((found[lower]?.from ?? 0) < off.from) found[lower] = off;
  }
  const taken = new Map<Rule, number>();
  return found.map(({ rule, source, amount: once, from, each, most }) => {
    const wanted = each ? once * Math.floor(total / from) : once;
    const before = taken.get(rule) ?? 0;
    const amount = Math.max(0, Math.min(wanted, most - before));
    taken.set(rule, before + amount);
    return { source, amount, beyond: wanted - amount };
  });
}
