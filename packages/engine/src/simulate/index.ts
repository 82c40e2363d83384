/** Simulation: whole populations through a program, and what it gives and costs. */

export type { Comparison, Difference, Side } from './compare.ts';
export { compare } from './compare.ts';
export type { Figure, Tally } from './figure.ts';
export type { Gathering } from './gather.ts';
export { gather } from './gather.ts';
export type {
  Histories,
  HistoriesWriter,
  OtherHappening,
  PassedOver,
  PurchaseColumns,
} from './histories.ts';
export { historiesWriter } from './histories.ts';
export type { Amounts, Goods, LineColumns } from './line-columns.ts';
export type { Columns, Joins, Mapping, MappingReading } from './mapping.ts';
export { readMapping } from './mapping.ts';
export type { Matched, Unmatched } from './matching.ts';
export type { Paired } from './paired.ts';
export type { Population } from './population.ts';
export { populate, USUAL_POPULATION } from './population.ts';
export type { ReturnColumns } from './return-columns.ts';
export type { RowTest } from './row-test.ts';
export type { BadRow } from './rows.ts';
export type { SimulateOptions } from './run.ts';
export { simulate } from './run.ts';
export type { ReturnTotals, Totals, WalletTotals } from './totals.ts';
