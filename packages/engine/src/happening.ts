import { type Civil, dayOf, readDate, readInstant } from './calendar.ts';
import { type Basket, type Event, type EventOf, type Fault, KIND_RANK, readShape } from './event.ts';
import type { ToldFacts, ToldValue } from './member-fact.ts';
import { AmountTooLarge, lineTotal, toMinor } from './number.ts';
import type { PriceClass } from './program.ts';

/** No single purchase, top-up or adjustment is larger than this many of the smallest unit. */
export const MOST_MINOR = 10_000_000_000_000;

/** An event checked and made ready: instants in epoch milliseconds, amounts in the currency's minor units. */
export type Happening =
  | JoinHappening
  | ProfileHappening
  | PurchaseHappening
  | ReturnHappening
  | ExchangeHappening
  | TopUpHappening
  | AdjustHappening
  | ReissueHappening
  | TierHappening
  | MergeHappening
  | RedeemHappening
  | ReverseHappening
  | UseHappening
  | ReferralHappening
  | DeclaredHappening
  | PlainHappening;

interface Header {
  readonly id: string;
  readonly account: string;
  readonly atMs: number;
  readonly sequence: number;
  /** The kind's place at one instant (M5). */
  readonly rank: number;
}

/** What the host tells about a member; undefined: nothing is said about it. */
export interface Told {
  readonly birthday: Civil | null | undefined;
  readonly store: string | undefined;
  readonly keepsPoints: boolean | undefined;
  readonly facts: ToldFacts;
}
export interface JoinHappening extends Header, Told {
  readonly kind: 'join';
  /** The purchase, the identity document and the introducing account that the event names; null: it names none. */
  readonly purchase: string | null;
  readonly identity: string | null;
  readonly referrer: string | null;
}
interface ProfileHappening extends Header, Told {
  readonly kind: 'profile';
}
interface ReissueHappening extends Header {
  readonly kind: 'reissue';
  readonly identityChecked: boolean;
}
export interface TierHappening extends Header {
  readonly kind: 'tier';
  readonly tier: string;
  /** The last local day; null: there is none. */
  readonly untilDay: number | null;
  readonly reason: string;
  readonly by: string | null;
}
interface MergeHappening extends Header {
  readonly kind: 'merge';
  readonly other: string;
}
export interface RedeemHappening extends Header {
  readonly kind: 'redeem';
  readonly reward: string;
  readonly times: number;
  readonly store: string | null;
  readonly cardShown: boolean;
}
export interface ReverseHappening extends Header {
  readonly kind: 'reverse';
  readonly redemption: string;
}
export interface UseHappening extends Header {
  readonly kind: 'use';
  readonly benefit: string;
  readonly times: number;
  readonly store: string | null;
  readonly cardShown: boolean;
}
export interface ReferralHappening extends Header {
  readonly kind: 'referral';
  readonly member: string;
  readonly purchase: string;
  readonly boughtMs: number;
  readonly what: EventOf<'referral'>['what'];
  readonly first: boolean;
  /** Minor units. */
  readonly paid: number;
}
/** An event that the program declares. */
export interface DeclaredHappening extends Header {
  readonly kind: 'event';
  readonly event: string;
  readonly facts: ToldFacts;
}
interface PlainHappening extends Header {
  readonly kind: 'visit' | 'leave';
}
interface TopUpHappening extends Header {
  readonly kind: 'topUp';
  readonly amount: number;
}
interface AdjustHappening extends Header {
  readonly kind: 'adjust';
  readonly wallet: string;
  /** As it was written: its unit depends on the wallet. */
  readonly amount: string;
  readonly reason: string;
  readonly by: string | null;
}

export interface ReturnHappening extends Header {
  readonly kind: 'return';
  readonly purchase: string;
  readonly cardShown: boolean;
  readonly receiptShown: boolean;
  /** What staff say the goods are worth, minor units; null: they do not say. */
  readonly value: number | null;
  /** Lines from 0; null: everything that is still there. */
  readonly lines: readonly { readonly line: number; readonly quantity: string }[] | null;
}

