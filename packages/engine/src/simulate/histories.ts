import type { Happening, PurchaseHappening, PurchaseLine } from '../happening.ts';

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
  /** The latest instant of all, epoch milliseconds; null: nothing happened. */
  readonly untilMs: number | null;
  /** How many rows the mapping left out. */
  readonly leftOut: number;
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

export interface LineColumns {
  /** The place in `goods` of what each line is about. */
  readonly goods: Int32Array;
  /** The list total of each line, minor units. */
  readonly lists: Amounts;
  /** What was paid for each line, minor units; {@link UNSAID} where nobody says. Null: nobody ever does. */
  readonly paid: Amounts | null;
  /** Everything that some line is about, once. */
  readonly kinds: readonly Goods[];
}

/**
 * Minor units. Whole numbers of 32 bits where they all fit: the engine is several times slower with numbers that it must
 * take for fractions.
 */
export type Amounts = Int32Array | Float64Array;

/** An amount that the file does not give. */
export const UNSAID = -1;

export type Goods = Omit<PurchaseLine, 'list' | 'quantity'>;
export type OtherHappening = Exclude<Happening, PurchaseHappening>;

/** Writes histories: an account, then its events in their order, each purchase followed by its lines. */
export interface HistoriesWriter {
  account(name: string): void;
  /** `tendered`: what was paid in all, minor units; null: nobody says. */
  purchase(id: string, atMs: number, sequence: number, tendered: number | null): void;
  /** A line of the last purchase. `paid`: what was paid for it, minor units; null: nobody says. */
  line(goods: Goods, list: number, paid: number | null): void;
  other(happening: OtherHappening): void;
  finish(leftOut?: number): Histories;
}

export function historiesWriter(): HistoriesWriter {
  const accounts: string[] = [];
  const purchaseStarts: number[] = [];
  const ids: string[] = [];
  const atMs: number[] = [];
  const sequences: number[] = [];
  const tendered: number[] = [];
  const lineStarts: number[] = [];
  const goods: number[] = [];
  const lists: number[] = [];
  const paid: number[] = [];
  const otherStarts: number[] = [];
  const others: OtherHappening[] = [];
  const kinds = kindsOfGoods();
  let untilMs: number | null = null;

  function happened(ms: number): void {
    if (untilMs === null || ms > untilMs) untilMs = ms;
  }

  return {
    account(name) {
      accounts.push(name);
      purchaseStarts.push(ids.length);
      otherStarts.push(others.length);
    },
    purchase(id, ms, sequence, total) {
      happened(ms);
      ids.push(id);
      atMs.push(ms);
      sequences.push(sequence);
      tendered.push(total ?? UNSAID);
      lineStarts.push(goods.length);
    },
    line(about, list, paidForIt) {
      goods.push(kinds.placeOf(about));
      lists.push(list);
      paid.push(paidForIt ?? UNSAID);
    },
    other(happening) {
      happened(happening.atMs);
      others.push(happening);
    },
    finish: (leftOut = 0) => ({
      accounts,
      purchaseStarts: new Int32Array([...purchaseStarts, ids.length]),
      purchases: {
        ids,
        atMs: new Float64Array(atMs),
        sequences: new Int32Array(sequences),
        tendered: saidAmounts(tendered),
        lineStarts: new Int32Array([...lineStarts, goods.length]),
      },
      lines: { goods: new Int32Array(goods), lists: amounts(lists), paid: saidAmounts(paid), kinds: kinds.all },
      otherStarts: new Int32Array([...otherStarts, others.length]),
      others,
      untilMs,
      leftOut,
    }),
  };
}

const MOST_32_BITS = 2 ** 31 - 1;

function amounts(minor: readonly number[]): Amounts {
  return minor.every((amount) => amount <= MOST_32_BITS) ? new Int32Array(minor) : new Float64Array(minor);
}

function saidAmounts(minor: readonly number[]): Amounts | null {
  return minor.every((amount) => amount === UNSAID) ? null : amounts(minor);
}

/** Gives all lines that are about the same goods one place; a million lines are about few. */
function kindsOfGoods(): { readonly all: readonly Goods[]; placeOf(goods: Goods): number } {
  const all: Goods[] = [];
  const placesOfItem = new Map<string, number[]>();
  return {
    all,
    placeOf({ item, priceClass, category, brand }) {
      const places = placesOfItem.get(item);
      const known = places?.find((place) => {
        const kind = all[place];
        return kind?.priceClass === priceClass && kind.category === category && kind.brand === brand;
      });
      if (known !== undefined) return known;
      const place = all.push({ item, priceClass, category, brand }) - 1;
      if (places === undefined) placesOfItem.set(item, [place]);
      else places.push(place);
      return place;
    },
  };
}
