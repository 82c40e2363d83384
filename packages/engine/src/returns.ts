import { freeBirthday } from './birthday.ts';
import {
  type Bought,
  boughtUnder,
  countingLeft,
  type Gone,
  goneInAll,
  goneUnder,
  isWhole,
  keptPoints,
  leftOf,
  pointsRefunded,
  refundBetween,
  stillHeld,
} from './bought.ts';
import type { Outside } from './clockwork.ts';
import { giveCouponsBack } from './coupon-return.ts';
import type { ReturnHappening } from './happening.ts';
import { free } from './limits.ts';
import { countChanged, missingProof } from './membership.ts';
import { compareRatio, ONE, plusRatio, ratio, ratioText, ZERO } from './number.ts';
import type { Plan } from './plan.ts';
import type { Sink } from './posting.ts';
import type { Refusal } from './reason.ts';
import { type CameBack, noteBack, type Receipt, receiptOf } from './receipts.ts';
import { recount, tellOfChange } from './recounting.ts';
import type { Parts } from './refund.ts';
import { givePointsBack } from './spending.ts';
import type { AccountRecord } from './state.ts';
import { giveStoredValueBack, settlePoints } from './taking-back.ts';
import { applyUnknown, isUnknown } from './unknown-return.ts';

/**
 * Goods come back (semantics R1, R2, R5): by the purchase's receipt and by the facts that were frozen on it, at the
 * amounts really paid. A(K) is what the kept units would have earned; what all returns together take back is A(all) less
 * what has expired of it less A(kept), never below zero, and each return posts the change. Any order of parts ends the same.
 */
export function applyReturn(
  now: Plan,
  plans: readonly Plan[],
  record: AccountRecord,
  happening: ReturnHappening,
  outside: Outside,
  sink: Sink | null,
): Refusal | null {
  if (isUnknown(now, record, happening, outside)) return applyUnknown(now, record, happening, sink);
  const opened = openReceipt(now, plans, record, happening, outside);
  if ('code' in opened) return opened;
  const { receipt, bought, gone } = opened;
  const { lines } = happening;
  const returned = lines === null ? theRest(gone) : withParts(gone, 'returned', lines, bought);
  if ('code' in returned) return returned;

  const after: Gone = { returned, exchanged: gone.exchanged };
  const [goneBefore, goneAfter] = [goneInAll(gone), goneInAll(after)];
  const due = refundBetween(bought, goneBefore, goneAfter);
  const inPoints = { from: pointsRefunded(bought, goneBefore), to: pointsRefunded(bought, goneAfter) };
  givePointsBack(bought.plan, record, receipt, bought.moment.purchase, inPoints, happening, sink);
  giveCouponsBack(bought, record, receipt, goneBefore, goneAfter, happening, sink);
  const held = heldPoints(bought, after, pointsBefore(receipt, bought), 'return');
  const { deducted, ...settled } = settlePoints(bought, record, receipt, held, due.money, happening, sink);
  noteBack(record.receipts, receipt, noted(receipt, after, settled), receipt.used);
  if (receipt.used !== null) {
    const day = now.clock.dayAt(happening.atMs);
    free(record, receipt.used, stillHeld(bought, gone), stillHeld(bought, after), day, sink);
  }
  if (bought.plan.returns.takeBack !== 'nothing' && goneAfter.every(isWhole)) freeBirthday(record, receipt.purchase);
  giveStoredValueBack(record, due.storedValue, happening, sink);
  sink?.outcome({ kind: 'refund', purchase: receipt.purchase, ...due, deducted });
  if (now.joining !== null) {
    const counted = countingLeft(now.joining, bought, goneBefore);
    const counting = countingLeft(now.joining, bought, goneAfter);
    const changed = { purchase: receipt.purchase, before: counted, after: counting };
    countChanged(now, record, changed, happening.atMs, sink);
  }
  recount(now, record, { bought, gone }, { bought, gone: after }, held, happening.atMs, sink);
  tellOfChange(now, record, receipt, { bought, gone: after }, happening, sink);
  return null;
}

/** The receipt of a purchase with everything under it. */
export interface Opened {
  readonly receipt: Receipt;
  readonly bought: Bought;
  readonly gone: Gone;
}

