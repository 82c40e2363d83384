import type { Moment } from './condition.ts';
import { pointsOf } from './earning.ts';
import type { PurchaseHappening, PurchaseLine, ReturnHappening } from './happening.ts';
import { free, neededAmong } from './limits.ts';
import { countingByLine, countingLeft, countReturned, missingProof } from './membership.ts';
import {
  compareRatio,
  decimalText,
  partOf,
  plusRatio,
  type Ratio,
  ratio,
  ratioText,
  timesRatio,
  ZERO,
} from './number.ts';
import type { Plan, WalletEarning } from './plan.ts';
import type { Sink } from './posting.ts';
import { price } from './pricing.ts';
import { eligibleFor, momentOf, paidByLine } from './purchase.ts';
import type { Refusal } from './reason.ts';
import { noteBack, type Receipt, receiptOf } from './receipts.ts';
import { type Parts, refund } from './refund.ts';
import type { AccountRecord } from './state.ts';
import { settle } from './taking-back.ts';

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
  original: PurchaseHappening | null,
  sink: Sink | null,
): Refusal | null {
  const unproved = missingProof(now.program.returns.proof, record, happening);
  if (unproved !== null) return unproved;
  const receipt = receiptOf(record.receipts, happening.purchase);
  if (original === null) return { code: 'unknown-purchase', purchase: happening.purchase };
  if (receipt === null) {
    // A purchase that the account has seen leaves its receipt for the whole period, so this one is over or never was.
    const over = original.atMs <= happening.atMs && original.account === record.account;
    return { code: over ? 'return-period-over' : 'unknown-purchase', purchase: happening.purchase };
  }
  if (receipt.digest !== original.digest) return { code: 'not-the-original', purchase: happening.purchase };
  const plan = plans.find(({ program }) => program.version === receipt.version);
  if (plan === undefined) return { code: 'no-version', atMs: original.atMs };

  const before = returnedParts(receipt, original);
  const after = withReturned(before, happening, original);
  if ('code' in after) return after;

  const judged = judge(plan, record, receipt, original);
  const taken = judged.moment.today.earnings.map((earning, i) => {
    const kept = keptPoints(earning, judged, after);
    const all = keptPoints(
      earning,
      judged,
      original.lines.map(() => ZERO),
    );
    const wanted = Math.max(0, all - expiredOf(receipt, earning) - kept);
    return { wallet: earning.wallet, wanted, before: receipt.back?.takenBack[i] ?? 0 };
  });
  const due = refund(original, judged.paid, before, after);
  // Where points stay with the member, nothing is taken, and nothing is noted as taken.
  const takenBack = plan.returns.takeBack === 'nothing' ? [] : taken.map(({ wanted }) => wanted);
  noteBack(record.receipts, receipt.purchase, { returned: after.map(ratioText), takenBack });
  if (receipt.used !== null) {
    const day = now.clock.dayAt(happening.atMs);
    free(record, receipt.used, stillHeld(judged, before), stillHeld(judged, after), day, sink);
  }
  settle(plan, record, receipt, taken, due, happening, sink);
  if (now.joining !== null) {
    const counting = countingByLine(now.joining, original, judged.paid);
    const [left, leftNow] = [countingLeft(counting, before), countingLeft(counting, after)];
    countReturned(now, record, { purchase: receipt.purchase, before: left, after: leftNow }, happening.atMs, sink);
  }
  return null;
}

/** What of the purchase's points has expired: it is not taken again. */
function expiredOf({ expired }: Receipt, { name }: WalletEarning): number {
  return expired?.find(({ wallet }) => wallet === name)?.amount ?? 0;
}

/** The purchase as it was judged then: its facts frozen, what was paid by line, whether rules acted. */
interface Judged {
  readonly moment: Moment;
  readonly paid: readonly number[];
  readonly acted: boolean;
  readonly plan: Plan;
}

