import * as z from 'zod';
import { Member } from './program-member.ts';
import {
  Amount,
  CivilDate,
  Decimal,
  Duration,
  Month,
  MonthDay,
  Name,
  Range,
  Span,
  Unit,
  Weekday,
} from './program-values.ts';
import { Wallet } from './program-wallet.ts';

export type { FactKind } from './program-member.ts';
export type { Amount, Duration, MonthDay, Span, Unit } from './program-values.ts';
export { Decimal } from './program-values.ts';
export type { Activity, Deadline, Expiry, Wallet } from './program-wallet.ts';

/** The version of this format. A Program of another version is refused by {@link readProgram}. */
export const PROGRAM_FORMAT = 1;

/** The built-in wallet of money that conversions, top-ups and rules fill. */
export const STORED_VALUE = 'stored value';

/** A host's bug: what was loaded is not a program, or two versions do not fit together. */
export class ProgramError extends Error {}

/** An amount that a purchase has: which one, and what it can be (semantics E2). */
const Measure = z.strictObject({
  of: z.enum(['listPrice', 'paid']),
  unit: Unit,
  scale: z.int().min(0).max(9),
  range: Range,
});
export type Measure = z.infer<typeof Measure>;

/** What a rate can be on: money, or how many were bought. */
const RateMeasure = Measure.extend({ of: z.enum(['listPrice', 'paid', 'quantity']) });
export type RateMeasure = z.infer<typeof RateMeasure>;

const Setting = z.strictObject({
  name: Name,
  unit: Unit,
  scale: z.int().min(0).max(9),
  value: Decimal,
  range: Range,
  at: Span,
});
export type Setting = z.infer<typeof Setting>;

const Days = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('each'), on: MonthDay }),
  z.strictObject({ kind: z.literal('run'), from: MonthDay, to: MonthDay }),
  z.strictObject({ kind: z.literal('date'), date: CivilDate }),
  z.strictObject({ kind: z.literal('dates'), from: CivilDate, to: CivilDate }),
  z.strictObject({ kind: z.literal('nthWeekday'), nth: z.int().min(1).max(5), weekday: Weekday, month: Month }),
  /** In a month that lacks the day, on its last one. */
  z.strictObject({ kind: z.literal('monthly'), day: z.int().min(1).max(31) }),
  z.strictObject({ kind: z.literal('lastWeekday'), weekday: Weekday, month: Month.nullable() }),
]);
/** Days of a calendar. `run` may wrap over the new year; `lastWeekday` without a month means each month. */
export type Days = z.infer<typeof Days>;

export const PRICE_CLASSES = ['regular', 'special', 'clearance', 'discounted'] as const;
/** How an item is priced today; the fixed words of the language. */
export type PriceClass = (typeof PRICE_CLASSES)[number];

const GoodsTest = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('priceClass'), in: z.array(z.enum(PRICE_CLASSES)).min(1) }),
  z.strictObject({ kind: z.literal('category'), in: z.array(Name).min(1) }),
  z.strictObject({ kind: z.literal('brand'), in: z.array(Name).min(1) }),
  z.strictObject({ kind: z.literal('item'), in: z.array(Name).min(1) }),
]);
/** One test on a line of a purchase. */
export type GoodsTest = z.infer<typeof GoodsTest>;

/** A named set of goods: a line belongs when every test holds and none of the sets in `except` has it. */
const Goods = z.strictObject({ name: Name, all: z.array(GoodsTest), except: z.array(Name), at: Span });
export type Goods = z.infer<typeof Goods>;

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

const Metric = z.strictObject({
  /**
   * `spend`: what was paid and may earn, less what came back. `purchases`: those that did not come back whole.
   * `points`: earned, less what was taken back.
   */
  of: z.enum(['spend', 'purchases', 'visits', 'points']),
  /** The goods that `spend` is counted on; null: everything. */
  goods: Name.nullable(),
  /** The wallet of `points`; null for everything else. */
  wallet: Name.nullable(),
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
]);
/** A condition without and, or, not: one fact held against one value. */
export type LeafCondition = z.infer<typeof Leaf>;

