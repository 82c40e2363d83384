import type { Fault } from '../event.ts';

/** What a fault was found in. Nobody mends a saved account by hand, and nobody is shown how. */
export type Whole = 'event' | 'savedAccount';

/** A field that does not fit, for a person who has to see to it. */
export interface Field {
  /** `lines.0.quantity`; empty: the value as a whole. */
  readonly path: string;
  /** The place in a list that people count from one, where the path counts from zero. */
  readonly place: { readonly list: 'lines' | 'tenders'; readonly number: number } | null;
  /** A value that would fit, as JSON; null: there is no typical one. */
  readonly example: string | null;
  /** What a largest and a smallest size count. */
  readonly holds: 'list' | 'text' | 'number';
}

export function fieldOf({ path }: Fault, whole: Whole): Field {
  const steps = path.split('.');
  const [list, index] = steps;
  const last = steps[steps.length - 1] ?? '';
  if (whole === 'savedAccount') {
    return { path, place: null, example: null, holds: last === 'account' ? 'text' : 'number' };
  }
  const isPlace = (list === 'lines' || list === 'tenders') && index !== undefined;
  const example = last === 'kind' ? (list === 'tenders' ? 'cash' : 'purchase') : EXAMPLES.get(last);
  return {
    path,
    place: isPlace ? { list, number: Number(index) + 1 } : null,
    example: example === undefined ? null : `"${example}"`,
    holds: LISTS.has(last) ? 'list' : last === 'sequence' ? 'number' : 'text',
  };
}

/** The fields that a fault says are not known, with their whole paths. */
export function unknownFields({ path, allowed = [] }: Fault): readonly string[] {
  return allowed.map((name) => (path === '' ? name : `${path}.${name}`));
}

/** A choice as JSON writes it: words in quotes, numbers without. */
export function choiceOf(allowed: string): string {
  return /^\d+$/.test(allowed) ? allowed : `"${allowed}"`;
}

export const INSTANT_EXAMPLE = '2026-05-10T12:00:00+08:00';
export const DATE_EXAMPLE = '1990-05-10';

const LISTS: ReadonlySet<string> = new Set(['lines', 'tags', 'asks', 'tenders']);

const EXAMPLES: ReadonlyMap<string, string> = new Map([
  ['id', 'p1'],
  ['account', 'm1'],
  ['purchase', 'p1'],
  ['at', INSTANT_EXAMPLE],
  ['identity', '310101199005100021'],
  ['birthday', DATE_EXAMPLE],
  ['item', 'A1'],
  ['quantity', '1'],
  ['unitPrice', '300.00'],
  ['paid', '150.00'],
  ['tax', '20.80'],
  ['amount', '150.00'],
]);
