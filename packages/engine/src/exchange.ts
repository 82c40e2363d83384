import {
  type Bought,
  countingLeft,
  type Gone,
  goneInAll,
  type Layer,
  pointsRefunded,
  refundBetween,
  standing,
  stillHeld,
  withLines,
} from './bought.ts';
import type { Outside } from './clockwork.ts';
import { giveCouponsBack } from './coupon-return.ts';
import type { ExchangeHappening, ExchangeLine, PurchaseLine } from './happening.ts';
import { balance } from './ledger.ts';
import { free } from './limits.ts';
import { countChanged } from './membership.ts';
import { allocate, partOf, ratio, safe, ZERO } from './number.ts';
import type { Plan } from './plan.ts';
import { debit, type Sink } from './posting.ts';
import { linePrices, price } from './pricing.ts';
import type { Returns } from './program.ts';
import type { LinePrice, Refusal } from './reason.ts';
import { noteBack, type Receipt } from './receipts.ts';
import { recount, tellOfChange } from './recounting.ts';
import { type ByWay, byWay, type Parts } from './refund.ts';
import { heldPoints, noted, openReceipt, pointsBefore, withParts } from './returns.ts';
import { givePointsBack } from './spending.ts';
import type { AccountRecord } from './state.ts';
import { giveStoredValueBack, settlePoints } from './taking-back.ts';

/**
 * Goods are exchanged under the receipt of their purchase (semantics R7). What goes out stands where the goods stood that
 * came back: at the date, by the rules and with the facts of the original. Only the difference in price is paid or given
 * back, and points move by it.
 */
export function applyExchange(
  now: Plan,
  plans: readonly Plan[],
  record: AccountRecord,
  happening: ExchangeHappening,
  outside: Outside,
  sink: Sink | null,
): Refusal | null {
  const opened = openReceipt(now, plans, record, happening, outside);
  if ('code' in opened) return opened;
  const { receipt, gone } = opened;
  // What a return has freed acts no more.
  const granted = stillHeld(opened.bought, gone);
  const bought: Bought = { ...opened.bought, moment: { ...opened.bought.moment, granted } };
  const exchanged = withParts(gone, 'exchanged', happening.back, bought);
  if ('code' in exchanged) return exchanged;
  const refusal = paymentRefusal(record, happening);
  if (refusal !== null) return refusal;

  const before = goneInAll(gone);
  const left = goneInAll({ returned: gone.returned, exchanged });
  const value = refundBetween(bought, before, left);
  const lines = linesOut(now.program.returns.exchangePrice, happening, bought);
  const priced = pricesOut(bought, left, lines);
  const settled = settle(happening, lines, value, priced);
  const grown: Bought = { ...bought, layers: [...bought.layers, settled.layer], lines: [...bought.lines, ...lines] };
  const after: Gone = { returned: lengthened(gone.returned, grown), exchanged: lengthened(exchanged, grown) };

  payWithStoredValue(record, happening, sink);
  const inPoints = { from: pointsRefunded(bought, before), to: pointsRefunded(grown, goneInAll(after)) };
  givePointsBack(bought.plan, record, receipt, bought.moment.purchase, inPoints, happening, sink);
  giveCouponsBack(bought, record, receipt, before, left, happening, sink);
  const held = heldPoints(grown, after, pointsBefore(receipt, opened.bought), 'exchange');
  const { back } = settled;
  const { deducted, ...moved } = settlePoints(bought, record, receipt, held, back.money, happening, sink);
  const { paid, vouchers, storedValue, points } = settled.layer;
  const lists = lines.map(({ list }) => list);
  const exchange = { id: happening.id, digest: happening.digest, lists, paid, vouchers, storedValue, points };
  const note = noted(receipt, after, moved);
  const used = stillUsed(receipt.used, stillHeld(grown, after));
  if (receipt.used !== null) {
    const day = now.clock.dayAt(happening.atMs);
    free(
      record,
      receipt.used,
      granted,
      (used ?? []).map(({ rule }) => rule),
      day,
      sink,
    );
  }
  noteBack(record.receipts, receipt, { ...note, exchanges: [...note.exchanges, exchange] }, used);
  giveStoredValueBack(record, back.storedValue, happening, sink);
  tell(sink, happening, priced, value.total, settled, deducted);
  if (now.joining !== null) {
    const counted = countingLeft(now.joining, bought, before);
    const counting = countingLeft(now.joining, grown, goneInAll(after));
    const changed = { purchase: receipt.purchase, before: counted, after: counting };
    countChanged(now, record, changed, happening.atMs, sink);
  }
  recount(now, record, { bought, gone }, { bought: grown, gone: after }, held, happening.atMs, sink);
  tellOfChange(now, record, receipt, { bought: grown, gone: after }, happening, sink);
  return null;
}