/** A condition of a rule: leaves joined by `all`, `any` and `not`. */
export type Condition =
  | LeafCondition
  | { kind: 'all'; of: Condition[] }
  | { kind: 'any'; of: Condition[] }
  | { kind: 'not'; of: Condition };
const Condition: z.ZodType<Condition> = z.lazy(() =>
  z.union([
    Leaf,
    z.strictObject({ kind: z.literal('all'), of: z.array(Condition).min(1) }),
    z.strictObject({ kind: z.literal('any'), of: z.array(Condition).min(1) }),
    z.strictObject({ kind: z.literal('not'), of: Condition }),
  ]),
);

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

const Ladder = z.strictObject({
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

const InTier = z.strictObject({ ladder: Name, tier: Name });

/** Something that the host hands out. */
const Handed = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('gift'), name: Name }),
  z.strictObject({ kind: z.literal('coupon'), name: Name }),
  z.strictObject({ kind: z.literal('voucher'), money: Amount }),
  z.strictObject({ kind: z.literal('cash'), money: Amount }),
]);

/**
 * What earns names a wallet: one of points, or {@link STORED_VALUE}, whose amounts are money (a share stands for so much
 * of each unit of the currency).
 */
const Effect = z.discriminatedUnion('kind', [
  /**
   * Points in proportion to a measure of the lines in `goods`, of every line where it is null: `points` for every `per` of
   * it; where `full`, only for whole ones, counted over the purchase (E2).
   */
  z.strictObject({
    kind: z.literal('earnRate'),
    wallet: Name,
    points: Amount,
    per: Amount,
    measure: RateMeasure,
    goods: Name.nullable(),
    full: z.boolean(),
    at: Span,
  }),
  /** A fixed number of points for the purchase; an addition, not multiplied (E1). */
  z.strictObject({ kind: z.literal('earnFixed'), wallet: Name, points: Amount, at: Span }),
  /** Multiplies the base points of the lines in `goods`, of every line where `goods` is null. */
  z.strictObject({ kind: z.literal('multiply'), wallet: Name, by: Amount, goods: Name.nullable(), at: Span }),
  /**
   * Something that the host hands out for the purchase: once, or for every `per` of what was paid; where `full`, only for
   * whole ones, otherwise money in proportion.
   */
  z.strictObject({ kind: z.literal('hand'), gives: Handed, per: Amount.nullable(), full: z.boolean(), at: Span }),
  /** A message for the host to send to the member, where `member.messages` lets it. */
  z.strictObject({ kind: z.literal('notify'), message: Name, at: Span }),
  /** A competing price: `share` of the list price for the lines in `goods`, of every line where `goods` is null. */
  z.strictObject({
    kind: z.literal('payShare'),
    share: Amount,
    goods: Name.nullable(),
    /** Only for members of this tier; null: for every member. */
    tier: InTier.nullable(),
    /** Where it holds, no other price does (E4). */
    only: z.boolean(),
    at: Span,
  }),
  /** Staff may set the price by hand, from the one share of the list price to the other. */
  z.strictObject({ kind: z.literal('staffPrice'), least: Amount, most: Amount, goods: Name.nullable(), at: Span }),
]);
export type Effect = z.infer<typeof Effect>;

/** The kinds of period that a limit can count in. */
export const PERIODS = ['day', 'week', 'month', 'quarter', 'year', 'membershipYear', 'birthday', 'lifetime'] as const;
/**
 * Whole local days of an account (T4): today, this week, this month …; the year since the member joined or since the
 * anniversary; the half year on either side of a birthday (T3); `lifetime` never ends.
 */
export type Period = (typeof PERIODS)[number];

/** How often a rule may act: so many times in each period of an account (M11). */
const Limit = z.strictObject({ times: z.int().min(1).max(100_000), per: z.enum(PERIODS), at: Span });
export type Limit = z.infer<typeof Limit>;

const CalendarPeriod = z.enum(['month', 'quarter', 'year']);

