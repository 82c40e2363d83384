import type { IToken } from 'chevrotain';
import { book, type PlaceName } from '../phrases/book.ts';
import { partsOf } from '../phrases/phrase.ts';
import type { Language } from '../text.ts';
import { isSmall } from './likeness.ts';
import { isValue, type LineCosts, lineCosts, valueKind, weight } from './line-costs.ts';
import { phraseIds, shapeOf } from './prefix-tree.ts';
import type { Reader } from './reader.ts';
import { wordOf } from './tokens.ts';

/** How many sentences a person looks at. */
const MOST_SHOWN = 3;
/** How much of a sentence a line must speak of. */
const LEAST_SHARED = 0.4;
/** A line as long as this says more than one sentence does. */
const MOST_TOKENS = 60;
const BLANK = '…';

/**
 * The sentences of a section that speak of what an unreadable line speaks of, best first: its words, and values of its
 * kinds. They are for people to look at; nothing is put in their place.
 */
export function related(reader: Reader, place: PlaceName, tokens: readonly IToken[]): readonly string[] {
  if (tokens.length > MOST_TOKENS) return [];
  const line = lineCosts(reader, tokens);
  return phraseIds
    .filter((id) => book[id].in === place)
    .map((id) => ({ text: book[id][reader.language], shared: sharedWith(line, book[id][reader.language]) }))
    .filter(({ shared }) => shared >= LEAST_SHARED)
    .sort((a, b) => b.shared - a.shared)
    .slice(0, MOST_SHOWN)
    .map(({ text }) => blanked(text, reader.language));
}

/** The share of the words and values of a sentence and a line that they have in common; 0 where no word is. */
function sharedWith(line: LineCosts, template: string): number {
  const { reader, tokens } = line;
  const kinds = new Set(tokens.map(valueKind));
  const said = tokens.reduce((sum, token) => sum + (isValue(token) ? 1 : weight(wordOf(token))), 0);
  let words = 0;
  let values = 0;
  let all = 0;
  for (const part of partsOf(template)) {
    if ('slot' in part) {
      all += 1;
      const shape = shapeOf(part.type);
      if (shape?.shape === 'token' && shape.tokens.some((kind) => kinds.has(kind))) values += 1;
      continue;
    }
    for (const word of reader.cutter.words(part.literal)) {
      all += weight(word);
      const cost = Math.min(...line.word(word).map((each) => each ?? weight(word)));
      if (!isSmall(word)) words += Math.max(weight(word) - cost, 0);
    }
  }
  return words === 0 ? 0 : (2 * (words + values)) / (all + said);
}

/** The sentence with blanks for its values; a name keeps its quotes. */
function blanked(template: string, language: Language): string {
  return partsOf(template)
    .map((part) => {
      if ('literal' in part) return part.literal;
      const shape = shapeOf(part.type);
      const isName = shape?.shape === 'token' && shape.tokens.length === 1 && shape.tokens[0] === 'Name';
      return isName ? shape.placeholder[language] : BLANK;
    })
    .join('');
}
