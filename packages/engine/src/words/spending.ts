import type { Refusal } from '../reason.ts';

const CODES = [
  'no-rule-acts',
  'other-store',
  'wrong-store',
  'unknown-reward',
  'unknown-redemption',
  'below-minimum',
  'wrong-step',
  'must-cover-all',
  'more-than-share',
] as const satisfies readonly Refusal['code'][];

/** Why something cannot be spent or used; each language has its words in a file of its own. */
export type SpendingRefusal = Extract<Refusal, { code: (typeof CODES)[number] }>;

export function isAboutSpending(refusal: Refusal): refusal is SpendingRefusal {
  return CODES.some((code) => code === refusal.code);
}
