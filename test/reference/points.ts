import type { Program } from '@laurel/engine';
import { acts, actsOnPurchases, type Circumstances } from './conditions.ts';
import {
  compared,
  dividedBy,
  type Fraction,
  floor,
  greatest,
  minorUnits,
  minus,
  ONE,
  plus,
  rounded,
  sum,
  times,
  whole,
  ZERO,
} from './fraction.ts';
import { concerns, type GoodsLine } from './goods.ts';
import { amountOf, type Judged } from './judged.ts';
import { fitted, shared } from './sharing.ts';
import { type EarningWallet, givenIn } from './wallets.ts';

type Effect = Program['rules'][number]['effects'][number];

/** One line as earning sees it. Money in minor units; `earns` is what was paid less what does not earn. */
export interface EarningLine {
  readonly line: GoodsLine;
  readonly list: bigint;
  readonly earns: bigint;
  readonly quantity: Fraction;
}

/** The points that each line of a purchase brings into one wallet (E1, decision 7). */
export function pointsByLine(
  judged: Judged,
  wallet: EarningWallet,
  lines: readonly EarningLine[],
  now: Circumstances,
): bigint[] {
  const effects = judged.program.rules
    .filter((rule) => actsOnPurchases(rule) && acts(judged, rule, now))
    .flatMap((rule) => rule.effects);
  const exact = lines.map((line) =>
    times(baseOf(judged, wallet, effects, lines, line), multiplierOf(judged, wallet, effects, line)),
  );
  const base = rounded(sum(exact), wallet.rounding);
  const fixed = fixedAwards(judged, wallet, effects);
  const baseParts = fitted(base, exact);
  const fixedParts = shared(
    fixed,
    lines.map(({ earns }) => whole(earns)),
  );
  return lines.map((_, line) => (baseParts[line] ?? 0n) + (fixedParts[line] ?? 0n));
}

/** So many points for every so much of what a rate measures; whole ones are counted over the purchase (E2). */
function baseOf(
  judged: Judged,
  wallet: EarningWallet,
  effects: readonly Effect[],
  lines: readonly EarningLine[],
  line: EarningLine,
): Fraction {
  let points = ZERO;
  for (const effect of effects) {
    if (effect.kind !== 'earnRate' || effect.wallet !== wallet.name) continue;
    const total = sum(lines.map((each) => measured(judged, effect, each)));
    if (compared(total, ZERO) === 0n) continue;
    const given = times(givenIn(judged, wallet.name, effect.points), howMany(judged, effect, total));
    points = plus(points, dividedBy(times(given, measured(judged, effect, line)), total));
  }
  return points;
}

type RateEffect = Extract<Effect, { kind: 'earnRate' }>;

/** What a rate measures of a line: money in minor units, or how many. */
function measured(
  judged: Judged,
  { measure, goods }: RateEffect,
  { line, list, earns, quantity }: EarningLine,
): Fraction {
  if (!concerns(judged.program, goods, line)) return ZERO;
  if (measure.of === 'quantity') return quantity;
  return whole(measure.of === 'listPrice' ? list : earns);
}

function howMany(judged: Judged, { measure, per, full }: RateEffect, total: Fraction): Fraction {
  const digits = judged.program.currency.minorDigits;
  const each = measure.of === 'quantity' ? amountOf(judged, per) : minorUnits(amountOf(judged, per), digits);
  const many = dividedBy(total, each);
  return full ? whole(floor(many)) : many;
}

/** How the multipliers that concern a line stack (E3). */
function multiplierOf(
  judged: Judged,
  wallet: EarningWallet,
  effects: readonly Effect[],
  { line }: EarningLine,
): Fraction {
  const factors: Fraction[] = [];
  for (const effect of effects) {
    if (effect.kind !== 'multiply' || effect.wallet !== wallet.name) continue;
    if (concerns(judged.program, effect.goods, line)) factors.push(amountOf(judged, effect.by));
  }
  const [first, ...others] = factors;
  if (first === undefined) return ONE;
  switch (judged.program.stacking.multipliers) {
    case 'highest':
      return greatest(first, others);
    case 'add':
      // Several factors below one could come to less than nothing: a purchase never takes points away.
      return greatest(ZERO, [plus(ONE, sum(factors.map((factor) => minus(factor, ONE))))]);
    case 'multiply':
      return factors.reduce(times, ONE);
  }
}

function fixedAwards(judged: Judged, wallet: EarningWallet, effects: readonly Effect[]): bigint {
  const awards = effects.flatMap((effect) =>
    effect.kind === 'earnFixed' && effect.wallet === wallet.name ? [givenIn(judged, wallet.name, effect.points)] : [],
  );
  return rounded(sum(awards), wallet.rounding);
}
