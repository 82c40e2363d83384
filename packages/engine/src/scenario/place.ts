import * as z from 'zod';

/** What does not fit in a file that people write by hand: where, and why in plain words. */
export interface Misfit {
  /** Keys and positions from 1, as the file has them: `history › 2 › expect › paid`. Empty: the file as a whole. */
  readonly path: string;
  readonly reason: string;
}

/** A place in such a file while it is read. What does not fit is noted, and reading goes on. */
export interface Place {
  /** The place of a key, or of an entry of a list (from 0). */
  in(key: string | number): Place;
  /** Notes what does not fit here; null, so that a reader can answer with it. */
  misfit(reason: string): null;
}

export function placeIn(misfits: Misfit[], path: readonly string[] = []): Place {
  return {
    in: (key) => placeIn(misfits, [...path, typeof key === 'number' ? String(key + 1) : key]),
    misfit: (reason) => {
      misfits.push({ path: path.join(' › '), reason });
      return null;
    },
  };
}

/** Holds a value against a schema; what does not fit is noted in plain words. */
export function fitted<T>(schema: z.ZodType<T>, value: unknown, place: Place): T | null {
  const result = schema.safeParse(value, { reportInput: true });
  if (result.success) return result.data;
  for (const issue of result.error.issues) {
    const at = issue.path.reduce<Place>((inner, key) => inner.in(typeof key === 'symbol' ? '' : key), place);
    at.misfit(reasonOf(issue));
  }
  return null;
}

function reasonOf(issue: z.core.$ZodIssue): string {
  if (issue.input === undefined && issue.code !== 'unrecognized_keys') return 'is missing';
  switch (issue.code) {
    case 'invalid_type':
      return `must be ${KINDS[issue.expected] ?? issue.expected}`;
    case 'unrecognized_keys':
      return `has nothing called ${issue.keys.map((key) => `"${key}"`).join(', ')}`;
    case 'invalid_value':
      return `must be one of: ${issue.values.map(String).join(', ')}`;
    case 'too_small':
      return 'must not be empty';
    case 'too_big':
      return `must not be longer than ${issue.maximum}`;
    default:
      return issue.message;
  }
}

const KINDS: Readonly<Record<string, string>> = {
  object: 'names with values (name: value)',
  record: 'names with values (name: value)',
  array: 'a list',
  string: 'text',
};

/** One word, number or yes/no, as text: a reader of the file may or may not have told them apart. */
export const Text = z
  .custom<string | number | boolean>(
    (value) => typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean',
    'must be one value, not a list or names with values',
  )
  .transform((value) => String(value).trim());

/** `yes` or `no`. */
export const YesNo = Text.pipe(z.enum(['yes', 'no', 'true', 'false'])).transform(
  (word) => word === 'yes' || word === 'true',
);

/** Whether a value is names with values. */
export function isMap(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Whether nothing was written after a name. */
export function isBlank(value: unknown): boolean {
  return value === null || value === undefined || value === '';
}

/** `"a", "b" and "c"` for people. */
export function listed(names: readonly string[]): string {
  return names.map((name) => `"${name}"`).join(', ');
}
