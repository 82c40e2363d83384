import { type AwardNow, awardsNow, noteAward } from './award.ts';
import { keepBirthday } from './birthday.ts';
import type { Moment } from './condition.ts';
import { convert } from './conversion.ts';
import { giveCoupons } from './coupon-wallet.ts';
import { FACT_DIGITS, thousandthsOf, toldBy } from './declared-event.ts';
import { emptyPurchase } from './empty-purchase.ts';
import type { Happening } from './happening.ts';
import { usedUp, useOf } from './limits.ts';
import type { ToldFacts } from './member-fact.ts';
import { isMember } from './membership.ts';
import { roundedSumBig, timesRatio } from './number.ts';
import { type Gift, isBirthdayOf, type PlannedOccasion } from './occasion.ts';
import type { Plan } from './plan.ts';
import { type Cause, credit, type Sink } from './posting.ts';
import { momentOf } from './purchase.ts';
import type { Basis, Handed, Reason, Source } from './reason.ts';
import type { AccountRecord } from './state.ts';

/** What rules give that act on something else than a purchase (semantics T7). */

type PerFact = Extract<Gift, { kind: 'perFact' }>;

/** Lets the rules act that an event calls up: a visit, joining, and a birthday that the event makes count (T3). */
export function react(
  plan: Plan,
  record: AccountRecord,
  happening: Happening,
  wasMember: boolean,
  day: number,
  sink: Sink | null,
): void {
  const { visits, joining } = plan.occasions;
  const visited = happening.kind === 'visit' && record.status === 'active' ? visits : [];
  const told = happening.kind === 'event' ? happening.facts : NOTHING_TOLD;
  const declared =
    happening.kind === 'event' && record.status === 'active' ? plan.occasions.events.get(happening.event) : [];
  const joined = !wasMember && isMember(record) ? joining : [];
  const called = [...visited, ...joined, ...(declared ?? []), ...celebrated(plan, record, day)];
  give(plan, record, called, happening, day, sink, told);
}

/** The rules on the member's birthday, once in its year however it is edited; joining on the birthday counts (T3). */
export function celebrated(plan: Plan, record: AccountRecord, day: number): readonly PlannedOccasion[] {
  const { birthday } = plan.occasions;
  const { year } = plan.today(day).date;
  if (birthday.length === 0 || record.status !== 'active' || record.celebratedYear === year) return [];
  if (record.birthday === null || !isBirthdayOf(record, day, plan.program)) return [];
  keepBirthday(record, year, CELEBRATED);
  record.celebratedYear = year;
  return birthday;
}

const NOTHING_TOLD: ToldFacts = [];

/** What keeps a birthday standing that no purchase made stand, and no return frees. */
const CELEBRATED = '';

/** Rules of one step read the same facts, and then give, in the file's order (T6). */
export function give(
  plan: Plan,
  record: AccountRecord,
  rules: readonly PlannedOccasion[],
  cause: Cause,
  day: number,
  sink: Sink | null,
  told: ToldFacts = NOTHING_TOLD,
): void {
  if (rules.length === 0) return;
  const moment = { ...momentWithout(plan, record, cause, day), told };
  const acting = rules
    .map((rule) => ({ rule, given: givenNow(rule, moment, day) }))
    .filter(({ rule, given }) => given.length > 0 && acts(plan, rule, moment))
    .sort((a, b) => a.rule.place - b.rule.place);
  for (const { rule, given } of acting) {
    for (const each of given) giveOne(plan, record, each, cause, sink);
    useOf(plan, rule.rule, moment, sink);
  }
  if (acting.length > 0) convert(plan, record, cause, sink);
}

/** What a rule gives to this account at a moment. */
function givenNow({ gives }: PlannedOccasion, moment: Moment, day: number): readonly Given[] {
  return gives.flatMap((gift): readonly Given[] => {
    if (gift.kind === 'award') return awardsNow(gift.award, moment.record, day);
    if (gift.kind === 'perFact') {
      const amount = pointsFor(gift, moment.told);
      const reason = perFactReason(gift, moment.told);
      return amount > 0 ? [{ kind: 'nowPerFact', wallet: gift.wallet, amount, source: gift.source, reason }] : [];
    }
    // Messages are for those who want them.
    return gift.kind !== 'message' || gift.wanted === null || gift.wanted(moment) ? [gift] : [];
  });
}
type Given = Exclude<Gift, { kind: 'award' | 'perFact' }> | AwardNow | PerFactNow;

