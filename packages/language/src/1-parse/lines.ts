import type { IToken } from 'chevrotain';
import { type Problem, problem } from '../problem.ts';
import { joined, type Span } from '../text.ts';
import { codePointName, hiddenIn, narrow, withoutHidden } from './characters.ts';
import type { Reader } from './reader.ts';
import { type CutLine, endOf, kindOf } from './tokens.ts';

export const MOST_LINE_LENGTH = 2000;
/** No sentence goes on after more lines of comment than this. */
const MOST_WAITING = 1000;
/** Some editors put it at the start of a file; it is none of the text. */
const BYTE_ORDER_MARK = '\ufeff';

/** A line as the language counts them: what goes on with `and` or `or` belongs to the line before. */
export interface LogicalLine {
  /** None in a line of comment only, and in one that is too long to be read. */
  readonly tokens: readonly IToken[];
  /** From the first character of the sentence to its last; null in a line of comment only. */
  readonly code: Span | null;
  /** From the first character to the last, comment included. */
  readonly span: Span;
  readonly comments: readonly string[];
  readonly afterBlank: boolean;
  readonly atMargin: boolean;
  /** What is wrong with a single token of it, or with its length. */
  readonly flaw: Problem | null;
  /** The stretches of text without comments that it is made of; more than one when lines were joined. */
  readonly pieces: readonly Span[];
}

/** The lines of a file, one after the other; no further than they are asked for, so that nobody waits for lines unread. */
export function* logicalLines(text: string, reader: Reader): Generator<LogicalLine> {
  const narrowed = narrow(text);
  /** The last sentence and the comments after it, as long as a line may still go on with it. */
  let waiting: Draft[] = [];
  let isFirst = true;
  let afterBlank = false;
  for (const { start, end } of physicalLines(text)) {
    const line = end === start ? null : draft(reader, text, narrowed, start, end);
    if (line === null) {
      afterBlank = !isFirst;
      continue;
    }
    line.afterBlank = afterBlank;
    isFirst = false;
    afterBlank = false;
    if (line.code !== null && reader.opensWithJoint(line.tokens) && canGoOn(waiting)) waiting = [join(waiting, line)];
    else if (line.code === null && mayWait(waiting)) waiting.push(line);
    else {
      yield* waiting;
      waiting = [line];
    }
  }
  yield* waiting;
}

/** What comes one after the other, by its number; it is made when it is first asked for. */
export function byNumber<T>(source: Iterator<T>): (index: number) => T | undefined {
  const made: T[] = [];
  return (index) => {
    while (made.length <= index) {
      const next = source.next();
      if (next.done) return undefined;
      made.push(next.value);
    }
    return made[index];
  };
}

/** The tokens of a line in another language's lexer. */
export function cutAgain(line: LogicalLine, text: string, reader: Reader): readonly IToken[] {
  const tokens = line.pieces.flatMap(({ start, end }) => [
    ...reader.cutter.cut(narrow(text.slice(start, end)), text, start).tokens,
  ]);
  reader.vocabulary.recognize(tokens);
  return tokens;
}

interface Draft extends LogicalLine {
  tokens: IToken[];
  code: Span | null;
  span: Span;
  comments: string[];
  afterBlank: boolean;
  flaw: Problem | null;
  pieces: Span[];
}

function* physicalLines(text: string): Generator<Span> {
  let start = 0;
  for (;;) {
    const found = text.indexOf('\n', start);
    const end = found < 0 ? text.length : found;
    yield { start, end: text[end - 1] === '\r' && end > start ? end - 1 : end };
    if (found < 0) return;
    start = found + 1;
  }
}

/** One physical line; null when nothing is on it. */
function draft(reader: Reader, text: string, narrowed: string, start: number, end: number): Draft | null {
  if (end - start > MOST_LINE_LENGTH) return unmeasured(text, start, end);
  const { visible, flaw } = unhidden(text, narrowed, start, end);
  if (visible.trim() === '') {
    return flaw === null ? null : { ...empty, span: { start, end }, flaw, pieces: [], tokens: [], comments: [] };
  }
  const cut = reader.cutter.cut(visible, text, start);
  reader.vocabulary.recognize(cut.tokens);
  const code = codeOf(cut);
  const span = code === null ? cut.comment?.span : cut.comment === null ? code : joined(code, cut.comment.span);
  if (span === undefined) return null;
  return {
    tokens: [...cut.tokens],
    code,
    span,
    comments: cut.comment === null ? [] : [cut.comment.text],
    afterBlank: false,
    atMargin: span.start === start || (start === 0 && span.start === 1 && text[0] === BYTE_ORDER_MARK),
    flaw: flaw ?? cut.flaw,
    pieces: code === null ? [] : [code],
  };
}

