import type { Program } from '@laurel/engine';
import type { AwardGiven } from './awards.ts';
import type { BenefitUse } from './benefits.ts';
import type { CivilDate } from './civil-date.ts';
import { couponWallet } from './coupon-wallets.ts';
import type { Facts } from './facts.ts';
import type { Fraction } from './fraction.ts';
import type { ExchangeEvent, GoodsLine, PurchaseEvent } from './goods.ts';
import type { Use } from './limits.ts';
import type { Happened, Past } from './past.ts';
import type { Standing, TierMove } from './tiers.ts';

export type Status = 'none' | 'pending' | 'active' | 'dormant' | 'ended';
export const STORED_VALUE = 'stored value';

/** Points earned together; amounts in the wallet's smallest unit. */
export interface Lot {
  readonly entry: number;
  readonly earnedAtMs: number;
  /** Null: it can be used. */
  availableFromMs: number | null;
  /** The last activity that renewed it (T8); its earning, where none did. */
  activeAtMs: number;
  /** It was spent and came back: until when it can be used since, and how far that was fixed (T8). */
  restored: Restored | null;
  left: bigint;
}

interface Restored {
  /** Whether an activity has renewed it since. */
  renewedSince: boolean;
  readonly until: number | null;
  /** What the deadlines come to that no activity moves. */
  readonly fixed: number | null;
}

/** Points that were spent at once on one thing: what each lot gave, first the one drawn first. */
export interface Spent {
  readonly wallet: string;
  readonly atMs: number;
  readonly lots: readonly Lot[];
}

/** A coupon that was used on a purchase, and what it took off each line. */
export interface UsedCoupon {
  readonly spent: Spent;
  readonly taken: readonly bigint[];
}

/** Coupons that were given at once, and the entry that made their lot. */
export interface GivenCoupons {
  readonly wallet: string;
  readonly times: bigint;
  readonly lot: number;
}

/** Something that was bought with points. */
export interface Redemption {
  readonly event: string;
  readonly reward: string;
  readonly times: number;
  /** The last local date on which it can be taken back. */
  readonly lastDate: CivilDate;
  readonly spent: Spent;
  readonly storedValue: bigint;
  readonly coupons: readonly GivenCoupons[];
}

export interface Wallet {
  readonly name: string;
  /** What each named account of the ledger holds; an account that was never moved is absent. */
  readonly totals: Record<string, bigint>;
  /** As they were made. */
  lots: Lot[];
}

/** What a purchase leaves for its return period (R1, decision 15), and what has come back of it so far. */
export interface Receipt {
  readonly purchase: string;
  /** The last local date for a return (decision 11). */
  readonly lastDate: CivilDate;
  readonly original: PurchaseEvent;
  readonly date: CivilDate;
  /** The birthday that counted at the purchase, whatever was edited since. */
  readonly birthday: string | null;
  /** Whether rules acted for the purchase at all. */
  readonly acted: boolean;
  /** The purchase's own goods, then those of each exchange; their lines count on through all of them (R7). */
  layers: readonly Layer[];
  /** The exchanges so far: the events that the host has to hand in again. */
  exchanges: readonly ExchangeEvent[];
  /** By wallet: the entries that gave points for the purchase, which name their lots. */
  readonly ownLots: Record<string, number[]>;
  /** By line: the share of its quantity that has come back for good, and for other goods. */
  returned: readonly Fraction[];
  exchanged: readonly Fraction[];
  /** The rules with limits that act, by name, and what they used of their limits (M11). */
  granted: readonly string[];
  used: readonly Use[];
  /** By wallet: what of its own lot has expired (R1). */
  readonly expired: Record<string, bigint>;
  /** The account's past as the purchase met it. */
  readonly past: Past;
  /** By wallet: the points that paid a part, and the minor units that they paid. */
  readonly pointsPaid: readonly { readonly spent: Spent; readonly amount: bigint }[];
  /** In the order in which the purchase names them. */
  readonly coupons: readonly UsedCoupon[];
  /** What of that has been given back, in all. */
  pointsRefunded: bigint;
  /** By wallet, once something has come back. */
  readonly moved: Record<string, Moved>;
}

