import type { Refusal } from '../reason.ts';

/** Why something cannot be spent or used; each language has its words in a file of its own. */
export type SpendingRefusal = Extract<
  Refusal,
  { code: 'no-rule-acts' | 'other-store' | 'below-minimum' | 'wrong-step' | 'must-cover-all' | 'more-than-share' }
>;
