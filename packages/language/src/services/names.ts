import { stretchesIn } from '../1-parse/stretches.ts';
import { MOST_NAME_LENGTH } from '../1-parse/tokens.ts';
import { declarationsIn, referencesIn } from '../2-check/names.ts';
import type { NameKind } from '../phrases/slots.ts';
import { quote } from '../phrases/values.ts';
import type { Edit } from '../problem.ts';
import type { Span } from '../text.ts';
import { type Document, holds, sentencesOf } from './document.ts';

/** A place where a name stands, quotes included. */
export interface Occurrence {
  readonly kind: NameKind;
  readonly name: string;
  readonly span: Span;
  readonly role: 'declaration' | 'reference';
}

/** Every name that the file gives or uses, in the order of the text; those of its examples too. */
export function occurrences(document: Document): Occurrence[] {
  const { text, tree, language } = document;
  const declared = declarationsIn(tree).map(
    ({ kind, name, span }): Occurrence => ({ kind, name, span, role: 'declaration' }),
  );
  const used = sentencesOf(tree).flatMap((sentence) =>
    referencesIn(sentence).flatMap(({ kind, name, span }): Occurrence[] =>
      // A list of names has one span for all of them.
      stretchesIn(text, language, span)
        .filter((part) => part.kind === 'name' && part.span.end <= span.end && nameAt(text, part.span) === name)
        .map((part) => ({ kind, name, span: part.span, role: 'reference' })),
    ),
  );
  return [...declared, ...used].sort((a, b) => a.span.start - b.span.start);
}

/** The name that stands at an offset. */
export function occurrenceAt(document: Document, offset: number): Occurrence | null {
  return occurrences(document).find(({ span }) => holds(span, offset)) ?? null;
}

/** Where the name at an offset is given: the name in the header. */
export function definition(document: Document, offset: number): Span | null {
  const all = references(document, offset);
  return all.find(({ role }) => role === 'declaration')?.span ?? null;
}

/** Every place that has the name at an offset, the header among them. */
export function references(document: Document, offset: number): Occurrence[] {
  const at = occurrenceAt(document, offset);
  if (at === null) return [];
  return occurrences(document).filter(({ kind, name }) => kind === at.kind && name === at.name);
}

export type Renaming =
  | { readonly ok: true; readonly edits: readonly Edit[] }
  | { readonly ok: false; readonly why: 'noName' | 'empty' | 'tooLong' | 'manyLines' | 'taken' };

/** Gives the name at an offset another wording, everywhere in the file. */
export function rename(document: Document, offset: number, to: string): Renaming {
  const name = to.trim().normalize('NFC');
  const all = references(document, offset);
  const [first] = all;
  if (first === undefined) return { ok: false, why: 'noName' };
  if (name === '') return { ok: false, why: 'empty' };
  if (name.length > MOST_NAME_LENGTH) return { ok: false, why: 'tooLong' };
  if (/[\r\n]/.test(name)) return { ok: false, why: 'manyLines' };
  const isTaken = occurrences(document).some((other) => other.kind === first.kind && other.name === name);
  if (isTaken && name !== first.name) return { ok: false, why: 'taken' };
  return { ok: true, edits: all.map(({ span }) => ({ span, text: quote(name, document.language) })) };
}

function nameAt(text: string, { start, end }: Span): string {
  return text.slice(start + 1, end - 1).normalize('NFC');
}
