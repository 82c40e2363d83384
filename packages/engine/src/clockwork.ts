import { convert } from './conversion.ts';
import type { Happening } from './happening.ts';
import { balance } from './ledger.ts';
import { applyJoin, applyLeave, takeEffect } from './membership.ts';
import { AmountTooLarge, toMinor } from './number.ts';
import type { Plan } from './plan.ts';
import { credit, debit, type Sink } from './posting.ts';
import { applyPurchase } from './purchase.ts';
import type { Refusal } from './reason.ts';
import { type AccountRecord, compareMarks } from './state.ts';

/** The clockwork: time moves by events and by being told to; what falls due happens at its own instant (T5, T6). */

/** The versions of a program in force, and the account's wallets by name; the stored-value wallet first. */
export interface Clockwork {
  readonly plans: readonly Plan[];
  readonly walletNames: readonly string[];
}

/** What became of an event: refused, not new, or applied (null). */
export type Verdict = Refusal | 'notNew' | null;

/** Moves a record to an event and applies it. After a refusal the record is to be thrown away. */
export function advanceAndApply(
  work: Clockwork,
  record: AccountRecord,
  happening: Happening,
  sink: Sink | null,
): Verdict {
  if (happening.account !== record.account) {
    return { code: 'wrong-account', account: happening.account, expected: record.account };
  }
  if (compareMarks(happening, record.mark) <= 0) return 'notNew';
  const plan = planAt(work, happening.atMs);
  if (plan === null) return { code: 'no-version', atMs: happening.atMs };
  advanceTo(record, happening.atMs, sink);
  try {
    const refusal = applyHappening(work, plan, record, happening, sink);
    if (refusal !== null) return refusal;
    convert(plan, record, happening, sink);
  } catch (error) {
    if (error instanceof AmountTooLarge) return { code: 'amount-too-large' };
    throw error;
  }
  const { atMs, rank, sequence, id } = happening;
  record.mark = { atMs, rank, sequence, id };
  return null;
}

/** Lets everything happen that falls due up to and at an instant, each at its own. */
export function advanceTo(record: AccountRecord, toMs: number, sink: Sink | null): void {
  if (record.activeFromMs !== null && record.activeFromMs <= toMs) takeEffect(record, record.activeFromMs, sink);
  dropReceipts(record, toMs);
}

/** When something falls due next; null: nothing does (T5). */
export function dueAtMs(record: AccountRecord): number | null {
  return record.activeFromMs;
}

/** The version that judges an event at an instant: the latest one in force (T10). */
export function planAt(work: Clockwork, atMs: number): Plan | null {
  let inForce: Plan | null = null;
  for (const plan of work.plans) {
    if (plan.fromMs <= atMs) inForce = plan;
  }
  return inForce;
}

function applyHappening(
  work: Clockwork,
  plan: Plan,
  record: AccountRecord,
  happening: Happening,
  sink: Sink | null,
): Refusal | null {
  switch (happening.kind) {
    case 'join': {
      const refusal = applyJoin(plan.program.membership, plan.clock, record, happening.atMs, sink);
      if (refusal === null && happening.birthday !== undefined) record.birthday = happening.birthday;
      return refusal;
    }
    case 'profile':
      if (happening.birthday !== undefined) record.birthday = happening.birthday;
      return null;
    case 'purchase':
      return applyPurchase(plan, record, happening, sink);
    case 'visit':
      return null;
    case 'topUp':
      return applyTopUp(record, happening, sink);
    case 'adjust':
      return applyAdjust(work, plan, record, happening, sink);
    case 'leave':
      return applyLeave(record, happening.atMs, sink);
  }
}

/** Staff add to a wallet or take from it, with a reason; never more than is there. */
function applyAdjust(
  work: Clockwork,
  plan: Plan,
  record: AccountRecord,
  happening: Extract<Happening, { kind: 'adjust' }>,
  sink: Sink | null,
): Refusal | null {
  const place = work.walletNames.indexOf(happening.wallet);
  const wallet = record.wallets[place];
  if (wallet === undefined) return { code: 'unknown-wallet', wallet: happening.wallet, known: work.walletNames };
  const digits = place === 0 ? plan.minorDigits : 0;
  const fraction = happening.amount.split('.')[1] ?? '';
  if (/[1-9]/.test(fraction.slice(digits))) {
    return { code: 'bad-event', fault: { path: 'amount', code: 'tooManyDecimals' } };
  }
  const takesAway = happening.amount.startsWith('-');
  const amount = toMinor(takesAway ? happening.amount.slice(1) : happening.amount, digits, 'down');
  const reason = () => ({ kind: 'adjusted' as const, reason: happening.reason, by: happening.by });
  if (amount === 0) return null;
  if (!takesAway) {
    credit(record, wallet, amount, happening, sink, reason);
    return null;
  }
  const available = balance(wallet);
  if (amount > available) return { code: 'not-enough', wallet: wallet.name, available, needed: amount };
  debit(record, wallet, 'takenBack', amount, happening, sink, reason);
  return null;
}

function applyTopUp(
  record: AccountRecord,
  happening: Extract<Happening, { kind: 'topUp' }>,
  sink: Sink | null,
): Refusal | null {
  const [storedValue] = record.wallets;
  if (happening.amount > 0 && storedValue !== undefined) {
    credit(record, storedValue, happening.amount, happening, sink, () => ({ kind: 'toppedUp' }));
  }
  return null;
}

/** Receipts leave when their return period ends; the oldest stand first. */
function dropReceipts(record: AccountRecord, atMs: number): void {
  let gone = 0;
  for (const receipt of record.receipts) {
    if (receipt.untilMs > atMs) break;
    gone += 1;
  }
  if (gone > 0) record.receipts.splice(0, gone);
}