const empty = { code: null, afterBlank: false, atMargin: false } as const;

function codeOf(cut: CutLine): Span | null {
  const first = cut.tokens[0];
  const last = cut.tokens.at(-1);
  return first === undefined || last === undefined ? null : { start: first.startOffset, end: endOf(last) };
}

/** A line too long to be read is kept as it stands; a long comment is only a comment. */
function unmeasured(text: string, start: number, end: number): Draft | null {
  const written = text.slice(start, end);
  const from = start + (written.length - written.trimStart().length);
  const span = { start: from, end: start + written.trimEnd().length };
  const line = { tokens: [], afterBlank: false, atMargin: from === start, pieces: [] };
  if (/^[#＃]/.test(text.slice(from, from + 1))) {
    return { ...line, span, code: null, comments: [text.slice(span.start, span.end)], flaw: null };
  }
  if (span.end <= span.start) return null;
  return {
    ...line,
    span,
    code: span,
    comments: [],
    flaw: problem('too-long', span, { what: 'line', most: MOST_LINE_LENGTH }),
  };
}

/** Hidden characters are a problem of their own, with the way out; apart from them the line reads as if they were spaces. */
function unhidden(
  text: string,
  narrowed: string,
  start: number,
  end: number,
): { visible: string; flaw: Problem | null } {
  const visible = narrowed.slice(start, end);
  if (start === 0 && visible.startsWith(BYTE_ORDER_MARK)) return unhidden(text, ` ${narrowed.slice(1)}`, 0, end);
  const offsets = hiddenIn(text.slice(start, end)).filter(
    (offset) => start + offset > 0 || text[0] !== BYTE_ORDER_MARK,
  );
  const [first] = offsets;
  if (first === undefined) return { visible, flaw: null };
  const span = { start: start + first, end: start + first + 1 };
  const edits = offsets.map((offset) => ({ span: { start: start + offset, end: start + offset + 1 }, text: '' }));
  const betweenDigits = offsets.some((offset) => /^\d.\d$/s.test(text.slice(start + offset - 1, start + offset + 2)));
  return {
    visible: withoutHidden(visible),
    flaw: problem(
      'hidden-character',
      span,
      { codePoint: codePointName(text, span.start) },
      { fixes: [{ edits, safe: !betweenDigits }] },
    ),
  };
}

function mayWait(waiting: readonly Draft[]): boolean {
  return waiting[0]?.code != null && waiting.length < MOST_WAITING;
}

/** Whether a line with `and` or `or` goes on with the last sentence, past comments: unless it opens a section. */
function canGoOn([sentence]: readonly Draft[]): boolean {
  const last = sentence?.tokens.at(-1);
  return sentence?.code != null && !(last !== undefined && kindOf(last) === 'Colon');
}

function join([target, ...between]: readonly Draft[], line: Draft): Draft {
  if (target === undefined) return line;
  for (const { comments, flaw } of [...between, line]) {
    for (const comment of comments) target.comments.push(comment);
    target.flaw ??= flaw;
  }
  target.span = joined(target.span, line.span);
  if (target.code !== null && line.code !== null) target.code = joined(target.code, line.code);
  for (const piece of line.pieces) target.pieces.push(piece);
  const tooLong = target.tokens.length === 0 || line.code === null || length(target.pieces) > MOST_LINE_LENGTH;
  if (!tooLong) {
    for (const token of line.tokens) target.tokens.push(token);
    return target;
  }
  target.tokens = [];
  target.pieces = [];
  target.flaw ??= problem('too-long', target.span, { what: 'line', most: MOST_LINE_LENGTH });
  return target;
}

function length(pieces: readonly Span[]): number {
  return pieces.reduce((sum, { start, end }) => sum + end - start, 0);
}
