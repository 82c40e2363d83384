import type { Basket, Event, Facts } from '@laurel/engine';

/** What a host hands in with an event: for a return the purchase as its log has it, null when there is none. */
export function factsFor(event: Event | Basket, log: readonly (Event | Basket)[]): Facts | undefined {
  if (!('kind' in event) || event.kind !== 'return') return undefined;
  const { purchase } = event;
  const found = log.find((each): each is Event => 'kind' in each && each.kind === 'purchase' && each.id === purchase);
  return { purchases: { [purchase]: found ?? null } };
}
