import type { AccountRecord } from '../state.ts';

/** What a program did to a population. Amounts are exact: whole points, or minor units of the currency. */
export interface Totals {
  readonly accounts: number;
  /** Accounts that have a membership at the end. */
  readonly members: number;
  /** Purchases that were applied, members' or not. */
  readonly purchases: number;
  /** Events that were refused, by code; `not-new` for those out of order. */
  readonly refused: Readonly<Record<string, number>>;
  /** What all purchases were paid. */
  readonly sales: bigint;
  /** By wallet, in the program's order. */
  readonly points: readonly WalletTotals[];
  readonly storedValue: WalletTotals;
  /** Stored value given (not topped up) as a share of sales, six decimals: `0.018735`. Null without sales. */
  readonly costShare: string | null;
}

export interface WalletTotals {
  readonly wallet: string;
  readonly issued: bigint;
  readonly converted: bigint;
  /** What members have at the end: available and pending, less what they owe. */
  readonly outstanding: bigint;
}

/** What one account adds. */
export interface AccountTotals {
  readonly record: AccountRecord;
  readonly purchases: number;
  readonly sales: number;
  readonly toppedUp: number;
  readonly refused: readonly string[];
}

/** A sum that is exact whatever the population. */
export function totalling(walletNames: readonly string[]): {
  add(account: AccountTotals): void;
  totals(): Totals;
} {
  const refused = new Map<string, number>();
  const sums = walletNames.map(() => ({ issued: 0n, converted: 0n, outstanding: 0n }));
  let [accounts, members, purchases] = [0, 0, 0];
  let [sales, toppedUp] = [0n, 0n];
  return {
    add(account) {
      accounts += 1;
      const { status, wallets } = account.record;
      if (status !== 'none' && status !== 'ended') members += 1;
      purchases += account.purchases;
      sales += BigInt(account.sales);
      toppedUp += BigInt(account.toppedUp);
      for (const code of account.refused) refused.set(code, (refused.get(code) ?? 0) + 1);
      for (const [i, { totals }] of wallets.entries()) {
        const sum = sums[i];
        if (sum === undefined) continue;
        sum.issued += BigInt(-totals.issued);
        sum.converted += BigInt(totals.converted);
        sum.outstanding += BigInt(totals.available + totals.pending - totals.owed);
      }
    },
    totals() {
      const [storedValue = EMPTY, ...points] = walletNames.map((wallet, i) => ({ wallet, ...(sums[i] ?? EMPTY) }));
      return {
        accounts,
        members,
        purchases,
        refused: Object.fromEntries([...refused].sort(([a], [b]) => (a < b ? -1 : 1))),
        sales,
        points,
        storedValue,
        costShare: sales === 0n ? null : shareOf(storedValue.issued - toppedUp, sales),
      };
    },
  };
}

const EMPTY: WalletTotals = { wallet: '', issued: 0n, converted: 0n, outstanding: 0n };

const SHARE_SCALE = 1_000_000n;

/** Six decimals, half up. */
function shareOf(part: bigint, whole: bigint): string {
  const scaled = (part * SHARE_SCALE * 2n + whole) / (whole * 2n);
  return `${scaled / SHARE_SCALE}.${String(scaled % SHARE_SCALE).padStart(6, '0')}`;
}
