import * as z from 'zod';
import type { Counted } from './counting.ts';
import { type Fault, faultOf } from './event.ts';
import { emptyWallet, isConserved, LEDGER_ACCOUNTS, type SpentPoints, type WalletRecord } from './ledger.ts';
import { type Lot, lotsOf, noLots, setLots } from './lots.ts';
import { openPast, type Past } from './past.ts';
import { PERIODS } from './program.ts';
import { addReceipt, type Receipt, receiptsOf } from './receipts.ts';
import { openStanding, type Standing } from './standing.ts';
import { type AccountRecord, openRecord, type Redemption, State } from './state.ts';

/** An account's state as text: one canonical JSON encoding, versioned (semantics M1). */
const STATE_FORMAT = 1;

const Whole = z.int();
const Count = z.int().min(0);
const CivilDate = z.strictObject({ year: Whole, month: z.int().min(1).max(12), day: z.int().min(1).max(31) });
const Totals = z.strictObject(
  Object.fromEntries(LEDGER_ACCOUNTS.map((account) => [account, Whole])) as Record<
    (typeof LEDGER_ACCOUNTS)[number],
    typeof Whole
  >,
);

const usedLimit = { rule: z.string(), per: z.enum(PERIODS), lastDay: Whole.nullable() };
const AnyLot = z.strictObject({
  entry: Count,
  earnedAtMs: Whole,
  availableFromMs: z.null(),
  expiresAtMs: Whole.nullable(),
  renewal: z.strictObject({ leastMs: Whole.nullable(), mostMs: Whole.nullable() }).nullable().default(null),
  left: Count,
});
const Lots = z.array(AnyLot);
const Pending = z.array(AnyLot.extend({ availableFromMs: Whole }));
/** How much of each line, as shares of what was bought. */
const Shares = z.array(z.string().regex(/^\d+(\/\d+)?$/));

const Spent = z.strictObject({ wallet: z.string(), lots: Lots });
const EncodedCounter = z.strictObject({
  key: z.string(),
  before: Whole,
  days: z.array(Whole),
  sums: z.array(Whole),
});

const Encoded = z.strictObject({
  laurel: z.literal(STATE_FORMAT),
  account: z.string().min(1),
  mark: z.strictObject({ atMs: Whole, rank: z.int().min(-1).max(4), sequence: Count, id: z.string() }),
  status: z.enum(['none', 'pending', 'active', 'dormant', 'ended']),
  joinedAtMs: Whole.nullable(),
  activeFromMs: Whole.nullable(),
  joiningPurchase: z.string().optional(),
  referrer: z.string().optional(),
  spentBeforeJoining: Count.optional(),
  birthday: CivilDate.nullable(),
  actedBirthday: z.strictObject({ year: Count, birthday: CivilDate, purchases: z.array(z.string()).min(1) }).nullable(),
  store: z.string().nullable().default(null),
  keepsPoints: z.boolean().default(false),
  firstReferred: z.string().nullable().default(null),
  referrals: z
    .array(
      z.strictObject({
        member: z.string(),
        purchase: z.string(),
        lastDay: Whole,
        version: z.string(),
        gave: z.array(z.strictObject({ rule: z.string(), points: z.array(Count) })),
        used: z.array(z.strictObject(usedLimit)),
      }),
    )
    .default([]),
  celebratedYear: Whole.nullable().default(null),
  firstPurchaseMs: Whole.nullable().default(null),
  lastPurchaseMs: Whole.nullable().default(null),
  facts: z
    .array(z.strictObject({ name: z.string(), value: z.union([z.boolean(), z.string(), z.array(z.string())]) }))
    .default([]),
  wallets: z.array(
    z.strictObject({
      name: z.string(),
      totals: Totals,
      lots: Lots,
      pending: Pending.default([]),
    }),
  ),
  receipts: z.array(
    z.strictObject({
      purchase: z.string(),
      lastDay: Whole,
      version: z.string(),
      digest: Whole,
      birthday: CivilDate.nullable(),
      facts: z.array(Whole.nullable()).nullable(),
      acted: z.boolean(),
      firstLot: Count,
      lots: Count,
      back: z
        .strictObject({
          returned: Shares,
          exchanged: Shares,
          points: z.array(
            z.strictObject({
              held: Whole,
              taken: Count,
              forgiven: Count,
              reinstated: Count,
              owed: Count,
              deducted: Count,
              expired: Count,
            }),
          ),
          lots: z.array(Count),
          exchanges: z.array(
            z.strictObject({
              id: z.string(),
              digest: Whole,
              lists: z.array(Count),
              paid: z.array(Count),
              vouchers: Count,
              storedValue: Count,
              points: Count,
            }),
          ),
        })
        .nullable(),
      used: z.array(z.strictObject(usedLimit)).min(1).optional(),
      expired: z
        .array(z.strictObject({ wallet: z.string(), amount: Count }))
        .nullable()
        .default(null),
      paidWithPoints: z.array(Spent).min(1).optional(),
      coupons: z.array(Spent).min(1).optional(),
    }),
  ),
  uses: z
    .array(z.strictObject({ ...usedLimit, times: z.int().min(1) }))
    .min(1)
    .optional(),
  redemptions: z
    .array(
      z.strictObject({
        id: z.string(),
        reward: z.string(),
        times: Count,
        atMs: Whole,
        lastDay: Whole,
        spent: Spent,
        storedValue: Count,
        coupons: z.array(z.strictObject({ wallet: z.string(), times: Count, lot: Count })).default([]),
      }),
    )
    .default([]),
  benefitUses: z
    .array(
      z.strictObject({
        id: z.string(),
        benefit: z.string(),
        times: z.int().min(1),
        periods: z.array(z.strictObject({ per: z.enum(PERIODS), lastDay: Whole.nullable() })).min(1),
      }),
    )
    .default([]),
  awarded: z
    .array(z.strictObject({ rule: z.string(), of: z.string(), lastDay: Whole.nullable(), amount: z.int().min(1) }))
    .default([]),
  entries: Count,
  past: z
    .strictObject({
      counters: z.array(EncodedCounter),
      lastPurchaseDay: Whole.nullable(),
    })
    .optional(),
  standings: z
    .array(
      z.strictObject({
        ladder: z.string(),
        tier: z.string().nullable(),
        sinceMs: Whole,
        untilDay: Whole.nullable(),
        roseDay: Whole.nullable(),
        presentDay: Whole,
        lapses: Count,
        given: z
          .strictObject({ tier: z.string(), untilDay: Whole.nullable(), lifts: z.boolean() })
          .nullable()
          .default(null),
        shift: EncodedCounter,
        closedDay: Whole,
        closingDay: Whole.nullable(),
        dueMs: Whole.nullable(),
      }),
    )
    .min(1)
    .optional(),
});

