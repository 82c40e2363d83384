import type { Event } from '@laurel/engine';
import { type Account, type Lot, type Wallet, walletOf } from './account.ts';
import { forgetPastBenefitUses } from './benefits.ts';
import { comparedDates } from './civil-date.ts';
import { convert } from './conversion.ts';
import { toldOf } from './declared-events.ts';
import type { Judged } from './judged.ts';
import { type Book, inSpendingOrder, moveLots, putBack, repay } from './ledger.ts';
import { expiryOf } from './lifetime.ts';
import { forgetPastUses } from './limits.ts';
import { localDate } from './local-time.ts';
import { fallAsleep, isMember, type StatusChange, takeEffect } from './membership.ts';
import { type Almanac, birthdayRules, dueNow, fallsAsleepNow, give, upcoming } from './occasions.ts';
import { forgetReferrals } from './referrals.ts';
import { closeDates, moveOnLadders, nextTierDue } from './tiers.ts';

/**
 * What falls due up to an instant, each at its own (T5): the earliest of all that lies ahead happens, and then everything
 * is looked at again.
 */
export function passTime(
  judged: Judged,
  dates: Almanac,
  account: Account,
  toMs: number,
  told: Pick<Book, 'entries' | 'handed'>,
  changes: StatusChange[],
): void {
  const { program } = judged;
  for (let due = nextDue(judged, dates, account); due !== null && due <= toMs; due = nextDue(judged, dates, account)) {
    const book: Book = { program, account, event: null, atMs: due, ...told };
    fallDue(judged, dates, book, changes);
    account.place = { atMs: due, rank: -1, sequence: 0, id: '' };
  }
  const date = localDate(program.zone, toMs);
  account.receipts = account.receipts.filter((receipt) => comparedDates(date, receipt.lastDate) <= 0);
  account.redemptions = account.redemptions.filter(({ lastDate }) => comparedDates(date, lastDate) <= 0);
  forgetPastUses(account, date);
  forgetPastBenefitUses(account, date);
  forgetReferrals(account, date);
}

/** When something falls due next; null: nothing does. */
export function nextDue(judged: Judged, dates: Almanac, account: Account): number | null {
  const { program } = judged;
  const all = [
    ...upcoming(judged, dates, account),
    account.activeFromMs,
    nextTierDue(judged, account),
    ...account.wallets.flatMap(({ name, lots }) =>
      lots.flatMap((lot) => [lot.availableFromMs, expiryOf(program, name, lot)]),
    ),
  ];
  const due = all.filter((ms) => ms !== null).toSorted((a, b) => a - b);
  return due[0] ?? null;
}

/**
 * At one instant, in the order of T6: what becomes available; rules that close a period, and who falls asleep; what
 * expires; rules that open the day.
 */
function fallDue(judged: Judged, dates: Almanac, book: Book, changes: StatusChange[]): void {
  const { account, atMs } = book;
  const { program } = judged;
  if (account.activeFromMs !== null && account.activeFromMs <= atMs) {
    takeEffect(account, changes);
    moveOnLadders(judged, account, atMs, false);
  }
  if (account.wallets.map((wallet) => makeAvailable(book, wallet)).includes(true)) convert(judged, book);
  give(judged, book, dueNow(judged, dates, account, atMs, 'close'), localDate(program.zone, atMs - 1));
  if (nextTierDue(judged, account) === atMs) closeDates(judged, account, atMs);
  if (fallsAsleepNow(program, account, atMs)) fallAsleep(account, atMs, changes);
  for (const wallet of account.wallets) expire(judged, book, wallet);
  const opening = [...dueNow(judged, dates, account, atMs, 'open'), ...birthdayRules(judged, account, atMs)];
  give(judged, book, opening, localDate(program.zone, atMs));
}

function makeAvailable(book: Book, wallet: Wallet): boolean {
  const due = asTheyWait(wallet).filter(({ availableFromMs }) => (availableFromMs ?? 0) <= book.atMs);
  for (const lot of due) lot.availableFromMs = null;
  moveLots(book, wallet, 'pending', 'available', due);
  const amount = due.reduce((total, lot) => total + lot.left, 0n);
  repay(book, wallet.name, amount, []);
  return due.length > 0;
}

/** The lots that are pending, in the order in which they become available. */
function asTheyWait({ lots }: Wallet): Lot[] {
  return lots
    .filter(({ availableFromMs }) => availableFromMs !== null)
    .toSorted((a, b) => (a.availableFromMs ?? 0) - (b.availableFromMs ?? 0) || a.entry - b.entry);
}

function expire({ program }: Judged, book: Book, wallet: Wallet): void {
  const over = inSpendingOrder(program, wallet.name, wallet.lots).filter((lot) => {
    const end = expiryOf(program, wallet.name, lot);
    return end !== null && end <= book.atMs;
  });
  const usable = over.filter(({ availableFromMs }) => availableFromMs === null);
  const pending = asTheyWait(wallet).filter((lot) => over.includes(lot));
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

/** The rules that an event calls up: on a visit, on joining, and on a birthday that counts since (T3). */
export function react(judged: Judged, book: Book, event: Event, wasMember: boolean): void {
  const { account, atMs } = book;
  const visited = event.kind === 'visit' && account.status === 'active';
  const joined = !wasMember && isMember(account);
  const called = judged.program.rules.filter(
    ({ trigger: { kind } }) =>
      (visited && (kind === 'visit' || kind === 'visitOrPurchase')) || (joined && kind === 'joining'),
  );
  const declared = judged.program.rules.filter(
    ({ trigger }) =>
      trigger.kind === 'event' &&
      event.kind === 'event' &&
      trigger.event === event.event &&
      account.status === 'active',
  );
  const rules = [...called, ...declared, ...birthdayRules(judged, account, atMs)];
  give(judged, book, rules, localDate(judged.program.zone, atMs), toldOf(event));
}

/** The activities that a wallet's points lapse without renew all of its lots (T8). */
export function renew({ program }: Judged, account: Account, event: Event, atMs: number): void {
  for (const { name, expiry } of program.wallets) {
    const renews = (expiry?.of ?? []).some(
      (each) => each.kind === 'idle' && each.without.some((a) => a === event.kind),
    );
    if (!renews) continue;
    const wallet = walletOf(account, name);
    const { lots } = wallet;
    for (const lot of lots) {
      lot.activeAtMs = atMs;
      if (lot.restored !== null) lot.restored.renewedSince = true;
    }
    wallet.lots = [];
    for (const lot of lots) putBack(program, wallet, lot, lot.left);
  }
}
