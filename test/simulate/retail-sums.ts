/**
 * Online Retail under the shoe brand's program, added up a second time in the most obvious way: plain loops over plain numbers,
 * nothing shared with the engine. All amounts are pence; every quantity of the file is whole.
 */

interface Row {
  readonly invoice: string;
  readonly item: string;
  readonly units: number;
  readonly minute: string;
  readonly price: string;
  readonly pence: number;
}
export interface Line {
  readonly item: string;
  readonly units: number;
  readonly price: string;
  readonly paid: number;
  /** Matched to a return, whether or not the program took it back. */
  matched: number;
  takenBack: number;
}
export interface Purchase {
  /** Invoice and minute. */
  readonly key: string;
  readonly minute: string;
  readonly atMs: number;
  readonly lines: Line[];
}
/** What comes back of one purchase by one row, and when. */
export interface Part {
  readonly purchase: Purchase;
  readonly units: Map<Line, number>;
  readonly atMs: number;
  readonly isLate: boolean;
}

/** Hears what one customer does, in order. */
export interface Clerk {
  buy(purchase: Purchase): void;
  /** Late ones too, though the program refuses them. */
  bringBack(part: Part): void;
}

const figure = () => ({ rows: 0, units: 0, value: 0 });

export class Sums {
  customers = 0;
  members = 0;
  withoutCustomer = 0;
  notGoods = 0;
  purchases = 0;
  sales = 0;
  issued = 0;
  pointsTakenBack = 0;
  reinstated = 0;
  deducted = 0;
  converted = 0;
  outstanding = 0;
  /** Units of all rows of goods that came back. */
  broughtBack = 0;
  readonly taken = figure();
  readonly neverBought = figure();
  readonly exhausted = figure();
  readonly partlyMatched = figure();
  readonly afterPeriod = figure();
}

/** Postage, fees, discounts and corrections. */
const NOT_GOODS = 'POST DOT C2 C3 M m D S B CRUK ADJUST ADJUST2 AMAZONFEE BANK_CHARGES TEST001 TEST002'
  .replace('_', ' ')
  .split(/ (?!CHARGES)/);

/**
 * @param rows the file's, the header first
 * @param clerkOf makes whoever hears what a customer does, too
 */
export function sumsOf(rows: readonly string[], clerkOf: (customer: string) => Clerk | null = () => null): Sums {
  const sums = new Sums();
  const byCustomer = new Map<string, Row[]>();
  for (const text of rows.slice(1)) {
    const [invoice = '', item = '', quantity = '', minute = '', price = '', customer = '', ...rest] = text
      .trim()
      .split(',');
    if (rest.length !== 1) throw new Error(`not seven cells: ${text}`);
    if (customer === '') {
      sums.withoutCustomer += 1;
      continue;
    }
    const rows = byCustomer.get(customer) ?? [];
    byCustomer.set(customer, rows);
    if (NOT_GOODS.includes(item)) sums.notGoods += 1;
    else
      rows.push({
        invoice,
        item,
        units: Math.abs(Number(quantity)),
        minute,
        price,
        pence: amountOf(Number(quantity), price),
      });
  }
  for (const [customer, rows] of byCustomer) {
    const account = new Account(sums);
    const other = clerkOf(customer);
    addCustomer(sums, rows, other === null ? [account] : [account, other]);
    sums.outstanding += account.available - account.owed;
  }
  return sums;
}

function amountOf(quantity: number, price: string): number {
  const [pounds = '', fraction = ''] = price.split('.');
  const mills = Number(pounds + fraction.padEnd(3, '0'));
  return halfUp(Math.abs(quantity) * mills, 10);
}

function addCustomer(sums: Sums, rows: readonly Row[], clerks: readonly Clerk[]): void {
  const purchases = purchasesIn(rows.filter(({ invoice }) => !invoice.startsWith('C')));
  sums.customers += 1;
  if (purchases.length > 0) sums.members += 1;
  let next = 0;
  const buyUntil = (atMs: number) => {
    for (let purchase = purchases[next]; purchase !== undefined && purchase.atMs <= atMs; purchase = purchases[next]) {
      for (const clerk of clerks) clerk.buy(purchase);
      next += 1;
    }
  };
  const returns = rows.filter(({ invoice }) => invoice.startsWith('C'));
  for (const row of returns.toSorted((a, b) => instantOf(a.minute) - instantOf(b.minute))) {
    const atMs = instantOf(row.minute);
    buyUntil(atMs);
    const parts = matchedOf(sums, purchases.slice(0, next), row, atMs);
    for (const part of parts) for (const clerk of clerks) clerk.bringBack(part);
    const late = parts.filter(({ isLate }) => isLate);
    for (const { units } of late) add(sums.afterPeriod, row, total([...units.values()]), 0);
    if (late.length > 0) sums.afterPeriod.rows += 1;
    if (late.length < parts.length) sums.taken.rows += 1;
  }
  buyUntil(Number.POSITIVE_INFINITY);
}

function purchasesIn(rows: readonly Row[]): Purchase[] {
  const purchases: Purchase[] = [];
  for (const { invoice, minute, item, units, price, pence } of rows) {
    const key = `${invoice} at ${minute}`;
    let purchase = purchases.find((each) => each.key === key);
    if (purchase === undefined) {
      purchase = { key, minute, atMs: instantOf(minute), lines: [] };
      purchases.push(purchase);
    }
    purchase.lines.push({ item, units, price, paid: pence, matched: 0, takenBack: 0 });
  }
  return purchases.toSorted((a, b) => a.atMs - b.atMs);
}

