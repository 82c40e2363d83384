import { NOTHING_KNOWN, type Outside } from './clockwork.ts';
import type { Event } from './event.ts';
import type { Happening, Reading } from './happening.ts';
import { receiptOf } from './receipts.ts';
import { type Clockwork, planAt } from './schedule.ts';
import { type AccountRecord, compareMarks } from './state.ts';
import type { Facts, Need } from './step.ts';

/** What an event must be told that its account does not know: one door for the facts of others (P1). */

/** Everything that the host has to look up for an event of this account; nothing for one that is not new (M5). */
export function needsOf(work: Clockwork, happening: Happening, record: AccountRecord): readonly Need[] {
  if (happening.account !== record.account || compareMarks(happening, record.mark) <= 0) return [];
  switch (happening.kind) {
    case 'return':
    case 'exchange': {
      // The account keeps only what proves the purchase (R1), and every exchange of it.
      const { purchase } = happening;
      const exchanges = receiptOf(record.receipts, purchase)?.back?.exchanges ?? [];
      return [purchase, ...exchanges.map(({ id }) => id)].map((id) => ({ kind: 'purchase', purchase: id }));
    }
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
  record: AccountRecord,
): Outside | { readonly needs: readonly Need[] } {
  const missing: Need[] = [];
  let outside = NOTHING_KNOWN;
  for (const need of needsOf(work, happening, record)) {
    if (need.kind === 'purchase') {
      const found = answer(facts?.purchases, need.purchase);
      if (found === undefined) missing.push(need);
      if (found === undefined || found === null) continue;
      const reading = ready(found);
      const known = reading.ok ? reading.value : null;
      const isOriginal = 'purchase' in happening && need.purchase === happening.purchase;
      if (isOriginal && known?.kind === 'purchase') outside = { ...outside, original: known };
      if (!isOriginal && known?.kind === 'exchange') {
        outside = { ...outside, exchanges: [...outside.exchanges, known] };
      }
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
