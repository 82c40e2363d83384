import type { Language, Span } from '../text.ts';
import { narrow } from './characters.ts';
import { MOST_LINE_LENGTH } from './lines.ts';
import { readerFor } from './reader.ts';
import { kindOf, spanOf, wordOf } from './tokens.ts';

/** What a stretch of text is, as far as it can be told without reading the sentence. */
export type StretchKind = 'word' | 'name' | 'amount' | 'date' | 'mark' | 'comment' | 'strange';

/** A token as plain data, for those who know no lexer. */
export interface Stretch {
  readonly kind: StretchKind;
  readonly span: Span;
}

/** The tokens and comments of a stretch of a file, in order. Lines that are too long to be read have none. */
export function stretchesIn(text: string, language: Language, within: Span): readonly Stretch[] {
  const { cutter, vocabulary } = readerFor(language);
  const stretches: Stretch[] = [];
  for (let start = within.start; start < within.end; ) {
    const found = text.indexOf('\n', start);
    const end = found < 0 ? text.length : found;
    if (end - start <= MOST_LINE_LENGTH) {
      const { tokens, comment } = cutter.cut(narrow(text.slice(start, end)), text, start);
      for (const token of tokens) {
        stretches.push({ kind: stretchKind(kindOf(token), vocabulary.knows(wordOf(token))), span: spanOf(token) });
      }
      if (comment !== null) stretches.push({ kind: 'comment', span: comment.span });
    }
    start = end + 1;
  }
  return stretches;
}

const KINDS: Readonly<Record<string, StretchKind>> = {
  Name: 'name',
  UnclosedName: 'name',
  Money: 'amount',
  Percent: 'amount',
  Zhe: 'amount',
  Points: 'amount',
  Duration: 'amount',
  Number: 'amount',
  Date: 'date',
  Time: 'date',
  MonthDay: 'date',
  Month: 'date',
  Ordinal: 'date',
  Zone: 'date',
  Colon: 'mark',
  Comma: 'mark',
  Open: 'mark',
  Close: 'mark',
};

function stretchKind(kind: string, isKnown: boolean): StretchKind {
  return KINDS[kind] ?? (isKnown ? 'word' : 'strange');
}
