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
  const sums = walletNames.map(() => ({ issued: exactSum(), converted: exactSum(), outstanding: exactSum() }));
  let accounts = 0;
  let members = 0;
  let purchases = 0;
  const sales = exactSum();
  const toppedUp = exactSum();
  return {
    add(account) {
      accounts += 1;
      const { status, wallets } = account.record;
      if (status !== 'none' && status !== 'ended') members += 1;
      purchases += account.purchases;
      add(sales, account.sales);
      add(toppedUp, account.toppedUp);
      for (const code of account.refused) refused.set(code, (refused.get(code) ?? 0) + 1);
      for (let i = 0; i < wallets.length; i += 1) {
        const totals = wallets[i]?.totals;
        const sum = sums[i];
        if (totals === undefined || sum === undefined) continue;
        add(sum.issued, -totals.issued);
        add(sum.converted, totals.converted);
        add(sum.outstanding, totals.available + totals.pending - totals.owed);
      }
    },
    totals() {
      const none = { issued: exactSum(), converted: exactSum(), outstanding: exactSum() };
      const [storedValue = EMPTY, ...points] = walletNames.map((wallet, i) => {
        const { issued, converted, outstanding } = sums[i] ?? none;
        return { wallet, issued: totalOf(issued), converted: totalOf(converted), outstanding: totalOf(outstanding) };
      });
      const sold = totalOf(sales);
      return {
        accounts,
        members,
        purchases,
        refused: Object.fromEntries([...refused].sort(([a], [b]) => (a < b ? -1 : 1))),
        sales: sold,
        points,
        storedValue,
        costShare: sold === 0n ? null : shareOf(storedValue.issued - totalOf(toppedUp), sold),
      };
    },
  };
}

/** A sum of safe integers that never loses a digit: a plain number as far as that is safe, the rest carried over. */
interface ExactSum {
  plain: number;
  carried: bigint;
}

function exactSum(): ExactSum {
  return { plain: 0, carried: 0n };
}

function add(sum: ExactSum, amount: number): void {
  const next = sum.plain + amount;
  if (Number.isSafeInteger(next)) {
    sum.plain = next;
    return;
  }
  sum.carried += BigInt(sum.plain);
  sum.plain = amount;
}

function totalOf({ plain, carried }: ExactSum): bigint {
  return carried + BigInt(plain);
}

const EMPTY: WalletTotals = { wallet: '', issued: 0n, converted: 0n, outstanding: 0n };

const SHARE_SCALE = 1_000_000n;

/** Six decimals, half up. */
function shareOf(part: bigint, whole: bigint): string {
  const scaled = (part * SHARE_SCALE * 2n + whole) / (whole * 2n);
  return `${scaled / SHARE_SCALE}.${String(scaled % SHARE_SCALE).padStart(6, '0')}`;
}
