import * as z from 'zod';
import type { EventOf } from '../event.ts';
import type { PurchaseLine } from '../happening.ts';
import type { Plan } from '../plan.ts';
import { type GoodsTest, PRICE_CLASSES, type Program } from '../program.ts';
import { readMoney } from './amount.ts';
import { fitted, isBlank, isMap, listed, type Place, Text } from './place.ts';

/** What is bought, from a scenario file to the lines of a purchase. */

/** The item of goods that are not spelled out. */
export const STAND_IN = 'goods';

type Line = EventOf<'purchase'>['lines'][number];

/** What reading needs to know of the program. */
export interface Reading {
  readonly program: Program;
  readonly plan: Plan;
}

/** The most decimals that a unit price may have. */
const PRICE_DECIMALS = 9;

/**
 * Reads what stands after `buys`: `¥300` (one thing of no named goods), `{ Regular: ¥300 }`, or a list of these and of
 * lines that are spelled out.
 */
export function readLines(value: unknown, place: Place, reading: Reading): Line[] | null {
  if (Array.isArray(value)) {
    if (value.length === 0) return place.misfit('must not be empty');
    return allOf(value.map((entry: unknown, i) => readEntry(entry, place.in(i), reading)));
  }
  return readEntry(value, place, reading);
}

function readEntry(value: unknown, place: Place, reading: Reading): Line[] | null {
  if (!isMap(value)) {
    const price = readPrice(value, place, reading);
    return price === null ? null : [{ item: STAND_IN, quantity: '1', unitPrice: price }];
  }
  if ('price' in value) {
    const line = readSpelledOut(value, place, reading);
    return line === null ? null : [line];
  }
  const entries = Object.entries(value);
  if (entries.length === 0) return place.misfit('must not be empty');
  return allOf(
    entries.map(([name, bought]) => {
      const each = Array.isArray(bought) ? bought : [bought];
      return allOf(each.map((one: unknown) => readGoods(name, one, place.in(name), reading)));
    }),
  );
}

/** `Regular: ¥300` or `Regular: { price: ¥300, quantity: 2 }`. */
function readGoods(name: string, value: unknown, place: Place, reading: Reading): Line[] | null {
  if (isBlank(value) && /^[\d.]+$/.test(name)) {
    return place.misfit('between { and } a comma ends a value: write ¥1000, or put the amount in quotes');
  }
  if (!reading.program.goods.some((goods) => goods.name === name)) {
    const known = listed(reading.program.goods.map((goods) => goods.name));
    return place.misfit(`the program has no goods named "${name}"; it has ${known || 'none'}`);
  }
  const line = isMap(value) ? readSpelledOut(value, place, reading) : unitLine(readPrice(value, place, reading));
  if (line === null) return null;
  const standIn = standInFor(name, line, reading);
  if (standIn === null) {
    return place.misfit(`no single line stands for "${name}"; spell it out: { item: …, price class: …, price: … }`);
  }
  return [standIn];
}

function unitLine(price: string | null): Line | null {
  return price === null ? null : { item: STAND_IN, quantity: '1', unitPrice: price };
}

const SpelledOut = z.strictObject({
  item: Text.optional(),
  'price class': Text.pipe(z.enum(PRICE_CLASSES)).optional(),
  category: Text.optional(),
  brand: Text.optional(),
  tags: z.array(Text).optional(),
  price: Text,
  quantity: Text.pipe(z.string().regex(/^\d{1,15}(\.\d{1,9})?$/, 'must be a number')).optional(),
  unit: Text.optional(),
  tax: Text.optional(),
  paid: Text.optional(),
});

function readSpelledOut(value: unknown, place: Place, reading: Reading): Line | null {
  const line = fitted(SpelledOut, value, place);
  if (line === null) return null;
  const unitPrice = readPrice(line.price, place.in('price'), reading);
  const money = (text: string | undefined, key: string): string | null | undefined =>
    text === undefined ? undefined : readAmount(text, place.in(key), reading.program);
  const tax = money(line.tax, 'tax');
  const paid = money(line.paid, 'paid');
  if (unitPrice === null || tax === null || paid === null) return null;
  const { 'price class': priceClass, category, brand, tags, unit } = line;
  return {
    item: line.item ?? 'goods',
    quantity: line.quantity ?? '1',
    unitPrice,
    ...(priceClass === undefined ? {} : { priceClass }),
    ...(category === undefined ? {} : { category }),
    ...(brand === undefined ? {} : { brand }),
    ...(tags === undefined ? {} : { tags }),
    ...(unit === undefined ? {} : { unit }),
    ...(tax === undefined ? {} : { tax }),
    ...(paid === undefined ? {} : { paid }),
  };
}

/** Money of the program's currency. */
export function readAmount(value: unknown, place: Place, program: Program, signed = false): string | null {
  const text = fitted(Text, value, place);
  if (text === null) return null;
  const money = readMoney(text, program.currency.code, program.currency.minorDigits, { signed });
  return money.ok ? money.amount : place.misfit(money.reason);
}

function readPrice(value: unknown, place: Place, { program }: Reading): string | null {
  const text = fitted(Text, value, place);
  if (text === null) return null;
  const money = readMoney(text, program.currency.code, PRICE_DECIMALS);
  return money.ok ? money.amount : place.misfit(money.reason);
}

const FIELDS = ['priceClass', 'category', 'brand', 'item'] as const;

/** More combinations than these are not tried: such goods are spelled out. */
const MOST_STAND_INS = 1000;

/** The first line that belongs to the goods, with what the file says about it kept; null: none does. */
function standInFor(name: string, said: Line, { program, plan }: Reading): Line | null {
  const goods = program.goods.find((candidate) => candidate.name === name);
  if (goods === undefined) return null;
  const covers = plan.covers(name);
  let lines: Line[] = [said];
  for (const field of FIELDS) {
    const alternatives = alternativesOf(goods.all, field);
    if (alternatives === null) continue;
    lines = lines.flatMap((line) => alternatives.map((text) => withField(line, field, text))).slice(0, MOST_STAND_INS);
  }
  return lines.find((line) => covers(judged(line))) ?? null;
}

/** What a field may be so that every test on it holds; null: no test looks at it. */
function alternativesOf(tests: readonly GoodsTest[], field: (typeof FIELDS)[number]): readonly string[] | null {
  let left: readonly string[] | null = null;
  for (const test of tests) {
    if (test.kind !== field) continue;
    const fits: readonly string[] = test.in;
    left = left === null ? fits : left.filter((text) => fits.includes(text));
  }
  return left;
}

function withField(line: Line, field: (typeof FIELDS)[number], text: string): Line {
  if (field !== 'priceClass') return { ...line, [field]: text };
  const priceClass = PRICE_CLASSES.find((known) => known === text);
  return priceClass === undefined ? line : { ...line, priceClass };
}

/** The line as goods look at it; what it costs plays no part. */
function judged({ item, priceClass, category, brand, quantity }: Line): PurchaseLine {
  return {
    item,
    priceClass: priceClass ?? null,
    category: category ?? null,
    brand: brand ?? null,
    list: 0,
    quantity,
  };
}

/** All the lines, or null when one of them could not be read. */
function allOf(parts: readonly (Line[] | null)[]): Line[] | null {
  const lines: Line[] = [];
  for (const part of parts) {
    if (part === null) return null;
    lines.push(...part);
  }
  return lines;
}
