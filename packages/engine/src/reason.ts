import type { Fault } from './event.ts';
import type { Failed } from './fate.ts';
import type { Rounding } from './number.ts';
import type { EventFactKind, FactKind, Measured, Period, RateMeasure, Span } from './program.ts';

export type { Actual, Failed, Nearest, RuleFate } from './fate.ts';

/** Why things happened and why they did not, as small data (semantics M8). Prose is made from it in `words/`. */

/** A sentence's home: the rule or section that acted, the version it stands in, and its place in the file. */
export interface Source {
  readonly rule: string;
  readonly version: string;
  readonly at: Span;
}

/** One base award before multipliers: so many points for so much money. Amounts are decimals, as the file says them. */
export interface BaseTerm extends Source {
  readonly points: string;
  /** The rate's other half, or null for a fixed award. */
  readonly per: string | null;
  /** Which amount the rate is on; null for a fixed award. */
  readonly measure: RateMeasure['of'] | null;
  /** The goods that it is for; null: every line. */
  readonly goods: string | null;
  /** Only whole ones count. */
  readonly full: boolean;
  /** What the measure came to over those lines, less what earns nothing: minor units, or a quantity as a decimal. */
  readonly basis: number | string;
}

/** A multiplier that could act on the purchase, and whether it was taken. */
export interface MultiplierTerm extends Source {
  readonly by: string;
  /** The goods that it is for; null: every line. */
  readonly goods: string | null;
  readonly used: boolean;
}

/** Minor units of what was paid that earn nothing, and the ways of paying that they came from (E1). */
export interface NotEarning {
  readonly amount: number;
  readonly by: readonly WayNotEarning[];
}
export type WayNotEarning = 'voucher' | 'storedValue' | 'points';

export type Reason =
  /**
   * Points for a purchase, or money where `unit` says so. `exact` is the sum in smallest units before rounding, a fraction
   * of two integers; `lines` what fell on each line (E1).
   */
  | {
      readonly kind: 'earned';
      readonly unit: 'points' | 'money';
      readonly base: readonly BaseTerm[];
      readonly multipliers: readonly MultiplierTerm[];
      readonly stacking: 'highest' | 'add' | 'multiply';
      readonly exact: { readonly num: string; readonly den: string };
      readonly rounding: Rounding;
      readonly notEarning: NotEarning;
      readonly lines: readonly number[];
    }
  /** Points that became stored value, `times` times `each` points (E6). */
  | {
      readonly kind: 'converted';
      readonly wallet: string;
      readonly version: string;
      readonly at: Span;
      readonly each: string;
      readonly gives: string;
      readonly times: number;
    }
  /** Points that a return or an exchange takes back (or gives back): `inAll` is what all of them have taken (R1). */
  | {
      readonly kind: 'takenBack';
      readonly purchase: string;
      readonly version: string;
      readonly inAll: number;
      readonly by: 'return' | 'exchange';
    }
  /** Points for what an exchange makes of a purchase: `held` is what the goods now kept earn in all (R7). */
  | { readonly kind: 'exchanged'; readonly purchase: string; readonly version: string; readonly held: number }
  /** Points that a rule gives on an occasion that is no purchase; `basis`: for what was measured then. */
  | {
      readonly kind: 'given';
      readonly rule: string;
      readonly version: string;
      readonly at: Span;
      readonly basis: Basis | null;
    }
  /** The same for each unit of a fact of a declared event: `each` for each of `many`, decimals as they were written. */
  | {
      readonly kind: 'givenPerFact';
      readonly rule: string;
      readonly version: string;
      readonly at: Span;
      readonly each: string;
      readonly fact: string;
      readonly many: string;
    }
  /** What a purchase of an introduced member gives less or more since goods came back or were exchanged (P3). */
  | { readonly kind: 'referralChanged'; readonly member: string; readonly purchase: string }
  /** Pending points that can be used from now on (M4). */
  | { readonly kind: 'becameAvailable' }
  /** Points whose last day, `2026-12-31`, is over (T8). */
  | { readonly kind: 'expired'; readonly lastDay: string }
  /** What was owed and the next credit repays (R3). */
  | { readonly kind: 'repaid' }
  /** Stored value or points that had paid for goods which came back (R4). */
  | { readonly kind: 'refunded'; readonly purchase: string }
  /** Points that bought a reward, and stored value that it gave. */
  | {
      readonly kind: 'redeemed';
      readonly reward: string;
      readonly version: string;
      readonly at: Span;
      readonly times: number;
    }
  /** The same when the redemption is taken back. */
  | { readonly kind: 'reversed'; readonly reward: string; readonly redemption: string }
  /** Stored value or points that paid for a purchase. */
  | { readonly kind: 'paidWith' }
  | { readonly kind: 'toppedUp' }
  | { readonly kind: 'adjusted'; readonly reason: string; readonly by: string | null };