/**
 * Writes a state: the same state always gives the same bytes. A wallet that was never used is left out, and so is what
 * few have: `null` stands for it where it is read.
 */
export function encodeState(state: State): string {
  const { wallets, receipts, ...record } = State.recordOf(state);
  const used = wallets.filter(({ totals }) => LEDGER_ACCOUNTS.some((account) => totals[account] !== 0));
  const { account, mark, status, joinedAtMs, activeFromMs, birthday, actedBirthday, uses, entries, past } = record;
  const { joiningPurchase, referrer, spentBeforeJoining, store, keepsPoints, redemptions } = record;
  const { benefitUses, awarded, standings } = record;
  const { celebratedYear, firstPurchaseMs, lastPurchaseMs, firstReferred, referrals, facts } = record;
  return JSON.stringify({
    laurel: STATE_FORMAT,
    account,
    mark,
    status,
    joinedAtMs,
    activeFromMs,
    ...(joiningPurchase === null ? {} : { joiningPurchase }),
    ...(referrer === null ? {} : { referrer }),
    ...(spentBeforeJoining === 0 ? {} : { spentBeforeJoining }),
    birthday,
    actedBirthday,
    ...(store === null ? {} : { store }),
    ...(keepsPoints ? { keepsPoints } : {}),
    ...(firstReferred === null ? {} : { firstReferred }),
    ...(referrals.length === 0 ? {} : { referrals }),
    ...(celebratedYear === null ? {} : { celebratedYear }),
    ...(firstPurchaseMs === null ? {} : { firstPurchaseMs }),
    ...(lastPurchaseMs === null ? {} : { lastPurchaseMs }),
    ...(facts.length === 0 ? {} : { facts }),
    wallets: used.sort((a, b) => (a.name < b.name ? -1 : 1)).map(slimWallet),
    receipts: receiptsOf(receipts).map(slimReceipt),
    ...(uses.length === 0 ? {} : { uses }),
    ...(redemptions.length === 0 ? {} : { redemptions: redemptions.map(slimRedemption) }),
    ...(benefitUses.length === 0 ? {} : { benefitUses }),
    ...(awarded.length === 0 ? {} : { awarded }),
    entries,
    // Undefined is left out: a program that counts nothing has states without it.
    past: past === null ? undefined : encodedPast(past),
    standings: encodedStandings(standings),
  });
}

function slimWallet({ name, totals, lots, pending }: WalletRecord) {
  return {
    name,
    totals,
    lots: lotsOf(lots).map(slimLot),
    ...(pending.length === 0 ? {} : { pending: pending.map(slimLot) }),
  };
}

function slimLot({ entry, earnedAtMs, availableFromMs, expiresAtMs, renewal, left }: Lot) {
  return { entry, earnedAtMs, availableFromMs, expiresAtMs, ...(renewal === null ? {} : { renewal }), left };
}

function slimSpent({ wallet, lots }: SpentPoints) {
  return { wallet, lots: lots.map(slimLot) };
}

