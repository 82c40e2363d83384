import { type StretchKind, stretchesIn } from '../1-parse/stretches.ts';
import { JOINTS } from '../phrases/phrase.ts';
import type { Language, Span } from '../text.ts';
import type { Document } from './document.ts';

/** What a stretch of text is to the eye. `keyword` opens a section, `declaration` is the name that it gives. */
export type HighlightKind = StretchKind | 'keyword' | 'declaration' | 'joint';

export interface Highlight {
  readonly kind: HighlightKind;
  readonly span: Span;
}

/** Everything in a file that has a colour of its own, in order. Words that follow one another are one stretch. */
export function highlights({ text, tree, language }: Document): Highlight[] {
  const headers = new Map(
    tree.sections.map(({ headerLine, header }) => [headerLine.span.start, { headerLine, header }]),
  );
  const all: Highlight[] = [];
  let opening: Span | null = null;
  for (const { kind, span } of stretchesIn(text, language, { start: 0, end: text.length })) {
    const header = headers.get(span.start);
    if (header !== undefined) opening = header.headerLine.span;
    const inHeader = opening !== null && span.end <= opening.end;
    const found = { kind: kindIn(kind, inHeader, text.slice(span.start, span.end), language), span };
    const last = all.at(-1);
    if (last?.kind === found.kind && WORDY.has(found.kind) && /^[ \t]*$/.test(text.slice(last.span.end, span.start))) {
      all[all.length - 1] = { kind: last.kind, span: { start: last.span.start, end: span.end } };
    } else all.push(found);
  }
  return all;
}

const WORDY: ReadonlySet<HighlightKind> = new Set(['word', 'keyword', 'strange']);

function kindIn(kind: StretchKind, inHeader: boolean, written: string, language: Language): HighlightKind {
  if (inHeader && kind === 'word') return 'keyword';
  if (inHeader && kind === 'name') return 'declaration';
  if (kind === 'word' && language === 'en' && isJoint(written)) return 'joint';
  return kind;
}

/** In Chinese each character is a token of its own, and no one of them joins anything. */
function isJoint(word: string): boolean {
  const { and, or, not } = JOINTS.en;
  return [and, or, not].some((words) => words.includes(word.toLowerCase()));
}
