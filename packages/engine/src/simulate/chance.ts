/**
 * Seeded chance: the same seed gives the same numbers on every machine. Logarithm and exponential are worked out with plain
 * arithmetic, because those of the platform may differ in the last digit.
 */
export interface Chance {
  /** Between 0 and 1, neither of them. */
  uniform(): number;
  /** From 0 up to, not including, a number. */
  below(many: number): number;
  /** Of the standard normal distribution. */
  normal(): number;
  /** With mean 1. */
  exponential(): number;
  /** With mean 1; the larger the shape, the closer to it. */
  gamma(shape: number): number;
}

const TWO_32 = 4_294_967_296;
const WARM_UP = 12;

/** A stream of its own for each number: members do not hang on one another. */
export function chance(seed: number, stream: number): Chance {
  const uniform = uniformOf(seed, stream);
  const normal = normalOf(uniform);
  return {
    uniform,
    below: (many) => Math.floor(uniform() * many),
    normal,
    exponential: () => -ln(uniform()),
    gamma: (shape) => gammaOf(shape, uniform, normal) / shape,
  };
}

/** The generator sfc32. */
function uniformOf(seed: number, stream: number): () => number {
  let a = seed | 0;
  let b = stream | 0;
  let c = 0x9e3779b9 | 0;
  let counter = 1;
  const next = (): number => {
    const sum = (((a + b) | 0) + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + sum) | 0;
    return sum >>> 0;
  };
  for (let i = 0; i < WARM_UP; i += 1) next();
  return () => (next() + 0.5) / TWO_32;
}

/** Marsaglia's polar method. */
function normalOf(uniform: () => number): () => number {
  return () => {
    for (;;) {
      const x = 2 * uniform() - 1;
      const y = 2 * uniform() - 1;
      const square = x * x + y * y;
      if (square > 0 && square < 1) return x * Math.sqrt((-2 * ln(square)) / square);
    }
  };
}

/** Marsaglia and Tsang's method; its mean is the shape. */
function gammaOf(shape: number, uniform: () => number, normal: () => number): number {
  if (shape < 1) return gammaOf(shape + 1, uniform, normal) * exp(ln(uniform()) / shape);
  const d = shape - 1 / 3;
  const c = 1 / Math.sqrt(9 * d);
  for (;;) {
    const x = normal();
    const root = 1 + c * x;
    if (root <= 0) continue;
    const v = root * root * root;
    if (ln(uniform()) < 0.5 * x * x + d - d * v + d * ln(v)) return d * v;
  }
}

const LN_2 = Math.LN2;
const LOG_TERMS = 23;
const EXP_TERMS = 18;

/** The natural logarithm of a number above zero. */
export function ln(x: number): number {
  let halvings = 0;
  let rest = x;
  for (; rest > 1.5; halvings += 1) rest /= 2;
  for (; rest < 0.75; halvings -= 1) rest *= 2;
  const y = (rest - 1) / (rest + 1);
  const square = y * y;
  let sum = 0;
  for (let n = LOG_TERMS; n > 0; n -= 2) sum = sum * square + 1 / n;
  return halvings * LN_2 + 2 * y * sum;
}

export function exp(x: number): number {
  const doublings = Math.floor(x / LN_2 + 0.5);
  const rest = x - doublings * LN_2;
  let sum = 1;
  for (let n = EXP_TERMS; n > 0; n -= 1) sum = 1 + (rest * sum) / n;
  for (let i = 0; i < doublings; i += 1) sum *= 2;
  for (let i = 0; i > doublings; i -= 1) sum /= 2;
  return sum;
}
