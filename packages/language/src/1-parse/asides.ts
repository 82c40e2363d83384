import type { IToken } from 'chevrotain';
import type { Language } from '../text.ts';
import type { Reader } from './reader.ts';
import { wordOf } from './tokens.ts';

/** What people say beside a sentence for a condition, and the sentence that says it; the longer sayings come first. */
const ASIDES: Readonly<Record<Language, readonly (readonly [sentence: string, sayings: readonly string[]])[]>> = {
  en: [
    [
      "when the month is the member's birthday month",
      ['in the birthday month', 'in birthday months', 'birthday month'],
    ],
    [
      "when the day is the member's birthday",
      ["on the member's birthday", 'on the birthday', 'on birthdays', 'birthday'],
    ],
  ],
  zh: [
    ['当月为会员生日月', ['会员生日当月', '会员生日月', '生日当月', '生日月']],
    ['当日为会员生日', ['会员生日当天', '会员生日当日', '生日当天', '生日当日', '会员生日', '生日']],
  ],
};

export interface Aside {
  readonly sentence: string;
  /** The line without it. */
  readonly rest: readonly IToken[];
}

export function asideIn(reader: Reader, tokens: readonly IToken[]): Aside | null {
  const said = tokens.map(wordOf);
  for (const [sentence, sayings] of ASIDES[reader.language]) {
    for (const saying of sayings) {
      const words = reader.cutter.words(saying);
      const at = said.findIndex((_, i) => words.every((word, k) => said[i + k] === word));
      const rest = at < 0 ? [] : [...tokens.slice(0, at), ...tokens.slice(at + words.length)];
      if (rest.length > 0) return { sentence, rest };
    }
  }
  return null;
}
