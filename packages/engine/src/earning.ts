import {
  allocate,
  compareRatio,
  exactSum,
  minusOne,
  type Part,
  plusRatio,
  type Ratio,
  roundedShares,
  timesRatio,
} from './number.ts';
import type { Moment, Multiplier, WalletEarning } from './plan.ts';
import type { BaseTerm, MultiplierTerm, Reason } from './reason.ts';

/**
 * Points for one purchase in one wallet, in the order of semantics E1: base points by line, multipliers by line,
 * additions, one rounding for the purchase, allocation to lines by largest remainder.
 */
export interface Earned {
  readonly points: number;
  /** What fell on each line; sums to `points`. */
  readonly lines: readonly number[];
  readonly added: number;
  /** The base points of each line before rounding, multipliers included. */
  readonly parts: readonly Part[];
  readonly acting: readonly Multiplier[];
}

/** `eligible`: minor units of each line that may earn. Null where no rule gives anything. */
export function earn(earning: WalletEarning, moment: Moment, eligible: readonly number[]): Earned | null {
  const rates = earning.rates.filter((rate) => rate.holds(moment));
  const fixed = earning.fixed.filter((award) => award.holds(moment));
  if (rates.length === 0 && fixed.length === 0) return null;
  const acting = earning.multipliers.filter((multiplier) => multiplier.holds(moment));
  const paidWeight = weightOf(rates, 'paid');
  const listWeight = weightOf(rates, 'listPrice');
  const parts = moment.lines.map((line, i) => ({
    amount: (eligible[i] ?? 0) * paidWeight + line.list * listWeight,
    factor:
      acting.length === 0
        ? ONE
        : stacked(
            acting.filter((multiplier) => multiplier.covers(line)),
            earning.stacking,
          ),
  }));
  const base = roundedShares(parts, earning.rateDenominator, earning.rounding);
  const added = fixed.reduce((sum, award) => sum + award.points, 0);
  const additions = added === 0 ? null : allocate(added, eligible);
  return {
    points: base.total + added,
    lines: additions === null ? base.shares : base.shares.map((share, i) => share + (additions[i] ?? 0)),
    added,
    parts,
    acting,
  };
}

/** Why the purchase earned this, as data. */
export function earnedReason(
  earning: WalletEarning,
  moment: Moment,
  eligible: readonly number[],
  earned: Earned,
): Reason {
  const paid = eligible.reduce((sum, amount) => sum + amount, 0);
  const base: BaseTerm[] = [
    ...earning.rates
      .filter((rate) => rate.holds(moment))
      .map((rate) => ({
        ...rate.source,
        points: rate.pointsText,
        per: rate.perText,
        basis: rate.measure === 'paid' ? paid : moment.listTotal,
      })),
    ...earning.fixed
      .filter((award) => award.holds(moment))
      .map((award) => ({ ...award.source, points: award.pointsText, per: null, basis: paid })),
  ];
  return {
    kind: 'earned',
    base,
    multipliers: multiplierTerms(earning, moment, earned),
    stacking: earning.stacking,
    exact: plusRatio(exactSum(earned.parts, earning.rateDenominator), { num: earned.added, den: 1 }),
    rounding: earning.rounding,
    lines: earned.lines,
  };
}

function multiplierTerms(earning: WalletEarning, moment: Moment, earned: Earned): MultiplierTerm[] {
  const taken = new Set<Multiplier>();
  for (const line of moment.lines) {
    const here = earned.acting.filter((multiplier) => multiplier.covers(line));
    if (earning.stacking !== 'highest') for (const multiplier of here) taken.add(multiplier);
    else {
      const highest = highestOf(here);
      if (highest !== null) taken.add(highest);
    }
  }
  return earned.acting.map((multiplier) => ({
    ...multiplier.source,
    by: multiplier.byText,
    used: taken.has(multiplier),
  }));
}

const ONE: Ratio = { num: 1, den: 1 };

/** The factor of one line from the multipliers that act on it (E3). */
function stacked(multipliers: readonly Multiplier[], stacking: WalletEarning['stacking']): Ratio {
  switch (stacking) {
    case 'highest':
      return highestOf(multipliers)?.by ?? ONE;
    case 'add':
      return multipliers.reduce((sum, { by }) => plusRatio(sum, minusOne(by)), ONE);
    case 'multiply':
      return multipliers.reduce((product, { by }) => timesRatio(product, by), ONE);
  }
}

/** The earlier of two equal ones; a multiplier below one is still a multiplier. */
function highestOf(multipliers: readonly Multiplier[]): Multiplier | null {
  let highest: Multiplier | null = null;
  for (const multiplier of multipliers) {
    if (highest === null || compareRatio(multiplier.by, highest.by) > 0) highest = multiplier;
  }
  return highest;
}

function weightOf(rates: readonly WalletEarning['rates'][number][], measure: 'paid' | 'listPrice'): number {
  return rates.reduce((sum, rate) => sum + (rate.measure === measure ? rate.weight : 0), 0);
}
