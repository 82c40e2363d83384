import { type Civil, civilOf, instantAt, type ZoneClock } from '../calendar.ts';
import { MOST_MINOR, type PurchaseLine } from '../happening.ts';
import { AmountTooLarge, lineTotal, toMinor } from '../number.ts';
import { PRICE_CLASSES, type PriceClass, type Program } from '../program.ts';
import { readMoney } from '../scenario/amount.ts';
import { readTime } from './date-format.ts';
import type { Mapping } from './mapping.ts';
import { isMeant } from './row-test.ts';

/** A row that cannot be read. */
export interface BadRow {
  /** As a spreadsheet counts: the header is row 1. */
  readonly row: number;
  readonly column: string;
  readonly value: string;
  readonly reason: string;
}

/** What a row is about: goods bought or come back, or something that is no part of a history. */
export type RowKind = 'bought' | 'returned' | 'notGoods' | 'leftOut' | 'withoutAccount';

/** A row that was read: one line of one purchase, or goods that come back. */
export interface Row {
  readonly number: number;
  readonly account: string;
  /** What the file calls its purchase; null: every row is a purchase. */
  readonly purchase: string | null;
  readonly atMs: number;
  readonly line: PurchaseLine;
  /** What was paid for the line; null: the file does not say. */
  readonly paid: number | null;
  readonly birthday: Civil | null;
}

/** Thrown inside this file only: the column that does not fit, and why. */
class Misread extends Error {
  readonly column: string;
  readonly value: string;
  constructor(column: string, value: string, reason: string) {
    super(reason);
    this.column = column;
    this.value = value;
  }
}

/** Reads the rows of one file by its mapping. */
export class Rows {
  readonly #mapping: Mapping;
  readonly #clock: ZoneClock;
  readonly #currency: string;
  readonly #digits: number;
  readonly #zone: string;
  readonly #places: ReadonlyMap<string, number>;
  /** Dates repeat from row to row. */
  readonly #instants = new Map<string, number>();

  /** @param clock the clock that the file's dates and times were read off, and the name of its zone */
  constructor(mapping: Mapping, program: Program, clock: ZoneClock, zone: string, header: readonly string[]) {
    this.#mapping = mapping;
    this.#clock = clock;
    this.#currency = mapping.currency ?? program.currency.code;
    this.#digits = program.currency.minorDigits;
    this.#zone = zone;
    this.#places = new Map(header.map((name, i) => [name, i]));
  }

  /** The first that fits: without an account, left out, no goods, returned, bought. */
  kindOf(cells: readonly string[]): RowKind {
    const { columns, leaveOutWithoutAccount, leaveOut, notGoods, returns } = this.#mapping;
    const textOf = (column: string) => this.#text(cells, column);
    if (leaveOutWithoutAccount && textOf(columns.account) === '') return 'withoutAccount';
    if (isMeant(leaveOut, textOf)) return 'leftOut';
    if (isMeant(notGoods, textOf)) return 'notGoods';
    return isMeant(returns, textOf) ? 'returned' : 'bought';
  }

  /** Whose row it is, where nothing else of it is read. */
  readAccount(cells: readonly string[], number: number): string | BadRow {
    return this.#read(number, () => this.#name(cells, this.#mapping.columns.account));
  }

