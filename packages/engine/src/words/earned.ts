import type { Rounding } from '../number.ts';
import type { BaseTerm, MultiplierTerm, Reason } from '../reason.ts';
import { decimalOf, type Exact, exact, isSame, over, plus, times } from './figures.ts';

/** A rate that gave points: so many for so much of what the purchase came to. */
export interface RateTerm extends BaseTerm {
  readonly per: string;
}

/** How a purchase came to its points, worked out once and told in any language. */
export interface EarnedStory {
  readonly rates: readonly RateTerm[];
  readonly fixed: readonly BaseTerm[];
  /** The multipliers that were taken; none where there is nothing to multiply. */
  readonly acting: readonly MultiplierTerm[];
  readonly stacking: 'highest' | 'add' | 'multiply';
  /** What every base point was multiplied by; null: only part of the goods was, or not all of it alike. */
  readonly factor: string | null;
  /** The multipliers that held and were not taken, and whether a higher one is the reason or the goods are. */
  readonly idle: readonly MultiplierTerm[];
  readonly idleFor: 'higher' | 'goods';
  /** The sum before rounding, if rounding changed it. */
  readonly before: string | null;
  readonly rounding: Rounding;
}

export function earnedStory(reason: Extract<Reason, { kind: 'earned' }>, minorDigits: number): EarnedStory {
  const rates = reason.base.filter(isRate);
  const fixed = reason.base.filter((term) => term.per === null);
  const multipliers = rates.length === 0 ? [] : reason.multipliers;
  const acting = multipliers.filter((term) => term.used);
  const sum = { num: BigInt(reason.exact.num), den: BigInt(reason.exact.den) };
  const factor = factorOf(acting, reason.stacking);
  const base = rates.reduce((total, rate) => plus(total, pointsOf(rate, minorDigits)), ZERO);
  const added = fixed.reduce((total, term) => plus(total, exact(term.points)), ZERO);
  return {
    rates,
    fixed,
    acting,
    stacking: reason.stacking,
    // The reason does not say which lines a multiplier was for, but the sum tells whether it was for all of them.
    factor: isSame(plus(times(base, factor), added), sum) ? decimalOf(factor) : null,
    idle: multipliers.filter((term) => !term.used),
    idleFor: reason.stacking === 'highest' && acting.length > 0 ? 'higher' : 'goods',
    before: sum.num % sum.den === 0n ? null : decimalOf(sum),
    rounding: reason.rounding,
  };
}

const ZERO: Exact = { num: 0n, den: 1n };
const ONE: Exact = { num: 1n, den: 1n };

function isRate(term: BaseTerm): term is RateTerm {
  return term.per !== null;
}

function pointsOf(rate: RateTerm, minorDigits: number): Exact {
  const basis = { num: BigInt(rate.basis), den: 10n ** BigInt(minorDigits) };
  return over(times(basis, exact(rate.points)), exact(rate.per));
}

/** What the multipliers come to on a line that all of them are for (E3). */
function factorOf(acting: readonly MultiplierTerm[], stacking: EarnedStory['stacking']): Exact {
  const by = acting.map((term) => exact(term.by));
  const [first = ONE] = by;
  switch (stacking) {
    case 'highest':
      return by.reduce((most, each) => (each.num * most.den > most.num * each.den ? each : most), first);
    case 'add':
      return by.reduce((sum, each) => plus(sum, { num: each.num - each.den, den: each.den }), ONE);
    case 'multiply':
      return by.reduce(times, ONE);
  }
}