/** What a fact of the event at hand comes to, rounded as the wallet rounds. */
interface PerFactNow extends EarnedGift {
  readonly kind: 'nowPerFact';
  readonly source: PerFact['source'];
  readonly reason: Reason;
}

function pointsFor({ fact, each, rounding }: PerFact, told: ToldFacts): number {
  const { num, den } = timesRatio(each, { num: BigInt(thousandthsOf(told, fact)), den: 10n ** BigInt(FACT_DIGITS) });
  return roundedSumBig({ parts: [num], whole: den }, rounding);
}

function perFactReason({ source, eachText, fact }: PerFact, told: ToldFacts): Reason {
  const { rule, version, at } = source;
  return { kind: 'givenPerFact', rule, version, at, each: eachText, fact, many: String(toldBy(told, fact)) };
}

function giveOne(plan: Plan, record: AccountRecord, given: Given, cause: Cause, sink: Sink | null): void {
  if ('gives' in given) {
    const { gives, source, basis, note } = given;
    const { rule, version, at } = source;
    if (gives.kind === 'earned') {
      creditGift(plan, record, gives, { kind: 'given', rule, version, at, basis }, cause, sink);
    } else handGift(plan, record, { ...gives, source, basis }, cause, sink);
    if (note !== null) noteAward(record, note);
    return;
  }
  const { source } = given;
  if (given.kind === 'handed') handGift(plan, record, { ...given, times: 1, basis: null }, cause, sink);
  else if (given.kind === 'nowPerFact') creditGift(plan, record, given, given.reason, cause, sink);
  else if (given.kind === 'earned') {
    const { rule, version, at } = source;
    creditGift(plan, record, given, { kind: 'given', rule, version, at, basis: null }, cause, sink);
  } else sink?.outcome({ kind: 'notify', by: source, message: given.text });
}

interface HandedGift {
  readonly what: Handed;
  readonly times: number;
  readonly source: Source;
  readonly basis: Basis | null;
}

function handGift(
  plan: Plan,
  record: AccountRecord,
  { what, times, source, basis }: HandedGift,
  cause: Cause,
  sink: Sink | null,
): void {
  sink?.outcome({ kind: 'given', by: source, what, times, basis });
  if (what.kind !== 'coupon') return;
  const { rule, version, at } = source;
  giveCoupons(plan, record, what.name, times, cause, sink, { kind: 'given', rule, version, at, basis });
}

interface EarnedGift {
  /** The wallet's place in the account's record. */
  readonly wallet: number;
  readonly amount: number;
}

function creditGift(
  plan: Plan,
  record: AccountRecord,
  { wallet: place, amount }: EarnedGift,
  reason: Reason,
  cause: Cause,
  sink: Sink | null,
): void {
  const wallet = record.wallets[place];
  if (wallet === undefined) return;
  // What is given as a period closes is earned after it, and lives on from there.
  const terms = plan.terms[place]?.at(cause.atMs, plan.clock.dayAt(cause.atMs));
  credit(record, wallet, amount, cause, sink, reason, 'issued', terms);
}

/** Whether a rule acts that gives something: its limits leave room, its conditions hold. */
function acts(plan: Plan, { rule, when }: PlannedOccasion, moment: Moment): boolean {
  if (usedUp(plan, rule, moment) !== null) return false;
  return when === null || when({ ...moment, granted: [rule.name] });
}

/** A moment at which nothing is bought. */
export function momentWithout(plan: Plan, record: AccountRecord, { atMs }: Pick<Cause, 'atMs'>, day: number): Moment {
  const nothing = { ...emptyPurchase(), id: CELEBRATED, account: record.account, atMs };
  return momentOf(plan, record, nothing, day);
}