function judge(plan: Plan, record: AccountRecord, receipt: Receipt, original: PurchaseHappening): Judged {
  const frozen: AccountRecord = { ...record, birthday: receipt.birthday, actedBirthday: null };
  const moment = momentOf(plan, frozen, original, plan.clock.dayAt(original.atMs));
  if (receipt.used !== null) moment.granted = [...new Set(receipt.used.map(({ rule }) => rule))];
  const paid = paidByLine(original, receipt.acted ? price(moment) : null);
  return { moment, paid, acted: receipt.acted, plan };
}

/**
 * The rules with limits that still give something for what is kept: a price of a kept line, or points. Where points stay
 * with the member, all that were given are kept.
 */
function stillHeld(judged: Judged, returned: Parts): readonly string[] {
  const { plan, moment } = judged;
  const nothing = returned.map(() => ZERO);
  const left = plan.returns.takeBack === 'nothing' ? nothing : returned;
  return neededAmong(moment.granted, (granted) => {
    const under: Judged = { ...judged, moment: { ...moment, granted } };
    const prices = price(under.moment)?.lines ?? moment.purchase.lists;
    return [
      ...prices.filter((_, i) => compareRatio(returned[i] ?? ZERO, WHOLE) !== 0),
      ...moment.today.earnings.map((earning) => keptPoints(earning, under, left)),
    ];
  });
}

/** A(K): the points that the kept units earn, each line's amounts less what has come back of it. */
function keptPoints(earning: WalletEarning, judged: Judged, returned: Parts): number {
  if (!judged.acted) return 0;
  const { moment, paid, plan } = judged;
  const { purchase } = moment;
  const eligible = eligibleFor(earning, purchase, paid);
  const lines: PurchaseLine[] = [];
  const keptEligible: number[] = [];
  for (const [i, line] of purchase.lines.entries()) {
    const part = returned[i] ?? ZERO;
    if (compareRatio(part, WHOLE) === 0) continue;
    lines.push({ ...line, list: line.list - partOf(line.list, part) });
    const amount = eligible[i] ?? 0;
    keptEligible.push(amount - partOf(amount, part));
  }
  if (lines.length === 0) return 0;
  const lists = lines.map(({ list }) => list);
  const kept: Moment = {
    ...moment,
    purchase: { ...purchase, lines, lists, listTotal: lists.reduce((sum, list) => sum + list, 0) },
    paidTotal: plan.asksPaid ? keptEligible.reduce((sum, amount) => sum + amount, 0) : 0,
  };
  return pointsOf(earning, kept, keptEligible);
}

const WHOLE: Ratio = { num: 1n, den: 1n };

/** How much of each line has come back so far, as a share of what was bought. */
function returnedParts(receipt: Receipt, { lines }: PurchaseHappening): Parts {
  return lines.map((_, i) => {
    const [num = '0', den = '1'] = (receipt.back?.returned[i] ?? '0').split('/');
    return { num: BigInt(num), den: BigInt(den) };
  });
}

/** The same after this return; or what cannot come back. */
function withReturned(
  before: Parts,
  { lines: wanted }: ReturnHappening,
  { lines }: PurchaseHappening,
): Parts | Refusal {
  if (wanted === null) {
    if (before.every((part) => compareRatio(part, WHOLE) === 0))
      return { code: 'more-than-bought', line: 1, left: '0' };
    return lines.map(() => WHOLE);
  }
  const after = [...before];
  for (const { line, quantity } of wanted) {
    const bought = lines[line];
    if (bought === undefined) return { code: 'no-such-line', line: line + 1, lines: lines.length };
    const whole = ratio(bought.quantity);
    const back = ratio(quantity);
    const sum = plusRatio(after[line] ?? ZERO, { num: back.num * whole.den, den: back.den * whole.num });
    if (back.num <= 0n || compareRatio(sum, WHOLE) > 0) {
      return { code: 'more-than-bought', line: line + 1, left: leftOf(bought, after[line] ?? ZERO) };
    }
    after[line] = sum;
  }
  return after;
}

/** What is left of a line, in the units of its quantity. */
function leftOf({ quantity }: PurchaseLine, returned: Ratio): string {
  return decimalText(timesRatio(ratio(quantity), { num: returned.den - returned.num, den: returned.den }));
}
