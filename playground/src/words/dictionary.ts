import type { Language } from '@laurel/language';
import { createContext, useContext } from 'react';
import { en } from './en.ts';
import { zh } from './zh.ts';

/** The same keys in each language, texts free: what English has as a word or a function, the other has too. */
type Loose<T> = {
  readonly [K in keyof T]: T[K] extends string
    ? string
    : T[K] extends (...given: infer G) => string
      ? (...given: G) => string
      : Loose<T[K]>;
};
export type Dictionary = Loose<typeof en>;

const dictionaries: Readonly<Record<Language, Dictionary>> = { en, zh };

export function dictionary(language: Language): Dictionary {
  return dictionaries[language];
}

/** The page's language and its words, wherever a part of the page is drawn. */
export const Words = createContext<{ readonly language: Language; readonly t: Dictionary }>({ language: 'en', t: en });

export function useWords() {
  return useContext(Words);
}
