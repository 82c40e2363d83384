import {
  book,
  type ConditionNode,
  type Header,
  type IdIn,
  type NodeOf,
  type PlaceName,
  type Sentence,
} from '../phrases/book.ts';
import { isFamily } from '../phrases/slots.ts';
import type { Span } from '../text.ts';
import { isPhraseId } from './prefix-tree.ts';

/**
 * A sentence as the grammar builds it at run time, from whatever phrase the prefix tree led to. The compiler cannot
 * follow the tree; the guards below ask the phrasebook, and their callers have the typed node.
 */
export interface LooseNode {
  readonly phrase: string;
  readonly slots: Readonly<Record<string, unknown>>;
  readonly span: Span;
  readonly at: Readonly<Record<string, Span>>;
}

export function isHeader(node: LooseNode): node is LooseNode & Header {
  return isOf('header', node);
}

export function isSentence(node: LooseNode): node is LooseNode & Sentence {
  if (!isPhraseId(node.phrase)) return false;
  const place = book[node.phrase].in;
  return place !== 'header' && !isFamily(place);
}

function isOf<P extends PlaceName>(place: P, node: LooseNode): node is LooseNode & NodeOf<IdIn<P>> {
  return isPhraseId(node.phrase) && book[node.phrase].in === place;
}

export function isLoose(value: unknown): value is LooseNode {
  return isNode(value) && 'slots' in value;
}

/** Whether a value is a node: of a phrase, or of conditions that are joined. */
export function isNode(value: unknown): value is NodeOf<IdIn<'Day' | 'Window' | 'Measured'>> | ConditionNode {
  return typeof value === 'object' && value !== null && 'phrase' in value;
}
