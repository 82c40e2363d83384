import { dayAfter } from './calendar.ts';
import type { Moment } from './condition.ts';
import { momentWithout } from './giving.ts';
import { handOutOf, muchOf } from './handing.ts';
import type { ReferralHappening } from './happening.ts';
import { free, usedUp, useOf } from './limits.ts';
import type { PlannedReferral } from './occasion.ts';
import type { Plan } from './plan.ts';
import { type Cause, credit, debit, type Sink, takeBackFrom } from './posting.ts';
import type { Reason } from './reason.ts';
import type { UsedLimit } from './receipts.ts';
import type { AccountRecord } from './state.ts';

/** The referrer's account is told what somebody bought whom the member introduced, and its own rules act (semantics P3). */

/** A purchase of an introduced member for which rules gave something, as long as it can come back. */
export interface Referral {
  readonly member: string;
  readonly purchase: string;
  /** The last local day on which something can be told of it. */
  readonly lastDay: number;
  readonly version: string;
  readonly gave: readonly GaveFor[];
  /** What of limits it used. */
  readonly used: readonly UsedLimit[];
}
/** What a rule gave for it, effect by effect. */
interface GaveFor {
  readonly rule: string;
  readonly points: readonly number[];
}

/** The referrer's account is told: of a purchase, or that one has changed. */
export function applyReferral(
  plan: Plan,
  plans: readonly Plan[],
  record: AccountRecord,
  happening: ReferralHappening,
  day: number,
  sink: Sink | null,
): null {
  const isIt = ({ member, purchase }: Referral) => member === happening.member && purchase === happening.purchase;
  const known = record.referrals.find(isIt);
  if (known === undefined) {
    if (record.status !== 'active' || happening.what !== 'bought') return null;
    const gave = giveFor(plan, record, happening, day, sink);
    if (gave !== null) record.referrals = [...record.referrals, gave];
    return null;
  }
  const then = plans.find(({ program }) => program.version === known.version);
  if (then === undefined) return null;
  const gave = change(then, plan, record, known, happening, sink);
  if (happening.what === 'returned') {
    const rules = known.gave.map(({ rule }) => rule);
    free(record, known.used, rules, [], day, sink);
    record.referrals = record.referrals.filter((each) => !isIt(each));
  } else record.referrals = record.referrals.map((each) => (isIt(each) ? { ...each, gave } : each));
  return null;
}

/** Whether a rule is about a purchase that is the member's first one, or any other. */
export function isAbout({ first }: { readonly first: boolean }, happening: ReferralHappening): boolean {
  return happening.first || !first;
}

/** Conditions look at the day of the purchase; limits count when something is given. */
export function momentOfReferral(plan: Plan, record: AccountRecord, happening: ReferralHappening): Moment {
  const { boughtMs, paid } = happening;
  return { ...momentWithout(plan, record, { atMs: boughtMs }, plan.clock.dayAt(boughtMs)), paidTotal: paid };
}

/** All rules look first, and those that act then give, in the file's order (T6). */
function giveFor(
  plan: Plan,
  record: AccountRecord,
  happening: ReferralHappening,
  day: number,
  sink: Sink | null,
): Referral | null {
  const moment = momentOfReferral(plan, record, happening);
  const today = momentWithout(plan, record, happening, day);
  const acting = plan.occasions.referrals.filter((planned) => {
    const { rule, when, awards, handings } = planned;
    const granted = { ...moment, granted: [rule.name] };
    if (!isAbout(planned, happening) || usedUp(plan, rule, today) !== null) return false;
    const gives = awards.some(({ pointsFor }) => pointsFor(happening.paid) !== 0);
    if (!gives && handings.every((handing) => muchOf(handing, granted) === 0)) return false;
    return when === null || when(granted);
  });
  if (acting.length === 0) return null;
  const gave = acting.map((planned) => {
    const rule = planned.rule.name;
    handOutOf(plan, planned.handings, { ...moment, granted: [rule] }, happening, sink);
    return { rule, points: giveAll(plan, record, planned, happening, sink) };
  });
  const used = acting.flatMap(({ rule }) => useOf(plan, rule, today, sink));
  const { member, purchase, boughtMs } = happening;
  // What comes back on the last day is told at the midnight after it.
  const lastDay = dayAfter(plan.clock.dayAt(boughtMs), plan.program.returns.within) + 1;
  return { member, purchase, lastDay, version: plan.program.version, gave, used };
}

function giveAll(
  plan: Plan,
  record: AccountRecord,
  { awards }: PlannedReferral,
  happening: ReferralHappening,
  sink: Sink | null,
): readonly number[] {
  return awards.map(({ wallet: place, source, pointsFor }) => {
    const points = pointsFor(happening.paid);
    if (points === 0) return 0;
    const { rule, version, at } = source;
    post(plan, record, place, points, happening, sink, { kind: 'given', rule, version, at, basis: null });
    return points;
  });
}

/** What stands of the purchase now gives less, or (after an exchange for something dearer) more. */
function change(
  then: Plan,
  now: Plan,
  record: AccountRecord,
  { gave }: Referral,
  happening: ReferralHappening,
  sink: Sink | null,
): readonly GaveFor[] {
  const { member, purchase, paid, what } = happening;
  const reason: Reason = { kind: 'referralChanged', member, purchase };
  return gave.map(({ rule, points }) => {
    const awards = then.occasions.referrals.find((planned) => planned.rule.name === rule)?.awards ?? [];
    const after = points.map((held, i) => {
      const earned = what === 'returned' ? 0 : (awards[i]?.pointsFor(paid) ?? 0);
      return now.returns.takeBack === 'nothing' ? Math.max(held, earned) : earned;
    });
    for (const [i, held] of points.entries()) {
      const award = awards[i];
      if (award === undefined) continue;
      const more = (after[i] ?? 0) - held;
      if (more > 0) post(now, record, award.wallet, more, happening, sink, reason);
      else takeBack(now, record, award.wallet, -more, happening, sink, reason);
    }
    return { rule, points: after };
  });
}

function post(
  plan: Plan,
  record: AccountRecord,
  place: number,
  points: number,
  cause: Cause,
  sink: Sink | null,
  reason: Reason,
): void {
  const wallet = record.wallets[place];
  if (wallet === undefined || points === 0) return;
  const terms = plan.terms[place]?.at(cause.atMs, plan.clock.dayAt(cause.atMs));
  credit(record, wallet, points, cause, sink, reason, 'issued', terms);
}

/** What is not there any more is owed, or forgiven where the file forgives: there is no refund here to deduct it from. */
function takeBack(
  { returns }: Plan,
  record: AccountRecord,
  place: number,
  points: number,
  cause: Cause,
  sink: Sink | null,
  reason: Reason,
): void {
  const wallet = record.wallets[place];
  if (wallet === undefined || points === 0) return;
  const there = Math.min(points, wallet.totals.available);
  if (there > 0) debit(record, wallet, 'takenBack', there, cause, sink, reason);
  const account = returns.shortage.kind === 'forgive' ? 'forgiven' : 'owed';
  if (points > there) takeBackFrom(record, wallet, account, points - there, cause, sink, reason);
}

/** What can change no more is forgotten. */
export function dropReferrals(record: AccountRecord, day: number): void {
  if (record.referrals.some(({ lastDay }) => lastDay < day)) {
    record.referrals = record.referrals.filter(({ lastDay }) => lastDay >= day);
  }
}