function slimRedemption({ spent, coupons, ...redemption }: Redemption) {
  return { ...redemption, spent: slimSpent(spent), ...(coupons.length === 0 ? {} : { coupons }) };
}

function slimReceipt({ used, expired, paidWithPoints, coupons, ...receipt }: Receipt) {
  return {
    ...receipt,
    ...(used === null ? {} : { used }),
    ...(expired === null ? {} : { expired }),
    ...(paidWithPoints === null ? {} : { paidWithPoints: paidWithPoints.map(slimSpent) }),
    ...(coupons === null ? {} : { coupons: coupons.map(slimSpent) }),
  };
}

/** Ladders on which nobody stands are left out. What is never due has no instant. */
function encodedStandings(standings: readonly Standing[] | null) {
  const used = (standings ?? []).filter(({ sinceMs }) => sinceMs !== null);
  if (used.length === 0) return undefined;
  return used
    .toSorted((a, b) => (a.ladder < b.ladder ? -1 : 1))
    .map(({ given, ...standing }) => ({
      ...standing,
      ...(given === null ? {} : { given }),
      dueMs: Number.isFinite(standing.dueMs) ? standing.dueMs : null,
    }));
}

/** Counters that count nothing are left out, in an order of their own: the versions that are loaded may differ. */
function encodedPast({ counters, lastPurchaseDay }: Past): Past | undefined {
  const used = counters.filter(({ before, days }) => before !== 0 || days.length > 0);
  if (used.length === 0 && lastPurchaseDay === null) return undefined;
  return { counters: used.sort((a, b) => (a.key < b.key ? -1 : 1)), lastPurchaseDay };
}

/** Why a text is not a state of this engine's programs. */
export type BadState =
  | { readonly code: 'notJson' }
  | { readonly code: 'notAState'; readonly fault: Fault }
  | { readonly code: 'unknownWallet'; readonly wallet: string }
  | { readonly code: 'notConserved'; readonly wallet: string };

/** What accounts keep, by name. */
interface Kept {
  readonly walletNames: readonly string[];
  readonly counted: readonly Counted[];
  readonly ladderNames: readonly string[];
}

/** Reads what {@link encodeState} wrote; wallets are found by name (M10). */
export function decodeState(text: string, work: Kept): { ok: true; value: State } | { ok: false; problem: BadState } {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return { ok: false, problem: { code: 'notJson' } };
  }
  const read = Encoded.safeParse(json, { reportInput: true });
  if (!read.success) {
    return { ok: false, problem: { code: 'notAState', fault: faultOf(read.error.issues[0]) } };
  }
  const { walletNames } = work;
  const { laurel: _, account, wallets, receipts, uses = [], past, standings, ...rest } = read.data;
  const record: AccountRecord = {
    ...openRecord(account, rest.mark.atMs, []),
    ...rest,
    joiningPurchase: rest.joiningPurchase ?? null,
    referrer: rest.referrer ?? null,
    spentBeforeJoining: rest.spentBeforeJoining ?? 0,
    uses,
    wallets: walletNames.map((name) => emptyWallet(name)),
    past: past === undefined ? null : decodedPast(past, work.counted),
    standings: standings === undefined ? null : decodedStandings(standings, work.ladderNames),
  };
  for (const { used = null, paidWithPoints = null, coupons = null, ...receipt } of receipts) {
    addReceipt(record.receipts, { ...receipt, used, paidWithPoints, coupons });
  }
  for (const { name, totals, lots, pending } of wallets) {
    const place = walletNames.indexOf(name);
    if (place < 0) return { ok: false, problem: { code: 'unknownWallet', wallet: name } };
    if (!isConserved({ totals, lots, pending })) return { ok: false, problem: { code: 'notConserved', wallet: name } };
    const wallet = { name, totals, lots: noLots(), pending };
    setLots(wallet.lots, lots);
    record.wallets[place] = wallet;
  }
  return { ok: true, value: State.seal(record) };
}

/** What no loaded version asks for is not carried on. */
function decodedPast({ counters, lastPurchaseDay }: Past, counted: readonly Counted[]): Past {
  const past = openPast(counted);
  past.lastPurchaseDay = lastPurchaseDay;
  for (const [i, { key }] of past.counters.entries()) {
    const known = counters.find((counter) => counter.key === key);
    if (known !== undefined) past.counters[i] = known;
  }
  return past;
}

type EncodedStanding = NonNullable<z.infer<typeof Encoded>['standings']>[number];

/** A ladder that no loaded version has is not carried on. */
function decodedStandings(standings: readonly EncodedStanding[], ladderNames: readonly string[]): Standing[] {
  return ladderNames.map((name) => {
    const known = standings.find(({ ladder }) => ladder === name);
    return known === undefined ? openStanding(name) : { ...known, dueMs: known.dueMs ?? Number.POSITIVE_INFINITY };
  });
}
