import { Decimal } from 'decimal.js';

/**
 * Exact amounts (semantics M7). Amounts are integers in the smallest unit; what lies between is a ratio of integers.
 * Plain numbers serve while every product stays a safe integer; beyond, the same work is done with BigInt.
 */

/** How a ratio becomes an integer. There is no default: every rounding is named where it happens. */
export type Rounding = 'down' | 'halfUp' | 'up';

/** An exact fraction; the denominator is above zero. */
export interface Ratio {
  readonly num: bigint;
  readonly den: bigint;
}

/** Thrown inside the engine when an amount leaves the range that balances may have; the event is then refused. */
export class AmountTooLarge extends Error {}

const PlainDecimal = Decimal.clone({ precision: 60, toExpNeg: -30, toExpPos: 60 });

export const ZERO: Ratio = { num: 0n, den: 1n };
export const ONE: Ratio = { num: 1n, den: 1n };

/** The exact ratio that a plain decimal states: `"0.58"` is 29/50. */
export function ratio(decimal: string): Ratio {
  const value = new PlainDecimal(decimal);
  const places = value.decimalPlaces();
  return reduce(BigInt(value.times(new PlainDecimal(10).pow(places)).toFixed(0)), 10n ** BigInt(places));
}

export function timesRatio(a: Ratio, b: Ratio): Ratio {
  return reduce(a.num * b.num, a.den * b.den);
}

export function perRatio(a: Ratio, b: Ratio): Ratio {
  return reduce(a.num * b.den, a.den * b.num);
}

export function plusRatio(a: Ratio, b: Ratio): Ratio {
  return reduce(a.num * b.den + b.num * a.den, a.den * b.den);
}

/** An amount's part, half up; the whole of it is all of it. */
export function partOf(amount: number, { num, den }: Ratio): number {
  return num === 0n ? 0 : Number(dividedBig(BigInt(amount) * num, den, 'halfUp'));
}

/** `3/4`, `0`, `1`: a ratio as a state keeps it. */
export function ratioText({ num, den }: Ratio): string {
  return den === 1n ? String(num) : `${num}/${den}`;
}

/** Below zero, zero, above zero: how `a` stands to `b`. */
export function compareRatio(a: Ratio, b: Ratio): number {
  return compareBig(a.num * b.den, b.num * a.den);
}

/** The integer that a ratio is; null when it is none, or beyond 2^53. */
export function integerOf({ num, den }: Ratio): number | null {
  return den === 1n && isSafe(num) ? Number(num) : null;
}

export function isSafe(value: bigint): boolean {
  return value <= BigInt(Number.MAX_SAFE_INTEGER) && value >= BigInt(Number.MIN_SAFE_INTEGER);
}

/** A positive factor as plain numbers, for the quick paths; null beyond 2^53. */
export function plainRatio({ num, den }: Ratio): { readonly num: number; readonly den: number } | null {
  return isSafe(num) && isSafe(den) ? { num: Number(num), den: Number(den) } : null;
}

/** A decimal string in units of 10^-digits, rounded; `"20.80"` with 2 digits is 2080. */
export function toMinor(decimal: string, digits: number, rounding: Rounding): number {
  const { num, den } = ratio(decimal);
  return safe(Number(dividedBig(num * 10n ** BigInt(digits), den, rounding)));
}

/** An amount of money that the file states, in minor units, cut off below them. */
export function minorOf(decimal: string, digits: number): number {
  return toMinor(decimal, digits, 'down');
}

/** `quantity` times `unitPrice`, each of any scale, in units of 10^-digits, half up (M2). */
export function lineTotal(quantity: string, unitPrice: string, digits: number): number {
  const total = new PlainDecimal(quantity).times(unitPrice).times(new PlainDecimal(10).pow(digits));
  return safe(Number(total.toDecimalPlaces(0, Decimal.ROUND_HALF_UP).toFixed(0)));
}

/** Reads an integer of units of 10^-digits back into plain notation: 2080 with 2 digits is `"20.80"`. */
export function fromMinor(minor: number, digits: number): string {
  return new PlainDecimal(minor).div(new PlainDecimal(10).pow(digits)).toFixed(digits);
}

const HALF_SAFE = 2 ** 52;

/** `amount × num ÷ den`, rounded. All three are integers, none negative, `den` above zero. */
export function scaled(amount: number, num: number, den: number, rounding: Rounding): number {
  const product = amount * num;
  // Up to here a quotient in doubles lies so close to the true one that its floor is the true floor.
  if (rounding === 'down' && product <= HALF_SAFE) return Math.floor(product / den);
  if (product <= Number.MAX_SAFE_INTEGER) return divided(product, den, rounding);
  return safe(Number(dividedBig(BigInt(amount) * BigInt(num), BigInt(den), rounding)));
}

