import type { Program } from '@laurel/engine';

/** Whether two programs are the same up to a one-to-one renaming: what twins in two languages must be. */
export type Renaming =
  | { readonly ok: true; readonly names: ReadonlyMap<string, string> }
  /** `difference` is the path of the first thing that differs, `rules.2.effects.0.by.value.constant`. */
  | { readonly ok: false; readonly difference: string };

/** The fields of a Program that hold names which its author gave. */
const NAMES: ReadonlySet<string> = new Set([
  'name',
  'calendar',
  'goods',
  'except',
  'wallet',
  'setting',
  'ladder',
  'tier',
  'floor',
  'fact',
  'event',
  'message',
  'messages',
]);

/** The renaming that turns the names of `from` into those of `to`. */
export function renaming(from: Program, to: Program): Renaming {
  const names = new Map<string, string>();
  const back = new Map<string, string>();

  /** The path at which two values differ; null when they are equal or can be renamed into each other. */
  const difference = (a: unknown, b: unknown, path: readonly string[], isName: boolean): string | null => {
    if (isName && typeof a === 'string' && typeof b === 'string') {
      if ((names.get(a) ?? b) !== b || (back.get(b) ?? a) !== a) return path.join('.');
      names.set(a, b);
      back.set(b, a);
      return null;
    }
    if (!isCompound(a) || !isCompound(b)) return a === b ? null : path.join('.');
    const left = Object.entries(a);
    const right = new Map(Object.entries(b));
    if (left.length !== right.size) return path.join('.');
    for (const [key, value] of left) {
      // Where a sentence stands in its file is not part of what it means.
      if (key === 'at') continue;
      const named = NAMES.has(key) || (isName && Array.isArray(a));
      const found = difference(value, right.get(key), [...path, key], named);
      if (found !== null) return found;
    }
    return null;
  };

  const found = difference(from, to, [], false);
  return found === null ? { ok: true, names } : { ok: false, difference: found };
}

function isCompound(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}
