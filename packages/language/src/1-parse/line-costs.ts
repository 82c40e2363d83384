import type { IToken } from 'chevrotain';
import { JOINTS } from '../phrases/phrase.ts';
import { quote } from '../phrases/values.ts';
import { isSmall, meanTheSame, slip } from './likeness.ts';
import { type SlotShape, shapeOf } from './prefix-tree.ts';
import type { Reader } from './reader.ts';
import { kindOf, wordOf } from './tokens.ts';
import type { WordingPart } from './wordings.ts';

/**
 * What each token of a line costs, whatever wording the line is laid against. The same few words and kinds of slots come
 * back in hundreds of wordings, so each is weighed once for a line.
 */
export interface LineCosts {
  readonly reader: Reader;
  readonly tokens: readonly IToken[];
  /** What it costs to leave each token out; null where it must not be. */
  readonly dropping: readonly (number | null)[];
  /** What it costs to read each token as this word; null where it is not like it at all. */
  word(word: string): readonly (number | null)[];
  /** What a slot of this type can take from each token on. */
  slot(type: string): readonly (Taken | null)[];
}

/** What a slot takes of a line. */
export interface Taken {
  readonly cost: number;
  /** How many tokens. */
  readonly took: number;
  readonly filling: Filling;
}
export interface Filling {
  readonly tokens: readonly IToken[];
  /** The word that a slip stands for; null where the tokens stand for themselves. */
  readonly instead: string | null;
}

export function lineCosts(reader: Reader, tokens: readonly IToken[]): LineCosts {
  const words = new Map<string, readonly (number | null)[]>();
  const slots = new Map<string, readonly (Taken | null)[]>();
  return {
    reader,
    tokens,
    dropping: tokens.map((token, j) => droppingCost(token, tokens[j - 1])),
    word(word) {
      const costs = words.get(word) ?? tokens.map((token) => wordCost(reader, token, word));
      words.set(word, costs);
      return costs;
    },
    slot(type) {
      const shape = shapeOf(type);
      const taken =
        slots.get(type) ?? tokens.map((_, j) => (shape === null ? null : takenAt(reader, shape, tokens, j)));
      slots.set(type, taken);
      return taken;
    },
  };
}

const VALUE_KINDS: ReadonlySet<string> = new Set([
  'Name',
  'Date',
  'Time',
  'Money',
  'Percent',
  'Off',
  'Zhe',
  'Points',
  'Duration',
  'MonthDay',
  'Month',
  'Ordinal',
  'Number',
  'Zone',
]);

/** Whether a token is a value: by its kind, or, where it is a word of a phrase as well, by what it also is. */
export function isValue(token: IToken): boolean {
  return valueKind(token) !== null;
}

export function valueKind(token: IToken): string | null {
  const { name, CATEGORIES } = token.tokenType;
  if (VALUE_KINDS.has(name)) return name;
  return CATEGORIES?.find((category) => VALUE_KINDS.has(category.name))?.name ?? null;
}

export const COST = {
  synonym: 0.3,
  letter: 0.3,
  small: 0.2,
  han: 0.5,
  word: 1,
  wrongKind: 1.2,
  missing: 1.5,
  doubledValue: 1,
  moved: 0.3,
  unquoted: 1.1,
} as const;
/** What it costs to leave a word out: little when it adds nothing or stands there twice. Null: it must not be. */
function droppingCost(token: IToken, before: IToken | undefined): number | null {
  const doubled = before !== undefined && before.image === token.image;
  if (isValue(token)) return doubled ? COST.doubledValue : null;
  return doubled ? COST.small : weight(wordOf(token));
}

export function weight(word: string): number {
  if (isSmall(word)) return COST.small;
  return /^[\u3400-\u9fff]$/.test(word) ? COST.han : COST.word;
}

function wordCost(reader: Reader, token: IToken, word: string): number | null {
  const written = wordOf(token);
  if (written === word) return 0;
  if (isValue(token)) return null;
  if (meanTheSame(written, word, reader.language)) return COST.synonym;
  const letters = reader.vocabulary.knows(written) ? null : slip(written, word);
  return letters === null ? null : COST.letter * letters;
}

