import { narrow } from '../1-parse/characters.ts';
import { type Branch, isPhraseId, type Leaf, shapeOf } from '../1-parse/prefix-tree.ts';
import type { Reader } from '../1-parse/reader.ts';
import { book, type PhraseId } from '../phrases/book.ts';
import { JOINTS, type Phrase, partsOf } from '../phrases/phrase.ts';
import type { Language } from '../text.ts';
import { beginnings, type Stand } from './walk.ts';

/** What is still missing of a sentence: the text of its wording from some place on, with slots in it. */
export interface Rest {
  readonly parts: readonly RestPart[];
  /** The sentence form, for its meaning; null for bare words. */
  readonly phrase: PhraseId | null;
  /** Not the wording that the formatter prints: a synonym or a set expression. */
  readonly isSynonym: boolean;
}
export type RestPart = { readonly text: string } | { readonly slot: string };

const MOST_NESTING = 2;

/** Every way to end the sentence from a stand. Families are written out, so that each condition is there to be chosen. */
export function restsFrom(reader: Reader, stand: Stand, nesting = 0): Rest[] {
  return leavesUnder(stand.branch, reader.language).flatMap((leaf) => {
    const own = writtenOut(reader, remainder(reader, leaf.template, stand.taken), nesting);
    const phrase = isPhraseId(leaf.id) ? leaf.id : null;
    const isSynonym =
      phrase === null
        ? isTurnedRound(reader, leaf)
        : leaf.fixed !== null || leaf.template !== book[phrase][reader.language];
    const inside = own.map(({ parts, phrase: inner }) => ({ parts, phrase: inner ?? phrase, isSynonym }));
    if (stand.tree === 'joint') return inside.flatMap((rest) => joined(reader, rest, stand, nesting));
    return stand.outer === null ? inside : inside.flatMap((rest) => continued(reader, rest, stand.outer, nesting));
  });
}

/** The wordings of a tree, one for each meaning where there is a choice: the one that is printed, if it is there. */
function leavesUnder(branch: Branch, language: Language): Leaf[] {
  const all = allLeaves(branch);
  const printed = all.filter((leaf) => isPhraseId(leaf.id) && leaf.template === book[leaf.id][language]);
  const wanted = [...printed, ...all];
  return all.filter((leaf) => leaf.id === '' || leaf === wanted.find((other) => sameMeaning(leaf, other)));
}

function allLeaves(branch: Branch): Leaf[] {
  return [
    ...(branch.leaf === null ? [] : [branch.leaf]),
    ...[...branch.words.values(), ...branch.slots.values()].flatMap(allLeaves),
  ];
}

function sameMeaning(a: Leaf, b: Leaf): boolean {
  return a.id === b.id && JSON.stringify(a.fixed) === JSON.stringify(b.fixed);
}

/** `not` can stand before every condition, and would double every choice: it is offered once its word is begun. */
function isTurnedRound({ language }: Reader, { template }: Leaf): boolean {
  return JOINTS[language].not.includes(template);
}

/** The parts of a wording after so many words and slots of it. */
function remainder({ cutter }: Reader, template: string, taken: number): RestPart[] {
  const parts: RestPart[] = [];
  let units = 0;
  for (const part of partsOf(template)) {
    if ('slot' in part) {
      if (units >= taken) parts.push({ slot: part.type });
      units += 1;
      continue;
    }
    const { tokens } = cutter.cut(narrow(part.literal), part.literal, 0);
    const first = tokens[taken - units];
    if (units >= taken) parts.push({ text: parts.length === 0 ? part.literal.trimStart() : part.literal });
    else if (first !== undefined) parts.push({ text: part.literal.slice(first.startOffset) });
    units += tokens.length;
  }
  return parts.filter((part) => 'slot' in part || part.text !== '');
}

/** Families in a rest become their phrases, one rest for each. */
function writtenOut(
  reader: Reader,
  parts: readonly RestPart[],
  nesting: number,
): { parts: readonly RestPart[]; phrase: PhraseId | null }[] {
  const at = parts.findIndex((part) => 'slot' in part && shapeOf(part.slot) === null);
  const family = parts[at];
  if (family === undefined || !('slot' in family) || nesting >= MOST_NESTING) return [{ parts, phrase: null }];
  return phrasesOf(reader, family.slot).map(({ template, id }) => ({
    parts: [...parts.slice(0, at), ...remainder(reader, template, 0), ...parts.slice(at + 1)],
    phrase: id,
  }));
}

function phrasesOf({ language }: Reader, family: string): { template: string; id: PhraseId }[] {
  return Object.keys(book)
    .filter(isPhraseId)
    .flatMap((id) => {
      const phrase: Phrase = book[id];
      return phrase.in === family ? [{ template: phrase[language], id }] : [];
    });
}

/** After `and` comes whatever may be joined; it is chosen in the next step. */
function joined(reader: Reader, rest: Rest, { again }: Stand, nesting: number): Rest[] {
  // Behind the joint's last word, what may be joined has stands of its own.
  if (rest.parts.length === 0) return [];
  if (again !== 'Condition' || nesting >= MOST_NESTING) return [rest];
  const space = reader.language === 'en' ? ' ' : '';
  return beginnings(reader, 'Condition')
    .filter(({ tree, taken }) => tree === 'place' && taken === 0)
    .flatMap((stand) => restsFrom(reader, { ...stand, again: null }, nesting + 1))
    .map(({ parts, phrase }) => ({ ...rest, phrase, parts: [...rest.parts, { text: space }, ...parts] }));
}

/** What the sentence around still lacks, after its slot. */
function continued(reader: Reader, rest: Rest, outer: Stand | null, nesting: number): Rest[] {
  if (outer === null) return [rest];
  return restsFrom(reader, outer, nesting + 1).map(({ parts, phrase }) => {
    const space = reader.language === 'en' && parts.length > 0 && rest.parts.length > 0 ? [{ text: ' ' }] : [];
    return { parts: [...rest.parts, ...space, ...parts], phrase: rest.phrase ?? phrase, isSynonym: rest.isSynonym };
  });
}
