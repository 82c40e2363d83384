import { type Civil, civilOf, dayAfter, dayOf, type ZoneClock } from './calendar.ts';
import { compares } from './comparison.ts';
import { orderTo, type Terms } from './condition.ts';
import { count, countedIn, type Grain } from './counter.ts';
import { grainFor } from './counting.ts';
import { amountCounted } from './declared-event.ts';
import { joinedDay, metricReading } from './fact.ts';
import { integerOf } from './number.ts';
import type { Amount, Condition, Duration, Ladder, LeafCondition, Metric, Program } from './program.ts';
import type { Source } from './reason.ts';
import type { Standing } from './standing.ts';
import type { AccountRecord } from './state.ts';
import { daysOf, endOf, monthsFrom } from './window.ts';

/** A ladder of tiers made ready: what reaches each tier and what keeps it, as tests of an account on a day. */

/** What the tests of a ladder look at. */
export interface Looked {
  readonly record: AccountRecord;
  readonly standing: Standing;
  readonly day: number;
}
type Holds = (at: Looked) => boolean;

export interface PlannedTier {
  readonly name: string;
  /** What of the count reaches it, in smallest units; null: it has no threshold. */
  readonly from: number | null;
  readonly isReached: Holds;
  readonly isKept: Holds;
}

export interface PlannedLadder {
  readonly ladder: Ladder;
  /** The ladder's place in the account's record. */
  readonly place: number;
  readonly source: Source;
  /** The lowest first. */
  readonly tiers: readonly PlannedTier[];
  /** Everybody's tier from the start; -1: there is none. */
  readonly start: number;
  /** A lapse never goes below this tier; -1: it may take the last one away. */
  readonly floor: number;
  /** The ladder's count; 0 where it counts nothing of its own. */
  readonly counted: (at: Looked) => number;
  /** Moves the count by so much, as something that happened on a day. */
  readonly shift: (standing: Standing, day: number, by: number) => void;
}

/** What is needed of a plan to make its ladders ready. */
export interface LadderTerms {
  readonly terms: Terms;
  readonly clock: ZoneClock;
  readonly counterOf: (key: string) => number;
  /** The names of every version's ladders, as accounts keep them. */
  readonly ladderNames: readonly string[];
}

export function plannedLadders(needs: LadderTerms): readonly PlannedLadder[] {
  return needs.terms.program.ladders.map((ladder) => plannedLadder(ladder, needs));
}

/** The place of a tier on a ladder of a program, the lowest 0; -1: there is none. */
export function tierPlaces({ ladders }: Program): (ladder: string, tier: string) => number {
  return (ladder, tier) =>
    ladders.find(({ name }) => name === ladder)?.tiers.findIndex(({ name }) => name === tier) ?? -1;
}

function plannedLadder(ladder: Ladder, needs: LadderTerms): PlannedLadder {
  const { program } = needs.terms;
  const counted = countOf(ladder.counts, needs);
  const tiers = ladder.tiers.map(({ name, from, when, keepFrom, keepWhen }): PlannedTier => {
    const smallest = (amount: Amount | null) => smallestOf(ladder.counts, amount, needs.terms);
    const isReached = both(thresholdTest(smallest(from), counted), testOf(when, needs));
    const differs = keepFrom !== null || keepWhen !== null;
    const isKept = differs ? both(thresholdTest(smallest(keepFrom), counted), testOf(keepWhen, needs)) : isReached;
    return { name, from: smallest(from), isReached, isKept };
  });
  const [first] = ladder.tiers;
  const start = first !== undefined && first.from === null && first.when === null ? 0 : -1;
  const named = tiers.findIndex(({ name }) => name === ladder.lapse?.floor);
  return {
    ladder,
    place: needs.ladderNames.indexOf(ladder.name),
    source: { rule: ladder.name, version: program.version, at: ladder.at },
    tiers,
    start,
    floor: Math.max(named, start),
    counted,
    shift: shifting(ladder.counts, program),
  };
}

/** The metric that a ladder counts, with what has been taken off it; never below zero. */
function countOf(counts: Metric | null, { terms, clock, counterOf }: LadderTerms): (at: Looked) => number {
  if (counts === null) return () => 0;
  const read = metricReading(counts, terms.program, clock, counterOf);
  return ({ record, standing, day }) => {
    const span = daysOf(counts.window, day, terms.program, () => joinedDay(record, clock));
    return span === null ? 0 : Math.max(0, read(record, day) + countedIn(standing.shift, span));
  };
}

