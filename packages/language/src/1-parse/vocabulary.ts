import { createToken, type IToken, Lexer, type TokenType } from 'chevrotain';
import type { TokenKind } from '../phrases/slots.ts';
import { type Cutter, kindOf, wordOf } from './tokens.ts';

/** The token types of a grammar: what the lexer cuts, the words of the phrasebook, and sets of kinds for slots. */
export interface Vocabulary {
  all(): TokenType[];
  /** The type of a word; it is made the first time. */
  word(word: string): TokenType;
  /** The type of any of several kinds of token: a share is a percentage, a 折, or the name of a setting. */
  anyOf(kinds: readonly TokenKind[]): TokenType;
  knows(word: string): boolean;
  /** Gives the tokens of a line that are words of the phrasebook the types of those words. */
  recognize(tokens: readonly IToken[]): void;
}

/** Tokens of these kinds can be words of a phrase; names and unreadable tokens never are. */
const WORDLIKE: ReadonlySet<string> = new Set([
  'Word',
  'Han',
  'Number',
  'Month',
  'MonthDay',
  'Mark',
  'Points',
  'Duration',
  'Times',
]);
const PUNCTUATION: ReadonlySet<string> = new Set(['Colon', 'Comma', 'Open', 'Close']);

export function vocabularyOf(cutter: Cutter): Vocabulary {
  const words = new Map<string, TokenType>();
  const sets = new Map<string, TokenType>();
  const lexed = new Map<string, TokenType>(cutter.types);

  function madeFor(word: string): TokenType {
    const kind = cutter.kindOfWord(word);
    const type = lexed.get(kind);
    if (type !== undefined && PUNCTUATION.has(kind)) return type;
    // A word that looks like a value is also that value, wherever a sentence has no such word.
    const categories = type === undefined || kind === 'Word' || kind === 'Han' ? [] : [type];
    return createToken({ name: `'${word}'`, pattern: Lexer.NA, categories });
  }

  return {
    all: () => [...new Set([...lexed.values(), ...sets.values(), ...words.values()])],
    word(word) {
      const type = words.get(word) ?? madeFor(word);
      words.set(word, type);
      return type;
    },
    anyOf(kinds) {
      const types = kinds.flatMap((kind) => lexed.get(kind) ?? []);
      const [only] = types;
      if (types.length === 1 && only !== undefined) return only;
      const name = types.map((type) => type.name).join('|');
      const set = sets.get(name) ?? createToken({ name, pattern: Lexer.NA });
      if (!sets.has(name)) for (const type of types) type.CATEGORIES = [...(type.CATEGORIES ?? []), set];
      sets.set(name, set);
      return set;
    },
    knows: (word) => words.has(word),
    recognize(tokens) {
      for (const token of tokens) {
        if (!WORDLIKE.has(kindOf(token))) continue;
        const type = words.get(wordOf(token));
        if (type === undefined) continue;
        token.tokenType = type;
        token.tokenTypeIdx = type.tokenTypeIdx ?? 0;
      }
    },
  };
}