export interface ExchangeHappening extends Header {
  readonly kind: 'exchange';
  readonly purchase: string;
  readonly cardShown: boolean;
  readonly receiptShown: boolean;
  /** Lines from 0. */
  readonly back: readonly { readonly line: number; readonly quantity: string }[];
  readonly lines: readonly ExchangeLine[];
  /** What was paid on top; null: the till does not say. */
  readonly tendered: number | null;
  readonly vouchers: number;
  readonly storedValue: number;
  readonly points: number;
  /** A number that changes when what went out or was paid does. */
  readonly digest: number;
}

/** A line at today's list price; `listThen`: at that of the day of the purchase, where the till says so. */
export interface ExchangeLine extends PurchaseLine {
  readonly listThen: number | null;
}

/** A line with what the catalogue said, frozen; `list` is the total of the line. */
export interface PurchaseLine {
  readonly item: string;
  readonly priceClass: PriceClass | null;
  readonly category: string | null;
  readonly brand: string | null;
  readonly list: number;
  /** How many, or how much; as it was written. */
  readonly quantity: string;
}

/** A part of a purchase that points pay. */
export interface PointsTender {
  /** The wallet that pays; null: the first one that can. */
  readonly wallet: string | null;
  /** What they pay, in minor units, above zero. */
  readonly amount: number;
}

export interface PurchaseHappening extends Header {
  readonly kind: 'purchase';
  readonly lines: readonly PurchaseLine[];
  /** The list totals of the lines, and their sum. */
  readonly lists: readonly number[];
  readonly listTotal: number;
  /** What was paid for each line, where the till says so for every one; and the sum. */
  readonly paidLines: readonly number[] | null;
  readonly paidTotal: number;
  readonly cardShown: boolean;
  readonly asks: readonly string[];
  /** What delivery costs before any rule; nothing: there is none. */
  readonly delivery: number;
  /** The coupons that are used, in their order. */
  readonly coupons: readonly string[];
  /** What was paid in all; null: the till does not say. */
  readonly tendered: number | null;
  readonly vouchers: number;
  readonly storedValue: number;
  readonly points: number;
  /** What points pay, tender by tender. */
  readonly pointsTenders: readonly PointsTender[];
  readonly store: string | null;
  /** A number that changes when what was bought or paid does . */
  readonly digest: number;
}

export type Reading = { readonly ok: true; readonly value: Happening } | { readonly ok: false; readonly fault: Fault };

/** Reads an event of a program whose currency has so many minor digits. */
export function readHappening(json: unknown, digits: number): Reading {
  const shape = readShape(json);
  if (!shape.ok) return shape;
  try {
    return { ok: true, value: happeningOf(shape.value, digits) };
  } catch (error) {
    if (error instanceof FaultError) return { ok: false, fault: error.fault };
    if (error instanceof AmountTooLarge) return { ok: false, fault: { path: 'lines', code: 'tooLarge' } };
    throw error;
  }
}

/** A basket as the purchase that it would become. */
export function basketHappening(account: string, basket: Basket, digits: number): Reading {
  return readHappening({ kind: 'purchase', id: 'quote', account, ...basket }, digits);
}

class FaultError extends Error {
  readonly fault: Fault;
  constructor(fault: Fault) {
    super(fault.path);
    this.fault = fault;
  }
}

/**
 * Every field by its name, kind and header first, here and wherever else happenings are made: then those of one kind have
 * one shape in memory, and code that meets several shapes is several times slower.
 */
