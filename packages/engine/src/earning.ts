import { baseByLine, measuredByLine } from './base-points.ts';
import type { Moment, Test } from './condition.ts';
import type { PurchaseLine } from './happening.ts';
import {
  allocate,
  decimalText,
  divided,
  fraction,
  fractionBig,
  leastCommonMultiple,
  ONE,
  type Parts,
  plainMultiple,
  plainRatio,
  plusRatio,
  type Ratio,
  roundedShares,
  roundedSharesBig,
  roundedSumBig,
  safe,
  sumBig,
  sumOf,
  timesRatio,
  ZERO,
} from './number.ts';
import type { Multiplier, Rate, WalletEarning, Weights } from './plan.ts';
import type { BaseTerm, MultiplierTerm, NotEarning, Reason } from './reason.ts';

/**
 * Points for one purchase in one wallet, in the order of semantics E1: base points by line, multipliers by line, one
 * rounding for the purchase, additions. `eligible`: minor units of each line that may earn.
 */
export function pointsOf(earning: WalletEarning, moment: Moment, eligible: readonly number[]): number {
  const quick = earning.isByLine
    ? quickBaseByLine(earning, moment, eligible)
    : quickBase(earning, moment, sumOf(eligible), moment.purchase.listTotal);
  const base = quick ?? roundedSumBig(bigParts(earning, moment, eligible), earning.rounding);
  return earning.fixed.length === 0 ? base : safe(base + addedBy(earning, moment));
}

/** Why the purchase earned this, as data; the base is allocated to lines by largest remainder, additions pro rata. */
export function earnedReason(
  earning: WalletEarning,
  moment: Moment,
  eligible: readonly number[],
  notEarning: NotEarning,
): Reason {
  const added = addedBy(earning, moment);
  const { shares, exact } = breakdown(earning, moment, eligible, added);
  const additions = added === 0 ? null : allocate(added, eligible);
  return {
    kind: 'earned',
    unit: earning.wallet === 0 ? 'money' : 'points',
    base: baseTerms(earning, moment, eligible),
    multipliers: multiplierTerms(earning, moment),
    stacking: earning.stacking,
    exact,
    rounding: earning.rounding,
    notEarning,
    lines: additions === null ? shares : shares.map((share, i) => share + (additions[i] ?? 0)),
  };
}

/** The points of each line before additions, and the exact sum with them. */
function breakdown(
  earning: WalletEarning,
  moment: Moment,
  eligible: readonly number[],
  added: number,
): { shares: number[]; exact: { num: string; den: string } } {
  const quick = quickParts(earning, moment, eligible);
  if (quick !== null) {
    const num = sumOf(quick.parts) + added * quick.whole;
    if (Number.isSafeInteger(num)) {
      return { shares: roundedShares(quick, earning.rounding), exact: fraction(num, quick.whole) };
    }
  }
  const big = bigParts(earning, moment, eligible);
  const num = sumBig(big.parts) + BigInt(added) * big.whole;
  return { shares: roundedSharesBig(big, earning.rounding), exact: fractionBig(num, big.whole) };
}

/**
 * The points where only the sums of a purchase are known: what may earn, and the list total. Null where lines have to be
 * looked at one by one.
 */
export function pointsOfSums(earning: WalletEarning, moment: Moment, paid: number, listed: number): number | null {
  const base = earning.isByLine ? null : quickBase(earning, moment, paid, listed);
  return base === null || earning.fixed.length === 0 ? base : safe(base + addedBy(earning, moment));
}

/**
 * The rounded base in plain numbers, where all lines have one factor. Null where a sum leaves 2^53, or is NaN because a
 * weight is beyond it.
 */
function quickBase(earning: WalletEarning, moment: Moment, paid: number, listed: number): number | null {
  const amount = paid * weightOf(earning.onPaid, moment) + listed * weightOf(earning.onList, moment);
  const factor = factorOf(earning, moment, null);
  if (factor === null) return quotient(amount, earning.quickDenominator, earning.rounding);
  return quotient(amount * factor.quick.num, earning.quickDenominator * factor.quick.den, earning.rounding);
}

