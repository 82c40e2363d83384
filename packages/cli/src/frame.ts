import { type Place, placesIn, type Span } from '@laurel/language';
import { type Cell, cellOf } from './display.ts';

/** A stretch of a file as people see it: its lines with their numbers, and marks under what is meant. */
export interface Frame {
  readonly place: Place;
  readonly rows: readonly Row[];
}

/** A source line and what stands under it; without a number: lines that are left out. */
export interface Row {
  readonly number: number | null;
  readonly shown: string;
  /** Spaces, then carets; empty: nothing is marked. */
  readonly marks: string;
}

/** Longer stretches show how they begin and how they end. */
const MOST_LINES = 5;
/** Longer lines show the part around the mark. */
const MOST_COLUMNS = 120;
const COLUMNS_BEFORE_MARK = 40;

export function frameOf(text: string, span: Span, placeAt = placesIn(text)): Frame {
  const place = placeAt(span.start);
  const first = place.line;
  // A stretch that ends with a line break does not reach the line after it.
  const last = placeAt(Math.max(span.start, span.end - 1)).line;
  const rows: Row[] = [];
  let start = span.start === 0 ? 0 : text.lastIndexOf('\n', span.start - 1) + 1;
  for (let number = first; number <= last; number += 1) {
    const stop = text.indexOf('\n', start);
    const end = stop < 0 ? text.length : stop;
    const isLeftOut = last - first >= MOST_LINES && number >= first + 2 && number < last;
    if (!isLeftOut) rows.push(rowOf(text.slice(start, end), number, markedIn(text, span, start, end)));
    else if (number === first + 2) rows.push({ number: null, shown: '…', marks: '' });
    start = end + 1;
  }
  return { place, rows };
}

/** The part of a line that the span covers, in offsets of the line; the indentation of a line after the first is not. */
function markedIn(text: string, span: Span, lineStart: number, lineEnd: number): Span {
  const begin = Math.max(span.start, lineStart);
  const end = Math.max(begin, Math.min(span.end, lineEnd));
  const indent = span.start < lineStart ? (/^\s*/.exec(text.slice(begin, end))?.[0].length ?? 0) : 0;
  return { start: begin + indent - lineStart, end: end - lineStart };
}

function rowOf(line: string, number: number, marked: Span): Row {
  const whole = line.endsWith('\r') ? line.slice(0, -1) : line;
  const cells = cellsAround(whole, marked.start);
  // A mark has at least one column, at the end of a line the one after it.
  const stop = Math.max(marked.end, marked.start + 1);
  const isMarked = ({ offset, char }: Placed) => offset < stop && offset + char.length > marked.start;
  const at = cells.findIndex(isMarked);
  const markColumn = columnAt(cells, at < 0 ? cells.length : at);
  const { from, to } = windowOf(cells, markColumn);

  const before = (cells[from]?.offset ?? 0) > 0 ? '…' : '';
  const last = cells[to - 1];
  const after = last !== undefined && last.offset + last.char.length < whole.length ? '…' : '';
  const kept = cells.slice(from, to);
  const columns = kept.filter(isMarked).reduce((sum, cell) => sum + cell.columns, 0);
  const begin = markColumn - columnAt(cells, from) + before.length;
  return {
    number,
    shown: before + kept.map(({ shown }) => shown).join('') + after,
    marks: `${' '.repeat(begin)}${'^'.repeat(Math.max(columns, 1))}`,
  };
}

interface Placed extends Cell {
  readonly char: string;
  /** In the line, UTF-16 units. */
  readonly offset: number;
  readonly column: number;
}

/** The characters of a line near an offset; what is further away would not be shown anyway. */
function cellsAround(line: string, offset: number): Placed[] {
  const start = betweenCharacters(line, Math.max(offset - MOST_COLUMNS * 2, 0));
  const end = betweenCharacters(line, offset + MOST_COLUMNS * 2);
  const cells: Placed[] = [];
  let at = start;
  let column = 0;
  for (const char of line.slice(start, end)) {
    const cell = cellOf(char, column);
    cells.push({ ...cell, char, offset: at, column });
    at += char.length;
    column += cell.columns;
  }
  return cells;
}

/** Which cells are shown: all of them, or those around the mark. */
function windowOf(cells: readonly Placed[], markColumn: number): { from: number; to: number } {
  const total = columnAt(cells, cells.length);
  if (total <= MOST_COLUMNS) return { from: 0, to: cells.length };
  const begin = Math.max(Math.min(markColumn - COLUMNS_BEFORE_MARK, total - MOST_COLUMNS), 0);
  const from = cells.findIndex(({ column }) => column >= begin);
  const to = cells.findIndex(({ column, columns }) => column + columns > begin + MOST_COLUMNS);
  return { from, to: to < 0 ? cells.length : to };
}

/** The column at which a cell begins; after the last one, at which the line ends. */
function columnAt(cells: readonly Placed[], index: number): number {
  const cell = cells[index];
  if (cell !== undefined) return cell.column;
  const last = cells[cells.length - 1];
  return last === undefined ? 0 : last.column + last.columns;
}

function betweenCharacters(line: string, offset: number): number {
  const unit = line.charCodeAt(offset);
  return unit >= 0xdc00 && unit <= 0xdfff ? offset + 1 : offset;
}
