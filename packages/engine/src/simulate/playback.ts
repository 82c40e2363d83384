import { emptyPurchase } from '../empty-purchase.ts';
import { KIND_RANK } from '../event.ts';
import {
  digestOf,
  type Happening,
  type PurchaseHappening,
  type PurchaseLine,
  type ReturnHappening,
} from '../happening.ts';
import { compareMarks } from '../state.ts';
import type { Histories } from './histories.ts';
import { type Amounts, type Goods, type LineColumns, UNSAID } from './line-columns.ts';
import type { ReturnColumns } from './return-columns.ts';

export type Mutable<T> = { -readonly [K in keyof T]: T[K] };

/**
 * Reads histories back, one account at a time. Every purchase is the same object, filled anew: a million short-lived ones
 * cost more than the engine's work on them. It holds until the next one is asked for; the engine keeps nothing of it but
 * its id.
 */
export interface Playback {
  readonly histories: Histories;
  readonly purchase: Mutable<PurchaseHappening>;
  /** By number of lines. */
  readonly baskets: (Basket | undefined)[];
  nextPurchase: number;
  endOfPurchases: number;
  nextOther: number;
  endOfOthers: number;
  nextReturn: number;
  endOfReturns: number;
}

/** The lists of one purchase, which have one entry for each line. */
interface Basket {
  /** What the lines are about now: most purchases are about what the one before was. */
  readonly kinds: (Goods | null)[];
  readonly lines: Mutable<PurchaseLine>[];
  readonly lists: number[];
  readonly paid: number[];
}

/** Baskets of up to so many lines are kept and filled again. */
const MOST_LINES_KEPT = 32;

export function playbackOf(histories: Histories): Playback {
  return {
    histories,
    purchase: emptyPurchase(),
    baskets: Array.from({ length: MOST_LINES_KEPT + 1 }, () => undefined),
    nextPurchase: 0,
    endOfPurchases: 0,
    nextOther: 0,
    endOfOthers: 0,
    nextReturn: 0,
    endOfReturns: 0,
  };
}

/** Goes to the beginning of an account's history. */
export function rewind(playback: Playback, account: number): void {
  const { accounts, purchaseStarts, otherStarts, returns } = playback.histories;
  playback.purchase.account = accounts[account] ?? '';
  playback.nextPurchase = purchaseStarts[account] ?? 0;
  playback.endOfPurchases = purchaseStarts[account + 1] ?? 0;
  playback.nextOther = otherStarts[account] ?? 0;
  playback.endOfOthers = otherStarts[account + 1] ?? 0;
  playback.nextReturn = returns?.starts[account] ?? 0;
  playback.endOfReturns = returns?.starts[account + 1] ?? 0;
}

/** The next event of the account in its order (M5); null after the last one. */
export function nextOf(playback: Playback): Happening | null {
  const purchase = playback.nextPurchase < playback.endOfPurchases ? filled(playback, playback.nextPurchase) : null;
  if (playback.nextReturn < playback.endOfReturns) {
    const back = nextReturn(playback, purchase);
    if (back !== null) return back;
  }
  if (playback.nextOther < playback.endOfOthers) {
    const other = playback.histories.others[playback.nextOther];
    if (other !== undefined && (purchase === null || compareMarks(other, purchase) <= 0)) {
      playback.nextOther += 1;
      return other;
    }
  }
  playback.nextPurchase += 1;
  return purchase;
}

/** The purchase that the return handed out last is about: the object that every purchase is. */
export function originalOf(playback: Playback): PurchaseHappening | null {
  const { returns } = playback.histories;
  return returns === null ? null : filled(playback, returns.purchases[playback.nextReturn - 1] ?? 0);
}

/** The next return, if it comes before the purchase and before every other event. */
function nextReturn(playback: Playback, purchase: PurchaseHappening | null): ReturnHappening | null {
  const { returns, others } = playback.histories;
  const at = playback.nextReturn;
  const other = playback.nextOther < playback.endOfOthers ? others[playback.nextOther] : undefined;
  if (returns === null) return null;
  const back = returnOf(playback, returns, at);
  if (purchase !== null && compareMarks(purchase, back) <= 0) return null;
  if (other !== undefined && compareMarks(other, back) <= 0) return null;
  playback.nextReturn += 1;
  return back;
}

