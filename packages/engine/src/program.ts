import * as z from 'zod';
import { Condition, RateMeasure } from './program-condition.ts';
import { Coupon } from './program-coupon.ts';
import { DeclaredEvent } from './program-event.ts';
import { Award, Handed } from './program-giving.ts';
import { Member } from './program-member.ts';
import { Floor, PRICING_EFFECTS } from './program-pricing.ts';
import { Ladder } from './program-tiers.ts';
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

export type {
  Comparison,
  Condition,
  FactTest,
  LeafCondition,
  Measure,
  Metric,
  RateMeasure,
  Window,
  WindowPeriod,
} from './program-condition.ts';
export { type Coupon, couponIn, couponWallet } from './program-coupon.ts';
export type { DeclaredEvent, EventFactKind } from './program-event.ts';
export type { Award, Awarded, Band, Measured } from './program-giving.ts';
export type { FactKind } from './program-member.ts';
export type { Ladder, Lapse, ReviewPeriod, Tier } from './program-tiers.ts';
export type { Amount, Duration, MonthDay, Span, Unit } from './program-values.ts';
export { Decimal } from './program-values.ts';
export type { Activity, Deadline, Expiry, Wallet } from './program-wallet.ts';

/** The version of this format. A Program of another version is refused by {@link readProgram}. */
export const PROGRAM_FORMAT = 1;

/** The built-in wallet of money that conversions, top-ups and rules fill. */
export const STORED_VALUE = 'stored value';

/** A host's bug: what was loaded is not a program, or two versions do not fit together. */
export class ProgramError extends Error {}

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
  /** Points for each unit of a fact of the declared event at hand; what is not known gives nothing. */
  z.strictObject({ kind: z.literal('earnPerFact'), wallet: Name, points: Amount, fact: Name, at: Span }),
  /** Multiplies the base points of the lines in `goods`, of every line where `goods` is null. */
  z.strictObject({ kind: z.literal('multiply'), wallet: Name, by: Amount, goods: Name.nullable(), at: Span }),
  /**
   * Something that the host hands out for the purchase: once, or for every `per` of what was paid; where `full`, only for
   * whole ones, otherwise money in proportion.
   */
  z.strictObject({ kind: z.literal('hand'), gives: Handed, per: Amount.nullable(), full: z.boolean(), at: Span }),
  Award,
  /** A message for the host to send to the member, where `member.messages` lets it. */
  z.strictObject({ kind: z.literal('notify'), message: Name, at: Span }),
  ...PRICING_EFFECTS,
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
  /** An event that the program declares. */
  z.strictObject({ kind: z.literal('event'), event: Name, at: Span }),
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
  /** What no price by rules goes below; the highest that is for a line counts. */
  floors: z.array(Floor),
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
  events: z.array(DeclaredEvent),
  wallets: z.array(Wallet),
  rewards: z.array(Reward),
  coupons: z.array(Coupon),
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
