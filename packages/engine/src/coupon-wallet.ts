import type { PurchaseHappening } from './happening.ts';
import { balance, type SpentPoints } from './ledger.ts';
import type { Plan } from './plan.ts';
import { type Cause, credit, debit, type Sink } from './posting.ts';
import type { Prices } from './pricing.ts';
import type { Reason, Refusal, Silence } from './reason.ts';
import type { AccountRecord, GivenCoupons } from './state.ts';

/** Coupons in an account: given, used, and taken back with a redemption. */

/** Why the coupons of a purchase cannot be used on it; null: they can. */
export function couponRefusal(
  plan: Plan,
  record: AccountRecord,
  { coupons, store }: PurchaseHappening,
  silence: Silence | null,
): Refusal | null {
  for (const [i, name] of coupons.entries()) {
    const planned = plan.coupons.find(({ coupon }) => coupon.name === name);
    if (planned === undefined) {
      return { code: 'unknown-coupon', coupon: name, known: plan.coupons.map(({ coupon }) => coupon.name) };
    }
    if (silence !== null) return { code: 'no-rule-acts', why: silence };
    const { stores, alone, onePerPurchase } = planned.coupon;
    const wallet = record.wallets[planned.wallet];
    const available = wallet === undefined ? 0 : balance(wallet);
    const needed = coupons.filter((other) => other === name).length;
    if (needed > available) return { code: 'no-such-coupon', coupon: name, available, needed };
    if (stores !== null && (store === null || !stores.includes(store))) return { code: 'wrong-store', store, stores };
    if (alone && coupons.length > 1)
      return { code: 'coupon-does-not-fit', coupon: name, why: 'notTogether', ...NOTHING_COUNTED };
    if (onePerPurchase && coupons.indexOf(name) < i)
      return { code: 'coupon-does-not-fit', coupon: name, why: 'onlyOne', ...NOTHING_COUNTED };
  }
  return null;
}

const NOTHING_COUNTED = { least: 0, counted: 0 } as const;

/** Why a coupon does nothing on a purchase as it was priced; null: each of them does something (M11). */
export function idleCoupon({ coupons }: Prices): Refusal | null {
  const idle = coupons.find(({ why }) => why !== null);
  if (idle?.why == null) return null;
  const { name, why, least, counted } = idle;
  return { code: 'coupon-does-not-fit', coupon: name, why, least, counted };
}

/** Takes the coupons that are used out of their wallets, and says which, so that they can come back. */
export function spendCoupons(
  plan: Plan,
  record: AccountRecord,
  purchase: PurchaseHappening,
  sink: Sink | null,
): readonly SpentPoints[] {
  return purchase.coupons.flatMap((name) => {
    const wallet = record.wallets[plan.coupons.find(({ coupon }) => coupon.name === name)?.wallet ?? -1];
    if (wallet === undefined) return [];
    const drawn = debit(record, wallet, 'spent', 1, purchase, sink, { kind: 'paidWith' });
    return [{ wallet: wallet.name, lots: drawn.map(({ lot, amount }) => ({ ...lot, left: amount })) }];
  });
}

/** Puts coupons that were given into the account; those that the file does not describe are the host's own. */
export function giveCoupons(
  plan: Plan,
  record: AccountRecord,
  name: string,
  times: number,
  cause: Cause,
  sink: Sink | null,
  reason: Reason,
): number | null {
  const planned = plan.coupons.find(({ coupon }) => coupon.name === name);
  const wallet = planned === undefined ? undefined : record.wallets[planned.wallet];
  if (planned === undefined || wallet === undefined || times === 0) return null;
  const terms = plan.terms[planned.wallet]?.at(cause.atMs, plan.clock.dayAt(cause.atMs));
  return credit(record, wallet, times, cause, sink, reason, 'issued', terms);
}

/** Why what a redemption gave cannot be taken back: some of its coupons are not there any more. */
export function missingCoupon({ wallets }: AccountRecord, coupons: readonly GivenCoupons[]): Refusal | null {
  for (const { wallet: name, times: needed } of coupons) {
    const wallet = wallets.find((each) => each.name === name);
    const available = wallet === undefined ? 0 : balance(wallet);
    if (needed > available) return { code: 'not-enough', wallet: name, available, needed };
  }
  return null;
}

/** Takes coupons out again that a redemption gave, of its own first. */
export function takeCouponsBack(
  record: AccountRecord,
  coupons: readonly GivenCoupons[],
  cause: Cause,
  sink: Sink | null,
  reason: Reason,
): void {
  for (const { wallet: name, times, lot } of coupons) {
    const wallet = record.wallets.find((each) => each.name === name);
    if (wallet !== undefined) debit(record, wallet, 'takenBack', times, cause, sink, reason, { first: lot, count: 1 });
  }
}