/** When the calendar lets a rule act (semantics T7): at the start of a local day, unless it is said otherwise. */
const Occasion = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('birthday') }),
  z.strictObject({ kind: z.literal('anniversary') }),
  /** At a time of the day, in minutes of the wall clock. */
  z.strictObject({ kind: z.literal('days'), days: Days, minute: z.int().min(0).max(1439) }),
  z.strictObject({ kind: z.literal('calendar'), calendar: Name }),
  /** So long before a run of the calendar's days begins. */
  z.strictObject({ kind: z.literal('beforeRun'), calendar: Name, span: Duration }),
  z.strictObject({ kind: z.literal('periodStart'), period: CalendarPeriod }),
  /** At the closing instant of the period. */
  z.strictObject({ kind: z.literal('periodEnd'), period: CalendarPeriod }),
  /** So long after joining, or after the account's first purchase. */
  z.strictObject({ kind: z.literal('after'), what: z.enum(['joining', 'firstPurchase']), span: Duration }),
  /** When the last day of so long without a purchase is over. */
  z.strictObject({ kind: z.literal('withoutPurchase'), span: Duration }),
]);
export type Occasion = z.infer<typeof Occasion>;

const Trigger = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('purchase'), at: Span }),
  /** On a purchase for which the member asks for the rule by its name. */
  z.strictObject({ kind: z.literal('request'), at: Span }),
  z.strictObject({ kind: z.literal('visit'), at: Span }),
  z.strictObject({ kind: z.literal('visitOrPurchase'), at: Span }),
  z.strictObject({ kind: z.literal('joining'), at: Span }),
  z.strictObject({ kind: z.literal('occasion'), on: Occasion, at: Span }),
  /** A purchase of a member whom this one introduced: every one, or the first. */
  z.strictObject({ kind: z.literal('referral'), first: z.boolean(), at: Span }),
]);
export type Trigger = z.infer<typeof Trigger>;

const Rule = z.strictObject({
  name: Name,
  trigger: Trigger,
  when: Condition.nullable(),
  effects: z.array(Effect).min(1),
  /** All of them must leave room, or the rule does not act. */
  limits: z.array(Limit),
  at: Span,
});
export type Rule = z.infer<typeof Rule>;

const Given = z.discriminatedUnion('kind', [
  ...Handed.options,
  z.strictObject({ kind: z.literal('storedValue'), money: Amount }),
]);
/** What a member is given beside points. */
export type Given = z.infer<typeof Given>;

/** What points buy at a member's request. */
const Reward = z.strictObject({
  name: Name,
  wallet: Name,
  price: Amount,
  gives: z.array(Given).min(1),
  /** The balance from which it may be had; null: its price is enough. */
  least: Amount.nullable(),
  inIssuingStore: z.boolean(),
  /** The only stores where it may be had; null: all. */
  stores: z.array(Name).min(1).nullable(),
  /** How long it can be taken back: through the end of that local day. */
  reversible: Duration,
  at: Span,
});
export type Reward = z.infer<typeof Reward>;

/** What members are entitled to, and how often they may use it. */
const Benefit = z.strictObject({
  name: Name,
  /** Who is entitled, and when it may be used; null: every member, always. */
  when: Condition.nullable(),
  /** All of them must leave room; none: without limit. What is not used in its period lapses. */
  limits: z.array(Limit),
  /** The only stores, or partners, where it may be used; null: everywhere. */
  stores: z.array(Name).min(1).nullable(),
  at: Span,
});
export type Benefit = z.infer<typeof Benefit>;

const Zone = z.strictObject({
  id: z.string().min(1).max(60),
  /** Seconds east of UTC before the first transition. */
  before: z.int(),
  /** From each epoch second on, so many seconds east of UTC; ascending. */
  transitions: z.array(z.tuple([z.int(), z.int()])),
});
export type Zone = z.infer<typeof Zone>;

