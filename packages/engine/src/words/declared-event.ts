import type { Refusal } from '../reason.ts';

const CODES = ['unknown-event', 'unknown-event-fact', 'wrong-event-fact'] as const satisfies readonly Refusal['code'][];

/** Why a declared event cannot be told so; each language has its words in a file of its own. */
export type EventRefusal = Extract<Refusal, { code: (typeof CODES)[number] }>;

export function isAboutEvents(refusal: Refusal): refusal is EventRefusal {
  return CODES.some((code) => code === refusal.code);
}
