import type { Rounding } from '../number.ts';
import type { BaseTerm, MultiplierTerm, NotEarning, Reason } from '../reason.ts';
import { decimalOf, type Exact, exact, percentOf, plus, times, trimmed } from './figures.ts';

/** A rate that gave points: so many for so much of one of the purchase's amounts. */
export interface RateTerm extends BaseTerm {
  readonly per: string;
  readonly measure: NonNullable<BaseTerm['measure']>;
}

/** How a purchase came to its points, worked out once and told in any language. */
export interface EarnedStory {
  /** What the awards are of. */
  readonly unit: Earned['unit'];
  readonly rates: readonly RateTerm[];
  readonly fixed: readonly BaseTerm[];
  /** What was paid and left out of the rates; null: nothing was, or no rate is on what was paid. */
  readonly notEarning: NotEarning | null;
  /** The multipliers that were taken; null: none was, or there is nothing to multiply. */
  readonly multiplied: Multiplied | null;
  /** The multipliers that held and gave way to a higher one on all of their goods. */
  readonly outdone: readonly MultiplierTerm[];
  /** The sum before rounding, if rounding changed it. */
  readonly before: string | null;
  readonly rounding: Rounding;
}

export type Stacking = Earned['stacking'];
export type Multiplied =
  | { readonly kind: 'one'; readonly term: MultiplierTerm }
  /** Several for the same goods (null: every line), and what they come to there. */
  | {
      readonly kind: 'alike';
      readonly terms: readonly MultiplierTerm[];
      readonly goods: string | null;
      readonly stacking: Exclude<Stacking, 'highest'>;
      readonly factor: string;
    }
  /** Several for goods that differ, so that each line has a factor of its own. */
  | { readonly kind: 'mixed'; readonly terms: readonly MultiplierTerm[]; readonly stacking: Stacking };

type Earned = Extract<Reason, { kind: 'earned' }>;

export function earnedStory(reason: Earned, minorDigits: number): EarnedStory {
  const rates = reason.base.filter(isRate);
  const multipliers = rates.length === 0 ? [] : reason.multipliers;
  const used = multipliers.filter((term) => term.used);
  const sum = { num: BigInt(reason.exact.num), den: BigInt(reason.exact.den) };
  const coins = reason.unit === 'money' ? 10n ** BigInt(minorDigits) : 1n;
  return {
    unit: reason.unit,
    rates,
    fixed: reason.base.filter((term) => !isRate(term)),
    notEarning:
      reason.notEarning.amount > 0 && rates.some(({ measure }) => measure === 'paid') ? reason.notEarning : null,
    multiplied: multipliedOf(used, reason.stacking),
    outdone: multipliers.filter((term) => !term.used),
    before: sum.num % sum.den === 0n ? null : decimalOf({ num: sum.num, den: sum.den * coins }),
    rounding: reason.rounding,
  };
}

/** A share of what was paid, in percent; null: the rate is no share. */
export function shareOf({ points, per, full }: RateTerm, unit: Earned['unit']): string | null {
  return unit === 'money' && !full && trimmed(per) === '1' ? percentOf(points) : null;
}

function isRate(term: BaseTerm): term is RateTerm {
  return term.per !== null && term.measure !== null;
}

function multipliedOf(terms: readonly MultiplierTerm[], stacking: Stacking): Multiplied | null {
  const [first, ...more] = terms;
  if (first === undefined) return null;
  if (more.length === 0) return { kind: 'one', term: first };
  const { goods } = first;
  // Of several for the same goods, only one can be the highest.
  if (stacking === 'highest' || more.some((term) => term.goods !== goods)) return { kind: 'mixed', terms, stacking };
  return { kind: 'alike', terms, goods, stacking, factor: decimalOf(factorOf(terms, stacking)) };
}

const ONE: Exact = { num: 1n, den: 1n };

/** What multipliers come to on a line that all of them are for (E3). */
function factorOf(terms: readonly MultiplierTerm[], stacking: Exclude<Stacking, 'highest'>): Exact {
  const by = terms.map((term) => exact(term.by));
  return stacking === 'multiply'
    ? by.reduce(times, ONE)
    : by.reduce((sum, each) => plus(sum, { num: each.num - each.den, den: each.den }), ONE);
}