/** What a row brings back, purchase by purchase, newest first; what cannot be matched is counted. */
function matchedOf(sums: Sums, purchases: readonly Purchase[], row: Row, atMs: number): Part[] {
  sums.broughtBack += row.units;
  const bought = purchases.flatMap(({ lines }) => lines).filter(({ item }) => item === row.item);
  if (bought.every(({ units }) => units === 0)) {
    add(sums.neverBought, row, row.units);
    return [];
  }
  if (bought.every(({ units, matched }) => matched === units)) {
    add(sums.exhausted, row, row.units);
    return [];
  }
  let missing = row.units;
  const parts: Part[] = [];
  for (const purchase of purchases.toReversed()) {
    const units = new Map<Line, number>();
    for (const line of purchase.lines) {
      const found = line.item === row.item ? Math.min(missing, line.units - line.matched) : 0;
      if (found === 0) continue;
      line.matched += found;
      missing -= found;
      units.set(line, found);
    }
    const isLate = dayInShanghai(atMs) - dayInShanghai(purchase.atMs) > 90;
    if (units.size > 0) parts.push({ purchase, units, atMs, isLate });
  }
  if (missing > 0) add(sums.partlyMatched, row, missing);
  return parts;
}

function add(to: { rows: number; units: number; value: number }, row: Row, units: number, rows = 1): void {
  to.rows += rows;
  to.units += units;
  to.value += halfUp(row.pence * units, row.units);
}

/** A member's points: every 1,000 are converted at once, and what is owed is repaid first. */
class Account implements Clerk {
  available = 0;
  owed = 0;
  readonly #sums: Sums;

  constructor(sums: Sums) {
    this.#sums = sums;
  }

  buy(purchase: Purchase): void {
    const points = pointsOf(purchase);
    this.#sums.purchases += 1;
    this.#sums.sales += total(purchase.lines.map(({ paid }) => paid));
    this.#sums.issued += points;
    const repaid = Math.min(points, this.owed);
    this.owed -= repaid;
    this.available += points - repaid;
    this.#convert();
  }

  bringBack({ purchase, units, isLate }: Part): void {
    if (isLate) return;
    const [pointsBefore, refundedBefore] = [pointsOf(purchase), refundedOf(purchase)];
    for (const [line, count] of units) line.takenBack += count;
    const points = pointsBefore - pointsOf(purchase);
    const refund = refundedOf(purchase) - refundedBefore;
    this.#sums.taken.units += total([...units.values()]);
    this.#sums.taken.value += refund;
    this.#sums.pointsTakenBack += points;
    const there = Math.min(points, this.available);
    this.available -= there;
    const missing = points - there;
    // 20.00 for 1,000 points are two pence each.
    const deducted = Math.min(refund, missing * 2);
    const paidFor = Math.min(missing, Math.floor(deducted / 2));
    this.#sums.deducted += deducted;
    this.#sums.reinstated += paidFor;
    this.owed += missing - paidFor;
    this.#convert();
  }

  #convert(): void {
    const thousands = Math.max(0, Math.floor((this.available - this.owed) / 1000));
    this.available -= thousands * 1000;
    this.#sums.converted += thousands * 1000;
  }
}

/** A point for each whole pound of what is kept, two on holidays. */
function pointsOf({ atMs, lines }: Purchase): number {
  const kept = total(lines.map(({ paid, units, takenBack }) => paid - halfUp(paid * takenBack, units)));
  return Math.floor((kept * (isHoliday(dayInShanghai(atMs)) ? 2 : 1)) / 100);
}

function refundedOf({ lines }: Purchase): number {
  return total(lines.map(({ paid, units, takenBack }) => halfUp(paid * takenBack, units)));
}

/** Summer time in the United Kingdom is from the last Sunday of March to that of October, 1:00 at Greenwich. */
export function instantOf(minute: string): number {
  const wall = Date.parse(`${minute}:00Z`);
  const year = new Date(wall).getUTCFullYear();
  const [from, until] = [lastSunday(year, 3) + HOUR, lastSunday(year, 10) + 2 * HOUR];
  return wall >= from && wall < until ? wall - HOUR : wall;
}

const HOUR = 3_600_000;
export const DAY = 24 * HOUR;

function lastSunday(year: number, month: number): number {
  const last = Date.UTC(year, month, 0);
  return last - new Date(last).getUTCDay() * DAY;
}

function dayInShanghai(ms: number): number {
  return Math.floor((ms + 8 * HOUR) / DAY);
}

/** 1 January, the second Sunday of May, the third Sunday of June, 1 to 7 October. */
function isHoliday(dayNumber: number): boolean {
  const date = new Date(dayNumber * DAY);
  const [month, day, isSunday] = [date.getUTCMonth() + 1, date.getUTCDate(), date.getUTCDay() === 0];
  if (month === 1) return day === 1;
  if (month === 10) return day <= 7;
  if (month === 5) return isSunday && day >= 8 && day <= 14;
  return month === 6 && isSunday && day >= 15 && day <= 21;
}

/** Nothing of nothing is nothing. */
function halfUp(num: number, den: number): number {
  return den === 0 ? 0 : Math.floor((2 * num + den) / (2 * den));
}

function total(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0);
}