/** What an award went by (E7): what it came to, in smallest units, and what had been given for it before. */
export interface Basis {
  readonly of: Measured;
  readonly value: number;
  readonly before: number;
}

/** Something that the host hands out; amounts in minor units. */
export type Handed =
  | { readonly kind: 'gift' | 'coupon'; readonly name: string }
  | { readonly kind: 'voucher' | 'cash'; readonly amount: number };

export type MembershipStatus = 'none' | 'pending' | 'active' | 'dormant' | 'ended';

/** What the file says brings a membership about or ends it. Amounts in minor units. */
export type MembershipCause =
  /** A purchase of so much, or all purchases so far, came to what joining takes. */
  | {
      readonly kind: 'purchase' | 'spend';
      readonly version: string;
      readonly at: Span;
      readonly purchase: string;
      readonly amount: number;
      readonly least: number;
    }
  /** What is left of the joining purchase is not enough. */
  | {
      readonly kind: 'joiningPurchaseBelow';
      readonly version: string;
      readonly at: Span;
      readonly purchase: string;
      readonly amount: number;
      readonly least: number;
    };

/** Why no rule acts for this event at all. */
export type Silence = 'notMember' | 'pending' | 'dormant' | 'ended' | 'cardNotShown';

/** The price of one line, in minor units, and the rule that set it; no rule: the list price. */
export interface LinePrice {
  readonly line: number;
  readonly list: number;
  readonly price: number;
  readonly by: Source | null;
  /** The share of the list price that is paid, as the file says it. */
  readonly share: string | null;
  /** So many of its items are priced by a rule for items bought together, at a share of their list price or a part of theirs. */
  readonly set: { readonly by: Source; readonly items: number; readonly share: string | null } | null;
  /** The share of the list price below which the file lets no price go, where that kept the price up. */
  readonly held: string | null;
  /** What amounts off the purchase have taken off this line; `price` is what is left. */
  readonly off: number;
}

/** Why a member moved on a ladder of tiers. */
export type TierWhy = 'started' | 'reached' | 'given' | 'review' | 'lapse' | 'return' | 'givenEnded' | 'left';

/** What happened beside the ledger. Amounts are in the currency's minor units. */
export type Outcome =
  | {
      readonly kind: 'priced';
      readonly lines: readonly LinePrice[];
      /** What rules have taken off the purchase as a whole; it is in the lines' prices. */
      /** `beyond`: what was more than the rule takes off at most (E5). */
      readonly off: readonly {
        readonly kind: 'rule' | 'coupon';
        readonly by: Source;
        readonly amount: number;
        readonly beyond: number;
      }[];
      readonly total: number;
      /** What delivery costs beside the lines, and the rule that made it free; null: nothing is delivered. */
      readonly delivery: { readonly list: number; readonly price: number; readonly by: Source | null } | null;
    }
  /** The till took another amount than was quoted; what was paid stands (M6). */
  /** `by`: the rules by which staff set prices. */
  | { readonly kind: 'paidDiffers'; readonly quoted: number; readonly paid: number; readonly by: readonly Source[] }
  | {
      readonly kind: 'membership';
      readonly from: MembershipStatus;
      readonly to: MembershipStatus;
      /** When it happened, epoch milliseconds; a status that falls due does so at its own instant. */
      readonly atMs: number;
      /** When a pending membership will take effect. */
      readonly activeFromMs: number | null;
      /** What brought it about where that is not the event's own wish; null: the event, or time. */
      readonly because: MembershipCause | null;
    }
  /** A lost card was replaced: balance and history go on. */
  | { readonly kind: 'cardReplaced' }
  | { readonly kind: 'silent'; readonly why: Silence }
  /** The member moved on a ladder of tiers; null: below the lowest, or on none. */
  | {
      readonly kind: 'tier';
      readonly ladder: string;
      readonly from: string | null;
      readonly to: string | null;
      readonly why: TierWhy;
      readonly atMs: number;
      readonly version: string;
      readonly at: Span;
    }
  /** Staff gave the member a tier for a time (L7); `until` is its last day, `2026-12-31`, null: there is none. */
  | {
      readonly kind: 'tierGiven';
      readonly ladder: string;
      readonly tier: string;
      readonly until: string | null;
      readonly reason: string;
      readonly by: string | null;
    }
  /** A rule with a limit acted: the `times`th time of `of` in a period that ends with that day; null: it never ends (M11). */
  | {
      readonly kind: 'limitUsed';
      readonly rule: string;
      readonly at: Span;
      readonly per: Period;
      readonly times: number;
      readonly of: number;
      readonly until: string | null;
    }
  /** All that a rule gave for a purchase has come back, and with it the use of its limit. */
  | { readonly kind: 'limitFreed'; readonly rule: string }
  /** Something for the host to hand out, so many times, by a reward or a rule. */
  | {
      readonly kind: 'given';
      readonly by: Source;
      readonly what: Handed;
      readonly times: number;
      /** What was measured, where that is what it goes by. */
      readonly basis: Basis | null;
    }
  /** A redemption was taken back: what it gave is to be handed in. */
  | { readonly kind: 'reversed'; readonly reward: string; readonly redemption: string; readonly times: number }
  /** Something for the host to tell the member. */
  | { readonly kind: 'notify'; readonly by: Source; readonly message: string }
  /** A member used a benefit, so many times at once. */
  | {
      readonly kind: 'benefitUsed';
      readonly benefit: Source;
      readonly times: number;
      /** What is used of its limits with this; none: it has no limit. */
      readonly quotas: readonly Quota[];
    }
  /** A use of a benefit was taken back: it can be used again. */
  | { readonly kind: 'useTakenBack'; readonly benefit: string; readonly use: string; readonly times: number }
  /**
   * What a return owes the customer, by line and by way of paying; `deducted` comes off the money (R3, R4). Below zero it is
   * given back: an earlier return of the purchase had deducted it.
   */
  | {
      readonly kind: 'refund';
      readonly purchase: string;
      readonly total: number;
      readonly lines: readonly number[];
      readonly money: number;
      readonly vouchers: number;
      readonly storedValue: number;
      /** What points had paid; it comes back as points. */
      readonly points: number;
      readonly deducted: number;
    }
  /**
   * Goods went out for others (R7). `lines`: what they cost under the purchase's rules, counted on through the receipt;
   * `value`: what had been paid for what came back; `toPay`: the difference, which the customer pays; or `back`, which is
   * given back to them, less what is deducted.
   */
  | {
      readonly kind: 'exchanged';
      readonly purchase: string;
      readonly lines: readonly LinePrice[];
      readonly total: number;
      readonly value: number;
      readonly toPay: number;
      readonly back: {
        readonly total: number;
        readonly money: number;
        readonly vouchers: number;
        readonly storedValue: number;
        readonly points: number;
        readonly deducted: number;
      };
    };

