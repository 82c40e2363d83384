import { NOTHING_KNOWN, type Outside } from './clockwork.ts';
import type { Event } from './event.ts';
import type { Happening, Reading } from './happening.ts';
import { type Clockwork, planAt } from './schedule.ts';
import type { Facts, Need } from './step.ts';

/** What an event must be told that its account does not know: one door for the facts of others (P1). */

/** Everything that the host has to look up for an event of this account. */
export function needsOf(work: Clockwork, happening: Happening, account: string): readonly Need[] {
  if (happening.account !== account) return [];
  switch (happening.kind) {
    case 'return':
      // The account keeps only what proves the purchase (R1).
      return [{ kind: 'purchase', purchase: happening.purchase }];
    case 'join': {
      const isUnique = planAt(work, happening.atMs)?.program.membership.onePerIdentity ?? false;
      return isUnique && happening.identity !== null ? [{ kind: 'identity', document: happening.identity }] : [];
    }
    default:
      return [];
  }
}

/** The host's answers for an event, made ready; or what is still to be looked up. */
export function outsideOf(
  work: Clockwork,
  ready: (event: Event | Happening) => Reading,
  facts: Facts | undefined,
  happening: Happening,
  account: string,
): Outside | { readonly needs: readonly Need[] } {
  const missing: Need[] = [];
  let outside = NOTHING_KNOWN;
  for (const need of needsOf(work, happening, account)) {
    if (need.kind === 'purchase') {
      const found = answer(facts?.purchases, need.purchase);
      if (found === undefined) missing.push(need);
      if (found === undefined || found === null) continue;
      const reading = ready(found);
      const original = reading.ok && reading.value.kind === 'purchase' ? reading.value : null;
      outside = { ...outside, original };
    }
    if (need.kind === 'identity') {
      const found = answer(facts?.identities, need.document);
      if (found === undefined) missing.push(need);
      else outside = { ...outside, identityTaken: found === 'taken' };
    }
  }
  return missing.length > 0 ? { needs: missing } : outside;
}

/** Ids are any text, `__proto__` too. */
function answer<T>(answers: Readonly<Record<string, T>> | undefined, id: string): T | undefined {
  return answers !== undefined && Object.hasOwn(answers, id) ? answers[id] : undefined;
}
