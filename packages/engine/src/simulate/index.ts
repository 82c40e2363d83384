/** Simulation: whole populations through a program, and what it gives and costs. */

export type { Gathering } from './gather.ts';
export { gather } from './gather.ts';
export type {
  Amounts,
  Goods,
  Histories,
  HistoriesWriter,
  LineColumns,
  OtherHappening,
  PurchaseColumns,
} from './histories.ts';
export { historiesWriter } from './histories.ts';
export type { Columns, Joins, LeaveOut, Mapping, MappingReading } from './mapping.ts';
export { readMapping } from './mapping.ts';
export type { BadRow } from './rows.ts';
export type { SimulateOptions } from './run.ts';
export { simulate } from './run.ts';
export type { Totals, WalletTotals } from './totals.ts';
