import type { Event, Program } from '@laurel/engine';
import type { Account, Referral } from './account.ts';
import { walletOf } from './account.ts';
import { type CivilDate, comparedDates, nextDate, plusDuration } from './civil-date.ts';
import { acts, type Circumstances } from './conditions.ts';
import { handOut } from './coupons.ts';
import { decimal, dividedBy, floor, minorUnits, rounded, times, whole, ZERO } from './fraction.ts';
import { handedFor } from './handing.ts';
import { amountOf, type Judged } from './judged.ts';
import { availableIn, type Book, debit, earn, takeBackFrom } from './ledger.ts';
import { freeUses, rulesWithRoom, type Standing, usesOf } from './limits.ts';
import { endOfDate, localDate, localMinute, readInstant } from './local-time.ts';
import { keepBirthday } from './occasions.ts';
import { pastOf } from './past.ts';
import { lesser } from './taking-back.ts';

type Rule = Program['rules'][number];
type ReferralEvent = Extract<Event, { kind: 'referral' }>;

/** What an account tells its referrer's, with its instant in milliseconds and money in minor units. */
export interface Told {
  readonly id: string;
  readonly account: string;
  readonly atMs: number;
  readonly member: string;
  readonly purchase: string;
  readonly boughtMs: number;
  readonly what: ReferralEvent['what'];
  readonly first: boolean;
  readonly paid: number;
}

function referralRules({ rules }: Program): Rule[] {
  return rules.filter(({ trigger }) => trigger.kind === 'referral');
}

/** After a purchase for which rules acted, or after something of one came back: the referrer is told at the next midnight (P3). */
export function tellReferrer(program: Program, account: Account, event: Event): Told[] {
  const { referrer, name } = account;
  if (event.kind !== 'purchase' && event.kind !== 'return' && event.kind !== 'exchange') return [];
  if (referrer === null || referrer === name || referralRules(program).length === 0) return [];
  const purchase = event.kind === 'purchase' ? event.id : event.purchase;
  const receipt = account.receipts.find((each) => each.purchase === purchase);
  const counted = account.happened.find((each) => each.kind === 'purchase' && each.id === purchase);
  if (receipt?.acted !== true || counted?.kind !== 'purchase') return [];
  if (event.kind === 'purchase') account.firstReferred ??= purchase;
  const first = account.firstReferred === purchase;
  const isGone = event.kind !== 'purchase' && counted.cameBackWhole;
  if (first && isGone) account.firstReferred = null;
  const told = {
    id: `${name} ${event.id}`,
    account: referrer,
    atMs: endOfDate(program.zone, localDate(program.zone, readInstant(event.at))),
    member: name,
    purchase,
    boughtMs: readInstant(receipt.original.at),
    what: event.kind === 'purchase' ? ('bought' as const) : isGone ? ('returned' as const) : ('changed' as const),
    first,
    paid: Number(counted.spent.reduce((sum, amount) => sum + amount, 0n)),
  };
  return [told];
}

/** What rules give for what an introduced member paid, effect by effect. */
function awards(judged: Judged, { effects }: Rule, paid: bigint): { wallet: string; points: bigint }[] {
  const { program } = judged;
  return effects.flatMap((effect) => {
    if (effect.kind === 'earnFixed') {
      return [{ wallet: effect.wallet, points: floor(amountOf(judged, effect.points)) }];
    }
    if (effect.kind !== 'earnRate') return [];
    const per = minorUnits(amountOf(judged, effect.per), program.currency.minorDigits);
    const many = dividedBy(whole(paid), per);
    const steps = effect.full ? whole(floor(many)) : many;
    const rounding = program.wallets.find(({ name }) => name === effect.wallet)?.rounding ?? 'down';
    return [{ wallet: effect.wallet, points: rounded(times(amountOf(judged, effect.points), steps), rounding) }];
  });
}

