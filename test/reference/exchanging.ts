import type { Program } from '@laurel/engine';
import { type Account, type Layer, type Receipt, STORED_VALUE, walletOf } from './account.ts';
import { giveCouponsBack } from './coupons.ts';
import { decimal, dividedBy, rounded, times, whole, ZERO } from './fraction.ts';
import type { ExchangeEvent } from './goods.ts';
import type { Judged } from './judged.ts';
import { goneOf } from './kept.ts';
import { type Book, balanceOf, credit, debit } from './ledger.ts';
import { freeUses } from './limits.ts';
import { localDate } from './local-time.ts';
import { countingLeft, endByReturning, type StatusChange } from './membership.ts';
import { tendered, totalTendered } from './payment.ts';
import { type LinePrice, listPriceOf, pricesOf } from './prices.ts';
import { inProportion, type Refund, refundBetween } from './refund.ts';
import { receiptOf, withParts } from './returning.ts';
import { shared, totalOf } from './sharing.ts';
import { givePointsBack } from './spending.ts';
import { circumstances, keptGoods, lesser, movedBefore, movePoints, recount, stillHeld } from './taking-back.ts';

/** What an exchange came to; money in minor units. */
export interface ExchangeOutcome {
  readonly prices: readonly LinePrice[];
  /** What had been paid for what came back. */
  readonly value: bigint;
  readonly toPay: bigint;
  readonly back: Omit<Refund, 'purchase' | 'lines'>;
  readonly paidDiffers: { readonly quoted: bigint; readonly paid: bigint } | null;
}

/** Why an exchange cannot be paid so; none: it can. */
export function faultsOfPaying(program: Program, account: Account, event: ExchangeEvent): string[] {
  const faults = tendered(program, event, ['points']) > 0n ? ['points-cannot-pay'] : [];
  const needed = tendered(program, event, ['storedValue']);
  const short = needed > 0n && needed > balanceOf(walletOf(account, STORED_VALUE));
  return short ? [...faults, 'not-enough'] : faults;
}

/** The goods that go out take the place of those that come back, under the receipt and at its moment (R7, decisions 39-41). */
export function exchangeGoods(
  judged: Judged,
  book: Book,
  event: ExchangeEvent,
  changes: StatusChange[],
): ExchangeOutcome {
  const receipt = receiptOf(book.account, event.purchase);
  if (receipt === undefined) throw new RangeError(`no receipt of ${event.purchase}`);
  const exchanged = withParts(receipt, receipt.exchanged, event.back);
  if (typeof exchanged === 'string') throw new RangeError(`an exchange that was let through is ${exchanged}`);
  const goneBefore = goneOf(receipt);
  const counting = countingLeft(judged.program, receipt, goneBefore);
  const before = movedBefore(judged, receipt);
  // What a return has freed acts no more.
  const held = stillHeld(judged, receipt);
  receipt.granted = held;
  const without: Receipt = { ...receipt, exchanged };
  const value = refundBetween(receipt, goneBefore, goneOf(without));

  const prices = pricesOut(judged, without, event);
  const total = totalOf(prices.map(({ price }) => price));
  const back = inProportion(total < value.total ? value.total - total : 0n, value);
  const { program } = judged;
  const paidInAll = event.tenders === undefined ? total : value.total - back.total + totalTendered(program, event);
  const paid = shared(
    paidInAll,
    prices.map(({ price }) => whole(price)),
  );
  const layer: Layer = {
    lines: event.lines,
    lists: prices.map(({ list }) => list),
    paid,
    vouchers: value.vouchers - back.vouchers + tendered(program, event, ['voucher']),
    storedValue: value.storedValue - back.storedValue + tendered(program, event, ['storedValue']),
    points: value.points - back.points,
    tendered: paidInAll,
  };
  debit(book, STORED_VALUE, tendered(program, event, ['storedValue']), 'spent');
  receipt.layers = [...receipt.layers, layer];
  receipt.exchanges = [...receipt.exchanges, event];
  receipt.returned = [...receipt.returned, ...event.lines.map(() => ZERO)];
  receipt.exchanged = [...exchanged, ...event.lines.map(() => ZERO)];
  givePointsBack(book, receipt, back.points);
  giveCouponsBack(book, receipt, goneBefore, goneOf(without));
  const deducted = movePoints(judged, book, receipt, before, back.money, true);
  receipt.granted = stillHeld(judged, receipt);
  freeUses(book.account, receipt.used, held, receipt.granted, localDate(program.zone, book.atMs));
  receipt.used = receipt.used.filter(({ rule }) => receipt.granted.includes(rule));
  credit(book, STORED_VALUE, back.storedValue, {}, 'spent');
  endByReturning(judged, book.account, receipt, counting, book.atMs, changes);
  recount(judged, book, receipt);
  return {
    prices,
    value: value.total,
    toPay: total > value.total ? total - value.total : 0n,
    back: { ...back, deducted },
    paidDiffers: paidInAll === total ? null : { quoted: total, paid: paidInAll },
  };
}

/** What goes out, priced in the basket that stands after the exchange; where no rule acted then, at list price. */
function pricesOut(judged: Judged, receipt: Receipt, event: ExchangeEvent): LinePrice[] {
  const lists = event.lines.map((line) => listOf(judged, receipt, event, line));
  const kept = keptGoods(receipt, goneOf(receipt));
  const all = [...kept.map(({ list }) => list), ...lists];
  const lines = [...kept.map(({ line }) => line), ...event.lines];
  const now = circumstances(judged.program.zone, receipt, lines, all, all, []);
  if (!receipt.acted) return lists.map((list) => ({ list, price: list, rule: null, set: null }));
  return pricesOf(judged, lines, now, all).slice(kept.length);
}

/** The original list price, today's, or the lower (R7). */
function listOf(judged: Judged, receipt: Receipt, event: ExchangeEvent, line: ExchangeEvent['lines'][number]): bigint {
  const today = listPriceOf(judged, line);
  const then = listThen(judged, receipt, event, line) ?? today;
  switch (judged.program.returns.exchangePrice) {
    case 'original':
      return then;
    case 'today':
      return today;
    case 'lower':
      return lesser(then, today);
  }
}

/** As the till says; else that of the same item among what comes back, by quantity; null: nobody knows (decision 40). */
function listThen(
  judged: Judged,
  { layers }: Receipt,
  event: ExchangeEvent,
  { unitPriceThen, ...line }: ExchangeEvent['lines'][number],
): bigint | null {
  if (unitPriceThen !== undefined) return listPriceOf(judged, { ...line, unitPrice: unitPriceThen });
  const all = layers.flatMap(({ lines, lists }) => lines.map((each, index) => ({ each, list: lists[index] ?? 0n })));
  for (const part of event.back) {
    const found = all[part.line - 1];
    if (found === undefined || found.each.item !== line.item) continue;
    const share = dividedBy(decimal(line.quantity), decimal(found.each.quantity));
    return rounded(times(whole(found.list), share), 'halfUp');
  }
  return null;
}
