import { cellOf, visible } from './display.ts';

/** Rows of cells in columns that line up on a terminal; `right` names the columns (from 0) that end together. */
export function table(rows: readonly (readonly string[])[], right: readonly number[] = []): string[] {
  const shown = rows.map((row) => row.map(visible));
  const widths = Array.from({ length: Math.max(0, ...shown.map((row) => row.length)) }, (_, i) =>
    Math.max(...shown.map((row) => widthOf(row[i] ?? ''))),
  );
  return shown.map((row) =>
    row
      .map((cell, i) => {
        const gap = ' '.repeat((widths[i] ?? 0) - widthOf(cell));
        return right.includes(i) ? gap + cell : cell + gap;
      })
      .join('  ')
      .trimEnd(),
  );
}

/** How many columns a text takes. */
function widthOf(text: string): number {
  let columns = 0;
  for (const char of text) columns += cellOf(char, columns).columns;
  return columns;
}
