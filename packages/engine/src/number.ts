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

/** A ratio in plain notation: what a file or an event stated has at most nine decimals. */
export function decimalText({ num, den }: Ratio): string {
  return new PlainDecimal(String(num)).div(String(den)).toFixed();
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

/** `amount × num ÷ den`, rounded. All three are integers, none negative, `den` above zero. */
export function scaled(amount: number, num: number, den: number, rounding: Rounding): number {
  const product = amount * num;
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
  if (total * sum <= Number.MAX_SAFE_INTEGER) {
    return roundedShares({ parts: weights.map((weight) => total * weight), whole: sum }, 'down');
  }
  const parts = weights.map((weight) => BigInt(total) * BigInt(weight));
  return roundedSharesBig({ parts, whole: BigInt(sum) }, 'down');
}

/** Fractions over one denominator, none negative. Plain ones, their sum and the denominator are safe integers. */
export interface Parts<N extends number | bigint> {
  readonly parts: readonly N[];
  readonly whole: N;
}

/**
 * The sum of the parts, rounded once, and shared over them by largest remainder (E1), so that the shares sum to the
 * total. Each part is cut off, and what is missing goes to the largest remainders, ties to the earlier one.
 */
export function roundedShares({ parts, whole }: Parts<number>, rounding: Rounding): number[] {
  const shares = parts.map((part) => divided(part, whole, 'down'));
  const total = divided(sumOf(parts), whole, rounding);
  const rests = parts.map((part, i) => part - (shares[i] ?? 0) * whole);
  return topUp(shares, total, (a, b) => (rests[b] ?? 0) - (rests[a] ?? 0));
}

export function roundedSharesBig({ parts, whole }: Parts<bigint>, rounding: Rounding): number[] {
  const shares = parts.map((part) => safe(Number(part / whole)));
  const rests = parts.map((part) => part % whole);
  return topUp(shares, roundedSumBig({ parts, whole }, rounding), (a, b) => compareBig(rests[b], rests[a]));
}

/** The sum of the parts, rounded once. */
export function roundedSumBig({ parts, whole }: Parts<bigint>, rounding: Rounding): number {
  return safe(Number(dividedBig(sumBig(parts), whole, rounding)));
}

/** Adds one to shares in an order until they sum to the total. */
function topUp(shares: number[], total: number, order: (a: number, b: number) => number): number[] {
  let left = total - sumOf(shares);
  if (left <= 0) return shares;
  for (const i of shares.map((_, place) => place).sort((a, b) => order(a, b) || a - b)) {
    if (left <= 0) break;
    shares[i] = (shares[i] ?? 0) + 1;
    left -= 1;
  }
  return shares;
}

export function sumOf(amounts: readonly number[]): number {
  let sum = 0;
  for (const amount of amounts) sum += amount;
  return sum;
}

export function sumBig(amounts: readonly bigint[]): bigint {
  return amounts.reduce((a, b) => a + b, 0n);
}

/** `num ÷ den` in lowest terms, as text; both are safe integers, `num` not negative. */
export function fraction(num: number, den: number): { readonly num: string; readonly den: string } {
  const divisor = plainDivisor(num, den);
  return { num: String(num / divisor), den: String(den / divisor) };
}

/** The same beyond 2^53. */
export function fractionBig(num: bigint, den: bigint): { readonly num: string; readonly den: string } {
  const exact = reduce(num, den);
  return { num: String(exact.num), den: String(exact.den) };
}

/** The least common multiple of two plain numbers; not a safe integer where it is beyond 2^53. */
export function plainMultiple(a: number, b: number): number {
  return a === b ? a : (a / plainDivisor(a, b)) * b;
}

function plainDivisor(a: number, b: number): number {
  return b === 0 ? a || 1 : plainDivisor(b, a % b);
}

export function leastCommonMultiple(a: bigint, b: bigint): bigint {
  return (a / greatestCommonDivisor(a, b)) * b;
}

const HALF_SAFE = 2 ** 52;

/** `product ÷ den`, rounded; safe integers, not negative, `den` above zero. */
export function divided(product: number, den: number, rounding: Rounding): number {
  // Up to here a quotient in doubles lies so close to the true one that its floor is the true floor; `%` is slow.
  const floor = product <= HALF_SAFE ? Math.floor(product / den) : (product - (product % den)) / den;
  if (rounding === 'down') return floor;
  const rest = product - floor * den;
  if (rest === 0) return floor;
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
