import { deepStrictEqual } from 'node:assert/strict';
import type { History } from './arbitrary-history.ts';
import { type Seen, traces } from './traces.ts';

/** Throws unless the fast engine and the reference say the same about every event and about the account in the end. */
export function agree(history: History): Seen {
  const { fast, slow, seen } = traces(history);
  deepStrictEqual(fast, slow, 'the engine (actual) and the reference (expected) differ');
  return seen;
}