/** The uses of limits that hold on after an exchange. */
function stillUsed(used: Receipt['used'], held: readonly string[]): Receipt['used'] {
  const left = (used ?? []).filter(({ rule }) => held.includes(rule));
  return left.length === 0 ? null : left;
}

/** Why an exchange cannot be paid so. */
function paymentRefusal(record: AccountRecord, { points, storedValue: needed }: ExchangeHappening): Refusal | null {
  if (points > 0) return { code: 'points-cannot-pay' };
  const wallet = record.wallets[0];
  if (needed === 0 || wallet === undefined) return null;
  const available = balance(wallet);
  return needed > available ? { code: 'not-enough', wallet: wallet.name, available, needed } : null;
}

/** What goes out, at the list prices that count: those of the purchase's day, today's, or the lower of both. */
function linesOut(
  exchangePrice: Returns['exchangePrice'],
  { lines, back }: ExchangeHappening,
  bought: Bought,
): PurchaseLine[] {
  return lines.map(({ listThen, ...line }) => {
    const then = listThen ?? sameItemThen(line, back, bought) ?? line.list;
    return { ...line, list: listThatCounts(exchangePrice, then, line.list) };
  });
}

function listThatCounts(exchangePrice: Returns['exchangePrice'], then: number, today: number): number {
  switch (exchangePrice) {
    case 'original':
      return then;
    case 'today':
      return today;
    case 'lower':
      return Math.min(then, today);
  }
}

/** What the same item cost at list price when it was bought, if it is among what comes back; null: it is not. */
function sameItemThen(
  { item, quantity }: Omit<ExchangeLine, 'listThen'>,
  back: ExchangeHappening['back'],
  { lines }: Bought,
): number | null {
  const same = back.map(({ line }) => lines[line]).find((line) => line?.item === item);
  if (same === undefined) return null;
  const [much, of] = [ratio(quantity), ratio(same.quantity)];
  return safe(partOf(same.list, { num: much.num * of.den, den: much.den * of.num }));
}

/** What the goods that go out cost by the rules of the purchase, in the basket that stands after the exchange. */
interface PricesOut {
  readonly prices: readonly number[];
  readonly total: number;
  readonly told: readonly LinePrice[];
}

function pricesOut(bought: Bought, left: Parts, lines: readonly PurchaseLine[]): PricesOut {
  const { lines: kept } = standing(bought, left, ({ paid }) => paid);
  const basket = withLines(bought.moment.purchase, [...kept, ...lines]);
  const prices = bought.acted ? price({ ...bought.moment, purchase: basket }) : null;
  // The lines of the receipt count on: what goes out follows all that ever stood under it.
  const told = linePrices(basket, prices)
    .slice(kept.length)
    .map((line, i) => ({ ...line, line: bought.lines.length + i }));
  const out = told.map((line) => line.price);
  return { prices: out, total: out.reduce((sum, amount) => sum + amount, 0), told };
}

/** How the difference was settled: the goods that went out with what was paid for them, and what is given back. */
interface Settled {
  readonly layer: Layer;
  readonly back: ByWay;
}

/** The value of what came back pays first, in the ways in which it had been paid; what it leaves over comes back likewise. */
function settle(
  { tendered, vouchers, storedValue }: ExchangeHappening,
  lines: readonly PurchaseLine[],
  value: ByWay,
  { prices, total }: PricesOut,
): Settled {
  const back = byWay(Math.max(0, value.total - total), value);
  const inAll = tendered === null ? total : value.total - back.total + tendered;
  const layer = {
    lines,
    paid: inAll === total ? prices : allocate(inAll, prices),
    tendered: inAll,
    vouchers: value.vouchers - back.vouchers + vouchers,
    storedValue: value.storedValue - back.storedValue + storedValue,
    points: value.points - back.points,
  };
  return { layer, back };
}

/** The same shares, and none of the lines that were added. */
function lengthened(parts: Parts, { lines }: Bought): Parts {
  return lines.map((_, i) => parts[i] ?? ZERO);
}

function payWithStoredValue(record: AccountRecord, happening: ExchangeHappening, sink: Sink | null): void {
  const [wallet] = record.wallets;
  if (happening.storedValue === 0 || wallet === undefined) return;
  debit(record, wallet, 'spent', happening.storedValue, happening, sink, { kind: 'paidWith' });
}

function tell(
  sink: Sink | null,
  { purchase }: ExchangeHappening,
  { told: lines, total }: PricesOut,
  value: number,
  { layer, back: { total: refund, money, vouchers, storedValue, points } }: Settled,
  deducted: number,
): void {
  if (sink === null) return;
  const toPay = Math.max(0, total - value);
  const back = { total: refund, money, vouchers, storedValue, points, deducted };
  sink.outcome({ kind: 'exchanged', purchase, lines, total, value, toPay, back });
  const paid = layer.paid.reduce((sum, amount) => sum + amount, 0);
  if (paid !== total) sink.outcome({ kind: 'paidDiffers', quoted: total, paid, by: [] });
}
