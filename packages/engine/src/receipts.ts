import type { Civil } from './calendar.ts';
import type { FactValue } from './fact.ts';
import { isOwn, type OwnLots, type SpentPoints } from './ledger.ts';
import type { Period } from './program.ts';

/** What is kept of a purchase for its return period (R1): about a hundred bytes, whatever its lines. */
export interface Receipt {
  readonly purchase: string;
  /** The last local day on which it can be returned. */
  readonly lastDay: number;
  readonly version: string;
  /** Proves that the purchase which the host hands back in is the one that was applied. */
  readonly digest: number;
  /** The member's birthday as the earning rules read it; null: unknown, or no rule reads it. */
  readonly birthday: Civil | null;
  /** What conditions read of the account's past, in the order of the version's facts; null: they read nothing. */
  readonly facts: readonly FactValue[] | null;
  /** Whether rules acted for this purchase at all. */
  readonly acted: boolean;
  /** The entries that made its lots: `lots` of them, from this number on. */
  readonly firstLot: number;
  readonly lots: number;
  /** What has come back so far; null: nothing. */
  readonly back: CameBack | null;
  /** The limits of rules that the purchase used (M11); null: none. */
  readonly used: readonly UsedLimit[] | null;
  /** What of its own lots has expired, by wallet; null: nothing. */
  readonly expired: readonly Expired[] | null;
  /** The points that paid a part of it, wallet by wallet; null: none did. */
  readonly paidWithPoints: readonly SpentPoints[] | null;
  /** The coupons that were used on it, in their order; null: none was. */
  readonly coupons: readonly SpentPoints[] | null;
}

/** A limit of a rule in one of its periods, which is known by its last local day; null: it never ends. */
export interface UsedLimit {
  readonly rule: string;
  readonly per: Period;
  readonly lastDay: number | null;
}

/** Points of one purchase that have expired: they are not taken again (R1). */
export interface Expired {
  readonly wallet: string;
  readonly amount: number;
}

/** What returns of a purchase have brought back. */
export interface CameBack {
  /** How much of each line has come back for good, as a share of what was bought: `0`, `1/2`, `1`. */
  readonly returned: readonly string[];
  /** How much of each line came back for other goods; empty: nothing. */
  readonly exchanged: readonly string[];
  /** By earning of the program. */
  readonly points: readonly PointsBack[];
  /** The entries that made lots for this purchase since: they are its own like those from `firstLot` on. */
  readonly lots: readonly number[];
  /** The exchanges of this purchase, oldest first; the lines of their goods follow the purchase's. */
  readonly exchanges: readonly Exchanged[];
}

/** The points of a purchase in one wallet, after returns and exchanges of it. */
export interface PointsBack {
  /** What the member has of them. */
  readonly held: number;
  /** What was taken: out of what there was, or as a negative balance. */
  readonly taken: number;
  /** What was missing, by what became of it (R3); `deducted` is money, minor units. */
  readonly forgiven: number;
  readonly reinstated: number;
  readonly owed: number;
  readonly deducted: number;
  /** What needed not be taken, because as much had expired of the purchase's own lots. */
  readonly expired: number;
}

/** What went out in an exchange; the event itself the host keeps, as it keeps the purchase. */
export interface Exchanged {
  readonly id: string;
  readonly digest: number;
  /** By line, minor units: the list price that counted, and what was paid. */
  readonly lists: readonly number[];
  readonly paid: readonly number[];
  /** How it was paid: so much by voucher, so much by stored value, the rest in money. */
  readonly vouchers: number;
  readonly storedValue: number;
  readonly points: number;
}

/** What neighbouring receipts share. */
type Shared = Pick<Receipt, 'version' | 'birthday' | 'acted'>;
const NOTHING_SHARED: readonly Shared[] = [];
const NOTHING_KNOWN: Shared = { version: '', birthday: null, acted: false };

