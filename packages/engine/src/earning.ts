import type { PurchaseLine } from './happening.ts';
import {
  allocate,
  exactSum,
  minusOne,
  type Part,
  plusRatio,
  type Ratio,
  roundedShares,
  safe,
  scaled,
  timesRatio,
} from './number.ts';
import type { Moment, Multiplier, WalletEarning } from './plan.ts';
import type { BaseTerm, MultiplierTerm, Reason } from './reason.ts';

/**
 * Points for one purchase in one wallet, in the order of semantics E1: base points by line, multipliers by line, one
 * rounding for the purchase, additions. `eligible`: minor units of each line that may earn.
 */
export function pointsOf(earning: WalletEarning, moment: Moment, eligible: readonly number[]): number {
  const added = addedBy(earning, moment);
  const [only] = moment.lines;
  if (moment.lines.length === 1 && only !== undefined) {
    // One line needs no allocation: the same arithmetic without the arrays.
    const amount = weighted(earning, moment, only, eligible[0] ?? 0);
    if (amount === 0) return added;
    const { num, den } = factorOf(earning, moment, only);
    return safe(scaled(amount, num, earning.rateDenominator * den, earning.rounding) + added);
  }
  const base = roundedShares(partsOf(earning, moment, eligible), earning.rateDenominator, earning.rounding);
  return safe(base.total + added);
}

/** Why the purchase earned this, as data; the base is allocated to lines by largest remainder, additions pro rata. */
export function earnedReason(
  earning: WalletEarning,
  moment: Moment,
  eligible: readonly number[],
  notEarning: number,
): Reason {
  const parts = partsOf(earning, moment, eligible);
  const base = roundedShares(parts, earning.rateDenominator, earning.rounding);
  const added = addedBy(earning, moment);
  const additions = allocate(added, eligible);
  return {
    kind: 'earned',
    base: baseTerms(earning, moment, eligible),
    multipliers: multiplierTerms(earning, moment),
    stacking: earning.stacking,
    exact: plusRatio(exactSum(parts, earning.rateDenominator), { num: added, den: 1 }),
    rounding: earning.rounding,
    notEarning,
    lines: base.shares.map((share, i) => share + (additions[i] ?? 0)),
  };
}

function partsOf(earning: WalletEarning, moment: Moment, eligible: readonly number[]): Part[] {
  return moment.lines.map((line, i) => ({
    amount: weighted(earning, moment, line, eligible[i] ?? 0),
    factor: factorOf(earning, moment, line),
  }));
}

/** The base points of a line before multipliers, over the wallet's common denominator. */
function weighted(earning: WalletEarning, moment: Moment, line: PurchaseLine, eligible: number): number {
  let amount = 0;
  for (const rate of earning.rates) {
    if (rate.holds(moment)) amount += (rate.measure === 'paid' ? eligible : line.list) * rate.weight;
  }
  return safe(amount);
}

function addedBy(earning: WalletEarning, moment: Moment): number {
  let added = 0;
  for (const award of earning.fixed) if (award.holds(moment)) added += award.points;
  return added;
}

const ONE: Ratio = { num: 1, den: 1 };

/** The factor of one line from the multipliers that act on it (E3). */
function factorOf(earning: WalletEarning, moment: Moment, line: PurchaseLine): Ratio {
  let factor = ONE;
  for (const multiplier of earning.multipliers) {
    if (!multiplier.holds(moment) || !multiplier.covers(line)) continue;
    // Multipliers stand highest first, so the first one that acts is the highest.
    if (earning.stacking === 'highest') return multiplier.by;
    factor =
      earning.stacking === 'add' ? plusRatio(factor, minusOne(multiplier.by)) : timesRatio(factor, multiplier.by);
  }
  return factor;
}

function baseTerms(earning: WalletEarning, moment: Moment, eligible: readonly number[]): BaseTerm[] {
  const paid = eligible.reduce((sum, amount) => sum + amount, 0);
  const rates = earning.rates.filter((rate) => rate.holds(moment));
  const fixed = earning.fixed.filter((award) => award.holds(moment));
  return [
    ...rates.map((rate) => ({
      ...rate.source,
      points: rate.pointsText,
      per: rate.perText,
      measure: rate.measure,
      basis: rate.measure === 'paid' ? paid : moment.listTotal,
    })),
    ...fixed.map((award) => ({ ...award.source, points: award.pointsText, per: null, measure: null, basis: paid })),
  ];
}

/** The multipliers that act on some line, highest first, and whether each was taken on one. */
function multiplierTerms(earning: WalletEarning, moment: Moment): MultiplierTerm[] {
  const acting = earning.multipliers.filter((multiplier) => multiplier.holds(moment));
  const taken = new Set<Multiplier>();
  for (const line of moment.lines) {
    const here = acting.filter((multiplier) => multiplier.covers(line));
    for (const multiplier of earning.stacking === 'highest' ? here.slice(0, 1) : here) taken.add(multiplier);
  }
  return acting
    .filter((multiplier) => moment.lines.some(multiplier.covers))
    .map((multiplier) => ({
      ...multiplier.source,
      by: multiplier.byText,
      goods: multiplier.goods,
      used: taken.has(multiplier),
    }));
}
