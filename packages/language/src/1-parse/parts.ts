import type { IToken } from 'chevrotain';
import type { Header, SectionName, Sentence } from '../phrases/book.ts';
import { type Fix, type Problem, problem } from '../problem.ts';
import type { Span } from '../text.ts';
import { sectionOf } from './header.ts';
import type { LogicalLine } from './lines.ts';
import { isHeader, isSentence } from './node.ts';
import type { Reader } from './reader.ts';
import { endOf, kindOf } from './tokens.ts';

const MOST_PARTS = 6;

/** What stands on a logical line: one of these, unless a line break is missing. */
export type Part =
  | { readonly kind: 'header'; readonly section: SectionName; readonly header: Header | null; readonly span: Span }
  | { readonly kind: 'sentence'; readonly sentence: Sentence; readonly span: Span }
  | { readonly kind: 'unread'; readonly span: Span };

/** Where a line stands, and what may be done about it. */
export interface Setting {
  readonly text: string;
  readonly reader: Reader;
  /** The lines that follow, one by one. */
  readonly following: (howFar: number) => LogicalLine | undefined;
  readonly section: SectionName | null;
  /** Some line of the file is indented; then one at the margin was meant to open a section. */
  readonly indented: boolean;
  /** The section is a guess, and nobody will be told what is wrong in it. */
  readonly quiet: boolean;
  readonly mayRepair: boolean;
}

export interface ReadLine {
  readonly parts: readonly Part[];
  /** One line has at most one problem. */
  readonly wrong: Problem | null;
}

/** Header and sentences as they stand one after the other; null when something else stands between them. */
export function partsOf(
  reader: Reader,
  section: SectionName | null,
  tokens: readonly IToken[],
): readonly Part[] | null {
  const parts: Part[] = [];
  let place = section;
  let rest = tokens;
  while (rest.length > 0 && parts.length < MOST_PARTS) {
    const found = headerPart(reader, rest) ?? (place === null ? null : sentencePart(reader, place, rest));
    if (found === null) break;
    parts.push(found.part);
    if (found.part.kind === 'header') place = found.part.section;
    rest = found.rest;
  }
  if (rest.length === 0) return parts;
  // A header is sure by its colon, so what follows it is a line of its own, even one that cannot be read.
  return parts.at(-1)?.kind === 'header' ? [...parts, { kind: 'unread', span: spanOver(rest) }] : null;
}

interface Found {
  readonly part: Part;
  readonly rest: readonly IToken[];
}

function headerPart(reader: Reader, tokens: readonly IToken[]): Found | null {
  if (!reader.opensLikeHeader(tokens)) return null;
  const { node, consumed } = reader.read('header', tokens);
  const section = node === null ? null : sectionOf(node.phrase);
  if (node === null || section === null || !isHeader(node)) return null;
  return { part: { kind: 'header', section, header: node, span: node.span }, rest: tokens.slice(consumed) };
}

function sentencePart(reader: Reader, place: SectionName, tokens: readonly IToken[]): Found | null {
  const { node, consumed } = reader.read(place, tokens);
  if (node === null || !isSentence(node)) return null;
  const next = tokens.findIndex((token, i) => i >= consumed && !separates(token));
  // Punctuation at the end of a line separates nothing: it is a small mistake, and the repair takes it away.
  if (next < 0 && consumed < tokens.length) return null;
  return { part: { kind: 'sentence', sentence: node, span: node.span }, rest: next < 0 ? [] : tokens.slice(next) };
}

function separates(token: IToken): boolean {
  return kindOf(token) === 'Comma' || (kindOf(token) === 'Mark' && /^[.;]$/.test(token.image));
}

export function spanOver(tokens: readonly IToken[]): Span {
  const first = tokens[0];
  const last = tokens.at(-1);
  return { start: first?.startOffset ?? 0, end: last === undefined ? 0 : endOf(last) };
}

/** Where line breaks are missing, with the breaks as the way out. */
export function newLineNeeded(text: string, parts: readonly Part[]): Problem | null {
  const second = parts[1];
  if (second === undefined) return null;
  const edits = parts.slice(1).map((part, i) => ({
    span: { start: parts[i]?.span.end ?? part.span.start, end: part.span.start },
    text: part.kind === 'header' ? '\n' : '\n  ',
  }));
  // Two values side by side may as well lack the word between them: 1 October (to) 7 October.
  const sure = parts.every(
    (part) => part.kind !== 'unread' && /^[A-Za-z\u3400-\u9fff"“「]/.test(text.slice(part.span.start)),
  );
  const fixes: Fix[] = [{ edits, safe: sure }];
  return problem('new-line-needed', second.span, { text: text.slice(second.span.start, second.span.end) }, { fixes });
}
