import { createToken, type IToken, Lexer, type TokenType } from 'chevrotain';
import type { TokenKind } from '../phrases/slots.ts';
import { MONTH_NAMES } from '../phrases/values.ts';
import { type Problem, type ProblemParams, problem } from '../problem.ts';
import type { Language, Span } from '../text.ts';
import { narrow } from './characters.ts';
import { plainNumeral } from './numeral.ts';

/**
 * One lexer per language, with the same few kinds of token whatever the number of phrases. It does not know a single
 * word of the phrasebook: a run of Latin letters is a `Word`, a Han character is a token of its own, and the prefix
 * tree decides what they say. The text it cuts is narrowed (`characters.ts`); names are taken from the text as written.
 */
export type LexedKind =
  | TokenKind
  | 'Word'
  | 'Han'
  | 'Colon'
  | 'Comma'
  | 'Open'
  | 'Close'
  | 'Mark'
  | 'UnclosedName'
  | 'BadZhe'
  | 'Comment'
  | 'Junk';

export const MOST_NAME_LENGTH = 200;
export const MOST_DIGITS = 15;

/** A physical line, cut. Offsets are those of the file. */
export interface CutLine {
  readonly tokens: readonly IToken[];
  readonly comment: Comment | null;
  /** What is wrong with one of the tokens; the line is read as if it were not, and nothing else is said about it. */
  readonly flaw: Problem | null;
}
export interface Comment {
  readonly text: string;
  readonly span: Span;
}

export interface Cutter {
  /** The kinds of token by name, for the grammar. */
  readonly types: ReadonlyMap<LexedKind, TokenType>;
  /** Cuts the narrowed line that starts at an offset of a text. */
  cut(narrowed: string, text: string, start: number): CutLine;
  /** The words of a template's literal text, as `wordOf` names them. */
  words(literal: string): readonly string[];
  /** The kind of token that a word of a phrase is: most are a Word or Han, `29 February` is a MonthDay. */
  kindOfWord(word: string): string;
}

export function cutterFor(language: Language): Cutter {
  const space = createToken({ name: 'Space', pattern: /[ \t\r\u0000-\u0008\u000b-\u001f]+/, group: Lexer.SKIPPED });
  const types = tokenTypes(language);
  const lexer = new Lexer([space, ...types.values()], { ensureOptimizations: true, positionTracking: 'onlyOffset' });
  // Only the phrasebook's own text comes here, so this cannot grow with what users write.
  const cutBefore = new Map<string, readonly string[]>();
  return {
    types,
    cut(narrowed, text, start) {
      return finished(lexer.tokenize(narrowed).tokens, text, start);
    },
    words(literal) {
      const known = cutBefore.get(literal) ?? lexer.tokenize(narrow(literal)).tokens.map(wordOf);
      cutBefore.set(literal, known);
      return known;
    },
    kindOfWord(word) {
      const token = lexer.tokenize(word).tokens[0];
      return token === undefined ? 'Junk' : kindOf(token);
    },
  };
}

export function kindOf(token: IToken): string {
  return token.tokenType.name;
}

export function spanOf(token: IToken): Span {
  return { start: token.startOffset, end: endOf(token) };
}

export function endOf(token: IToken): number {
  return (token.endOffset ?? token.startOffset + token.image.length - 1) + 1;
}

/** What a token says when it stands for a word: `Points` and `points`, `05月` and `5月` are one. */
export function wordOf(token: IToken): string {
  const kind = kindOf(token);
  if (kind === 'Han') return token.image;
  if (kind === 'Comma') return ',';
  const lower = token.image.toLowerCase();
  return kind === 'Word' ? lower : lower.replace(/[ \t]+/g, ' ').replace(/\b0+(?=\d)/g, '');
}

const N = '(?:\\d{1,3}(?:,\\d{3})+(?!,?\\d)|\\d+)(?:\\.\\d+)?';
// Bounded, or a long row of such characters would be looked through again from each of them.
const HAN_NUMERAL = '[一二两三四五六七八九十][零〇一二两三四五六七八九十百千万]{0,14}';
const HAN_AMOUNT = `(?:${N}[百千万亿]?|${HAN_NUMERAL})`;
const MONTH_NAME = `(?:${MONTH_NAMES.join('|')})`;
const HAN_DIGIT = '[一二三四五六七八九]';
const WORD_END = '(?![A-Za-z])';

