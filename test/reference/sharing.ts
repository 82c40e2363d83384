import { compared, dividedBy, type Fraction, floor, minus, sum, times, whole, ZERO } from './fraction.ts';

/** Shares a whole amount over lines in proportion to their weights; with no weight at all, the first line gets it. */
export function shared(total: bigint, weights: readonly Fraction[]): bigint[] {
  const weightOfAll = sum(weights);
  if (weightOfAll.over === 0n) return weights.map((_, line) => (line === 0 ? total : 0n));
  return fitted(
    total,
    weights.map((weight) => dividedBy(times(whole(total), weight), weightOfAll)),
  );
}

/**
 * Makes exact parts whole so that they sum to the total, by largest remainder, ties to the earlier line (E1): each part
 * is rounded down; what is then missing goes one by one to the largest remainders.
 */
export function fitted(total: bigint, exact: readonly Fraction[]): bigint[] {
  const parts = exact.map(floor);
  const remainders = exact.map((part, line) => minus(part, whole(parts[line] ?? 0n)));
  const given = new Set<number>();
  while (parts.reduce((a, b) => a + b, 0n) < total) {
    const line = lineOfLargest(remainders, given);
    given.add(line);
    parts[line] = (parts[line] ?? 0n) + 1n;
  }
  return parts;
}

function lineOfLargest(remainders: readonly Fraction[], given: ReadonlySet<number>): number {
  let best = -1;
  for (const [line, remainder] of remainders.entries()) {
    if (given.has(line)) continue;
    if (best === -1 || compared(remainder, remainders[best] ?? ZERO) > 0n) best = line;
  }
  return best;
}

export function totalOf(amounts: readonly bigint[]): bigint {
  return amounts.reduce((a, b) => a + b, 0n);
}

/** In proportion to the prices; lines that would fall below their floor stop there, and the rest is shared anew. */
export function sharedWithin(total: bigint, prices: readonly bigint[], rooms: readonly bigint[]): bigint[] {
  const stopped = new Set<number>();
  for (;;) {
    const atFloor = totalOf(rooms.filter((_, index) => stopped.has(index)));
    const open = prices.map((price, index) => whole(stopped.has(index) ? 0n : price));
    const shares = shared(total - atFloor, open).map((share, index) =>
      stopped.has(index) ? (rooms[index] ?? 0n) : share,
    );
    const tooMuch = shares.flatMap((share, index) => (share > (rooms[index] ?? 0n) && share > 0n ? [index] : []));
    if (tooMuch.length === 0) return shares;
    for (const index of tooMuch) stopped.add(index);
  }
}
