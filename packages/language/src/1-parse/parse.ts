import { type Problem, problem } from '../problem.ts';
import type { Language } from '../text.ts';
import { type Findings, findings } from './findings.ts';
import { isOpening } from './header.ts';
import { languageOf } from './language.ts';
import { readLine } from './line-reading.ts';
import { byNumber, type LogicalLine, logicalLines } from './lines.ts';
import type { Part } from './parts.ts';
import { type Reader, readerFor } from './reader.ts';
import type { Line, Section, Tree } from './tree.ts';

export const MOST_FILE_LENGTH = 500_000;
/** How many lines are asked whether the file indents its sentences. */
const MOST_LINES_LOOKED = 300;

/** Reads a file. Whatever the text, it answers a tree that holds all of it, and what is wrong with it. */
export function parse(text: string): { tree: Tree; problems: readonly Problem[] } {
  const end = text.length <= MOST_FILE_LENGTH ? text.length : text.lastIndexOf('\n', MOST_FILE_LENGTH) + 1;
  const language = languageOf(text.slice(0, end));
  const found = findings();
  const { sections, preamble } = readSections(text.slice(0, end), language, found);
  if (end < text.length) {
    (sections.at(-1)?.lines ?? preamble).push(unreadFrom(text, end));
    found.report(problem('too-long', { start: end, end: end + 1 }, { what: 'file', most: MOST_FILE_LENGTH }));
  }
  return { tree: { language, sections, preamble }, problems: found.all() };
}

/** The rest of a file, kept as it stands. */
function unreadFrom(text: string, start: number): Line {
  const span = { start, end: text.length };
  return { span, comments: [], afterBlank: false, sentence: null, unread: text.slice(start).trimEnd() };
}

interface Growing extends Section {
  readonly lines: Line[];
}

function readSections(text: string, language: Language, found: Findings) {
  const reader = readerFor(language);
  const lineAt = byNumber(logicalLines(text, reader));
  const indented = indents(lineAt, reader);
  const sections: Growing[] = [];
  const preamble: Line[] = [];
  let comments: LogicalLine[] = [];
  let quiet = false;

  const body = () => sections.at(-1)?.lines ?? preamble;
  const place = (line: Line, part: Part) => {
    const above = part.kind === 'header' && sections.length > 0 ? marginRun(comments) : 0;
    const own = comments.slice(comments.length - above).map(commentLine);
    for (const comment of comments.slice(0, comments.length - above)) body().push(commentLine(comment));
    comments = [];
    if (part.kind === 'header') {
      sections.push({ name: part.section, header: part.header, headerLine: line, above: own, lines: [] });
      quiet = part.header === null;
    } else body().push(line);
  };

  for (let index = 0, line = lineAt(0); line !== undefined; line = lineAt(++index)) {
    if (found.isFull()) {
      const from = comments[0]?.span.start ?? line.span.start;
      comments = [];
      body().push(unreadFrom(text, from));
      break;
    }
    if (line.code === null) {
      if (line.flaw !== null) found.report(line.flaw);
      if (line.comments.length > 0) comments.push(line);
      continue;
    }
    const here = index;
    const following = (howFar: number) => lineAt(here + howFar);
    const section = sections.at(-1)?.name ?? null;
    const { parts, wrong } = readLine(
      { text, reader, following, section, indented, quiet, mayRepair: found.mayRepair() },
      line,
    );
    const opens = parts.some(({ kind }) => kind === 'header');
    // Under a header that could not be read the section is a guess: what is wrong there waits until it is mended.
    if (wrong !== null && (!quiet || opens || line.flaw !== null)) found.report(wrong);
    for (const [i, part] of parts.entries()) place(lineOf(text, line, parts, i), part);
  }
  for (const comment of comments) body().push(commentLine(comment));
  return { sections, preamble };
}

/** Whether some line is indented that opens no section; a file shows it soon, or is one in which nothing is. */
function indents(lineAt: (index: number) => LogicalLine | undefined, reader: Reader): boolean {
  for (let i = 0, line = lineAt(0); line !== undefined && i < MOST_LINES_LOOKED; line = lineAt(++i)) {
    if (!line.atMargin && line.code !== null && !isOpening(reader, line.tokens)) return true;
  }
  return false;
}

/** How many of the last comments stand at the margin, one under the other. */
function marginRun(comments: readonly LogicalLine[]): number {
  const other = comments.findLastIndex(({ atMargin }) => !atMargin);
  return comments.length - 1 - other;
}

function commentLine({ span, comments, afterBlank }: LogicalLine): Line {
  return { span, comments, afterBlank, sentence: null, unread: null };
}

/** A line of the file may hold several lines of the language; its comments go with the last. */
function lineOf(text: string, line: LogicalLine, parts: readonly Part[], i: number): Line {
  const part = parts[i];
  const span = parts.length === 1 || part === undefined ? line.span : part.span;
  const last = i === parts.length - 1;
  const unread = part === undefined || part.kind === 'unread' || (part.kind === 'header' && part.header === null);
  return {
    span,
    comments: last ? commentsOf(text, line, unread) : [],
    afterBlank: i === 0 && line.afterBlank,
    sentence: part?.kind === 'sentence' ? part.sentence : null,
    unread: unread && part !== undefined ? text.slice(part.span.start, part.span.end) : null,
  };
}

/** Comments between the pieces of an unread line are in its text as it stands; only the last one is apart from it. */
function commentsOf(text: string, line: LogicalLine, unread: boolean): readonly string[] {
  if (!unread || line.code === null || line.comments.length === 0) return line.comments;
  const after = text.slice(line.code.end, line.span.end).trim();
  return after === '' ? [] : [after];
}
