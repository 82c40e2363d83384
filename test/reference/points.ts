import type { Program } from '@laurel/engine';
import { acts, type Circumstances } from './conditions.ts';
import {
  dividedBy,
  type Fraction,
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

type Wallet = Program['wallets'][number];
type Effect = Program['rules'][number]['effects'][number];

/** One line as earning sees it. Money in minor units; `earns` is what was paid less what does not earn. */
export interface EarningLine {
  readonly line: GoodsLine;
  readonly list: bigint;
  readonly earns: bigint;
}

/** The points that each line of a purchase brings into one wallet (E1, decision 7). */
export function pointsByLine(
  judged: Judged,
  wallet: Wallet,
  lines: readonly EarningLine[],
  now: Circumstances,
): bigint[] {
  const effects = judged.program.rules.filter((rule) => acts(judged, rule, now)).flatMap((rule) => rule.effects);
  const exact = lines.map((line) =>
    times(baseOf(judged, wallet, effects, line), multiplierOf(judged, wallet, effects, line)),
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

/** So many points for every so much money: a rate, not whole steps (E2). */
function baseOf(judged: Judged, wallet: Wallet, effects: readonly Effect[], line: EarningLine): Fraction {
  let points = ZERO;
  for (const effect of effects) {
    if (effect.kind !== 'earnRate' || effect.wallet !== wallet.name) continue;
    const measured = whole(effect.measure.of === 'listPrice' ? line.list : line.earns);
    const per = minorUnits(amountOf(judged, effect.per), judged.program.currency.minorDigits);
    points = plus(points, dividedBy(times(amountOf(judged, effect.points), measured), per));
  }
  return points;
}

/** How the multipliers that concern a line stack (E3). */
function multiplierOf(judged: Judged, wallet: Wallet, effects: readonly Effect[], { line }: EarningLine): Fraction {
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

function fixedAwards(judged: Judged, wallet: Wallet, effects: readonly Effect[]): bigint {
  const awards = effects.flatMap((effect) =>
    effect.kind === 'earnFixed' && effect.wallet === wallet.name ? [amountOf(judged, effect.points)] : [],
  );
  return rounded(sum(awards), wallet.rounding);
}