/** How much of one limit of a benefit is used, in a period that ends with that day, `2026-12-31`; null: it never ends. */
export interface Quota {
  readonly per: Period;
  readonly of: number;
  readonly used: number;
  readonly until: string | null;
}

/** Why an event was not applied. The account is as it was. */
export type Refusal =
  | { readonly code: 'bad-event'; readonly fault: Fault }
  | { readonly code: 'wrong-account'; readonly account: string; readonly expected: string }
  | { readonly code: 'already-member'; readonly status: MembershipStatus }
  | { readonly code: 'not-a-member'; readonly status: MembershipStatus }
  /** A price that staff may not set; `least` and `most` are null where they may set none, `silence` tells why. */
  | {
      readonly code: 'beyond-discretion';
      readonly line: number;
      readonly paid: number;
      readonly price: number;
      readonly least: number | null;
      readonly most: number | null;
      readonly silence: Silence | null;
    }
  | { readonly code: 'paid-mismatch'; readonly lines: number; readonly tenders: number }
  | { readonly code: 'unknown-wallet'; readonly wallet: string; readonly known: readonly string[] }
  | { readonly code: 'not-enough'; readonly wallet: string; readonly available: number; readonly needed: number }
  | { readonly code: 'unknown-tier'; readonly tier: string; readonly known: readonly string[] }
  | { readonly code: 'unknown-wish'; readonly wish: string; readonly known: readonly string[] }
  | { readonly code: 'points-cannot-pay' }
  /** Nothing can be spent or used, because no rule acts for this event. */
  | { readonly code: 'no-rule-acts'; readonly why: Silence }
  /** Points can be spent only where the card was issued; `issued` is null where nobody said where that was. */
  | { readonly code: 'other-store'; readonly store: string | null; readonly issued: string | null }
  | { readonly code: 'wrong-store'; readonly store: string | null; readonly stores: readonly string[] }
  | { readonly code: 'unknown-reward'; readonly reward: string; readonly known: readonly string[] }
  | { readonly code: 'unknown-redemption'; readonly redemption: string }
  | { readonly code: 'unknown-benefit'; readonly benefit: string; readonly known: readonly string[] }
  /** The conditions of a benefit that do not hold; none: it is limited by the birthday, which is not known. */
  | { readonly code: 'not-entitled'; readonly benefit: string; readonly failed: readonly Failed[] }
  /** A limit of a benefit leaves `left` of `of` times, fewer than asked for, up to the day before `again`; null: for good. */
  | {
      readonly code: 'used-up';
      readonly benefit: string;
      readonly per: Period;
      readonly of: number;
      readonly left: number;
      readonly again: string | null;
    }
  /** The program does not ask for this fact of members, or not so. */
  | { readonly code: 'unknown-fact'; readonly fact: string; readonly known: readonly string[] }
  | { readonly code: 'wrong-fact'; readonly fact: string; readonly kind: FactKind }
  | { readonly code: 'unknown-event'; readonly event: string; readonly known: readonly string[] }
  /** Facts of a declared event: one that the program does not want to know; one that is told wrongly, or not at all. */
  | {
      readonly code: 'unknown-event-fact';
      readonly event: string;
      readonly fact: string;
      readonly known: readonly string[];
    }
  | {
      readonly code: 'wrong-event-fact';
      readonly event: string;
      readonly fact: string;
      readonly kind: EventFactKind;
      readonly missing: boolean;
    }
  | { readonly code: 'below-minimum'; readonly wallet: string; readonly available: number; readonly least: number }
  /** Points pay in whole steps: `per` points for `step` minor units. */
  | {
      readonly code: 'wrong-step';
      readonly wallet: string;
      readonly amount: number;
      readonly step: number;
      readonly per: number;
    }
  | { readonly code: 'must-cover-all'; readonly wallet: string; readonly amount: number; readonly due: number }
  | { readonly code: 'more-than-share'; readonly wallet: string; readonly amount: number; readonly most: number }
  | { readonly code: 'unknown-coupon'; readonly coupon: string; readonly known: readonly string[] }
  /** The member has fewer of a coupon than are to be used. */
  | { readonly code: 'no-such-coupon'; readonly coupon: string; readonly available: number; readonly needed: number }
  /** A coupon that is not for this purchase; its goods come to `counted`, and must come to `least`: minor units. */
  | {
      readonly code: 'coupon-does-not-fit';
      readonly coupon: string;
      readonly why: 'noGoods' | 'tooLittle' | 'nothing' | 'notTogether' | 'onlyOne';
      readonly least: number;
      readonly counted: number;
    }
  | { readonly code: 'no-version'; readonly atMs: number }
  | { readonly code: 'unknown-purchase'; readonly purchase: string }
  | { readonly code: 'not-the-original'; readonly purchase: string }
  | { readonly code: 'return-period-over'; readonly purchase: string }
  | { readonly code: 'no-such-line'; readonly line: number; readonly lines: number }
  | { readonly code: 'more-than-bought'; readonly line: number; readonly left: string }
  | { readonly code: 'identity-needed' }
  | { readonly code: 'identity-taken'; readonly identity: string }
  | { readonly code: 'identity-not-checked' }
  | { readonly code: 'card-not-replaced' }
  | { readonly code: 'not-transferable'; readonly other: string }
  | { readonly code: 'proof-missing'; readonly missing: readonly ('receipt' | 'card')[] }
  | { readonly code: 'too-late'; readonly atMs: number }
  | { readonly code: 'amount-too-large' };
