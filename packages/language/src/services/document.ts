import { parse } from '../1-parse/parse.ts';
import type { Section, Tree } from '../1-parse/tree.ts';
import type { Sentence } from '../phrases/book.ts';
import type { Language, Span } from '../text.ts';

/** A file as the editor services see it: its text and what was read from it. Nothing in it ever changes. */
export interface Document {
  readonly text: string;
  readonly tree: Tree;
  readonly language: Language;
}

/** Reads a text for the services; a tree that was made from the very same text saves the reading. */
export function documentOf(text: string, tree: Tree = parse(text).tree): Document {
  return { text, tree, language: tree.language };
}

/** The line around an offset, without its break. */
export function lineAround(text: string, offset: number): Span {
  const start = text.lastIndexOf('\n', offset - 1) + 1;
  const end = text.indexOf('\n', offset);
  return { start, end: end < 0 ? text.length : end };
}

/** The section whose header stands above an offset. */
export function sectionAbove({ tree }: Document, offset: number): Section | null {
  return tree.sections.findLast(({ headerLine }) => headerLine.span.start < offset) ?? null;
}

/** Every sentence of the file, headers left out. */
export function sentencesOf({ sections }: Tree): Sentence[] {
  return sections.flatMap(({ lines }) => lines.flatMap(({ sentence }) => sentence ?? []));
}

export function holds({ start, end }: Span, offset: number): boolean {
  return start <= offset && offset <= end;
}