function takenAt(reader: Reader, shape: SlotShape, tokens: readonly IToken[], j: number): Taken | null {
  const token = tokens[j];
  if (token === undefined) return null;
  if (shape.shape === 'token') {
    const kinds: readonly string[] = shape.tokens;
    const fits =
      kinds.includes(kindOf(token)) || (token.tokenType.CATEGORIES ?? []).some(({ name }) => kinds.includes(name));
    if (fits) return { cost: 0, took: 1, filling: { tokens: [token], instead: null } };
    return shape.tokens.length === 1 && kinds.includes('Name') ? unquotedName(reader, token) : null;
  }
  if (shape.shape === 'words') return enumerated(reader, shape.words, tokens, j);
  return listAt(reader, shape.of, tokens, j);
}

/** A name without quotes: a word that no sentence has, or one with a capital letter. */
function unquotedName(reader: Reader, token: IToken): Taken | null {
  if (kindOf(token) !== 'Word' && !/^'[A-Za-z]/.test(kindOf(token))) return null;
  if (!/^[A-Z]/.test(token.image) && reader.vocabulary.knows(wordOf(token))) return null;
  return { cost: COST.unquoted, took: 1, filling: { tokens: [token], instead: quote(token.image, reader.language) } };
}

function enumerated(
  reader: Reader,
  words: Extract<SlotShape, { shape: 'words' }>['words'],
  tokens: readonly IToken[],
  j: number,
): Taken | null {
  let best: Taken | null = null;
  for (const wordings of Object.values(words)) {
    const [printed = ''] = wordings[reader.language];
    for (const wording of wordings[reader.language]) {
      const own = reader.cutter.words(wording);
      const costs = own.map((word, k) => {
        const token = tokens[j + k];
        return token === undefined ? null : wordCost(reader, token, word);
      });
      const cost = costs.reduce<number>((sum, one) => sum + (one ?? Number.POSITIVE_INFINITY), 0);
      if (cost > own.length * COST.letter * 2 || (best !== null && cost >= best.cost)) continue;
      const filling = { tokens: tokens.slice(j, j + own.length), instead: cost === 0 ? null : printed };
      best = { cost, took: own.length, filling };
    }
  }
  return best;
}

/** The members of a list as they stand, whatever joins them: `a, b and c` is read as `a, b or c`. */
function listAt(reader: Reader, of: string, tokens: readonly IToken[], j: number): Taken | null {
  const shape = shapeOf(of);
  if (shape === null) return null;
  const joints = listJoints(reader);
  const first = takenAt(reader, shape, tokens, j);
  if (first === null) return null;
  let { cost, took } = first;
  for (;;) {
    let next = j + took;
    while (next < tokens.length && joints.has(saidBy(tokens[next]))) next++;
    const member = next === j + took ? null : takenAt(reader, shape, tokens, next);
    if (member === null) return { cost, took, filling: { tokens: tokens.slice(j, j + took), instead: null } };
    cost += member.cost + COST.small;
    took = next - j + member.took;
  }
}

/** The words and signs that people put between the members of a list. */
export function listJoints(reader: Reader): ReadonlySet<string> {
  const { listOr, and } = JOINTS[reader.language];
  return new Set([...listOr, ...and, '和', '与', '及', ',', '&'].flatMap((wording) => reader.cutter.words(wording)));
}

function saidBy(token: IToken | undefined): string {
  return token === undefined ? '' : wordOf(token);
}

/** How much a line or a wording says: what it would cost to leave all of it out. */
export function weightOf(parts: readonly (WordingPart | IToken)[]): number {
  return parts.reduce((sum, part) => {
    if ('word' in part) return sum + weight(part.word);
    if ('key' in part) return sum + COST.missing;
    return sum + (isValue(part) ? COST.missing : weight(wordOf(part)));
  }, 0);
}
