import * as z from 'zod';
import { PRICE_CLASSES, type PriceClass } from '../program.ts';
import { fitted, type Misfit, type Place, placeIn, Text, YesNo } from '../scenario/place.ts';
import { dateReader, readTime, type WallTime } from './date-format.ts';
import { type RowTest, RowTests, readRowTests } from './row-test.ts';

/** How a file of purchases is to be read: what its columns mean, and what it does not say. */
export interface Mapping {
  /** The file's column for each thing that it tells. */
  readonly columns: Columns;
  readonly readDate: (text: string) => WallTime | null;
  /** The time of day, in milliseconds, of dates without one. */
  readonly timeMs: number;
  /** The zone whose wall clock the file shows; null: the program's. */
  readonly timeZone: string | null;
  /** The file's currency; null: the program's. */
  readonly currency: string | null;
  /** Amounts of another currency are read as the program's, one for one. */
  readonly atPar: boolean;
  /** When an account joins. */
  readonly joins: Joins;
  /** The price class of every line that has none of its own; null: none. */
  readonly priceClass: PriceClass | null;
  /** The program's price class for a word of the file. */
  readonly priceClasses: Readonly<Record<string, PriceClass>>;
  /** Rows without an account are left out; otherwise they cannot be read. */
  readonly leaveOutWithoutAccount: boolean;
  /** Rows that are not read at all. */
  readonly leaveOut: readonly RowTest[];
  /** Rows that are no goods: postage, fees, corrections. They belong to no purchase. */
  readonly notGoods: readonly RowTest[];
  /** Rows of goods that come back. */
  readonly returns: readonly RowTest[];
  readonly encoding: string;
}

export interface Columns {
  readonly account: string;
  readonly date: string;
  readonly time?: string;
  /** What was paid for the row. */
  readonly paid?: string;
  /** What was paid for one. */
  readonly paidEach?: string;
  /** The list price of one. */
  readonly price?: string;
  readonly quantity?: string;
  readonly item?: string;
  readonly priceClass?: string;
  readonly category?: string;
  readonly brand?: string;
  /** Rows of an account with the same values here are lines of one purchase. Empty: every row is a purchase. */
  readonly purchase: readonly string[];
  readonly birthday?: string;
}

export type Joins =
  | { readonly kind: 'never' }
  /** So much earlier than the account's first purchase; days are local days. */
  | { readonly kind: 'before'; readonly count: number; readonly unit: 'minute' | 'hour' | 'day' };

export type MappingReading =
  | { readonly ok: true; readonly value: Mapping }
  | { readonly ok: false; readonly misfits: readonly Misfit[] };

const COLUMNS = 'must be a column, or a list of columns';

const MappingFile = z.strictObject({
  mapping: Text.optional(),
  columns: z.strictObject({
    account: Text,
    date: Text,
    time: Text.optional(),
    paid: Text.optional(),
    'paid each': Text.optional(),
    price: Text.optional(),
    quantity: Text.optional(),
    item: Text.optional(),
    'price class': Text.optional(),
    category: Text.optional(),
    brand: Text.optional(),
    purchase: z.union([Text.transform((column) => [column]), z.array(Text).min(1).max(10)], COLUMNS).optional(),
    birthday: Text.optional(),
  }),
  'date format': Text.optional(),
  time: Text.optional(),
  'time zone': Text.optional(),
  currency: Text.pipe(z.string().regex(/^[A-Z]{3}$/, 'must be a currency’s three letters: CNY')).optional(),
  'read at par': YesNo.optional(),
  joins: Text.optional(),
  'price class': Text.pipe(z.enum(['none', ...PRICE_CLASSES])).optional(),
  'price classes': z.record(z.string(), Text.pipe(z.enum(PRICE_CLASSES))).optional(),
  'without account': Text.pipe(z.enum(['refuse', 'leave out'])).optional(),
  'leave out': RowTests,
  'not goods': RowTests,
  returns: RowTests,
  encoding: Text.pipe(z.enum(['utf-8', 'gb18030'])).optional(),
});

