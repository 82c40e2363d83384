import type { PlaceName } from '../phrases/book.ts';
import { isFamily } from '../phrases/slots.ts';
import { type Branch, type Leaf, PhrasebookError, shapeOf } from './prefix-tree.ts';

/** One way to say one sentence, with the phrases of its families written out: every path through the prefix trees. */
export interface Wording {
  readonly parts: readonly WordingPart[];
  readonly form: Form;
}

export type WordingPart =
  | { readonly word: string }
  /** `key` is the slot's name, after those of the families around it: `condition.calendar`. */
  | { readonly type: string; readonly key: string };

/** The phrase that a wording says, and the phrases in its families. */
export interface Form {
  readonly leaf: Leaf;
  readonly inner: ReadonlyMap<string, Form>;
}

/** Conditions hold conditions; one step down is enough to find what a clause was meant to be. */
const MOST_NESTING = 3;

export function wordingsOf(places: ReadonlyMap<PlaceName, Branch>, place: PlaceName, nesting = 0): readonly Wording[] {
  const tree = places.get(place);
  if (tree === undefined || nesting > MOST_NESTING) return [];
  return pathsOf(tree).flatMap(({ steps, leaf }) => {
    let wordings: readonly Wording[] = [{ parts: [], form: { leaf, inner: new Map() } }];
    let slot = 0;
    for (const step of steps) {
      if ('word' in step) {
        wordings = wordings.map(({ parts, form }) => ({ parts: [...parts, step], form }));
        continue;
      }
      const name = leaf.names[slot++] ?? '';
      const { type } = step;
      if (shapeOf(type) !== null) {
        wordings = wordings.map(({ parts, form }) => ({ parts: [...parts, { type, key: name }], form }));
      } else
        wordings = wordings.flatMap((outer) =>
          innerWordings(places, type, nesting).map((inner) => within(outer, inner, name)),
        );
    }
    return wordings;
  });
}

function innerWordings(places: ReadonlyMap<PlaceName, Branch>, type: string, nesting: number): readonly Wording[] {
  if (!isFamily(type)) throw new PhrasebookError(`There is no family ${type}.`);
  return wordingsOf(places, type, nesting + 1);
}

function within(outer: Wording, inner: Wording, name: string): Wording {
  const parts = inner.parts.map((part) => ('word' in part ? part : { type: part.type, key: `${name}.${part.key}` }));
  const form = { leaf: outer.form.leaf, inner: new Map([...outer.form.inner, [name, inner.form]]) };
  return { parts: [...outer.parts, ...parts], form };
}

type Step = { readonly word: string } | { readonly type: string };
interface Path {
  readonly steps: readonly Step[];
  readonly leaf: Leaf;
}

function pathsOf(branch: Branch): readonly Path[] {
  const after = (step: Step, next: Branch): readonly Path[] =>
    pathsOf(next).map(({ steps, leaf }) => ({ steps: [step, ...steps], leaf }));
  return [
    ...(branch.leaf === null ? [] : [{ steps: [], leaf: branch.leaf }]),
    ...[...branch.words].flatMap(([word, next]) => after({ word }, next)),
    ...[...branch.slots].flatMap(([type, next]) => after({ type }, next)),
  ];
}
