import type { IToken } from 'chevrotain';
import type { SectionName } from '../phrases/book.ts';
import { type Edit, type Fix, type Problem, problem } from '../problem.ts';
import { LANGUAGES } from '../text.ts';
import { latinized } from './characters.ts';
import { leadOf, SECTION_NAMES, sectionOf, wasMeantAsHeader } from './header.ts';
import { cutAgain, type LogicalLine } from './lines.ts';
import { newLineNeeded, type Part, partsOf, type ReadLine, type Setting, spanOver } from './parts.ts';
import { type Reader, readerFor } from './reader.ts';
import { related } from './related.ts';
import { type Nearest, nearest, nearestHeader } from './repair.ts';
import { kindOf, spanOf, wordOf } from './tokens.ts';

/** How many lines under a header that cannot be read are asked which section they belong to. */
const LINES_ASKED = 8;

/** No header has more tokens than this. */
const MOST_HEADER_TOKENS = 12;

/**
 * What to say about a line that reads as nothing that may stand there. A flaw that is known already is all that is said;
 * the rest only decides whether the line opens a section.
 */
export function diagnosed(setting: Setting, line: LogicalLine, flaw: Problem | null): ReadLine {
  const { tokens } = line;
  const { text, reader, section } = setting;
  const span = line.code ?? line.span;
  const unread: Part = { kind: 'unread', span };
  if (flaw === null) {
    const better = withHeaderAtEnd(setting, tokens) ?? inOtherLanguage(setting, line);
    if (better !== null) return better;
  }
  const written = text.slice(span.start, span.end);
  const atMargin = setting.indented && line.atMargin;
  if (wasMeantAsHeader(reader, tokens, { atMargin, section })) {
    const known = leadOf(reader, tokens)?.section ?? (setting.mayRepair ? byBody(setting) : null);
    const meant = flaw === null && setting.mayRepair ? nearestHeader(reader, text, tokens, known) : null;
    const likely = known ?? (meant === null ? null : sectionOf(meant.phrase)) ?? section ?? 'program';
    const part: Part = { kind: 'header', section: likely, header: null, span };
    return { parts: [part], wrong: flaw ?? unreadable('unreadable-section', setting, line, written, meant) };
  }
  if (flaw !== null) return { parts: [unread], wrong: flaw };
  if (section === null) return { parts: [unread], wrong: problem('outside-section', span, { text: written }) };
  const meant = setting.mayRepair && !setting.quiet ? nearest(reader, text, section, tokens) : null;
  return { parts: [unread], wrong: unreadable('unreadable-sentence', setting, line, written, meant) };
}

function unreadable(
  code: 'unreadable-sentence' | 'unreadable-section',
  { reader, text, section, mayRepair, quiet }: Setting,
  line: LogicalLine,
  written: string,
  meant: Nearest | null,
): Problem {
  const foreign = lookalike(reader, line.tokens);
  if (foreign !== null) return foreign;
  const wrong = meant?.wrongValue ?? null;
  if (meant !== null && wrong !== null) {
    const { span, found, wanted } = wrong;
    return problem(
      'wrong-value',
      span,
      { text: text.slice(span.start, span.end), found, wanted },
      { fixes: meant.fixes },
    );
  }
  const fixes = (meant?.fixes ?? []).filter((fix) => keepsComments(line, fix));
  const params = { text: written, nearest: meant?.text ?? null };
  if (code === 'unreadable-section') return problem(code, spanOver(line.tokens), params, { fixes });
  const asks = meant === null && mayRepair && !quiet && section !== null;
  const similar = asks ? related(reader, section, line.tokens) : [];
  return problem(code, spanOver(line.tokens), { ...params, related: similar }, { fixes });
}

/** An edit across joined lines would take the comments between them away. */
function keepsComments({ pieces, comments }: LogicalLine, fix: Fix): boolean {
  const within = ({ span }: Edit) => pieces.some(({ start, end }) => start <= span.start && span.end <= end);
  return comments.length === 0 || fix.edits.every(within);
}

/** A word of the phrasebook with a letter of another alphabet that looks the same, `gіve` with a Cyrillic і. */
function lookalike(reader: Reader, tokens: readonly IToken[]): Problem | null {
  for (const token of tokens) {
    const latin = kindOf(token) === 'Word' ? latinized(token.image) : null;
    if (latin === null || !reader.vocabulary.knows(latin.toLowerCase())) continue;
    const at = [...token.image].findIndex((letter) => letter.charCodeAt(0) > 0x7f);
    const code = token.image.charCodeAt(at).toString(16).toUpperCase().padStart(4, '0');
    const fixes = [{ edits: [{ span: spanOf(token), text: latin }], safe: true }];
    return problem('hidden-character', spanOf(token), { codePoint: `U+${code}` }, { fixes });
  }
  return null;
}

/** Sentences and then a header on the same line. */
function withHeaderAtEnd({ reader, section, text }: Setting, tokens: readonly IToken[]): ReadLine | null {
  const last = tokens.at(-1);
  if (last === undefined || kindOf(last) !== 'Colon') return null;
  const opening = reader.places.get('header')?.words;
  for (let i = tokens.length - 2; i > Math.max(0, tokens.length - MOST_HEADER_TOKENS); i--) {
    const token = tokens[i];
    if (token === undefined || !opening?.has(wordOf(token))) continue;
    const header = partsOf(reader, section, tokens.slice(i));
    if (header?.length !== 1 || header[0]?.kind !== 'header') continue;
    const before = partsOf(reader, section, tokens.slice(0, i));
    if (before === null) return null;
    const parts = [...before, ...header];
    return { parts, wrong: newLineNeeded(text, parts) };
  }
  return null;
}

/** A line that reads well in the other language is what it says; only the file is not written in that language. */
function inOtherLanguage({ reader, section, text, mayRepair }: Setting, line: LogicalLine): ReadLine | null {
  const foreignKind = reader.language === 'en' ? 'Han' : 'Word';
  const other = LANGUAGES.find((language) => language !== reader.language);
  if (other === undefined || !mayRepair || !line.tokens.some((token) => kindOf(token) === foreignKind)) return null;
  const parts = partsOf(readerFor(other), section, cutAgain(line, text, readerFor(other)));
  if (parts === null || parts.some(({ kind }) => kind === 'unread')) return null;
  const span = line.code ?? line.span;
  return { parts, wrong: problem('wrong-language', span, { text: text.slice(span.start, span.end) }) };
}

/** The section to which the lines under an unreadable header belong, by how many of them read there. */
function byBody({ reader, following }: Setting): SectionName | null {
  const body = Array.from({ length: LINES_ASKED }, (_, i) => following(i + 1) ?? []).flat();
  const end = body.findIndex(({ tokens }) => reader.read('header', tokens).node !== null);
  const own = (end < 0 ? body : body.slice(0, end)).filter(({ tokens }) => tokens.length > 0);
  let best: SectionName | null = null;
  let most = 0;
  for (const section of SECTION_NAMES) {
    const fits = own.filter(({ tokens }) => reader.read(section, tokens).whole).length;
    if (fits > most) [best, most] = [section, fits];
  }
  return best;
}