/** Reads a mapping from what a parser made of its text (YAML or JSON). */
export function readMapping(value: unknown): MappingReading {
  const misfits: Misfit[] = [];
  const place = placeIn(misfits);
  const file = fitted(MappingFile, value, place);
  if (file === null) return { ok: false, misfits };
  const columns = columnsOf(file.columns);
  checkColumns(columns, file.returns !== undefined, place);
  const readDate = dateReader(file['date format'] ?? 'YYYY-MM-DD');
  if (readDate === null) {
    place.in('date format').misfit('must have a year, a month and a day, each once: YYYY-MM-DD, D/M/YYYY h:mm');
  }
  const timeMs = readTime(file.time === undefined || file.time === 'noon' ? '12:00' : file.time);
  if (timeMs === null) place.in('time').misfit('must be noon, or a time such as 18:00');
  const joins = readJoins(file.joins ?? 'at the first purchase', place.in('joins'));
  const leaveOut = readRowTests(file['leave out'], place.in('leave out'));
  const notGoods = readRowTests(file['not goods'], place.in('not goods'));
  const returns = readRowTests(file.returns, place.in('returns'));
  if (misfits.length > 0 || readDate === null || timeMs === null || joins === null) return { ok: false, misfits };
  const priceClass = file['price class'] ?? 'none';
  return {
    ok: true,
    value: {
      columns,
      readDate,
      timeMs,
      timeZone: file['time zone'] ?? null,
      currency: file.currency ?? null,
      atPar: file['read at par'] ?? false,
      joins,
      priceClass: priceClass === 'none' ? null : priceClass,
      priceClasses: file['price classes'] ?? {},
      leaveOutWithoutAccount: file['without account'] === 'leave out',
      leaveOut,
      notGoods,
      returns,
      encoding: file.encoding ?? 'utf-8',
    },
  };
}

/** Every column of the file that a mapping names. */
export function columnsNamed({ columns, leaveOut, notGoods, returns }: Mapping): readonly string[] {
  return [...Object.values(columns).flat(), ...[...leaveOut, ...notGoods, ...returns].map(({ column }) => column)];
}

function columnsOf(columns: z.infer<typeof MappingFile>['columns']): Columns {
  const { account, date, purchase = [], 'price class': priceClass, 'paid each': paidEach, ...others } = columns;
  const said = Object.entries(others).filter(([, name]) => name !== undefined);
  return {
    account,
    date,
    purchase,
    ...Object.fromEntries(said),
    ...(priceClass === undefined ? {} : { priceClass }),
    ...(paidEach === undefined ? {} : { paidEach }),
  };
}

function checkColumns({ paid, paidEach, price, item, quantity }: Columns, hasReturns: boolean, place: Place): void {
  if (paid === undefined && paidEach === undefined && price === undefined) {
    const paidFor = '"paid" (what was paid for the row), "paid each" (what was paid for one)';
    place.in('columns').misfit(`must have ${paidFor} or "price" (the list price of one)`);
  }
  if (paid !== undefined && paidEach !== undefined) {
    place.in('columns').misfit('must have "paid" or "paid each", not both');
  }
  if (hasReturns && (item === undefined || quantity === undefined)) {
    place.in('columns').misfit('must have "item" and "quantity" where there are returns: they tell what comes back');
  }
}

const JOINS = /^(\d{1,5}) (minute|hour|day)s? before the first purchase$/;

function readJoins(text: string, place: Place): Joins | null {
  if (text === 'never') return { kind: 'never' };
  if (text === 'at the first purchase') return { kind: 'before', count: 0, unit: 'minute' };
  const [, count, unit] = JOINS.exec(text) ?? [];
  if (count === undefined || (unit !== 'minute' && unit !== 'hour' && unit !== 'day')) {
    return place.misfit('must read like "2 days before the first purchase", "at the first purchase" or "never"');
  }
  return { kind: 'before', count: Number(count), unit };
}