/** The same, line by line. */
function quickBaseByLine(earning: WalletEarning, moment: Moment, eligible: readonly number[]): number | null {
  const { lines } = moment.purchase;
  const perPaid = weightOf(earning.onPaid, moment);
  const perListed = weightOf(earning.onList, moment);
  let sum = 0;
  let den = 1;
  for (let i = 0; i < lines.length; i += 1) {
    const line = lines[i];
    if (line === undefined) break;
    const amount = (eligible[i] ?? 0) * perPaid + line.list * perListed;
    if (amount === 0) continue;
    const { num, den: lineDen } = factorOf(earning, moment, line)?.quick ?? QUICK_ONE;
    if (lineDen === den) {
      sum += amount * num;
    } else {
      const common = plainMultiple(den, lineDen);
      sum = sum * (common / den) + amount * num * (common / lineDen);
      den = common;
    }
    if (!Number.isSafeInteger(sum)) return null;
  }
  return quotient(sum, den * earning.quickDenominator, earning.rounding);
}

function quotient(sum: number, whole: number, rounding: WalletEarning['rounding']): number | null {
  return Number.isSafeInteger(sum) && Number.isSafeInteger(whole) ? divided(sum, whole, rounding) : null;
}

/** The lines' parts of the base in plain numbers; null as in {@link quickBase}. */
function quickParts(earning: WalletEarning, moment: Moment, eligible: readonly number[]): Parts<number> | null {
  const { lines } = moment.purchase;
  const perPaid = weightOf(earning.onPaid, moment);
  const perListed = weightOf(earning.onList, moment);
  const factors = lines.map((line) => factorOf(earning, moment, line)?.quick ?? QUICK_ONE);
  const common = factors.reduce((multiple, { den }) => plainMultiple(multiple, den), 1);
  const parts = lines.map(({ list }, i) => {
    const { num, den } = factors[i] ?? QUICK_ONE;
    return ((eligible[i] ?? 0) * perPaid + list * perListed) * num * (common / den);
  });
  const whole = common * earning.quickDenominator;
  return Number.isSafeInteger(whole) && Number.isSafeInteger(sumOf(parts)) ? { parts, whole } : null;
}

/** The same with integers of any size. */
function bigParts(earning: WalletEarning, moment: Moment, eligible: readonly number[]): Parts<bigint> {
  if (!earning.isPlain) return exactParts(earning, moment, eligible);
  const { lines } = moment.purchase;
  const rates = earning.rates.filter((rate) => acts(rate.when, moment));
  const factors = lines.map((line) => factorOf(earning, moment, line)?.by ?? ONE);
  const common = factors.reduce((multiple, { den }) => leastCommonMultiple(multiple, den), 1n);
  const parts = lines.map(({ list }, i) => {
    const { num, den } = factors[i] ?? ONE;
    const basis = (measure: Rate['measure']) => BigInt(measure === 'paid' ? (eligible[i] ?? 0) : list);
    return sumBig(rates.map(({ measure, weight }) => basis(measure) * weight)) * num * (common / den);
  });
  return { parts, whole: common * earning.rateDenominator };
}

/** The same where some rate is not plain. */
function exactParts(earning: WalletEarning, moment: Moment, eligible: readonly number[]): Parts<bigint> {
  const { lines } = moment.purchase;
  const parts = baseByLine(earning, moment, eligible).map((base, i) => {
    const line = lines[i];
    const factor = line === undefined ? null : factorOf(earning, moment, line);
    return timesRatio(base, factor?.by ?? ONE);
  });
  const whole = parts.reduce((multiple, { den }) => leastCommonMultiple(multiple, den), 1n);
  return { parts: parts.map(({ num, den }) => num * (whole / den)), whole };
}

/** Points per minor unit, over the wallet's denominator, from those of the rates that act. */
function weightOf(weights: Weights, moment: Moment): number {
  return weights.sometimes.length === 0 ? weights.always : weightNow(weights, moment);
}

function weightNow({ always, sometimes }: Weights, moment: Moment): number {
  let sum = always;
  for (let i = 0; i < sometimes.length; i += 1) {
    const rate = sometimes[i];
    if (rate !== undefined && acts(rate.when, moment)) sum += rate.quickWeight;
  }
  return sum;
}

