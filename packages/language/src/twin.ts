import type { Program } from '@laurel/engine';

/** Whether two programs are the same up to a one-to-one renaming: what twins in two languages must be. */
export type Renaming =
  | { readonly ok: true; readonly names: ReadonlyMap<string, string> }
  | { readonly ok: false; readonly difference: string };

/** The renaming that turns the names of `from` into those of `to`; or the path of the first difference. */
export function renaming(from: Program, to: Program): Renaming {
  const names = new Map<string, string>();
  const back = new Map<string, string>();
  const declared = new Set([from, to].flatMap(namesOf));

  /** The path at which two values differ; null when they are equal or can be renamed into each other. */
  const difference = (a: unknown, b: unknown, path: string): string | null => {
    if (typeof a === 'string' && typeof b === 'string') {
      if (!declared.has(a) && !declared.has(b)) return a === b ? null : path;
      if ((names.get(a) ?? b) !== b || (back.get(b) ?? a) !== a) return path;
      names.set(a, b);
      back.set(b, a);
      return null;
    }
    if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return a === b ? null : path;
    const [left, right] = [Object.entries(a), new Map(Object.entries(b))];
    if (left.length !== right.size) return path;
    for (const [key, value] of left) {
      // Where a sentence stands in its file is not part of what it means.
      if (key === 'at') continue;
      const found = difference(value, right.get(key), path === '' ? key : `${path}.${key}`);
      if (found !== null) return found;
    }
    return null;
  };

  const found = difference(from, to, '');
  return found === null ? { ok: true, names } : { ok: false, difference: found };
}

/** Everything in a program that its author named. */
function namesOf(program: Program): string[] {
  return [
    program.name,
    program.version,
    ...[program.settings, program.calendars, program.goods, program.wallets, program.rules].flatMap((list) =>
      list.map(({ name }) => name),
    ),
  ];
}
