import type { Program } from '@laurel/engine';
import type { Receipt } from './account.ts';
import { plus, whole } from './fraction.ts';
import { partBack, type Shares } from './kept.ts';
import { tendered } from './payment.ts';
import { shared, totalOf } from './sharing.ts';

/** What a return owes the customer, in minor units; `deducted` comes off the money (R3, R4). */
export interface Refund {
  readonly purchase: string;
  readonly total: bigint;
  readonly lines: readonly bigint[];
  readonly money: bigint;
  readonly vouchers: bigint;
  readonly storedValue: bigint;
  readonly deducted: bigint;
}

/** What is due now is what is due in all less what was due before (decision 21). */
export function refundBetween(program: Program, receipt: Receipt, before: Shares, after: Shares): Refund {
  const linesBefore = refundByLine(receipt, before);
  const lines = refundByLine(receipt, after).map((amount, line) => amount - (linesBefore[line] ?? 0n));
  const waysBefore = byWayOfPaying(program, receipt, totalOf(linesBefore));
  const ways = byWayOfPaying(program, receipt, totalOf(refundByLine(receipt, after)));
  return {
    purchase: receipt.purchase,
    total: totalOf(lines),
    lines,
    money: ways.money - waysBefore.money,
    vouchers: ways.vouchers - waysBefore.vouchers,
    storedValue: ways.storedValue - waysBefore.storedValue,
    deducted: 0n,
  };
}

/** What was paid for the part of each line that has come back, rounded over all returns together (R4). */
function refundByLine(receipt: Receipt, back: Shares): bigint[] {
  return receipt.paid.map((amount, line) => partBack(back, line, amount));
}

/**
 * A mixed payment comes back in proportion; without tenders everything was paid in money (R4, decision 21). Money is told
 * from the rest first, then vouchers from stored value: shared among three at once by largest remainder, a larger total
 * could leave one of them less than before, and parts would come to more than the whole (R2).
 */
function byWayOfPaying(program: Program, { original }: Receipt, total: bigint) {
  if (original.tenders === undefined) return { money: total, vouchers: 0n, storedValue: 0n };
  const byMoney = whole(tendered(program, original, ['cash', 'card', 'points', 'other']));
  const byVoucher = whole(tendered(program, original, ['voucher']));
  const byStoredValue = whole(tendered(program, original, ['storedValue']));
  const [money = 0n, rest = 0n] = shared(total, [byMoney, plus(byVoucher, byStoredValue)]);
  const [vouchers = 0n, storedValue = 0n] = shared(rest, [byVoucher, byStoredValue]);
  return { money, vouchers, storedValue };
}
