import {
  addLot,
  drawLots,
  type Entry,
  issue,
  type LedgerAccount,
  move,
  type OwnLots,
  type WalletRecord,
} from './ledger.ts';
import type { Outcome, Reason } from './reason.ts';
import type { AccountRecord } from './state.ts';

/** Where entries and outcomes go. A batch that only counts passes null: then no reason is ever built. */
export interface Sink {
  entry(entry: Entry): void;
  outcome(outcome: Outcome): void;
}

/** A sink that keeps everything, in order. */
export function collector(): Sink & { readonly entries: Entry[]; readonly outcomes: Outcome[] } {
  const entries: Entry[] = [];
  const outcomes: Outcome[] = [];
  return {
    entries,
    outcomes,
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
): number {
  record.entries += 1;
  const number = record.entries;
  const { atMs } = cause;
  if (from === 'issued') issue(wallet, amount);
  else move(wallet, from, 'available', amount);
  addLot(wallet, { entry: number, earnedAtMs: atMs, availableFromMs: null, expiresAtMs: null, left: amount });
  if (sink !== null && reason !== null) tellCredit(sink, number, wallet.name, from, amount, cause, reason);
  if (wallet.totals.owed < 0) repay(record, wallet, number, amount, cause, sink);
  return number;
}

function tellCredit(
  sink: Sink,
  number: number,
  wallet: string,
  from: LedgerAccount,
  amount: number,
  cause: Cause,
  reason: Reason,
): void {
  const { atMs, id: event } = cause;
  const lots = [{ lot: number, amount }];
  sink.entry({ number, atMs, event, wallet, from, to: 'available', amount, lots, reason });
}

/** The next credits repay first what is owed (R3). */
function repay(
  record: AccountRecord,
  wallet: WalletRecord,
  lot: number,
  credited: number,
  cause: Cause,
  sink: Sink | null,
): void {
  const amount = Math.min(credited, -wallet.totals.owed);
  debit(record, wallet, 'owed', amount, cause, sink, { kind: 'repaid' }, { first: lot, count: 1 });
}

/** Takes an available amount out of a wallet, own lots first, then in spending order. The caller has checked that it is there. */
export function debit(
  record: AccountRecord,
  wallet: WalletRecord,
  to: LedgerAccount,
  amount: number,
  cause: Cause,
  sink: Sink | null,
  reason: Reason | null,
  own: OwnLots | null = null,
): void {
  record.entries += 1;
  const lots = drawLots(wallet, amount, own);
  move(wallet, 'available', to, amount);
  if (sink === null || reason === null) return;
  const { name } = wallet;
  const { atMs, id: event } = cause;
  sink.entry({ number: record.entries, atMs, event, wallet: name, from: 'available', to, amount, lots, reason });
}

/** Takes back what is not there any more: it is owed, forgiven, or paid for otherwise (R3). No lot is touched. */
export function takeBackFrom(
  record: AccountRecord,
  wallet: WalletRecord,
  from: 'owed' | 'forgiven' | 'reinstated',
  amount: number,
  cause: Cause,
  sink: Sink | null,
  reason: Reason,
): void {
  record.entries += 1;
  move(wallet, from, 'takenBack', amount);
  const { atMs, id: event } = cause;
  sink?.entry({
    number: record.entries,
    atMs,
    event,
    wallet: wallet.name,
    from,
    to: 'takenBack',
    amount,
    lots: [],
    reason,
  });
}
