import type { Engine, Event, Facts, Happening, Need, Program, State, Step } from '@laurel/engine';
import { dayOf, instantAt, readDate, type ZoneClock, zoneClock } from '@laurel/engine/calendar';
import type { Item, Story } from './story.ts';

export const MEMBER = 'member';

/** A story played through a program, step by step, with the account as it stood before each. */
export interface Replay {
  readonly steps: readonly PlayedStep[];
  readonly end: State;
  /** What fell due between the last event and the end. */
  readonly last: Step;
  readonly endMs: number;
  readonly until: string;
}

export interface PlayedStep {
  readonly item: Item;
  readonly atMs: number;
  readonly before: State;
  /** Null: it could not even be read. */
  readonly happening: Happening | null;
  readonly facts: Facts;
  readonly step: Step;
}

const DAY_MS = 86_400_000;
const SECOND_MS = 1000;

export function replay(engine: Engine, program: Program, { items, until }: Story): Replay {
  const clock = zoneClock(program.zone);
  const times = instantsOf(items, clock);
  const first = times[0] ?? instantOf('2026-01-01T00:00', clock);
  let state = engine.open(MEMBER, first);
  const purchases: Record<string, Happening> = {};
  const steps = items.map((item, i): PlayedStep => {
    const atMs = times[i] ?? first;
    const before = state;
    const event = { ...item.body, id: item.id, account: MEMBER, at: new Date(atMs).toISOString() };
    const reading = engine.read(event);
    if (!reading.ok) {
      const step: Step = { kind: 'refused', refusal: { code: 'bad-event', fault: reading.fault } };
      return { item, atMs, before, happening: null, facts: {}, step };
    }
    const happening = reading.value;
    const facts = factsFor(engine.needs(before, happening), purchases);
    const step = engine.apply(before, happening, facts);
    if (happening.kind === 'purchase') purchases[happening.id] = happening;
    if (step.kind === 'applied') state = step.state;
    return { item, atMs, before, happening, facts, step };
  });
  const lastMs = times.at(-1) ?? first;
  const endMs = Math.max(lastMs, until === null ? 0 : instantOf(`${until}T00:00`, clock) + DAY_MS - 1);
  const last = engine.advance(state, endMs);
  const date = new Date(endMs + clock.offsetMsAt(endMs)).toISOString().slice(0, 10);
  return { steps, end: last.kind === 'applied' ? last.state : state, last, endMs, until: date };
}

/** The instant of a local time; one that the clocks jump over is an hour later. */
export function instantOf(local: string, clock: ZoneClock): number {
  const date = readDate(local.slice(0, 10)) ?? { year: 2026, month: 1, day: 1 };
  const [hour = 0, minute = 0] = local.slice(11).split(':').map(Number);
  const day = dayOf(date.year, date.month, date.day);
  const timeMs = (hour * 60 + minute) * 60 * SECOND_MS || 0;
  return instantAt(clock, day, timeMs) ?? instantAt(clock, day, timeMs + 3600 * SECOND_MS) ?? day * DAY_MS;
}

/** Items of one minute follow one another by a second, in the order in which they are told. */
function instantsOf(items: readonly Item[], clock: ZoneClock): number[] {
  const times: number[] = [];
  for (const { at } of items)
    times.push(Math.max(instantOf(at, clock), (times.at(-1) ?? Number.NEGATIVE_INFINITY) + SECOND_MS));
  return times;
}

/**
 * One member alone on the page: the purchases are those of the story, and whatever is shared with others (tickets,
 * budgets, identities) is still free.
 */
function factsFor(needs: readonly Need[], known: Readonly<Record<string, Event | Happening>>): Facts {
  const tickets: Record<string, number | null> = {};
  const budgets: Record<string, number> = {};
  const ranks: Record<string, boolean> = {};
  const identities: Record<string, 'free' | 'taken'> = {};
  const purchases: Record<string, Event | Happening | null> = {};
  for (const need of needs) {
    if (need.kind === 'ticket') tickets[need.rule] = 1;
    else if (need.kind === 'budget') budgets[need.rule] = need.amount;
    else if (need.kind === 'rank') ranks[need.segment] = false;
    else if (need.kind === 'identity') identities[need.document] = 'free';
    else if (need.kind === 'purchase') purchases[need.purchase] = known[need.purchase] ?? null;
  }
  return { tickets, budgets, ranks, identities, purchases };
}
