import type { Event, Program } from '@laurel/engine';
import type { Account } from './account.ts';
import { type CivilDate, comparedDates, plusDuration, previousDate, readDate } from './civil-date.ts';
import { pastHolds } from './conditions.ts';
import { compared, minorUnits, times, whole } from './fraction.ts';
import { amountOf, type Judged } from './judged.ts';
import { endOfDate, localDate } from './local-time.ts';
import { metricOf, type Past, partsOfOne, pastOf } from './past.ts';
import { endOfPeriod, isInSamePeriod, isWithin } from './windows.ts';

type Ladder = Program['ladders'][number];
type Tier = Ladder['tiers'][number];
type TierEvent = Extract<Event, { kind: 'tier' }>;
type Amount = NonNullable<Tier['from']>;
type Condition = NonNullable<Tier['when']>;

/** Where a member stands on a ladder. */
export interface Standing {
  readonly ladder: string;
  tier: string | null;
  sinceMs: number;
  /** The last date on which the tier holds whatever is counted. */
  until: CivilDate | null;
  /** The date of the last step up; null: there was none. */
  rose: CivilDate | null;
  /** The date from which absence is counted, and how often it has taken a tier since. */
  present: CivilDate;
  lapses: number;
  /** What staff gave, and whether it alone holds the member there. */
  given: { readonly tier: string; readonly until: CivilDate | null; readonly lifts: boolean } | null;
  /** What was taken off the count or put onto it. */
  readonly shifts: { readonly date: CivilDate; readonly amount: bigint }[];
  /** The last date that has been closed. */
  closed: CivilDate;
}

/** A move on a ladder, as it is told. */
export interface TierMove {
  readonly ladder: string;
  readonly from: string | null;
  readonly to: string | null;
  readonly why: string;
  readonly atMs: number;
}

/** One look at a ladder: everything that its tests ask for. */
interface Look {
  readonly judged: Judged;
  readonly account: Account;
  readonly ladder: Ladder;
  readonly standing: Standing;
  /** The date whose windows are looked at. */
  readonly date: CivilDate;
  readonly atMs: number;
}

/**
 * After an event, or after a membership took effect: members stand on every ladder, nobody else on any; what is reached is
 * reached at once where the event is one that ladders count, and where a member begins.
 */
export function moveOnLadders(judged: Judged, account: Account, atMs: number, counts: boolean): void {
  const date = localDate(judged.program.zone, atMs);
  if (account.status !== 'active' && account.status !== 'dormant') {
    for (const { ladder, tier } of account.standings) {
      if (tier !== null) account.moves.push({ ladder, from: tier, to: null, why: 'left', atMs });
    }
    account.standings = [];
    return;
  }
  for (const ladder of judged.program.ladders) {
    const known = account.standings.find((each) => each.ladder === ladder.name);
    const standing = known ?? begun(ladder, date, atMs);
    if (known === undefined) account.standings.push(standing);
    const look: Look = { judged, account, ladder, standing, date, atMs };
    if (known === undefined && startOf(ladder) >= 0) move(look, startOf(ladder), 'started');
    if (known === undefined || (counts && ladder.review.up === 'atOnce')) stepUp(look);
  }
}

function begun(ladder: Ladder, date: CivilDate, atMs: number): Standing {
  const rose = startOf(ladder) >= 0 ? date : null;
  const start = { tier: null, sinceMs: atMs, until: null, rose, present: date, lapses: 0, given: null, shifts: [] };
  return { ladder: ladder.name, ...start, closed: previousDate(date) };
}

export function faultsOfGiving({ program }: Judged, account: Account, event: TierEvent, atMs: number): string[] {
  const faults: string[] = [];
  if (account.status !== 'active' && account.status !== 'dormant') faults.push('not-a-member');
  if (!program.ladders.some(({ tiers }) => tiers.some(({ name }) => name === event.tier))) faults.push('unknown-tier');
  const today = localDate(program.zone, atMs);
  if (event.until !== undefined && comparedDates(readDate(event.until), today) < 0) faults.push('bad-event');
  return faults;
}

