import type { Refusal } from '../reason.ts';

const CODES = ['unknown-benefit', 'not-entitled', 'used-up'] as const satisfies readonly Refusal['code'][];

/** Why a benefit cannot be used; each language has its words in a file of its own. */
export type BenefitRefusal = Extract<Refusal, { code: (typeof CODES)[number] }>;

export function isAboutBenefits(refusal: Refusal): refusal is BenefitRefusal {
  return CODES.some((code) => code === refusal.code);
}
