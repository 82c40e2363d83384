import type { Basket, Event, Facts } from '@laurel/engine';

/**
 * What a host hands in with an event: for a return or an exchange the purchase as its log
 * has it, null when there is none, and the exchanges of it; for joining,
 * whether somebody before has the document.
 */
export function factsFor(event: Event | Basket, log: readonly (Event | Basket)[]): Facts | undefined {
  if (!('kind' in event)) return undefined;
  if (event.kind === 'join' && event.identity !== undefined) {
    const { identity } = event;
    const first = log.find((each) => 'kind' in each && each.kind === 'join' && each.identity === identity);
    return { identities: { [identity]: first === undefined || isSame(first, event) ? 'free' : 'taken' } };
  }
  if (event.kind !== 'return' && event.kind !== 'exchange') return undefined;
  const { purchase } = event;
  const found = log.find((each): each is Event => 'kind' in each && each.kind === 'purchase' && each.id === purchase);
  const exchanges = log.flatMap((each): [string, Event][] =>
    'kind' in each && each.kind === 'exchange' && each.purchase === purchase ? [[each.id, each]] : [],
  );
  return { purchases: { ...Object.fromEntries(exchanges), [purchase]: found ?? null } };
}

function isSame(one: Event | Basket, other: Event): boolean {
  return 'account' in one && one.account === other.account;
}
