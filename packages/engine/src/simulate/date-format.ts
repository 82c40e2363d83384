import { dayOf, daysInMonth } from '../calendar.ts';

/** A wall-clock time as a file has it: a day number, and milliseconds into that day where the format has a time. */
export interface WallTime {
  readonly day: number;
  readonly timeMs: number | null;
}

const PARTS: Readonly<Record<string, { readonly field: Field; readonly digits: string }>> = {
  YYYY: { field: 'year', digits: '\\d{4}' },
  MM: { field: 'month', digits: '\\d{2}' },
  M: { field: 'month', digits: '\\d{1,2}' },
  DD: { field: 'day', digits: '\\d{2}' },
  D: { field: 'day', digits: '\\d{1,2}' },
  hh: { field: 'hour', digits: '\\d{2}' },
  h: { field: 'hour', digits: '\\d{1,2}' },
  mm: { field: 'minute', digits: '\\d{2}' },
  ss: { field: 'second', digits: '\\d{2}' },
};
type Field = 'year' | 'month' | 'day' | 'hour' | 'minute' | 'second';

/**
 * Makes a reader of dates from a format such as `YYYY-MM-DD`, `D/M/YYYY h:mm` or `YYYYMMDD`; other letters and signs stand
 * for themselves. Null for a format without a year, a month and a day. The reader answers null to a text that does not
 * fit, or to a date that does not exist.
 */
export function dateReader(format: string): ((text: string) => WallTime | null) | null {
  const fields: Field[] = [];
  const pattern = format.replace(/YYYY|MM|M|DD|D|hh|h|mm|ss|[^A-Za-z0-9]|[A-Za-z0-9]/g, (part) => {
    const known = PARTS[part];
    if (known === undefined) return part.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
    fields.push(known.field);
    return `(${known.digits})`;
  });
  const whole = new Set(fields);
  if (!whole.has('year') || !whole.has('month') || !whole.has('day') || whole.size < fields.length) return null;
  const fits = new RegExp(`^${pattern}$`);
  const place = (field: Field): number => fields.indexOf(field) + 1;
  const [year, month, day, hour, minute, second] = [
    place('year'),
    place('month'),
    place('day'),
    place('hour'),
    place('minute'),
    place('second'),
  ];
  return (text) => {
    const match = fits.exec(text);
    if (match === null) return null;
    const at = (index: number): number => (index === 0 ? 0 : Number(match[index]));
    if (at(month) < 1 || at(month) > 12 || at(day) < 1 || at(day) > daysInMonth(at(year), at(month))) return null;
    if (at(hour) > 23 || at(minute) > 59 || at(second) > 59) return null;
    return {
      day: dayOf(at(year), at(month), at(day)),
      timeMs: hour === 0 ? null : ((at(hour) * 60 + at(minute)) * 60 + at(second)) * 1000,
    };
  };
}

/** Reads `18:00` or `18:00:30` to milliseconds into the day; null when it is no time. */
export function readTime(text: string): number | null {
  const match = /^(\d{1,2}):(\d{2})(?::(\d{2}))?$/.exec(text);
  if (match === null) return null;
  const [hour, minute, second] = [Number(match[1]), Number(match[2]), Number(match[3] ?? 0)];
  return hour > 23 || minute > 59 || second > 59 ? null : ((hour * 60 + minute) * 60 + second) * 1000;
}
