import type { Program } from '@laurel/engine';
import {
  type CivilDate,
  comparedDates,
  dateAfter1970,
  daysSince1970,
  nextDate,
  plusDuration,
  readDate,
} from './civil-date.ts';

type Zone = Program['zone'];
type Duration = Program['returns']['within'];

const SECOND_MS = 1000;
const MINUTE_MS = 60 * SECOND_MS;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

/** Reads a wire instant such as `2026-05-10T12:00:00.000+08:00` as epoch milliseconds. */
export function readInstant(text: string): number {
  const match = /^(.{10})T(\d\d):(\d\d)(?::(\d\d)(?:\.(\d{1,3}))?)?(Z|[+-]\d\d:\d\d)$/.exec(text);
  if (match === null) throw new RangeError(`not an instant: ${text}`);
  const [, date = '', hours, minutes, seconds = '0', fraction = '', zone = 'Z'] = match;
  const clock = Number(hours) * HOUR_MS + Number(minutes) * MINUTE_MS + Number(seconds) * SECOND_MS;
  const east = zone === 'Z' ? 0 : Number(zone.slice(1, 3)) * HOUR_MS + Number(zone.slice(4)) * MINUTE_MS;
  const local = daysSince1970(readDate(date)) * DAY_MS + clock + Number(fraction.padEnd(3, '0'));
  return zone.startsWith('-') ? local + east : local - east;
}

/** How far local clocks are ahead of UTC: the last transition at or before the instant decides (T1). */
function aheadMs(zone: Zone, atMs: number): number {
  let seconds = zone.before;
  for (const [fromSecond, east] of zone.transitions) {
    if (fromSecond * SECOND_MS <= atMs) seconds = east;
  }
  return seconds * SECOND_MS;
}

export function localDate(zone: Zone, atMs: number): CivilDate {
  return dateAfter1970(Math.floor((atMs + aheadMs(zone, atMs)) / DAY_MS));
}

/** What the clock on the wall shows, in minutes since midnight. */
export function localMinute(zone: Zone, atMs: number): number {
  const ahead = atMs + aheadMs(zone, atMs);
  return Math.floor((ahead - Math.floor(ahead / DAY_MS) * DAY_MS) / MINUTE_MS);
}

/**
 * The first instant of a local date. Clocks may spring over midnight, so every instant at which the date could begin is
 * tried: UTC's midnight moved by each offset of the zone, and each transition itself.
 */
export function startOfDate(zone: Zone, date: CivilDate): number {
  return Math.min(...beginnings(zone, date));
}

/** The first instant after a local date, which may come twice where the clocks go back over midnight. */
export function endOfDate(zone: Zone, date: CivilDate): number {
  return Math.max(...beginnings(zone, nextDate(date)));
}

function beginnings(zone: Zone, date: CivilDate): number[] {
  const midnight = daysSince1970(date) * DAY_MS;
  const offsets = [zone.before, ...zone.transitions.map(([, east]) => east)];
  const candidates = [
    ...offsets.map((east) => midnight - east * SECOND_MS),
    ...zone.transitions.map(([fromSecond]) => fromSecond * SECOND_MS),
  ];
  return candidates.filter((atMs) => {
    const before = localDate(zone, atMs - 1);
    return comparedDates(before, date) < 0 && comparedDates(localDate(zone, atMs), date) >= 0;
  });
}

/** When the clock of a date shows a time, the first time that it does; where it jumps over it, as much later as it jumps. */
export function clockAt(zone: Zone, date: CivilDate, minute: number): number {
  if (minute === 0) return startOfDate(zone, date);
  const wall = daysSince1970(date) * DAY_MS + minute * MINUTE_MS;
  const offsets = [zone.before, ...zone.transitions.map(([, east]) => east)].map((east) => east * SECOND_MS);
  const shown = offsets.map((east) => wall - east).filter((atMs) => atMs + aheadMs(zone, atMs) === wall);
  return shown.length > 0 ? Math.min(...shown) : wall - aheadMs(zone, wall - DAY_MS);
}

/** When a wait ends: hours are elapsed time, days and longer end at the start of that local day (decision 2). */
export function endOfWait(zone: Zone, fromMs: number, wait: Duration): number {
  if (wait.unit === 'minute') return fromMs + wait.count * MINUTE_MS;
  if (wait.unit === 'hour') return fromMs + wait.count * HOUR_MS;
  return startOfDate(zone, plusDuration(localDate(zone, fromMs), wait));
}
