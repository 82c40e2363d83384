import type { PurchaseLine } from './happening.ts';
import {
  allocate,
  exactSum,
  ONE,
  type Part,
  plusRatio,
  type Ratio,
  roundedShares,
  safe,
  scaled,
  timesRatio,
} from './number.ts';
import type { Moment, Multiplier, PlannedRule, WalletEarning } from './plan.ts';
import type { BaseTerm, MultiplierTerm, Reason } from './reason.ts';

/**
 * Points for one purchase in one wallet, in the order of semantics E1: base points by line, multipliers by line, one
 * rounding for the purchase, additions. `eligible`: minor units of each line that may earn.
 */
export function pointsOf(earning: WalletEarning, moment: Moment, eligible: readonly number[]): number {
  const quick = quickBase(earning, moment, eligible);
  const base =
    quick ?? roundedShares(partsOf(earning, moment, eligible), earning.rateDenominator, earning.rounding).total;
  return earning.fixed.length === 0 ? base : safe(base + addedBy(earning, moment));
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
  const exact = plusRatio(exactSum(parts, earning.rateDenominator), { num: BigInt(added), den: 1n });
  return {
    kind: 'earned',
    base: baseTerms(earning, moment, eligible),
    multipliers: multiplierTerms(earning, moment),
    stacking: earning.stacking,
    exact: { num: String(exact.num), den: String(exact.den) },
    rounding: earning.rounding,
    notEarning,
    lines: base.shares.map((share, i) => share + (additions[i] ?? 0)),
  };
}

/**
 * The same base for the most frequent purchase, one line and one multiplier at most, in plain numbers. Null where that is
 * not the case, or where a product leaves 2^53.
 */
function quickBase(earning: WalletEarning, moment: Moment, eligible: readonly number[]): number | null {
  const { lines } = moment.purchase;
  const line = lines[0];
  if (lines.length !== 1 || line === undefined || earning.stacking !== 'highest') return null;
  let amount = 0;
  for (const rate of earning.rates) {
    if (acts(rate, moment)) amount += (rate.measure === 'paid' ? (eligible[0] ?? 0) : line.list) * rate.quickWeight;
  }
  if (amount === 0) return 0;
  const multiplier = earning.multipliers.length === 0 ? null : highest(earning, moment, line);
  const num = multiplier === null ? 1 : multiplier.quick.num;
  const den = multiplier === null ? earning.quickDenominator : earning.quickDenominator * multiplier.quick.den;
  // Not safe also where a number is NaN: then the weights themselves are beyond 2^53.
  if (!Number.isSafeInteger(amount) || !Number.isSafeInteger(den)) return null;
  return scaled(amount, num, den, earning.rounding);
}

function partsOf(earning: WalletEarning, moment: Moment, eligible: readonly number[]): Part[] {
  const rates = earning.rates.filter((rate) => acts(rate, moment));
  return moment.purchase.lines.map((line, i) => ({
    amount: rates.reduce(
      (sum, rate) => sum + BigInt(rate.measure === 'paid' ? (eligible[i] ?? 0) : line.list) * rate.weight,
      0n,
    ),
    factor: factorOf(earning, moment, line),
  }));
}

function addedBy(earning: WalletEarning, moment: Moment): number {
  let added = 0;
  for (const award of earning.fixed) if (acts(award, moment)) added += award.points;
  return added;
}

function acts({ when }: PlannedRule, moment: Moment): boolean {
  return when === null || when(moment);
}

/** The factor of one line from the multipliers that act on it (E3); never below zero. */
function factorOf(earning: WalletEarning, moment: Moment, line: PurchaseLine): Ratio {
  if (earning.stacking === 'highest') return highest(earning, moment, line)?.by ?? ONE;
  const acting = earning.multipliers.filter((multiplier) => acts(multiplier, moment) && multiplier.covers(line));
  if (earning.stacking === 'multiply') return acting.reduce((product, { by }) => timesRatio(product, by), ONE);
  const sum = acting.reduce((total, { by }) => plusRatio(total, { num: by.num - by.den, den: by.den }), ONE);
  return sum.num < 0n ? { num: 0n, den: 1n } : sum;
}

/** Multipliers stand highest first, so the first one that acts is the highest. */
function highest(earning: WalletEarning, moment: Moment, line: PurchaseLine): Multiplier | null {
  for (const multiplier of earning.multipliers) {
    if (acts(multiplier, moment) && multiplier.covers(line)) return multiplier;
  }
  return null;
}

function baseTerms(earning: WalletEarning, moment: Moment, eligible: readonly number[]): BaseTerm[] {
  const paid = eligible.reduce((sum, amount) => sum + amount, 0);
  const rates = earning.rates.filter((rate) => acts(rate, moment));
  const fixed = earning.fixed.filter((award) => acts(award, moment));
  return [
    ...rates.map((rate) => ({
      ...rate.source,
      points: rate.pointsText,
      per: rate.perText,
      measure: rate.measure,
      basis: rate.measure === 'paid' ? paid : moment.purchase.listTotal,
    })),
    ...fixed.map((award) => ({ ...award.source, points: award.pointsText, per: null, measure: null, basis: paid })),
  ];
}

/** The multipliers that act on some line, highest first, and whether each was taken on one. */
function multiplierTerms(earning: WalletEarning, moment: Moment): MultiplierTerm[] {
  const { lines } = moment.purchase;
  const acting = earning.multipliers.filter((multiplier) => acts(multiplier, moment) && lines.some(multiplier.covers));
  const taken = new Set<Multiplier>();
  for (const line of lines) {
    const here = acting.filter((multiplier) => multiplier.covers(line));
    for (const multiplier of earning.stacking === 'highest' ? here.slice(0, 1) : here) taken.add(multiplier);
  }
  return acting.map((multiplier) => ({
    ...multiplier.source,
    by: multiplier.byText,
    goods: multiplier.goods,
    used: taken.has(multiplier),
  }));
}
