import type { Program } from '@laurel/engine';
import type { Comparison, Difference } from '@laurel/engine/simulate';
import type { Language } from '@laurel/language';
import { decimal, grouped } from './figures.ts';
import { table } from './table.ts';

/** Two programs on the same members: every figure of both, what changes, and for how many. In the language of the first. */
export function comparisonShown({ currency }: Program, comparison: Comparison, language: Language): string[] {
  const words = language === 'zh' ? CHINESE : ENGLISH;
  const unit = (difference: Difference) => (difference.wallet === null ? currency.minorDigits : 0);
  const rows = comparison.differences.map((difference) => {
    const { total, mean, low, high, more, less } = difference;
    const digits = unit(difference);
    const each = (amount: number) => signed(grouped((Math.abs(amount) / 10 ** digits).toFixed(2)), amount);
    return [
      words.figures[difference.figure](difference.wallet ?? ''),
      signed(grouped(decimal(total < 0n ? -total : total, digits)), Number(total)),
      each(mean),
      `${each(low)} … ${each(high)}`,
      grouped(String(more)),
      grouped(String(less)),
    ];
  });
  return [
    words.title(currency.code),
    ...table(
      [[words.figure, words.total, words.mean, words.interval, words.more, words.less], ...rows],
      [1, 2, 3, 4, 5],
    ),
  ];
}

/** The same for scripts. Totals are exact decimals; means and bounds are estimates. */
export function comparisonAsJson({ currency }: Program, { differences }: Comparison): object {
  return differences.map(({ figure, wallet, total, mean, low, high, more, less, same }) => {
    const digits = wallet === null ? currency.minorDigits : 0;
    const estimate = (amount: number) => Number((amount / 10 ** digits).toFixed(digits + 4));
    return {
      figure,
      wallet,
      total: decimal(total, digits),
      perAccount: { mean: estimate(mean), low: estimate(low), high: estimate(high) },
      more,
      less,
      same,
    };
  });
}

function signed(size: string, amount: number): string {
  if (/^[0.,]*$/.test(size)) return size;
  return `${amount < 0 ? '−' : '+'}${size}`;
}

interface Words {
  title(currency: string): string;
  readonly figure: string;
  readonly total: string;
  readonly mean: string;
  readonly interval: string;
  readonly more: string;
  readonly less: string;
  readonly figures: Readonly<Record<Difference['figure'], (wallet: string) => string>>;
}

const ENGLISH: Words = {
  title: (currency) => `what the other program changes, member by member (${currency})`,
  figure: 'figure',
  total: 'in all',
  mean: 'a member, on average',
  interval: '95% interval',
  more: 'have more',
  less: 'have less',
  figures: {
    paid: () => 'paid',
    storedValue: () => 'stored value given',
    benefit: () => 'better off, in money',
    points: (wallet) => `${wallet} issued`,
  },
};

const CHINESE: Words = {
  title: (currency) => `改用另一方案后，逐个会员的变化（${currency}）`,
  figure: '项目',
  total: '合计',
  mean: '人均',
  interval: '95%置信区间',
  more: '增加人数',
  less: '减少人数',
  figures: {
    paid: () => '实付',
    storedValue: () => '赠送储值',
    benefit: () => '会员得益',
    points: (wallet) => `已发${wallet}`,
  },
};
