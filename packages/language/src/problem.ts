import type { FactKind } from '@laurel/engine/program';
import type { NameKind } from './phrases/slots.ts';
import type { DurationValue } from './phrases/values.ts';
import type { Span } from './text.ts';

/**
 * What is wrong with a file, as data: a code, a severity, places with a role each, typed parameters, and ways out.
 * Prose is in `messages/`, one file per language; each code has a page in `docs/problems` that is also its test.
 */
export interface ProblemOf<C extends ProblemCode> {
  readonly code: C;
  readonly severity: Severity;
  /** The first is where the problem is shown. */
  readonly spans: readonly [Marked, ...Marked[]];
  readonly params: ProblemParams[C];
  readonly fixes: readonly Fix[];
}
export type Problem = { [C in ProblemCode]: ProblemOf<C> }[ProblemCode];

/** `error`: no program comes out. `warning`: it does, and something in it is probably not meant. */
export type Severity = 'error' | 'warning';

export interface Marked {
  readonly role: 'here' | 'other' | 'declared';
  readonly span: Span;
}

/** A way out: edits that can be applied together. */
export interface Fix {
  readonly edits: readonly Edit[];
  /** Sure enough that `check --fix` applies it without asking. */
  readonly safe: boolean;
}
export interface Edit {
  readonly span: Span;
  readonly text: string;
}

/** The kinds of value that a merchant writes. */
export type ValueKind =
  | 'name'
  | 'number'
  | 'points'
  | 'money'
  | 'share'
  | 'duration'
  | 'date'
  | 'monthDay'
  | 'time'
  | 'month'
  | 'weekday'
  | 'zone';

/** The typed parameters of each code. */
export interface ProblemParams {
  // Reading the text.
  'unreadable-sentence': {
    readonly text: string;
    readonly nearest: string | null;
    /** Sentences about the same things, where none is near enough to be what was meant. */
    readonly related: readonly string[];
  };
  'unreadable-section': { readonly text: string; readonly nearest: string | null };
  'new-line-needed': { readonly text: string };
  'wrong-value': { readonly text: string; readonly found: ValueKind; readonly wanted: ValueKind };
  'outside-section': { readonly text: string };
  'unclosed-name': { readonly text: string };
  'hidden-character': { readonly codePoint: string };
  'bad-zhe': { readonly text: string; readonly why: 'all' | 'underOne' | 'threeDigits' | 'unclear' };
  'too-deep': { readonly most: number };
  'too-long': { readonly what: 'file' | 'line' | 'number' | 'name' | 'problems'; readonly most: number };
  'wrong-language': { readonly text: string };
  // Names.
  'unknown-name': { readonly name: string; readonly kind: NameKind; readonly nearest: string | null };
  'name-taken': { readonly name: string; readonly kind: NameKind };
  'empty-name': Record<never, never>;
  // What a file and its sections need.
  'missing-section': { readonly section: 'program' | 'points' };
  'repeated-section': { readonly section: string };
  'missing-sentence': { readonly section: string; readonly name: string | null; readonly what: MissingSentence };
  'repeated-sentence': { readonly section: string };
  'goods-in-a-circle': { readonly name: string };
  // Values and units.
  'wrong-currency': { readonly found: string; readonly wanted: string };
  'too-many-decimals': { readonly text: string; readonly most: number };
  'no-such-date': { readonly text: string };
  'no-such-zone': { readonly zone: string };
  'not-positive': { readonly text: string };
  'wrong-setting': { readonly name: string; readonly found: ValueKind; readonly wanted: ValueKind };
  'out-of-range': { readonly value: string; readonly least: string; readonly most: string };
  'range-reversed': { readonly from: string; readonly to: string };
  'which-expiry': Record<never, never>;
  'nothing-to-choose': Record<never, never>;
  'tiers-out-of-order': { readonly tier: string; readonly lower: string };
  'not-for-tiers': Record<never, never>;
  'lapse-undone': Record<never, never>;
  'too-short-a-unit': {
    readonly count: number;
    readonly unit: DurationValue['unit'];
    /** The shortest unit that can stand there. */
    readonly least: 'day' | 'month';
  };
  'amount-not-known-yet': { readonly rule: string };
  // What the program means.
  'rate-or-full': {
    readonly points: string;
    readonly money: string;
    readonly currency: string;
    /** An amount that shows it, and what it gives in proportion and by full amounts. */
    readonly spent: string;
    readonly inProportion: string;
    readonly byFull: string;
  };
  /** More is taken off than the purchase must come to, or than the rule takes off at most. */
  'off-too-much': {
    readonly amount: string;
    readonly than: string;
    readonly currency: string;
    readonly is: 'threshold' | 'most';
  };
  /** What a fact of a member or of an event is, and what the sentence takes it for. */
  'not-such-a-fact': {
    readonly of: 'member' | 'event';
    readonly name: string;
    readonly kind: FactKind;
    readonly wanted: readonly FactKind[];
  };
  /** A fact that the event does not tell; null: the rule or benefit waits for no event. */
  'no-such-event-fact': { readonly name: string | null; readonly fact: string; readonly event: string | null };
  'needs-a-purchase': { readonly name: string; readonly kind: 'rule' | 'benefit' };
  'award-on-a-purchase': { readonly rule: string };
  /** Whether the rule is about what referred members buy. */
  'for-the-referrer': { readonly rule: string; readonly onReferral: boolean };
  'stacking-needed': StackingWitness;
  'expires-before-available': {
    /** Dates, `2026-12-20`: points earned on the one can be used from the next on, and until the last. */
    readonly earned: string;
    readonly available: string;
    readonly last: string;
    /** Whatever the day of earning. */
    readonly always: boolean;
  };
  'example-unclear': { readonly example: string; readonly reason: string };
  'example-fails': {
    readonly example: string;
    /** What was looked at: `paid`, `earned`, a wallet's name. */
    readonly what: string;
    readonly currency: string;
    readonly expected: string;
    readonly actual: string;
  };
}
export type ProblemCode = keyof ProblemParams;

/** A sentence without which a section means nothing. */
export type MissingSentence =
  | 'where'
  | 'trigger'
  | 'effect'
  | 'days'
  | 'tests'
  | 'value'
  | 'member'
  | 'expectation'
  | 'payment'
  | 'price'
  | 'gift'
  | 'share'
  | 'facts'
  | 'quota'
  | 'amountOff'
  | 'conversion'
  | 'tier'
  | 'count'
  | 'climbing'
  | 'review'
  | 'band'
  | 'grading'
  | 'worth';

/** Two multipliers that can meet, on a purchase that shows it, and what each choice would give. */
export interface StackingWitness {
  readonly first: string;
  readonly second: string;
  /** The local date of the purchase, `2026-05-06`. */
  readonly date: string;
  /** The birthday of a member for whom both hold; null where it does not matter. */
  readonly born: string | null;
  /** What the member pays, as a decimal of the currency, and the points under each choice. */
  readonly paid: string;
  readonly currency: string;
  readonly highest: string;
  readonly add: string;
  readonly multiply: string;
}

/** Makes a problem whose parameters fit its code. */
export function problem<C extends ProblemCode>(
  code: C,
  span: Span,
  params: ProblemParams[C],
  more: { readonly severity?: Severity; readonly others?: readonly Marked[]; readonly fixes?: readonly Fix[] } = {},
): ProblemOf<C> {
  return {
    code,
    severity: more.severity ?? 'error',
    spans: [{ role: 'here', span }, ...(more.others ?? [])],
    params,
    fixes: more.fixes ?? [],
  };
}
