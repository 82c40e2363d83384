import type { Words } from '@laurel/engine/words';

/** One thing that the engine can say, and how it reads. */
export interface Case {
  readonly say: (words: Words) => string;
  readonly en: string;
  readonly zh: string;
}

/** A value, its English, its Chinese. */
export type Row<T> = readonly [value: T, en: string, zh: string];

/** Rows for each variant of a union: the type checker sees to it that none is forgotten. */
export type Table<Tag extends string, Union extends { readonly [T in Tag]: string }> = {
  readonly [Variant in Union[Tag]]: readonly Row<Extract<Union, { readonly [T in Tag]: Variant }>>[];
};

export function cases<T>(
  table: Readonly<Record<string, readonly Row<T>[]>>,
  say: (words: Words, value: T) => string,
): Case[] {
  return Object.values(table).flatMap((rows) =>
    rows.map(([value, en, zh]) => ({ say: (words: Words) => say(words, value), en, zh })),
  );
}
