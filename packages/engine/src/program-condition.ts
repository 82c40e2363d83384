import * as z from 'zod';
import { Amount, CivilDate, Duration, Month, Name, Range, Span, Unit, Weekday } from './program-values.ts';

/** What rules and tiers ask: amounts of a purchase, days, the member, and what was counted of the past. */

/** An amount that a purchase has: which one, and what it can be (semantics E2). */
export const Measure = z.strictObject({
  of: z.enum(['listPrice', 'paid']),
  unit: Unit,
  scale: z.int().min(0).max(9),
  range: Range,
});
export type Measure = z.infer<typeof Measure>;

/** What a rate can be on: money, or how many were bought. */
export const RateMeasure = Measure.extend({ of: z.enum(['listPrice', 'paid', 'quantity']) });
export type RateMeasure = z.infer<typeof RateMeasure>;

const COMPARISONS = ['atLeast', 'moreThan', 'lessThan', 'atMost', 'exactly'] as const;
export type Comparison = (typeof COMPARISONS)[number];

const MinuteOfDay = z.int().min(0).max(1439);
const WINDOW_PERIODS = ['day', 'week', 'month', 'quarter', 'halfYear', 'year', 'membershipYear'] as const;
/** A stretch of the calendar in which every day lies once. Quarters and half-years are counted from the start of the year. */
export type WindowPeriod = (typeof WINDOW_PERIODS)[number];

const Window = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('this'), period: z.enum(WINDOW_PERIODS) }),
  z.strictObject({ kind: z.literal('previous'), period: z.enum(WINDOW_PERIODS) }),
  z.strictObject({ kind: z.literal('last'), count: z.int().min(1).max(100_000), unit: z.enum(['day', 'month']) }),
  z.strictObject({ kind: z.literal('monthsBefore'), count: z.int().min(1).max(100_000) }),
  z.strictObject({ kind: z.literal('ever') }),
]);
/** Whole local days over which something is counted (T4). `monthsBefore`: full months before the current one. */
export type Window = z.infer<typeof Window>;

export const Metric = z.strictObject({
  /**
   * `spend`: what was paid and may earn, less what came back. `purchases`: those that did not come back whole.
   * `points`: earned, less what was taken back. `events`: how many, or the sum of a fact of them.
   */
  of: z.enum(['spend', 'purchases', 'visits', 'points', 'events']),
  /** The goods that `spend` is counted on; null: everything. */
  goods: Name.nullable(),
  /** The wallet of `points`; null for everything else. */
  wallet: Name.nullable(),
  /** The declared event of `events`, and the number that is summed, null: how many; null for everything else. */
  event: z.strictObject({ name: Name, fact: Name.nullable() }).nullable(),
  window: Window,
});
/** What is counted of an account's past, from its first event on (M9). */
export type Metric = z.infer<typeof Metric>;

/** What a condition wants of a fact that the host tells. */
const FactTest = z.discriminatedUnion('kind', [
  /** A yes. */
  z.strictObject({ kind: z.literal('yes') }),
  /** This text, by itself or among several. */
  z.strictObject({ kind: z.literal('text'), text: z.string().max(2000) }),
  z.strictObject({ kind: z.literal('number'), is: z.enum(COMPARISONS), to: Amount }),
  /** The day is the date, or one of several. */
  z.strictObject({ kind: z.literal('day') }),
  /** The day is the date, or one of several, in its year or a later one; of 29 February as for birthdays (T3). */
  z.strictObject({ kind: z.literal('anniversary') }),
]);
export type FactTest = z.infer<typeof FactTest>;

const Leaf = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('dayIn'), calendar: Name, at: Span }),
  z.strictObject({ kind: z.literal('weekday'), in: z.array(Weekday).min(1), at: Span }),
  z.strictObject({ kind: z.literal('month'), in: z.array(Month).min(1), at: Span }),
  /** From one date to another, both included; null: without that end. */
  z.strictObject({ kind: z.literal('dates'), from: CivilDate.nullable(), to: CivilDate.nullable(), at: Span }),
  /** From a time of the wall clock, in minutes, up to another, which is not included any more; it may run over midnight. */
  z.strictObject({ kind: z.literal('hours'), from: MinuteOfDay, to: MinuteOfDay, at: Span }),
  z.strictObject({ kind: z.literal('birthday'), within: z.enum(['day', 'month']), at: Span }),
  z.strictObject({
    kind: z.literal('compare'),
    measure: Measure,
    is: z.enum(COMPARISONS),
    to: Amount,
    at: Span,
  }),
  z.strictObject({ kind: z.literal('basketHas'), goods: Name, at: Span }),
  /** A metric before this purchase, or with it where `withThis` says so. */
  z.strictObject({
    kind: z.literal('metric'),
    metric: Metric,
    withThis: z.boolean(),
    is: z.enum(COMPARISONS),
    to: Amount,
    at: Span,
  }),
  /** How long ago something was, in whole local days. What never was is not any time ago. */
  z.strictObject({
    kind: z.literal('ago'),
    what: z.enum(['joining', 'lastPurchase']),
    is: z.enum(COMPARISONS),
    than: Duration,
    at: Span,
  }),
  /** The member stands on a tier, or above it too. */
  z.strictObject({ kind: z.literal('tier'), ladder: Name, tier: Name, orAbove: z.boolean(), at: Span }),
  /** The member's age in full years. */
  z.strictObject({ kind: z.literal('age'), is: z.enum(COMPARISONS), to: Amount, at: Span }),
  /** A fact of the member. What nobody told is none of what is wanted. */
  z.strictObject({ kind: z.literal('fact'), fact: Name, wants: FactTest, at: Span }),
  /** A fact of the declared event at hand. */
  z.strictObject({ kind: z.literal('eventFact'), fact: Name, wants: FactTest, at: Span }),
]);
/** A condition without and, or, not: one fact held against one value. */
export type LeafCondition = z.infer<typeof Leaf>;

/** A condition of a rule: leaves joined by `all`, `any` and `not`. */
export type Condition =
  | LeafCondition
  | { kind: 'all'; of: Condition[] }
  | { kind: 'any'; of: Condition[] }
  | { kind: 'not'; of: Condition };
export const Condition: z.ZodType<Condition> = z.lazy(() =>
  z.union([
    Leaf,
    z.strictObject({ kind: z.literal('all'), of: z.array(Condition).min(1) }),
    z.strictObject({ kind: z.literal('any'), of: z.array(Condition).min(1) }),
    z.strictObject({ kind: z.literal('not'), of: Condition }),
  ]),
);
