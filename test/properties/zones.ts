import type { Program } from '@laurel/engine';

type Zone = Program['zone'];

const HOUR = 3600;

/** A transition table written by hand: from each instant on, so many seconds east of UTC. */
function zone(id: string, before: number, transitions: readonly (readonly [from: string, east: number])[]): Zone {
  return { id, before, transitions: transitions.map(([from, east]) => [Date.parse(from) / 1000, east]) };
}

/** Zones with the turns of 2023 to 2026, chosen for what is hard about them. */
export const ZONES: readonly Zone[] = [
  zone('Asia/Shanghai', 8 * HOUR, []),
  zone('Europe/London', 0, [
    ['2023-03-26T01:00:00Z', HOUR],
    ['2023-10-29T01:00:00Z', 0],
    ['2024-03-31T01:00:00Z', HOUR],
    ['2024-10-27T01:00:00Z', 0],
    ['2025-03-30T01:00:00Z', HOUR],
    ['2025-10-26T01:00:00Z', 0],
    ['2026-03-29T01:00:00Z', HOUR],
    ['2026-10-25T01:00:00Z', 0],
  ]),
  // Clocks turn at midnight: one day begins at 01:00, and one evening has 23:00 to 24:00 twice.
  zone('America/Santiago', -3 * HOUR, [
    ['2024-04-07T03:00:00Z', -4 * HOUR],
    ['2024-09-08T04:00:00Z', -3 * HOUR],
    ['2025-04-06T03:00:00Z', -4 * HOUR],
    ['2025-09-07T04:00:00Z', -3 * HOUR],
  ]),
  zone('Asia/Kathmandu', 5 * HOUR + 45 * 60, []),
  // Invented: one midnight is jumped over from 23:30 to 00:30, and one day begins twice.
  zone('Test/HalfPast', 0, [
    ['2024-03-30T23:30:00Z', HOUR],
    ['2024-10-26T23:30:00Z', 0],
  ]),
  // An invented zone that crosses the date line: 1 March 2024 never happens there.
  zone('Test/Crossing', -10 * HOUR, [['2024-03-01T10:00:00Z', 14 * HOUR]]),
];
