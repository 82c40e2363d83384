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

/** What few receipts have, and is kept beside the others. */
type Rare = Pick<Receipt, 'facts' | 'back' | 'used' | 'expired' | 'paidWithPoints'>;
const NOTHING_RARE: Rare = { facts: null, back: null, used: null, expired: null, paidWithPoints: null };

/**
 * The receipts of an account, oldest first, packed: numbers and texts side by side instead of an object for each, so that
 * keeping one writes a few numbers, and copying all of them is copying two lists. Only this file knows how; everybody
 * else reads and writes a {@link Receipt}.
 */
export interface Receipts {
  /** {@link NUMBERS} for each receipt; all of 32 bits, which the machine keeps without a box. */
  readonly numbers: number[];
  /** {@link TEXTS} for each receipt. */
  readonly texts: string[];
  /** By purchase; null: no receipt has anything rare. */
  rare: Map<string, Rare> | null;
  /** Those before the first one are gone and await clearing; what lies from `end` on is left over. */
  first: number;
  end: number;
}

const NUMBERS = 6;
const FIRST_LOT = 4;
const TEXTS = 2;

export function noReceipts(): Receipts {
  return { numbers: [], texts: [], rare: null, first: 0, end: 0 };
}

/** The same lists for another account: a batch that plays one account after the other need not make them anew. */
export function emptied(receipts: Receipts): Receipts {
  receipts.rare = null;
  receipts.first = 0;
  receipts.end = 0;
  return receipts;
}

export function copyReceipts({ numbers, texts, rare, first, end }: Receipts): Receipts {
  return {
    numbers: numbers.slice(first * NUMBERS, end * NUMBERS),
    texts: texts.slice(first * TEXTS, end * TEXTS),
    rare: rare === null ? null : new Map(rare),
    first: 0,
    end: end - first,
  };
}

/** Every receipt that is still there, oldest first. */
export function receiptsOf(receipts: Receipts): Receipt[] {
  return Array.from({ length: receipts.end - receipts.first }, (_, i) => receiptAt(receipts, receipts.first + i));
}

/** The receipt of a purchase; null: it never was, or its return period is over. */
export function receiptOf(receipts: Receipts, purchase: string): Receipt | null {
  for (let i = receipts.first; i < receipts.end; i += 1) {
    if (receipts.texts[i * TEXTS] === purchase) return receiptAt(receipts, i);
  }
  return null;
}

export function addReceipt(receipts: Receipts, receipt: Receipt): void {
  const { purchase, lastDay, version, digest, birthday, acted, firstLot, lots } = receipt;
  const { facts, back, used, expired, paidWithPoints } = receipt;
  writeReceipt(receipts, purchase, lastDay, version, digest, birthday, acted, firstLot, lots);
  const rare = { facts, back, used, expired, paidWithPoints };
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
  const { numbers, texts, end } = receipts;
  const t = end * TEXTS;
  texts[t] = purchase;
  texts[t + 1] = version;
  const n = end * NUMBERS;
  numbers[n] = lastDay;
  numbers[n + 1] = digest;
  numbers[n + 2] = packedDate(birthday);
  numbers[n + 3] = acted ? 1 : 0;
  numbers[n + FIRST_LOT] = firstLot;
  numbers[n + 5] = lots;
  receipts.end = end + 1;
}

/** Notes on the receipt of a purchase which limits of rules it used. */
export function noteUsed(receipts: Receipts, purchase: string, used: readonly UsedLimit[]): void {
  noteRare(receipts, purchase, { ...rareOf(receipts, purchase), used });
}

/** Notes on the receipt of a purchase the points that paid a part of it. */
export function notePaidWithPoints(receipts: Receipts, purchase: string, paidWithPoints: readonly SpentPoints[]): void {
  noteRare(receipts, purchase, { ...rareOf(receipts, purchase), paidWithPoints });
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
  if (entry < (receipts.numbers[receipts.first * NUMBERS + FIRST_LOT] ?? Number.POSITIVE_INFINITY)) return;
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
  const { numbers, end } = receipts;
  let { first } = receipts;
  while (first < end && (numbers[first * NUMBERS] ?? 0) < day) first += 1;
  if (first === receipts.first) return;
  if (receipts.rare !== null) forget(receipts, receipts.rare, first);
  receipts.first = first;
  if (first >= MOST_GONE) clearGone(receipts);
}

/** Gone receipts are cleared away when so many have gathered: clearing each by itself would move all the others. */
const MOST_GONE = 64;

function clearGone(receipts: Receipts): void {
  const { numbers, texts, first, end } = receipts;
  const left = end - first;
  for (let i = 0; i < left * NUMBERS; i += 1) numbers[i] = numbers[first * NUMBERS + i] ?? 0;
  for (let i = 0; i < left * TEXTS; i += 1) texts[i] = texts[first * TEXTS + i] ?? '';
  receipts.first = 0;
  receipts.end = left;
}

function forget({ texts, first }: Receipts, rare: Map<string, Rare>, until: number): void {
  for (let i = first; i < until; i += 1) rare.delete(texts[i * TEXTS] ?? '');
}

function receiptAt({ numbers, texts, rare }: Receipts, i: number): Receipt {
  const purchase = texts[i * TEXTS] ?? '';
  const [lastDay = 0, digest = 0, birthday = 0, acted = 0, firstLot = 0, lots = 0] = numbers.slice(
    i * NUMBERS,
    (i + 1) * NUMBERS,
  );
  const { back, used, expired, paidWithPoints } = rare?.get(purchase) ?? NOTHING_RARE;
  return {
    purchase,
    lastDay,
    version: texts[i * TEXTS + 1] ?? '',
    digest,
    birthday: unpackedDate(birthday),
    facts: rare?.get(purchase)?.facts ?? null,
    acted: acted === 1,
    firstLot,
    lots,
    back,
    used,
    expired,
    paidWithPoints,
  };
}

/** A date as one number, yyyymmdd; 0: none. */
function packedDate(date: Civil | null): number {
  return date === null ? 0 : (date.year * 100 + date.month) * 100 + date.day;
}

function unpackedDate(packed: number): Civil | null {
  if (packed === 0) return null;
  const months = Math.floor(packed / 100);
  return { year: Math.floor(months / 100), month: months % 100, day: packed % 100 };
}
