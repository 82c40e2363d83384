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
  const acting = rules.filter((rule) => acts(plan, rule, moment)).sort((a, b) => a.place - b.place);
  for (const { rule, gives } of acting) {
    for (const gift of gives) {
      if (gift.kind === 'handed') sink?.outcome({ kind: 'given', by: gift.source, what: gift.what, times: 1 });
      else if (gift.kind === 'earned') creditGift(plan, record, gift, cause, sink);
      else if (isFor(gift, moment)) sink?.outcome({ kind: 'notify', by: gift.source, message: gift.text });
    }
    useOf(plan, rule, moment, sink);
  }
  if (acting.length > 0) convert(plan, record, cause, sink);
}

function creditGift(
  plan: Plan,
  record: AccountRecord,
  { wallet: place, amount, source }: Extract<Gift, { kind: 'earned' }>,
  cause: Cause,
  sink: Sink | null,
): void {
  const wallet = record.wallets[place];
  if (wallet === undefined) return;
  // What is given as a period closes is earned after it, and lives on from there.
  const terms = plan.terms[place]?.at(cause.atMs, plan.clock.dayAt(cause.atMs));
  const { rule, version, at } = source;
  credit(record, wallet, amount, cause, sink, { kind: 'given', rule, version, at }, 'issued', terms);
}

/** Messages are for those who want them. */
function isFor(gift: Gift, moment: Moment): boolean {
  return gift.kind !== 'message' || gift.wanted === null || gift.wanted(moment);
}

/** Whether a rule acts: its limits leave room, its conditions hold, and it gives something. */
function acts(plan: Plan, { rule, when, gives }: PlannedOccasion, moment: Moment): boolean {
  if (!gives.some((gift) => isFor(gift, moment)) || usedUp(plan, rule, moment) !== null) return false;
  return when === null || when({ ...moment, granted: [rule.name] });
}

/** A moment at which nothing is bought. */
export function momentWithout(plan: Plan, record: AccountRecord, { atMs }: Pick<Cause, 'atMs'>, day: number): Moment {
  const nothing = { ...emptyPurchase(), id: CELEBRATED, account: record.account, atMs };
  return momentOf(plan, record, nothing, day);
}
