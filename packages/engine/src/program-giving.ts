import * as z from 'zod';
import { Metric } from './program-condition.ts';
import { Amount, Name, Span } from './program-values.ts';

/** What is given beside points, and what is given for what a window measured. */

/** Something that the host hands out. */
export const Handed = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('gift'), name: Name }),
  z.strictObject({ kind: z.literal('coupon'), name: Name }),
  z.strictObject({ kind: z.literal('voucher'), money: Amount }),
  z.strictObject({ kind: z.literal('cash'), money: Amount }),
]);

/** What an award goes by: something counted over a window, or the points of a wallet that are there. */
const Measured = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('metric'), metric: Metric }),
  z.strictObject({ kind: z.literal('balance'), wallet: Name }),
]);
export type Measured = z.infer<typeof Measured>;

/** What a band gives: so much of a wallet, or something that the host hands out. */
const Awarded = z.discriminatedUnion('kind', [
  ...Handed.options,
  z.strictObject({ kind: z.literal('earned'), wallet: Name, amount: Amount }),
]);
export type Awarded = z.infer<typeof Awarded>;

const Band = z.strictObject({
  /** What of the measure reaches the band; null: nothing is needed. Of several, the highest that is reached gives. */
  from: Amount.nullable(),
  gives: Awarded,
  /** For each so much of the measure; null: once. */
  per: Amount.nullable(),
  /** Only for whole ones. */
  full: z.boolean(),
  at: Span,
});
export type Band = z.infer<typeof Band>;

/** Gives for what was measured, by bands (E7). */
export const Award = z.strictObject({
  kind: z.literal('award'),
  of: Measured,
  bands: z.array(Band).min(1),
  at: Span,
});
export type Award = z.infer<typeof Award>;
