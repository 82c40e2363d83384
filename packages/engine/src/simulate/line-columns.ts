import type { PurchaseLine } from '../happening.ts';

/** The lines of all purchases, in columns. */
export interface LineColumns {
  /** The place in `goods` of what each line is about. */
  readonly goods: Int32Array;
  /** The list total of each line, minor units. */
  readonly lists: Amounts;
  /** What was paid for each line, minor units; {@link UNSAID} where nobody says. Null: nobody ever does. */
  readonly paid: Amounts | null;
  /** Everything that some line is about, once. */
  readonly kinds: readonly Goods[];
  /** The place in `quantityTexts` of how many, or how much, each line is. Null: one of each. */
  readonly quantities: Int32Array | null;
  readonly quantityTexts: readonly string[];
}

/**
 * Minor units. Whole numbers of 32 bits where they all fit: the engine is several times slower with numbers that it must
 * take for fractions.
 */
export type Amounts = Int32Array | Float64Array;

/** An amount that the file does not give. */
export const UNSAID = -1;

export type Goods = Omit<PurchaseLine, 'list' | 'quantity'>;

export interface LinesWriter {
  line(goods: Goods, list: number, paid: number | null, quantity?: string): void;
  /** How many lines there are so far. */
  count(): number;
  finish(): LineColumns;
}

export function linesWriter(): LinesWriter {
  const goods: number[] = [];
  const lists: number[] = [];
  const paid: number[] = [];
  const quantities: number[] = [];
  const quantityTexts = new Map([[ONE, 0]]);
  const kinds = kindsOfGoods();
  return {
    line(about, list, paidForIt, quantity = ONE) {
      goods.push(kinds.placeOf(about));
      lists.push(list);
      paid.push(paidForIt ?? UNSAID);
      const place = quantityTexts.get(quantity) ?? quantityTexts.size;
      if (place === quantityTexts.size) quantityTexts.set(quantity, place);
      quantities.push(place);
    },
    count: () => goods.length,
    finish: () => ({
      goods: new Int32Array(goods),
      lists: amounts(lists),
      paid: saidAmounts(paid),
      kinds: kinds.all,
      quantities: quantityTexts.size === 1 ? null : new Int32Array(quantities),
      quantityTexts: [...quantityTexts.keys()],
    }),
  };
}

const ONE = '1';

const MOST_32_BITS = 2 ** 31 - 1;

function amounts(minor: readonly number[]): Amounts {
  return minor.every((amount) => amount <= MOST_32_BITS) ? new Int32Array(minor) : new Float64Array(minor);
}

export function saidAmounts(minor: readonly number[]): Amounts | null {
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
