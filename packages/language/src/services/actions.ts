import { print } from '../print/print.ts';
import type { Edit, Problem } from '../problem.ts';
import type { Language, Span } from '../text.ts';
import { type Document, lineAround } from './document.ts';

/** A way out of a problem, with a title that says what it does. */
export interface Action {
  readonly title: string;
  readonly problem: Problem;
  readonly edits: readonly Edit[];
  /** Sure enough to be applied without being looked at. */
  readonly safe: boolean;
}

/** The ways out of the problems that touch a stretch of the file. Titles are in the reader's language. */
export function actions(document: Document, problems: readonly Problem[], at: Span, language: Language): Action[] {
  return problems
    .filter(({ spans: [{ span }] }) => span.start <= at.end && at.start <= span.end)
    .flatMap((problem) =>
      problem.fixes.map(({ edits, safe }) => ({
        title: titleOf(document.text, edits, language),
        problem,
        edits,
        safe,
      })),
    );
}

/** The whole file laid out as the formatter does it; nothing to do: null. */
export function formatting({ text, tree, language }: Document): Edit | null {
  const printed = print(tree, language);
  return printed === text ? null : { span: { start: 0, end: text.length }, text: printed };
}

/** The first line that the edits change, as it will read; or what they take away. */
function titleOf(text: string, edits: readonly Edit[], language: Language): string {
  const [first] = edits;
  if (first === undefined) return '';
  const removed = text.slice(first.span.start, first.span.end);
  if (edits.every((edit) => edit.text === '') && removed.trim() !== '') {
    return language === 'en' ? `Delete ${shown(removed)}` : `删除 ${shown(removed)}`;
  }
  const line = lineAround(text, first.span.start);
  let written = '';
  let from = line.start;
  for (const { span, text: inserted } of [...edits].sort((a, b) => a.span.start - b.span.start)) {
    if (span.start < from || span.start > line.end) break;
    written += text.slice(from, span.start) + inserted;
    from = span.end;
  }
  const after = `${written}${text.slice(from, Math.max(from, line.end))}`.trim().split(/\s*\n\s*/);
  return language === 'en' ? `Change to: ${shown(after.join(' ⏎ '))}` : `改为：${shown(after.join(' ⏎ '))}`;
}

const MOST_SHOWN = 100;

function shown(written: string): string {
  return written.length > MOST_SHOWN ? `${written.slice(0, MOST_SHOWN - 1)}…` : written;
}
