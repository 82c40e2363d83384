import type { Event } from '@laurel/engine';
import { type Account, type GivenCoupons, STORED_VALUE, walletOf } from './account.ts';
import { plusDuration } from './civil-date.ts';
import { handOut } from './coupons.ts';
import { floor, minorUnits } from './fraction.ts';
import { amountOf, type Judged } from './judged.ts';
import { type Book, balanceOf, credit, debit, spend, unspend } from './ledger.ts';
import { localDate } from './local-time.ts';
import { silenceAt } from './membership.ts';
import { faultsOfSpending } from './spending.ts';

type RedeemEvent = Extract<Event, { kind: 'redeem' }>;
type ReverseEvent = Extract<Event, { kind: 'reverse' }>;

/** Every reason why points cannot buy the reward; none: they can. */
export function faultsOfRedeeming(judged: Judged, account: Account, event: RedeemEvent): string[] {
  const { program } = judged;
  const reward = program.rewards.find(({ name }) => name === event.reward);
  const wallet = program.wallets.find(({ name }) => name === reward?.wallet);
  if (reward === undefined || wallet === undefined) return ['unknown-reward'];
  const faults: string[] = [];
  if (reward.stores !== null && (event.store === undefined || !reward.stores.includes(event.store)))
    faults.push('wrong-store');
  // What the reward says about its points holds beside what its wallet says.
  const terms = [wallet.spending, { least: reward.least, inIssuingStore: reward.inIssuingStore, pays: null }];
  const points = floor(amountOf(judged, reward.price)) * BigInt(event.times ?? 1);
  const acts = silenceAt(program, account, event.cardShown) === null;
  for (const spending of terms)
    faults.push(...faultsOfSpending(judged, account, { ...wallet, spending }, points, event.store, acts));
  return faults;
}

export function redeem(judged: Judged, book: Book, event: RedeemEvent): void {
  const { program } = judged;
  const reward = program.rewards.find(({ name }) => name === event.reward);
  if (reward === undefined) throw new RangeError(`no reward ${event.reward}`);
  const times = event.times ?? 1;
  const spent = spend(book, reward.wallet, floor(amountOf(judged, reward.price)) * BigInt(times));
  let storedValue = 0n;
  const coupons: GivenCoupons[] = [];
  for (const given of reward.gives) {
    if ('name' in given) {
      coupons.push(...handOut(judged, book, [{ by: reward.name, what: `${given.kind} ${given.name}`, times }], false));
      continue;
    }
    const each = floor(minorUnits(amountOf(judged, given.money), program.currency.minorDigits));
    if (given.kind === 'storedValue') {
      credit(book, STORED_VALUE, each * BigInt(times));
      storedValue += each * BigInt(times);
    } else book.handed.push({ by: reward.name, what: `${given.kind} ${each}`, times });
  }
  const lastDate = plusDuration(localDate(program.zone, book.atMs), reward.reversible);
  book.account.redemptions.push({ event: event.id, reward: reward.name, times, lastDate, spent, storedValue, coupons });
}

export function faultsOfReversing(account: Account, event: ReverseEvent): string[] {
  const redemption = account.redemptions.find((each) => each.event === event.redemption);
  if (redemption === undefined) return ['unknown-redemption'];
  const { storedValue, coupons } = redemption;
  const gone = coupons.some(({ wallet, times }) => times > balanceOf(walletOf(account, wallet)));
  const short = storedValue > 0n && storedValue > balanceOf(walletOf(account, STORED_VALUE));
  return gone || short ? ['not-enough'] : [];
}

/** The stored value goes first, then the points come back to their lots. */
export function reverse(book: Book, event: ReverseEvent): void {
  const redemption = book.account.redemptions.find((each) => each.event === event.redemption);
  if (redemption === undefined) throw new RangeError(`no redemption ${event.redemption}`);
  const { spent, storedValue, coupons } = redemption;
  debit(book, STORED_VALUE, storedValue, 'takenBack');
  for (const { wallet, times, lot } of coupons) debit(book, wallet, times, 'takenBack', {}, [lot]);
  unspend(
    book,
    spent,
    0n,
    spent.lots.reduce((sum, lot) => sum + lot.left, 0n),
  );
  book.account.redemptions = book.account.redemptions.filter((each) => each !== redemption);
}
