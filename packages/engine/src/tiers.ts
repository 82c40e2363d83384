import { civilOf, showDate } from './calendar.ts';
import type { TierHappening } from './happening.ts';
import { keptOn, type Looked, lapseDay, type PlannedLadder, placeOf, reachedOn, termEnd } from './ladder.ts';
import type { Plan } from './plan.ts';
import type { Sink } from './posting.ts';
import type { Refusal, TierWhy } from './reason.ts';
import { openStanding, type Standing } from './standing.ts';
import type { AccountRecord } from './state.ts';
import { endOf, startOf } from './window.ts';

/** Members move up and down ladders of tiers (semantics L1 to L7). */

/** When something happens: the instant, and its local day. */
export interface Now {
  readonly atMs: number;
  readonly day: number;
}

/**
 * After an event: members stand on every ladder, nobody else on any, and what has been reached is reached at once. The
 * event counts before its review (L1). `counts`: whether the event is one that ladders count.
 */
export function climb(plan: Plan, record: AccountRecord, now: Now, counts: boolean, sink: Sink | null): void {
  const stands = record.status === 'active' || record.status === 'dormant';
  if (!stands && record.standings === null) return;
  for (const planned of plan.ladders) {
    const standing = standingOn(plan, record, planned);
    if (!stands) leaveLadder(planned, record, standing, now, sink);
    else {
      const begins = standing.sinceMs === null;
      if (begins) begin(plan, planned, standing, now, sink);
      if (begins || (counts && planned.ladder.review.up === 'atOnce'))
        rise(plan, planned, { record, standing, day: now.day }, now, sink);
      setDue(plan, planned, standing);
    }
  }
}

/** Staff put a member on a tier: a floor through the end of its last day (L7). */
export function giveTier(
  plan: Plan,
  record: AccountRecord,
  { tier, untilDay, reason, by, atMs }: TierHappening,
  day: number,
  sink: Sink | null,
): Refusal | null {
  if (record.status !== 'active' && record.status !== 'dormant') return { code: 'not-a-member', status: record.status };
  const planned = plan.ladders.find(({ tiers }) => tiers.some(({ name }) => name === tier));
  if (planned === undefined) {
    return { code: 'unknown-tier', tier, known: plan.ladders.flatMap(({ tiers }) => tiers.map(({ name }) => name)) };
  }
  if (untilDay !== null && untilDay < day) {
    return { code: 'bad-event', fault: { path: 'until', code: 'tooSmall' } };
  }
  const standing = standingOn(plan, record, planned);
  const [place, current] = [placeOf(planned, tier), placeOf(planned, standing.tier)];
  standing.given = { tier, untilDay, lifts: place > current };
  const until = untilDay === null ? null : showDate(civilOf(untilDay));
  sink?.outcome({ kind: 'tierGiven', ladder: planned.ladder.name, tier, until, reason, by });
  if (place > current) {
    countAbsenceFrom(standing, day);
    moveTo(plan, planned, standing, place, 'given', { atMs, day }, sink);
    standing.untilDay = null;
  }
  return null;
}

/** A purchase was made: whoever buys is not absent. */
export function notePresence(plan: Plan, record: AccountRecord, day: number): void {
  for (const { place } of plan.ladders) {
    const standing = record.standings?.[place];
    if (standing === undefined) continue;
    standing.presentDay = day;
    standing.lapses = 0;
  }
}

/** By ladder, whether what counts now reaches the member's tier; asked before goods come back. */
export function reachedStill(plan: Plan, record: AccountRecord, day: number): readonly boolean[] {
  return plan.ladders.map((planned) => {
    const standing = record.standings?.[planned.place];
    if (standing === undefined || standing.tier === null) return false;
    return planned.tiers[placeOf(planned, standing.tier)]?.isReached({ record, standing, day }) ?? false;
  });
}

/**
 * After goods came back: a tier that their purchase helped to reach, and that is reached no longer for want of them, is
 * reviewed at once; everything else waits for the next review (L6).
 */
export function reviewReturn(
  plan: Plan,
  record: AccountRecord,
  before: readonly boolean[],
  boughtAtMs: number,
  now: Now,
  sink: Sink | null,
): void {
  const after = reachedStill(plan, record, now.day);
  for (const [i, planned] of plan.ladders.entries()) {
    const standing = record.standings?.[planned.place];
    if (standing?.sinceMs === undefined || standing.sinceMs === null || boughtAtMs > standing.sinceMs) continue;
    if (before[i] !== true || after[i] === true) continue;
    const at = { record, standing, day: now.day };
    fallTo(plan, planned, at, reachedOn(planned, at), 'return', now, sink);
    setDue(plan, planned, standing);
  }
}

