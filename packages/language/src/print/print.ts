import type { Line, Section, Tree } from '../1-parse/tree.ts';
import type { Language } from '../text.ts';
import { joinedPieces, type Piece, type Printable, sentencePieces } from './sentence.ts';

/**
 * The text of a tree in a language: the formatter, when that is the file's own language, and else the translation.
 * Names and comments stay as they were written, and so do lines that could not be read.
 */
export function print(tree: Tree, language: Language): string {
  const page = pageFor(language);
  for (const line of tree.preamble) page.line(line, line.unread === null ? MARGIN : INDENT);
  for (const section of tree.sections) printSection(section, page);
  return page.text();
}

const MARGIN = '';
const INDENT = '  ';
const DEEPER = '    ';
const MOST_COLUMNS = 100;

interface Page {
  line(line: Line, indent: string, sentence?: Printable | null): void;
  text(): string;
}

function printSection({ above, header, headerLine, lines }: Section, page: Page): void {
  for (const comment of above) page.line(comment, MARGIN);
  page.line(headerLine, MARGIN, header);
  for (const line of lines) page.line(line, INDENT, line.sentence);
}

function pageFor(language: Language): Page {
  const rows: string[] = [];
  return {
    line({ afterBlank, comments, unread }, indent, sentence = null) {
      if (afterBlank && rows.length > 0) rows.push('');
      const own =
        sentence !== null
          ? sentenceRows(sentence, comments, indent, language)
          : unread !== null
            ? unreadRows(unread, comments, indent)
            : comments.map((comment) => indent + comment);
      for (const row of own) rows.push(row);
    },
    text: () => rows.map((row) => `${row.trimEnd()}\n`).join(''),
  };
}

/** A line that could not be read, as it stands; what was joined to it goes on a little deeper. */
function unreadRows(unread: string, comments: readonly string[], indent: string): string[] {
  const [first = '', ...rest] = unread.split('\n').map((row) => row.trim());
  const rows = [indent + first, ...rest.filter((row) => row !== '').map((row) => `${indent}${INDENT}${row}`)];
  return rows.map((row, i) => (i === rows.length - 1 ? commented(row, comments.join(' ')) : row));
}

function sentenceRows(sentence: Printable, comments: readonly string[], indent: string, language: Language): string[] {
  const pieces = sentencePieces(sentence, language);
  const one = indent + joinedPieces(pieces, language);
  if (comments.length < 2 && (columns(one) <= MOST_COLUMNS || pieces.every(({ depth }, i) => i === 0 || depth > 0))) {
    return [commented(one, comments[0])];
  }
  const rows = broken(pieces, comments.length < 2, language).map((row, i) => (i === 0 ? indent : DEEPER) + row);
  return withComments(rows, comments, indent);
}

/** Breaks before every `and` and `or` of the sentence itself; where comments need a break and it has none, further in. */
function broken(pieces: readonly Piece[], onlyOutermost: boolean, language: Language): string[] {
  const breaks = pieces.slice(1).map(({ depth }) => depth);
  const deepest = onlyOutermost ? 0 : Math.min(...breaks);
  const rows: Piece[][] = [];
  for (const piece of pieces) {
    const row = rows.at(-1);
    if (row === undefined || piece.depth <= deepest) rows.push([piece]);
    else row.push(piece);
  }
  return rows.map((row) => joinedPieces(row, language));
}

/**
 * A sentence that was joined from several lines can have as many comments. Each goes to a row; those that are left stand
 * on lines of their own before the last row, where they still belong to the sentence.
 */
function withComments(rows: readonly string[], comments: readonly string[], indent: string): string[] {
  const last = rows.length - 1;
  if (last < 1)
    return [...comments.slice(0, -1).map((comment) => indent + comment), commented(rows[0] ?? '', comments.at(-1))];
  if (comments.length === 1) return rows.map((row, i) => commented(row, i === last ? comments[0] : undefined));
  if (comments.length <= rows.length) return rows.map((row, i) => commented(row, comments[i]));
  return [
    ...rows.slice(0, last).map((row, i) => commented(row, comments[i])),
    ...comments.slice(last, -1).map((comment) => DEEPER + comment),
    commented(rows[last] ?? '', comments.at(-1)),
  ];
}

function commented(row: string, comment: string | undefined): string {
  return comment === undefined || comment === '' ? row : `${row}  ${comment}`;
}

/** Columns as a fixed-width font has them: a Han character and its punctuation take two. */
function columns(row: string): number {
  return (
    row.length +
    (row.match(
      /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6]/g,
    )?.length ?? 0)
  );
}
