import { type Civil, civilOf, instantAt, type ZoneClock } from '../calendar.ts';
import { MOST_MINOR, type PurchaseLine } from '../happening.ts';
import { AmountTooLarge, lineTotal, toMinor } from '../number.ts';
import { PRICE_CLASSES, type PriceClass, type Program } from '../program.ts';
import { readMoney } from '../scenario/amount.ts';
import { readTime } from './date-format.ts';
import type { Mapping } from './mapping.ts';

/** A row that cannot be read. */
export interface BadRow {
  /** As a spreadsheet counts: the header is row 1. */
  readonly row: number;
  readonly column: string;
  readonly value: string;
  readonly reason: string;
}

/** A row that was read: one line of one purchase. */
export interface Row {
  readonly number: number;
  readonly account: string;
  readonly purchase: string;
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

  constructor(mapping: Mapping, program: Program, clock: ZoneClock, header: readonly string[]) {
    this.#mapping = mapping;
    this.#clock = clock;
    this.#currency = mapping.currency ?? program.currency.code;
    this.#digits = program.currency.minorDigits;
    this.#zone = program.zone.id;
    this.#places = new Map(header.map((name, i) => [name, i]));
  }

  isLeftOut(cells: readonly string[]): boolean {
    return this.#mapping.leaveOut.some(({ column, is, startsWith }) => {
      const text = this.#text(cells, column);
      return (is === undefined || text === is) && (startsWith === undefined || text.startsWith(startsWith));
    });
  }

  read(cells: readonly string[], number: number): Row | BadRow {
    try {
      const { account, purchase, paid: paidColumn, birthday } = this.#mapping.columns;
      const paid = paidColumn === undefined ? null : this.#money(cells, paidColumn);
      return {
        number,
        account: this.#name(cells, account),
        purchase: purchase === undefined ? '' : this.#name(cells, purchase),
        atMs: this.#instant(cells),
        line: this.#line(cells, paid ?? 0),
        paid,
        birthday: birthday === undefined ? null : this.#birthday(cells, birthday),
      };
    } catch (error) {
      if (!(error instanceof Misread)) throw error;
      return { row: number, column: error.column, value: error.value, reason: error.message };
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

  /** Without a price of its own, a line's list price is what was paid for it. */
  #line(cells: readonly string[], paid: number): PurchaseLine {
    const { price, quantity, item, category, brand } = this.#mapping.columns;
    const count = quantity === undefined ? '1' : this.#count(cells, quantity);
    const optional = (column: string | undefined): string | null =>
      column === undefined ? null : this.#text(cells, column) || null;
    return {
      item: optional(item) ?? 'goods',
      priceClass: this.#priceClass(cells),
      category: optional(category),
      brand: optional(brand),
      list: price === undefined ? paid : this.#total(cells, price, count),
      quantity: count,
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
  #money(cells: readonly string[], column: string): number {
    const text = this.#text(cells, column);
    const plain = PLAIN.exec(text);
    if (plain !== null && (plain[2] ?? '').length <= this.#digits) {
      return Number(`${plain[1]}${(plain[2] ?? '').padEnd(this.#digits, '0')}`);
    }
    const decimal = this.#decimal(cells, column, this.#digits);
    return this.#bounded(() => toMinor(decimal, this.#digits, 'down'), column, text);
  }

  #total(cells: readonly string[], column: string, count: string): number {
    const price = this.#decimal(cells, column, 9);
    const plain = PLAIN.exec(price);
    if (plain !== null && SHORT.test(count) && (plain[2] ?? '').length <= this.#digits) {
      const minor = Number(`${plain[1]}${(plain[2] ?? '').padEnd(this.#digits, '0')}`);
      return this.#bounded(() => minor * Number(count), column, price);
    }
    return this.#bounded(() => lineTotal(count, price, this.#digits), column, price);
  }

  #decimal(cells: readonly string[], column: string, decimals: number): string {
    const text = this.#text(cells, column);
    const money = readMoney(text, this.#currency, decimals);
    if (!money.ok) throw new Misread(column, text, whyNot(text, money.reason));
    return money.amount;
  }

  #count(cells: readonly string[], column: string): string {
    const text = this.#text(cells, column);
    if (/^\d{1,9}(\.\d{1,9})?$/.test(text)) return text;
    throw new Misread(column, text, text.startsWith('-') ? 'is below zero; returns cannot be read' : 'is not a number');
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

function whyNot(text: string, reason: string): string {
  if (text === '') return 'is empty';
  return reason.startsWith(`"${text}" `) ? reason.slice(text.length + 3) : reason;
}
