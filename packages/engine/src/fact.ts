import type { Civil, ZoneClock } from './calendar.ts';
import type { Moment } from './condition.ts';
import { countedIn } from './counter.ts';
import { factOf, toldTest } from './member-fact.ts';
import type { Ratio } from './number.ts';
import { keyOf } from './past.ts';
import type { Amount, FactTest, Metric, Program } from './program.ts';
import type { AccountRecord } from './state.ts';
import { type DaySpan, daysOf } from './window.ts';

/** What the conditions of rules read of an account's past: each thing is read in one place and frozen on receipts (R1). */

export type Fact =
  | { readonly kind: 'metric'; readonly metric: Metric }
  /** The local day of something; null: it never was. */
  | { readonly kind: 'dayOf'; readonly what: 'joining' | 'lastPurchase' }
  /** The place of the member's tier on a ladder, the lowest 0; null: none. */
  | { readonly kind: 'tier'; readonly ladder: string }
  /** Whether what the host told is what is wanted: 1 or 0. */
  | { readonly kind: 'told'; readonly fact: string; readonly wants: FactTest };

export type FactValue = number | null;
/** A fact as it is on a day. */
type Reading = (record: AccountRecord, day: number) => FactValue;

/** The facts that a program's rules read, each once, in the order in which they are first asked for. */
export interface FactBook {
  /** How a condition reads a fact: off the account, or off the receipt of a purchase that comes back. */
  readonly of: (fact: Fact) => (moment: Moment) => FactValue;
  /** All of them as they are on a day, for a receipt. */
  readonly frozen: (record: AccountRecord, day: number) => readonly FactValue[] | null;
}

/** What facts are read with. */
interface Reads {
  readonly program: Program;
  readonly clock: ZoneClock;
  readonly counterOf: (key: string) => number;
  readonly stated: (amount: Amount) => Ratio;
}

export function factBook(reads: Reads): FactBook {
  const places = new Map<string, number>();
  const readings: Reading[] = [];
  return {
    of(fact) {
      const key = JSON.stringify(fact);
      const known = places.get(key);
      const place = known ?? readings.length;
      if (known === undefined) {
        places.set(key, place);
        readings.push(readingOf(fact, reads));
      }
      const read = readings[place];
      return ({ record, day, facts }) => (facts === null ? (read?.(record, day) ?? null) : (facts[place] ?? null));
    },
    frozen: (record, day) => (readings.length === 0 ? null : readings.map((read) => read(record, day))),
  };
}

function readingOf(fact: Fact, reads: Reads): Reading {
  const { program, clock, counterOf, stated } = reads;
  if (fact.kind === 'told') {
    const test = toldTest(fact.wants, program, stated);
    return (record, day) => (test(factOf(record, fact.fact), day) ? 1 : 0);
  }
  if (fact.kind === 'metric') return metricReading(fact.metric, program, clock, counterOf);
  if (fact.kind === 'tier') return tierReading(fact.ladder, program);
  switch (fact.what) {
    case 'joining':
      return (record) => joinedDay(record, clock);
    case 'lastPurchase':
      return ({ past }) => past?.lastPurchaseDay ?? null;
  }
}

export function metricReading(
  metric: Metric,
  program: Program,
  clock: ZoneClock,
  counterOf: (key: string) => number,
): (record: AccountRecord, day: number) => number {
  const place = counterOf(keyOf(metric));
  const { window } = metric;
  const ofMembership = 'period' in window && window.period === 'membershipYear';
  // Neighbouring purchases are often of one day, whose window is the same for everybody.
  let lastDay = Number.NaN;
  let lastSpan: DaySpan | null = null;
  return (record, day) => {
    const counter = record.past?.counters[place];
    if (counter === undefined) return 0;
    if (ofMembership || day !== lastDay) {
      lastSpan = daysOf(window, day, program, () => joinedDay(record, clock));
      lastDay = day;
    }
    return lastSpan === null ? 0 : countedIn(counter, lastSpan);
  };
}

/** A tier that this version does not have is none. */
function tierReading(name: string, program: Program): Reading {
  const tiers = program.ladders.find((ladder) => ladder.name === name)?.tiers ?? [];
  const places = new Map(tiers.map((tier, place) => [tier.name, place]));
  return ({ standings }) => {
    const standing = standings?.find(({ ladder }) => ladder === name);
    return standing === undefined || standing.tier === null ? null : (places.get(standing.tier) ?? null);
  };
}

export function joinedDay({ joinedAtMs }: AccountRecord, clock: ZoneClock): number | null {
  return joinedAtMs === null ? null : clock.dayAt(joinedAtMs);
}

/** Full years from a date of birth to another date; `birthday` is the day on which the birthday falls that year (T3). */
export function ageOn(born: Civil, day: number, year: number, birthday: number): number {
  return year - born.year - (day < birthday ? 1 : 0);
}
