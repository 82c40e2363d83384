import { type AwardNow, awardsNow, noteAward } from './award.ts';
import { keepBirthday } from './birthday.ts';
import type { Moment } from './condition.ts';
import { convert } from './conversion.ts';
import { emptyPurchase } from './empty-purchase.ts';
import type { Happening } from './happening.ts';
import { usedUp, useOf } from './limits.ts';
import { isMember } from './membership.ts';
import { type Gift, isBirthdayOf, type PlannedOccasion } from './occasion.ts';
import type { Plan } from './plan.ts';
import { type Cause, credit, type Sink } from './posting.ts';
import { momentOf } from './purchase.ts';
import type { Basis, Source } from './reason.ts';
import type { AccountRecord } from './state.ts';

/** What rules give that act on something else than a purchase (semantics T7). */

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
  const joined = !wasMember && isMember(record) ? joining : [];
  give(plan, record, [...visited, ...joined, ...celebrated(plan, record, day)], happening, day, sink);
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
): void {
  if (rules.length === 0) return;
  const moment = momentWithout(plan, record, cause, day);
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
    // Messages are for those who want them.
    return gift.kind !== 'message' || gift.wanted === null || gift.wanted(moment) ? [gift] : [];
  });
}
type Given = Exclude<Gift, { kind: 'award' }> | AwardNow;

function giveOne(plan: Plan, record: AccountRecord, given: Given, cause: Cause, sink: Sink | null): void {
  if ('gives' in given) {
    const { gives, source, basis, note } = given;
    if (gives.kind === 'earned') creditGift(plan, record, { ...gives, source, basis }, cause, sink);
    else sink?.outcome({ kind: 'given', by: source, what: gives.what, times: gives.times, basis });
    if (note !== null) noteAward(record, note);
    return;
  }
  const { source } = given;
  if (given.kind === 'handed') sink?.outcome({ kind: 'given', by: source, what: given.what, times: 1, basis: null });
  else if (given.kind === 'earned') creditGift(plan, record, { ...given, basis: null }, cause, sink);
  else sink?.outcome({ kind: 'notify', by: source, message: given.text });
}

interface EarnedGift {
  /** The wallet's place in the account's record. */
  readonly wallet: number;
  readonly amount: number;
  readonly source: Source;
  readonly basis: Basis | null;
}

function creditGift(
  plan: Plan,
  record: AccountRecord,
  { wallet: place, amount, source, basis }: EarnedGift,
  cause: Cause,
  sink: Sink | null,
): void {
  const wallet = record.wallets[place];
  if (wallet === undefined) return;
  // What is given as a period closes is earned after it, and lives on from there.
  const terms = plan.terms[place]?.at(cause.atMs, plan.clock.dayAt(cause.atMs));
  const { rule, version, at } = source;
  credit(record, wallet, amount, cause, sink, { kind: 'given', rule, version, at, basis }, 'issued', terms);
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
