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
 * that adding one writes a few numbers. Only this file knows how; everybody else reads and writes a {@link Lot}.
 */
export interface Lots {
  page: Page;
  /** Those before the first one are used up; what lies from `end` on is no part of these. */
  first: number;
  end: number;
}

/**
 * Where lots are written. A copy shares the page: it may add what nobody sees who has it, and takes a page of its own before
 * it changes anything else.
 */
interface Page {
  /** {@link NUMBERS} for each lot. */
  readonly numbers: Float64Array;
  /** How many lots somebody has written. */
  written: number;
  isShared: boolean;
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

/** Too small for a lot, so that nobody ever writes on it. */
const NO_PAGE: Page = { numbers: new Float64Array(0), written: 0, isShared: true };
const LEAST_LOTS = 8;

export function noLots(): Lots {
  return { page: NO_PAGE, first: 0, end: 0 };
}

/** The same for another account: a batch that plays one account after the other need not make a page anew. */
export function emptiedLots(lots: Lots): Lots {
  if (lots.page.isShared) lots.page = NO_PAGE;
  else lots.page.written = 0;
  lots.first = 0;
  lots.end = 0;
  return lots;
}

export function copyLots({ page, first, end }: Lots): Lots {
  if (page !== NO_PAGE) page.isShared = true;
  return { page, first, end };
}

/** Room for so many more behind all that are there. */
function haveRoom(lots: Lots, more: number): void {
  const { page, end } = lots;
  if (page.written !== end || page.numbers.length < (end + more) * NUMBERS) turnPage(lots, more);
}

/** Takes a page of their own. */
function turnPage(lots: Lots, more: number): void {
  const { page, first, end } = lots;
  const count = end - first;
  const numbers = new Float64Array(Math.max(LEAST_LOTS, count * 2, count + more) * NUMBERS);
  numbers.set(page.numbers.subarray(first * NUMBERS, end * NUMBERS));
  lots.page = { numbers, written: count, isShared: false };
  lots.first = 0;
  lots.end = count;
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
export function nextExpiryMs({ page, first, end }: Lots): number {
  return first === end ? NEVER : (page.numbers[first * NUMBERS + EXPIRES] ?? NEVER);
}

/** Puts a lot where the spending order wants it: soonest expiry first, then oldest, never-expiring last (M4). */
export function addLot(
  lots: Lots,
  entry: number,
  earnedAtMs: number,
  { expiresAtMs, renewal }: LotTerms,
  left: number,
): void {
  const expiresMs = expiresAtMs ?? NEVER;
  haveRoom(lots, 1);
  // Nearly every lot comes after all that are there.
  const isLast = lots.end === lots.first || !spendsBefore(lots, lots.end - 1, expiresMs, earnedAtMs, entry);
  const place = isLast ? lots.end : makeRoom(lots, expiresMs, earnedAtMs, entry);
  const { page } = lots;
  const { numbers } = page;
  const n = place * NUMBERS;
  numbers[n] = earnedAtMs;
  numbers[n + EXPIRES] = expiresMs;
  numbers[n + LEAST] = renewal === null ? Number.NaN : (renewal.leastMs ?? EVER);
  numbers[n + MOST] = renewal === null ? Number.NaN : (renewal.mostMs ?? NEVER);
  numbers[n + ENTRY] = entry;
  numbers[n + LEFT] = left;
  lots.end += 1;
  page.written = lots.end;
}

/** Lots that are earned one after the other, side by side with others. */
export interface Earnings {
  /** How many instants there are, and the place of the first. */
  readonly count: number;
  readonly from: number;
  readonly atMs: Float64Array;
  /** For each instant, `width` amounts and the entries that they make; no amount, no lot. */
  readonly width: number;
  readonly amounts: Float64Array;
  readonly entries: Int32Array;
}

/** Adds the lots of one column that never expire, earned later than all that are there; what they hold comes back. */
export function addEarned(
  lots: Lots,
  { count, from, atMs, width, amounts, entries }: Earnings,
  column: number,
): number {
  haveRoom(lots, count);
  const { page } = lots;
  const { numbers } = page;
  let n = lots.end * NUMBERS;
  let sum = 0;
  for (let i = 0; i < count; i += 1) {
    const place = i * width + column;
    const left = amounts[place] ?? 0;
    if (left === 0) continue;
    numbers[n] = atMs[from + i] ?? 0;
    numbers[n + EXPIRES] = NEVER;
    numbers[n + LEAST] = Number.NaN;
    numbers[n + MOST] = Number.NaN;
    numbers[n + ENTRY] = entries[place] ?? 0;
    numbers[n + LEFT] = left;
    n += NUMBERS;
    sum += left;
  }
  lots.end = n / NUMBERS;
  page.written = lots.end;
  return sum;
}

/** Moves those that are spent after a new lot, and says where it goes. */
function makeRoom(lots: Lots, expiresMs: number, earnedAtMs: number, entry: number): number {
  if (lots.page.isShared) turnPage(lots, 1);
  let place = lots.end;
  while (place > lots.first && spendsBefore(lots, place - 1, expiresMs, earnedAtMs, entry)) place -= 1;
  lots.page.numbers.copyWithin((place + 1) * NUMBERS, place * NUMBERS, lots.end * NUMBERS);
  return place;
}

/** Whether a lot with these terms is spent before the one at a place. */
function spendsBefore({ page }: Lots, place: number, expiresMs: number, earnedAtMs: number, entry: number): boolean {
  const { numbers } = page;
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
  if (taken === lot.left) {
    lots.first += 1;
  } else {
    if (lots.page.isShared) turnPage(lots, 0);
    lots.page.numbers[lots.first * NUMBERS + LEFT] = lot.left - taken;
  }
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

function lotAt({ page }: Lots, place: number): Lot {
  const { numbers } = page;
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
