import type { Matched } from './matching.ts';

/** Goods that came back, in columns like purchases: each of one purchase of the same account, in their order. */
export interface ReturnColumns {
  /** Where those of each account begin; one more at the end. */
  readonly starts: Int32Array;
  /** Epoch milliseconds. */
  readonly atMs: Float64Array;
  /** The place in the purchase columns of what they come back from. */
  readonly purchases: Int32Array;
  /** The row of the file that tells it; neighbours may be parts of one row. */
  readonly rows: Int32Array;
  /** What the file says that they were worth, minor units. */
  readonly values: Float64Array;
  /** Where the lines of each begin; one more at the end. */
  readonly partStarts: Int32Array;
  /** Lines of the purchase, from 0, and how many of each. */
  readonly lines: Int32Array;
  readonly quantities: readonly string[];
  /** For each purchase, 1 where something of it comes back. */
  readonly isReturned: Uint8Array;
}

export function returnsWriter(): {
  /** @param purchases how many purchases other accounts have so far */
  account(purchases: number): void;
  cameBack(goods: Matched): void;
  /** Null where nothing came back. */
  finish(purchases: number): ReturnColumns | null;
} {
  const starts: number[] = [];
  const atMs: number[] = [];
  const purchases: number[] = [];
  const rows: number[] = [];
  const values: number[] = [];
  const partStarts: number[] = [];
  const lines: number[] = [];
  const quantities: string[] = [];
  let firstPurchase = 0;
  return {
    account(purchasesBefore) {
      starts.push(atMs.length);
      firstPurchase = purchasesBefore;
    },
    cameBack({ row, atMs: ms, purchase, parts, value }) {
      atMs.push(ms);
      purchases.push(firstPurchase + purchase);
      rows.push(row);
      values.push(value);
      partStarts.push(lines.length);
      for (const { line, quantity } of parts) {
        lines.push(line);
        quantities.push(quantity);
      }
    },
    finish(purchaseCount) {
      if (atMs.length === 0) return null;
      const isReturned = new Uint8Array(purchaseCount);
      for (const purchase of purchases) isReturned[purchase] = 1;
      return {
        starts: Int32Array.from([...starts, atMs.length]),
        atMs: Float64Array.from(atMs),
        purchases: Int32Array.from(purchases),
        rows: Int32Array.from(rows),
        values: Float64Array.from(values),
        partStarts: Int32Array.from([...partStarts, lines.length]),
        lines: Int32Array.from(lines),
        quantities,
        isReturned,
      };
    },
  };
}