/** Staff put a member on a tier, below which nothing takes them through its last date (L7). */
export function giveTier(judged: Judged, account: Account, event: TierEvent, atMs: number): void {
  const ladder = judged.program.ladders.find(({ tiers }) => tiers.some(({ name }) => name === event.tier));
  const standing = account.standings.find((each) => each.ladder === ladder?.name);
  if (ladder === undefined || standing === undefined) throw new RangeError(`no tier ${event.tier} to give`);
  const higher = placeOf(ladder, event.tier) > placeOf(ladder, standing.tier);
  const until = event.until === undefined ? null : readDate(event.until);
  standing.given = { tier: event.tier, until, lifts: higher };
  if (!higher) return;
  const date = localDate(judged.program.zone, atMs);
  countAbsenceFrom(standing, date);
  move({ judged, account, ladder, standing, date, atMs }, placeOf(ladder, event.tier), 'given');
  standing.until = null;
}

/** Whoever buys is not absent. */
export function notePresence(account: Account, date: CivilDate): void {
  for (const standing of account.standings) {
    standing.present = date;
    standing.lapses = 0;
  }
}

/** When a ladder next has something to close: the end of that date. */
export function nextTierDue({ program }: Judged, account: Account): number | null {
  const all = account.standings.flatMap((standing) => {
    const ladder = ladderOf(program, standing);
    return closingsOf(program, ladder, standing).map((date) => endOfDate(program.zone, date));
  });
  return all.length === 0 ? null : Math.min(...all);
}

/** The dates after which a ladder is looked at: the end of a review's period, of a tier's term, of an absence. */
function closingsOf(program: Program, ladder: Ladder, standing: Standing): CivilDate[] {
  const { every } = ladder.review;
  const next = plusDuration(standing.closed, { count: 1, unit: 'day' });
  const reviewed = every === null ? [] : [endOfPeriod(program, every, next)];
  const term = standing.until === null ? [] : [standing.until];
  const given = standing.given?.until ?? null;
  const absence = placeOf(ladder, standing.tier) > floorOf(ladder) ? lapseDates(ladder, standing) : [];
  const late = (date: CivilDate) => comparedDates(date, next) < 0;
  return [...reviewed, ...term, ...absence, ...(given === null ? [] : [given])].map((date) =>
    late(date) ? next : date,
  );
}

function lapseDates({ lapse }: Ladder, { present, lapses }: Standing): CivilDate[] {
  if (lapse === null) return [];
  const { after } = lapse;
  if (after !== 'calendarMonth') return [plusDuration(present, { ...after, count: after.count * (lapses + 1) })];
  return [previousDate(plusDuration({ ...present, day: 1 }, { count: lapses + 2, unit: 'month' }))];
}

/** The dates that are over at an instant close, one by one; a zone may leave a date out. */
export function closeDates(judged: Judged, account: Account, atMs: number): void {
  const { program } = judged;
  const today = localDate(program.zone, atMs);
  for (const standing of account.standings) {
    const ladder = ladderOf(program, standing);
    for (let date = dayAfter(standing.closed); comparedDates(date, today) < 0; date = dayAfter(date)) {
      const isDue = closingsOf(program, ladder, standing).some((closing) => comparedDates(closing, date) === 0);
      if (isDue) close({ judged, account, ladder, standing, date, atMs });
      standing.closed = date;
    }
  }
}

function dayAfter(date: CivilDate): CivilDate {
  return plusDuration(date, { count: 1, unit: 'day' });
}

function close(look: Look): void {
  const { judged, ladder, standing, date } = look;
  const { every, up } = ladder.review;
  if (lapseDates(ladder, standing).some((lapse) => comparedDates(lapse, date) <= 0)) lapse(look);
  givenIsOver(look);
  const ended = standing.until !== null && comparedDates(standing.until, date) <= 0;
  const reviewed = every !== null && comparedDates(endOfPeriod(judged.program, every, date), date) === 0;
  if (!ended && !reviewed) return;
  if (reviewed && up === 'atReviews') stepUp(look);
  if (standing.until !== null && comparedDates(standing.until, date) > 0) return;
  const current = placeOf(ladder, standing.tier);
  const kept = highest(look, current, keeps);
  fall(look, ladder.review.oneDown ? Math.max(kept, current - 1) : kept, 'review');
  if (standing.until !== null && comparedDates(standing.until, date) <= 0) {
    standing.until = termOf(judged.program, ladder, plusDuration(date, { count: 1, unit: 'day' }));
  }
}

