import type { Days } from '@laurel/engine/program';
import { isLoose, type LooseNode } from '../1-parse/node.ts';
import { isPhraseId } from '../1-parse/prefix-tree.ts';
import type { Section } from '../1-parse/tree.ts';
import { type AnyNode, conditionLeaves, isIn } from '../2-check/slots-of.ts';
import { lowerDay } from '../3-lower/calendar.ts';
import { book, type Header, type Sentence } from '../phrases/book.ts';
import type { Phrase } from '../phrases/phrase.ts';
import { sentenceText } from '../print/sentence.ts';
import type { Language, Span } from '../text.ts';
import { nextDays } from './dates.ts';
import { type Document, holds } from './document.ts';
import { type Occurrence, occurrenceAt } from './names.ts';

/** What can be said about the place under the pointer. */
export interface Hover {
  readonly span: Span;
  /** The sentence in the reader's language, or the header of the section that a name means. */
  readonly title: string;
  /** One line of meaning; for a name, the sentences under its header. */
  readonly lines: readonly string[];
  /** What follows from it today: `next: Sunday 10 May 2026`. */
  readonly facts: readonly string[];
}

/** For whom and when: the reader's language, and the local date that counts as today. Services read no clock. */
export interface Viewer {
  readonly language: Language;
  readonly today: string;
}

/** What a name means, or what the sentence at an offset does. */
export function hover(document: Document, offset: number, viewer: Viewer): Hover | null {
  const name = occurrenceAt(document, offset);
  if (name !== null && name.role === 'reference') return nameHover(document, name, viewer);
  for (const section of document.tree.sections) {
    for (const node of [section.header, ...section.lines.map(({ sentence }) => sentence)]) {
      if (node !== null && holds(node.span, offset)) return phraseHover(innermost(node, offset), section, node, viewer);
    }
  }
  return null;
}

const MOST_LINES = 8;

function nameHover({ tree, language }: Document, { kind, name, span }: Occurrence, viewer: Viewer): Hover | null {
  const section = tree.sections.find(
    ({ name: of, header }) => of === kind && header !== null && 'name' in header.slots && header.slots.name === name,
  );
  if (section === undefined || section.header === null) return null;
  const sentences = section.lines.flatMap(({ sentence }) => sentence ?? []);
  return {
    span,
    title: sentenceText(section.header, language).replace(/[:：]$/, ''),
    lines: sentences.slice(0, MOST_LINES).map((sentence) => sentenceText(sentence, language)),
    facts: dateFacts(sentences, viewer),
  };
}

function phraseHover(node: LooseNode, section: Section, line: Header | Sentence, viewer: Viewer): Hover | null {
  if (!isPhraseId(node.phrase)) return null;
  const phrase: Phrase = book[node.phrase];
  const sentences = node === section.header ? section.lines.flatMap(({ sentence }) => sentence ?? []) : [];
  const dated = node === section.header ? sentences : [line];
  return {
    span: node.span,
    title: sentenceText(node, viewer.language).replace(/[:：]$/, ''),
    lines: [phrase.doc[viewer.language]],
    facts: dateFacts(dated, viewer),
  };
}

/** The next of the days that the sentences of a calendar name, each by itself no more than once. */
function dateFacts(sentences: readonly (Header | Sentence)[], { today, language }: Viewer): string[] {
  const days = sentences.flatMap((sentence): Days[] =>
    isIn(sentence, 'calendar') ? [lowerDay(sentence.slots.day)] : [],
  );
  const next = nextDays(days, today, language);
  return next === null ? [] : [next];
}

/** The phrase in a family slot that the offset is in, the condition or the day, instead of the sentence around it. */
function innermost(node: AnyNode, offset: number): LooseNode {
  const values: readonly unknown[] = Object.values(node.slots);
  const inner = values.flatMap((value) => nestedIn(value)).find(({ span }) => holds(span, offset));
  return inner ?? node;
}

function nestedIn(value: unknown): LooseNode[] {
  if (isLoose(value)) return [value];
  return isJoined(value) ? conditionLeaves(value) : [];
}

type Joined = Extract<Parameters<typeof conditionLeaves>[0], { phrase: 'and' | 'or' | 'not' }>;

function isJoined(value: unknown): value is Joined {
  return typeof value === 'object' && value !== null && 'phrase' in value && 'of' in value;
}
