import type { Program } from '@laurel/engine';
import { type Account, type Lot, type Spent, type Wallet, walletOf } from './account.ts';
import type { Handed } from './handing.ts';
import { availableFrom, expiryOf, fixedEndOf, stoodStill } from './lifetime.ts';

/** One movement of one wallet, as the reference tells it; `lines` are the points of each line of a purchase. */
export interface Entry {
  readonly number: number;
  readonly atMs: number;
  /** Null: it fell due by itself. */
  readonly event: string | null;
  readonly wallet: string;
  readonly from: string;
  readonly to: string;
  readonly amount: number;
  readonly lots: readonly { readonly lot: number; readonly amount: number }[];
  readonly lines: readonly number[] | null;
  /** What all returns of a purchase take back so far; null where nothing is taken or given back. */
  readonly inAll: number | null;
  /** What the goods kept after an exchange earn; null: it is no entry for an exchange's new points. */
  readonly held: number | null;
  /** The rule that gave it on an occasion; null where nothing was given. */
  readonly rule: string | null;
}

/** Where entries are written: the account, the event and its instant, and the event's entries so far. */
export interface Book {
  readonly program: Program;
  readonly account: Account;
  readonly event: string | null;
  readonly atMs: number;
  readonly entries: Entry[];
  /** What the host has to hand out because of it. */
  readonly handed: Handed[];
}

/** What lies in the lots that can be used. */
export function availableIn(wallet: Wallet): bigint {
  return wallet.lots.reduce((total, lot) => (lot.availableFromMs === null ? total + lot.left : total), 0n);
}

/** The lots less what is owed (M3); what is owed stands below zero in its account (decision 18). */
export function balanceOf(wallet: Wallet): bigint {
  return availableIn(wallet) + (wallet.totals.owed ?? 0n);
}

/** What an entry tells beside its amounts, where there is something to tell. */
interface Notes {
  readonly lines?: readonly bigint[];
  readonly inAll?: bigint;
  readonly held?: bigint;
  readonly rule?: string;
}

/**
 * Puts an amount into a wallet as a new lot, named by the number of its entry (decision 10), which is the answer. What
 * the wallet owes is repaid at once out of that lot (R3, decision 20). An amount of zero makes no entry.
 */
export function credit(book: Book, name: string, amount: bigint, notes: Notes = {}, from = 'issued'): number | null {
  if (amount === 0n) return null;
  const wallet = walletOf(book.account, name);
  const lot = book.account.entries + 1;
  wallet.lots.push({
    entry: lot,
    earnedAtMs: book.atMs,
    availableFromMs: null,
    activeAtMs: book.atMs,
    restored: null,
    left: amount,
  });
  write(book, wallet, { from, to: 'available', amount, lots: [{ lot, amount: Number(amount) }] }, notes);
  repay(book, name, amount, [lot]);
  return lot;
}

/** Points for a purchase: where the wallet says so, they are pending at first, and repay what is owed only afterwards. */
export function earn(
  program: Program,
  book: Book,
  name: string,
  amount: bigint,
  notes: Notes,
  boughtAtMs: number = book.atMs,
  from: 'issued' | 'takenBack' = 'issued',
): number | null {
  const fromMs = availableFrom(program, name, boughtAtMs);
  if (fromMs <= book.atMs) return credit(book, name, amount, notes, from);
  if (amount === 0n) return null;
  const wallet = walletOf(book.account, name);
  const lot = book.account.entries + 1;
  wallet.lots.push({
    entry: lot,
    earnedAtMs: book.atMs,
    availableFromMs: fromMs,
    activeAtMs: book.atMs,
    restored: null,
    left: amount,
  });
  write(book, wallet, { from, to: 'pending', amount, lots: [{ lot, amount: Number(amount) }] }, notes);
  return lot;
}

/** What the wallet owes is repaid out of what came in (decision 20). */
export function repay(book: Book, name: string, amount: bigint, lots: readonly number[]): void {
  const owed = -(walletOf(book.account, name).totals.owed ?? 0n);
  debit(book, name, owed < amount ? owed : amount, 'owed', {}, lots);
}

/** Takes up to an amount out of the lots named that are still pending; the answer is how much that was. */
export function takePending(book: Book, name: string, most: bigint, own: readonly number[], inAll: bigint): bigint {
  const wallet = walletOf(book.account, name);
  let taken = 0n;
  const lots: { lot: number; amount: number }[] = [];
  for (const lot of wallet.lots) {
    if (lot.availableFromMs === null || !own.includes(lot.entry)) continue;
    const room = most - taken;
    let some = room;
    if (lot.left < room) some = lot.left;
    if (some > 0n) lots.push({ lot: lot.entry, amount: Number(some) });
    lot.left -= some;
    taken += some;
  }
  wallet.lots = wallet.lots.filter((lot) => lot.left > 0n);
  if (taken > 0n) write(book, wallet, { from: 'pending', to: 'takenBack', amount: taken, lots }, { inAll });
  return taken;
}

/** Moves whole lots at once, as they become available or expire. */
export function moveLots(book: Book, wallet: Wallet, from: string, to: string, lots: readonly Lot[]): void {
  const amount = lots.reduce((total, lot) => total + lot.left, 0n);
  if (amount === 0n) return;
  const uses = lots.map(({ entry, left }) => ({ lot: entry, amount: Number(left) }));
  write(book, wallet, { from, to, amount, lots: uses }, {});
}

