import type { IToken } from 'chevrotain';
import { JOINTS } from '../phrases/phrase.ts';
import { quote } from '../phrases/values.ts';
import { contradict, isEmpty, isSmall, meanTheSame, slip } from './likeness.ts';
import { type SlotShape, shapeOf } from './prefix-tree.ts';
import type { Reader } from './reader.ts';
import { kindOf, wordOf } from './tokens.ts';
import type { Wording, WordingPart } from './wordings.ts';

/**
 * A line laid against a wording, with the least to change. A value of the line is never dropped and never changed: it
 * stands in a slot, or the wording is not what was meant.
 */
export interface Alignment {
  readonly wording: Wording;
  readonly cost: number;
  /** What stands in each slot: tokens of the line; nothing where the value is missing. */
  readonly values: ReadonlyMap<string, Filling>;
  /** Slots that hold a value of another kind. */
  readonly wrongKind: readonly string[];
  /** Words that were dropped, but for those without which a sentence says the same. */
  readonly dropped: number;
  /** Words that were put in and say something. */
  readonly added: number;
}
export interface Filling {
  readonly tokens: readonly IToken[];
  /** The word that a slip stands for; null where the tokens stand for themselves. */
  readonly instead: string | null;
}

const VALUE_KINDS: ReadonlySet<string> = new Set([
  'Name',
  'Date',
  'Time',
  'Money',
  'Percent',
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
/** Cheaper than the cheapest step: sums of decimals are never quite the same. */
const TINY = 1e-6;

/** What one step of the alignment did. */
export interface Step {
  readonly cost: number;
  /** How many tokens of the line it took. */
  readonly took: number;
  /** Whether it went on in the wording. */
  readonly part: boolean;
  readonly filling?: Filling;
  readonly wrongKind?: boolean;
}

export function aligned(reader: Reader, wording: Wording, tokens: readonly IToken[], most: number): Alignment | null {
  const { parts } = wording;
  const width = tokens.length + 1;
  const least = new Float64Array((parts.length + 1) * width).fill(Number.POSITIVE_INFINITY);
  const steps = new Map<number, Step>();
  least[0] = 0;
  for (let i = 0; i <= parts.length; i++) {
    let rowLeast = Number.POSITIVE_INFINITY;
    for (let j = 0; j <= tokens.length; j++) {
      const here = least[i * width + j] ?? Number.POSITIVE_INFINITY;
      rowLeast = Math.min(rowLeast, here);
      if (here > most) continue;
      for (const step of stepsFrom(reader, parts[i], tokens, j)) {
        const to = (i + (step.part ? 1 : 0)) * width + j + step.took;
        if (here + step.cost >= (least[to] ?? 0) - TINY) continue;
        least[to] = here + step.cost;
        steps.set(to, step);
      }
    }
    if (rowLeast > most) return null;
  }
  return (least[least.length - 1] ?? most + 1) > most ? null : traced(wording, tokens, steps, reader);
}

function* stepsFrom(
  reader: Reader,
  part: WordingPart | undefined,
  tokens: readonly IToken[],
  j: number,
): Generator<Step> {
  const token = tokens[j];
  if (token !== undefined) {
    const cost = droppingCost(token, tokens[j - 1]);
    if (cost !== null) yield { cost, took: 1, part: false };
  }
  if (part === undefined) return;
  if ('word' in part) {
    yield { cost: weight(part.word), took: 0, part: true };
    const cost = token === undefined ? null : wordCost(reader, token, part.word);
    if (cost !== null) yield { cost, took: 1, part: true };
    return;
  }
  const shape = shapeOf(part.type);
  yield { cost: COST.missing, took: 0, part: true };
  if (token === undefined || shape === null) return;
  const found = fillingAt(reader, shape, tokens, j);
  if (found !== null) yield { ...found, part: true };
  else if (isValue(token) && kindOf(token) !== 'Name') {
    yield { cost: COST.wrongKind, took: 1, part: true, filling: { tokens: [token], instead: null }, wrongKind: true };
  }
}

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

export function wordCost(reader: Reader, token: IToken, word: string): number | null {
  const written = wordOf(token);
  if (written === word) return 0;
  if (isValue(token)) return null;
  if (meanTheSame(written, word, reader.language)) return COST.synonym;
  const letters = reader.vocabulary.knows(written) ? null : slip(written, word);
  return letters === null ? null : COST.letter * letters;
}

export function fillingAt(
  reader: Reader,
  shape: SlotShape,
  tokens: readonly IToken[],
  j: number,
): Omit<Step, 'part'> | null {
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
function unquotedName(reader: Reader, token: IToken): Omit<Step, 'part'> | null {
  if (kindOf(token) !== 'Word' && !/^'[A-Za-z]/.test(kindOf(token))) return null;
  if (!/^[A-Z]/.test(token.image) && reader.vocabulary.knows(wordOf(token))) return null;
  return { cost: COST.unquoted, took: 1, filling: { tokens: [token], instead: quote(token.image, reader.language) } };
}

function enumerated(
  reader: Reader,
  words: Extract<SlotShape, { shape: 'words' }>['words'],
  tokens: readonly IToken[],
  j: number,
): Omit<Step, 'part'> | null {
  let best: Omit<Step, 'part'> | null = null;
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
function listAt(reader: Reader, of: string, tokens: readonly IToken[], j: number): Omit<Step, 'part'> | null {
  const shape = shapeOf(of);
  if (shape === null) return null;
  const joints = listJoints(reader);
  const first = fillingAt(reader, shape, tokens, j);
  if (first === null) return null;
  let { cost, took } = first;
  for (;;) {
    let next = j + took;
    while (next < tokens.length && joints.has(saidBy(tokens[next]))) next++;
    const member = next === j + took ? null : fillingAt(reader, shape, tokens, next);
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

/** Follows the steps back, and takes words that only moved for what they are. */
function traced(
  wording: Wording,
  tokens: readonly IToken[],
  steps: ReadonlyMap<number, Step>,
  { vocabulary: { knows }, cutter: { words: cut } }: Reader,
): Alignment | null {
  const width = tokens.length + 1;
  const values = new Map<string, Filling>();
  const wrongKind: string[] = [];
  const [dropped, added, written, meant]: [string[], string[], string[], string[]] = [[], [], [], []];
  let cost = 0;
  let [i, j] = [wording.parts.length, tokens.length];
  while (i > 0 || j > 0) {
    const step = steps.get(i * width + j);
    if (step === undefined) return null;
    [i, j] = [i - (step.part ? 1 : 0), j - step.took];
    cost += step.cost;
    const part = step.part ? wording.parts[i] : undefined;
    const said = tokens.slice(j, j + step.took).map(wordOf);
    if (part === undefined) {
      written.push(...said);
      if (!(tokens[j - 1]?.image === tokens[j]?.image) && !said.every(isEmpty)) dropped.push(...said);
    } else if ('word' in part) {
      meant.push(part.word);
      if (step.took === 0) added.push(part.word);
      else written.push(part.word);
    } else if (step.filling !== undefined) {
      values.set(part.key, step.filling);
      if (shapeOf(part.type)?.shape === 'words') {
        written.push(...said);
        meant.push(...(step.filling.instead === null ? said : cut(step.filling.instead)));
      }
      if (step.wrongKind) wrongKind.push(part.key);
    }
  }
  if (contradict(written, meant)) return null;
  const moved = dropped.filter((word) => added.includes(word));
  const refund = moved.reduce((sum, word) => sum + 2 * weight(word) - COST.moved, 0);
  const said = added.filter((word) => !isSmall(word));
  // One right word in the place of another is no slip but another meaning.
  const [out, into] = [dropped, said].map((words) => words.filter((word) => !moved.includes(word) && knows(word)));
  const exchanged = (out ?? []).slice(0, into?.length).reduce((sum, word) => sum + weight(word), 0);
  return { wording, cost: cost - refund + exchanged, values, wrongKind, dropped: dropped.length, added: said.length };
}

/** How much a line or a wording says: what it would cost to leave all of it out. */
export function weightOf(parts: readonly (WordingPart | IToken)[]): number {
  return parts.reduce((sum, part) => {
    if ('word' in part) return sum + weight(part.word);
    if ('key' in part) return sum + COST.missing;
    return sum + (isValue(part) ? COST.missing : weight(wordOf(part)));
  }, 0);
}
