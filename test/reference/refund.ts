import type { Layer, Receipt } from './account.ts';
import { whole } from './fraction.ts';
import { partBack, type Shares } from './kept.ts';
import { shared, totalOf } from './sharing.ts';

/** An amount by the ways in which it was paid or is given back, in minor units. */
export interface Ways {
  readonly total: bigint;
  readonly money: bigint;
  readonly vouchers: bigint;
  readonly storedValue: bigint;
  /** What points had paid, or what comes back as points. */
  readonly points: bigint;
}

/** What a return owes the customer, in minor units; `deducted` comes off the money (R3, R4). */
export interface Refund extends Ways {
  readonly purchase: string;
  readonly lines: readonly bigint[];
  readonly deducted: bigint;
}

/** What is due now is what is due in all less what was due before, goods by goods that were paid together (decision 21). */
export function refundBetween(receipt: Receipt, before: Shares, after: Shares): Refund {
  const lines: bigint[] = [];
  let [total, money, vouchers, storedValue, points] = [0n, 0n, 0n, 0n, 0n];
  let first = 0;
  for (const layer of receipt.layers) {
    const sharesOf = (shares: Shares) => shares.slice(first, first + layer.lines.length);
    const due = dueSoFar(layer, sharesOf(after));
    const was = dueSoFar(layer, sharesOf(before));
    lines.push(...due.lines.map((amount, line) => amount - (was.lines[line] ?? 0n)));
    total += due.total - was.total;
    money += due.money - was.money;
    vouchers += due.vouchers - was.vouchers;
    storedValue += due.storedValue - was.storedValue;
    points += due.points - was.points;
    first += layer.lines.length;
  }
  return { purchase: receipt.purchase, lines, total, money, vouchers, storedValue, points, deducted: 0n };
}

/** What was paid for the part of each line that is gone, rounded over everything that came back (R4). */
function dueSoFar(layer: Layer, gone: Shares) {
  const lines = layer.paid.map((amount, line) => partBack(gone, line, amount));
  const { vouchers, storedValue, points } = layer;
  const money = (layer.tendered ?? totalOf(layer.paid)) - vouchers - storedValue - points;
  return { lines, ...inProportion(totalOf(lines), { total: 0n, money, vouchers, storedValue, points }) };
}

/**
 * A mixed payment comes back in proportion (R4, decision 21). Money is told from the rest first, then vouchers, then
 * stored value from points: shared among three at once by largest remainder, a larger total could leave one of them less than before, and
 * parts would come to more than the whole (R2).
 */
export function inProportion(total: bigint, of: Ways): Ways {
  const [money = 0n, rest = 0n] = shared(total, [whole(of.money), whole(of.vouchers + of.storedValue + of.points)]);
  const [vouchers = 0n, others = 0n] = shared(rest, [whole(of.vouchers), whole(of.storedValue + of.points)]);
  const [storedValue = 0n, points = 0n] = shared(others, [whole(of.storedValue), whole(of.points)]);
  return { total, money, vouchers, storedValue, points };
}
