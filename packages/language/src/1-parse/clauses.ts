import type { IToken } from 'chevrotain';
import type { PlaceName } from '../phrases/book.ts';
import { JOINTS } from '../phrases/phrase.ts';
import type { Branch } from './prefix-tree.ts';
import type { Reader } from './reader.ts';
import { kindOf, wordOf } from './tokens.ts';

/** A stretch of a line between `and`, `or`, `not` and brackets. */
export interface Clause {
  /** `Condition`, or the place of the whole line where the clause still has the words that open the sentence. */
  readonly place: PlaceName;
  readonly from: number;
  readonly to: number;
  readonly reads: boolean;
}

/** The clauses of a line; one clause when it has no joined conditions. */
export function clauses(reader: Reader, place: PlaceName, tokens: readonly IToken[]): readonly Clause[] {
  const lead = leadLength(reader, place, tokens);
  const cuts = jointsIn(reader, tokens, lead ?? 0);
  const all: Clause[] = [];
  let from = lead ?? 0;
  for (const cut of [...cuts, { from: tokens.length, to: tokens.length }]) {
    const own: PlaceName = from === 0 && lead === null ? place : 'Condition';
    const reads = reader.read(own, tokens.slice(from, cut.from)).whole;
    const before = all.at(-1);
    // An `or` inside a list of names joins no conditions.
    if (before !== undefined && !reads && reader.read(before.place, tokens.slice(before.from, cut.from)).whole) {
      all[all.length - 1] = { ...before, to: cut.from, reads: true };
    } else if (cut.from > from) all.push({ place: own, from, to: cut.from, reads });
    from = cut.to;
  }
  return all;
}

/** How many words open a sentence before its condition; null when the line does not open so. */
function leadLength(reader: Reader, place: PlaceName, tokens: readonly IToken[]): number | null {
  let branch: Branch | undefined = reader.places.get(place);
  for (let i = 0; i <= tokens.length && branch !== undefined; i++) {
    if (i > 0 && branch.slots.has('Condition')) return i;
    const token = tokens[i];
    branch = token === undefined ? undefined : branch.words.get(wordOf(token));
  }
  return null;
}

function jointsIn(reader: Reader, tokens: readonly IToken[], from: number): { from: number; to: number }[] {
  const { and, or, not } = JOINTS[reader.language];
  const joints = [...and, ...or, ...not].map((wording) => reader.cutter.words(wording));
  const found: { from: number; to: number }[] = [];
  for (let i = from; i < tokens.length; i++) {
    const token = tokens[i];
    const bracket = token !== undefined && (kindOf(token) === 'Open' || kindOf(token) === 'Close');
    const joint = joints.find((words) => words.every((word, k) => saysAt(tokens, i + k) === word));
    const length = bracket ? 1 : (joint?.length ?? 0);
    if (length === 0) continue;
    const last = found.at(-1);
    if (last !== undefined && last.to === i) last.to = i + length;
    else found.push({ from: i, to: i + length });
    i += length - 1;
  }
  return found;
}

function saysAt(tokens: readonly IToken[], i: number): string | null {
  const token = tokens[i];
  return token === undefined ? null : wordOf(token);
}