/** After its last date the member falls to what is kept, if nothing but staff held the tier. */
function givenIsOver(look: Look): void {
  const { ladder, standing, date } = look;
  const { given } = standing;
  if (given === null || given.until === null || comparedDates(given.until, date) > 0) return;
  standing.given = null;
  const current = placeOf(ladder, standing.tier);
  const hasTerm = standing.until !== null && comparedDates(standing.until, date) > 0;
  const alone = given.lifts && !hasTerm && current <= placeOf(ladder, given.tier);
  if (alone) fall(look, highest(look, current, keeps), 'givenEnded');
}

function stepUp(look: Look): void {
  const { judged, ladder, standing, date } = look;
  const { oneUpPer } = ladder.review;
  const current = placeOf(ladder, standing.tier);
  const reached = highest(look, ladder.tiers.length - 1, reaches);
  if (reached <= current) return;
  if (oneUpPer !== null && standing.rose !== null && isInSamePeriod(judged.program, oneUpPer, standing.rose, date))
    return;
  const to = oneUpPer === null ? reached : current + 1;
  standing.rose = date;
  countAbsenceFrom(standing, date);
  move(look, to, 'reached');
  const from = ladder.tiers[to]?.from ?? null;
  if (ladder.usesUp && from !== null) standing.shifts.push({ date, amount: -least(look, from) });
}

/** A step up is a new beginning for absence. */
function countAbsenceFrom(standing: Standing, date: CivilDate): void {
  if (comparedDates(standing.present, date) >= 0) return;
  standing.present = date;
  standing.lapses = 0;
}

/** A stretch without a purchase is over (L4). */
function lapse(look: Look): void {
  const { ladder, standing, date } = look;
  const current = placeOf(ladder, standing.tier);
  if (ladder.lapse === null || current <= floorOf(ladder)) return;
  standing.lapses += 1;
  const { to, climbing } = ladder.lapse;
  const wanted = to === 'down' ? current - 1 : Math.min(current, placeOf(ladder, to.tier));
  fall(look, Math.max(wanted, floorOf(ladder)), 'lapse');
  const landed = placeOf(ladder, standing.tier);
  if (landed === current || climbing === 'untouched') return;
  const from = ladder.tiers[landed]?.from ?? null;
  const target = climbing === 'anew' || from === null ? 0n : least(look, from);
  standing.shifts.push({ date, amount: target - counted(look) });
}

/** What was reached before goods came back; by ladder. */
export function reachedNow(judged: Judged, account: Account, atMs: number): Record<string, boolean> {
  const date = localDate(judged.program.zone, atMs);
  const all = account.standings.map((standing) => {
    const look: Look = { judged, account, ladder: ladderOf(judged.program, standing), standing, date, atMs };
    const tier = look.ladder.tiers[placeOf(look.ladder, standing.tier)];
    return [standing.ladder, tier !== undefined && reaches(look, tier)] as const;
  });
  return Object.fromEntries(all);
}

/** A tier that the purchase helped to reach, and that is reached no longer for want of it, is reviewed at once (L6). */
export function reviewReturn(
  judged: Judged,
  account: Account,
  before: Record<string, boolean>,
  boughtAtMs: number,
  atMs: number,
): void {
  const after = reachedNow(judged, account, atMs);
  for (const standing of account.standings) {
    const { ladder: name, sinceMs } = standing;
    if (boughtAtMs > sinceMs || before[name] !== true || after[name] === true) continue;
    const date = localDate(judged.program.zone, atMs);
    const look: Look = { judged, account, ladder: ladderOf(judged.program, standing), standing, date, atMs };
    fall(look, highest(look, look.ladder.tiers.length - 1, reaches), 'return');
  }
}

