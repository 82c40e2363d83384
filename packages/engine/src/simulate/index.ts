/** Simulation: whole populations through a program, and what it gives and costs. */

export type { Gathering, Histories, History } from './histories.ts';
export { gather } from './histories.ts';
export type { Columns, Joins, LeaveOut, Mapping, MappingReading } from './mapping.ts';
export { readMapping } from './mapping.ts';
export type { BadRow } from './rows.ts';
export type { SimulateOptions } from './run.ts';
export { simulate } from './run.ts';
export type { Totals, WalletTotals } from './totals.ts';