/** Finds the receipt that goods come back under, and proves what the host hands in; or why they cannot come back. */
export function openReceipt(
  now: Plan,
  plans: readonly Plan[],
  record: AccountRecord,
  happening: Pick<ReturnHappening, 'purchase' | 'atMs' | 'cardShown' | 'receiptShown'>,
  { original, exchanges }: Outside,
): Opened | Refusal {
  const unproved = missingProof(now.program.returns.proof, record, happening);
  if (unproved !== null) return unproved;
  const { purchase } = happening;
  const receipt = receiptOf(record.receipts, purchase);
  if (original === null) return { code: 'unknown-purchase', purchase };
  if (receipt === null) {
    // A purchase that the account has seen leaves its receipt for the whole period, so this one is over or never was.
    const over = original.atMs <= happening.atMs && original.account === record.account;
    return { code: over ? 'return-period-over' : 'unknown-purchase', purchase };
  }
  if (receipt.digest !== original.digest) return { code: 'not-the-original', purchase };
  const chain = [];
  for (const { id, digest } of receipt.back?.exchanges ?? []) {
    const exchange = exchanges.find((each) => each.id === id);
    if (exchange === undefined) return { code: 'unknown-purchase', purchase: id };
    if (exchange.digest !== digest) return { code: 'not-the-original', purchase: id };
    chain.push(exchange);
  }
  const plan = plans.find(({ program }) => program.version === receipt.version);
  if (plan === undefined) return { code: 'no-version', atMs: original.atMs };
  const bought = boughtUnder(plan, record, receipt, original, chain);
  return { receipt, bought, gone: goneUnder(receipt, bought) };
}

/** Everything that is still there comes back. */
function theRest(gone: Gone): Parts | Refusal {
  const inAll = goneInAll(gone);
  if (inAll.every(isWhole)) return { code: 'more-than-bought', line: 1, left: '0' };
  return gone.exchanged.map(({ num, den }) => (num === 0n ? ONE : { num: den - num, den }));
}

/** What was gone before in one way, and these parts; or why they cannot go. */
export function withParts(
  gone: Gone,
  way: keyof Gone,
  wanted: readonly { readonly line: number; readonly quantity: string }[],
  { lines }: Bought,
): Parts | Refusal {
  const inAll = [...goneInAll(gone)];
  const after = [...gone[way]];
  for (const { line, quantity } of wanted) {
    const bought = lines[line];
    if (bought === undefined) return { code: 'no-such-line', line: line + 1, lines: lines.length };
    const whole = ratio(bought.quantity);
    const back = ratio(quantity);
    const part = { num: back.num * whole.den, den: back.den * whole.num };
    const sum = plusRatio(inAll[line] ?? ZERO, part);
    if (back.num <= 0n || compareRatio(sum, ONE) > 0) {
      return { code: 'more-than-bought', line: line + 1, left: leftOf(bought.quantity, inAll[line] ?? ZERO) };
    }
    inAll[line] = sum;
    after[line] = plusRatio(after[line] ?? ZERO, part);
  }
  return after;
}

/** The points of this purchase as they stand before goods come back. */
export function pointsBefore({ back }: Receipt, bought: Bought): CameBack['points'] {
  if (back !== null) return back.points;
  const nothing = bought.lines.map(() => ZERO);
  return bought.moment.today.earnings.map((earning) => {
    const held = keptPoints(earning, bought, nothing);
    return { held, taken: 0, forgiven: 0, reinstated: 0, owed: 0, deducted: 0, expired: 0 };
  });
}

/**
 * The points that the member is to hold of this purchase, by earning: what the kept goods earn, and never more than all
 * that were not exchanged. Where points stay with the member they never fall.
 */
export function heldPoints(
  bought: Bought,
  after: Gone,
  points: CameBack['points'],
  by: 'return' | 'exchange',
): readonly HeldPoints[] {
  const gone = goneInAll(after);
  return bought.moment.today.earnings.flatMap((earning, i) => {
    const before = points[i];
    if (before === undefined) return [];
    const kept = keptPoints(earning, bought, gone);
    const now =
      bought.plan.returns.takeBack === 'nothing'
        ? Math.max(before.held, by === 'exchange' ? kept : 0)
        : Math.min(kept, keptPoints(earning, bought, after.exchanged));
    return [{ wallet: earning.wallet, before, now }];
  });
}

/** One earning's points: how they stood, and how many the member is to hold. */
export interface HeldPoints {
  readonly wallet: number;
  readonly before: CameBack['points'][number];
  readonly now: number;
}

/** What the receipt is to remember of returns and exchanges. */
export function noted(
  { back }: Receipt,
  { returned, exchanged }: Gone,
  { points, lots }: Pick<CameBack, 'points' | 'lots'>,
): CameBack {
  return {
    returned: returned.map(ratioText),
    exchanged: exchanged.every(({ num }) => num === 0n) ? [] : exchanged.map(ratioText),
    points,
    lots,
    exchanges: back?.exchanges ?? [],
  };
}
