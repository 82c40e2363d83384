import type { Days, Duration, MonthDay, Zone } from './program.ts';

/**
 * Local dates as integers: a *day* is the number of days since 1970-01-01 on the wall calendar of the program's zone.
 * Nothing here asks Intl or a clock; the zone's transitions come with the Program (semantics M1, T1).
 */

export const DAY_MS = 86_400_000;

export interface Civil {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/** A civil date with its weekday, 1 is Monday. */
export interface LocalDate extends Civil {
  readonly weekday: number;
}

/** The day number of a civil date (proleptic Gregorian). */
export function dayOf(year: number, month: number, day: number): number {
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146_097 + dayOfEra - 719_468;
}

/** The civil date of a day number; the inverse of {@link dayOf}. */
export function civilOf(dayNumber: number): Civil {
  const shifted = dayNumber + 719_468;
  const era = Math.floor(shifted / 146_097);
  const dayOfEra = shifted - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shiftedMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9;
  // `| 0` keeps every field a small integer, so that all dates have one shape in memory.
  return {
    year: (yearOfEra + era * 400 + (month <= 2 ? 1 : 0)) | 0,
    month: month | 0,
    day: (dayOfYear - Math.floor((153 * shiftedMonth + 2) / 5) + 1) | 0,
  };
}

export function localDate(dayNumber: number): LocalDate {
  const { year, month, day } = civilOf(dayNumber);
  return { year, month, day, weekday: weekdayOf(dayNumber) };
}

/** 1 is Monday, 7 is Sunday. */
export function weekdayOf(dayNumber: number): number {
  return ((((dayNumber + 3) % 7) + 7) % 7) + 1;
}

export function isLeapYear(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
}

export function daysInMonth(year: number, month: number): number {
  if (month === 2) return isLeapYear(year) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/** Reads `2026-05-10`; null when there is no such day. */
export function readDate(text: string): Civil | null {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (match === null) return null;
  const civil = { year: Number(match[1]), month: Number(match[2]), day: Number(match[3]) };
  const exists = civil.month >= 1 && civil.month <= 12 && civil.day >= 1;
  return exists && civil.day <= daysInMonth(civil.year, civil.month) ? civil : null;
}

/** The day number of a date that exists, `2026-05-10`. */
export function dayOfDate(text: string): number {
  const [year = 0, month = 1, day = 1] = text.split('-').map(Number);
  return dayOf(year, month, day);
}

export function showDate({ year, month, day }: Civil): string {
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

/** Keeps the day and clamps to the month's last one, counted from the original (T2). */
export function addMonths(from: Civil, months: number): Civil {
  const index = from.year * 12 + (from.month - 1) + months;
  const year = Math.floor(index / 12);
  const month = (index % 12) + 1;
  return { year, month, day: Math.min(from.day, daysInMonth(year, month)) };
}

/** The day on which a birthday falls in a year; 29 February moves to the program's day in common years (T3). */
export function birthdayIn(year: number, born: { month: number; day: number }, leapBirthday: MonthDay): number {
  if (born.month === 2 && born.day === 29 && !isLeapYear(year)) {
    return dayOf(year, leapBirthday.month, leapBirthday.day);
  }
  return dayOf(year, born.month, born.day);
}

/** Whether a local day is one of the calendar's days. */
export function isDayAmong(days: readonly Days[], dayNumber: number): boolean {
  const civil = civilOf(dayNumber);
  return days.some((entry) => matchesDays(entry, dayNumber, civil));
}

function matchesDays(entry: Days, dayNumber: number, civil: Civil): boolean {
  switch (entry.kind) {
    case 'each':
      return civil.month === entry.on.month && civil.day === entry.on.day;
    case 'run': {
      const now = civil.month * 100 + civil.day;
      const from = entry.from.month * 100 + entry.from.day;
      const to = entry.to.month * 100 + entry.to.day;
      return from <= to ? now >= from && now <= to : now >= from || now <= to;
    }
    case 'date':
      return showDate(civil) === entry.date;
    case 'dates': {
      const now = showDate(civil);
      return now >= entry.from && now <= entry.to;
    }
    case 'nthWeekday':
      return (
        civil.month === entry.month &&
        weekdayOf(dayNumber) === entry.weekday &&
        Math.floor((civil.day - 1) / 7) + 1 === entry.nth
      );
    case 'monthly':
      return civil.day === Math.min(entry.day, daysInMonth(civil.year, civil.month));
    case 'lastWeekday':
      return (
        (entry.month === null || civil.month === entry.month) &&
        weekdayOf(dayNumber) === entry.weekday &&
        civil.day + 7 > daysInMonth(civil.year, civil.month)
      );
  }
}

/** The wall clock of a zone. */
export interface ZoneClock {
  /** The local day of an instant. */
  dayAt(ms: number): number;
  /** Milliseconds to add to an instant to read the wall clock. */
  offsetMsAt(ms: number): number;
  /** The first instant of a local day. */
  startOfDay(dayNumber: number): number;
  /** The first instant after a local day; where the clocks go back over midnight, after the day for the second time. */
  endOfDay(dayNumber: number): number;
  /** An instant later by a duration: hours are elapsed time; days and longer end at the start of that local day. */
  after(ms: number, duration: Duration): number;
}

export function zoneClock(zone: Zone): ZoneClock {
  const froms = zone.transitions.map(([second]) => second * 1000);
  const offsets = zone.transitions.map(([, seconds]) => seconds * 1000);
  // The stretch without a transition that the last question fell into; neighbouring events share it.
  let from = Number.NEGATIVE_INFINITY;
  let to = froms[0] ?? Number.POSITIVE_INFINITY;
  let offset = zone.before * 1000;

  function offsetMsAt(ms: number): number {
    if (ms >= from && ms < to) return offset;
    let low = 0;
    let high = froms.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((froms[middle] as number) <= ms) low = middle + 1;
      else high = middle;
    }
    from = low === 0 ? Number.NEGATIVE_INFINITY : (froms[low - 1] as number);
    to = froms[low] ?? Number.POSITIVE_INFINITY;
    offset = low === 0 ? zone.before * 1000 : (offsets[low - 1] as number);
    return offset;
  }

  const dayAt = (ms: number): number => Math.floor((ms + offsetMsAt(ms)) / DAY_MS) | 0;

  /** Where a local day may begin: at midnight by either offset, or at a jump of the clocks over it. */
  function beginnings(dayNumber: number): number[] {
    const wall = dayNumber * DAY_MS;
    const candidates = [wall - offsetMsAt(wall - DAY_MS), wall - offsetMsAt(wall + DAY_MS)];
    for (const second of froms) if (Math.abs(second - wall) < 2 * DAY_MS) candidates.push(second);
    return candidates;
  }

  function startOfDay(dayNumber: number): number {
    // A date that the zone leaves out begins where the next one does.
    return Math.min(...beginnings(dayNumber).filter((ms) => dayAt(ms) >= dayNumber));
  }

  function endOfDay(dayNumber: number): number {
    const next = beginnings(dayNumber + 1);
    return Math.max(...next.filter((ms) => dayAt(ms) > dayNumber && dayAt(ms - 1) <= dayNumber));
  }

  function after(ms: number, duration: Duration): number {
    if (duration.unit === 'minute') return ms + duration.count * 60_000;
    if (duration.unit === 'hour') return ms + duration.count * 3_600_000;
    return startOfDay(dayAfter(dayAt(ms), duration));
  }

  return { dayAt, offsetMsAt, startOfDay, endOfDay, after };
}

/**
 * The instant at which the wall clock shows a time of a local day; null where the clocks jump over it. Of two instants
 * that show the same time it is the earlier.
 */
export function instantAt(clock: ZoneClock, dayNumber: number, timeMs: number): number | null {
  const wall = dayNumber * DAY_MS + timeMs;
  const before = wall - clock.offsetMsAt(wall - DAY_MS);
  const after = wall - clock.offsetMsAt(wall + DAY_MS);
  for (const ms of before <= after ? [before, after] : [after, before]) {
    if (ms + clock.offsetMsAt(ms) === wall) return ms;
  }
  return null;
}

/** The local day a duration of days or longer after another (T2). */
export function dayAfter(dayNumber: number, { count, unit }: Duration): number {
  if (unit === 'week') return dayNumber + count * 7;
  if (unit !== 'month' && unit !== 'year') return dayNumber + count;
  const { year, month, day } = addMonths(civilOf(dayNumber), unit === 'year' ? count * 12 : count);
  return dayOf(year, month, day);
}

/** Reads an instant with an offset or Z; null when there is no such date or time. */
export function readInstant(text: string): number | null {
  const date = readDate(text.slice(0, 10));
  const rest = /^T(\d{2}):(\d{2})(?::(\d{2})(?:\.(\d{1,3}))?)?(?:Z|([+-])(\d{2}):(\d{2}))$/.exec(text.slice(10));
  if (date === null || rest === null) return null;
  const [, hour, minute, second = '0', fraction = '0', sign, offsetHour = '0', offsetMinute = '0'] = rest;
  if (Number(hour) > 23 || Number(minute) > 59 || Number(second) > 59) return null;
  if (Number(offsetHour) > 18 || Number(offsetMinute) > 59) return null;
  const offset = (sign === '-' ? -1 : 1) * (Number(offsetHour) * 60 + Number(offsetMinute)) * 60_000;
  const clock = (Number(hour) * 60 + Number(minute)) * 60_000 + Number(second) * 1000 + Number(fraction.padEnd(3, '0'));
  return dayOf(date.year, date.month, date.day) * DAY_MS + clock - offset;
}

/** Writes an instant with the offset of the zone: `2026-05-10T12:00:00.000+08:00`, seconds and milliseconds only if any. */
export function showInstant(ms: number, clock: ZoneClock): string {
  const offsetMs = clock.offsetMsAt(ms);
  const wall = ms + offsetMs;
  const day = Math.floor(wall / DAY_MS);
  const inDay = wall - day * DAY_MS;
  const two = (n: number) => String(Math.floor(n)).padStart(2, '0');
  const seconds = (inDay / 1000) % 60;
  const fraction = inDay % 1000;
  const time =
    `${two(inDay / 3_600_000)}:${two((inDay / 60_000) % 60)}` +
    (inDay % 60_000 === 0 ? '' : `:${two(seconds)}${fraction === 0 ? '' : `.${String(fraction).padStart(3, '0')}`}`);
  const zone = Math.abs(offsetMs) / 60_000;
  return `${showDate(civilOf(day))}T${time}${offsetMs < 0 ? '-' : '+'}${two(zone / 60)}:${two(zone % 60)}`;
}