function fall(look: Look, to: number, why: string): void {
  const { given } = look.standing;
  const floor = given === null ? -1 : placeOf(look.ladder, given.tier);
  if (given !== null && to < floor) look.standing.given = { ...given, lifts: true };
  const landing = Math.max(to, startOf(look.ladder), floor);
  if (landing < placeOf(look.ladder, look.standing.tier)) move(look, landing, why);
}

function move({ judged, account, ladder, standing, atMs }: Look, to: number, why: string): void {
  const tier = ladder.tiers[to]?.name ?? null;
  account.moves.push({ ladder: ladder.name, from: standing.tier, to: tier, why, atMs });
  standing.tier = tier;
  standing.sinceMs = atMs;
  standing.until = tier === null ? null : termOf(judged.program, ladder, localDate(judged.program.zone, atMs));
}

/** The last date of a tier that begins on a date (L3). */
function termOf(program: Program, { holds }: Ladder, date: CivilDate): CivilDate | null {
  if (holds === null) return null;
  if ('unit' in holds) return plusDuration(date, holds);
  let end = endOfPeriod(program, holds.endOf, date);
  for (let later = 0; later < holds.later; later++) {
    end = endOfPeriod(program, holds.endOf, plusDuration(end, { count: 1, unit: 'day' }));
  }
  return end;
}

function highest(look: Look, most: number, passes: (look: Look, tier: Tier) => boolean): number {
  for (let place = most; place >= 0; place--) {
    const tier = look.ladder.tiers[place];
    if (tier !== undefined && passes(look, tier)) return place;
  }
  return -1;
}

function reaches(look: Look, { from, when }: Tier): boolean {
  return meets(look, from, when);
}

function keeps(look: Look, tier: Tier): boolean {
  const differs = tier.keepFrom !== null || tier.keepWhen !== null;
  return differs ? meets(look, tier.keepFrom, tier.keepWhen) : reaches(look, tier);
}

function meets(look: Look, from: Amount | null, when: Condition | null): boolean {
  const { judged, date } = look;
  if (from !== null && compared(whole(counted(look)), exactly(look, from)) < 0n) return false;
  return when === null || pastHolds(judged, when, now(look), date);
}

/** The ladder's count, never below zero. */
function counted(look: Look): bigint {
  const { judged, ladder, standing, date } = look;
  const { counts } = ladder;
  if (counts === null) return 0n;
  const past = now(look);
  const shifted = standing.shifts
    .filter((shift) => isWithin(judged.program, counts.window, shift.date, date, past.joined))
    .reduce((sum, { amount }) => sum + amount, metricOf(judged.program, past, counts, date));
  return shifted > 0n ? shifted : 0n;
}

function now({ judged, account }: Look): Past {
  return pastOf(judged.program, account);
}

function exactly({ judged, ladder }: Look, amount: Amount) {
  const stated = times(amountOf(judged, amount), whole(partsOfOne(ladder.counts)));
  return amount.unit === 'money' ? minorUnits(stated, judged.program.currency.minorDigits) : stated;
}

/** A threshold in whole smallest units. */
function least(look: Look, amount: Amount): bigint {
  const { over, under } = exactly(look, amount);
  return over % under === 0n ? over / under : over / under + 1n;
}

function ladderOf({ ladders }: Program, { ladder }: Standing): Ladder {
  const found = ladders.find(({ name }) => name === ladder);
  if (found === undefined) throw new RangeError(`no ladder ${ladder}`);
  return found;
}

function placeOf({ tiers }: Ladder, name: string | null): number {
  return tiers.findIndex((tier) => tier.name === name);
}

/** Everybody's tier from the start. */
function startOf({ tiers: [first] }: Ladder): number {
  return first !== undefined && first.from === null && first.when === null ? 0 : -1;
}

/** Absence takes no tier at or below this one. */
function floorOf(ladder: Ladder): number {
  return Math.max(startOf(ladder), placeOf(ladder, ladder.lapse?.floor ?? null));
}
