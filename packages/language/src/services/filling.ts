import { isPhraseId, shapeOf } from '../1-parse/prefix-tree.ts';
import { declarationsIn } from '../2-check/names.ts';
import { valuesOf } from '../2-check/slots-of.ts';
import { book } from '../phrases/book.ts';
import type { Phrase } from '../phrases/phrase.ts';
import { quote } from '../phrases/values.ts';
import type { Language, Span } from '../text.ts';
import type { Document } from './document.ts';
import { placeholderOf, wordsOf } from './placeholder.ts';
import type { Rest, RestPart } from './rest.ts';

/** Something that can stand at the cursor. */
export interface Completion {
  readonly kind: 'section' | 'sentence' | 'name';
  /** How it reads, with examples in its gaps. */
  readonly label: string;
  /** What it means; null where there is nothing to say. */
  readonly doc: string | null;
  readonly insert: readonly InsertPart[];
  /** What the insertion takes the place of. */
  readonly replace: Span;
}

/** Text, or a gap to be filled: with one of the choices, if there are any, else with anything like the example. */
export type InsertPart = { readonly text: string } | { readonly gap: string; readonly choices: readonly string[] };

/** A word or value that is begun, and the lexer's name for what it is; a space alone: the one that is missing. */
export interface Begun {
  readonly text: string;
  readonly kind: string;
}

/** A rest as completions: one, or one for each name that can open it. */
export function filled(document: Document, rest: Rest, begun: Begun, reading: Language): Omit<Completion, 'replace'>[] {
  const [first, ...others] = rest.parts;
  if (first === undefined) return [];
  const isHeader = rest.phrase !== null && isPhraseId(rest.phrase) && book[rest.phrase].in === 'header';
  const ending: InsertPart[] = isHeader ? [{ text: '\n  ' }] : [];
  const after = others.map((part) => gapOf(document, part));
  const phrase: Phrase | null = rest.phrase === null ? null : book[rest.phrase];
  return openingsOf(document, first, begun).map(({ opening, isName }) => {
    const parts = [opening, ...after];
    const space = begun.text === ' ' && !/^[,，:：)）]/.test(shown([opening])) ? [{ text: ' ' }] : [];
    return {
      kind: isName && others.length === 0 ? 'name' : 'sentence',
      label: shown(parts),
      doc: phrase?.doc[reading] ?? null,
      insert: [...space, ...parts, ...ending],
    } as const;
  });
}

/** A rest with examples in its gaps. */
export function textOf({ parts }: Rest, language: Language): string {
  return parts.map((part) => ('text' in part ? part.text : placeholderOf(part.slot, language))).join('');
}

interface Opening {
  readonly opening: InsertPart;
  readonly isName: boolean;
}

/** What the first part can be: its text, a name that the file has, or a value. */
function openingsOf(document: Document, part: RestPart, begun: Begun): Opening[] {
  if ('text' in part) return [{ opening: part, isName: false }];
  const names = namesFor(document, part.slot).map((name): Opening => ({ opening: { text: name }, isName: true }));
  if (begun.kind === 'UnclosedName') {
    const typed = begun.text.slice(1).trim().toLowerCase();
    return names.filter(({ opening }) => 'text' in opening && opening.text.toLowerCase().includes(typed));
  }
  if (begun.kind === 'Number')
    return [{ opening: { text: withUnit(part.slot, begun.text, document.language) }, isName: false }];
  const shape = shapeOf(part.slot);
  const mustBeNamed = shape?.shape === 'token' && shape.refersTo !== undefined;
  if (mustBeNamed && names.length > 0) return names;
  return [{ opening: gapOf(document, part), isName: false }, ...names];
}

function gapOf(document: Document, part: RestPart): InsertPart {
  if ('text' in part) return part;
  const example = placeholderOf(part.slot, document.language);
  const words = wordsOf(part.slot, document.language);
  const names = namesFor(document, part.slot);
  const choices = words.length > 0 ? words : needsName(part.slot) || names.length === 0 ? names : [example, ...names];
  return { gap: choices[0] ?? example, choices };
}

function needsName(type: string): boolean {
  const shape = shapeOf(type);
  if (shape?.shape === 'list') return needsName(shape.of);
  return shape?.shape === 'token' && shape.refersTo !== undefined;
}

/** The file's names that a slot can hold, quoted: goods where goods are wanted, settings of that kind of value. */
function namesFor(document: Document, type: string): string[] {
  const shape = shapeOf(type);
  if (shape?.shape === 'list') return namesFor(document, shape.of);
  if (shape?.shape !== 'token' || !shape.tokens.includes('Name')) return [];
  const fits = declarationsIn(document.tree).filter(({ kind, section }) => {
    if (shape.refersTo !== undefined) return kind === shape.refersTo;
    const value = section.lines.find(({ sentence }) => sentence !== null)?.sentence;
    return kind === 'setting' && value !== null && value !== undefined && valuesOf(value)[0]?.type === type;
  });
  return fits.map(({ name }) => quote(name, document.language));
}

/** `5` where points are wanted becomes `5 points`. */
function withUnit(type: string, number: string, language: Language): string {
  const shape = shapeOf(type);
  const [kind] = shape?.shape === 'token' ? shape.tokens : [];
  if (shape?.shape !== 'token' || kind === undefined) return number;
  const image = shape.placeholder[language].replace(/[\d,.]*\d/, number);
  return shape.print(shape.read(image, kind), language);
}

function shown(parts: readonly InsertPart[]): string {
  return parts.map((part) => ('text' in part ? part.text : part.gap)).join('');
}
