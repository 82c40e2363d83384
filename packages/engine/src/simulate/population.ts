import { civilOf, dayOf, readDate, showDate, type ZoneClock, zoneClock } from '../calendar.ts';
import { readHappening } from '../happening.ts';
import type { Program } from '../program.ts';
import { type Chance, chance, exp, ln } from './chance.ts';
import { type Histories, historiesWriter } from './histories.ts';
import type { Goods } from './line-columns.ts';

/**
 * Members who were never there, to see what a program does before it is there. They buy as customers of shops do: some
 * often and most seldom (gamma-Poisson), for amounts that vary by multiples (lognormal), more in some months than in
 * others, until they stop coming. They do not react to the program.
 */
export interface Population {
  /** The same seed gives the same members. */
  readonly seed: number;
  readonly members: number;
  /** The first local date, `2026-01-01`; members join during the first half of the time. */
  readonly from: string;
  readonly years: number;
  /** Purchases a year of a member in the middle. */
  readonly purchasesAYear: number;
  /** How alike members are in how often they buy: 0.5 very unlike, 5 much alike. */
  readonly evenness: number;
  /** The list price of a purchase in the middle, in the currency. */
  readonly basket: number;
  /** How far baskets lie apart: 0.5 is usual. */
  readonly basketSpread: number;
  /** The share of members that stop coming within a year. */
  readonly leavingAYear: number;
  /** The share of members whose birthday is known. */
  readonly birthdaysKnown: number;
}

/** Customers of a shop that sells things for a few hundred, three years long. */
export const USUAL_POPULATION: Population = {
  seed: 1,
  members: 5_000,
  from: '2026-01-01',
  years: 3,
  purchasesAYear: 5,
  evenness: 0.8,
  basket: 300,
  basketSpread: 0.6,
  leavingAYear: 0.25,
  birthdaysKnown: 0.7,
};

/** Makes a population's histories on a program's clock, of goods that the program tells apart. */
export function populate(program: Program, population: Population): Histories {
  const { minorDigits } = program.currency;
  const clock = zoneClock(program.zone);
  const kinds = kindsOf(program);
  const writer = historiesWriter();
  const date = readDate(population.from) ?? { year: 2026, month: 1, day: 1 };
  const first = dayOf(date.year, date.month, date.day);
  for (let i = 0; i < population.members; i += 1) {
    const account = `m${i + 1}`;
    const lot = chance(population.seed, i + 1);
    writer.account(account);
    const joined = first + lot.below(Math.max(1, Math.floor((population.years * DAYS_A_YEAR) / 2)));
    const at = new Date(opening(clock, joined)).toISOString();
    const birthday = lot.uniform() < population.birthdaysKnown ? birthdayOf(lot) : null;
    const join = { kind: 'join', id: `${account}j`, account, at, identity: account, profile: { birthday } };
    const reading = readHappening(join, minorDigits);
    let n = 0;
    let ms = 0;
    for (const day of shoppingDays(population, lot, joined, first)) {
      n += 1;
      // Whoever comes twice on one day comes later the second time.
      ms = Math.max(ms, opening(clock, day) + lot.below(SHOP_MINUTES) * MINUTE_MS) + MINUTE_MS;
      writer.purchase(`${account}p${n}`, ms, n, null);
      for (const list of basketOf(population, lot, minorDigits)) {
        writer.line(kinds[lot.below(kinds.length)] ?? ANYTHING, list, null);
      }
    }
    if (reading.ok && reading.value.kind !== 'purchase' && reading.value.kind !== 'return') writer.other(reading.value);
  }
  return writer.finish();
}

const DAYS_A_YEAR = 365;
const HOUR_MS = 3_600_000;
const MINUTE_MS = 60_000;
const OPENS_AT_HOUR = 10;
const SHOP_MINUTES = 11 * 60;

/** When the shop opens: new members join then, and buy later. */
function opening(clock: ZoneClock, day: number): number {
  return clock.startOfDay(day) + OPENS_AT_HOUR * HOUR_MS;
}

/** How busy each month is, against the busiest. */
const SEASON = [0.8, 0.9, 0.75, 0.8, 0.95, 0.85, 0.7, 0.7, 0.85, 1, 1, 1];

function* shoppingDays(population: Population, lot: Chance, joined: number, first: number): Generator<number> {
  const { purchasesAYear, evenness, leavingAYear, years } = population;
  const usual = SEASON.reduce((sum, share) => sum + share, 0) / SEASON.length;
  const often = (purchasesAYear * lot.gamma(evenness)) / usual;
  const leaving = leavingAYear <= 0 ? 0 : -ln(1 - Math.min(leavingAYear, 0.999));
  const stays = leaving === 0 ? Number.POSITIVE_INFINITY : (lot.exponential() / leaving) * DAYS_A_YEAR;
  const end = Math.min(first + years * DAYS_A_YEAR, joined + stays);
  for (let day = joined; often > 0; ) {
    day += (lot.exponential() / often) * DAYS_A_YEAR;
    if (day >= end) return;
    if (lot.uniform() < (SEASON[civilOf(Math.floor(day)).month - 1] ?? 1)) yield Math.floor(day);
  }
}

/** The list totals of one to three lines that come to the basket, in minor units. */
function basketOf({ basket, basketSpread }: Population, lot: Chance, minorDigits: number): number[] {
  const unit = 10 ** minorDigits;
  const total = Math.max(1, Math.round(basket * exp(basketSpread * lot.normal())));
  const lines = 1 + (lot.uniform() < 0.4 ? 1 : 0) + (lot.uniform() < 0.15 ? 1 : 0);
  const each = Math.max(1, Math.floor(total / lines));
  return Array.from({ length: lines }, (_, i) => (i === 0 ? Math.max(1, total - each * (lines - 1)) : each) * unit);
}

function birthdayOf(lot: Chance): string {
  return showDate(civilOf(dayOf(1960, 1, 1) + lot.below(45 * DAYS_A_YEAR)));
}

const ANYTHING: Goods = { item: 'anything', priceClass: null, category: null, brand: null };

/** One item of each of the program's goods, and one of none: what it tells apart is bought in equal parts. */
function kindsOf(program: Program): readonly Goods[] {
  const kinds = program.goods.map(({ name, all }): Goods => {
    let goods: Goods = { ...ANYTHING, item: name };
    for (const test of all) {
      if (test.kind === 'priceClass') goods = { ...goods, priceClass: test.in[0] ?? null };
      if (test.kind === 'category') goods = { ...goods, category: test.in[0] ?? null };
      if (test.kind === 'brand') goods = { ...goods, brand: test.in[0] ?? null };
      if (test.kind === 'item') goods = { ...goods, item: test.in[0] ?? name };
    }
    return goods;
  });
  return kinds.length === 0 ? [ANYTHING] : kinds;
}
