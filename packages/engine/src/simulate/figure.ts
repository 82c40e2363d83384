import { decimalText, partOf, ratio } from '../number.ts';

/** So many rows of goods that came back, or did not: how many units in all, and what they are worth. */
export interface Figure {
  readonly rows: number;
  /** A plain decimal: `12`, `2.5`. */
  readonly units: string;
  /** Minor units of the currency. */
  readonly value: bigint;
}

/** A figure while it is added up. */
export interface Tally {
  rows: number;
  /** Billionths: quantities have up to nine decimals. */
  units: bigint;
  value: bigint;
}

export function tally(): Tally {
  return { rows: 0, units: 0n, value: 0n };
}

export function addTally(to: Tally, { rows, units, value }: Tally): void {
  to.rows += rows;
  to.units += units;
  to.value += value;
}

export function figureOf({ rows, units, value }: Tally): Figure {
  return { rows, units: quantityText(units), value };
}

const BILLION = 1_000_000_000n;

/** A quantity in billionths. */
export function unitsOf(quantity: string): bigint {
  if (/^\d+$/.test(quantity)) return BigInt(quantity) * BILLION;
  const { num, den } = ratio(quantity);
  return (num * BILLION) / den;
}

export function quantityText(units: bigint): string {
  return units % BILLION === 0n ? String(units / BILLION) : decimalText({ num: units, den: BILLION });
}

/** What a part of some goods is worth, half up. */
export function shareOf(value: number, units: bigint, of: bigint): number {
  return partOf(value, { num: units, den: of });
}
