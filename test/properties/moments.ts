import type { Program } from '@laurel/engine';
import fc from 'fast-check';

const DAY_MS = 86_400_000;

/** Local dates at which something may go wrong: month ends, leap days, turns of the clock, and the days just before. */
export const DATES = [
  '2024-01-24',
  '2024-01-31',
  '2024-02-28',
  '2024-02-29',
  '2024-03-01',
  '2024-03-24',
  '2024-03-31',
  '2024-04-06',
  '2024-04-07',
  '2024-05-12',
  '2024-09-07',
  '2024-09-08',
  '2024-10-27',
  '2024-12-31',
  '2025-01-01',
  '2025-02-28',
  '2025-03-01',
  '2025-03-30',
];
const CLOCKS = ['00:00:00.000', '01:30:00.000', '12:00:00.000', '23:59:59.999'];

/** Birthdays that meet the dates above; 29 February most of all. */
export const BIRTHDAYS = ['1988-02-29', '1990-05-12', '1991-02-28', '1985-03-01', '1979-12-31', '1996-02-29'];

export const START_MS = Date.parse('2024-01-01T00:00:00Z');

/** When an event happens: at one of the dates above, at any instant, or so long after the event before it in the draft. */
export type Moment =
  | { readonly kind: 'special'; readonly date: string; readonly clock: string; readonly nth: number }
  | { readonly kind: 'turn'; readonly nth: number; readonly byMs: number }
  | { readonly kind: 'any'; readonly afterStartMs: number }
  | { readonly kind: 'after'; readonly ms: number };

export const moment: fc.Arbitrary<Moment> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({
      kind: fc.constant('after' as const),
      ms: fc.constantFrom(0, 1, 3_600_000, DAY_MS, 2 * DAY_MS, 31 * DAY_MS),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant('special' as const),
      date: fc.constantFrom(...DATES),
      clock: fc.constantFrom(...CLOCKS),
      nth: fc.nat(1),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('turn' as const),
      nth: fc.nat(7),
      byMs: fc.constantFrom(-1, 0, 1, 1_800_000),
    }),
  },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('any' as const), afterStartMs: fc.nat(450 * DAY_MS) }) },
);

/** Fixes a moment in a zone. A local time may not exist or exist twice there: `nth` picks one of the zone's offsets. */
export function instantOf(zone: Program['zone'], moment: Moment, beforeMs: number): number {
  switch (moment.kind) {
    case 'after':
      return beforeMs + moment.ms;
    case 'any':
      return START_MS + moment.afterStartMs;
    case 'special': {
      const offsets = [zone.before, ...zone.transitions.map(([, east]) => east)];
      const east = offsets[moment.nth % offsets.length] ?? 0;
      return Date.parse(`${moment.date}T${moment.clock}Z`) - east * 1000;
    }
    case 'turn': {
      const turns = zone.transitions.map(([from]) => from * 1000).filter((ms) => ms > START_MS);
      return (turns[moment.nth % Math.max(turns.length, 1)] ?? START_MS) + moment.byMs;
    }
  }
}

/** Writes an instant with an offset of so many minutes, as tills in different places do. */
export function written(atMs: number, eastMinutes: number): string {
  if (eastMinutes === 0) return new Date(atMs).toISOString();
  const local = new Date(atMs + eastMinutes * 60_000).toISOString().slice(0, -1);
  const minutes = Math.abs(eastMinutes);
  const clock = [Math.floor(minutes / 60), minutes % 60].map((part) => String(part).padStart(2, '0')).join(':');
  return `${local}${eastMinutes < 0 ? '-' : '+'}${clock}`;
}