export type RefusalCode = Refusal['code'];

/** All codes of refusals. The type holds the list to them: one that is missing here does not compile. */
export const REFUSAL_CODES: Readonly<Record<RefusalCode, true>> = {
  'bad-event': true,
  'wrong-account': true,
  'already-member': true,
  'not-a-member': true,
  'beyond-discretion': true,
  'paid-mismatch': true,
  'unknown-wallet': true,
  'not-enough': true,
  'unknown-tier': true,
  'unknown-wish': true,
  'points-cannot-pay': true,
  'no-rule-acts': true,
  'other-store': true,
  'wrong-store': true,
  'unknown-reward': true,
  'unknown-redemption': true,
  'unknown-benefit': true,
  'not-entitled': true,
  'used-up': true,
  'unknown-fact': true,
  'wrong-fact': true,
  'unknown-event': true,
  'unknown-event-fact': true,
  'wrong-event-fact': true,
  'below-minimum': true,
  'wrong-step': true,
  'must-cover-all': true,
  'more-than-share': true,
  'unknown-coupon': true,
  'no-such-coupon': true,
  'coupon-does-not-fit': true,
  'no-version': true,
  'unknown-purchase': true,
  'not-the-original': true,
  'return-period-over': true,
  'no-such-line': true,
  'more-than-bought': true,
  'identity-needed': true,
  'identity-taken': true,
  'identity-not-checked': true,
  'card-not-replaced': true,
  'not-transferable': true,
  'proof-missing': true,
  'too-late': true,
  'amount-too-large': true,
};