const Membership = z.strictObject({
  /** The purchases that make a customer a member, beside the join event, which always does (M9). */
  joinsBy: z.array(
    z.discriminatedUnion('kind', [
      /** The first purchase of at least so much. */
      z.strictObject({ kind: z.literal('purchase'), from: Amount, at: Span }),
      /** The purchase with which everything spent so far comes to at least so much. */
      z.strictObject({ kind: z.literal('spend'), from: Amount, at: Span }),
    ]),
  ),
  /** Whether what is paid with vouchers counts towards joining. */
  vouchersCount: z.boolean(),
  effectiveAfter: Duration.nullable(),
  cardMustBeShown: z.boolean(),
  /** How long without a purchase makes a membership dormant (M9); null: nothing does. */
  dormantAfter: Duration.nullable(),
  /** Whether a join event must name an identity document that no other account has (P1). */
  onePerIdentity: z.boolean(),
  lostCard: z.enum(['replaced', 'checked', 'never']),
  /** What must be left of the joining purchase when goods come back or are exchanged; below it the membership ends. */
  endsBelow: z.strictObject({ least: Amount, at: Span }).nullable(),
  at: Span.nullable(),
});
export type Membership = z.infer<typeof Membership>;

const Stacking = z.strictObject({
  multipliers: z.enum(['highest', 'add', 'multiply']),
  prices: z.enum(['lowest']),
});
export type Stacking = z.infer<typeof Stacking>;

const Returns = z.strictObject({
  /** How long a purchase can be returned: through the end of that local day (R1). */
  within: Duration,
  /** What must be shown for a return or an exchange; the card only by whoever has one. */
  proof: z.array(z.enum(['receipt', 'card'])),
  /** Whether goods without a known purchase come back at a stated value, and at the base rate of that day (R5). */
  unknown: z.enum(['refused', 'atValue']),
  /** At which list price goods go out in an exchange (R7). */
  exchangePrice: z.enum(['original', 'today', 'lower']),
  /** Which points come back: what the kept goods would not have earned, or none (R1). */
  takeBack: z.enum(['difference', 'nothing']),
  /** What happens when the points are gone (R3). */
  shortage: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('negative') }),
    z.strictObject({ kind: z.literal('forgive') }),
    z.strictObject({ kind: z.literal('deduct'), money: Amount, per: Amount }),
  ]),
  at: Span.nullable(),
});
export type Returns = z.infer<typeof Returns>;

const ProgramSchema = z.strictObject({
  format: z.literal(PROGRAM_FORMAT),
  name: Name,
  version: z.string().max(200),
  /** The first local date on which this version judges events; null: from always (T10). */
  effective: CivilDate.nullable(),
  currency: z.strictObject({ code: z.string().regex(/^[A-Z]{3}$/), minorDigits: z.int().min(0).max(4) }),
  zone: Zone,
  /** The day that stands in for 29 February in common years (T3). */
  leapBirthday: MonthDay,
  weekStart: Weekday,
  yearStart: MonthDay,
  settings: z.array(Setting),
  calendars: z.array(z.strictObject({ name: Name, days: z.array(Days), at: Span })),
  goods: z.array(Goods),
  membership: Membership,
  ladders: z.array(Ladder),
  member: Member,
  wallets: z.array(Wallet),
  rewards: z.array(Reward),
  benefits: z.array(Benefit),
  rules: z.array(Rule),
  stacking: Stacking,
  returns: Returns,
});

/**
 * A compiled program: plain JSON, made by `compile` of `@laurel/language`, read by `load`.
 * Every amount carries its unit, scale and range; settings stay symbolic.
 */
export type Program = z.infer<typeof ProgramSchema>;

/** Reads a Program from parsed JSON; the reasons name the path of what does not fit. */
export function readProgram(
  json: unknown,
): { ok: true; value: Program } | { ok: false; reasons: readonly { path: string; reason: string }[] } {
  const result = ProgramSchema.safeParse(json);
  if (result.success) return { ok: true, value: result.data };
  return { ok: false, reasons: result.error.issues.map((i) => ({ path: i.path.join('.'), reason: i.message })) };
}
