import * as z from 'zod';
import { Amount, Name, Span } from './program-values.ts';
import { Expiry } from './program-wallet.ts';

/** What a coupon takes off, of what the goods cost by then. */
const Worth = z.discriminatedUnion('kind', [
  /** All the goods cost this share. */
  z.strictObject({ kind: z.literal('share'), share: Amount }),
  /** So much off all the goods together. */
  z.strictObject({ kind: z.literal('off'), money: Amount }),
  /** The dearest item costs this share; or this much. */
  z.strictObject({ kind: z.literal('itemShare'), share: Amount }),
  z.strictObject({ kind: z.literal('itemPrice'), money: Amount }),
]);

/** What members are given and use on a purchase: how much it is worth, on what, and until when. */
export const Coupon = z.strictObject({
  name: Name,
  worth: Worth,
  /** The goods that it may be used on; null: everything. */
  goods: Name.nullable(),
  /** What these goods must come to; null: anything. */
  from: Amount.nullable(),
  /** Only on goods that cost their list price. */
  atListPrice: z.boolean(),
  /** With no other coupon on the same purchase. */
  alone: z.boolean(),
  /** At most one of it on a purchase. */
  onePerPurchase: z.boolean(),
  /** The only stores where it may be used; null: everywhere. */
  stores: z.array(Name).min(1).nullable(),
  /** Null: it never lapses. */
  expiry: Expiry.nullable(),
  at: Span,
});
export type Coupon = z.infer<typeof Coupon>;

/** The wallet of a coupon, in which each one is a unit. */
export function couponWallet(coupon: string): string {
  return `${COUPON_WALLET}${coupon}`;
}
const COUPON_WALLET = 'coupon: ';

/** The coupon whose wallet this is; null: it holds something else. */
export function couponIn(wallet: string): string | null {
  return wallet.startsWith(COUPON_WALLET) ? wallet.slice(COUPON_WALLET.length) : null;
}
