import type { Section } from '../1-parse/tree.ts';
import type { SectionName } from '../phrases/book.ts';
import type { Span } from '../text.ts';
import type { Document } from './document.ts';

/** A section of the file for an outline: `rule "Base"`. */
export interface OutlineItem {
  readonly section: SectionName;
  /** The header as it is written, without its colon. */
  readonly title: string;
  /** From the header to the last line. */
  readonly span: Span;
  readonly header: Span;
}

/** The file's table of contents. */
export function outline({ text, tree }: Document): OutlineItem[] {
  return tree.sections.map((section) => {
    const header = section.header?.span ?? section.headerLine.span;
    return {
      section: section.name,
      title: text.slice(header.start, header.end).replace(/\s*[:：]$/, ''),
      span: { start: section.headerLine.span.start, end: lastOf(section) },
      header,
    };
  });
}

/** What can be folded away: each section with a body. From the end of the first line to the end of the last. */
export function folds(document: Document): Span[] {
  return document.tree.sections
    .map((section) => ({ start: section.headerLine.span.end, end: lastOf(section) }))
    .filter(({ start, end }) => document.text.slice(start, end).includes('\n'));
}

function lastOf({ headerLine, lines }: Section): number {
  return lines.at(-1)?.span.end ?? headerLine.span.end;
}
