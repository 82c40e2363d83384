import type { CrowdFigure } from '../play/crowd.ts';
import type { Dictionary } from '../words/dictionary.ts';

/** Hands the figures over as a CSV file. */
export function report(figures: readonly CrowdFigure[], t: Dictionary, program: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob(['\ufeff', csvOf(figures, t)], { type: 'text/csv' }));
  link.download = `${program}.csv`;
  link.click();
  URL.revokeObjectURL(link.href);
}

export function csvOf(figures: readonly CrowdFigure[], t: Dictionary): string {
  const rows = figures.map(({ id, wallet, text, share, kept, difference }) => [
    t.crowd[id],
    wallet,
    text,
    share,
    kept,
    difference,
  ]);
  const head = [t.figure, t.wallet, t.now, t.ofSales, t.keptVersion, t.difference];
  return [head, ...rows].map((row) => `${row.map((cell) => cellOf(cell ?? '')).join(',')}\r\n`).join('');
}

/** A name from a file must not become a formula in a spreadsheet. */
function cellOf(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n']/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
