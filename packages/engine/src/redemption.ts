import { dayAfter } from './calendar.ts';
import { giveCoupons, missingCoupon, takeCouponsBack } from './coupon-wallet.ts';
import type { RedeemHappening, ReverseHappening } from './happening.ts';
import { balance } from './ledger.ts';
import { silenceOf } from './membership.ts';
import { safe } from './number.ts';
import type { Plan } from './plan.ts';
import type { PlannedGiven, PlannedReward } from './plan-reward.ts';
import { type Cause, credit, debit, type Sink } from './posting.ts';
import { couponWallet } from './program.ts';
import type { Reason, Refusal, Source } from './reason.ts';
import { spend, spendingRefusal, spentIn, unspend } from './spending.ts';
import type { AccountRecord, GivenCoupons, Redemption } from './state.ts';

/** Rewards that points buy at the member's request, and redemptions that are taken back (M2, T8). */

export function applyRedeem(
  plan: Plan,
  record: AccountRecord,
  happening: RedeemHappening,
  day: number,
  sink: Sink | null,
): Refusal | null {
  const { reward: name, times, store } = happening;
  const reward = plan.rewards.find(({ source }) => source.rule === name);
  if (reward === undefined) return { code: 'unknown-reward', reward: name, known: namesOf(plan) };
  const { source, spending, stores } = reward;
  if (stores !== null && (store === null || !stores.includes(store))) return { code: 'wrong-store', store, stores };
  const points = safe(reward.price * times);
  const silence = silenceOf(plan.program.membership, record, happening.cardShown);
  const refusal = spendingRefusal(spending, record, points, store, silence);
  if (refusal !== null) return refusal;

  const reason: Reason = { kind: 'redeemed', reward: name, version: source.version, at: source.at, times };
  const spent = spend(record, spending, points, happening, sink, reason);
  const { storedValue, coupons } = give(plan, record, reward.gives, times, source, happening, sink, reason);
  const lastDay = dayAfter(day, reward.reversible);
  const { id, atMs } = happening;
  record.redemptions = [...record.redemptions, { id, reward: name, times, atMs, lastDay, spent, storedValue, coupons }];
  return null;
}

/** Gives what a reward gives: stored value and the file's coupons into their wallets, all else through the host. */
function give(
  plan: Plan,
  record: AccountRecord,
  gives: readonly PlannedGiven[],
  times: number,
  by: Source,
  cause: Cause,
  sink: Sink | null,
  reason: Reason,
): Pick<Redemption, 'storedValue' | 'coupons'> {
  const [wallet] = record.wallets;
  let storedValue = 0;
  const coupons: GivenCoupons[] = [];
  for (const given of gives) {
    if (given.kind !== 'storedValue') {
      const what = 'name' in given ? given : { ...given, kind: given.kind };
      sink?.outcome({ kind: 'given', by, what, times, basis: null });
      if (given.kind !== 'coupon') continue;
      const lot = giveCoupons(plan, record, given.name, times, cause, sink, reason);
      if (lot !== null) coupons.push({ wallet: couponWallet(given.name), times, lot });
    } else if (wallet !== undefined) {
      const amount = safe(given.amount * times);
      credit(record, wallet, amount, cause, sink, reason);
      storedValue += amount;
    }
  }
  return { storedValue, coupons };
}

/** Takes a redemption back: its points go back to their lots, and stored value that it gave is taken out again. */
export function applyReverse(
  plan: Plan,
  record: AccountRecord,
  happening: ReverseHappening,
  sink: Sink | null,
): Refusal | null {
  const redemption = record.redemptions.find(({ id }) => id === happening.redemption);
  if (redemption === undefined) return { code: 'unknown-redemption', redemption: happening.redemption };
  const { id, reward, times, storedValue: needed, coupons, spent, atMs } = redemption;
  const [wallet] = record.wallets;
  const available = wallet === undefined ? 0 : balance(wallet);
  if (wallet !== undefined && needed > 0 && needed > available) {
    return { code: 'not-enough', wallet: wallet.name, available, needed };
  }
  const gone = missingCoupon(record, coupons);
  if (gone !== null) return gone;
  const reason: Reason = { kind: 'reversed', reward, redemption: id };
  if (wallet !== undefined && needed > 0) debit(record, wallet, 'takenBack', needed, happening, sink, reason);
  takeCouponsBack(record, coupons, happening, sink, reason);
  unspend(plan, record, spent, { from: 0, to: spentIn(spent) }, atMs, happening, sink, reason);
  record.redemptions = record.redemptions.filter((other) => other !== redemption);
  sink?.outcome({ kind: 'reversed', reward, redemption: id, times });
  return null;
}

/** Redemptions leave the record when they cannot be taken back any more. */
export function dropRedemptions(record: AccountRecord, day: number): void {
  if (record.redemptions.every(({ lastDay }) => lastDay >= day)) return;
  record.redemptions = record.redemptions.filter(({ lastDay }) => lastDay >= day);
}

function namesOf(plan: Plan): readonly string[] {
  return plan.rewards.map(({ source }) => source.rule);
}

/** A reward that the member's points buy now, and how often. */
export interface Affordable {
  readonly reward: string;
  readonly wallet: string;
  /** Points for one. */
  readonly price: number;
  readonly times: number;
}

/** What a member could redeem, in the right store and with the card. */
export function affordable(plan: Plan, record: AccountRecord): Affordable[] {
  if (silenceOf(plan.program.membership, record, true) !== null) return [];
  return plan.rewards.flatMap((reward) => affordableOf(reward, record));
}

function affordableOf({ source, spending, price }: PlannedReward, record: AccountRecord): Affordable[] {
  const wallet = record.wallets[spending.wallet];
  const available = wallet === undefined ? 0 : balance(wallet);
  const times = available < spending.least ? 0 : Math.floor(available / price);
  return times <= 0 ? [] : [{ reward: source.rule, wallet: spending.name, price, times }];
}
