import { allocate, partOf, type Ratio, sumOf, ZERO } from './number.ts';

/** How much of each line has come back, as a share of what was bought: 0 to 1. */
export type Parts = readonly Ratio[];

/** How goods were paid, minor units. */
export interface Payment {
  /** In all; null: the till does not say. */
  readonly tendered: number | null;
  readonly vouchers: number;
  readonly storedValue: number;
  readonly points: number;
}

/** An amount by the ways in which it is paid. */
export interface ByWay {
  readonly total: number;
  /** Cash, cards and everything else that is money. */
  readonly money: number;
  readonly vouchers: number;
  readonly storedValue: number;
  /** What points pay. */
  readonly points: number;
}

/** Money that a return is owed, minor units: by line, and by the way in which it was paid (semantics R4). */
export interface RefundDue extends ByWay {
  readonly lines: readonly number[];
}

/**
 * What was paid for the parts that came back between two states of the receipt. Everything is rounded cumulatively, so
 * that any parts in any order come to the same, and all of them to all that was paid.
 */
export function refund(payment: Payment, paid: readonly number[], before: Parts, after: Parts): RefundDue {
  const [earlier, later] = [soFar(payment, paid, before), soFar(payment, paid, after)];
  return {
    total: later.total - earlier.total,
    lines: later.lines.map((amount, i) => amount - (earlier.lines[i] ?? 0)),
    money: later.money - earlier.money,
    vouchers: later.vouchers - earlier.vouchers,
    storedValue: later.storedValue - earlier.storedValue,
    points: later.points - earlier.points,
  };
}

/** All that has been refunded when so much has come back; a mixed payment comes back pro rata. */
function soFar({ tendered, vouchers, storedValue, points }: Payment, paid: readonly number[], parts: Parts): RefundDue {
  const lines = paid.map((amount, i) => partOf(amount, parts[i] ?? ZERO));
  const total = lines.reduce((sum, amount) => sum + amount, 0);
  const all = paid.reduce((sum, amount) => sum + amount, 0);
  const money = (tendered ?? all) - vouchers - storedValue - points;
  return { ...byWay(total, { money, vouchers, storedValue, points }), lines };
}

/** A part of a mixed payment, pro rata. */
export function byWay(total: number, of: Omit<ByWay, 'total'>): ByWay {
  const parts = sharedInTurn(total, [of.money, of.vouchers, of.storedValue, of.points]);
  const [money = 0, vouchers = 0, storedValue = 0, points = 0] = parts;
  return { total, money, vouchers, storedValue, points };
}

/**
 * Shares a total two by two, each part against all after it: among three at once by largest remainder, a larger total may
 * leave one of them less than before (R4).
 */
export function sharedInTurn(total: number, weights: readonly number[]): number[] {
  const [first, ...rest] = weights;
  if (first === undefined) return [];
  const [mine = 0, others = 0] = rest.length === 0 ? [total] : allocate(total, [first, sumOf(rest)]);
  return [mine, ...sharedInTurn(others, rest)];
}
