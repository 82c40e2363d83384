import * as z from 'zod';
import { Condition, Metric } from './program-condition.ts';
import { Amount, Duration, Name, Span } from './program-values.ts';

/** Ladders of tiers: what reaches a tier, when it is looked at, how long it holds, what takes it away. */

const REVIEW_PERIODS = ['day', 'week', 'month', 'quarter', 'halfYear', 'year'] as const;
export type ReviewPeriod = (typeof REVIEW_PERIODS)[number];

const Tier = z.strictObject({
  name: Name,
  /** What of the ladder's count reaches it, inclusive; null: it has no threshold of its own. */
  from: Amount.nullable(),
  /** What must hold to reach it; null: nothing more. A tier with neither is everybody's from the start. */
  when: Condition.nullable(),
  /** What keeps it at a review, where that differs from what reaches it (L5). */
  keepFrom: Amount.nullable(),
  keepWhen: Condition.nullable(),
  at: Span,
});
export type Tier = z.infer<typeof Tier>;

const Lapse = z.strictObject({
  /** Without a purchase for so long, or in each calendar month without one; again after each further one (L4). */
  after: z.union([Duration, z.literal('calendarMonth')]),
  /** One tier down, or to the named one. */
  to: z.union([z.literal('down'), z.strictObject({ tier: Name })]),
  /** It never goes below this tier. */
  floor: Name.nullable(),
  /** The count falls to the threshold of the tier that the member fell to, starts again from nothing, or stays. */
  climbing: z.enum(['fromThreshold', 'anew', 'untouched']),
  at: Span,
});
export type Lapse = z.infer<typeof Lapse>;

export const Ladder = z.strictObject({
  name: Name,
  /** What the thresholds of its tiers are held against; null: every tier says what must hold. */
  counts: Metric.nullable(),
  /** The lowest first. */
  tiers: z.array(Tier).min(1).max(100),
  review: z.strictObject({
    /** Tiers are looked at when such a period ends; null: never. */
    every: z.enum(REVIEW_PERIODS).nullable(),
    /** Up as soon as it is reached, or at reviews alone (L2). */
    up: z.enum(['atOnce', 'atReviews']),
    /** At most one tier up in each of these; null: as many as are reached. */
    oneUpPer: z.enum(REVIEW_PERIODS).nullable(),
    /** A review takes one tier down at most (L5). */
    oneDown: z.boolean(),
  }),
  /** How long a tier holds whatever is counted (L3); null: until a review. */
  holds: z
    .union([Duration, z.strictObject({ endOf: z.enum(REVIEW_PERIODS), later: z.int().min(0).max(10) })])
    .nullable(),
  lapse: Lapse.nullable(),
  /** Reaching a tier takes its threshold off the count. */
  usesUp: z.boolean(),
  at: Span,
});
/** A ladder of tiers (L1 to L7). */
export type Ladder = z.infer<typeof Ladder>;
