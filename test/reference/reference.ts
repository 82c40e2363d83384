import type { Event, Facts, Program } from '@laurel/engine';
import { type Account, openAccount, type Place, STORED_VALUE, type Wallet } from './account.ts';
import { faultsOfUsing, takeUseBack, type Used, useBenefit } from './benefits.ts';
import { comparedDates, readDate } from './civil-date.ts';
import { convert } from './conversion.ts';
import { faultsOfEvent, toldOf } from './declared-events.ts';
import { type ExchangeOutcome, exchangeGoods, faultsOfPaying } from './exchanging.ts';
import { faultsOfTelling, tellFacts } from './facts.ts';
import { decimal, floor } from './fraction.ts';
import type { Handed } from './handing.ts';
import type { Judged } from './judged.ts';
import { type Book, balanceOf, credit, debit, type Entry } from './ledger.ts';
import { localDate, readInstant } from './local-time.ts';
import { faultsOfJoining, faultsOfReissue, isMember, join, leave, type StatusChange, wake } from './membership.ts';
import { type Almanac, almanac } from './occasions.ts';
import { nextDue, passTime, react, renew } from './passing-time.ts';
import { minorOf } from './payment.ts';
import { buy, faultsOf, type PurchaseOutcome } from './purchase.ts';
import { hear, type Told, tellReferrer } from './referrals.ts';
import type { Refund } from './refund.ts';
import { askedFor, faultOfComingBack, faultsOfProof, takeGoodsBack } from './returning.ts';
import { faultsOfRedeeming, faultsOfReversing, redeem, reverse } from './rewards.ts';
import { faultsOfGiving, giveTier, moveOnLadders, notePresence, type TierMove } from './tiers.ts';

/** What an event came to. A refused event may have several faults; which of them is told is left open. */
export type Answer =
  | {
      readonly kind: 'applied';
      readonly entries: readonly Entry[];
      readonly changes: readonly StatusChange[];
      readonly moves: readonly TierMove[];
      readonly purchase: PurchaseOutcome | null;
      readonly refund: Refund | null;
      readonly exchange: ExchangeOutcome | null;
      readonly messages: readonly Told[];
      readonly handed: readonly Handed[];
      readonly used: Used | null;
      /** Whether a use of a benefit was taken back. */
      readonly useTakenBack: boolean;
    }
  /** A return whose purchase the host has not looked for yet (decision 14). */
  | { readonly kind: 'needs' }
  | { readonly kind: 'refused'; readonly codes: readonly string[] }
  | { readonly kind: 'notNew' };

/** One account under one program: the slow, obvious evaluator that judges the fast one. */
interface Reference {
  readonly account: () => Account;
  /** When something falls due next; null: nothing does. */
  readonly dueMs: () => number | null;
  readonly apply: (event: Event, facts?: Facts) => Answer;
}

export function reference(judged: Judged, name: string, openedAtMs: number): Reference {
  let account = openAccount(judged.program, name, openedAtMs);
  const dates = almanac(judged.program);
  return {
    account: () => account,
    dueMs: () => nextDue(judged, dates, account),
    apply(event, facts = {}) {
      // A refused event changes nothing, not even the time that passed: it works on a copy (M1).
      const copy = structuredClone(account);
      const answer = answerTo(judged, dates, copy, event, facts);
      if (answer.kind !== 'applied') return answer;
      if (copy.wallets.some(isTooLarge) || copy.spentBeforeJoining > MOST || answer.handed.some(isTooMuch))
        return { kind: 'refused', codes: ['amount-too-large'] };
      account = copy;
      return answer;
    },
  };
}

/** Ledger totals stay within 2^53 smallest units (decision 22). */
function isTooLarge({ totals }: Wallet): boolean {
  return Object.values(totals).some((total) => total > MOST || total < -MOST);
}

function isTooMuch({ what, times }: Handed): boolean {
  return BigInt(what.split(' ').at(-1)?.match(/^\d+$/)?.[0] ?? 0) > MOST || BigInt(times) > MOST;
}
const MOST = BigInt(Number.MAX_SAFE_INTEGER);