function addedBy(earning: WalletEarning, moment: Moment): number {
  let added = 0;
  for (const award of earning.fixed) if (acts(award.when, moment)) added += award.points;
  return added;
}

function acts(when: Test | null, moment: Moment): boolean {
  return when === null || when(moment);
}

/** What a line's points are multiplied by, exactly and in plain numbers (NaN beyond 2^53). */
type Factor = Pick<Multiplier, 'by' | 'quick'>;
const QUICK_ONE: Factor['quick'] = { num: 1, den: 1 };
const TOO_LONG: Factor['quick'] = { num: Number.NaN, den: 1 };

/**
 * The factor of one line, or (null) of every line, from the multipliers that act on it (E3), never below zero; null: none
 * acts.
 */
function factorOf(earning: WalletEarning, moment: Moment, line: PurchaseLine | null): Factor | null {
  if (earning.multipliers.length === 0) return null;
  return earning.stacking === 'highest' ? highest(earning, moment, line) : stacked(earning, moment, line);
}

function stacked(earning: WalletEarning, moment: Moment, line: PurchaseLine | null): Factor | null {
  const acting = earning.multipliers.filter((multiplier) => acts(multiplier.when, moment) && isFor(multiplier, line));
  if (acting.length < 2) return acting[0] ?? null;
  const by = earning.stacking === 'multiply' ? productOf(acting) : sumOfExcesses(acting);
  return { by, quick: plainRatio(by) ?? TOO_LONG };
}

function productOf(acting: readonly Multiplier[]): Ratio {
  return acting.reduce((product, { by }) => timesRatio(product, by), ONE);
}

function sumOfExcesses(acting: readonly Multiplier[]): Ratio {
  const sum = acting.reduce((total, { by }) => plusRatio(total, { num: by.num - by.den, den: by.den }), ONE);
  return sum.num < 0n ? { num: 0n, den: 1n } : sum;
}

/** Multipliers stand highest first, so the first one that acts is the highest. */
function highest(earning: WalletEarning, moment: Moment, line: PurchaseLine | null): Multiplier | null {
  const { multipliers } = earning;
  for (let i = 0; i < multipliers.length; i += 1) {
    const multiplier = multipliers[i];
    if (multiplier !== undefined && acts(multiplier.when, moment) && isFor(multiplier, line)) return multiplier;
  }
  return null;
}

function isFor({ goods, covers }: Multiplier, line: PurchaseLine | null): boolean {
  return goods === null || (line !== null && covers(line));
}

function baseTerms(earning: WalletEarning, moment: Moment, eligible: readonly number[]): BaseTerm[] {
  const terms: BaseTerm[] = [];
  for (const rate of earning.rates) {
    if (!acts(rate.when, moment)) continue;
    const { rule, version, at } = rate.source;
    const { measure, goods, full, pointsText: points, perText: per } = rate;
    const sum = measuredByLine(rate, moment, eligible).reduce(plusRatio, ZERO);
    // A rate for goods of which there are none has nothing to say.
    if (goods !== null && sum.num === 0n) continue;
    const basis = measure === 'quantity' ? decimalText(sum) : Number(sum.num / sum.den);
    terms.push({ rule, version, at, points, per, measure, goods, full, basis });
  }
  for (const { source, pointsText, when } of earning.fixed) {
    if (!acts(when, moment)) continue;
    const { rule, version, at } = source;
    const rest = { per: null, measure: null, goods: null, full: false };
    terms.push({ rule, version, at, points: pointsText, ...rest, basis: sumOf(eligible) });
  }
  return terms;
}

/** The multipliers that act on some line, highest first, and whether each was taken on one. */
function multiplierTerms(earning: WalletEarning, moment: Moment): MultiplierTerm[] {
  const { lines } = moment.purchase;
  const terms: MultiplierTerm[] = [];
  for (const multiplier of earning.multipliers) {
    const { source, byText, goods, covers, when } = multiplier;
    if (!acts(when, moment) || !lines.some(covers)) continue;
    const isHighest = (line: PurchaseLine) => highest(earning, moment, line) === multiplier;
    const used = earning.stacking !== 'highest' || lines.some(isHighest);
    const { rule, version, at } = source;
    terms.push({ rule, version, at, by: byText, goods, used });
  }
  return terms;
}
