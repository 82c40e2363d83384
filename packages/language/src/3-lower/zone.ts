import type { Program } from '@laurel/engine/program';
import { Temporal } from 'temporal-polyfill';

/** The years whose clock changes a program carries with it; after them the last offset stays. */
const FROM = Temporal.Instant.from('1970-01-01T00:00:00Z');
const UNTIL = Temporal.Instant.from('2100-01-01T00:00:00Z');

/** Writes a zone's clock changes into the program, so that the engine never asks Intl (semantics M1). */
export function lowerZone(id: string): Program['zone'] {
  let at = FROM.toZonedDateTimeISO(id);
  const before = at.offsetNanoseconds / 1e9;
  const transitions: [number, number][] = [];
  for (;;) {
    const next = at.getTimeZoneTransition('next');
    if (next === null || Temporal.Instant.compare(next.toInstant(), UNTIL) >= 0) break;
    transitions.push([next.epochMilliseconds / 1000, next.offsetNanoseconds / 1e9]);
    at = next;
  }
  return { id, before, transitions };
}

/** The clock changes of a zone by its name; null: there is no such zone. */
export function zoneTable(id: string): Program['zone'] | null {
  try {
    return lowerZone(id);
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}
