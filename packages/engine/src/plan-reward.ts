import type { PlannedSpending } from './plan-spending.ts';
import type { Duration, Given, Program } from './program.ts';
import { ProgramError } from './program.ts';
import type { Source } from './reason.ts';
import { type Stated, wholeMoney, wholePoints } from './stated.ts';

/** A reward with plain amounts. */
export interface PlannedReward {
  readonly source: Source;
  /** How its points are spent, with the reward's own terms among them. */
  readonly spending: PlannedSpending;
  readonly price: number;
  readonly gives: readonly PlannedGiven[];
  readonly stores: readonly string[] | null;
  readonly reversible: Duration;
}
/** What is given; money in minor units. */
export type PlannedGiven =
  | { readonly kind: 'gift' | 'coupon'; readonly name: string }
  | { readonly kind: 'storedValue' | 'voucher' | 'cash'; readonly amount: number };

export function planReward(
  reward: Program['rewards'][number],
  version: string,
  stated: Stated,
  spendings: readonly PlannedSpending[],
): PlannedReward {
  const { name, wallet, least, inIssuingStore, gives, stores, reversible, at } = reward;
  const spending = spendings.find((each) => each.name === wallet);
  const price = wholePoints(reward.price, name, stated);
  if (spending === undefined) throw new ProgramError(`"${name}" is bought with "${wallet}", which there are not`);
  if (price <= 0) throw new ProgramError(`"${name}" costs nothing`);
  return {
    source: { rule: name, version, at },
    spending: {
      ...spending,
      least: Math.max(spending.least, least === null ? 0 : wholePoints(least, name, stated)),
      inIssuingStore: spending.inIssuingStore || inIssuingStore,
    },
    price,
    gives: gives.map((given) => planGiven(given, name, stated)),
    stores,
    reversible,
  };
}

export function planGiven(given: Given, name: string, stated: Stated): PlannedGiven {
  if ('name' in given) return { kind: given.kind, name: given.name };
  const amount = wholeMoney(given.money, name, stated);
  if (amount <= 0) throw new ProgramError(`"${name}" gives nothing`);
  return { kind: given.kind, amount };
}
