import { advanceAndApply, advanceTo } from '../clockwork.ts';
import { clockwork } from '../evaluate.ts';
import type { PurchaseHappening } from '../happening.ts';
import type { Settings } from '../plan.ts';
import type { Sink } from '../posting.ts';
import type { Program } from '../program.ts';
import type { Clockwork } from '../schedule.ts';
import { type AccountRecord, copyRecord, openRecord, State } from '../state.ts';
import { type GoodsBack, goodsBack, takeBack } from './goods-back.ts';
import type { Histories } from './histories.ts';
import { type PlainLane, plainLane, playPlain } from './plain.ts';
import { nextOf, type Playback, playbackOf, rewind } from './playback.ts';
import { type AccountTotals, type Totals, totalling } from './totals.ts';

export interface SimulateOptions {
  /** Values for the program's settings, by name, as plain decimals. */
  readonly settings?: Settings;
  /** Told now and then how many accounts are done; a promise is waited for, so that a host can draw. */
  readonly onProgress?: (done: number, of: number) => void | Promise<void>;
  /** Told every account as it stands at the end. */
  readonly onAccount?: (state: State) => void;
}

const ACCOUNTS_BETWEEN_PROGRESS = 2000;

/** Before every event that has a date. */
const FIRST_MS = -8_640_000_000_000_000;

/**
 * Plays histories through a program (in all its versions) and sums what comes out, up to the last instant of all.
 * Accounts do not touch each other: any order of them gives the same totals.
 */
export async function simulate(
  versions: readonly Program[],
  histories: Histories,
  options: SimulateOptions = {},
): Promise<Totals> {
  const work = clockwork(versions, options.settings ?? {});
  const sum = totalling(work.walletNames, histories.passedOver.unmatched);
  await playAll(work, histories, options, (outcome) => sum.add(outcome));
  return sum.totals();
}

/** Plays every account, in the order of the histories, and tells what came of each. */
export async function playAll(
  work: Clockwork,
  histories: Histories,
  options: Omit<SimulateOptions, 'settings'>,
  add: (outcome: AccountTotals) => void,
): Promise<void> {
  const playback = playbackOf(histories);
  let done: AccountRecord | null = null;
  const lane = plainLane(work);
  const { accounts, untilMs } = histories;
  for (let account = 0; account < accounts.length; account += 1) {
    if (account % ACCOUNTS_BETWEEN_PROGRESS === 0) await options.onProgress?.(account, accounts.length);
    const name = accounts[account] ?? '';
    rewind(playback, account);
    let outcome = swift(work, lane, playback, done, name, untilMs);
    if (outcome === null) {
      rewind(playback, account);
      outcome = careful(work, playback, name, untilMs);
    }
    done = outcome.record;
    add(outcome);
    options.onAccount?.(State.seal(copyRecord(outcome.record)));
  }
  await options.onProgress?.(accounts.length, accounts.length);
}

/** One working record for the whole history, no reasons, no copies. Null as soon as an event is refused that is no return. */
function swift(
  work: Clockwork,
  lane: PlainLane | null,
  playback: Playback,
  done: AccountRecord | null,
  account: string,
  untilMs: number | null,
): AccountTotals | null {
  let record = openRecord(account, FIRST_MS, work.walletNames, done);
  let back: GoodsBack | null = null;
  let purchases = 0;
  let sales = 0;
  let toppedUp = 0;
  for (;;) {
    const from = playback.nextPurchase;
    const sold = lane === null ? 0 : playPlain(lane, playback, record);
    if (sold === null) return null;
    sales += sold;
    purchases += playback.nextPurchase - from;
    const happening = nextOf(playback);
    if (happening === null) break;
    if (happening.kind === 'purchase') {
      const till = tillFor(happening);
      if (advanceAndApply(work, record, happening, till) !== null) return null;
      purchases += 1;
      sales += paidAt(till, happening);
      continue;
    }
    if (happening.kind === 'return') {
      back ??= goodsBack();
      record = takeBack(work, playback, record, happening, true, back);
      continue;
    }
    if (advanceAndApply(work, record, happening, null) !== null) return null;
    if (happening.kind === 'topUp') toppedUp += happening.amount;
  }
  settle(work, record, untilMs);
  return { record, purchases, sales, toppedUp, refused: back?.refused ?? [], back };
}

/** The same on copies: a refused event leaves nothing behind, and the history goes on. */
function careful(work: Clockwork, playback: Playback, account: string, untilMs: number | null): AccountTotals {
  let record = openRecord(account, FIRST_MS, work.walletNames);
  const back = goodsBack();
  const { refused } = back;
  const refusedPurchases = new Set<string>();
  let purchases = 0;
  let sales = 0;
  let toppedUp = 0;
  for (let happening = nextOf(playback); happening !== null; happening = nextOf(playback)) {
    if (happening.kind === 'return') {
      const isKnown = !refusedPurchases.has(happening.purchase);
      record = takeBack(work, playback, record, happening, isKnown, back);
      continue;
    }
    const next = copyRecord(record);
    const till = happening.kind === 'purchase' ? tillFor(happening) : null;
    const verdict = advanceAndApply(work, next, happening, till);
    if (verdict !== null) {
      refused.push(verdict === 'notNew' ? 'not-new' : verdict.code);
      if (happening.kind === 'purchase') refusedPurchases.add(happening.id);
      continue;
    }
    record = next;
    if (happening.kind === 'topUp') toppedUp += happening.amount;
    if (happening.kind !== 'purchase') continue;
    purchases += 1;
    sales += paidAt(till, happening);
  }
  settle(work, record, untilMs);
  return { record, purchases, sales, toppedUp, refused, back };
}

/** Every account is looked at on the same instant, so that what falls due after its last event counts too. */
function settle(work: Clockwork, record: AccountRecord, untilMs: number | null): void {
  if (untilMs !== null) advanceTo(work, record, untilMs, null);
}

/** Hears what a purchase costs. */
interface Till extends Sink {
  readonly cost: () => number;
}

/** Only a purchase of which nobody says what was paid needs one: it is paid what it costs at its instant. */
function tillFor(purchase: PurchaseHappening): Till | null {
  if (purchase.paidLines !== null || purchase.tendered !== null) return null;
  let cost = 0;
  return {
    cost: () => cost,
    entry: () => undefined,
    message: () => undefined,
    outcome: (outcome) => {
      if (outcome.kind === 'priced') cost = outcome.total;
    },
  };
}

function paidAt(till: Till | null, { paidLines, paidTotal, tendered }: PurchaseHappening): number {
  return paidLines !== null ? paidTotal : (tendered ?? till?.cost() ?? 0);
}
