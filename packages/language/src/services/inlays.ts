import { shapeOf } from '../1-parse/prefix-tree.ts';
import { stretchesIn } from '../1-parse/stretches.ts';
import { valuesOf } from '../2-check/slots-of.ts';
import { readShare } from '../phrases/values.ts';
import type { Language, Span } from '../text.ts';
import type { Document } from './document.ts';
import { occurrences } from './names.ts';

/** A note in the line, right after what it explains. It is no part of the text. */
export interface Inlay {
  readonly offset: number;
  readonly text: string;
}

/** What a 折 means in percent, and the value of a setting where its name stands. Notes are in the reader's language. */
export function inlays(document: Document, within: Span, language: Language): Inlay[] {
  return [...shareNotes(document, within, language), ...settingNotes(document)]
    .filter(({ offset }) => within.start <= offset && offset <= within.end)
    .sort((a, b) => a.offset - b.offset);
}

function shareNotes({ text, language: written }: Document, within: Span, language: Language): Inlay[] {
  if (written !== 'zh') return [];
  return stretchesIn(text, written, within).flatMap(({ kind, span }) => {
    const image = text.slice(span.start, span.end);
    if (kind !== 'amount' || !image.endsWith('折')) return [];
    const percent = readShare(image.replaceAll(' ', ''));
    return [{ offset: span.end, text: language === 'en' ? `= pays ${percent}%` : `＝付${percent}%` }];
  });
}

function settingNotes(document: Document): Inlay[] {
  const values = new Map(
    document.tree.sections.flatMap(({ name, header, lines }): [string, string][] => {
      const value = name === 'setting' ? lines.find(({ sentence }) => sentence !== null)?.sentence : null;
      if (value === null || value === undefined || header === null || !('name' in header.slots)) return [];
      // A setting's sentence opens with its value; its range follows.
      const [first] = valuesOf(value);
      const shape = first === undefined ? null : shapeOf(first.type);
      if (first === undefined || shape?.shape !== 'token') return [];
      return [[header.slots.name, shape.print(first.value, document.language)]];
    }),
  );
  return occurrences(document)
    .filter(({ kind, role }) => kind === 'setting' && role === 'reference')
    .flatMap(({ name, span }) => {
      const value = values.get(name);
      return value === undefined ? [] : [{ offset: span.end, text: `= ${value}` }];
    });
}