/** What the host has to look up and has not (decisions 14 and 27). */
function needsFacts(program: Program, account: Account, event: Event, facts: Facts): boolean {
  if (event.kind === 'return' || event.kind === 'exchange') {
    return askedFor(account, event).some((id) => !Object.hasOwn(facts.purchases ?? {}, id));
  }
  if (event.kind !== 'join' || event.identity === undefined) return false;
  if (!program.membership.onePerIdentity || !isInForce(program, readInstant(event.at))) return false;
  return !Object.hasOwn(facts.identities ?? {}, event.identity);
}

function answerTo(judged: Judged, dates: Almanac, account: Account, event: Event, facts: Facts): Answer {
  if (event.account !== account.name) return { kind: 'refused', codes: ['wrong-account'] };
  const place = placeOf(event);
  if (!isAfter(place, account.place)) return { kind: 'notNew' };
  if (needsFacts(judged.program, account, event, facts)) return { kind: 'needs' };
  if (!isInForce(judged.program, place.atMs)) return { kind: 'refused', codes: ['no-version'] };

  account.moves = [];
  const changes: StatusChange[] = [];
  const entries: Entry[] = [];
  const handed: Handed[] = [];
  passTime(judged, dates, account, place.atMs, { entries, handed }, changes);
  const codes = faults(judged, account, event, facts);
  if (codes.length > 0) return { kind: 'refused', codes };

  renew(judged, account, event, place.atMs);
  const wasMember = isMember(account);
  if (event.kind === 'purchase') wake(account, place.atMs, changes);
  const book: Book = { program: judged.program, account, event: event.id, atMs: place.atMs, entries, handed };
  const purchase = event.kind === 'purchase' ? buy(judged, book, event, changes) : null;
  const refund = event.kind === 'return' ? takeGoodsBack(judged, book, event, changes) : null;
  const exchange = event.kind === 'exchange' ? exchangeGoods(judged, book, event, changes) : null;
  if (event.kind === 'redeem') redeem(judged, book, event);
  const used = event.kind === 'use' ? useBenefit(judged, book, event) : null;
  const useTakenBack = event.kind === 'reverse' && takeUseBack(account, event);
  if (!useTakenBack) happen(judged.program, book, event, changes);
  if (event.kind === 'tier') giveTier(judged, account, event, place.atMs);
  if (event.kind === 'referral') hear(judged, book, event);
  const messages = tellReferrer(judged.program, account, event);
  if (event.kind === 'purchase') {
    account.firstPurchaseMs ??= place.atMs;
    account.lastPurchaseMs = place.atMs;
  }
  react(judged, book, event, wasMember);
  convert(judged, book);
  if (event.kind === 'purchase') notePresence(account, localDate(judged.program.zone, place.atMs));
  moveOnLadders(judged, account, place.atMs, ['purchase', 'visit', 'exchange', 'event'].includes(event.kind));
  account.place = place;
  const { moves } = account;
  return {
    kind: 'applied',
    entries: book.entries,
    changes,
    moves,
    purchase,
    refund,
    exchange,
    handed,
    used,
    useTakenBack,
    messages,
  };
}

/** At one instant: join, profile, purchase, return, then the rest; then `sequence`, then `id` by code unit (decision 1). */
function placeOf(event: Event): Place {
  const ranks = {
    referral: -1,
    join: 0,
    profile: 1,
    purchase: 2,
    return: 3,
    exchange: 4,
    visit: 4,
    topUp: 4,
    adjust: 4,
    leave: 4,
    redeem: 4,
    reverse: 4,
    use: 4,
    event: 4,
    reissue: 4,
    merge: 4,
    tier: 4,
  };
  return { atMs: readInstant(event.at), rank: ranks[event.kind], sequence: event.sequence ?? 0, id: event.id };
}

function isAfter(a: Place, b: Place): boolean {
  if (a.atMs !== b.atMs) return a.atMs > b.atMs;
  if (a.rank !== b.rank) return a.rank > b.rank;
  if (a.sequence !== b.sequence) return a.sequence > b.sequence;
  return a.id > b.id;
}

