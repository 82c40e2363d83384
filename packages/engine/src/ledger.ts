import { copyLots, type Lot, type Lots, lessOf, lotsOf, noLots, setLots, type Taken, takeFirst } from './lots.ts';
import { safe } from './number.ts';
import type { Reason } from './reason.ts';

/** The double-entry ledger of one wallet (semantics M3, M4): entries between named accounts, points in lots. */

/** The named accounts of every wallet. Their sum is always zero: what is issued is somewhere. */
export const LEDGER_ACCOUNTS = [
  'issued',
  'pending',
  'available',
  'owed',
  'spent',
  'expired',
  'takenBack',
  'converted',
  'forgiven',
  'reinstated',
] as const;
export type LedgerAccount = (typeof LEDGER_ACCOUNTS)[number];

/** What an entry took from one lot; a lot is named by the number of the entry that made it. */
export interface LotUse {
  readonly lot: number;
  readonly amount: number;
}

/** One movement of one wallet. Amounts are in the wallet's smallest unit: whole points, or minor units of the currency. */
export interface Entry {
  /** Counts up from 1 in each account. */
  readonly number: number;
  /** When it happened, epoch milliseconds. */
  readonly atMs: number;
  /** The event that caused it; null for what fell due by itself. */
  readonly event: string | null;
  readonly wallet: string;
  readonly from: LedgerAccount;
  readonly to: LedgerAccount;
  readonly amount: number;
  readonly lots: readonly LotUse[];
  readonly reason: Reason;
}

/** A wallet at work: totals of the named accounts, the lots in spending order, and those that cannot be used yet. */
export interface WalletRecord {
  readonly name: string;
  readonly totals: Record<LedgerAccount, number>;
  readonly lots: Lots;
  /** In the order in which they become available. Replaced, never changed. */
  pending: readonly Lot[];
}

export function emptyWallet(name: string, lots = noLots()): WalletRecord {
  return {
    name,
    totals: {
      issued: 0,
      pending: 0,
      available: 0,
      owed: 0,
      spent: 0,
      expired: 0,
      takenBack: 0,
      converted: 0,
      forgiven: 0,
      reinstated: 0,
    },
    lots,
    pending: [],
  };
}

/** Every field by its name, so that all wallets have one shape in memory; see `copyRecord`. */
export function copyWallet({ name, totals, lots, pending }: WalletRecord): WalletRecord {
  return {
    name,
    totals: {
      issued: totals.issued,
      pending: totals.pending,
      available: totals.available,
      owed: totals.owed,
      spent: totals.spent,
      expired: totals.expired,
      takenBack: totals.takenBack,
      converted: totals.converted,
      forgiven: totals.forgiven,
      reinstated: totals.reinstated,
    },
    lots: copyLots(lots),
    pending,
  };
}

/** The balance is what is available less what is owed (M3); what is owed stands below zero in its account. */
export function balance(wallet: WalletRecord): number {
  return wallet.totals.available + wallet.totals.owed;
}

/** Issues an amount: the most frequent movement, in the same books as {@link move}. */
export function issue(wallet: WalletRecord, amount: number): void {
  wallet.totals.issued = safe(wallet.totals.issued - amount);
  wallet.totals.available = safe(wallet.totals.available + amount);
}

/** Moves an amount between two named accounts. */
export function move(wallet: WalletRecord, from: LedgerAccount, to: LedgerAccount, amount: number): void {
  wallet.totals[from] = safe(wallet.totals[from] - amount);
  wallet.totals[to] = safe(wallet.totals[to] + amount);
}

/** Puts a lot among those that become available at its instant, after those that do so earlier. */
export function addPending(wallet: WalletRecord, lot: Lot): void {
  const place = wallet.pending.findLastIndex((earlier) => dueMsOf(earlier) <= dueMsOf(lot)) + 1;
  wallet.pending = [...wallet.pending.slice(0, place), lot, ...wallet.pending.slice(place)];
}

function dueMsOf({ availableFromMs }: Lot): number {
  return availableFromMs ?? Number.NEGATIVE_INFINITY;
}