/** Soonest expiry first, then oldest; never-expiring last (M4). Parts of one lot: whose fixed end is sooner. */
export function inSpendingOrder(program: Program, name: string, lots: readonly Lot[]): Lot[] {
  const end = (lot: Lot) => expiryOf(program, name, lot) ?? Number.MAX_VALUE;
  const fixed = (lot: Lot) => fixedEndOf(program, name, lot) ?? Number.MAX_VALUE;
  return lots.toSorted(
    (a, b) => end(a) - end(b) || a.earnedAtMs - b.earnedAtMs || a.entry - b.entry || fixed(a) - fixed(b),
  );
}

/**
 * Takes an amount out of the lots: first those named, then in spending order (M4), and tells what each gave. The caller
 * has seen that there is enough.
 */
export function debit(
  book: Book,
  name: string,
  amount: bigint,
  to: string,
  notes: Notes = {},
  first: readonly number[] = [],
): void {
  if (amount === 0n) return;
  const wallet = walletOf(book.account, name);
  const used: { lot: number; amount: number }[] = [];
  let missing = amount;
  const usable = inSpendingOrder(
    book.program,
    name,
    wallet.lots.filter(({ availableFromMs }) => availableFromMs === null),
  );
  const inOrder = [
    ...usable.filter((lot) => first.includes(lot.entry)),
    ...usable.filter((lot) => !first.includes(lot.entry)),
  ];
  for (const lot of inOrder) {
    let taken = missing;
    if (lot.left < missing) taken = lot.left;
    if (taken > 0n) used.push({ lot: lot.entry, amount: Number(taken) });
    lot.left -= taken;
    missing -= taken;
  }
  if (missing !== 0n) throw new RangeError(`${name} is short of ${missing}`);
  wallet.lots = wallet.lots.filter((lot) => lot.left > 0n);
  write(book, wallet, { from: 'available', to, amount, lots: used }, notes);
}

/** Takes an amount out for good, and tells which lots gave it, so that it can come back to them (T8). */
export function spend(book: Book, name: string, amount: bigint): Spent {
  const wallet = walletOf(book.account, name);
  const before = inSpendingOrder(book.program, name, wallet.lots).map((lot) => ({ ...lot }));
  const originals = inSpendingOrder(book.program, name, wallet.lots);
  debit(book, name, amount, 'spent');
  const lots = before.flatMap((lot, index) => {
    const now = originals[index]?.left ?? 0n;
    return lot.left > now ? [{ ...lot, left: lot.left - now }] : [];
  });
  return { wallet: name, atMs: book.atMs, lots };
}

/**
 * Gives back what was spent at once, from so many to so many of it; the lot that was drawn last is the first to get
 * something. What is owed is repaid at once (R3, R4).
 */
export function unspend(book: Book, spent: Spent, from: bigint, to: bigint): void {
  if (to <= from) return;
  const wallet = walletOf(book.account, spent.wallet);
  const given: { lot: number; amount: number }[] = [];
  let passed = 0n;
  for (const lot of spent.lots.toReversed()) {
    // Point by point it would be: those at the places from + 1 to `to`, counted over the lots in this order.
    const start = passed > from ? passed : from;
    const end = passed + lot.left < to ? passed + lot.left : to;
    passed += lot.left;
    if (end <= start) continue;
    given.push({ lot: lot.entry, amount: Number(end - start) });
    putBack(book.program, wallet, stoodStill(book.program, spent.wallet, lot, spent.atMs, book.atMs), end - start);
  }
  write(book, wallet, { from: 'spent', to: 'available', amount: to - from, lots: given }, {});
  repay(book, spent.wallet, to - from, []);
}

/** A lot whose terms are still those of what is left of it goes back into that; otherwise it stands beside it. */
export function putBack(program: Program, wallet: Wallet, lot: Lot, amount: bigint): void {
  const there = wallet.lots.find(
    (other) =>
      other.entry === lot.entry &&
      expiryOf(program, wallet.name, other) === expiryOf(program, wallet.name, lot) &&
      fixedEndOf(program, wallet.name, other) === fixedEndOf(program, wallet.name, lot),
  );
  if (there === undefined) wallet.lots.push({ ...lot, left: amount });
  else there.left += amount;
}

/** Takes back what is not there any more, or (below zero) no longer does; no lot gives anything (R3, decision 18). */
export function takeBackFrom(book: Book, name: string, account: string, amount: bigint, inAll: bigint | null): void {
  if (amount === 0n) return;
  const [from, to] = amount > 0n ? [account, 'takenBack'] : ['takenBack', account];
  const size = amount > 0n ? amount : -amount;
  write(book, walletOf(book.account, name), { from, to, amount: size, lots: [] }, inAll === null ? {} : { inAll });
}

interface Movement {
  readonly from: string;
  readonly to: string;
  readonly amount: bigint;
  readonly lots: Entry['lots'];
}

/** Every entry moves its amount from one named account to another, so that they always sum to zero (M3). */
function write(book: Book, wallet: Wallet, { from, to, amount, lots }: Movement, notes: Notes): void {
  book.account.entries += 1;
  const number = book.account.entries;
  wallet.totals[from] = (wallet.totals[from] ?? 0n) - amount;
  wallet.totals[to] = (wallet.totals[to] ?? 0n) + amount;
  const { atMs, event } = book;
  const { lines, inAll, held, rule } = notes;
  book.entries.push({
    number,
    atMs,
    event,
    wallet: wallet.name,
    from,
    to,
    amount: Number(amount),
    lots,
    lines: lines === undefined ? null : lines.map(Number),
    inAll: inAll === undefined ? null : Number(inAll),
    held: held === undefined ? null : Number(held),
    rule: rule ?? null,
  });
}
