import type { Program } from '@laurel/engine';
import type { Totals } from '@laurel/engine/simulate';
import type { Language } from '@laurel/language';
import { decimal, grouped, percent } from './figures.ts';
import { table } from './table.ts';

/** What one value of a setting comes to. */
export interface Swept {
  readonly value: string;
  readonly totals: Totals;
}

/** A line of sums for each value of a setting. */
export function sweepShown({ currency }: Program, name: string, runs: readonly Swept[], language: Language): string[] {
  const words = language === 'zh' ? CHINESE : ENGLISH;
  const money = (minor: bigint) => grouped(decimal(minor, currency.minorDigits));
  const wallets = runs[0]?.totals.points.map(({ wallet }) => wallet) ?? [];
  const header = [name, words.sales, ...wallets.map(words.issued), words.storedValue, words.cost];
  const rows = runs.map(({ value, totals: { sales, points, storedValue, costShare } }) => [
    value,
    money(sales),
    ...points.map(({ issued }) => grouped(String(issued))),
    money(storedValue.issued),
    costShare === null ? '' : percent(costShare),
  ]);
  return [words.title(currency.code), ...table([header, ...rows], [...header.keys()])];
}

interface Words {
  title(currency: string): string;
  readonly sales: string;
  issued(wallet: string): string;
  readonly storedValue: string;
  readonly cost: string;
}

const ENGLISH: Words = {
  title: (currency) => `money in ${currency}`,
  sales: 'sales',
  issued: (wallet) => `${wallet} issued`,
  storedValue: 'stored value issued',
  cost: 'share of sales',
};

const CHINESE: Words = {
  title: (currency) => `金额单位：${currency}`,
  sales: '销售额',
  issued: (wallet) => `已发${wallet}`,
  storedValue: '已发储值',
  cost: '占销售额',
};
