import type { Event } from '@laurel/engine';
import type { Account, Lot, Wallet } from './account.ts';
import { comparedDates } from './civil-date.ts';
import { convert } from './conversion.ts';
import type { Judged } from './judged.ts';
import { type Book, type Entry, inSpendingOrder, moveLots, repay } from './ledger.ts';
import { expiryOf } from './lifetime.ts';
import { forgetPastUses } from './limits.ts';
import { localDate } from './local-time.ts';
import { type StatusChange, takeEffect } from './membership.ts';

/**
 * What falls due up to an instant, each at its own (T5): the earliest of all that lies ahead happens, and then everything
 * is looked at again.
 */
export function passTime(
  judged: Judged,
  account: Account,
  toMs: number,
  entries: Entry[],
  changes: StatusChange[],
): void {
  const { program } = judged;
  for (let due = nextDue(judged, account); due !== null && due <= toMs; due = nextDue(judged, account)) {
    const book: Book = { program, account, event: null, atMs: due, entries };
    fallDue(judged, book, changes);
  }
  const date = localDate(program.zone, toMs);
  account.receipts = account.receipts.filter((receipt) => comparedDates(date, receipt.lastDate) <= 0);
  account.redemptions = account.redemptions.filter(({ lastDate }) => comparedDates(date, lastDate) <= 0);
  forgetPastUses(account, date);
}

/** When something falls due next; null: nothing does. */
export function nextDue({ program }: Judged, account: Account): number | null {
  const all = [
    account.activeFromMs,
    ...account.wallets.flatMap(({ name, lots }) =>
      lots.flatMap((lot) => [lot.availableFromMs, expiryOf(program, name, lot)]),
    ),
  ];
  const due = all.filter((ms) => ms !== null).toSorted((a, b) => a - b);
  return due[0] ?? null;
}

/** At one instant, in the order of T6: what becomes available; then what expires. */
function fallDue(judged: Judged, book: Book, changes: StatusChange[]): void {
  const { account, atMs } = book;
  if (account.activeFromMs !== null && account.activeFromMs <= atMs) takeEffect(account, changes);
  if (account.wallets.map((wallet) => makeAvailable(book, wallet)).includes(true)) convert(judged, book);
  for (const wallet of account.wallets) expire(judged, book, wallet);
}

function makeAvailable(book: Book, wallet: Wallet): boolean {
  const due = wallet.lots
    .filter(({ availableFromMs }) => availableFromMs !== null && availableFromMs <= book.atMs)
    .toSorted((a, b) => (a.availableFromMs ?? 0) - (b.availableFromMs ?? 0) || a.entry - b.entry);
  for (const lot of due) lot.availableFromMs = null;
  moveLots(book, wallet, 'pending', 'available', due);
  const amount = due.reduce((total, lot) => total + lot.left, 0n);
  repay(book, wallet.name, amount, []);
  return due.length > 0;
}

function expire({ program }: Judged, book: Book, wallet: Wallet): void {
  const over = inSpendingOrder(program, wallet.name, wallet.lots).filter((lot) => {
    const end = expiryOf(program, wallet.name, lot);
    return end !== null && end <= book.atMs;
  });
  const usable = over.filter(({ availableFromMs }) => availableFromMs === null);
  const pending = wallet.lots.filter((lot) => over.includes(lot) && lot.availableFromMs !== null);
  moveLots(book, wallet, 'available', 'expired', usable);
  moveLots(book, wallet, 'pending', 'expired', pending);
  for (const lot of over) note(book.account, wallet.name, lot);
  wallet.lots = wallet.lots.filter((lot) => !over.includes(lot));
}

/** What expired of a purchase's own lot is not taken again (R1). */
function note(account: Account, wallet: string, lot: Lot): void {
  for (const { ownLots, expired } of account.receipts) {
    if (ownLots[wallet]?.includes(lot.entry)) expired[wallet] = (expired[wallet] ?? 0n) + lot.left;
  }
}

/** The activities that a wallet's points lapse without renew all of its lots (T8). */
export function renew({ program }: Judged, account: Account, event: Event, atMs: number): void {
  for (const { name, expiry } of program.wallets) {
    const renews = (expiry?.of ?? []).some(
      (each) => each.kind === 'idle' && each.without.some((a) => a === event.kind),
    );
    if (!renews) continue;
    for (const lot of account.wallets.find((wallet) => wallet.name === name)?.lots ?? []) {
      lot.activeAtMs = atMs;
      if (lot.restored !== null) lot.restored.renewedSince = true;
    }
  }
}