/** The order counts: the first pattern that fits is taken. */
function tokenTypes(language: Language): ReadonlyMap<LexedKind, TokenType> {
  const patterns = language === 'en' ? englishPatterns() : chinesePatterns();
  return new Map(patterns.map(([name, pattern]) => [name, createToken({ name, pattern })]));
}

type Patterns = readonly (readonly [kind: LexedKind, pattern: RegExp])[];

function englishPatterns(): Patterns {
  return [
    ...openingPatterns(),
    ['Date', /\d{4}-\d{1,2}-\d{1,2}(?!\d)/],
    ['Time', /\d{1,2}:\d\d(?!\d)/],
    ['Money', new RegExp(`(?:HK\\$|[¥£$€]) *${N}|${N} +(?:CNY|GBP|USD|EUR|JPY|HKD)${WORD_END}`)],
    ['Off', new RegExp(`${N} *% *off${WORD_END}`, 'i')],
    ['Percent', new RegExp(`${N} *%`)],
    ['Points', new RegExp(`${N} +(?:(?:extra|bonus) +)?points?${WORD_END}`, 'i')],
    ['Duration', new RegExp(`\\d+ +(?:minute|hour|day|week|month|year)s?${WORD_END}`, 'i')],
    [
      'MonthDay',
      new RegExp(`\\d{1,2}(?:st|nd|rd|th)? +${MONTH_NAME}${WORD_END}|${MONTH_NAME} +\\d{1,2}(?![\\d:])`, 'i'),
    ],
    ['Ordinal', new RegExp(`\\d+(?:st|nd|rd|th)${WORD_END}`, 'i')],
    ['Times', new RegExp(`(?:once|twice|\\d+ +times?)${WORD_END}`, 'i')],
    ...closingPatterns(),
  ];
}

function chinesePatterns(): Patterns {
  return [
    ...openingPatterns(),
    ['Date', /\d{4}-\d{1,2}-\d{1,2}(?!\d)|\d{4}年\d{1,2}月\d{1,2}[日号]/],
    ['Time', /\d{1,2}:\d\d(?!\d)/],
    [
      'Money',
      new RegExp(
        `(?:HK\\$|[¥£$€]) *${N}[百千万亿]?|${HAN_AMOUNT} *(?:元|英镑|美元|欧元|日元|港元|CNY|GBP|USD|EUR|JPY|HKD)`,
      ),
    ],
    ['Percent', new RegExp(`${N} *%`)],
    ['Zhe', new RegExp(`(?:${HAN_DIGIT}{1,2}|[1-9]\\.\\d|[2-9]\\d|1[1-9]|[1-9]) *折(?!扣)|半价`)],
    ['BadZhe', /(?:\d+(?:\.\d+)?|[零一二三四五六七八九十百点]{1,6}) *折(?!扣)/],
    ['Points', new RegExp(`${N}[百千万亿]?(?:积分|分(?![钟店]))|${HAN_NUMERAL}积分`)],
    // 每一天, 两年后 and 下一年末 are words of sentences.
    [
      'Duration',
      new RegExp(
        `\\d+(?:分钟|小时|天|周|个月)|\\d{1,3}年|(?!一天)${HAN_NUMERAL}(?:分钟|小时|个月|[天周](?![末底])|年(?![后末底]))`,
      ),
    ],
    ['Times', /(?:\d+|[一二两三四五六七八九])次/],
    ['MonthDay', /\d{1,2}月\d{1,2}[日号]/],
    ['Month', /\d{1,2}月/],
    ...closingPatterns(),
  ];
}

