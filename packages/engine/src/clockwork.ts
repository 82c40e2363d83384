import { dropPastAwards } from './award.ts';
import { applyUse, dropPastBenefitUses, takeUseBack } from './benefit.ts';
import { convert } from './conversion.ts';
import { countEvent, countVisit } from './counting.ts';
import { eventRefusal, thousandthsOf } from './declared-event.ts';
import { applyExchange } from './exchange.ts';
import { react } from './giving.ts';
import type { ExchangeHappening, Happening, PurchaseHappening } from './happening.ts';
import { balance } from './ledger.ts';
import { dropPastUses } from './limits.ts';
import { applyJoin, applyLeave, applyReissue, isMember, tell, wake } from './membership.ts';
import { AmountTooLarge, toMinor } from './number.ts';
import type { Plan } from './plan.ts';
import { credit, debit, type Sink } from './posting.ts';
import { applyPurchase } from './purchase.ts';
import type { Reason, Refusal } from './reason.ts';
import { dropReceipts } from './receipts.ts';
import { applyRedeem, applyReverse, dropRedemptions } from './redemption.ts';
import { applyReferral, dropReferrals } from './referral.ts';
import { applyReturn } from './returns.ts';
import { type Clockwork, letPass, notePurchase, planAt, renewLots } from './schedule.ts';
import { type AccountRecord, compareMarks, dueIsUnknown, fallsDue, setMark } from './state.ts';
import { climb, giveTier, notePresence, tiersDueMs } from './tiers.ts';

/** The clockwork: time moves by events and by being told to; what falls due happens at its own instant (T5, T6). */

/** What the host knows and the account does not. */
export interface Outside {
  /** For a return or an exchange, the purchase as the log has it. */
  readonly original: PurchaseHappening | null;
  /** The exchanges of that purchase so far. */
  readonly exchanges: readonly ExchangeHappening[];
  /** For joining, whether another account has the identity document that was shown. */
  readonly identityTaken: boolean;
}
export const NOTHING_KNOWN: Outside = { original: null, exchanges: [], identityTaken: false };

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
  try {
    if (record.dueMs <= happening.atMs) letPass(work, record, happening.atMs, sink);
    forget(record, day);
    if (plan.renews) renewLots(plan, record, happening, day);
    if (record.status === 'dormant' && happening.kind === 'purchase') wake(record, happening.atMs, sink);
    const wasMember = isMember(record);
    const refusal = applyHappening(work, plan, record, happening, day, sink, outside);
    if (refusal !== null) return refusal;
    if (work.shortestWaitMs !== null && happening.kind === 'purchase') {
      notePurchase(record, happening.atMs, work.shortestWaitMs);
    }
    if (plan.occasions.areSome) react(plan, record, happening, wasMember, day, sink);
    convert(plan, record, happening, sink);
    if (plan.ladders.length > 0) moveOnLadders(plan, record, happening, day, sink);
    // Purchases tell what they add to what falls due; other events are few.
    if (happening.kind !== 'purchase') dueIsUnknown(record);
  } catch (error) {
    if (error instanceof AmountTooLarge) return { code: 'amount-too-large' };
    throw error;
  }
  setMark(record, happening);
  return null;
}

const COUNTS: ReadonlySet<Happening['kind']> = new Set(['purchase', 'visit', 'exchange', 'event']);

/** Ladders count purchases, visits and declared events; whoever becomes a member or ceases to be one begins or leaves them (L1). */
function moveOnLadders(
  plan: Plan,
  record: AccountRecord,
  { kind, atMs }: Happening,
  day: number,
  sink: Sink | null,
): void {
  if (kind === 'purchase') notePresence(plan, record, day);
  climb(plan, record, { atMs, day }, COUNTS.has(kind), sink);
  fallsDue(record, tiersDueMs(record));
}

/**
 * Lets everything happen that falls due up to and at an instant, each at its own. After a refusal the record is to be
 * thrown away.
 */
export function advanceTo(work: Clockwork, record: AccountRecord, toMs: number, sink: Sink | null): Refusal | null {
  const plan = planAt(work, toMs) ?? work.plans[0];
  try {
    if (record.dueMs <= toMs) letPass(work, record, toMs, sink);
  } catch (error) {
    if (error instanceof AmountTooLarge) return { code: 'amount-too-large' };
    throw error;
  }
  if (plan !== undefined) forget(record, plan.clock.dayAt(toMs));
  return null;
}

/** What only matters until a day that is over is not kept. */
function forget(record: AccountRecord, day: number): void {
  dropReceipts(record.receipts, day);
  if (record.uses.length > 0) dropPastUses(record, day);
  if (record.referrals.length > 0) dropReferrals(record, day);
  if (record.redemptions.length > 0) dropRedemptions(record, day);
  if (record.awarded.length > 0) dropPastAwards(record, day);
  if (record.benefitUses.length > 0) dropPastBenefitUses(record, day);
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
      return tell(plan, record, happening);
    case 'purchase':
      return applyPurchase(plan, record, happening, day, sink);
    case 'return':
      return applyReturn(plan, work.plans, record, happening, outside, sink);
    case 'exchange':
      return applyExchange(plan, work.plans, record, happening, outside, sink);
    case 'redeem':
      return applyRedeem(plan, record, happening, day, sink);
    case 'reverse':
      return takeUseBack(record, happening, sink) ? null : applyReverse(plan, record, happening, sink);
    case 'use':
      return applyUse(plan, record, happening, day, sink);
    case 'visit':
      countVisit(plan, record, day);
      return null;
    case 'event': {
      const { event, facts } = happening;
      const refusal = eventRefusal(plan.program, happening);
      if (refusal === null) countEvent(plan, record, event, (fact) => thousandthsOf(facts, fact), day);
      return refusal;
    }
    case 'topUp':
      return applyTopUp(record, happening, sink);
    case 'adjust':
      return applyAdjust(work, plan, record, happening, sink);
    case 'referral':
      return applyReferral(plan, work.plans, record, happening, day, sink);
    case 'leave':
      return applyLeave(record, happening.atMs, sink);
    case 'reissue':
      return applyReissue(plan.program.membership, record, happening.identityChecked, sink);
    case 'tier':
      return giveTier(plan, record, happening, day, sink);
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
    const terms = plan.terms[place]?.atOnce(happening.atMs, plan.clock.dayAt(happening.atMs));
    credit(record, wallet, amount, happening, sink, reason, 'issued', terms);
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
