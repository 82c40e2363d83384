import type { Civil } from './calendar.ts';
import { copyWallet, emptyWallet, type SpentPoints, type WalletRecord } from './ledger.ts';
import { emptiedLots, noLots } from './lots.ts';
import type { StatedFact } from './member-fact.ts';
import { copyPast, type Past } from './past.ts';
import type { Period } from './program.ts';
import type { MembershipStatus } from './reason.ts';
import { copyReceipts, emptied, noReceipts, type Receipts, type UsedLimit } from './receipts.ts';
import type { Referral } from './referral.ts';
import { copyStanding, type Standing } from './standing.ts';

/** An account's state: an immutable value (M1). Keep it, encode it, hand it back; read it through `view`. */
export class State {
  readonly #record: AccountRecord;

  private constructor(record: AccountRecord) {
    this.#record = record;
  }

  get account(): string {
    return this.#record.account;
  }

  /** Seals a record that nobody will change any more. */
  static seal(record: AccountRecord): State {
    return new State(record);
  }

  /** What a state holds; to be copied before it is changed. */
  static recordOf(state: State): AccountRecord {
    return state.#record;
  }
}

/** Where an account stands in its log: the last event applied, or the instant it was advanced to (M5). */
export interface Mark {
  readonly atMs: number;
  /** The kind's rank at one instant; -1: time was advanced, no event yet. */
  readonly rank: number;
  readonly sequence: number;
  readonly id: string;
}

/** How often a limit has been used in one of its periods. */
export interface Use extends UsedLimit {
  readonly times: number;
}

/** A birthday that has acted: in its year no edit makes another one (T3). */
export interface ActedBirthday {
  readonly year: number;
  /** The birthday as it stood then. */
  readonly birthday: Civil;
  /** The purchases that it has acted on and that have not come back whole, oldest first. Added to in place. */
  readonly purchases: string[];
}

/** Something that was bought with points: what it takes to take it back. */
export interface Redemption {
  /** The id of the event. */
  readonly id: string;
  readonly reward: string;
  readonly times: number;
  readonly atMs: number;
  /** The last local day on which it can be taken back. */
  readonly lastDay: number;
  readonly spent: SpentPoints;
  /** Minor units of stored value that it gave. */
  readonly storedValue: number;
  /** The coupons that it gave, as lots of their wallets. */
  readonly coupons: readonly GivenCoupons[];
}
/** Coupons that were given at once: so many, and the entry that made their lot. */
export interface GivenCoupons {
  readonly wallet: string;
  readonly times: number;
  readonly lot: number;
}
const NONE: readonly Redemption[] = [];

/** A use of a benefit that counts in periods which still run. */
export interface BenefitUse {
  /** The id of the event. */
  readonly id: string;
  readonly benefit: string;
  readonly times: number;
  readonly periods: readonly CountedPeriod[];
}
/** A period of an account, known by its last local day; null: it never ends. */
export interface CountedPeriod {
  readonly per: Period;
  readonly lastDay: number | null;
}

/** What a rule has given so far for what a window measured (E7). */
export interface Awarded {
  readonly rule: string;
  /** What was measured and what was given, as one text. */
  readonly of: string;
  /** The last local day on which the window is seen; null: it never ends. */
  readonly lastDay: number | null;
  /** In smallest units, or how many. */
  readonly amount: number;
}
const NOTHING_AWARDED: readonly Awarded[] = [];
const NO_FACTS: readonly StatedFact[] = [];
const NEVER_USED: readonly BenefitUse[] = [];

/**
 * An account at work. `apply` copies it, changes the copy and seals it; a batch changes one in place.
 * Lots and receipts are copied with it; whatever else it holds is replaced, never changed, so that copies may share it.
 */
export interface AccountRecord {
  readonly account: string;
  /** Changed in place. */
  readonly mark: { -readonly [K in keyof Mark]: Mark[K] };
  /** Nothing falls due before this instant. It may come too early: then it is worked out anew. It is no part of the state. */
  dueMs: number;
  status: MembershipStatus;
  joinedAtMs: number | null;
  /** When a pending membership takes effect. */
  activeFromMs: number | null;
  /** The purchase that made the member join, by its id (M9). */
  joiningPurchase: string | null;
  /** The account that introduced the member. */
  referrer: string | null;
  /** Minor units spent before joining, as far as they count towards it. */
  spentBeforeJoining: number;
  birthday: Civil | null;
  actedBirthday: ActedBirthday | null;
  /** The store that issued the card; null: nobody said. */
  store: string | null;
  /** The member asked to keep points from converting. */
  keepsPoints: boolean;
  /** The last local year whose birthday has let rules act (T3). */
  celebratedYear: number | null;
  /** Epoch milliseconds; kept where the program asks how long ago they were. */
  firstPurchaseMs: number | null;
  lastPurchaseMs: number | null;
  /** What the host told about the member, by name; replaced, never changed. */
  facts: readonly StatedFact[];
  /** The first purchase of which the referrer was told, unless it came back whole. */
  firstReferred: string | null;
  /** Purchases of members whom this one introduced, for which rules gave something. */
  referrals: readonly Referral[];
  /** In the order of the engine's wallet names; the stored-value wallet first. */
  readonly wallets: WalletRecord[];
  /** Of the purchases that can still be returned. */
  readonly receipts: Receipts;
  /** Of limits in periods that still run; replaced, never changed. */
  uses: readonly Use[];
  /** What was bought with points and can still be taken back, oldest first; replaced, never changed. */
  redemptions: readonly Redemption[];
  /** Uses of benefits with a limit, oldest first; replaced, never changed. */
  benefitUses: readonly BenefitUse[];
  /** For windows that can still be seen, in one order; replaced, never changed. */
  awarded: readonly Awarded[];
  /** How many entries the ledger has. */
  entries: number;
  /** What has been counted, where the program asks; null: nothing yet. */
  past: Past | null;
  /** By ladder of the engine's list; null: nobody who stands on any, or a program without ladders. */
  standings: Standing[] | null;
}

