import * as z from 'zod';
import { Amount, Duration, MonthDay, Name, Span } from './program-values.ts';

/** Wallets of points: rounding, waiting, expiry, conversion, spending. */

/** An automatic conversion: every `each` points become `gives` of stored value, as soon as they are there (E6). */
const Conversion = z.strictObject({
  each: Amount,
  gives: Amount,
  /** A member may ask to keep points from converting. */
  unlessKept: z.boolean(),
  at: Span,
});

/** How points pay for a purchase: every `each` points pay `gives`, in whole steps (E1). */
const Payment = z.strictObject({
  each: Amount,
  gives: Amount,
  /** The largest share of the amount due that points may pay; null: all of it. */
  most: Amount.nullable(),
  /** Points pay the whole amount due or nothing of it. */
  allOrNothing: z.boolean(),
  /** Whether what is paid in other ways beside points earns. */
  restEarns: z.boolean(),
  at: Span,
});

/** What holds for points whatever they are spent on. */
const Spending = z.strictObject({
  /** The balance from which points may be spent; null: from the first point. */
  least: Amount.nullable(),
  /** Only in the store that issued the card. */
  inIssuingStore: z.boolean(),
  /** Null: points pay for no purchase. */
  pays: Payment.nullable(),
});

/** What a member can do that renews points which lapse without it. */
const ACTIVITIES = ['purchase', 'visit'] as const;
export type Activity = (typeof ACTIVITIES)[number];

const Deadline = z.discriminatedUnion('kind', [
  /** A span after earning, through the end of that local day, or of its month, quarter or year. */
  z.strictObject({
    kind: z.literal('after'),
    span: Duration,
    through: z.enum(['day', 'month', 'quarter', 'year']),
    at: Span,
  }),
  /**
   * Through the end of a date, so many years after the year of earning; 0: the first such date from the day of earning on.
   * Where a month lacks the day, its last one.
   */
  z.strictObject({ kind: z.literal('date'), on: MonthDay, years: z.int().min(0).max(20), at: Span }),
  /** A span after earning or after the last of these activities, each of which renews all lots. */
  z.strictObject({ kind: z.literal('idle'), span: Duration, without: z.array(z.enum(ACTIVITIES)).min(1), at: Span }),
]);
/** When points expire (semantics T8). */
export type Deadline = z.infer<typeof Deadline>;

/** Of several deadlines, the earliest or the latest counts. */
export const Expiry = z.strictObject({ of: z.array(Deadline).min(1).max(10), counts: z.enum(['earliest', 'latest']) });
export type Expiry = z.infer<typeof Expiry>;

export const Wallet = z.strictObject({
  name: Name,
  rounding: z.enum(['down', 'halfUp', 'up']),
  /** How long points are pending before they can be used; null: not at all. */
  availableAfter: Duration.nullable(),
  /** Null: never. */
  expiry: Expiry.nullable(),
  conversion: Conversion.nullable(),
  spending: Spending,
  /** Ways of paying that earn nothing in this wallet, beside points themselves. */
  notEarning: z.array(z.enum(['voucher', 'storedValue'])),
  at: Span.nullable(),
});
export type Wallet = z.infer<typeof Wallet>;