/** Without an effective date a version is in force from always (T10). */
function isInForce(program: Program, atMs: number): boolean {
  return program.effective === null || comparedDates(localDate(program.zone, atMs), readDate(program.effective)) >= 0;
}

function faults(judged: Judged, account: Account, event: Event, facts: Facts): string[] {
  const { program } = judged;
  switch (event.kind) {
    case 'join':
      return [...faultsOfJoining(program, account, event, facts), ...faultsOfTelling(program, event)];
    case 'profile':
      return faultsOfTelling(program, event);
    case 'leave':
      return isMember(account) ? [] : ['not-a-member'];
    case 'purchase':
      return faultsOf(judged, account, event, Date.parse(event.at));
    case 'return':
    case 'exchange': {
      const fault = faultOfComingBack(program, account, event, facts);
      const faults = [...faultsOfProof(program, account, event), ...(fault === null ? [] : [fault])];
      return event.kind === 'return' ? faults : [...faults, ...faultsOfPaying(program, account, event)];
    }
    case 'adjust': {
      const wallet = account.wallets.find((each) => each.name === event.wallet);
      if (wallet === undefined) return ['unknown-wallet'];
      // Only a correction downwards can ask for more than there is (decision 13).
      const amount = adjustment(program, event);
      return amount < 0n && balanceOf(wallet) + amount < 0n ? ['not-enough'] : [];
    }
    case 'reissue':
      return faultsOfReissue(program, account, event);
    case 'merge':
      return ['not-transferable'];
    case 'tier':
      return faultsOfGiving(judged, account, event, readInstant(event.at));
    case 'redeem':
      return faultsOfRedeeming(judged, account, event);
    case 'reverse':
      return account.benefitUses.some((use) => use.event === event.redemption) ? [] : faultsOfReversing(account, event);
    case 'event':
      return faultsOfEvent(program, event);
    case 'use':
      return faultsOfUsing(judged, account, event, readInstant(event.at));
    default:
      return [];
  }
}

/** What happens at any event but a purchase, a return and an exchange, which are told apart. */
function happen(program: Program, book: Book, event: Event, changes: StatusChange[]): void {
  switch (event.kind) {
    case 'join':
      join(program, book.account, event, book.atMs, changes);
      tell(book.account, event);
      return;
    case 'profile':
      tell(book.account, event);
      return;
    case 'topUp':
      credit(book, STORED_VALUE, minorOf(program, event.amount));
      return;
    case 'adjust': {
      const amount = adjustment(program, event);
      if (amount > 0n) credit(book, event.wallet, amount);
      else debit(book, event.wallet, -amount, 'takenBack');
      return;
    }
    case 'leave':
      leave(book.account, book.atMs, changes);
      return;
    case 'visit':
      book.account.happened.push({ kind: 'visit', date: localDate(program.zone, book.atMs) });
      return;
    case 'event': {
      const date = localDate(program.zone, book.atMs);
      book.account.happened.push({ kind: 'event', date, name: event.event, facts: toldOf(event) });
      return;
    }
    case 'reverse':
      reverse(book, event);
      return;
    case 'purchase':
    case 'return':
    case 'exchange':
    case 'redeem':
    case 'use':
    case 'reissue':
    case 'merge':
    case 'tier':
    case 'referral':
      return;
  }
}

/** What is left out stays as it was; a birthday of null means that it is not known any more. */
function tell(account: Account, event: Extract<Event, { kind: 'join' | 'profile' }>): void {
  const { profile, store } = event;
  tellFacts(account, event);
  if (profile?.birthday !== undefined) account.birthday = profile.birthday;
  if (profile?.keepsPoints !== undefined) account.keepsPoints = profile.keepsPoints;
  if (store !== undefined) account.store = store;
}

/** Stored value is adjusted in money, every other wallet in whole points. */
function adjustment(program: Program, event: Extract<Event, { kind: 'adjust' }>): bigint {
  return event.wallet === STORED_VALUE ? minorOf(program, event.amount) : floor(decimal(event.amount));
}