const NO_USES: readonly Use[] = [];
const NO_REFERRALS: readonly Referral[] = [];

/** `done`: of an account that nobody looks at any more, whose lists are to be used again. */
export function openRecord(
  account: string,
  atMs: number,
  walletNames: readonly string[],
  done: AccountRecord | null = null,
): AccountRecord {
  return {
    account,
    mark: { atMs, rank: -1, sequence: 0, id: '' },
    dueMs: UNKNOWN,
    status: 'none',
    joinedAtMs: null,
    activeFromMs: null,
    joiningPurchase: null,
    referrer: null,
    spentBeforeJoining: 0,
    birthday: null,
    actedBirthday: null,
    store: null,
    keepsPoints: false,
    celebratedYear: null,
    firstPurchaseMs: null,
    lastPurchaseMs: null,
    facts: NO_FACTS,
    firstReferred: null,
    referrals: NO_REFERRALS,
    wallets: walletNames.map((name, i) => emptyWallet(name, emptiedLots(done?.wallets[i]?.lots ?? noLots()))),
    receipts: emptied(done?.receipts ?? noReceipts()),
    uses: NO_USES,
    redemptions: NONE,
    benefitUses: NEVER_USED,
    awarded: NOTHING_AWARDED,
    entries: 0,
    past: null,
    standings: null,
  };
}

/**
 * A record that can be changed without changing the given one. Every field by its name and in one order, here as in
 * {@link openRecord}: what is made by spreading has a shape of its own in memory, and code that meets records of
 * several shapes is several times slower.
 */
export function copyRecord(record: AccountRecord): AccountRecord {
  const { mark } = record;
  return {
    account: record.account,
    mark: { atMs: mark.atMs, rank: mark.rank, sequence: mark.sequence, id: mark.id },
    dueMs: record.dueMs,
    status: record.status,
    joinedAtMs: record.joinedAtMs,
    activeFromMs: record.activeFromMs,
    joiningPurchase: record.joiningPurchase,
    referrer: record.referrer,
    spentBeforeJoining: record.spentBeforeJoining,
    birthday: record.birthday,
    actedBirthday: record.actedBirthday === null ? null : copyActed(record.actedBirthday),
    store: record.store,
    keepsPoints: record.keepsPoints,
    celebratedYear: record.celebratedYear,
    firstPurchaseMs: record.firstPurchaseMs,
    lastPurchaseMs: record.lastPurchaseMs,
    facts: record.facts,
    firstReferred: record.firstReferred,
    referrals: record.referrals,
    wallets: record.wallets.map(copyWallet),
    receipts: copyReceipts(record.receipts),
    uses: record.uses,
    redemptions: record.redemptions,
    benefitUses: record.benefitUses,
    awarded: record.awarded,
    entries: record.entries,
    past: record.past === null ? null : copyPast(record.past),
    standings: record.standings === null ? null : record.standings.map(copyStanding),
  };
}

function copyActed({ year, birthday, purchases }: ActedBirthday): ActedBirthday {
  return { year, birthday, purchases: purchases.slice() };
}

/** Of what falls due next, that it has to be worked out. */
const UNKNOWN = Number.NEGATIVE_INFINITY;

/** Something was added to a record that falls due at an instant. */
export function fallsDue(record: AccountRecord, atMs: number): void {
  if (atMs < record.dueMs) record.dueMs = atMs;
}

/** Something changed that may move what falls due next to any instant. */
export function dueIsUnknown(record: AccountRecord): void {
  record.dueMs = UNKNOWN;
}

/** Moves a record's mark to an event, or to an instant. */
export function setMark(record: AccountRecord, { atMs, rank, sequence, id }: Mark): void {
  const { mark } = record;
  mark.atMs = atMs;
  mark.rank = rank;
  mark.sequence = sequence;
  mark.id = id;
}

/** Below zero, zero, above zero: how `a` stands to `b` in an account's log (M5). Ids compare by code unit. */
export function compareMarks(a: Mark, b: Mark): number {
  if (a.atMs !== b.atMs) return a.atMs - b.atMs;
  if (a.rank !== b.rank) return a.rank - b.rank;
  if (a.sequence !== b.sequence) return a.sequence - b.sequence;
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
}
