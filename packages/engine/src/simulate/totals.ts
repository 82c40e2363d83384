import type { WalletRecord } from '../ledger.ts';
import { couponIn } from '../program.ts';
import type { AccountRecord } from '../state.ts';
import { addTally, type Figure, figureOf, type Tally, tally } from './figure.ts';
import type { GoodsBack } from './goods-back.ts';
import type { Unmatched } from './matching.ts';

/** What a program did to a population. Amounts are exact: whole points, or minor units of the currency. */
export interface Totals {
  readonly accounts: number;
  /** Accounts that have a membership at the end. */
  readonly members: number;
  /** Of them, those whose membership is dormant at the end. */
  readonly dormant: number;
  /** Purchases that were applied, members' or not. */
  readonly purchases: number;
  /** Events that were refused, by code; `not-new` for those out of order. */
  readonly refused: Readonly<Record<string, number>>;
  /** What all purchases were paid. */
  readonly sales: bigint;
  readonly returns: ReturnTotals;
  /** By wallet of points, in the program's order. */
  readonly points: readonly WalletTotals[];
  readonly storedValue: WalletTotals;
  /**
   * Stored value given (not topped up) as a share of sales less what was refunded, six decimals: `0.018735`. Null where
   * nothing is left of sales.
   */
  readonly costShare: string | null;
}

/** Goods that came back. What is refused is counted at what the file says that it was worth. */
export interface ReturnTotals extends Unmatched<Figure> {
  /** What the program took back; its value is what is refunded, before anything is deducted. */
  readonly taken: Figure;
  readonly afterPeriod: Figure;
  /** What refunds were cut by, for points that were gone already. */
  readonly deducted: bigint;
}

export interface WalletTotals {
  readonly wallet: string;
  readonly issued: bigint;
  /** By returns. */
  readonly takenBack: bigint;
  /** What of that was gone already, and was let go or paid for out of refunds. */
  readonly forgiven: bigint;
  readonly reinstated: bigint;
  readonly converted: bigint;
  readonly spent: bigint;
  readonly expired: bigint;
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
  /** What came back; null: nothing did. */
  readonly back: GoodsBack | null;
}

/** A sum that is exact whatever the population. */
export function totalling(
  walletNames: readonly string[],
  unmatched: Unmatched<Tally>,
): {
  add(account: AccountTotals): void;
  totals(): Totals;
} {
  const refused = new Map<string, number>();
  const sums = walletNames.map(walletSums);
  const taken = tally();
  const tooLate = tally();
  let accounts = 0;
  let members = 0;
  let dormant = 0;
  let purchases = 0;
  const [sales, toppedUp, deducted] = [exactSum(), exactSum(), exactSum()];
  return {
    add(account) {
      accounts += 1;
      const { status, wallets } = account.record;
      if (status !== 'none' && status !== 'ended') members += 1;
      if (status === 'dormant') dormant += 1;
      purchases += account.purchases;
      add(sales, account.sales);
      add(toppedUp, account.toppedUp);
      for (const code of account.refused) refused.set(code, (refused.get(code) ?? 0) + 1);
      for (const [i, wallet] of wallets.entries()) addWallet(sums[i], wallet);
      if (account.back === null) return;
      addTally(taken, account.back.taken);
      addTally(tooLate, account.back.tooLate);
      add(deducted, account.back.deducted);
    },
    totals() {
      const [storedValue = walletTotals('', walletSums()), ...points] = walletNames.map((wallet, i) =>
        walletTotals(wallet, sums[i] ?? walletSums()),
      );
      const sold = totalOf(sales);
      const kept = sold - taken.value;
      return {
        accounts,
        members,
        dormant,
        purchases,
        refused: Object.fromEntries([...refused].sort(([a], [b]) => (a < b ? -1 : 1))),
        sales: sold,
        returns: {
          taken: figureOf(taken),
          neverBought: figureOf(unmatched.neverBought),
          exhausted: figureOf(unmatched.exhausted),
          partlyMatched: figureOf(unmatched.partlyMatched),
          afterPeriod: figureOf(tooLate),
          deducted: totalOf(deducted),
        },
        points: points.filter(({ wallet }) => couponIn(wallet) === null),
        storedValue,
        costShare: kept === 0n ? null : shareOf(storedValue.issued - totalOf(toppedUp), kept),
      };
    },
  };
}

type WalletSums = Readonly<Record<Exclude<keyof WalletTotals, 'wallet'>, ExactSum>>;

function walletSums(): WalletSums {
  return {
    issued: exactSum(),
    takenBack: exactSum(),
    forgiven: exactSum(),
    reinstated: exactSum(),
    converted: exactSum(),
    spent: exactSum(),
    expired: exactSum(),
    outstanding: exactSum(),
  };
}

/** What leaves an account stands below zero in it; so does what members owe. */
function addWallet(sum: WalletSums | undefined, { totals }: WalletRecord): void {
  if (sum === undefined) return;
  add(sum.issued, -totals.issued);
  add(sum.takenBack, totals.takenBack);
  add(sum.forgiven, -totals.forgiven);
  add(sum.reinstated, -totals.reinstated);
  add(sum.converted, totals.converted);
  add(sum.spent, totals.spent);
  add(sum.expired, totals.expired);
  add(sum.outstanding, totals.available + totals.pending + totals.owed);
}

function walletTotals(wallet: string, sum: WalletSums): WalletTotals {
  return {
    wallet,
    issued: totalOf(sum.issued),
    takenBack: totalOf(sum.takenBack),
    forgiven: totalOf(sum.forgiven),
    reinstated: totalOf(sum.reinstated),
    converted: totalOf(sum.converted),
    spent: totalOf(sum.spent),
    expired: totalOf(sum.expired),
    outstanding: totalOf(sum.outstanding),
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

const SHARE_SCALE = 1_000_000n;

/** Six decimals, half up. */
function shareOf(part: bigint, whole: bigint): string {
  const scaled = (part * SHARE_SCALE * 2n + whole) / (whole * 2n);
  return `${scaled / SHARE_SCALE}.${String(scaled % SHARE_SCALE).padStart(6, '0')}`;
}
