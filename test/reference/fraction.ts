/** Exact amounts of the reference evaluator (M7): a numerator over a positive denominator, never shortened, never rounded. */
export interface Fraction {
  readonly over: bigint;
  readonly under: bigint;
}

type RoundingWay = 'down' | 'halfUp' | 'up';

export const ZERO: Fraction = { over: 0n, under: 1n };
export const ONE: Fraction = { over: 1n, under: 1n };

export function whole(amount: bigint): Fraction {
  return { over: amount, under: 1n };
}

/** Reads a plain decimal such as `-12.50`. */
export function decimal(text: string): Fraction {
  const [beforePoint = '', afterPoint = ''] = text.split('.');
  return { over: BigInt(beforePoint + afterPoint), under: 10n ** BigInt(afterPoint.length) };
}

export function plus(a: Fraction, b: Fraction): Fraction {
  return { over: a.over * b.under + b.over * a.under, under: a.under * b.under };
}

export function minus(a: Fraction, b: Fraction): Fraction {
  return { over: a.over * b.under - b.over * a.under, under: a.under * b.under };
}

export function times(a: Fraction, b: Fraction): Fraction {
  return { over: a.over * b.over, under: a.under * b.under };
}

/** @throws RangeError when `b` is zero: the programs compared never divide by zero. */
export function dividedBy(a: Fraction, b: Fraction): Fraction {
  if (b.over === 0n) throw new RangeError('division by zero');
  const sign = b.over < 0n ? -1n : 1n;
  return { over: a.over * b.under * sign, under: a.under * b.over * sign };
}

/** Below zero, zero or above zero. */
export function compared(a: Fraction, b: Fraction): bigint {
  return a.over * b.under - b.over * a.under;
}

export function sum(amounts: readonly Fraction[]): Fraction {
  return amounts.reduce(plus, ZERO);
}

export function greatest(first: Fraction, others: readonly Fraction[]): Fraction {
  return others.reduce((best, each) => (compared(each, best) > 0n ? each : best), first);
}

/** The whole number at or below. BigInt division cuts towards zero, which is not down for negative amounts. */
export function floor(a: Fraction): bigint {
  const cut = a.over / a.under;
  return a.over < 0n && cut * a.under !== a.over ? cut - 1n : cut;
}

export function rounded(a: Fraction, way: RoundingWay): bigint {
  switch (way) {
    case 'down':
      return floor(a);
    case 'up':
      return -floor({ over: -a.over, under: a.under });
    case 'halfUp':
      return floor(plus(a, { over: 1n, under: 2n }));
  }
}

/** Money of the file (`12.50`) in the currency's minor units. */
export function minorUnits(money: Fraction, minorDigits: number): Fraction {
  return times(money, whole(10n ** BigInt(minorDigits)));
}
