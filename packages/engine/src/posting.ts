import { addLot, drawLots, type Entry, issue, type LedgerAccount, move, type WalletRecord } from './ledger.ts';
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

/** Issues an amount into a wallet as one new lot; the entry's number comes back. Without a sink no reason is needed. */
export function credit(
  record: AccountRecord,
  wallet: WalletRecord,
  amount: number,
  cause: Cause,
  sink: Sink | null,
  reason: Reason | null,
): number {
  record.entries += 1;
  const number = record.entries;
  const { atMs } = cause;
  issue(wallet, amount);
  addLot(wallet, { entry: number, earnedAtMs: atMs, availableFromMs: null, expiresAtMs: null, left: amount });
  if (sink !== null && reason !== null) tellCredit(sink, number, wallet.name, amount, cause, reason);
  return number;
}

function tellCredit(sink: Sink, number: number, wallet: string, amount: number, cause: Cause, reason: Reason): void {
  const { atMs, id: event } = cause;
  const lots = [{ lot: number, amount }];
  sink.entry({ number, atMs, event, wallet, from: 'issued', to: 'available', amount, lots, reason });
}

/** Takes an available amount out of a wallet, lot by lot in spending order. The caller has checked that it is there. */
export function debit(
  record: AccountRecord,
  wallet: WalletRecord,
  to: LedgerAccount,
  amount: number,
  cause: Cause,
  sink: Sink | null,
  reason: Reason | null,
): void {
  record.entries += 1;
  const lots = drawLots(wallet, amount);
  move(wallet, 'available', to, amount);
  if (sink === null || reason === null) return;
  sink.entry({
    number: record.entries,
    atMs: cause.atMs,
    event: cause.id,
    wallet: wallet.name,
    from: 'available',
    to,
    amount,
    lots,
    reason,
  });
}
