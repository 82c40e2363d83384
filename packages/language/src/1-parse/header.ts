import type { IToken } from 'chevrotain';
import { book, type PlaceName, type SectionName } from '../phrases/book.ts';
import { isFamily } from '../phrases/slots.ts';
import { type Branch, isPhraseId, phraseIds } from './prefix-tree.ts';
import type { Reader } from './reader.ts';
import { kindOf, wordOf } from './tokens.ts';

/** The section that a header opens: the part of its id before the dot. */
export function sectionOf(headerId: string): SectionName | null {
  const name = headerId.split('.')[0] ?? '';
  return isSectionName(name) ? name : null;
}

const places: ReadonlySet<string> = new Set<PlaceName>(phraseIds.map((id) => book[id].in));

export function isSectionName(name: string): name is SectionName {
  return places.has(name) && name !== 'header' && !isFamily(name);
}

export const SECTION_NAMES: readonly SectionName[] = [...places].filter(isSectionName);

/** The section whose keyword opens a line, and how many tokens the keyword takes. */
export interface Lead {
  readonly section: SectionName;
  readonly length: number;
}

export function leadOf(reader: Reader, tokens: readonly IToken[]): Lead | null {
  let at = reader.places.get('header') ?? null;
  let length = 0;
  for (const token of tokens) {
    const next = at?.words.get(wordOf(token));
    if (next === undefined || kindOf(token) === 'Colon') break;
    at = next;
    length++;
  }
  const goesOn = at !== null && [...at.words.keys()].every((word) => word === ':');
  const [section] = at !== null && length > 0 && goesOn ? sectionsUnder(at) : [];
  return section === undefined ? null : { section, length };
}

function sectionsUnder(branch: Branch): SectionName[] {
  const own = branch.leaf !== null && isPhraseId(branch.leaf.id) ? sectionOf(branch.leaf.id) : null;
  const next = [...branch.words.values(), ...branch.slots.values()].flatMap(sectionsUnder);
  return own === null ? next : [own, ...next];
}

/** Whether a line looks like the start of a section, wherever it stands: its indentation says nothing about the file. */
export function isOpening(reader: Reader, tokens: readonly IToken[]): boolean {
  const last = tokens.at(-1);
  return (last !== undefined && kindOf(last) === 'Colon') || leadOf(reader, tokens) !== null;
}

/**
 * Whether a line that could not be read was meant to open a section: it has the keyword and hardly more than a name after
 * it, or ends with a colon, or stands at the margin of a file that indents its sentences.
 */
export function wasMeantAsHeader(
  reader: Reader,
  tokens: readonly IToken[],
  { atMargin, section }: { readonly atMargin: boolean; readonly section: SectionName | null },
): boolean {
  const lead = leadOf(reader, tokens);
  const last = tokens.at(-1);
  if (lead !== null) {
    const next = tokens[lead.length];
    const named = next === undefined || ['Name', 'UnclosedName', 'Colon'].includes(kindOf(next));
    if (named && tokens.length - lead.length <= 2) return true;
  }
  if (atMargin) return true;
  if (last === undefined || kindOf(last) !== 'Colon') return false;
  // A sentence of this section that only has a colon too many is still a sentence.
  return section === null || reader.read(section, tokens).consumed < tokens.length - 1;
}
