import * as z from 'zod';

// Strict content policies forbid `new Function`; zod must not even probe for it.
z.config({ jitless: true });

/** What a program states: places, names, dates, durations, amounts. */

/** Where a sentence stands in its file: the line (from 1) and UTF-16 offsets, end exclusive. */
export const Span = z.strictObject({ line: z.int().min(1), start: z.int().min(0), end: z.int().min(0) });
export type Span = z.infer<typeof Span>;

export const Name = z.string().min(1).max(200);
export const Month = z.int().min(1).max(12);
export const Weekday = z.int().min(1).max(7);

/** A day of the year without a year: `{ month: 2, day: 28 }`. */
export const MonthDay = z.strictObject({ month: Month, day: z.int().min(1).max(31) });
export type MonthDay = z.infer<typeof MonthDay>;

/** A civil date, `2026-05-10`. */
export const CivilDate = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);

/** Hours and minutes are elapsed time; days and longer count local dates (semantics T2, T4). */
export const Duration = z.strictObject({
  count: z.int().min(0).max(100_000),
  unit: z.enum(['minute', 'hour', 'day', 'week', 'month', 'year']),
});
export type Duration = z.infer<typeof Duration>;

/** What an amount is an amount of. Units never mix (language design, Values). */
export const Unit = z.enum(['points', 'money', 'share', 'factor', 'count']);
export type Unit = z.infer<typeof Unit>;

/** An exact decimal in plain notation, at most 15 digits before the point and 9 after it. */
export const Decimal = z.string().regex(/^-?\d{1,15}(\.\d{1,9})?$/);

/** The smallest and the largest value that an expression can take, inclusive. */
export const Range = z.strictObject({ least: Decimal, most: Decimal });

/**
 * An amount that the file states: a constant, or a setting that stays symbolic until `load` binds it.
 * `scale` is the number of decimal places that it can carry; a share of 58% is the value 0.58.
 */
export const Amount = z.strictObject({
  unit: Unit,
  scale: z.int().min(0).max(9),
  range: Range,
  value: z.union([z.strictObject({ constant: Decimal }), z.strictObject({ setting: Name })]),
});
export type Amount = z.infer<typeof Amount>;
