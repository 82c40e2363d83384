import { narrow } from '../1-parse/characters.ts';
import { shapeOf } from '../1-parse/prefix-tree.ts';
import { type Reader, readerFor } from '../1-parse/reader.ts';
import { kindOf, spanOf, wordOf } from '../1-parse/tokens.ts';
import type { PlaceName } from '../phrases/book.ts';
import type { Language, Span } from '../text.ts';
import { type Document, lineAround, sectionAbove } from './document.ts';
import { type Begun, type Completion, filled, textOf } from './filling.ts';
import { type Rest, restsFrom } from './rest.ts';
import { beginnings, continuations, type Stand, step, type Word } from './walk.ts';

const MOST_ITEMS = 400;

/**
 * What can stand at the cursor, best first, already chosen by what is typed. Sentences are in the file's language, what
 * they mean is told in the reader's.
 */
export function completions(document: Document, cursor: number, reading: Language): Completion[] {
  const line = typedLine(document, cursor);
  if (line === null) return [];
  const places = placesAt(document, line);
  const direct = places.flatMap((place) => [...insideLastWord(line, place), ...afterLastWord(line, place)]);
  const found = direct.length > 0 || line.words.length === 0 ? direct : places.flatMap((place) => alike(line, place));
  const items = found.flatMap(({ place, rest, begun, replace }) =>
    filled(document, rest, begun, reading).map(
      (item): Completion => ({ ...item, kind: place === 'header' ? 'section' : item.kind, replace }),
    ),
  );
  const seen = new Set<string>();
  return items.filter(({ label }) => label !== line.typed && !seen.has(label) && seen.add(label)).slice(0, MOST_ITEMS);
}

/** What stands on the line before the cursor. */
interface TypedLine {
  readonly text: string;
  readonly reader: Reader;
  readonly start: number;
  readonly cursor: number;
  readonly words: readonly TypedWord[];
  /** From the first word to the cursor. */
  readonly typed: string;
}
type TypedWord = Word & { readonly span: Span };

/** A rest that fits, and what it takes the place of. */
interface Fit {
  readonly place: PlaceName;
  readonly rest: Rest;
  readonly begun: Begun;
  readonly replace: Span;
}

function typedLine({ text, language }: Document, cursor: number): TypedLine | null {
  const reader = readerFor(language);
  const { start } = lineAround(text, cursor);
  const before = text.slice(start, cursor);
  const { tokens, comment } = reader.cutter.cut(narrow(before), text, start);
  if (comment !== null) return null;
  // Brackets only group conditions; what can follow is the same without them.
  const words = tokens
    .filter((token) => kindOf(token) !== 'Open' && kindOf(token) !== 'Close')
    .map((token) => ({ says: wordOf(token), kind: kindOf(token), span: spanOf(token) }));
  return { text, reader, start, cursor, words, typed: before.trimStart() };
}

/** The sentences of the section; a new section can open anywhere. */
function placesAt(document: Document, { start }: TypedLine): PlaceName[] {
  const section = sectionAbove(document, start);
  return section === null ? ['header'] : [section.name, 'header'];
}

/** The word that the cursor is at the end of, as the beginning of a longer one. */
function insideLastWord(line: TypedLine, place: PlaceName): Fit[] {
  const last = line.words.at(-1);
  // A Han character is a whole word.
  if (last === undefined || last.kind === 'Han' || (last.span.end !== line.cursor && last.kind !== 'UnclosedName'))
    return [];
  const begun = { text: line.text.slice(last.span.start, last.span.end), kind: last.kind };
  const replace = { start: last.span.start, end: nameEnd(line, last.kind) };
  return restsAt(line.reader, walked(line, place, line.words.slice(0, -1)))
    .filter((rest) => opensAs(rest, begun))
    .map((rest) => ({ place, rest, begun, replace }));
}

const NOTHING: Begun = { text: '', kind: '' };

/** What can follow the last word. */
function afterLastWord(line: TypedLine, place: PlaceName): Fit[] {
  const { text, cursor, reader } = line;
  const all = restsAt(reader, walked(line, place, line.words));
  const usual = all.filter(({ isSynonym }) => !isSynonym);
  const needsSpace =
    reader.language === 'en' && /[^\s("“「]/.test(text.slice(Math.max(line.start, cursor - 1), cursor));
  const begun = { ...NOTHING, text: needsSpace ? ' ' : '' };
  return (usual.length > 0 ? usual : all).map((rest) => ({
    place,
    rest,
    begun,
    replace: { start: cursor, end: cursor },
  }));
}

/** Sentences that hold what is typed somewhere; they take the place of the line. */
function alike({ text, reader, words, cursor }: TypedLine, place: PlaceName): Fit[] {
  const replace = { start: words[0]?.span.start ?? cursor, end: cursor };
  const typed = text.slice(replace.start, cursor).toLowerCase();
  const wanted = reader.language === 'zh' ? [typed.replaceAll(' ', '')] : typed.split(/\s+/);
  return restsAt(reader, beginnings(reader, place))
    .filter((rest) => {
      const sentence = textOf(rest, reader.language).toLowerCase();
      return !rest.isSynonym && wanted.every((word) => sentence.includes(word));
    })
    .map((rest) => ({ place, rest, begun: NOTHING, replace }));
}

function walked(line: TypedLine, place: PlaceName, words: readonly Word[]): Stand[] {
  const { reader } = line;
  const onward = place === 'header' ? [] : continuations(reader);
  const [first] = words;
  const goesOn = first !== undefined && onward.some(({ branch }) => branch.words.has(first.says));
  const start = goesOn ? onward : beginnings(reader, place);
  return words.reduce((stands, word) => step(reader, stands, word), start);
}

/** What the stands lack. A slot of words or a list has stands of its own, which say more than an example would. */
function restsAt(reader: Reader, stands: readonly Stand[]): Rest[] {
  return stands
    .flatMap((stand) => restsFrom(reader, stand))
    .filter(({ parts: [first] }) => {
      if (first === undefined) return false;
      return 'text' in first || shapeOf(first.slot)?.shape === 'token';
    });
}

/** Whether what is begun can become the first word or value of a rest. */
function opensAs({ parts: [first] }: Rest, { text, kind }: Begun): boolean {
  if (first === undefined) return false;
  if ('text' in first)
    return first.text.length > text.length && first.text.toLowerCase().startsWith(text.toLowerCase());
  const shape = shapeOf(first.slot);
  if (shape?.shape !== 'token') return false;
  if (kind === 'UnclosedName') return shape.tokens.includes('Name');
  // A bare number where an amount is wanted: its unit is what is missing.
  return kind === 'Number' && !shape.tokens.includes('Number') && /^\D?\d/.test(shape.placeholder.en);
}

/** An editor may have closed the quote already, and the cursor may be inside a name. */
function nameEnd({ text, cursor }: TypedLine, kind: string): number {
  const rest = kind === 'UnclosedName' ? /^[^\s"”」』]*["”」』]/.exec(text.slice(cursor, cursor + 200)) : null;
  return cursor + (rest?.[0].length ?? 0);
}
