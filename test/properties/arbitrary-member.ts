import type { Event } from '@laurel/engine';
import fc from 'fast-check';
import { type ToldFacts, toldFacts } from './arbitrary-facts.ts';

type PurchaseEvent = Extract<Event, { kind: 'purchase' }>;

/** What join and profile events tell of a member. */

const DOCUMENTS = ['D1', 'D1', 'D1', 'D1', 'D1', 'D2', 'D3'];

/** What a join event names beside its member. */
export interface Naming {
  readonly identity: string | undefined;
  readonly referrer: string | undefined;
  /** The purchase before, where there is one. */
  readonly purchase: boolean;
}

/** What is told of a member beside the birthday. */
export interface Told {
  readonly store: string | undefined;
  readonly keepsPoints: boolean | undefined;
  readonly facts: ToldFacts | undefined;
}

export const naming: fc.Arbitrary<Naming> = fc.record({
  identity: fc.oneof(
    { weight: 9, arbitrary: fc.constantFrom(...DOCUMENTS) },
    { weight: 1, arbitrary: fc.constant(undefined) },
  ),
  referrer: fc.constantFrom(undefined, 'm2'),
  purchase: fc.boolean(),
});

export const NOTHING_TOLD: Told = { store: undefined, keepsPoints: undefined, facts: undefined };
export const told: fc.Arbitrary<Told> = fc.record({
  store: fc.constantFrom('north', 'north', 'south', undefined),
  keepsPoints: fc.constantFrom(true, false, undefined, undefined),
  facts: toldFacts,
});

export function named({ identity, referrer, purchase }: Naming, before: PurchaseEvent | undefined) {
  return {
    ...(identity === undefined ? {} : { identity }),
    ...(referrer === undefined ? {} : { referrer }),
    ...(purchase && before !== undefined ? { purchase: before.id } : {}),
  };
}

/** What a join or a profile event tells. */
interface Telling {
  readonly birthday: string | null | undefined;
  readonly told: Told;
}

export function profileOf({ birthday, told: { keepsPoints, facts } }: Telling) {
  return {
    ...(birthday === undefined ? {} : { birthday }),
    ...(keepsPoints === undefined ? {} : { keepsPoints }),
    ...(facts === undefined ? {} : { facts }),
  };
}

export function storeOf({ told: { store } }: Telling) {
  return store === undefined ? {} : { store };
}