function returnOf({ histories, purchase }: Playback, returns: ReturnColumns, i: number): ReturnHappening {
  const lines: { line: number; quantity: string }[] = [];
  for (let part = returns.partStarts[i] ?? 0; part < (returns.partStarts[i + 1] ?? 0); part += 1) {
    lines.push({ line: returns.lines[part] ?? 0, quantity: returns.quantities[part] ?? '' });
  }
  return {
    kind: 'return',
    id: `return ${i} by row ${returns.rows[i] ?? 0}`,
    account: purchase.account,
    atMs: returns.atMs[i] ?? 0,
    // What comes back at one instant comes in the order of the columns.
    sequence: i,
    rank: KIND_RANK.return,
    purchase: histories.purchases.ids[returns.purchases[i] ?? 0] ?? '',
    // The shop took the goods, so whatever it asks for was shown.
    cardShown: true,
    receiptShown: true,
    value: null,
    lines,
  };
}

function filled({ histories, purchase, baskets }: Playback, i: number): PurchaseHappening {
  const { ids, atMs, sequences, tendered, lineStarts } = histories.purchases;
  const first = lineStarts[i] ?? 0;
  const count = (lineStarts[i + 1] ?? 0) - first;
  const basket = baskets[count] ?? emptyBasket(count);
  if (count <= MOST_LINES_KEPT) baskets[count] = basket;
  if (purchase.lines !== basket.lines) {
    purchase.lines = basket.lines;
    purchase.lists = basket.lists;
  }
  purchase.listTotal = fillLists(basket, histories.lines, first);
  if (histories.lines.paid !== null) fillPaid(purchase, basket, histories.lines.paid, first);
  if (histories.lines.quantities !== null) fillQuantities(basket, histories.lines, histories.lines.quantities, first);
  if (tendered !== null) {
    const total = tendered[i] ?? UNSAID;
    purchase.tendered = total === UNSAID ? null : total;
  }
  purchase.id = ids[i] ?? '';
  purchase.atMs = atMs[i] ?? 0;
  purchase.sequence = sequences[i] ?? 0;
  if (histories.returns !== null) purchase.digest = histories.returns.isReturned[i] === 1 ? digest(purchase) : 0;
  return purchase;
}

/** Proves the purchase that is handed back in for a return; without one nobody asks for it. */
function digest({ atMs, lines, paidLines, tendered }: PurchaseHappening): number {
  return digestOf(JSON.stringify([atMs, lines, paidLines, tendered]));
}

/** Fills the lines of a basket; the sum of their list totals comes back. */
function fillLists(basket: Basket, { goods, lists, kinds }: LineColumns, first: number): number {
  let total = 0;
  for (let l = 0; l < basket.lines.length; l += 1) {
    const line = basket.lines[l];
    const kind = kinds[goods[first + l] ?? 0];
    const list = lists[first + l] ?? 0;
    if (line === undefined || kind === undefined) continue;
    if (basket.kinds[l] !== kind) {
      basket.kinds[l] = kind;
      setGoods(line, kind);
    }
    line.list = list;
    basket.lists[l] = list;
    total += list;
  }
  return total;
}

/** Fills what was paid by line, which stands only where it is said for every one. */
function fillPaid(purchase: Mutable<PurchaseHappening>, basket: Basket, paid: Amounts, first: number): void {
  let total = 0;
  let isSaid = true;
  for (let l = 0; l < basket.paid.length; l += 1) {
    const amount = paid[first + l] ?? UNSAID;
    basket.paid[l] = amount;
    if (amount === UNSAID) isSaid = false;
    else total += amount;
  }
  purchase.paidLines = isSaid ? basket.paid : null;
  purchase.paidTotal = total;
}

function fillQuantities(basket: Basket, { quantityTexts }: LineColumns, quantities: Int32Array, first: number): void {
  for (let l = 0; l < basket.lines.length; l += 1) {
    const line = basket.lines[l];
    if (line !== undefined) line.quantity = quantityTexts[quantities[first + l] ?? 0] ?? '';
  }
}

function setGoods(line: Mutable<PurchaseLine>, { item, priceClass, category, brand }: Goods): void {
  line.item = item;
  line.priceClass = priceClass;
  line.category = category;
  line.brand = brand;
}

function emptyBasket(count: number): Basket {
  const zeros = Array.from({ length: count }, () => 0);
  return { kinds: zeros.map(() => null), lines: zeros.map(emptyLine), lists: zeros, paid: zeros.slice() };
}

function emptyLine(): Mutable<PurchaseLine> {
  return { item: '', priceClass: null, category: null, brand: null, list: 0, quantity: '1' };
}