function openingPatterns(): Patterns {
  return [
    ['Comment', /#[^\n]*/],
    ['Name', /"[^"\n]*"|「[^「」\n]*」|『[^『』\n]*』|[“”][^“”\n]*[“”]|＂[^＂\n]*＂/],
    ['UnclosedName', /["「『“”＂][^\n#]*/],
  ];
}

function closingPatterns(): Patterns {
  return [
    ['Zone', new RegExp(`[A-Z][A-Za-z]+(?:\\/[A-Za-z][A-Za-z0-9_+-]*)+|UTC${WORD_END}`)],
    ['Number', new RegExp(N)],
    ['Word', /[A-Za-z\u00c0-\u024f\u0370-\u052f\u0561-\u0587]+(?:'[A-Za-z]+)*/],
    ['Han', /[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]/],
    ['Colon', /:/],
    ['Comma', /[,，、]/],
    ['Open', /\(/],
    ['Close', /\)/],
    ['Mark', /[!$%&'*+\-./;<=>?@[\\\]^_`{|}~¥£€·–—…]/],
    ['Junk', /[\ud800-\udbff][\udc00-\udfff]|[\u0000-\uffff]/],
  ];
}

/** Moves tokens to their place in the file, puts names and numerals right, and finds the first flaw among them. */
function finished(lexed: IToken[], text: string, start: number): CutLine {
  const last = lexed.at(-1);
  let comment: Comment | null = null;
  if (last !== undefined && kindOf(last) === 'Comment') {
    lexed.pop();
    const span = { start: start + last.startOffset, end: start + endOf(last) };
    const written = text.slice(span.start, span.end).trimEnd();
    comment = { text: written, span: { start: span.start, end: span.start + written.length } };
  }
  let flaw: Problem | null = null;
  for (const token of lexed) {
    // The lexer gives only where a token starts; its end is kept because images change below.
    token.startOffset += start;
    token.endOffset = token.startOffset + token.image.length - 1;
    const found = settle(token, text);
    flaw ??= found;
  }
  return { tokens: lexed, comment, flaw };
}

function settle(token: IToken, text: string): Problem | null {
  const kind = kindOf(token);
  const written = () => text.slice(token.startOffset, endOf(token));
  switch (kind) {
    case 'Word':
    case 'Han':
      return null;
    case 'Name':
      token.image = written();
      return token.image.length - 2 > MOST_NAME_LENGTH ? tooLong(token, 'name', MOST_NAME_LENGTH) : null;
    case 'UnclosedName': {
      const name = written().trimEnd();
      token.endOffset = token.startOffset + name.length - 1;
      token.image = name;
      return problem('unclosed-name', spanOf(token), { text: name });
    }
    case 'BadZhe':
      return badZhe(token, written());
    default:
      return settleAmount(token, kind);
  }
}

function settleAmount(token: IToken, kind: string): Problem | null {
  if (kind === 'Money' || kind === 'Points' || kind === 'Duration') {
    const numeral = /^[一二两三四五六七八九十][零〇一二两三四五六七八九十百千万]*/.exec(token.image)?.[0];
    const plain = numeral === undefined ? null : plainNumeral(numeral);
    if (numeral !== undefined && plain !== null) token.image = `${plain}${token.image.slice(numeral.length)}`;
    if (numeral !== undefined && plain === null) {
      return problem('unreadable-sentence', spanOf(token), { text: token.image, nearest: null, related: [] });
    }
  }
  if (kind === 'Percent' || kind === 'Zhe') token.image = token.image.replace(/ +/g, '');
  return token.image.length > MOST_DIGITS && (token.image.match(/\d/g) ?? []).length > MOST_DIGITS
    ? tooLong(token, 'number', MOST_DIGITS)
    : null;
}

function tooLong(token: IToken, what: ProblemParams['too-long']['what'], most: number): Problem {
  return problem('too-long', spanOf(token), { what, most });
}

/** 10折 is the whole price, 0.5折 less than a tenth, 855折 no 折 at all. The way out says the same in percent. */
function badZhe(token: IToken, written: string): Problem {
  const number = token.image.replace(/ *折$/, '');
  const span = spanOf(token);
  const instead = (percent: string) => [{ edits: [{ span, text: `${percent}%` }], safe: false }];
  if (number === '10' || number === '十' || number === '10.0') {
    return problem('bad-zhe', span, { text: written, why: 'all' }, { fixes: instead('100') });
  }
  if (/^0\.[1-9]$/.test(number)) {
    return problem('bad-zhe', span, { text: written, why: 'underOne' }, { fixes: instead(number.slice(2)) });
  }
  if (/^[1-9]\d\d$/.test(number)) {
    const percent = `${number.slice(0, 2)}.${number.slice(2)}`.replace(/\.0$/, '');
    return problem('bad-zhe', span, { text: written, why: 'threeDigits' }, { fixes: instead(percent) });
  }
  return problem('bad-zhe', span, { text: written, why: 'unclear' });
}
