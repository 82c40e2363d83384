import type { Moment, Test } from './condition.ts';
import type { PurchaseHappening } from './happening.ts';
import type { PlannedRule } from './plan.ts';
import type { Build } from './plan-effects.ts';
import type { Prices } from './pricing.ts';
import type { Effect, Rule } from './program.ts';
import type { Source } from './reason.ts';
import { whole } from './stated.ts';

/**
 * Delivery is an amount of its own beside the goods (semantics E1): it earns nothing, is no spend, and does not come back
 * with goods. A rule can make it free.
 */
export interface FreeDelivery {
  readonly rule: Rule;
  readonly source: Source;
  /** Null: always. */
  readonly when: Test | null;
  /** What the prices must come to; nothing: 0. */
  readonly from: number;
}

export function freeDelivery(
  { rule, source, when }: PlannedRule,
  { from, at }: Extract<Effect, { kind: 'freeDelivery' }>,
  build: Build,
): FreeDelivery {
  return { rule, source: { ...source, at }, when, from: from === null ? 0 : whole(build.minor(from), rule.name) };
}

/** What delivery costs, minor units, and the rule that made it free. */
export interface DeliveryPrice {
  readonly list: number;
  readonly price: number;
  readonly by: Source | null;
}

/** The price of delivery for a purchase with these prices (null: list prices); null: there is nothing to deliver. */
export function deliveryPrice(moment: Moment, prices: Prices | null): DeliveryPrice | null {
  const { purchase, today } = moment;
  const listed = deliveryAtList(purchase);
  if (listed === null || today.freeDelivery.length === 0) return listed;
  const counted = prices === null ? purchase.listTotal : beforeAmountsOff(prices);
  const free = today.freeDelivery.find(({ from, when }) => counted >= from && (when === null || when(moment)));
  return free === undefined ? listed : { list: listed.list, price: 0, by: free.source };
}

/** The same where no rule acts. */
export function deliveryAtList({ delivery }: PurchaseHappening): DeliveryPrice | null {
  return delivery === 0 ? null : { list: delivery, price: delivery, by: null };
}

/** What prices come to before anything is taken off the purchase: thresholds are held against it (E4). */
export function beforeAmountsOff({ total, takenOff }: Prices): number {
  return takenOff.reduce((sum, { amount }) => sum + amount, total);
}