/** What few receipts have, and is kept beside the others. */
type Rare = Pick<Receipt, 'facts' | 'back' | 'used' | 'expired' | 'paidWithPoints' | 'coupons'>;
const NOTHING_RARE: Rare = {
  facts: null,
  back: null,
  used: null,
  expired: null,
  paidWithPoints: null,
  coupons: null,
};

/**
 * The receipts of an account, oldest first, packed: numbers and texts side by side instead of an object for each, so that
 * keeping one writes a few numbers. Only this file knows how; everybody else reads and writes a {@link Receipt}.
 */
export interface Receipts {
  page: Page;
  /** Replaced, never changed. */
  shared: readonly Shared[];
  /** By purchase; null: no receipt has anything rare. */
  rare: Map<string, Rare> | null;
  /** Those before the first one are gone and await clearing; what lies from `end` on is no part of these. */
  first: number;
  end: number;
}

/** Where receipts are written. A copy shares the page: it may add what nobody sees who has it. */
interface Page {
  /** {@link NUMBERS} for each receipt; all of 32 bits. */
  readonly numbers: Int32Array;
  /** For each receipt, the id of its purchase. */
  readonly purchases: string[];
  /** How many receipts somebody has written. */
  written: number;
  isShared: boolean;
}

const NUMBERS = 5;
const DIGEST = 1;
/** The place of what it shares with others. */
const SHARED = 2;
const FIRST_LOT = 3;
const LOTS = 4;

/** Too small for a receipt, so that nobody ever writes on it. */
const NO_PAGE: Page = { numbers: new Int32Array(0), purchases: [], written: 0, isShared: true };
const LEAST_RECEIPTS = 8;

export function noReceipts(): Receipts {
  return { page: NO_PAGE, shared: NOTHING_SHARED, rare: null, first: 0, end: 0 };
}

/** The same for another account: a batch that plays one account after the other need not make a page anew. */
export function emptied(receipts: Receipts): Receipts {
  if (receipts.page.isShared) receipts.page = NO_PAGE;
  else receipts.page.written = 0;
  receipts.shared = NOTHING_SHARED;
  receipts.rare = null;
  receipts.first = 0;
  receipts.end = 0;
  return receipts;
}

export function copyReceipts({ page, shared, rare, first, end }: Receipts): Receipts {
  if (page !== NO_PAGE) page.isShared = true;
  return { page, shared, rare: rare === null ? null : new Map(rare), first, end };
}

/** Room for so many more behind all that are there, on a page of their own if need be. */
function haveRoom(receipts: Receipts, more: number): void {
  const { page, first, end } = receipts;
  if (page.written === end && page.numbers.length >= (end + more) * NUMBERS) return;
  const count = end - first;
  const numbers = new Int32Array(Math.max(LEAST_RECEIPTS, count * 2, count + more) * NUMBERS);
  numbers.set(page.numbers.subarray(first * NUMBERS, end * NUMBERS));
  receipts.page = { numbers, purchases: page.purchases.slice(first, end), written: count, isShared: false };
  receipts.first = 0;
  receipts.end = count;
}

/** Every receipt that is still there, oldest first. */
export function receiptsOf(receipts: Receipts): Receipt[] {
  return Array.from({ length: receipts.end - receipts.first }, (_, i) => receiptAt(receipts, receipts.first + i));
}

/** The receipt of a purchase; null: it never was, or its return period is over. */
export function receiptOf(receipts: Receipts, purchase: string): Receipt | null {
  for (let i = receipts.first; i < receipts.end; i += 1) {
    if (receipts.page.purchases[i] === purchase) return receiptAt(receipts, i);
  }
  return null;
}

export function addReceipt(receipts: Receipts, receipt: Receipt): void {
  const { purchase, lastDay, version, digest, birthday, acted, firstLot, lots } = receipt;
  const { facts, back, used, expired, paidWithPoints, coupons } = receipt;
  writeReceipt(receipts, purchase, lastDay, version, digest, birthday, acted, firstLot, lots);
  const rare = { facts, back, used, expired, paidWithPoints, coupons };
  if (Object.values(rare).some((each) => each !== null)) noteRare(receipts, purchase, rare);
}