/** When something about a member's tiers is due next; infinity: nothing is. */
export function tiersDueMs({ standings }: AccountRecord): number {
  return (standings ?? []).reduce((least, { dueMs }) => Math.min(least, dueMs), Number.POSITIVE_INFINITY);
}

/** What is due about tiers at an instant, the start of a day: what the day before has closed (T6). */
export function tiersFallDue(plan: Plan, record: AccountRecord, atMs: number, sink: Sink | null): void {
  const now = { atMs, day: plan.clock.dayAt(atMs) };
  for (const [place, standing] of (record.standings ?? []).entries()) {
    if (standing.dueMs > atMs) continue;
    const planned = plan.ladders.find((ladder) => ladder.place === place);
    if (planned === undefined) {
      // The version in force has no such ladder: nothing moves on it.
      standing.closingDay = null;
      standing.dueMs = Number.POSITIVE_INFINITY;
      continue;
    }
    // A zone may leave dates out, and then several days are over at one instant.
    while (standing.closingDay !== null && standing.dueMs <= atMs) {
      closeDay(plan, planned, { record, standing, day: standing.closingDay }, now, sink);
      standing.closedDay = standing.closingDay;
      setDue(plan, planned, standing);
    }
  }
}

function closeDay(plan: Plan, planned: PlannedLadder, at: Looked, now: Now, sink: Sink | null): void {
  const { standing, day: closing } = at;
  const { review } = planned.ladder;
  if ((lapseDay(planned, standing) ?? closing + 1) <= closing) lapse(plan, planned, at, now, sink);
  endGiven(plan, planned, at, now, sink);
  const ended = standing.untilDay !== null && standing.untilDay <= closing;
  const reviewed = review.every !== null && endOf(review.every, closing, plan.program) === closing;
  if (!ended && !reviewed) return;
  if (reviewed && review.up === 'atReviews') rise(plan, planned, at, now, sink);
  if (standing.untilDay !== null && standing.untilDay > closing) return;
  reviewDown(plan, planned, at, now, sink);
  // Who keeps a tier beyond its term begins another one.
  if (standing.untilDay !== null && standing.untilDay <= closing)
    standing.untilDay = termEnd(planned, closing + 1, plan.program);
}

/** What staff gave is over: the member falls to what is kept, where nothing else holds the tier (L7). */
function endGiven(plan: Plan, planned: PlannedLadder, at: Looked, now: Now, sink: Sink | null): void {
  const { standing, day: closing } = at;
  const { given } = standing;
  if (given === null || given.untilDay === null || given.untilDay > closing) return;
  standing.given = null;
  const current = placeOf(planned, standing.tier);
  const held = standing.untilDay !== null && standing.untilDay > closing;
  if (!given.lifts || held || current > placeOf(planned, given.tier)) return;
  fallTo(plan, planned, at, keptOn(planned, at, current), 'givenEnded', now, sink);
}

function standingOn({ ladderNames }: Plan, record: AccountRecord, { place }: PlannedLadder): Standing {
  record.standings ??= ladderNames.map(openStanding);
  const standing = record.standings[place];
  if (standing === undefined) throw new RangeError('an account keeps a standing for every ladder');
  return standing;
}

function begin(plan: Plan, planned: PlannedLadder, standing: Standing, now: Now, sink: Sink | null): void {
  standing.sinceMs = now.atMs;
  standing.presentDay = now.day;
  standing.lapses = 0;
  standing.closedDay = now.day - 1;
  // Everybody's tier is a step too, where steps are rationed.
  if (planned.start >= 0) standing.roseDay = now.day;
  if (planned.start >= 0) moveTo(plan, planned, standing, planned.start, 'started', now, sink);
}

function leaveLadder(
  planned: PlannedLadder,
  record: AccountRecord,
  standing: Standing,
  now: Now,
  sink: Sink | null,
): void {
  if (standing.sinceMs === null || record.standings === null) return;
  if (standing.tier !== null) tell(planned, standing.tier, null, 'left', now, sink);
  record.standings[planned.place] = openStanding(planned.ladder.name);
}