function happeningOf(event: Event, digits: number): Happening {
  const { id, account, sequence = 0 } = event;
  const atMs = readInstant(event.at);
  if (atMs === null) throw new FaultError({ path: 'at', code: 'noSuchInstant' });
  const rank = KIND_RANK[event.kind];
  switch (event.kind) {
    case 'join': {
      const { purchase: bought = null, identity = null, referrer = null } = event;
      const birthday = birthdayIn(event.profile?.birthday);
      const { profile, store } = event;
      const told = { birthday, store, keepsPoints: profile?.keepsPoints, facts: factsIn(profile?.facts) };
      return { kind: 'join', id, account, atMs, sequence, rank, ...told, purchase: bought, identity, referrer };
    }
    case 'profile': {
      const { profile, store } = event;
      const { keepsPoints } = profile;
      const told = { birthday: birthdayIn(profile.birthday), store, keepsPoints, facts: factsIn(profile.facts) };
      return { kind: 'profile', id, account, atMs, sequence, rank, ...told };
    }
    case 'purchase':
      return purchase({ id, account, atMs, sequence, rank }, event, digits);
    case 'return': {
      const lines = event.lines?.map(({ line, quantity }) => ({ line: line - 1, quantity })) ?? null;
      const { cardShown = true, receiptShown = true } = event;
      const value = event.value === undefined ? null : money(event.value, digits, 'value');
      const proof = { cardShown, receiptShown, value };
      return { kind: 'return', id, account, atMs, sequence, rank, purchase: event.purchase, ...proof, lines };
    }
    case 'topUp':
      return { kind: 'topUp', id, account, atMs, sequence, rank, amount: money(event.amount, digits, 'amount') };
    case 'adjust': {
      const { wallet, amount, reason, by = null } = event;
      return { kind: 'adjust', id, account, atMs, sequence, rank, wallet, amount, reason, by };
    }
    case 'exchange':
      return exchange({ id, account, atMs, sequence, rank }, event, digits);
    case 'reissue': {
      const { identityChecked = false } = event;
      return { kind: 'reissue', id, account, atMs, sequence, rank, identityChecked };
    }
    case 'tier': {
      const { tier, until, reason, by = null } = event;
      const untilDay = until === undefined ? null : dayIn(until);
      return { kind: 'tier', id, account, atMs, sequence, rank, tier, untilDay, reason, by };
    }
    case 'merge':
      return { kind: 'merge', id, account, atMs, sequence, rank, other: event.other };
    case 'redeem': {
      const { reward, times = 1, store = null, cardShown = true } = event;
      return { kind: 'redeem', id, account, atMs, sequence, rank, reward, times, store, cardShown };
    }
    case 'reverse':
      return { kind: 'reverse', id, account, atMs, sequence, rank, redemption: event.redemption };
    case 'use': {
      const { benefit, times = 1, store = null, cardShown = true } = event;
      return { kind: 'use', id, account, atMs, sequence, rank, benefit, times, store, cardShown };
    }
    case 'event':
      return { kind: 'event', id, account, atMs, sequence, rank, event: event.event, facts: factsIn(event.facts) };
    case 'referral':
      return referral({ id, account, atMs, sequence, rank }, event, digits);
    case 'visit':
    case 'leave':
      return { kind: event.kind, id, account, atMs, sequence, rank };
  }
}

function purchase(header: Header, event: EventOf<'purchase'>, digits: number): PurchaseHappening {
  const lines = event.lines.map((line, i) => lineOf(line, i, digits));
  const lists = lines.map((line) => line.list);
  const paidLines = event.lines.flatMap(({ paid }, i) =>
    paid === undefined ? [] : [money(paid, digits, `lines.${i}.paid`)],
  );
  const { tenders, total, vouchers, storedValue, points } = paymentOf(event.tenders, digits);
  const paidTotal = bounded(sum(paidLines), 'lines');
  const delivery = event.delivery === undefined ? 0 : money(event.delivery, digits, 'delivery');
  const { cardShown, asks, store, coupons } = event;
  const said = [
    header.atMs,
    lines,
    paidLines,
    tenders,
    cardShown,
    asks,
    store,
    ...(coupons === undefined ? [] : [coupons]),
  ];
  return {
    kind: 'purchase',
    id: header.id,
    account: header.account,
    atMs: header.atMs,
    sequence: header.sequence,
    rank: header.rank,
    lines,
    lists,
    listTotal: bounded(sum(lists), 'lines'),
    paidLines: paidLines.length === lines.length ? paidLines : null,
    paidTotal,
    cardShown: event.cardShown ?? true,
    asks: event.asks ?? [],
    delivery,
    coupons: event.coupons ?? [],
    tendered: total,
    vouchers,
    storedValue,
    points,
    pointsTenders: tenders.flatMap(({ kind, name: wallet = null, amount }) =>
      kind === 'points' && amount > 0 ? [{ wallet, amount }] : [],
    ),
    store: event.store ?? null,
    digest: digestOf(JSON.stringify(delivery === 0 ? said : [...said, delivery])),
  };
}

