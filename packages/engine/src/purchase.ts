import { civilOf, type ZoneClock } from './calendar.ts';
import { earn, earnedReason } from './earning.ts';
import type { PurchaseHappening, PurchaseLine } from './happening.ts';
import { balance } from './ledger.ts';
import { silenceOf } from './membership.ts';
import { allocate } from './number.ts';
import { birthdayOf, type Moment, type Plan } from './plan.ts';
import { credit, debit, type Sink } from './posting.ts';
import { linePrices, type Prices, price } from './pricing.ts';
import type { Refusal } from './reason.ts';
import { type AccountRecord, type Receipt, STORED_VALUE } from './state.ts';

/**
 * Judges one purchase on a record whose time has been advanced to it: prices, payment, points, receipt, in
 * the order of semantics E1. A refusal is decided before anything changes.
 */
export function applyPurchase(
  plan: Plan,
  record: AccountRecord,
  purchase: PurchaseHappening,
  sink: Sink | null,
): Refusal | null {
  const moment = momentOf(plan, record, purchase);
  const silence = silenceOf(plan.program.membership, record, purchase.cardShown);
  const prices = price(plan, moment, silence !== null);
  const payment = pay(purchase, prices, record);
  if ('code' in payment) return payment;
  const paid = payment.lines.reduce((sum, amount) => sum + amount, 0);
  if (sink !== null) {
    sink.outcome({ kind: 'priced', lines: linePrices(moment, prices), total: prices.total });
    if (paid !== prices.total) sink.outcome({ kind: 'paidDiffers', quoted: prices.total, paid });
    if (silence !== null) sink.outcome({ kind: 'silent', why: silence });
  }
  const [storedValue] = record.wallets;
  if (purchase.storedValue > 0 && storedValue !== undefined) {
    debit(record, storedValue, 'spent', purchase.storedValue, purchase, sink, () => ({ kind: 'paidWith' }));
  }
  const lots = silence === null ? award(plan, record, purchase, moment, payment.lines, sink) : NO_LOTS;
  record.receipts.push(receipt(plan, record, purchase, silence === null, moment, lots));
  return null;
}

/** What the rules' conditions look at for this purchase. */
export function momentOf(plan: Plan, record: AccountRecord, purchase: PurchaseHappening): Moment {
  const day = plan.clock.dayAt(purchase.atMs);
  const { year, month } = civilOf(day);
  let listTotal = 0;
  for (const line of purchase.lines) listTotal += line.list;
  return { record, day, year, month, lines: purchase.lines, listTotal, paidTotal: 0 };
}

/** How a purchase was paid: minor units by line, or why it cannot stand (M6). */
function pay(
  purchase: PurchaseHappening,
  prices: Prices,
  record: AccountRecord,
): { lines: readonly number[] } | Refusal {
  if (purchase.points > 0) return { code: 'points-cannot-pay' };
  if (purchase.storedValue > 0) {
    const wallet = record.wallets[0];
    const available = wallet === undefined ? 0 : balance(wallet);
    if (purchase.storedValue > available) {
      return { code: 'not-enough', wallet: STORED_VALUE, available, needed: purchase.storedValue };
    }
  }
  const stated = statedByLine(purchase.lines);
  if (stated === null) {
    return { lines: purchase.tendered === null ? prices.lines : allocate(purchase.tendered, prices.lines) };
  }
  const total = stated.reduce((sum, amount) => sum + amount, 0);
  if (purchase.tendered !== null && purchase.tendered !== total) {
    return { code: 'paid-mismatch', lines: total, tenders: purchase.tendered };
  }
  return { lines: stated };
}

/** What the till says was paid for each line; null unless it says so for every line. */
function statedByLine(lines: readonly PurchaseLine[]): number[] | null {
  const stated: number[] = [];
  for (const { paid } of lines) {
    if (paid === null) return null;
    stated.push(paid);
  }
  return stated;
}

const NO_LOTS: readonly number[] = [];

/** Gives the points of every wallet. The numbers of the entries that made lots come back. */
function award(
  plan: Plan,
  record: AccountRecord,
  purchase: PurchaseHappening,
  moment: Moment,
  paid: readonly number[],
  sink: Sink | null,
): readonly number[] {
  let lots = NO_LOTS;
  for (const earning of plan.earnings) {
    const eligible = eligibleOf(purchase, paid, earning.storedValueEarns);
    moment.paidTotal = 0;
    for (const amount of eligible) moment.paidTotal += amount;
    const earned = earn(earning, moment, eligible);
    if (earned === null || earned.points === 0) continue;
    const wallet = record.wallets[earning.wallet];
    if (wallet === undefined) continue;
    const entry = credit(record, wallet, earned.points, purchase, sink, () =>
      earnedReason(earning, moment, eligible, earned),
    );
    lots = lots.length === 0 ? [entry] : [...lots, entry];
  }
  if (plan.birthdayTests.length > 0) rememberBirthday(plan, record, moment);
  return lots;
}

/** What of each line's payment may earn: vouchers never do, stored value unless the file says otherwise (E1). */
function eligibleOf(
  purchase: PurchaseHappening,
  paid: readonly number[],
  storedValueEarns: boolean,
): readonly number[] {
  const total = purchase.vouchers + (storedValueEarns ? 0 : purchase.storedValue);
  if (total === 0) return paid;
  const left = allocate(total, paid);
  return paid.map((amount, i) => amount - (left[i] ?? 0));
}

/**
 * The first purchase of a year on which a birthday condition of the program is true fixes the birthday for that year:
 * whatever is edited later, it acts once (T3).
 */
function rememberBirthday(plan: Plan, record: AccountRecord, moment: Moment): void {
  if (record.actedBirthday?.year === moment.year || record.birthday === null) return;
  if (!plan.birthdayTests.some((test) => test(moment))) return;
  record.actedBirthday = { year: moment.year, birthday: record.birthday };
}

function receipt(
  plan: Plan,
  record: AccountRecord,
  purchase: PurchaseHappening,
  acted: boolean,
  moment: Moment,
  lots: readonly number[],
): Receipt {
  return {
    purchase: purchase.id,
    atMs: purchase.atMs,
    untilMs: endOfReturnPeriod(plan, plan.clock, purchase.atMs),
    version: plan.program.version,
    digest: digest(purchase),
    birthday: plan.birthdayTests.length > 0 ? birthdayOf(record, moment.year) : null,
    acted,
    lots,
  };
}

/** Returnable through the end of the last local day of the period (R1, T1). */
function endOfReturnPeriod(plan: Plan, clock: ZoneClock, atMs: number): number {
  const { count, unit } = plan.program.returnPeriod;
  return unit === 'day' ? clock.startOfDay(clock.dayAt(atMs) + count + 1) : clock.after(atMs, { count, unit });
}

/** A number that changes when a line of the purchase does: FNV-1a over what the rules could have read. */
export function digest(purchase: PurchaseHappening): number {
  let hash = 0x811c9dc5;
  const mix = (value: number) => {
    hash = Math.imul(hash ^ value, 0x01000193);
  };
  for (const line of purchase.lines) {
    mix(line.list);
    mix(line.paid ?? -1);
    for (let i = 0; i < line.item.length; i += 1) mix(line.item.charCodeAt(i));
  }
  mix(purchase.tendered ?? -1);
  mix(purchase.vouchers);
  return hash >>> 0;
}