/** The referrer's account is told. */
export function hear(judged: Judged, book: Book, event: ReferralEvent): void {
  const { account } = book;
  const { program } = judged;
  const paid = floor(minorUnits(decimal(event.paid), program.currency.minorDigits));
  const known = account.referrals.find(
    ({ member, purchase }) => member === event.member && purchase === event.purchase,
  );
  if (known === undefined) {
    if (account.status === 'active' && event.what === 'bought') welcome(judged, book, event, paid);
    return;
  }
  for (const gave of known.gave) {
    const rule = program.rules.find(({ name }) => name === gave.rule);
    const now = rule === undefined ? [] : awards(judged, rule, paid);
    for (const [i, was] of gave.points.entries()) {
      const award = now[i];
      if (award === undefined) continue;
      const due = event.what === 'returned' ? 0n : award.points;
      const held = program.returns.takeBack === 'nothing' && due < was ? was : due;
      gave.points[i] = held;
      if (held > was) earn(program, book, award.wallet, held - was, {});
      else takeBack(judged, book, award.wallet, was - held);
    }
  }
  if (event.what !== 'returned') return;
  const rules = known.gave.map(({ rule }) => rule);
  freeUses(account, known.used, rules, [], localDate(program.zone, book.atMs));
  account.referrals = account.referrals.filter((each) => each !== known);
}

/** What is not there any more is owed, or forgiven: there is no refund to take it from. */
function takeBack({ program }: Judged, book: Book, wallet: string, amount: bigint): void {
  const there = lesser(amount, availableIn(walletOf(book.account, wallet)));
  debit(book, wallet, there, 'takenBack');
  const account = program.returns.shortage.kind === 'forgive' ? 'forgiven' : 'owed';
  takeBackFrom(book, wallet, account, amount - there, null);
}

/** Conditions look at the day of the purchase, limits at today; all look first, and then those that act give (T6). */
function welcome(judged: Judged, book: Book, event: ReferralEvent, paid: bigint): void {
  const { program } = judged;
  const { account, atMs } = book;
  const boughtMs = readInstant(event.bought);
  const bought = localDate(program.zone, boughtMs);
  const today = localDate(program.zone, atMs);
  const standing = { date: today, birthday: birthdayIn(account, today.year) };
  const then: Circumstances = {
    date: bought,
    minute: localMinute(program.zone, boughtMs),
    lines: [],
    birthday: birthdayIn(account, bought.year),
    listPrice: ZERO,
    paid: whole(paid),
    asks: [],
    granted: rulesWithRoom(program, account, standing),
    spent: [],
    past: pastOf(program, account),
  };
  const acting = referralRules(program).filter((rule) => {
    const isIts = rule.trigger.kind === 'referral' && (event.first || !rule.trigger.first);
    const earns = awards(judged, rule, paid).some(({ points }) => points > 0n);
    return isIts && (earns || handedFor(judged, rule, paid).length > 0) && acts(judged, rule, then);
  });
  if (acting.length === 0) return;
  const gave = acting.map((rule) => {
    handOut(judged, book, handedFor(judged, rule, paid), true);
    return { rule: rule.name, points: giveAll(judged, book, rule, paid) };
  });
  account.referrals.push({
    member: event.member,
    purchase: event.purchase,
    lastDate: nextDate(plusDuration(bought, program.returns.within)),
    gave,
    used: count(program, account, acting, standing),
  });
}

function giveAll(judged: Judged, book: Book, rule: Rule, paid: bigint): bigint[] {
  return awards(judged, rule, paid).map(({ wallet, points }) => {
    earn(judged.program, book, wallet, points, { rule: rule.name });
    return points;
  });
}

function count(program: Program, account: Account, rules: readonly Rule[], standing: Standing): Referral['used'] {
  return rules.flatMap(({ name, limits }) => {
    const used = usesOf(program, account, [name], standing);
    account.uses.push(...used);
    if (limits.some(({ per }) => per === 'birthday')) keepBirthday(account, standing.date.year);
    return used;
  });
}

function birthdayIn({ birthday, birthdayThatActed }: Account, year: number): string | null {
  return birthdayThatActed?.year === year ? birthdayThatActed.birthday : birthday;
}

/** What can change no more is forgotten. */
export function forgetReferrals(account: Account, today: CivilDate): void {
  account.referrals = account.referrals.filter(({ lastDate }) => comparedDates(today, lastDate) <= 0);
}