/** The integer itself, or {@link AmountTooLarge} when it is beyond 2^53. */
export function safe(value: number): number {
  if (!Number.isSafeInteger(value)) throw new AmountTooLarge();
  return value;
}

/**
 * Shares `total` over `weights` by largest remainder, ties to the earlier one (E1), so that the shares sum exactly.
 * With no weight at all, everything falls on the first.
 */
export function allocate(total: number, weights: readonly number[]): number[] {
  const sum = weights.reduce((a, b) => safe(a + b), 0);
  if (sum === 0) return weights.map((_, i) => (i === 0 ? total : 0));
  const shares = weights.map((weight) => scaled(total, weight, sum, 'down'));
  let left = total - shares.reduce((a, b) => a + b, 0);
  if (left === 0) return shares;
  const remainders = weights.map((weight) => (BigInt(total) * BigInt(weight)) % BigInt(sum));
  const order = weights.map((_, i) => i).sort((a, b) => compareBig(remainders[b], remainders[a]) || a - b);
  for (const i of order) {
    if (left === 0) break;
    shares[i] = (shares[i] ?? 0) + 1;
    left -= 1;
  }
  return shares;
}

/** What one line contributes: `amount × factor`, over a denominator that all lines share. */
export interface Part {
  readonly amount: bigint;
  readonly factor: Ratio;
}

/**
 * The sum of `amount × factor ÷ den`, rounded once, and shared over the parts by largest remainder (E1), so that the
 * shares sum to the total. Each part's exact value is cut off, and what is missing goes to the largest remainders.
 */
export function roundedShares(
  parts: readonly Part[],
  den: bigint,
  rounding: Rounding,
): { total: number; shares: number[] } {
  const { parts: exacts, whole } = overOneDenominator(parts, den);
  const total = safe(Number(dividedBig(sumBig(exacts), whole, rounding)));
  const shares = exacts.map((exact) => safe(Number(exact / whole)));
  const rests = exacts.map((exact) => exact % whole);
  const order = exacts.map((_, i) => i).sort((a, b) => compareBig(rests[b], rests[a]) || a - b);
  let left = total - shares.reduce((a, b) => a + b, 0);
  for (const i of order) {
    if (left <= 0) break;
    shares[i] = (shares[i] ?? 0) + 1;
    left -= 1;
  }
  return { total, shares };
}

/** The sum of the parts before rounding. */
export function exactSum(parts: readonly Part[], den: bigint): Ratio {
  const exact = overOneDenominator(parts, den);
  return reduce(sumBig(exact.parts), exact.whole);
}

function overOneDenominator(parts: readonly Part[], den: bigint): { parts: bigint[]; whole: bigint } {
  const common = parts.reduce((product, { factor }) => leastCommonMultiple(product, factor.den), 1n);
  return {
    parts: parts.map(({ amount, factor }) => amount * factor.num * (common / factor.den)),
    whole: common * den,
  };
}

function sumBig(values: readonly bigint[]): bigint {
  return values.reduce((a, b) => a + b, 0n);
}

export function leastCommonMultiple(a: bigint, b: bigint): bigint {
  return (a / greatestCommonDivisor(a, b)) * b;
}

function divided(product: number, den: number, rounding: Rounding): number {
  const rest = product % den;
  const floor = (product - rest) / den;
  if (rounding === 'down' || rest === 0) return floor;
  if (rounding === 'up') return floor + 1;
  return rest * 2 >= den ? floor + 1 : floor;
}

function dividedBig(product: bigint, den: bigint, rounding: Rounding): bigint {
  const floor = product / den;
  const rest = product % den;
  if (rounding === 'down' || rest === 0n) return floor;
  if (rounding === 'up') return floor + 1n;
  return rest * 2n >= den ? floor + 1n : floor;
}

function compareBig(a: bigint | undefined, b: bigint | undefined): number {
  const left = a ?? 0n;
  const right = b ?? 0n;
  return left < right ? -1 : left > right ? 1 : 0;
}

function reduce(num: bigint, den: bigint): Ratio {
  const divisor = greatestCommonDivisor(num < 0n ? -num : num, den);
  return { num: num / divisor, den: den / divisor };
}

function greatestCommonDivisor(a: bigint, b: bigint): bigint {
  return b === 0n ? a || 1n : greatestCommonDivisor(b, a % b);
}
