import type { ToldValue } from './member-fact.ts';
import type { Comparison, LeafCondition, Period, PriceClass, Span } from './program.ts';
import type { Silence } from './reason.ts';

/** What became of rules and conditions, as data (semantics M8). */

/** What a condition found: the actual value that it looked at. `unknown` is an answer of its own, never a silent no. */
export type Actual =
  | { readonly kind: 'date'; readonly date: string }
  | { readonly kind: 'time'; readonly time: string }
  | { readonly kind: 'weekday'; readonly weekday: number }
  | { readonly kind: 'month'; readonly month: number }
  | { readonly kind: 'birthday'; readonly birthday: string; readonly date: string }
  | { readonly kind: 'birthdayUnknown' }
  | { readonly kind: 'amount'; readonly amount: number }
  | { readonly kind: 'basket'; readonly goods: string; readonly classes: readonly (PriceClass | null)[] }
  /** What a metric came to: minor units of money, points, or how many. */
  | { readonly kind: 'counted'; readonly value: number }
  /** The date of what is asked about; null: it never was. */
  | { readonly kind: 'since'; readonly since: string | null; readonly date: string }
  | { readonly kind: 'age'; readonly age: number }
  /** The member's tier; null: none. */
  | { readonly kind: 'tier'; readonly tier: string | null }
  /** What the host told, as it was told; null: nothing. `date` is the day that was asked about. */
  | { readonly kind: 'told'; readonly value: ToldValue | null; readonly date: string };

/** The smallest change that would make a failed condition hold. */
export type Nearest =
  | { readonly kind: 'onDate'; readonly date: string }
  /** `18:00` of that day. */
  | { readonly kind: 'atTime'; readonly date: string; readonly time: string }
  | { readonly kind: 'tellBirthday' }
  | { readonly kind: 'tellFact'; readonly fact: string }
  | { readonly kind: 'amountBy'; readonly by: number; readonly is: Comparison }
  /** So much more (or less) of a metric, until its window closes; null: it never does, or moves on day by day. */
  | { readonly kind: 'countedBy'; readonly by: number; readonly is: Comparison; readonly until: string | null }
  | { readonly kind: 'buy'; readonly goods: string };

/** A condition that did not hold. */
export interface Failed {
  readonly condition: LeafCondition;
  /** The condition stands under a `not`: it failed because it held. */
  readonly negated: boolean;
  readonly actual: Actual;
  readonly nearest: Nearest | null;
}

/** What became of one rule for one event. */
export type RuleFate =
  | { readonly rule: string; readonly at: Span; readonly fate: 'acted' }
  /** Its conditions held, and another rule's price or multiplier was taken instead. */
  | { readonly rule: string; readonly at: Span; readonly fate: 'outdone' }
  /** Staff may set a price by it, and did not. */
  | { readonly rule: string; readonly at: Span; readonly fate: 'leftAlone' }
  /** Its conditions held, and what it gives came to nothing: all that was paid earns nothing, or it rounds to zero. */
  | { readonly rule: string; readonly at: Span; readonly fate: 'nothing' }
  | { readonly rule: string; readonly at: Span; readonly fate: 'conditions'; readonly failed: readonly Failed[] }
  /** It acts on request, and nobody asked; `failed`: what else would have been in the way. */
  | { readonly rule: string; readonly at: Span; readonly fate: 'notAsked'; readonly failed: readonly Failed[] }
  /** Its conditions held, and a limit left no room: `of` times are used, and there will be room from the day `again` (null: never). */
  | {
      readonly rule: string;
      readonly at: Span;
      readonly fate: 'usedUp';
      readonly per: Period;
      readonly of: number;
      readonly again: string | null;
    }
  /** It is limited by the birthday, which is not known. */
  | { readonly rule: string; readonly at: Span; readonly fate: 'birthdayUnknown' }
  /** Its conditions held, and it gives something for every full `per` of what was paid, which came to `counted`: minor units. */
  | {
      readonly rule: string;
      readonly at: Span;
      readonly fate: 'tooLittle';
      readonly per: number;
      readonly counted: number;
    }
  /** Its conditions held, and it takes something off once the prices come to `from`; they came to `counted`: minor units. */
  | {
      readonly rule: string;
      readonly at: Span;
      readonly fate: 'pricesTooLow';
      readonly from: number;
      readonly counted: number;
    }
  | { readonly rule: string; readonly at: Span; readonly fate: 'noGoods'; readonly goods: string }
  /** Its price is for so many items bought together, of some goods (null: of all), and there were fewer. */
  | {
      readonly rule: string;
      readonly at: Span;
      readonly fate: 'tooFewItems';
      readonly goods: string | null;
      readonly needed: number;
      readonly counted: number;
    }
  /** It makes delivery free, and nothing is delivered. */
  | { readonly rule: string; readonly at: Span; readonly fate: 'notDelivered' }
  | { readonly rule: string; readonly at: Span; readonly fate: 'otherTrigger' }
  | { readonly rule: string; readonly at: Span; readonly fate: 'silent'; readonly why: Silence };
