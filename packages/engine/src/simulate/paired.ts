/** What one figure changes by, over all accounts: each account is held against itself. */
export interface Paired {
  /** Of all accounts: minor units, or points. */
  readonly total: bigint;
  /** Of an account on average, with the interval that holds the mean of all such members 19 times in 20. */
  readonly mean: number;
  readonly low: number;
  readonly high: number;
  /** How many accounts have more, less and the same. */
  readonly more: number;
  readonly less: number;
  readonly same: number;
}

/** The normal distribution leaves out one in twenty beyond so many standard errors. */
const STANDARD_ERRORS = 1.96;

/** Sums are exact, so the order of accounts changes nothing. */
export function pairing(): { add(difference: number): void; paired(): Paired } {
  let total = 0n;
  let squares = 0n;
  let [more, less, same] = [0, 0, 0];
  return {
    add(difference) {
      if (difference === 0) {
        same += 1;
        return;
      }
      const exact = BigInt(difference);
      total += exact;
      squares += exact * exact;
      if (difference > 0) more += 1;
      else less += 1;
    },
    paired() {
      const count = more + less + same;
      const mean = count === 0 ? 0 : Number(total) / count;
      const beyond = STANDARD_ERRORS * standardError(total, squares, count);
      return { total, mean, low: mean - beyond, high: mean + beyond, more, less, same };
    },
  };
}

/** Of the mean: the square root of the sample variance over the number of accounts. */
function standardError(total: bigint, squares: bigint, count: number): number {
  if (count < 2) return 0;
  const n = BigInt(count);
  const spread = n * squares - total * total;
  return Math.sqrt(Number(spread) / (count * count * (count - 1)));
}