/** The same of a receipt that has nothing rare: millions are written, and none of them needs an object. */
export function writeReceipt(
  receipts: Receipts,
  purchase: string,
  lastDay: number,
  version: string,
  digest: number,
  birthday: Civil | null,
  acted: boolean,
  firstLot: number,
  lots: number,
): void {
  haveRoom(receipts, 1);
  const { page, end } = receipts;
  const { numbers } = page;
  page.purchases[end] = purchase;
  const n = end * NUMBERS;
  numbers[n] = lastDay;
  numbers[n + DIGEST] = digest;
  numbers[n + SHARED] = placeOf(receipts, version, birthday, acted);
  numbers[n + FIRST_LOT] = firstLot;
  numbers[n + LOTS] = lots;
  receipts.end = end + 1;
  page.written = end + 1;
}

/** Purchases one after the other, of which nothing but these columns is known. */
export interface Sold {
  readonly count: number;
  /** The place of the first one's id. */
  readonly from: number;
  readonly ids: readonly string[];
  readonly lastDays: Int32Array;
  /** How many lots each of them made. */
  readonly lots: Int32Array;
}

/** Writes many receipts at once. `firstLot`: the next entry before the first of them. */
export function writeReceipts(
  receipts: Receipts,
  { count, from, ids, lastDays, lots }: Sold,
  version: string,
  birthday: Civil | null,
  firstLot: number,
): void {
  haveRoom(receipts, count);
  const place = placeOf(receipts, version, birthday, true);
  const { page, end } = receipts;
  const { numbers, purchases } = page;
  let entry = firstLot;
  for (let i = 0; i < count; i += 1) {
    purchases[end + i] = ids[from + i] ?? '';
    const n = (end + i) * NUMBERS;
    const made = lots[i] ?? 0;
    numbers[n] = lastDays[i] ?? 0;
    numbers[n + DIGEST] = 0;
    numbers[n + SHARED] = place;
    numbers[n + FIRST_LOT] = entry;
    numbers[n + LOTS] = made;
    entry += made;
  }
  receipts.end = end + count;
  page.written = end + count;
}

/** Nearly every receipt shares all of this with the one before. */
function placeOf(receipts: Receipts, version: string, birthday: Civil | null, acted: boolean): number {
  const { shared } = receipts;
  const last = shared.length - 1;
  const newest = shared[last];
  if (newest !== undefined && isShared(newest, version, birthday, acted)) return last;
  const known = shared.findIndex((each) => isShared(each, version, birthday, acted));
  if (known >= 0) return known;
  receipts.shared = [...shared, { version, birthday, acted }];
  return shared.length;
}

function isShared(one: Shared, version: string, birthday: Civil | null, acted: boolean): boolean {
  return isSameDate(one.birthday, birthday) && one.acted === acted && one.version === version;
}

function isSameDate(one: Civil | null, other: Civil | null): boolean {
  if (one === other) return true;
  return one?.year === other?.year && one?.month === other?.month && one?.day === other?.day;
}

/** Notes on the receipt of a purchase which limits of rules it used. */
export function noteUsed(receipts: Receipts, purchase: string, used: readonly UsedLimit[]): void {
  noteRare(receipts, purchase, { ...rareOf(receipts, purchase), used });
}

/** Notes on the receipt of a purchase the points that paid a part of it. */
export function notePaidWithPoints(receipts: Receipts, purchase: string, paidWithPoints: readonly SpentPoints[]): void {
  noteRare(receipts, purchase, { ...rareOf(receipts, purchase), paidWithPoints });
}

/** Notes on the receipt of a purchase the coupons that were used on it. */
export function noteCoupons(receipts: Receipts, purchase: string, coupons: readonly SpentPoints[]): void {
  noteRare(receipts, purchase, { ...rareOf(receipts, purchase), coupons });
}

