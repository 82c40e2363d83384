import type { Event } from './event.ts';
import {
  addPending,
  drawLots,
  type Entry,
  issue,
  type LedgerAccount,
  type LotUse,
  move,
  type OwnLots,
  restoreLot,
  type WalletRecord,
} from './ledger.ts';
import { addLot, type Lot, type LotTerms, NO_TERMS, type Taken } from './lots.ts';
import type { Outcome, Reason } from './reason.ts';
import { type AccountRecord, fallsDue } from './state.ts';

/** Where entries and outcomes go. A batch that only counts passes null: then no reason is ever built. */
export interface Sink {
  entry(entry: Entry): void;
  outcome(outcome: Outcome): void;
  /** An event for another account (P3). */
  message(event: Event): void;
}

/** A sink that keeps everything, in order. */
export function collector(): Sink & {
  readonly entries: Entry[];
  readonly outcomes: Outcome[];
  readonly messages: Event[];
} {
  const entries: Entry[] = [];
  const outcomes: Outcome[] = [];
  const messages: Event[] = [];
  return {
    entries,
    outcomes,
    messages,
    message: (event) => void messages.push(event),
    entry: (entry) => void entries.push(entry),
    outcome: (outcome) => void outcomes.push(outcome),
  };
}

/** What an entry follows from: an event, or (without an id) the passing of time. */
export interface Cause {
  readonly atMs: number;
  readonly id: string | null;
}

/**
 * Puts an amount into a wallet as one new lot, from `issued` unless it comes back from another account; the entry's number
 * comes back. What is owed is repaid at once out of it (R3). Without a sink no reason is needed.
 */
export function credit(
  record: AccountRecord,
  wallet: WalletRecord,
  amount: number,
  cause: Cause,
  sink: Sink | null,
  reason: Reason | null,
  from: LedgerAccount = 'issued',
  terms: LotTerms = NO_TERMS,
): number {
  record.entries += 1;
  const number = record.entries;
  const { atMs } = cause;
  const { availableFromMs, expiresAtMs, renewal } = terms;
  if (expiresAtMs !== null) fallsDue(record, expiresAtMs);
  if (availableFromMs !== null) {
    move(wallet, from, 'pending', amount);
    addPending(wallet, { entry: number, earnedAtMs: atMs, availableFromMs, expiresAtMs, renewal, left: amount });
    fallsDue(record, availableFromMs);
  } else if (from === 'issued') {
    issue(wallet, amount);
    addLot(wallet.lots, number, atMs, terms, amount);
  } else {
    move(wallet, from, 'available', amount);
    addLot(wallet.lots, number, atMs, terms, amount);
  }
  if (sink !== null && reason !== null)
    tellCredit(sink, number, amount, availableFromMs === null, wallet.name, from, cause, reason);
  if (wallet.totals.owed < 0 && availableFromMs === null)
    repay(record, wallet, { first: number, count: 1 }, amount, cause, sink);
  return number;
}

/** Gives spent amounts back to the lots that they came from (T8). What is owed is repaid first. */
export function giveBack(
  record: AccountRecord,
  wallet: WalletRecord,
  lots: readonly Lot[],
  cause: Cause,
  sink: Sink | null,
  reason: Reason,
): void {
  const uses = lots.map(({ entry, left }): LotUse => ({ lot: entry, amount: left }));
  const amount = uses.reduce((sum, use) => sum + use.amount, 0);
  for (const lot of lots) restoreLot(wallet, lot);
  post(record, wallet, 'spent', 'available', amount, uses, cause, sink, reason);
  if (wallet.totals.owed < 0) repay(record, wallet, null, amount, cause, sink);
}

function tellCredit(
  sink: Sink,
  number: number,
  amount: number,
  isAvailable: boolean,
  wallet: string,
  from: LedgerAccount,
  cause: Cause,
  reason: Reason,
): void {
  const { atMs, id: event } = cause;
  const to = isAvailable ? 'available' : 'pending';
  const lots = [{ lot: number, amount }];
  sink.entry({ number, atMs, event, wallet, from, to, amount, lots, reason });
}

/** The next credits repay first what is owed (R3). */
export function repay(
  record: AccountRecord,
  wallet: WalletRecord,
  own: OwnLots | null,
  credited: number,
  cause: Cause,
  sink: Sink | null,
): void {
  const amount = Math.min(credited, -wallet.totals.owed);
  debit(record, wallet, 'owed', amount, cause, sink, { kind: 'repaid' }, own);
}

/**
 * Takes an available amount out of a wallet, own lots first, then in spending order, and says from which lots. The caller
 * has checked that it is there.
 */
export function debit(
  record: AccountRecord,
  wallet: WalletRecord,
  to: LedgerAccount,
  amount: number,
  cause: Cause,
  sink: Sink | null,
  reason: Reason | null,
  own: OwnLots | null = null,
): readonly Taken[] {
  record.entries += 1;
  const drawn = drawLots(wallet, amount, own);
  move(wallet, 'available', to, amount);
  if (sink === null || reason === null) return drawn;
  const { name } = wallet;
  const lots = drawn.map((part) => ({ lot: part.lot.entry, amount: part.amount }));
  const { atMs, id: event } = cause;
  sink.entry({ number: record.entries, atMs, event, wallet: name, from: 'available', to, amount, lots, reason });
  return drawn;
}

/**
 * Takes back what is not there any more: it is owed, forgiven, or paid for otherwise (R3). Below zero: so much of it is not
 * to be taken back after all. No lot is touched.
 */
export function takeBackFrom(
  record: AccountRecord,
  wallet: WalletRecord,
  account: 'owed' | 'forgiven' | 'reinstated',
  amount: number,
  cause: Cause,
  sink: Sink | null,
  reason: Reason,
): void {
  const [from, to] = amount < 0 ? (['takenBack', account] as const) : ([account, 'takenBack'] as const);
  post(record, wallet, from, to, Math.abs(amount), [], cause, sink, reason);
}

/** Moves an amount that the caller has taken out of the lots, and says so. */
export function post(
  record: AccountRecord,
  wallet: WalletRecord,
  from: LedgerAccount,
  to: LedgerAccount,
  amount: number,
  lots: readonly LotUse[],
  cause: Cause,
  sink: Sink | null,
  reason: Reason,
): void {
  record.entries += 1;
  move(wallet, from, to, amount);
  const { atMs, id: event } = cause;
  sink?.entry({ number: record.entries, atMs, event, wallet: wallet.name, from, to, amount, lots, reason });
}
