/** Points earned together, with the same terms (semantics M4, T8). */
export interface Lot {
  /** The number of the entry that made it. */
  readonly entry: number;
  readonly earnedAtMs: number;
  /** Null: from the start. */
  readonly availableFromMs: number | null;
  /** The first instant at which it cannot be used any more; null: never. */
  readonly expiresAtMs: number | null;
  /** How far an activity can renew it; null: not at all (T8). */
  readonly renewal: Renewal | null;
  readonly left: number;
}

/** Whatever activities renew a lot to, it expires neither before the one nor after the other. */
export interface Renewal {
  readonly leastMs: number | null;
  readonly mostMs: number | null;
}

/** When points can be used: what a lot gets on being made. */
export type LotTerms = Pick<Lot, 'availableFromMs' | 'expiresAtMs' | 'renewal'>;
export const NO_TERMS: LotTerms = { availableFromMs: null, expiresAtMs: null, renewal: null };

/**
 * The lots of a wallet that can be used, in spending order, packed: numbers side by side instead of an object for each, so
 * that adding one writes a few numbers, and copying all of them is copying one list. Only this file knows how; everybody
 * else reads and writes a {@link Lot}.
 */
export interface Lots {
  /** {@link NUMBERS} for each lot. */
  readonly numbers: number[];
  /** Those before the first one are used up; what lies from `end` on is left over. */
  first: number;
  end: number;
}

const NUMBERS = 6;
const EXPIRES = 1;
const LEAST = 2;
const MOST = 3;
const ENTRY = 4;
const LEFT = 5;
/** Instants that stand for `null`. */
const EVER = Number.NEGATIVE_INFINITY;
const NEVER = Number.POSITIVE_INFINITY;

export function noLots(): Lots {
  return { numbers: [], first: 0, end: 0 };
}

/** The same list for another account: a batch that plays one account after the other need not make it anew. */
export function emptiedLots(lots: Lots): Lots {
  lots.first = 0;
  lots.end = 0;
  return lots;
}

export function copyLots({ numbers, first, end }: Lots): Lots {
  return { numbers: numbers.slice(first * NUMBERS, end * NUMBERS), first: 0, end: end - first };
}

/** Every lot, in spending order. */
export function lotsOf(lots: Lots): Lot[] {
  return Array.from({ length: lots.end - lots.first }, (_, i) => lotAt(lots, lots.first + i));
}

/** The same lots changed, fewer or in another order. */
export function setLots(lots: Lots, all: readonly Lot[]): void {
  emptiedLots(lots);
  for (const lot of all) addLot(lots, lot.entry, lot.earnedAtMs, lot, lot.left);
}

/** When the next one expires; infinity: none does. */
export function nextExpiryMs({ numbers, first, end }: Lots): number {
  return first === end ? NEVER : (numbers[first * NUMBERS + EXPIRES] ?? NEVER);
}

/** Puts a lot where the spending order wants it: soonest expiry first, then oldest, never-expiring last (M4). */
export function addLot(
  lots: Lots,
  entry: number,
  earnedAtMs: number,
  { expiresAtMs, renewal }: LotTerms,
  left: number,
): void {
  const { numbers } = lots;
  const expiresMs = expiresAtMs ?? NEVER;
  const place = lots.end;
  // Nearly every lot comes after all that are there.
  const isLast = place === lots.first || !spendsBefore(lots, place - 1, expiresMs, earnedAtMs, entry);
  const n = (isLast ? place : makeRoom(lots, expiresMs, earnedAtMs, entry)) * NUMBERS;
  numbers[n] = earnedAtMs;
  numbers[n + EXPIRES] = expiresMs;
  numbers[n + LEAST] = renewal === null ? Number.NaN : (renewal.leastMs ?? EVER);
  numbers[n + MOST] = renewal === null ? Number.NaN : (renewal.mostMs ?? NEVER);
  numbers[n + ENTRY] = entry;
  numbers[n + LEFT] = left;
  lots.end = place + 1;
}

/** Moves those that are spent after a new lot, and says where it goes. */
function makeRoom(lots: Lots, expiresMs: number, earnedAtMs: number, entry: number): number {
  let place = lots.end;
  while (place > lots.first && spendsBefore(lots, place - 1, expiresMs, earnedAtMs, entry)) place -= 1;
  const { numbers } = lots;
  const moved = numbers.slice(place * NUMBERS, lots.end * NUMBERS);
  for (let i = 0; i < moved.length; i += 1) numbers[(place + 1) * NUMBERS + i] = moved[i] ?? 0;
  return place;
}

/** Whether a lot with these terms is spent before the one at a place. */
function spendsBefore({ numbers }: Lots, place: number, expiresMs: number, earnedAtMs: number, entry: number): boolean {
  const n = place * NUMBERS;
  const otherMs = numbers[n + EXPIRES] ?? NEVER;
  if (expiresMs !== otherMs) return expiresMs < otherMs;
  const otherEarnedMs = numbers[n] ?? 0;
  return earnedAtMs === otherEarnedMs ? entry < (numbers[n + ENTRY] ?? 0) : earnedAtMs < otherEarnedMs;
}

/** Takes the first lot out, or up to an amount of it; what was taken is what is left in the lot that comes back. */
export function takeFirst(lots: Lots, amount: number): Taken | null {
  if (lots.first === lots.end) return null;
  const lot = lotAt(lots, lots.first);
  const taken = Math.min(lot.left, amount);
  if (taken < lot.left) lots.numbers[lots.first * NUMBERS + LEFT] = lot.left - taken;
  else lots.first += 1;
  return { lot, amount: taken };
}

/** What was taken out of one lot, with the lot as it was before. */
export interface Taken {
  readonly lot: Lot;
  readonly amount: number;
}

/** The same lot with so much less in it. */
export function lessOf({ entry, earnedAtMs, availableFromMs, expiresAtMs, renewal, left }: Lot, taken: number): Lot {
  return { entry, earnedAtMs, availableFromMs, expiresAtMs, renewal, left: left - taken };
}

function lotAt({ numbers }: Lots, place: number): Lot {
  const n = place * NUMBERS;
  const expiresMs = numbers[n + EXPIRES] ?? NEVER;
  return {
    entry: numbers[n + ENTRY] ?? 0,
    earnedAtMs: numbers[n] ?? 0,
    availableFromMs: null,
    expiresAtMs: expiresMs === NEVER ? null : expiresMs,
    renewal: renewalOf(numbers[n + LEAST] ?? EVER, numbers[n + MOST] ?? NEVER),
    left: numbers[n + LEFT] ?? 0,
  };
}

function renewalOf(leastMs: number, mostMs: number): Renewal | null {
  if (Number.isNaN(leastMs)) return null;
  return { leastMs: leastMs === EVER ? null : leastMs, mostMs: mostMs === NEVER ? null : mostMs };
}
