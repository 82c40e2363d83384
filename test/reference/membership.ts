import type { Program } from '@laurel/engine';
import type { Account, Status } from './account.ts';
import { comparedDates } from './civil-date.ts';
import { endOfWait, localDate } from './local-time.ts';

export interface StatusChange {
  readonly from: Status;
  readonly to: Status;
  readonly atMs: number;
}

export function isMember(account: Account): boolean {
  return account.status === 'pending' || account.status === 'active';
}

/** Joining, or joining again after leaving, which starts anew (decision 12). */
export function join(program: Program, account: Account, atMs: number, changes: StatusChange[]): void {
  const { effectiveAfter } = program.membership;
  account.joinedAtMs = atMs;
  account.activeFromMs = effectiveAfter === null ? null : endOfWait(program.zone, atMs, effectiveAfter);
  if (account.activeFromMs === null || account.activeFromMs <= atMs) change(account, 'active', atMs, changes);
  else change(account, 'pending', atMs, changes);
  if (account.status === 'active') account.activeFromMs = null;
}

export function leave(account: Account, atMs: number, changes: StatusChange[]): void {
  account.activeFromMs = null;
  change(account, 'ended', atMs, changes);
}

/** What falls due up to an instant, at its own instant (T5): memberships take effect, receipts are dropped (decision 11). */
export function passTime(program: Program, account: Account, toMs: number, changes: StatusChange[]): void {
  const date = localDate(program.zone, toMs);
  if (account.status === 'pending' && account.activeFromMs !== null && account.activeFromMs <= toMs) {
    change(account, 'active', account.activeFromMs, changes);
    account.activeFromMs = null;
  }
  account.receipts = account.receipts.filter((receipt) => comparedDates(date, receipt.lastDate) <= 0);
}

function change(account: Account, to: Status, atMs: number, changes: StatusChange[]): void {
  changes.push({ from: account.status, to, atMs });
  account.status = to;
}
