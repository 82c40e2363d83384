import { book, type PhraseId, type PlaceName } from '../phrases/book.ts';
import { type Phrase, partsOf } from '../phrases/phrase.ts';
import { type ListSlot, slots, type TokenKind, type TokenSlot, type WordSlot } from '../phrases/slots.ts';
import type { Language } from '../text.ts';

/**
 * The wordings of one place in one language, as a tree: grammar, completion and repair come from it alone. An edge is
 * a word or the TYPE of a slot; the names of the slots wait at the leaf, in the order of that wording.
 */
export interface Branch {
  readonly words: ReadonlyMap<string, Branch>;
  readonly slots: ReadonlyMap<string, Branch>;
  /** The wording that ends here. */
  readonly leaf: Leaf | null;
}

export interface Leaf {
  /** The id of the phrase; of a word slot, the value that the words stand for. */
  readonly id: string;
  /** Slot names in the order in which this wording has them. */
  readonly names: readonly string[];
  /** Slot names in the order of the English wording, in which every node has its slots. */
  readonly order: readonly string[];
  /** The values of a set expression, which has no slots of its own. */
  readonly fixed: Readonly<Record<string, unknown>> | null;
  /** The wording as the phrasebook has it. */
  readonly template: string;
}

/** Cuts literal text into words; the lexer of the language does, so that phrases and user text are cut alike. */
export type CutWords = (literal: string) => readonly string[];

/** The prefix tree of every place of the phrasebook. */
export function placeTrees(language: Language, cut: CutWords): ReadonlyMap<PlaceName, Branch> {
  const trees = new Map<PlaceName, Growing>();
  for (const id of phraseIds) {
    const phrase: Phrase<string, PlaceName> = book[id];
    const tree = trees.get(phrase.in) ?? sapling();
    trees.set(phrase.in, tree);
    const order = slotNames(phrase.en);
    for (const template of [phrase[language], ...phrase.also[language]]) {
      plant(tree, template, cut, { id, names: slotNames(template), order, fixed: null, template });
    }
    for (const { say, means } of phrase.short[language]) {
      plant(tree, say, cut, { id, names: [], order, fixed: means, template: say });
    }
  }
  return trees;
}

/** The words of an enumeration as a tree: some are several tokens, `at least`, 不少于. */
export function wordTree(slot: WordSlot<string>, language: Language, cut: CutWords): Branch {
  const tree = sapling();
  for (const [id, wordings] of Object.entries(slot.words)) {
    for (const template of wordings[language]) {
      plant(tree, template, cut, { id, names: [], order: [], fixed: null, template });
    }
  }
  return tree;
}

/** A tree of set words that mean one thing, such as those for `and`. */
export function synonymTree(id: string, wordings: readonly string[], cut: CutWords): Branch {
  const tree = sapling();
  for (const template of wordings) plant(tree, template, cut, { id, names: [], order: [], fixed: null, template });
  return tree;
}

export type SlotShape = TokenSlot<unknown> | WordSlot<string> | ListSlot;

const slotShapes: Readonly<Record<string, SlotShape>> = slots;

/** What a slot type holds; null for a family, whose values are phrases of that place. */
export function shapeOf(type: string): SlotShape | null {
  return slotShapes[type] ?? null;
}

/**
 * The kinds of token that a slot takes on this branch. Where several kinds of value could stand, a quoted name would be
 * the setting of any of them; so a value that opens such a branch is never a setting.
 */
export function kindsAt(branch: Branch, type: string): readonly TokenKind[] {
  const shape = shapeOf(type);
  if (shape?.shape !== 'token') return [];
  const rivals = [...branch.slots.keys()].filter((other) => other !== type && takesName(other));
  return rivals.length > 0 && shape.tokens.length > 1 ? shape.tokens.filter((kind) => kind !== 'Name') : shape.tokens;
}

function takesName(type: string): boolean {
  const shape = shapeOf(type);
  if (shape?.shape === 'list') return takesName(shape.of);
  return shape?.shape === 'token' && shape.tokens.includes('Name');
}

export const phraseIds: readonly PhraseId[] = Object.keys(book).filter(isPhraseId);

export function isPhraseId(id: string): id is PhraseId {
  return Object.hasOwn(book, id);
}

/** A mistake in the phrasebook itself, found when its tree is built; no text of a user leads here. */
export class PhrasebookError extends Error {}

interface Growing extends Branch {
  readonly words: Map<string, Growing>;
  readonly slots: Map<string, Growing>;
  leaf: Leaf | null;
}

function sapling(): Growing {
  return { words: new Map(), slots: new Map(), leaf: null };
}

function plant(tree: Growing, template: string, cut: CutWords, leaf: Leaf): void {
  let at = tree;
  for (const part of partsOf(template)) {
    if ('literal' in part) for (const word of cut(part.literal)) at = grown(at.words, word);
    else at = grown(at.slots, part.type);
  }
  if (at === tree) throw new PhrasebookError(`${leaf.id}: a wording is empty`);
  if (at.leaf !== null) throw new PhrasebookError(`${leaf.id}: "${template}" is already a wording of ${at.leaf.id}`);
  if (new Set(leaf.names).size !== leaf.names.length) {
    throw new PhrasebookError(`${leaf.id}: "${template}" has two slots of one name`);
  }
  at.leaf = leaf;
}

function grown(edges: Map<string, Growing>, key: string): Growing {
  const known = edges.get(key);
  if (known !== undefined) return known;
  const branch = sapling();
  edges.set(key, branch);
  return branch;
}

function slotNames(template: string): readonly string[] {
  return partsOf(template).flatMap((part) => ('slot' in part ? [part.slot] : []));
}