/** Goods that were paid together; by line, in minor units, the list price that counted and what was really paid. */
export interface Layer {
  readonly lines: readonly GoodsLine[];
  readonly lists: readonly bigint[];
  readonly paid: readonly bigint[];
  readonly vouchers: bigint;
  readonly storedValue: bigint;
  readonly points: bigint;
  /** In all; null: nobody said, so that all of it was money. */
  readonly tendered: bigint | null;
}

/** The points of one purchase in one wallet: how many the member has of them, and what became of the others (decision 17). */
export interface Moved {
  readonly held: bigint;
  readonly taken: bigint;
  readonly forgiven: bigint;
  readonly reinstated: bigint;
  readonly owed: bigint;
  /** Money, in minor units. */
  readonly deducted: bigint;
  /** What was not taken, because as much had expired of the purchase's own lot (decision 37). */
  readonly expired: bigint;
}

/** An event's place in its account's log (M5). */
export interface Place {
  readonly atMs: number;
  readonly rank: number;
  readonly sequence: number;
  readonly id: string;
}

export interface Referral {
  readonly member: string;
  readonly purchase: string;
  readonly lastDate: CivilDate;
  /** By rule, the points of each of its effects. */
  readonly gave: readonly { readonly rule: string; readonly points: bigint[] }[];
  readonly used: readonly Use[];
}

export interface Account {
  readonly name: string;
  place: Place;
  status: Status;
  joinedAtMs: number | null;
  activeFromMs: number | null;
  joiningPurchase: string | null;
  referrer: string | null;
  /** What somebody who never was a member has spent, as far as it counts towards joining; minor units. */
  spentBeforeJoining: bigint;
  birthday: string | null;
  /** The birthday that acted in a local year; it stands for that year whatever is edited (T3). */
  birthdayThatActed: { readonly year: number; readonly birthday: string; readonly purchases: string[] } | null;
  /** The store that issued the card. */
  store: string | null;
  /** The member asked to keep points from converting. */
  keepsPoints: boolean;
  /** What the host told of the member, by name. */
  facts: Facts;
  /** The last local year whose birthday rules on the birthday have seen. */
  celebratedYear: number | null;
  firstPurchaseMs: number | null;
  /** The first purchase that the referrer was told of. */
  firstReferred: string | null;
  /** Purchases of those whom the member introduced, for which rules gave something. */
  referrals: Referral[];
  lastPurchaseMs: number | null;
  readonly wallets: Wallet[];
  /** What was bought with points and can still be taken back. */
  redemptions: Redemption[];
  /** Of benefits with a limit, in periods that still run. */
  benefitUses: BenefitUse[];
  /** What rules gave for windows. */
  readonly awarded: AwardGiven[];
  /** Purchases that can still be returned. */
  receipts: Receipt[];
  /** Of limits, in periods that still run. */
  uses: Use[];
  /** Everything that may be counted, in order. */
  readonly happened: Happened[];
  entries: number;
  /** On the program's ladders, while the account is a member. */
  standings: Standing[];
  /** The moves on ladders that the event at hand brought about. */
  moves: TierMove[];
}

export function openAccount(program: Program, name: string, atMs: number): Account {
  return {
    name,
    place: { atMs, rank: -1, sequence: 0, id: '' },
    status: 'none',
    joinedAtMs: null,
    activeFromMs: null,
    joiningPurchase: null,
    referrer: null,
    spentBeforeJoining: 0n,
    birthday: null,
    birthdayThatActed: null,
    store: null,
    keepsPoints: false,
    facts: {},
    redemptions: [],
    celebratedYear: null,
    firstPurchaseMs: null,
    firstReferred: null,
    referrals: [],
    lastPurchaseMs: null,
    benefitUses: [],
    awarded: [],
    wallets: [
      STORED_VALUE,
      ...program.wallets.map((wallet) => wallet.name),
      ...program.coupons.map((coupon) => couponWallet(coupon.name)),
    ].map((wallet) => ({
      name: wallet,
      totals: {},
      lots: [],
    })),
    receipts: [],
    uses: [],
    happened: [],
    entries: 0,
    standings: [],
    moves: [],
  };
}

export function walletOf(account: Account, name: string): Wallet {
  const wallet = account.wallets.find((each) => each.name === name);
  if (wallet === undefined) throw new RangeError(`no wallet ${name}`);
  return wallet;
}
