import { type Counter, copyCounter, emptyCounter } from './counter.ts';
import type { Metric } from './program.ts';

/** What an account keeps of its past; null in the record while nothing has been counted. */
export interface Past {
  /** In the order of the engine's list of what is counted. */
  readonly counters: Counter[];
  lastPurchaseDay: number | null;
}

export function openPast(counted: readonly { readonly key: string }[]): Past {
  return { counters: counted.map(({ key }) => emptyCounter(key)), lastPurchaseDay: null };
}

export function copyPast({ counters, lastPurchaseDay }: Past): Past {
  return { counters: counters.map(copyCounter), lastPurchaseDay };
}

/** Names what a metric counts: two metrics over different windows are read off one counter. */
export function keyOf({ of, goods, wallet, event }: Omit<Metric, 'window'>): string {
  if (event !== null) return JSON.stringify([of, event.name, ...(event.fact === null ? [] : [event.fact])]);
  return JSON.stringify([of, goods ?? wallet ?? '']);
}
