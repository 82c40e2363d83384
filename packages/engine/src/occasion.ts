import type { PlannedAward } from './award.ts';
import {
  addMonths,
  birthdayIn,
  civilOf,
  DAY_MS,
  dayAfter,
  dayOf,
  instantAt,
  isDayAmong,
  type ZoneClock,
} from './calendar.ts';
import { birthdayOf, type Test } from './condition.ts';
import { endOfSpan, lastDayOf } from './lot-terms.ts';
import type { Ratio, Rounding } from './number.ts';
import type { Handing, PlannedRule } from './plan.ts';
import type { Duration, Occasion, Program, Trigger } from './program.ts';
import type { Handed, Source } from './reason.ts';
import type { AccountRecord } from './state.ts';

/** When rules act that wait for no purchase (semantics T7). */

/** The rules of a program that act on something else than a purchase, by what that is. */
export interface Occasions {
  readonly visits: readonly PlannedOccasion[];
  readonly joining: readonly PlannedOccasion[];
  readonly birthday: readonly PlannedDate[];
  /** At the closing instant of a period. */
  readonly closing: readonly PlannedDate[];
  /** At any other instant that the calendar names. */
  readonly opening: readonly PlannedDate[];
  /** On purchases of members whom this one introduced. */
  readonly referrals: readonly PlannedReferral[];
  /** On events that the program declares, by their names. */
  readonly events: ReadonlyMap<string, readonly PlannedOccasion[]>;
  /** Whether there are any. */
  readonly areSome: boolean;
}

export interface PlannedOccasion extends PlannedRule {
  readonly gives: readonly Gift[];
}
export interface PlannedDate extends PlannedOccasion {
  readonly nextMs: NextMs;
  /** For members whose membership sleeps, too. */
  readonly forSleepers: boolean;
}

/** A rule about purchases of introduced members: all of them, or the first one. */
export interface PlannedReferral extends PlannedRule {
  readonly first: boolean;
  readonly awards: readonly Award[];
  readonly handings: readonly Handing[];
}
/** Points for what an introduced member paid. */
export interface Award {
  /** The wallet's place in the account's record. */
  readonly wallet: number;
  readonly source: Source;
  pointsFor(paid: number): number;
}

/** How what a rule gives is made ready. */
export interface Giving {
  giftsOf(rule: PlannedRule): readonly Gift[];
  awardsOf(rule: PlannedRule): readonly Award[];
  handingsOf(rule: PlannedRule): readonly Handing[];
}

/** What a rule gives at once. */
export type Gift =
  | {
      readonly kind: 'earned';
      /** The wallet's place in the account's record. */
      readonly wallet: number;
      /** In the wallet's smallest unit. */
      readonly amount: number;
      readonly source: Source;
    }
  /** So much for each unit of a fact of the event at hand. */
  | {
      readonly kind: 'perFact';
      readonly wallet: number;
      readonly fact: string;
      /** In the wallet's smallest unit. */
      readonly each: Ratio;
      readonly eachText: string;
      readonly rounding: Rounding;
      readonly source: Source;
    }
  | { readonly kind: 'handed'; readonly what: Handed; readonly source: Source }
  /** What it comes to is known when it is given. */
  | { readonly kind: 'award'; readonly award: PlannedAward }
  /** `wanted`: by those of whom this is true; null: by all. */
  | { readonly kind: 'message'; readonly text: string; readonly wanted: Test | null; readonly source: Source };

