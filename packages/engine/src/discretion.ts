import type { LineTest, Moment, Test } from './condition.ts';
import { compareRatio, ratio, scaled } from './number.ts';
import type { PlannedRule } from './plan.ts';
import { type Build, plain } from './plan-effects.ts';
import type { Prices } from './pricing.ts';
import type { Effect, Rule } from './program.ts';
import type { Refusal, Silence, Source } from './reason.ts';

/**
 * Prices that staff set by hand (semantics M6). Where a file says within which bounds they may, what the till states as paid
 * for a line is the price by the rules or lies within the bounds; where it says nothing, any price stands.
 */

/** A rule by which staff may set prices. */
export interface Discretion {
  readonly rule: Rule;
  readonly source: Source;
  /** Null: always. */
  readonly when: Test | null;
  readonly covers: LineTest;
  /** The shares of the list price that may be paid. */
  readonly least: Share;
  readonly most: Share;
}

interface Share {
  readonly num: number;
  readonly den: number;
}

export function discretions(rules: readonly PlannedRule[], build: Build): Discretion[] {
  return rules.flatMap((planned) =>
    planned.rule.effects.flatMap((effect) =>
      effect.kind === 'staffPrice' ? [discretion(planned, effect, build)] : [],
    ),
  );
}

function discretion(
  { rule, source, when }: PlannedRule,
  { least, most, goods, at }: Extract<Effect, { kind: 'staffPrice' }>,
  build: Build,
): Discretion {
  // Whoever says "from 90% to 70%" means what lies between.
  const [one, other] = [ratio(build.text(least)), ratio(build.text(most))];
  const [low, high] = compareRatio(one, other) <= 0 ? [one, other] : [other, one];
  return { rule, source: { ...source, at }, when, covers: build.covers(goods), least: plain(low), most: plain(high) };
}

/** A line whose price is neither that of the rules nor one that staff may set; null: there is none. */
export function beyondDiscretion(
  all: readonly Discretion[],
  moment: Moment,
  prices: Prices | null,
  paid: readonly number[],
  silence: Silence | null,
): Refusal | null {
  const holding = silence === null ? all.filter(({ when }) => when === null || when(moment)) : [];
  const { lists, lines } = moment.purchase;
  for (const [index, line] of lines.entries()) {
    const [list, price, taken] = [lists[index] ?? 0, priceOf(moment, prices, index), paid[index] ?? 0];
    if (taken === price) continue;
    const bounds = holding.filter(({ covers }) => covers(line)).map((each) => boundsOf(each, list));
    if (bounds.some(({ least, most }) => least <= taken && taken <= most)) continue;
    const least = bounds.length === 0 ? null : Math.min(...bounds.map((each) => each.least));
    const most = bounds.length === 0 ? null : Math.max(...bounds.map((each) => each.most));
    return { code: 'beyond-discretion', line: index + 1, paid: taken, price, least, most, silence };
  }
  return null;
}

/** The rules by which staff set prices in a purchase that stands, in the file's order. */
export function setByStaff(
  all: readonly Discretion[],
  moment: Moment,
  prices: Prices | null,
  paid: readonly number[],
): Source[] {
  const used = new Set<Discretion>();
  for (const [index, line] of moment.purchase.lines.entries()) {
    const taken = paid[index] ?? 0;
    if (taken === priceOf(moment, prices, index)) continue;
    const list = moment.purchase.lists[index] ?? 0;
    const by = all.find((each) => {
      const { least, most } = boundsOf(each, list);
      return (each.when === null || each.when(moment)) && each.covers(line) && least <= taken && taken <= most;
    });
    if (by !== undefined) used.add(by);
  }
  return all.filter((each) => used.has(each)).map(({ source }) => source);
}

function priceOf({ purchase }: Moment, prices: Prices | null, index: number): number {
  return prices?.lines[index] ?? purchase.lists[index] ?? 0;
}

function boundsOf({ least, most }: Discretion, list: number): { least: number; most: number } {
  return { least: scaled(list, least.num, least.den, 'halfUp'), most: scaled(list, most.num, most.den, 'halfUp') };
}
