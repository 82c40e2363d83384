import { book } from '../phrases/book.ts';
import { partsOf } from '../phrases/phrase.ts';
import { LANGUAGES, type Language } from '../text.ts';
import { narrow } from './characters.ts';
import { phraseIds } from './prefix-tree.ts';
import { readerFor } from './reader.ts';

const MOST_LINES_TRIED = 50;
const MOST_INDENT = 20;

/**
 * The language of a file: that of its first section keyword; without any, the one that most lines read as; without that,
 * the one whose letters it is written in.
 */
export function languageOf(text: string): Language {
  for (let start = 0; start < text.length; start = nextLine(text, start)) {
    const line = text.slice(start, start + MOST_INDENT + LONGEST_KEYWORD).split('\n', 1)[0] ?? '';
    const opening = narrow(line).trimStart().toLowerCase();
    const language = LANGUAGES.find((one) => keywords[one].some((keyword) => opens(opening, keyword)));
    if (language !== undefined) return language;
  }
  return byReading(text) ?? (/[\u3400-\u9fff]/.test(bare(text)) && !/[a-z]{2}/i.test(bare(text)) ? 'zh' : 'en');
}

function nextLine(text: string, start: number): number {
  const end = text.indexOf('\n', start);
  return end < 0 ? text.length : end + 1;
}

const headers = phraseIds.map((id) => book[id]).filter((phrase) => phrase.in === 'header');
const keywords: Readonly<Record<Language, readonly string[]>> = {
  en: headers.map(({ en }) => keywordOf(en)),
  zh: headers.map(({ zh }) => keywordOf(zh)),
};
const LONGEST_KEYWORD = Math.max(...LANGUAGES.flatMap((language) => keywords[language].map(({ length }) => length)));

/** What a section opens with, before its name: `if several apply`. */
function keywordOf(template: string): string {
  const [first] = partsOf(template);
  return first !== undefined && 'literal' in first
    ? narrow(first.literal).replace(':', '').trim().toLowerCase()
    : template;
}

function opens(line: string, keyword: string): boolean {
  return line.startsWith(keyword) && /^\s*(?:$|[^a-z0-9\s\u3400-\u9fff])/.test(line.slice(keyword.length));
}

function byReading(text: string): Language | null {
  const lines = text.split('\n', MOST_LINES_TRIED).filter((line) => bare(line).trim() !== '' && line.length < 500);
  const count = (language: Language) => {
    const reader = readerFor(language);
    return lines.filter((line) => {
      const { tokens } = reader.cutter.cut(narrow(line), line, 0);
      reader.vocabulary.recognize(tokens);
      return [...reader.places.keys()].some((place) => reader.read(place, tokens).whole);
    }).length;
  };
  if (lines.length === 0) return null;
  const [en, zh] = [count('en'), count('zh')];
  return en === zh ? null : en > zh ? 'en' : 'zh';
}

/** Text without names and comments, which may be in any language. */
function bare(text: string): string {
  return text.slice(0, 10_000).replace(/"[^"\n]*"|「[^」\n]*」|“[^”\n]*”|[#＃][^\n]*/g, '');
}