export function occasionsOf(
  rules: readonly PlannedRule[],
  program: Program,
  clock: ZoneClock,
  { giftsOf, awardsOf, handingsOf }: Giving,
): Occasions {
  const found = rules.filter(({ rule }) => rule.trigger.kind !== 'purchase' && rule.trigger.kind !== 'request');
  const referrals = rules.flatMap((planned): PlannedReferral[] => {
    const { trigger } = planned.rule;
    if (trigger.kind !== 'referral') return [];
    return [{ ...planned, first: trigger.first, awards: awardsOf(planned), handings: handingsOf(planned) }];
  });
  const planned = (kinds: readonly Trigger['kind'][]): PlannedOccasion[] =>
    found.filter(({ rule }) => kinds.includes(rule.trigger.kind)).map((rule) => ({ ...rule, gives: giftsOf(rule) }));
  const dated = planned(['occasion']).flatMap((rule): { on: Occasion; date: PlannedDate }[] => {
    const { trigger } = rule.rule;
    if (trigger.kind !== 'occasion') return [];
    const { on } = trigger;
    return [{ on, date: { ...rule, nextMs: nextOf(on, program, clock), forSleepers: on.kind === 'withoutPurchase' } }];
  });
  const those = (test: (on: Occasion) => boolean) => dated.filter(({ on }) => test(on)).map(({ date }) => date);
  return {
    visits: planned(['visit', 'visitOrPurchase']),
    joining: planned(['joining']),
    birthday: those(({ kind }) => kind === 'birthday'),
    closing: those(({ kind }) => kind === 'periodEnd'),
    opening: those(({ kind }) => kind !== 'birthday' && kind !== 'periodEnd'),
    referrals,
    events: new Map(program.events.map(({ name }) => [name, planned(['event']).filter((rule) => isOn(rule, name))])),
    areSome: found.length > 0,
  };
}

function isOn({ rule: { trigger } }: PlannedRule, event: string): boolean {
  return trigger.kind === 'event' && trigger.event === event;
}

/** How long, at the least, what a program waits for after a purchase takes; null: it waits for nothing. */
export function shortestWaitMs({ rules, membership }: Program): number | null {
  const spans = rules.flatMap(({ trigger }) => {
    if (trigger.kind !== 'occasion') return [];
    const { on } = trigger;
    return on.kind === 'withoutPurchase' || (on.kind === 'after' && on.what === 'firstPurchase') ? [on.span] : [];
  });
  if (membership.dormantAfter !== null) spans.push(membership.dormantAfter);
  return spans.length === 0 ? null : Math.min(...spans.map(leastMs));
}

/** A span is never shorter than this: months have at least 28 days, and a day may be cut short. */
function leastMs({ count, unit }: Duration): number {
  if (unit === 'minute') return count * 60_000;
  if (unit === 'hour') return count * 3_600_000;
  const days = { day: 1, week: 7, month: 28, year: 365 }[unit];
  return Math.max(0, count * days - 2) * DAY_MS;
}

/** The first instant after another at which an occasion comes for an account; {@link NEVER}: it does not. */
export type NextMs = (record: AccountRecord, afterMs: number) => number;

/** Later than every instant. */
export const NEVER = Number.POSITIVE_INFINITY;

function nextOf(on: Occasion, program: Program, clock: ZoneClock): NextMs {
  switch (on.kind) {
    case 'birthday':
      return (record, afterMs) => nextBirthday(record, afterMs, program, clock);
    case 'anniversary':
      return (record, afterMs) => nextAnniversary(record, afterMs, clock);
    case 'days':
      return onDays(
        (day) => isDayAmong([on.days], day),
        clock,
        (day) => timeOf(day, on.minute, clock),
      );
    case 'calendar':
      return onDays(calendarTest(on.calendar, program), clock, clock.startOfDay);
    case 'beforeRun': {
      const isIn = calendarTest(on.calendar, program);
      return onDays(
        (day) => isIn(day) && !isIn(day - 1),
        clock,
        (day) => before(day, on.span, clock),
      );
    }
    case 'periodStart':
      return onDays((day) => lastDayOf(on.period, day - 1) === day - 1, clock, clock.startOfDay);
    case 'periodEnd':
      return onDays((day) => lastDayOf(on.period, day) === day, clock, clock.endOfDay);
    case 'after':
      return ({ joinedAtMs, firstPurchaseMs }, afterMs) => {
        const fromMs = on.what === 'joining' ? joinedAtMs : firstPurchaseMs;
        return fromMs === null ? NEVER : onceAfter(clock.after(fromMs, on.span), afterMs);
      };
    case 'withoutPurchase':
      return (record, afterMs) => onceAfter(sleepsAt(record, on.span, clock), afterMs);
  }
}

