import type { Happening, PurchaseHappening, ReturnHappening } from '../happening.ts';
import type { Tally } from './figure.ts';
import { type Amounts, type Goods, type LineColumns, linesWriter, saidAmounts, UNSAID } from './line-columns.ts';
import { type Matched, type Unmatched, unmatchedTally } from './matching.ts';
import { type ReturnColumns, returnsWriter } from './return-columns.ts';

/**
 * What happened to a population, in columns: a few long arrays instead of an object for each purchase, which would spend
 * most of a simulation's time waiting for memory. Typed columns can also be handed to another thread without a copy.
 * Accounts stand one after the other, each with its events in their order (M5).
 */
export interface Histories {
  /** The names of the accounts. */
  readonly accounts: readonly string[];
  /** Where the purchases of each account begin; one more at the end. */
  readonly purchaseStarts: Int32Array;
  readonly purchases: PurchaseColumns;
  readonly lines: LineColumns;
  /** Where the other events of each account begin; one more at the end. */
  readonly otherStarts: Int32Array;
  /** Events of other kinds are few, and stay objects. */
  readonly others: readonly OtherHappening[];
  /** Goods that came back; null: none did. */
  readonly returns: ReturnColumns | null;
  /** The latest instant of all, epoch milliseconds; null: nothing happened. */
  readonly untilMs: number | null;
  readonly passedOver: PassedOver;
}

/** Rows of a file that are no part of the histories. */
export interface PassedOver {
  /** How many the mapping leaves out. */
  readonly leftOut: number;
  readonly withoutAccount: number;
  readonly notGoods: number;
  /** Rows of goods that came back of which no purchase is known. */
  readonly unmatched: Unmatched<Tally>;
}

export interface PurchaseColumns {
  readonly ids: readonly string[];
  /** Epoch milliseconds. */
  readonly atMs: Float64Array;
  /** Orders what happened at one instant. */
  readonly sequences: Int32Array;
  /** What was paid in all, minor units; {@link UNSAID} where nobody says. Null: nobody ever does. */
  readonly tendered: Amounts | null;
  /** Where the lines of each purchase begin; one more at the end. */
  readonly lineStarts: Int32Array;
}

export type OtherHappening = Exclude<Happening, PurchaseHappening | ReturnHappening>;

/** Writes histories: an account, then its events in their order, each purchase followed by its lines. */
export interface HistoriesWriter {
  account(name: string): void;
  /** `tendered`: what was paid in all, minor units; null: nobody says. */
  purchase(id: string, atMs: number, sequence: number, tendered: number | null): void;
  /** A line of the last purchase. `paid`: what was paid for it, minor units; null: nobody says. */
  line(goods: Goods, list: number, paid: number | null, quantity?: string): void;
  /** After the purchases of the account: what came back of one of them. In the order in which it happened. */
  cameBack(goods: Matched): void;
  other(happening: OtherHappening): void;
  finish(passedOver?: PassedOver): Histories;
}

export function historiesWriter(): HistoriesWriter {
  const accounts: string[] = [];
  const purchaseStarts: number[] = [];
  const ids: string[] = [];
  const atMs: number[] = [];
  const sequences: number[] = [];
  const tendered: number[] = [];
  const lineStarts: number[] = [];
  const lines = linesWriter();
  const otherStarts: number[] = [];
  const others: OtherHappening[] = [];
  const returns = returnsWriter();
  let untilMs: number | null = null;

  function happened(ms: number): void {
    if (untilMs === null || ms > untilMs) untilMs = ms;
  }

  return {
    account(name) {
      accounts.push(name);
      purchaseStarts.push(ids.length);
      otherStarts.push(others.length);
      returns.account(ids.length);
    },
    purchase(id, ms, sequence, total) {
      happened(ms);
      ids.push(id);
      atMs.push(ms);
      sequences.push(sequence);
      tendered.push(total ?? UNSAID);
      lineStarts.push(lines.count());
    },
    line: lines.line,
    cameBack(back) {
      happened(back.atMs);
      returns.cameBack(back);
    },
    other(happening) {
      happened(happening.atMs);
      others.push(happening);
    },
    finish: (passedOver = nothingPassedOver()) => ({
      accounts,
      purchaseStarts: new Int32Array([...purchaseStarts, ids.length]),
      purchases: {
        ids,
        atMs: new Float64Array(atMs),
        sequences: new Int32Array(sequences),
        tendered: saidAmounts(tendered),
        lineStarts: new Int32Array([...lineStarts, lines.count()]),
      },
      lines: lines.finish(),
      otherStarts: new Int32Array([...otherStarts, others.length]),
      others,
      returns: returns.finish(ids.length),
      untilMs,
      passedOver,
    }),
  };
}

function nothingPassedOver(): PassedOver {
  return { leftOut: 0, withoutAccount: 0, notGoods: 0, unmatched: unmatchedTally() };
}