function shifting(counts: Metric | null, program: Program): PlannedLadder['shift'] {
  if (counts === null) return () => undefined;
  const grain: Grain = grainFor(counts, program);
  return (standing, day, by) => count(standing.shift, grain, day, by, day);
}

function thresholdTest(least: number | null, counted: (at: Looked) => number): Holds | null {
  return least === null ? null : (at) => counted(at) >= least;
}

/** A threshold in the units of the count; one between two of them is reached with the larger. Null: there is none. */
function smallestOf(counts: Metric | null, from: Amount | null, terms: Terms): number | null {
  if (from === null) return null;
  const exact = amountCounted(counts, from, terms);
  return integerOf(exact) ?? Number(exact.num / exact.den) + 1;
}

function both(one: Holds | null, other: Holds | null): Holds {
  if (one === null) return other ?? (() => true);
  return other === null ? one : (at) => one(at) && other(at);
}

function testOf(condition: Condition | null, needs: LadderTerms): Holds | null {
  return condition === null ? null : conditionOf(condition, needs);
}

function conditionOf(condition: Condition, needs: LadderTerms): Holds {
  switch (condition.kind) {
    case 'all': {
      const parts = condition.of.map((part) => conditionOf(part, needs));
      return (at) => parts.every((part) => part(at));
    }
    case 'any': {
      const parts = condition.of.map((part) => conditionOf(part, needs));
      return (at) => parts.some((part) => part(at));
    }
    case 'not': {
      const part = conditionOf(condition.of, needs);
      return (at) => !part(at);
    }
    default:
      return leafOf(condition, needs);
  }
}

/** The leaves that can be asked of an account without a purchase; the checker lets no other stand in a ladder. */
function leafOf(leaf: LeafCondition, { terms, clock, counterOf }: LadderTerms): Holds {
  if (leaf.kind === 'metric') {
    const orderOf = orderTo(amountCounted(leaf.metric, leaf.to, terms));
    const read = metricReading(leaf.metric, terms.program, clock, counterOf);
    return ({ record, day }) => compares(orderOf(read(record, day)), leaf.is);
  }
  if (leaf.kind !== 'ago') return () => false;
  return ({ record, day }) => {
    const since = leaf.what === 'joining' ? joinedDay(record, clock) : (record.past?.lastPurchaseDay ?? null);
    return since !== null && compares(day - dayAfter(since, leaf.than), leaf.is);
  };
}

/** The place of a tier among those of a ladder; -1: none, or one that this version does not have. */
export function placeOf({ tiers }: PlannedLadder, name: string | null): number {
  return name === null ? -1 : tiers.findIndex((tier) => tier.name === name);
}

/** The highest tier that is reached; -1: none. */
export function reachedOn(planned: PlannedLadder, at: Looked): number {
  for (let i = planned.tiers.length - 1; i >= 0; i -= 1) if (planned.tiers[i]?.isReached(at) === true) return i;
  return -1;
}

/** The highest tier up to a place that is kept; -1: none. */
export function keptOn(planned: PlannedLadder, at: Looked, most: number): number {
  for (let i = most; i >= 0; i -= 1) if (planned.tiers[i]?.isKept(at) === true) return i;
  return -1;
}

/** The last day of a tier that begins on a day; null: it is bound to none (L3). */
export function termEnd({ ladder }: PlannedLadder, day: number, program: Program): number | null {
  const { holds } = ladder;
  if (holds === null) return null;
  if ('unit' in holds) return dayAfter(day, holds);
  let end = endOf(holds.endOf, day, program);
  for (let later = 0; later < holds.later; later += 1) end = endOf(holds.endOf, end + 1, program);
  return end;
}

/** The day at whose end absence takes the next tier (L4): each further stretch is counted from the last presence (T2). */
export function lapseDay({ ladder }: PlannedLadder, { presentDay, lapses }: Standing): number | null {
  if (ladder.lapse === null) return null;
  const { after } = ladder.lapse;
  if (after !== 'calendarMonth') return dayAfter(presentDay, times(after, lapses + 1));
  const { year, month }: Civil = civilOf(presentDay);
  return monthsFrom(dayOf(year, month, 1), lapses + 2) - 1;
}

function times({ count: each, unit }: Duration, often: number): Duration {
  return { count: each * often, unit };
}
