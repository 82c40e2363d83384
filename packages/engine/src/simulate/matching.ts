import type { PurchaseLine } from '../happening.ts';
import { quantityText, shareOf, type Tally, tally, unitsOf } from './figure.ts';

/** Goods that came back, as a file tells it: it does not say from which purchase they are. */
export interface BroughtBack {
  readonly row: number;
  readonly atMs: number;
  readonly item: string;
  readonly quantity: string;
  /** What the file says that they were worth, minor units. */
  readonly value: number;
}

/** What came back of one purchase by one row. */
export interface Matched {
  readonly row: number;
  readonly atMs: number;
  /** The place of the purchase among the account's. */
  readonly purchase: number;
  readonly parts: readonly { readonly line: number; readonly quantity: string }[];
  /** The share of the row's value. */
  readonly value: number;
}

/** Rows of goods for which no purchase, or too little of one, is to be found. */
export interface Unmatched<T> {
  /** The account never bought the item before. */
  readonly neverBought: T;
  /** All that it bought of the item has come back already. */
  readonly exhausted: T;
  /** The row brings back more than was left; the rest of it counts here. */
  readonly partlyMatched: T;
}

export function unmatchedTally(): Unmatched<Tally> {
  return { neverBought: tally(), exhausted: tally(), partlyMatched: tally() };
}

/** Units of one line of a purchase that have not come back. */
interface Left {
  readonly purchase: number;
  readonly line: number;
  units: bigint;
}

/**
 * Finds the purchases of goods that came back: the account's latest earlier purchases of the same item, newest first,
 * lines of one purchase in their order. A purchase of the same instant counts as earlier.
 * @param purchases the account's, in their order
 * @param returns in any order; those of one instant are taken by row
 */
export function matchReturns(
  purchases: readonly { readonly atMs: number; readonly lines: readonly PurchaseLine[] }[],
  returns: readonly BroughtBack[],
  unmatched: Unmatched<Tally>,
): Matched[] {
  const wanted = new Set(returns.map(({ item }) => item));
  const bought = new Map<string, Left[]>();
  const matched: Matched[] = [];
  let seen = 0;
  for (const back of returns.toSorted((a, b) => a.atMs - b.atMs || a.row - b.row)) {
    for (; seen < purchases.length; seen += 1) {
      const purchase = purchases[seen];
      if (purchase === undefined || purchase.atMs > back.atMs) break;
      remember(bought, wanted, purchase.lines, seen);
    }
    const left = bought.get(back.item);
    if (left === undefined) count(unmatched.neverBought, back, unitsOf(back.quantity));
    else if (left.length === 0) count(unmatched.exhausted, back, unitsOf(back.quantity));
    else take(left, back, matched, unmatched.partlyMatched);
  }
  return matched;
}

/** The newest stand last, and the lines of one purchase backwards, so that the next one to come back is the last. */
function remember(
  bought: Map<string, Left[]>,
  wanted: ReadonlySet<string>,
  lines: readonly PurchaseLine[],
  purchase: number,
): void {
  for (let line = lines.length - 1; line >= 0; line -= 1) {
    const { item = '', quantity = '0' } = lines[line] ?? {};
    if (!wanted.has(item)) continue;
    const units = unitsOf(quantity);
    if (units === 0n) continue;
    const left = bought.get(item);
    if (left === undefined) bought.set(item, [{ purchase, line, units }]);
    else left.push({ purchase, line, units });
  }
}

function take(left: Left[], back: BroughtBack, matched: Matched[], partlyMatched: Tally): void {
  const whole = unitsOf(back.quantity);
  let missing = whole;
  while (missing > 0n) {
    const purchase = left.at(-1)?.purchase;
    if (purchase === undefined) break;
    const parts: { line: number; quantity: string }[] = [];
    const before = missing;
    for (let last = left.at(-1); last?.purchase === purchase && missing > 0n; last = left.at(-1)) {
      const units = lesser(last.units, missing);
      parts.push({ line: last.line, quantity: quantityText(units) });
      missing -= units;
      last.units -= units;
      if (last.units === 0n) left.pop();
    }
    const { row, atMs, value } = back;
    matched.push({ row, atMs, purchase, parts, value: shareOf(value, before - missing, whole) });
  }
  if (missing > 0n) count(partlyMatched, back, missing);
}

function lesser(a: bigint, b: bigint): bigint {
  return b < a ? b : a;
}

function count(figure: Tally, { quantity, value }: BroughtBack, units: bigint): void {
  figure.rows += 1;
  figure.units += units;
  figure.value += BigInt(shareOf(value, units, unitsOf(quantity)));
}
