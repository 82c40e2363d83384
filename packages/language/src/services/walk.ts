import { type Branch, kindsAt, type Leaf, shapeOf, synonymTree, wordTree } from '../1-parse/prefix-tree.ts';
import type { Reader } from '../1-parse/reader.ts';
import type { PlaceName } from '../phrases/book.ts';
import { JOINTS } from '../phrases/phrase.ts';

/** How far a half-written line has come through the prefix trees, word by word, along every sentence that it may become. */

/** A place in a tree, and what is still open around it. */
export interface Stand {
  readonly branch: Branch;
  /** How many words and slots of this tree's wording lie behind. */
  readonly taken: number;
  /** What the tree holds: sentences of a place, the words of a slot, or the words that join. */
  readonly tree: 'place' | 'words' | 'joint';
  /** The sentence around, as it goes on after the slot that this tree fills; null: there is none. */
  readonly outer: Stand | null;
  /** The slot type of which another member may follow: `a or b`, one condition and another. */
  readonly again: string | null;
}

/** A token as the walk needs it: the word that it says, and the kind of value that it is. */
export interface Word {
  readonly says: string;
  readonly kind: string;
}

/** The beginnings of every sentence of a place. */
export function beginnings(reader: Reader, place: PlaceName): Stand[] {
  const branch = reader.places.get(place);
  const again = place === 'Condition' ? 'Condition' : null;
  return branch === undefined ? [] : closure(reader, [{ branch, taken: 0, tree: 'place', outer: null, again }]);
}

/** Before the word with which a line goes on from the one above: `and`, `or`. */
export function continuations(reader: Reader): Stand[] {
  return closure(reader, joints(reader, 'Condition', null));
}

/** Where each of the stands leads over one token; none: the token does not fit. */
export function step(reader: Reader, stands: readonly Stand[], { says, kind }: Word): Stand[] {
  const next = stands.flatMap((stand) => {
    const word = stand.branch.words.get(says);
    const slots = [...stand.branch.slots].filter(([type]) => kindsAt(stand.branch, type).some((one) => one === kind));
    return [...(word === undefined ? [] : [word]), ...slots.map(([, branch]) => branch)].map((branch) =>
      advanced(stand, branch),
    );
  });
  return closure(reader, next);
}

const MOST_STANDS = 500;

/** All places that can be reached without another token: into slots that are trees, and out of trees that may end. */
function closure(reader: Reader, stands: readonly Stand[]): Stand[] {
  const all = [...stands];
  for (let i = 0; i < all.length && all.length < MOST_STANDS; i += 1) {
    const stand = all[i];
    if (stand === undefined) break;
    for (const [type, next] of stand.branch.slots) {
      if (shapeOf(type)?.shape !== 'token') all.push(...opened(reader, type, advanced(stand, next)));
    }
    if (stand.branch.leaf !== null) all.push(...closed(reader, stand));
  }
  return all;
}

function advanced(stand: Stand, branch: Branch): Stand {
  return { ...stand, branch, taken: stand.taken + 1 };
}

/** The start of a slot's value. */
function opened(reader: Reader, type: string, outer: Stand | null, again: string | null = null): Stand[] {
  const { language, cutter, places } = reader;
  const cut = (literal: string) => cutter.words(literal);
  const shape = shapeOf(type);
  if (shape === null) {
    // A family: its values are phrases of the place of that name. Conditions alone can be joined and turned round.
    const branch = [...places].find(([place]) => place === type)?.[1];
    const isCondition = type === 'Condition';
    const stands: Stand[] =
      branch === undefined ? [] : [{ branch, taken: 0, tree: 'place', outer, again: isCondition ? type : again }];
    if (!isCondition) return stands;
    return [
      ...stands,
      { branch: synonymTree('not', JOINTS[language].not, cut), taken: 0, tree: 'joint', outer, again: type },
    ];
  }
  if (shape.shape === 'list') return opened(reader, shape.of, outer, shape.of);
  const branch = shape.shape === 'words' ? wordTree(shape, language, cut) : loneSlot(type);
  return [{ branch, taken: 0, tree: 'words', outer, again }];
}

function closed(reader: Reader, { tree, outer, again }: Stand): Stand[] {
  if (tree === 'joint') return again === null ? [] : opened(reader, again, outer, again);
  return [...(outer === null ? [] : [outer]), ...(again === null ? [] : joints(reader, again, outer))];
}

function joints({ language, cutter }: Reader, again: string, outer: Stand | null): Stand[] {
  const { and, or, listOr } = JOINTS[language];
  const wordings = again === 'Condition' ? [and, or] : [listOr, [',']];
  return wordings.map((words) => ({
    branch: synonymTree('joint', words, (literal) => cutter.words(literal)),
    taken: 0,
    tree: 'joint' as const,
    outer,
    again,
  }));
}

/** A tree of nothing but one slot, for the members of a list of names. */
function loneSlot(type: string): Branch {
  const leaf: Leaf = { id: type, names: ['member'], order: ['member'], fixed: null, template: `{member:${type}}` };
  const end: Branch = { words: new Map(), slots: new Map(), leaf };
  return { words: new Map(), slots: new Map([[type, end]]), leaf: null };
}
