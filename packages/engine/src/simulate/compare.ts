import { clockwork } from '../evaluate.ts';
import type { Settings } from '../plan.ts';
import { couponIn, type Program } from '../program.ts';
import type { Clockwork } from '../schedule.ts';
import type { Histories } from './histories.ts';
import { type Paired, pairing } from './paired.ts';
import { playAll, type SimulateOptions } from './run.ts';
import { type AccountTotals, type Totals, totalling } from './totals.ts';

/** A program in all its versions, and what its settings are turned to. */
export interface Side {
  readonly versions: readonly Program[];
  readonly settings?: Settings;
}

/**
 * Two programs on the same members: what each comes to, and what the second changes for every member. Members do the same
 * under both; nobody buys more because a program is kinder.
 */
export interface Comparison {
  readonly ours: Totals;
  readonly theirs: Totals;
  readonly differences: readonly Difference[];
}

/** How a figure of each account changes from our program to theirs. */
export interface Difference extends Paired {
  /**
   * `paid`: what the account paid, less what it got back. `storedValue`: what it was given on the card, less what was taken
   * back. `benefit`: by how much it is better off in money: it paid less, or was given more; points that are not yet money
   * do not count. `points`: points issued, less those taken back.
   */
  readonly figure: 'paid' | 'storedValue' | 'benefit' | 'points';
  /** Of which points; null for money. */
  readonly wallet: string | null;
}

/**
 * Plays the same histories through two programs and pairs what comes out, account by account. Points are compared where
 * both programs have a wallet of that name.
 */
export async function compare(
  ours: Side,
  theirs: Side,
  histories: Histories,
  options: Pick<SimulateOptions, 'onProgress'> = {},
): Promise<Comparison> {
  const [one, other] = [ours, theirs].map(({ versions, settings }) => clockwork(versions, settings ?? {}));
  if (one === undefined || other === undefined) throw new RangeError('two programs are compared');
  const count = histories.accounts.length;
  const wallets = one.walletNames
    .slice(1)
    .filter((name) => couponIn(name) === null && other.walletNames.includes(name));
  const width = MONEY.length + wallets.length;
  // Columns, for a million accounts: an object for each would not fit.
  const before = new Float64Array(count * width);
  const figures: readonly Omit<Difference, keyof Paired>[] = [
    ...MONEY.map((figure) => ({ figure, wallet: null })),
    ...wallets.map((wallet) => ({ figure: 'points' as const, wallet })),
  ];
  const pairs = figures.map(pairing);
  const halves = (part: 0 | 1) => (done: number, of: number) => options.onProgress?.(part * of + done, of * 2);
  const oursSum = await played(one, histories, halves(0), wallets, (account, values) => {
    for (const [i, value] of values.entries()) before[account * width + i] = value;
  });
  const theirsSum = await played(other, histories, halves(1), wallets, (account, values) => {
    for (const [i, value] of values.entries()) pairs[i]?.add(value - (before[account * width + i] ?? 0));
  });
  return {
    ours: oursSum,
    theirs: theirsSum,
    differences: figures.flatMap((figure, i) => {
      const paired = pairs[i]?.paired();
      return paired === undefined ? [] : [{ ...figure, ...paired }];
    }),
  };
}

const MONEY = ['paid', 'storedValue', 'benefit'] as const;

async function played(
  work: Clockwork,
  histories: Histories,
  onProgress: NonNullable<SimulateOptions['onProgress']>,
  wallets: readonly string[],
  tell: (account: number, values: readonly number[]) => void,
): Promise<Totals> {
  const sum = totalling(work.walletNames, histories.passedOver.unmatched);
  const places = wallets.map((wallet) => work.walletNames.indexOf(wallet));
  let account = 0;
  await playAll(work, histories, { onProgress }, (outcome) => {
    sum.add(outcome);
    const { paid, given } = moneyOf(outcome);
    tell(account, [paid, given, given - paid, ...places.map((place) => issuedIn(outcome, place))]);
    account += 1;
  });
  return sum.totals();
}

/** The first wallet of every program is stored value. */
const STORED_VALUE = 0;

function moneyOf(outcome: AccountTotals): { paid: number; given: number } {
  const returned = outcome.back === null ? 0 : Number(outcome.back.taken.value) - outcome.back.deducted;
  return { paid: outcome.sales - returned, given: issuedIn(outcome, STORED_VALUE) - outcome.toppedUp };
}

function issuedIn({ record }: AccountTotals, place: number): number {
  const totals = record.wallets[place]?.totals;
  return totals === undefined ? 0 : -totals.issued - totals.takenBack;
}
