import type { Program } from '@laurel/engine';
import type { Histories, Totals } from '@laurel/engine/simulate';
import type { Language } from '@laurel/language';
import { table } from './table.ts';

/** A small table, in the language of the program. */
export function totalsShown(
  { currency, wallets }: Program,
  histories: Histories,
  totals: Totals,
  language: Language,
): string[] {
  const words = language === 'zh' ? CHINESE : ENGLISH;
  const money = (minor: bigint) => `${grouped(decimal(minor, currency.minorDigits))} ${currency.code}`;
  const points = (amount: bigint) => grouped(String(amount));
  const rows = [
    [words.members, points(BigInt(totals.members))],
    [words.purchases, points(BigInt(totals.purchases))],
    ...Object.entries(totals.refused).map(([code, count]) => [words.refused(code), points(BigInt(count))]),
    ...(histories.leftOut === 0 ? [] : [[words.leftOut, points(BigInt(histories.leftOut))]]),
    [words.sales, money(totals.sales)],
    ...totals.points.flatMap(({ wallet, issued, converted, outstanding }) => {
      const name = wallets.length === 1 ? words.points : wallet;
      return [
        [words.issued(name), points(issued)],
        [words.converted(name), points(converted)],
        [words.outstanding(name), points(outstanding)],
      ];
    }),
    [words.issued(words.storedValue), money(totals.storedValue.issued)],
    [words.outstanding(words.storedValue), money(totals.storedValue.outstanding)],
    [words.cost, totals.costShare === null ? words.noSales : percent(totals.costShare)],
  ];
  return table(rows, [1]);
}

/** The same for scripts: amounts as decimal texts, for a total may be larger than a number can hold. */
export function totalsAsJson({ name, version, currency }: Program, histories: Histories, totals: Totals): object {
  const { accounts, members, purchases, refused, sales, points, storedValue, costShare } = totals;
  const money = (minor: bigint) => decimal(minor, currency.minorDigits);
  return {
    program: { name, version },
    currency: currency.code,
    accounts,
    members,
    purchases,
    refused,
    rowsLeftOut: histories.leftOut,
    sales: money(sales),
    points: points.map(({ wallet, issued, converted, outstanding }) => ({
      wallet,
      issued: String(issued),
      converted: String(converted),
      outstanding: String(outstanding),
    })),
    storedValue: { issued: money(storedValue.issued), outstanding: money(storedValue.outstanding) },
    costShare,
  };
}

/** Exact: a total may be larger than any number. */
function decimal(minor: bigint, digits: number): string {
  const sign = minor < 0n ? '-' : '';
  const text = String(minor < 0n ? -minor : minor).padStart(digits + 1, '0');
  const whole = text.slice(0, text.length - digits);
  return digits === 0 ? sign + whole : `${sign}${whole}.${text.slice(-digits)}`;
}

function grouped(number: string): string {
  const [whole = '', ...fraction] = number.split('.');
  return [whole.replace(/\B(?=(\d{3})+$)/g, ','), ...fraction].join('.');
}

/** A share of six decimals as a percentage with two, half up. */
function percent(share: string): string {
  const hundredths = (BigInt(share.replace('.', '')) + 50n) / 100n;
  return `${decimal(hundredths, 2)}%`;
}

interface Words {
  readonly members: string;
  readonly purchases: string;
  refused(code: string): string;
  readonly leftOut: string;
  readonly sales: string;
  readonly points: string;
  readonly storedValue: string;
  issued(wallet: string): string;
  converted(wallet: string): string;
  outstanding(wallet: string): string;
  readonly cost: string;
  readonly noSales: string;
}

const ENGLISH: Words = {
  members: 'members',
  purchases: 'purchases',
  refused: (code) => `refused (${code})`,
  leftOut: 'rows left out',
  sales: 'sales',
  points: 'points',
  storedValue: 'stored value',
  issued: (wallet) => `${wallet} issued`,
  converted: (wallet) => `${wallet} converted`,
  outstanding: (wallet) => `${wallet} outstanding`,
  cost: 'stored value given, as a share of sales',
  noSales: 'no sales',
};

const CHINESE: Words = {
  members: '会员',
  purchases: '消费笔数',
  refused: (code) => `未受理（${code}）`,
  leftOut: '略去的行',
  sales: '销售额',
  points: '积分',
  storedValue: '储值',
  issued: (wallet) => `已发${wallet}`,
  converted: (wallet) => `已转换${wallet}`,
  outstanding: (wallet) => `未用${wallet}`,
  cost: '赠送储值占销售额',
  noSales: '没有销售',
};