/** When so long without a purchase is over; a member who has not bought yet counts from joining. */
export function sleepsAt({ joinedAtMs, lastPurchaseMs }: AccountRecord, span: Duration, clock: ZoneClock): number {
  if (joinedAtMs === null) return NEVER;
  return endOfSpan(span, Math.max(joinedAtMs, lastPurchaseMs ?? joinedAtMs), clock);
}

/** Whether a day is the member's birthday in its year. */
export function isBirthdayOf(record: AccountRecord, day: number, program: Program): boolean {
  const { year } = civilOf(day);
  const born = birthdayOf(record, year);
  return born !== null && birthdayIn(year, born, program.leapBirthday) === day;
}

function onceAfter(atMs: number, afterMs: number): number {
  return atMs > afterMs ? atMs : NEVER;
}

type DayTest = (day: number) => boolean;

function calendarTest(name: string, program: Program): DayTest {
  const days = program.calendars.find((calendar) => calendar.name === name)?.days ?? [];
  return (day) => isDayAmong(days, day);
}

/** From 1970 to 2100: what the zone's table reaches. */
const DAYS_KNOWN = 47_848;
const NO_DAY = -1;

/** The instants of the days that a test picks; which ones these are is worked out once, when first asked for. */
function onDays(isOn: DayTest, clock: ZoneClock, instantOf: (day: number) => number): NextMs {
  let nextDays: Int32Array | null = null;
  return (_, afterMs) => {
    nextDays ??= nextDaysOf(isOn);
    // The instant of a day may lie before the day, by a span, or right after it.
    let day = nextDays[Math.max(0, clock.dayAt(afterMs) - 1)] ?? NO_DAY;
    while (day !== NO_DAY) {
      const atMs = instantOf(day);
      if (atMs > afterMs) return atMs;
      day = nextDays[day + 1] ?? NO_DAY;
    }
    return NEVER;
  };
}

/** For each day the first one from it on that a test picks. */
function nextDaysOf(isOn: DayTest): Int32Array {
  const days = new Int32Array(DAYS_KNOWN + 1).fill(NO_DAY);
  for (let day = DAYS_KNOWN - 1; day >= 0; day -= 1) days[day] = isOn(day) ? day : (days[day + 1] ?? NO_DAY);
  return days;
}

/** When the wall clock of a day shows a time; where the clocks jump over it, as much later as they jump. */
function timeOf(day: number, minute: number, clock: ZoneClock): number {
  if (minute === 0) return clock.startOfDay(day);
  const timeMs = minute * 60_000;
  const wall = day * DAY_MS + timeMs;
  return instantAt(clock, day, timeMs) ?? wall - clock.offsetMsAt(wall - DAY_MS);
}

function before(day: number, { count, unit }: Duration, clock: ZoneClock): number {
  if (unit === 'minute') return clock.startOfDay(day) - count * 60_000;
  if (unit === 'hour') return clock.startOfDay(day) - count * 3_600_000;
  return clock.startOfDay(dayAfter(day, { count: -count, unit }));
}

function nextBirthday(record: AccountRecord, afterMs: number, program: Program, clock: ZoneClock): number {
  const { year } = civilOf(clock.dayAt(afterMs));
  for (const next of [year, year + 1]) {
    const born = birthdayOf(record, next);
    if (born === null || record.celebratedYear === next) continue;
    const atMs = clock.startOfDay(birthdayIn(next, born, program.leapBirthday));
    if (atMs > afterMs) return atMs;
  }
  return NEVER;
}

/** Anniversaries are counted from the day of joining itself, never chained (T2). */
function nextAnniversary({ joinedAtMs }: AccountRecord, afterMs: number, clock: ZoneClock): number {
  if (joinedAtMs === null) return NEVER;
  const joined = civilOf(clock.dayAt(joinedAtMs));
  const years = Math.max(1, civilOf(clock.dayAt(afterMs)).year - joined.year);
  for (const after of [years, years + 1]) {
    const { year, month, day } = addMonths(joined, 12 * after);
    const atMs = clock.startOfDay(dayOf(year, month, day));
    if (atMs > afterMs) return atMs;
  }
  return NEVER;
}