  /** Quantities and amounts of goods that come back may be written with a minus sign or without. */
  read(cells: readonly string[], number: number, isReturn: boolean): Row | BadRow {
    return this.#read(number, () => {
      const { columns } = this.#mapping;
      const account = this.#name(cells, columns.account);
      const purchase = columns.purchase.length === 0 ? null : this.#purchase(cells, columns.purchase);
      const atMs = this.#instant(cells);
      const quantity = this.#quantity(cells, isReturn);
      const paid = this.#paid(cells, quantity, isReturn);
      const line = this.#line(cells, quantity, paid, isReturn);
      const birthday = columns.birthday === undefined ? null : this.#birthday(cells, columns.birthday);
      return { number, account, purchase, atMs, line, paid, birthday };
    });
  }

  #read<T>(row: number, reading: () => T): T | BadRow {
    try {
      return reading();
    } catch (error) {
      if (!(error instanceof Misread)) throw error;
      return { row, column: error.column, value: error.value, reason: error.message };
    }
  }

  #text(cells: readonly string[], column: string): string {
    return (cells[this.#places.get(column) ?? -1] ?? '').trim();
  }

  #name(cells: readonly string[], column: string): string {
    const text = this.#text(cells, column);
    if (text === '') throw new Misread(column, text, 'is empty');
    if (text.length > 200) throw new Misread(column, text, 'is longer than 200 letters');
    return text;
  }

  #purchase(cells: readonly string[], [first = '', ...others]: readonly string[]): string {
    let name = this.#name(cells, first);
    for (const column of others) name += ` ${this.#name(cells, column)}`;
    return name;
  }

  #instant(cells: readonly string[]): number {
    const { date, time } = this.#mapping.columns;
    const dateText = this.#text(cells, date);
    const timeText = time === undefined ? '' : this.#text(cells, time);
    const known = this.#instants.get(`${dateText} ${timeText}`);
    if (known !== undefined) return known;
    const wall = this.#mapping.readDate(dateText);
    if (wall === null) throw new Misread(date, dateText, 'is not a date of the given format');
    const timeOfDay = time === undefined ? (wall.timeMs ?? this.#mapping.timeMs) : readTime(timeText);
    if (timeOfDay === null) throw new Misread(time ?? date, timeText, 'is not a time');
    const atMs = instantAt(this.#clock, wall.day, timeOfDay);
    if (atMs === null)
      throw new Misread(time ?? date, timeText || dateText, `is jumped over by the clocks of ${this.#zone}`);
    this.#instants.set(`${dateText} ${timeText}`, atMs);
    return atMs;
  }

  #quantity(cells: readonly string[], isReturn: boolean): string {
    const { quantity } = this.#mapping.columns;
    return quantity === undefined ? '1' : this.#count(cells, quantity, isReturn);
  }

  #paid(cells: readonly string[], quantity: string, isReturn: boolean): number | null {
    const { paid, paidEach } = this.#mapping.columns;
    if (paidEach !== undefined) return this.#total(cells, paidEach, quantity, isReturn);
    return paid === undefined ? null : this.#money(cells, paid, isReturn);
  }

  /** Without a price of its own, a line's list price is what was paid for it. */
  #line(cells: readonly string[], quantity: string, paid: number | null, isReturn: boolean): PurchaseLine {
    const { price, item, category, brand } = this.#mapping.columns;
    const optional = (column: string | undefined): string | null =>
      column === undefined ? null : this.#text(cells, column) || null;
    return {
      item: optional(item) ?? 'goods',
      priceClass: this.#priceClass(cells),
      category: optional(category),
      brand: optional(brand),
      list: price === undefined ? (paid ?? 0) : this.#total(cells, price, quantity, isReturn),
      quantity,
    };
  }

  #priceClass(cells: readonly string[]): PriceClass | null {
    const { priceClass: column } = this.#mapping.columns;
    if (column === undefined) return this.#mapping.priceClass;
    const word = this.#text(cells, column);
    if (word === '') return this.#mapping.priceClass;
    const { priceClasses } = this.#mapping;
    const mapped = Object.hasOwn(priceClasses, word) ? priceClasses[word] : undefined;
    const known = mapped ?? PRICE_CLASSES.find((name) => name === word.toLowerCase());
    if (known !== undefined) return known;
    throw new Misread(
      column,
      word,
      `is no price class: say in "price classes" which of ${PRICE_CLASSES.join(', ')} it is`,
    );
  }

  /** Exact: an amount never passes through a binary fraction. */
  #money(cells: readonly string[], column: string, isReturn: boolean): number {
    const text = this.#text(cells, column);
    const plain = PLAIN.exec(text);
    if (plain !== null && (plain[2] ?? '').length <= this.#digits) {
      return Number(`${plain[1]}${(plain[2] ?? '').padEnd(this.#digits, '0')}`);
    }
    const decimal = this.#decimal(cells, column, this.#digits, isReturn);
    return this.#bounded(() => toMinor(decimal, this.#digits, 'down'), column, text);
  }

  #total(cells: readonly string[], column: string, count: string, isReturn: boolean): number {
    const text = this.#text(cells, column);
    const plain = PLAIN.exec(text);
    if (plain !== null && SHORT.test(count) && (plain[2] ?? '').length <= this.#digits) {
      const minor = Number(`${plain[1]}${(plain[2] ?? '').padEnd(this.#digits, '0')}`);
      return this.#bounded(() => minor * Number(count), column, text);
    }
    const price = this.#decimal(cells, column, 9, isReturn);
    return this.#bounded(() => lineTotal(count, price, this.#digits), column, price);
  }

  #decimal(cells: readonly string[], column: string, decimals: number, isReturn: boolean): string {
    const text = this.#text(cells, column);
    const holder = this.#mapping.currency === null ? 'program' : 'file';
    const money = readMoney(text, this.#currency, decimals, { signed: isReturn, holder });
    if (!money.ok) throw new Misread(column, text, whyNot(text, money.reason));
    return money.amount.replace('-', '');
  }

  #count(cells: readonly string[], column: string, isReturn: boolean): string {
    const text = this.#text(cells, column);
    const number = isReturn ? text.replace(/^-/, '') : text;
    const count = GROUPED.test(number) ? number.replaceAll(',', '') : number;
    if (!COUNT.test(count)) throw new Misread(column, text, noCount(text));
    if (isReturn && !/[1-9]/.test(count)) throw new Misread(column, text, 'is nothing that could come back');
    return count;
  }

  #birthday(cells: readonly string[], column: string): Civil | null {
    const text = this.#text(cells, column);
    if (text === '') return null;
    const wall = this.#mapping.readDate(text);
    if (wall === null) throw new Misread(column, text, 'is not a date of the given format');
    return civilOf(wall.day);
  }

  #bounded(minor: () => number, column: string, text: string): number {
    try {
      const amount = minor();
      if (amount <= MOST_MINOR) return amount;
    } catch (error) {
      if (!(error instanceof AmountTooLarge)) throw error;
    }
    throw new Misread(column, text, 'is too large');
  }
}

/** Most amounts of most files: so few digits that every product below stays exact. */
const PLAIN = /^(\d{1,8})(?:\.(\d{1,4}))?$/;
const SHORT = /^\d{1,3}$/;
const GROUPED = /^\d{1,3}(,\d{3})+(\.\d+)?$/;
const COUNT = /^\d{1,9}(\.\d{1,9})?$/;

const BELOW_ZERO = 'is below zero; say in "returns" which rows are goods that come back';

function noCount(text: string): string {
  if (text === '') return 'is empty';
  return text.startsWith('-') ? BELOW_ZERO : 'is not a number';
}

function whyNot(text: string, reason: string): string {
  if (text === '') return 'is empty';
  return reason.startsWith(`"${text}" `) ? reason.slice(text.length + 3) : reason;
}
