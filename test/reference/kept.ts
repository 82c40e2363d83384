import type { Receipt } from './account.ts';
import { compared, type Fraction, ONE, plus, rounded, times, whole, ZERO } from './fraction.ts';

/** By line, the share of what was bought that has come back. */
export type Shares = readonly Fraction[];

/** All that is gone of each line, for good or for other goods. */
export function goneOf({ returned, exchanged }: Receipt): Shares {
  return returned.map((share, line) => plus(share, exchanged[line] ?? ZERO));
}

/** The part of an amount of a line that has come back with the goods, rounded half up (decisions 16, 21). */
export function partBack(back: Shares, line: number, amount: bigint): bigint {
  return rounded(times(whole(amount), back[line] ?? ZERO), 'halfUp');
}

/** A line that came back whole is not there any more (decision 16). */
export function isThere(back: Shares, line: number): boolean {
  return compared(back[line] ?? ZERO, ONE) < 0n;
}