/** Takes up to an amount from the pending lots among those named. */
export function drawPending(wallet: WalletRecord, amount: number, own: OwnLots): LotUse[] {
  const uses: LotUse[] = [];
  let left = amount;
  wallet.pending = wallet.pending.flatMap((lot) => {
    if (left === 0 || !isOwn(lot.entry, own)) return [lot];
    const taken = Math.min(lot.left, left);
    uses.push({ lot: lot.entry, amount: taken });
    left -= taken;
    return taken === lot.left ? [] : [lessOf(lot, taken)];
  });
  return uses;
}

/** Points that were spent at once, in the lots that they came from: what it takes to give them back (R4, T8). */
export interface SpentPoints {
  readonly wallet: string;
  /** What each lot gave is what is left in it here; in the order in which they were drawn. */
  readonly lots: readonly Lot[];
}

/** Puts a lot back into what is left of it; beside that, where the terms of one have changed since. */
export function restoreLot({ lots }: WalletRecord, lot: Lot): void {
  setLots(lots, joined([...lotsOf(lots), lot]));
}

/** Gives the lots that can be used other terms. */
export function renewUsable({ lots }: WalletRecord, renewed: (lot: Lot) => Lot): void {
  setLots(lots, joined(lotsOf(lots).map(renewed)));
}

/** Parts of one lot that have the same terms are one; among others comes first what activities can renew less far. */
function joined(all: readonly Lot[]): readonly Lot[] {
  // Hardly ever are there parts of one lot.
  if (new Set(all.map(({ entry }) => entry)).size === all.length) return all;
  const parts: Lot[] = [];
  for (const lot of all) {
    const place = parts.findIndex((other) => other.entry === lot.entry && hasSameTerms(other, lot));
    const part = parts[place];
    if (part === undefined) parts.push(lot);
    else parts[place] = lessOf(part, -lot.left);
  }
  return parts.sort((a, b) => (boundMsOf(a) < boundMsOf(b) ? -1 : boundMsOf(a) > boundMsOf(b) ? 1 : 0));
}

function boundMsOf({ renewal }: Lot): number {
  return renewal?.leastMs ?? renewal?.mostMs ?? Number.POSITIVE_INFINITY;
}

function hasSameTerms(one: Lot, other: Lot): boolean {
  return (
    one.expiresAtMs === other.expiresAtMs &&
    one.renewal?.leastMs === other.renewal?.leastMs &&
    one.renewal?.mostMs === other.renewal?.mostMs
  );
}

/** Lots to be drawn before all others: those that `count` entries made from a number on, and those that some others made. */
export interface OwnLots {
  readonly first: number;
  readonly count: number;
  readonly since?: readonly number[];
}

export function isOwn(entry: number, { first, count, since }: OwnLots): boolean {
  return (entry >= first && entry < first + count) || (since?.includes(entry) ?? false);
}

/**
 * Takes an amount from the lots and says which it used: a purchase's own lots first where they are named, then in
 * spending order. The caller has checked that it is there.
 */
export function drawLots(wallet: WalletRecord, amount: number, own: OwnLots | null): Taken[] {
  const uses = own === null ? [] : drawOwn(wallet, amount, own);
  let left = uses.reduce((sum, use) => sum - use.amount, amount);
  while (left > 0) {
    const use = takeFirst(wallet.lots, left);
    if (use === null) throw new Error('lots hold less than the available total');
    uses.push(use);
    left -= use.amount;
  }
  return uses;
}

function drawOwn({ lots }: WalletRecord, amount: number, own: OwnLots): Taken[] {
  const uses: Taken[] = [];
  let left = amount;
  const rest = lotsOf(lots).flatMap((lot) => {
    if (left === 0 || !isOwn(lot.entry, own)) return [lot];
    const taken = Math.min(lot.left, left);
    uses.push({ lot, amount: taken });
    left -= taken;
    return taken === lot.left ? [] : [lessOf(lot, taken)];
  });
  setLots(lots, rest);
  return uses;
}

/** Statement M3 in one line each; tests and decoding call it. */
export function isConserved({
  totals,
  lots,
  pending,
}: Omit<WalletRecord, 'name' | 'lots'> & { readonly lots: readonly Lot[] }): boolean {
  const sum = LEDGER_ACCOUNTS.reduce((total, account) => total + totals[account], 0);
  const leftIn = (some: readonly Lot[]) => some.reduce((total, lot) => total + lot.left, 0);
  const areFull = [...lots, ...pending].every(({ left }) => left > 0);
  return sum === 0 && leftIn(lots) === totals.available && leftIn(pending) === totals.pending && areFull;
}
