import { convert } from './conversion.ts';
import type { Happening, PurchaseHappening } from './happening.ts';
import { balance } from './ledger.ts';
import { dropPastUses } from './limits.ts';
import { applyJoin, applyLeave, applyReissue, takeEffect } from './membership.ts';
import { AmountTooLarge, toMinor } from './number.ts';
import type { Plan } from './plan.ts';
import { credit, debit, type Sink } from './posting.ts';
import { applyPurchase } from './purchase.ts';
import type { Reason, Refusal } from './reason.ts';
import { dropReceipts } from './receipts.ts';
import { applyReturn } from './returns.ts';
import { type AccountRecord, compareMarks, setMark } from './state.ts';

/** The clockwork: time moves by events and by being told to; what falls due happens at its own instant (T5, T6). */

/** The versions of a program in force, and the account's wallets by name; the stored-value wallet first. */
export interface Clockwork {
  readonly plans: readonly Plan[];
  readonly walletNames: readonly string[];
}

/** What the host knows and the account does not. */
export interface Outside {
  /** For a return, the purchase as the log has it. */
  readonly original: PurchaseHappening | null;
  /** For joining, whether another account has the identity document that was shown. */
  readonly identityTaken: boolean;
}
export const NOTHING_KNOWN: Outside = { original: null, identityTaken: false };

/** What became of an event: refused, not new, or applied (null). */
export type Verdict = Refusal | 'notNew' | null;

/** Moves a record to an event and applies it. After a refusal the record is to be thrown away. */
export function advanceAndApply(
  work: Clockwork,
  record: AccountRecord,
  happening: Happening,
  sink: Sink | null,
  outside: Outside = NOTHING_KNOWN,
): Verdict {
  if (happening.account !== record.account) {
    return { code: 'wrong-account', account: happening.account, expected: record.account };
  }
  if (happening.atMs <= record.mark.atMs && compareMarks(happening, record.mark) <= 0) return 'notNew';
  const plan = planAt(work, happening.atMs);
  if (plan === null) return { code: 'no-version', atMs: happening.atMs };
  const day = plan.clock.dayAt(happening.atMs);
  letPass(record, happening.atMs, day, sink);
  try {
    const refusal = applyHappening(work, plan, record, happening, day, sink, outside);
    if (refusal !== null) return refusal;
    convert(plan, record, happening, sink);
  } catch (error) {
    if (error instanceof AmountTooLarge) return { code: 'amount-too-large' };
    throw error;
  }
  setMark(record, happening);
  return null;
}

/** Lets everything happen that falls due up to and at an instant, each at its own. */
export function advanceTo(plan: Plan, record: AccountRecord, toMs: number, sink: Sink | null): void {
  letPass(record, toMs, plan.clock.dayAt(toMs), sink);
}

function letPass(record: AccountRecord, toMs: number, day: number, sink: Sink | null): void {
  if (record.activeFromMs !== null && record.activeFromMs <= toMs) takeEffect(record, record.activeFromMs, sink);
  dropReceipts(record.receipts, day);
  if (record.uses.length > 0) dropPastUses(record, day);
}

/** When something falls due next; null: nothing does (T5). */
export function dueAtMs(record: AccountRecord): number | null {
  return record.activeFromMs;
}

/** The version that judges an event at an instant: the latest one in force (T10). */
export function planAt(work: Clockwork, atMs: number): Plan | null {
  const { plans } = work;
  for (let i = plans.length - 1; i >= 0; i -= 1) {
    const plan = plans[i];
    if (plan !== undefined && plan.fromMs <= atMs) return plan;
  }
  return null;
}

function applyHappening(
  work: Clockwork,
  plan: Plan,
  record: AccountRecord,
  happening: Happening,
  day: number,
  sink: Sink | null,
  outside: Outside,
): Refusal | null {
  switch (happening.kind) {
    case 'join':
      return applyJoin(plan, record, happening, outside.identityTaken, sink);
    case 'profile':
      if (happening.birthday !== undefined) record.birthday = happening.birthday;
      return null;
    case 'purchase':
      return applyPurchase(plan, record, happening, day, sink);
    case 'return':
      return applyReturn(plan, work.plans, record, happening, outside.original, sink);
    case 'visit':
      return null;
    case 'topUp':
      return applyTopUp(record, happening, sink);
    case 'adjust':
      return applyAdjust(work, plan, record, happening, sink);
    case 'leave':
      return applyLeave(record, happening.atMs, sink);
    case 'reissue':
      return applyReissue(plan.program.membership, record, happening.identityChecked, sink);
    case 'merge':
      return { code: 'not-transferable', other: happening.other };
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
  const reason: Reason = { kind: 'adjusted', reason: happening.reason, by: happening.by };
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
    credit(record, storedValue, happening.amount, happening, sink, { kind: 'toppedUp' });
  }
  return null;
}
