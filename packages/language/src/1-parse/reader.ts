import type { IToken } from 'chevrotain';
import type { PlaceName } from '../phrases/book.ts';
import { JOINTS } from '../phrases/phrase.ts';
import { LANGUAGES, type Language } from '../text.ts';
import { LineGrammar, type Reading } from './grammar.ts';
import { type Branch, placeTrees } from './prefix-tree.ts';
import { type Cutter, cutterFor, wordOf } from './tokens.ts';
import { type Vocabulary, vocabularyOf } from './vocabulary.ts';
import { type Wording, wordingsOf } from './wordings.ts';

/** All that reads one language: its lexer, its prefix trees, its grammar. */
export interface Reader {
  readonly language: Language;
  readonly cutter: Cutter;
  readonly vocabulary: Vocabulary;
  readonly places: ReadonlyMap<PlaceName, Branch>;
  read(place: PlaceName, tokens: readonly IToken[]): Reading;
  /** Whether a line begins with a word that can open a section. */
  opensLikeHeader(tokens: readonly IToken[]): boolean;
  /** Every sentence of a place, for the search of the nearest one. */
  wordings(place: PlaceName): readonly Wording[];
  /** Whether a line goes on with the sentence before it. */
  opensWithJoint(tokens: readonly IToken[]): boolean;
}

/** Makes a reader. `validate` has chevrotain prove that no two sentences can be confused; the tests do. */
export function makeReader(language: Language, options: { readonly validate: boolean }): Reader {
  const cutter = cutterFor(language);
  const cut = (literal: string) => cutter.words(literal);
  const places = placeTrees(language, cut);
  const vocabulary = vocabularyOf(cutter);
  const grammar = new LineGrammar({ language, places, vocabulary, cut }, options);
  const { and, or, listOr } = JOINTS[language];
  const joints = [...and, ...or, ...listOr].map(cut);
  const wordings = new Map<PlaceName, readonly Wording[]>();
  return {
    language,
    cutter,
    vocabulary,
    places,
    read: (place, tokens) => grammar.read(place, tokens),
    opensLikeHeader: (tokens) => places.get('header')?.words.has(saysAt(tokens, 0) ?? '') ?? false,
    wordings: (place) => {
      const known = wordings.get(place) ?? wordingsOf(places, place);
      wordings.set(place, known);
      return known;
    },
    opensWithJoint: (tokens) => joints.some((words) => words.every((word, i) => saysAt(tokens, i) === word)),
  };
}

function saysAt(tokens: readonly IToken[], i: number): string | null {
  const token = tokens[i];
  return token === undefined ? null : wordOf(token);
}

/**
 * The reader of a language, made when a file first needs it. It is a pure function of the phrasebook and keeps nothing
 * from line to line, so one is enough.
 */
export const readerFor: (language: Language) => Reader = lazily((language) =>
  makeReader(language, { validate: false }),
);

function lazily(make: (language: Language) => Reader): (language: Language) => Reader {
  const made = new Map<Language, Reader>();
  return (language) => {
    const reader = made.get(language) ?? make(language);
    if (!made.has(language) && LANGUAGES.includes(language)) made.set(language, reader);
    return reader;
  };
}
