import { book, type ConditionNode, type IdIn, type NodeOf, type PhraseId, type PlaceName } from '../phrases/book.ts';
import { type Family, isFamily, type SlotValues } from '../phrases/slots.ts';
import type { Span } from '../text.ts';

/** Any sentence, header, day or condition of a tree. */
export type AnyNode = NodeOf<PhraseId>;

/** One value of a sentence with its slot's type, whatever the sentence. */
export type Filled = {
  [K in keyof SlotValues]: { readonly type: K; readonly value: SlotValues[K]; readonly span: Span };
}[keyof SlotValues];

/** Whether a node is a phrase of a place; the book says so. */
export function isIn<P extends PlaceName>(node: AnyNode, place: P): node is NodeOf<IdIn<P>> {
  return book[node.phrase].in === place;
}

/** Every value in a sentence, also those inside its days and conditions, in the English order. */
export function valuesOf(node: AnyNode): Filled[] {
  const values: Readonly<Record<string, unknown>> = node.slots;
  const spans: Readonly<Record<string, Span>> = node.at;
  return slotTypes(node.phrase).flatMap(({ name, type }) => {
    const value = values[name];
    const span = spans[name] ?? node.span;
    if (isFamily(type)) return isNested(value, type) ? nestedValues(value) : [];
    return [filled(type, value, span)];
  });
}

/** The conditions of a tree of and, or, not. */
export function conditionLeaves(condition: ConditionNode): NodeOf<IdIn<'Condition'>>[] {
  if ('slots' in condition) return [condition];
  return condition.phrase === 'not' ? conditionLeaves(condition.of) : condition.of.flatMap(conditionLeaves);
}

/** A sentence and the days, windows and conditions in it, and in those. */
export function nodesIn(node: AnyNode): AnyNode[] {
  const values: Readonly<Record<string, unknown>> = node.slots;
  const inner = slotTypes(node.phrase).flatMap(({ name, type }) => {
    const value = values[name];
    return isFamily(type) && isNested(value, type) ? leavesOf(value) : [];
  });
  return [node, ...inner.flatMap(nodesIn)];
}

function leavesOf(node: Nested): AnyNode[] {
  if ('slots' in node) return [node];
  return node.phrase === 'not' ? leavesOf(node.of) : node.of.flatMap(leavesOf);
}

type Nested = ConditionNode | NodeOf<IdIn<'Day' | 'Window' | 'Measured'>>;

function nestedValues(node: Nested): Filled[] {
  if ('slots' in node) return valuesOf(node);
  return node.phrase === 'not' ? nestedValues(node.of) : node.of.flatMap(nestedValues);
}

function slotTypes(phrase: PhraseId): readonly { readonly name: string; readonly type: keyof SlotValues | Family }[] {
  return [...book[phrase].en.matchAll(/\{(\w+):(\w+)\}/g)].map(([, name = '', type = '']) => ({
    name,
    type: slotName(type),
  }));
}

// The three functions below are where a template's text meets its types: the compiler has proved for every entry of the
// book that the slot named in the template holds the value of that type, and the reader builds nodes by the template.

function slotName(type: string): keyof SlotValues | Family {
  return type as keyof SlotValues | Family;
}
function filled(type: keyof SlotValues, value: unknown, span: Span): Filled {
  return { type, value, span } as Filled;
}
function isNested(value: unknown, _family: Family): value is Nested {
  return typeof value === 'object' && value !== null && 'phrase' in value;
}