/** Up to what is reached: all the way, or one step in each period (L1). */
function rise(plan: Plan, planned: PlannedLadder, at: Looked, now: Now, sink: Sink | null): void {
  const { standing, day } = at;
  const { oneUpPer } = planned.ladder.review;
  const current = placeOf(planned, standing.tier);
  const reached = reachedOn(planned, at);
  if (reached <= current) return;
  if (oneUpPer === null) {
    ascend(plan, planned, at, reached, now, sink);
    return;
  }
  const isSpent =
    standing.roseDay !== null &&
    startOf(oneUpPer, standing.roseDay, plan.program) === startOf(oneUpPer, day, plan.program);
  if (!isSpent) ascend(plan, planned, at, current + 1, now, sink);
}

function ascend(plan: Plan, planned: PlannedLadder, at: Looked, to: number, now: Now, sink: Sink | null): void {
  const { standing, day } = at;
  standing.roseDay = day;
  countAbsenceFrom(standing, day);
  moveTo(plan, planned, standing, to, 'reached', now, sink);
  const from = planned.tiers[to]?.from ?? null;
  if (planned.ladder.usesUp && from !== null) planned.shift(standing, day, -from);
}

/** A step up begins the count of absence anew. */
function countAbsenceFrom(standing: Standing, day: number): void {
  if (standing.presentDay >= day) return;
  standing.presentDay = day;
  standing.lapses = 0;
}

/** Down to what is still kept, one step at most where the file says so (L5). */
function reviewDown(plan: Plan, planned: PlannedLadder, at: Looked, now: Now, sink: Sink | null): void {
  const current = placeOf(planned, at.standing.tier);
  const kept = keptOn(planned, at, current);
  fallTo(plan, planned, at, planned.ladder.review.oneDown ? Math.max(kept, current - 1) : kept, 'review', now, sink);
}

/** Never below everybody's tier, nor below one that staff gave. */
function fallTo(
  plan: Plan,
  planned: PlannedLadder,
  { standing }: Looked,
  to: number,
  why: TierWhy,
  now: Now,
  sink: Sink | null,
): void {
  const { given } = standing;
  const floor = given === null ? -1 : placeOf(planned, given.tier);
  if (given !== null && to < floor) standing.given = { ...given, lifts: true };
  const landing = Math.max(to, planned.start, floor);
  if (landing < placeOf(planned, standing.tier)) moveTo(plan, planned, standing, landing, why, now, sink);
}

/** A stretch without a purchase is over (L4). */
function lapse(plan: Plan, planned: PlannedLadder, at: Looked, now: Now, sink: Sink | null): void {
  const { standing, day } = at;
  const { lapse: terms } = planned.ladder;
  const current = placeOf(planned, standing.tier);
  if (terms === null || current <= planned.floor) return;
  standing.lapses += 1;
  const to = terms.to === 'down' ? current - 1 : Math.min(current, placeOf(planned, terms.to.tier));
  fallTo(plan, planned, at, Math.max(to, Math.min(planned.floor, current)), 'lapse', now, sink);
  const landed = placeOf(planned, standing.tier);
  if (landed === current || terms.climbing === 'untouched') return;
  const target = terms.climbing === 'anew' ? 0 : (planned.tiers[landed]?.from ?? 0);
  planned.shift(standing, day, target - planned.counted(at));
}

function moveTo(
  plan: Plan,
  planned: PlannedLadder,
  standing: Standing,
  to: number,
  why: TierWhy,
  now: Now,
  sink: Sink | null,
): void {
  const name = planned.tiers[to]?.name ?? null;
  tell(planned, standing.tier, name, why, now, sink);
  standing.tier = name;
  standing.sinceMs = now.atMs;
  standing.untilDay = name === null ? null : termEnd(planned, now.day, plan.program);
}

function tell(
  planned: PlannedLadder,
  from: string | null,
  to: string | null,
  why: TierWhy,
  now: Now,
  sink: Sink | null,
): void {
  const { rule: ladder, version, at } = planned.source;
  sink?.outcome({ kind: 'tier', ladder, from, to, why, atMs: now.atMs, version, at });
}

/** Finds the next day that closes something. */
function setDue(plan: Plan, planned: PlannedLadder, standing: Standing): void {
  const day = standing.closedDay + 1;
  const { review } = planned.ladder;
  const current = placeOf(planned, standing.tier);
  const lapses = current > planned.floor ? lapseDay(planned, standing) : null;
  const closings = [
    review.every === null ? null : endOf(review.every, day, plan.program),
    standing.untilDay,
    standing.given?.untilDay ?? null,
    lapses,
  ].filter((closing) => closing !== null);
  const next = Math.min(...closings.map((closing) => Math.max(closing, day)));
  standing.closingDay = Number.isFinite(next) ? next : null;
  standing.dueMs = Number.isFinite(next) ? plan.clock.endOfDay(next) : next;
}