function exchange(header: Header, event: EventOf<'exchange'>, digits: number): ExchangeHappening {
  const { purchase: bought, cardShown = true, receiptShown = true } = event;
  const back = event.back.map(({ line, quantity }) => ({ line: line - 1, quantity }));
  const lines = event.lines.map((line, i): ExchangeLine => {
    const { unitPriceThen: then } = line;
    const listThen = then === undefined ? null : bounded(lineTotal(line.quantity, then, digits), `lines.${i}`);
    return { ...lineOf(line, i, digits), listThen };
  });
  bounded(sum(lines.map(({ list }) => list)), 'lines');
  const { tenders, total, vouchers, storedValue, points } = paymentOf(event.tenders, digits);
  const digest = digestOf(JSON.stringify([header.atMs, bought, back, lines, tenders]));
  const payment = { tendered: total, vouchers, storedValue, points };
  return { ...header, kind: 'exchange', purchase: bought, cardShown, receiptShown, back, lines, ...payment, digest };
}

function referral(header: Header, event: EventOf<'referral'>, digits: number): ReferralHappening {
  const { member, purchase: bought, what, first } = event;
  const boughtMs = readInstant(event.bought);
  if (boughtMs === null) throw new FaultError({ path: 'bought', code: 'noSuchInstant' });
  const paid = money(event.paid, digits, 'paid');
  return { ...header, kind: 'referral', member, purchase: bought, boughtMs, what, first, paid };
}

type LineSaid = Omit<EventOf<'purchase'>['lines'][number], 'paid'>;

function lineOf(line: LineSaid, i: number, digits: number): PurchaseLine {
  const { item, priceClass = null, category = null, brand = null, quantity, unitPrice } = line;
  const list = bounded(lineTotal(quantity, unitPrice, digits), `lines.${i}`);
  return { item, priceClass, category, brand, list, quantity };
}

/** What was paid by way of paying, and in all; null: the till does not say. */
function paymentOf(said: EventOf<'purchase'>['tenders'], digits: number) {
  const tenders = (said ?? []).map(({ kind, name, amount }, i) => ({
    kind,
    name,
    amount: money(amount, digits, `tenders.${i}.amount`),
  }));
  const by = (way: string) => sum(tenders.flatMap(({ kind, amount }) => (kind === way ? [amount] : [])));
  const total = said === undefined ? null : bounded(sum(tenders.map(({ amount }) => amount)), 'tenders');
  return { tenders, total, vouchers: by('voucher'), storedValue: by('storedValue'), points: by('points') };
}

function dayIn(text: string): number {
  const date = readDate(text);
  if (date === null) throw new FaultError({ path: 'until', code: 'noSuchDate' });
  return dayOf(date.year, date.month, date.day);
}

function birthdayIn(text: string | null | undefined): Civil | null | undefined {
  if (typeof text !== 'string') return text;
  const date = readDate(text);
  if (date === null) throw new FaultError({ path: 'profile.birthday', code: 'noSuchDate' });
  return date;
}

const NO_FACTS: ToldFacts = [];

function factsIn(facts: Readonly<Record<string, ToldValue | null>> | undefined): ToldFacts {
  return facts === undefined ? NO_FACTS : Object.entries(facts);
}

/** Money of the currency, exactly: more decimals than the currency has are a mistake of the till, not ours to round. */
function money(decimal: string, digits: number, path: string): number {
  const fraction = decimal.split('.')[1] ?? '';
  if (/[1-9]/.test(fraction.slice(digits))) throw new FaultError({ path, code: 'tooManyDecimals' });
  return bounded(toMinor(decimal, digits, 'down'), path);
}

const FNV_OFFSET = 0x811c9dc5;
const FNV_PRIME = 0x01000193;

/** FNV-1a of a text: tells whether a purchase that a host hands back is the one that was applied. */
export function digestOf(text: string): number {
  let hash = FNV_OFFSET;
  for (let i = 0; i < text.length; i += 1) hash = Math.imul(hash ^ text.charCodeAt(i), FNV_PRIME);
  return hash;
}

function sum(amounts: readonly number[]): number {
  return amounts.reduce((total, amount) => total + amount, 0);
}

function bounded(minor: number, path: string): number {
  if (minor > MOST_MINOR) throw new FaultError({ path, code: 'tooLarge' });
  return minor;
}
