import { type Bought, isWhole } from './bought.ts';
import { ZERO } from './number.ts';
import type { Cause, Sink } from './posting.ts';
import type { Receipt } from './receipts.ts';
import type { Parts } from './refund.ts';
import { unspend } from './spending.ts';
import type { AccountRecord } from './state.ts';

/** Coupons come back when everything that they took something off has come back (M11). */
export function giveCouponsBack(
  { plan, coupons, moment }: Bought,
  record: AccountRecord,
  receipt: Receipt,
  before: Parts,
  after: Parts,
  cause: Cause,
  sink: Sink | null,
): void {
  if (receipt.coupons === null) return;
  const { id, atMs } = moment.purchase;
  for (const [i, { taken }] of coupons.entries()) {
    const spent = receipt.coupons[i];
    const isBack = (gone: Parts) => taken.every((amount, line) => amount === 0 || isWhole(gone[line] ?? ZERO));
    if (spent === undefined || isBack(before) || !isBack(after)) continue;
    unspend(plan, record, spent, { from: 0, to: 1 }, atMs, cause, sink, { kind: 'refunded', purchase: id });
  }
}
