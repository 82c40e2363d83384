import type { Program } from '@laurel/engine';

type Coupon = Program['coupons'][number];

/** Each coupon of a name is one of a wallet of its own. */
export function couponWallet(name: string): string {
  return `coupon: ${name}`;
}

export function couponNamed({ coupons }: Program, name: string): Coupon | undefined {
  return coupons.find((coupon) => coupon.name === name);
}

/** The coupon whose wallet this is; undefined: it holds something else. */
export function couponOfWallet({ coupons }: Program, wallet: string): Coupon | undefined {
  return coupons.find(({ name }) => couponWallet(name) === wallet);
}
