import { type BenefitView, benefitsView } from './benefit.ts';
import { civilOf, showDate } from './calendar.ts';
import { placeOf } from './ladder.ts';
import { balance, type LedgerAccount } from './ledger.ts';
import { type Lot, lotsOf } from './lots.ts';
import type { StatedFact } from './member-fact.ts';
import type { Plan } from './plan.ts';
import { couponIn, type Period, STORED_VALUE } from './program.ts';
import type { MembershipStatus } from './reason.ts';
import { receiptsOf } from './receipts.ts';
import { type Affordable, affordable } from './redemption.ts';
import type { AccountRecord } from './state.ts';

/** Points of one award, and when they can be used; epoch milliseconds. */
export type LotView = Omit<Lot, 'renewal'>;

/** One wallet for people: amounts in its smallest unit (whole points, or minor units of the currency). */
export interface WalletView {
  readonly name: string;
  readonly unit: 'points' | 'money' | 'coupons';
  /** What is available less what is owed. */
  readonly balance: number;
  readonly totals: Readonly<Record<LedgerAccount, number>>;
  /** In spending order; after them those that cannot be used yet, in the order in which they become available. */
  readonly lots: readonly LotView[];
}

/** Where a member stands on a ladder. */
export interface TierView {
  readonly ladder: string;
  /** Null: below the lowest. */
  readonly tier: string | null;
  /** Epoch milliseconds. */
  readonly sinceMs: number;
  /** The last day on which the tier holds whatever is counted, `2026-12-31`; null: it is bound to none. */
  readonly until: string | null;
  /** What staff gave: nothing takes the member below it through that day; `until` null: without an end. */
  readonly given: { readonly tier: string; readonly until: string | null } | null;
  /** The tier above, and what it takes; null: there is none. Smallest units; `from` is null where it takes other things. */
  readonly next: { readonly tier: string; readonly counted: number; readonly from: number | null } | null;
}

/** An account for people and screens. */
export interface View {
  readonly account: string;
  readonly status: MembershipStatus;
  /** The instant up to which the account is known, epoch milliseconds. */
  readonly atMs: number;
  readonly joinedAtMs: number | null;
  /** When a pending membership takes effect. */
  readonly activeFromMs: number | null;
  /** The purchase that made the member join, by its id. */
  readonly joiningPurchase: string | null;
  /** The account that introduced the member. */
  readonly referrer: string | null;
  /** `1990-05-10` */
  readonly birthday: string | null;
  /** The store that issued the card; null: nobody said. */
  readonly store: string | null;
  /** Whether the member asked to keep points from converting. */
  readonly keepsPoints: boolean;
  /** What the host told about the member, by the program's names. */
  readonly facts: readonly StatedFact[];
  /** The stored-value wallet first. */
  readonly wallets: readonly WalletView[];
  /** What could be redeemed now, in the right store and with the card. */
  readonly rewards: readonly Affordable[];
  /** Redemptions that can still be taken back. */
  readonly redemptions: readonly {
    readonly redemption: string;
    readonly reward: string;
    readonly times: number;
    /** The last day for it, `2026-08-08`. */
    readonly lastDay: string;
  }[];
  /** The program's benefits: whether they can be used now, and how much is left. */
  readonly benefits: readonly BenefitView[];
  /** Where the member stands on the program's ladders. */
  readonly tiers: readonly TierView[];
  /** Purchases that can still be returned. */
  readonly receipts: readonly {
    readonly purchase: string;
    /** The last day for a return, `2026-08-08`. */
    readonly lastDay: string;
  }[];
  /** How often limits of rules have been used in periods that still run (M11). */
  readonly uses: readonly {
    readonly rule: string;
    readonly per: Period;
    /** The period's last day, `2026-12-31`; null: it never ends. */
    readonly lastDay: string | null;
    readonly times: number;
  }[];
}

export function view(plan: Plan, record: AccountRecord): View {
  const { account, status, joinedAtMs, activeFromMs, joiningPurchase, referrer, birthday } = record;
  return {
    account,
    status,
    atMs: record.mark.atMs,
    joinedAtMs,
    activeFromMs,
    joiningPurchase,
    referrer,
    birthday: birthday === null ? null : showDate(birthday),
    store: record.store,
    keepsPoints: record.keepsPoints,
    facts: record.facts,
    wallets: record.wallets.map((wallet) => ({
      name: wallet.name,
      unit: unitOf(wallet.name),
      balance: balance(wallet),
      totals: { ...wallet.totals },
      lots: [...lotsOf(wallet.lots), ...wallet.pending].map(lotView),
    })),
    rewards: affordable(plan, record),
    redemptions: record.redemptions.map(({ id, reward, times, lastDay }) => ({
      redemption: id,
      reward,
      times,
      lastDay: showDate(civilOf(lastDay)),
    })),
    benefits: benefitsView(plan, record),
    tiers: tiersView(record, plan),
    receipts: receiptsOf(record.receipts).map(({ purchase, lastDay }) => ({
      purchase,
      lastDay: showDate(civilOf(lastDay)),
    })),
    uses: record.uses.map(({ rule, per, lastDay, times }) => ({
      rule,
      per,
      lastDay: lastDay === null ? null : showDate(civilOf(lastDay)),
      times,
    })),
  };
}

function unitOf(wallet: string): WalletView['unit'] {
  if (wallet === STORED_VALUE) return 'money';
  return couponIn(wallet) === null ? 'points' : 'coupons';
}

function lotView({ entry, earnedAtMs, availableFromMs, expiresAtMs, left }: Lot): LotView {
  return { entry, earnedAtMs, availableFromMs, expiresAtMs, left };
}

function tiersView(record: AccountRecord, plan: Plan): TierView[] {
  const day = plan.clock.dayAt(record.mark.atMs);
  return plan.ladders.flatMap((planned) => {
    const standing = record.standings?.[planned.place];
    if (standing === undefined || standing.sinceMs === null) return [];
    const { ladder, tier, sinceMs, untilDay, given } = standing;
    const shown = (day: number | null) => (day === null ? null : showDate(civilOf(day)));
    const above = planned.tiers[placeOf(planned, tier) + 1];
    const counted = planned.counted({ record, standing, day });
    return [
      {
        ladder,
        tier,
        sinceMs,
        until: shown(untilDay),
        given: given === null ? null : { tier: given.tier, until: shown(given.untilDay) },
        next: above === undefined ? null : { tier: above.name, counted, from: above.from },
      },
    ];
  });
}
