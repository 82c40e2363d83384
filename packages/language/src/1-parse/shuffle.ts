import type { IToken } from 'chevrotain';
import type { Alignment } from './alignment.ts';
import { contradict, isSmall } from './likeness.ts';
import { COST, type Filling, isValue, type LineCosts, valueKind, weight } from './line-costs.ts';
import { shapeOf } from './prefix-tree.ts';
import { kindOf, wordOf } from './tokens.ts';
import type { Wording } from './wordings.ts';

/** What the wrong order alone counts for. */
const ORDER_COST = 0.6;

/**
 * A line laid against a wording whatever the order of its words: `for "Regular" pay 58%`. Two values of one kind are
 * never told apart by their order, so a line that has two is not tried. What is found this way is never sure: the
 * order counts as a word dropped.
 */
export function shuffled(line: LineCosts, wording: Wording): Alignment | null {
  const { reader, tokens } = line;
  const kinds = tokens.flatMap((token) => valueKind(token) ?? []);
  if (new Set(kinds).size !== kinds.length) return null;
  const left = new Set(tokens);
  const values = new Map<string, Filling>();
  const [written, meant]: [string[], string[]] = [[], []];
  let cost: number = ORDER_COST;
  for (const part of wording.parts) {
    if ('word' in part) continue;
    const filling = takeFilling(line, part.type, left);
    if (filling === null) return null;
    values.set(part.key, filling);
    if (shapeOf(part.type)?.shape !== 'words') continue;
    const said = filling.instead === null ? filling.tokens.map(wordOf) : reader.cutter.words(filling.instead);
    written.push(...said);
    meant.push(...said);
  }
  if ([...left].some(isValue)) return null;
  let matched = 0;
  let added = 0;
  for (const part of wording.parts) {
    if ('key' in part) continue;
    meant.push(part.word);
    const costs = line.word(part.word);
    const at = tokens.findIndex((token, j) => left.has(token) && costs[j] !== null);
    const found = tokens[at];
    if (found === undefined) {
      cost += weight(part.word);
      if (!isSmall(part.word)) added++;
      continue;
    }
    cost += costs[at] ?? 0;
    if (!isSmall(part.word)) matched++;
    written.push(part.word);
    left.delete(found);
  }
  for (const token of left) cost += weight(wordOf(token));
  written.push(...[...left].map(wordOf));
  if (matched === 0 || contradict(written, meant)) return null;
  return { wording, cost, values, wrongKind: [], dropped: left.size + 1, added };
}

function takeFilling(line: LineCosts, type: string, left: Set<IToken>): Filling | null {
  const taken = line.slot(type);
  // A name could be a setting in the place of any value; a value that is plainly one goes first.
  const named = (token: IToken) => (kindOf(token) === 'Name' ? 1 : 0);
  for (const token of [...left].sort((a, b) => named(a) - named(b))) {
    const found = taken[line.tokens.indexOf(token)] ?? null;
    if (found === null || found.cost > COST.synonym) continue;
    for (const used of found.filling.tokens) left.delete(used);
    return found.filling;
  }
  return null;
}