/** Notes on the receipt of a purchase what its rules read of the account's past. */
export function noteFacts(receipts: Receipts, purchase: string, facts: readonly FactValue[]): void {
  noteRare(receipts, purchase, { ...rareOf(receipts, purchase), facts });
}

/** Notes on the receipt of a purchase what has come back of it in all. */
export function noteBack(receipts: Receipts, { purchase }: Receipt, back: CameBack, used: Receipt['used']): void {
  noteRare(receipts, purchase, { ...rareOf(receipts, purchase), back, used });
}

/** The lots that were made for a purchase. */
export function ownLotsOf({ firstLot, lots, back }: Receipt): OwnLots {
  return { first: firstLot, count: lots, since: back?.lots ?? [] };
}

/** Notes that points of the lot which an entry made have expired, where that lot is some receipt's own. */
export function noteExpired(receipts: Receipts, entry: number, wallet: string, amount: number): void {
  // The newest stand last, and lots that expire are old: most are older than every receipt.
  if (entry < (receipts.page.numbers[receipts.first * NUMBERS + FIRST_LOT] ?? Number.POSITIVE_INFINITY)) return;
  for (const receipt of receiptsOf(receipts)) {
    if (!isOwn(entry, ownLotsOf(receipt))) continue;
    const { purchase, expired } = receipt;
    const others = (expired ?? []).filter((each) => each.wallet !== wallet);
    const before = expired?.find((each) => each.wallet === wallet)?.amount ?? 0;
    const now = [...others, { wallet, amount: before + amount }];
    noteRare(receipts, purchase, { ...rareOf(receipts, purchase), expired: now });
  }
}

function rareOf({ rare }: Receipts, purchase: string): Rare {
  return rare?.get(purchase) ?? NOTHING_RARE;
}

function noteRare(receipts: Receipts, purchase: string, rare: Rare): void {
  receipts.rare ??= new Map();
  receipts.rare.set(purchase, rare);
}

/** Receipts leave when their last day is over; the oldest stand first. */
export function dropReceipts(receipts: Receipts, day: number): void {
  const { page, end } = receipts;
  const { numbers } = page;
  let { first } = receipts;
  while (first < end && (numbers[first * NUMBERS] ?? 0) < day) first += 1;
  if (first === receipts.first) return;
  if (receipts.rare !== null) forget(receipts, receipts.rare, first);
  receipts.first = first;
  if (first >= MOST_GONE && !page.isShared) clearGone(receipts);
}

/**
 * Gone receipts are cleared away when so many have gathered: clearing each by itself would move all the others. Those on a
 * page that others have stay until it is full.
 */
const MOST_GONE = 64;

function clearGone(receipts: Receipts): void {
  const { page, first, end } = receipts;
  const left = end - first;
  page.numbers.copyWithin(0, first * NUMBERS, end * NUMBERS);
  for (let i = 0; i < left; i += 1) page.purchases[i] = page.purchases[first + i] ?? '';
  page.written = left;
  receipts.first = 0;
  receipts.end = left;
}

function forget({ page, first }: Receipts, rare: Map<string, Rare>, until: number): void {
  for (let i = first; i < until; i += 1) rare.delete(page.purchases[i] ?? '');
}

function receiptAt({ page, shared, rare }: Receipts, i: number): Receipt {
  const { numbers, purchases } = page;
  const purchase = purchases[i] ?? '';
  const n = i * NUMBERS;
  const { version, birthday, acted } = shared[numbers[n + SHARED] ?? 0] ?? NOTHING_KNOWN;
  const { back, used, expired, paidWithPoints, coupons } = rare?.get(purchase) ?? NOTHING_RARE;
  return {
    purchase,
    lastDay: numbers[n] ?? 0,
    version,
    digest: numbers[n + DIGEST] ?? 0,
    birthday,
    facts: rare?.get(purchase)?.facts ?? null,
    acted,
    firstLot: numbers[n + FIRST_LOT] ?? 0,
    lots: numbers[n + LOTS] ?? 0,
    back,
    used,
    expired,
    paidWithPoints,
    coupons,
  };
}
