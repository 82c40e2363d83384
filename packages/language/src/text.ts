/** The two surface languages. One grammar stands behind both. */
export type Language = 'en' | 'zh';
export const LANGUAGES: readonly Language[] = ['en', 'zh'];

/** A stretch of a file: UTF-16 offsets, end exclusive. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** A file as the host has it. */
export interface Source {
  /** What the host calls the file; shown, never opened. */
  readonly name: string;
  readonly text: string;
}

/** The smallest span that holds both. */
export function joined(a: Span, b: Span): Span {
  return { start: Math.min(a.start, b.start), end: Math.max(a.end, b.end) };
}

/** A place as people count it: line and column from 1. */
export interface Place {
  readonly line: number;
  readonly column: number;
}

/** Answers on which line and column an offset of a text lies. */
export function placesIn(text: string): (offset: number) => Place {
  const starts = [0];
  for (let i = text.indexOf('\n'); i >= 0; i = text.indexOf('\n', i + 1)) starts.push(i + 1);
  return (offset) => {
    let low = 0;
    let high = starts.length;
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if ((starts[middle] ?? 0) <= offset) low = middle;
      else high = middle;
    }
    return { line: low + 1, column: offset - (starts[low] ?? 0) + 1 };
  };
}
