import type { Program } from '@laurel/engine';
import fc from 'fast-check';
import { DATES } from './moments.ts';

type Days = Program['calendars'][number]['days'][number];

export const monthDay = fc
  .constantFrom(...DATES)
  .map((date) => ({ month: Number(date.slice(5, 7)), day: Number(date.slice(8)) }));

const civilDate = fc.constantFrom(...DATES);
/** The nth weekday of a month that a date is; off by one week now and then, so that the neighbours are tried too. */
const nthWeekday = fc.tuple(civilDate, fc.constantFrom(0, 0, 0, -1, 1)).map(([date, off]) => {
  const day = Number(date.slice(8));
  const nth = Math.min(Math.max(Math.ceil(day / 7) + off, 1), 5);
  return { nth, weekday: new Date(date).getUTCDay() || 7, month: Number(date.slice(5, 7)) };
});

const lastWeekday = fc.tuple(nthWeekday, fc.boolean()).map(([{ weekday, month }, each]) => {
  return { kind: 'lastWeekday' as const, weekday, month: each ? null : month };
});

export const days: fc.Arbitrary<Days> = fc.oneof(
  fc.record({ kind: fc.constant('each' as const), on: monthDay }),
  fc.record({ kind: fc.constant('each' as const), on: monthDay }),
  fc.record({ kind: fc.constant('run' as const), from: monthDay, to: monthDay }),
  fc.record({ kind: fc.constant('date' as const), date: civilDate }),
  fc.tuple(civilDate, civilDate).map((dates) => {
    const [from, to] = dates.toSorted();
    return { kind: 'dates' as const, from: from ?? '', to: to ?? '' };
  }),
  fc.constantFrom(1, 8, 29, 31).map((day) => ({ kind: 'monthly' as const, day })),
  nthWeekday.map((named) => ({ kind: 'nthWeekday' as const, ...named })),
  lastWeekday,
  lastWeekday,
);
