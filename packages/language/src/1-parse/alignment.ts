import { contradict, isEmpty, isSmall } from './likeness.ts';
import { COST, type Filling, isValue, type LineCosts, weight } from './line-costs.ts';
import { shapeOf } from './prefix-tree.ts';
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
/** Cheaper than the cheapest step: sums of decimals are never quite the same. */
const TINY = 1e-6;

/** What one step of the alignment did. */
interface Step {
  readonly cost: number;
  /** How many tokens of the line it took. */
  readonly took: number;
  /** Whether it went on in the wording. */
  readonly part: boolean;
  readonly filling?: Filling;
  readonly wrongKind?: boolean;
}

export function aligned(line: LineCosts, wording: Wording, most: number): Alignment | null {
  const { parts } = wording;
  const length = line.tokens.length;
  const width = length + 1;
  const least = new Float64Array((parts.length + 1) * width).fill(Number.POSITIVE_INFINITY);
  const steps = new Map<number, Step>();
  least[0] = 0;
  const take = (from: number, step: Step): void => {
    const to = from + (step.part ? width : 0) + step.took;
    const cost = (least[from] ?? 0) + step.cost;
    if (cost >= (least[to] ?? 0) - TINY) return;
    least[to] = cost;
    steps.set(to, step);
  };
  for (let i = 0; i <= parts.length; i++) {
    const goOn = stepsOver(line, parts[i]);
    let rowLeast = Number.POSITIVE_INFINITY;
    for (let j = 0; j <= length; j++) {
      const from = i * width + j;
      const here = least[from] ?? Number.POSITIVE_INFINITY;
      rowLeast = Math.min(rowLeast, here);
      if (here > most) continue;
      const dropped = line.dropping[j] ?? null;
      if (dropped !== null) take(from, { cost: dropped, took: 1, part: false });
      if (goOn === null) continue;
      take(from, goOn.without);
      const step = goOn.taking[j] ?? null;
      if (step !== null) take(from, step);
    }
    if (rowLeast > most) return null;
  }
  return (least[least.length - 1] ?? most + 1) > most ? null : traced(wording, line, steps);
}

/** How the wording can go on by one of its parts: with nothing of the line, or with what stands at each token. */
interface StepsOver {
  readonly without: Step;
  readonly taking: readonly (Step | null)[];
}

function stepsOver(line: LineCosts, part: WordingPart | undefined): StepsOver | null {
  if (part === undefined) return null;
  if ('word' in part) {
    const costs = line.word(part.word);
    return {
      without: { cost: weight(part.word), took: 0, part: true },
      taking: costs.map((cost) => (cost === null ? null : { cost, took: 1, part: true })),
    };
  }
  const taken = line.slot(part.type);
  return {
    without: { cost: COST.missing, took: 0, part: true },
    taking: line.tokens.map((token, j) => {
      const found = taken[j] ?? null;
      if (found !== null) return { ...found, part: true };
      if (!isValue(token) || kindOf(token) === 'Name') return null;
      const filling = { tokens: [token], instead: null };
      return { cost: COST.wrongKind, took: 1, part: true, filling, wrongKind: true };
    }),
  };
}

/** Follows the steps back, and takes words that only moved for what they are. */
function traced(wording: Wording, { tokens, reader }: LineCosts, steps: ReadonlyMap<number, Step>): Alignment | null {
  const { knows } = reader.vocabulary;
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
        meant.push(...(step.filling.instead === null ? said : reader.cutter.words(step.filling.instead)));
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
