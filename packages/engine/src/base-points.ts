import type { Moment } from './condition.ts';
import { plusRatio, type Ratio, ratio, timesRatio, ZERO } from './number.ts';
import type { Rate, WalletEarning } from './plan.ts';

/** Base points by line, exactly (semantics E1, E2): for rates on some goods, on quantities, or on whole steps only. */
export function baseByLine(earning: WalletEarning, moment: Moment, eligible: readonly number[]): readonly Ratio[] {
  const acting = earning.rates.filter(({ when }) => when === null || when(moment));
  const none = moment.purchase.lines.map(() => ZERO);
  return acting.reduce<readonly Ratio[]>((sums, rate) => {
    const points = pointsByLine(rate, moment, eligible);
    return sums.map((sum, i) => plusRatio(sum, points[i] ?? ZERO));
  }, none);
}

/** What a rate measures of each line, in its smallest unit; nothing where it is not for the line. */
export function measuredByLine(rate: Rate, moment: Moment, eligible: readonly number[]): readonly Ratio[] {
  return moment.purchase.lines.map((line, i) => {
    if (!rate.covers(line)) return ZERO;
    if (rate.measure === 'quantity') return ratio(line.quantity);
    return { num: BigInt(rate.measure === 'paid' ? (eligible[i] ?? 0) : line.list), den: 1n };
  });
}

/** Whole steps are counted over the purchase, and what they bring falls on the lines in proportion. */
function pointsByLine(rate: Rate, moment: Moment, eligible: readonly number[]): readonly Ratio[] {
  const measured = measuredByLine(rate, moment, eligible);
  const total = measured.reduce(plusRatio, ZERO);
  if (total.num === 0n) return measured;
  const exact = over(total, rate.per);
  const steps = rate.full ? { num: exact.num / exact.den, den: 1n } : exact;
  const all = timesRatio(rate.points, steps);
  return measured.map((part) => timesRatio(all, over(part, total)));
}

function over(a: Ratio, b: Ratio): Ratio {
  return { num: a.num * b.den, den: a.den * b.num };
}
