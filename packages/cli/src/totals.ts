import type { Program } from '@laurel/engine';
import type { Figure, Histories, ReturnTotals, Totals } from '@laurel/engine/simulate';
import type { Language } from '@laurel/language';
import { decimal, grouped, percent } from './figures.ts';
import { table } from './table.ts';

/** A small table, in the language of the program; where goods came back, a second one tells what became of them. */
export function totalsShown(program: Program, histories: Histories, totals: Totals, language: Language): string[] {
  const { currency } = program;
  const words = language === 'zh' ? CHINESE : ENGLISH;
  const money = (minor: bigint) => `${grouped(decimal(minor, currency.minorDigits))} ${currency.code}`;
  const sums = table(sumsShown(program, histories, totals, words, money), [1]);
  if (!cameBack(totals.returns)) return sums;
  const { taken, neverBought, exhausted, partlyMatched, afterPeriod } = totals.returns;
  const figures = [
    [words.taken, taken],
    [words.neverBought, neverBought],
    [words.exhausted, exhausted],
    [words.partlyMatched, partlyMatched],
    [words.afterPeriod, afterPeriod],
  ] as const;
  const rows = figures.map(([word, { rows, units, value }]) => [
    word,
    grouped(String(rows)),
    grouped(units),
    money(value),
  ]);
  return [...sums, '', ...table([[words.returns, words.rows, words.units, words.value], ...rows], [1, 2, 3])];
}

function sumsShown(
  { wallets }: Program,
  { passedOver }: Histories,
  { accounts, members, dormant, purchases, refused, sales, returns, points, storedValue, costShare }: Totals,
  words: Words,
  money: (minor: bigint) => string,
): string[][] {
  const count = (amount: number | bigint) => grouped(String(amount));
  /** A row that most files have no use for. */
  const unlessNone = (word: string, amount: number | bigint, shown = count) =>
    BigInt(amount) === 0n ? [] : [[word, shown(amount)]];
  return [
    ...(accounts === members ? [] : [[words.accounts, count(accounts)]]),
    [words.members, count(members)],
    ...unlessNone(words.dormant, dormant),
    [words.purchases, count(purchases)],
    ...Object.entries(refused).map(([code, times]) => [words.refused(code), count(times)]),
    ...unlessNone(words.withoutAccount, passedOver.withoutAccount),
    ...unlessNone(words.notGoods, passedOver.notGoods),
    ...unlessNone(words.leftOut, passedOver.leftOut),
    [words.sales, money(sales)],
    ...(cameBack(returns) ? [[words.returned, money(returns.taken.value)]] : []),
    ...(returns.deducted === 0n ? [] : [[words.deducted, money(returns.deducted)]]),
    ...points.flatMap(({ wallet, issued, takenBack, forgiven, reinstated, converted, spent, expired, outstanding }) => {
      const name = wallets.length === 1 ? words.points : wallet;
      return [
        [words.issued(name), count(issued)],
        ...(cameBack(returns) ? [[words.takenBack(name), count(takenBack)]] : []),
        ...unlessNone(words.forgiven, forgiven),
        ...unlessNone(words.reinstated, reinstated),
        [words.converted(name), count(converted)],
        ...unlessNone(words.spent(name), spent),
        ...unlessNone(words.expired(name), expired),
        [words.outstanding(name), count(outstanding)],
      ];
    }),
    [words.issued(words.storedValue), money(storedValue.issued)],
    [words.outstanding(words.storedValue), money(storedValue.outstanding)],
    [cameBack(returns) ? words.costOfNet : words.cost, costShare === null ? words.noSales : percent(costShare)],
  ];
}

function cameBack({ taken, neverBought, exhausted, partlyMatched, afterPeriod }: ReturnTotals): boolean {
  return [taken, neverBought, exhausted, partlyMatched, afterPeriod].some(({ rows }) => rows > 0);
}

/** The same for scripts: amounts as decimal texts, for a total may be larger than a number can hold. */
export function totalsAsJson({ name, version, currency }: Program, histories: Histories, totals: Totals): object {
  const { accounts, members, dormant, purchases, refused, sales, returns, points, storedValue, costShare } = totals;
  const { withoutAccount, notGoods, leftOut } = histories.passedOver;
  const money = (minor: bigint) => decimal(minor, currency.minorDigits);
  const figure = ({ rows, units, value }: Figure) => ({ rows, units, value: money(value) });
  return {
    program: { name, version },
    currency: currency.code,
    accounts,
    members,
    dormant,
    purchases,
    refused,
    rowsWithoutAccount: withoutAccount,
    rowsNotGoods: notGoods,
    rowsLeftOut: leftOut,
    sales: money(sales),
    returns: {
      taken: figure(returns.taken),
      neverBought: figure(returns.neverBought),
      exhausted: figure(returns.exhausted),
      partlyMatched: figure(returns.partlyMatched),
      afterPeriod: figure(returns.afterPeriod),
      deducted: money(returns.deducted),
    },
    points: points.map(({ wallet, ...amounts }) => ({
      wallet,
      ...Object.fromEntries(Object.entries(amounts).map(([account, amount]) => [account, String(amount)])),
    })),
    storedValue: { issued: money(storedValue.issued), outstanding: money(storedValue.outstanding) },
    costShare,
  };
}

interface Words {
  readonly accounts: string;
  readonly members: string;
  readonly dormant: string;
  readonly purchases: string;
  refused(code: string): string;
  readonly withoutAccount: string;
  readonly notGoods: string;
  readonly leftOut: string;
  readonly sales: string;
  readonly returned: string;
  readonly deducted: string;
  readonly points: string;
  readonly storedValue: string;
  issued(wallet: string): string;
  takenBack(wallet: string): string;
  readonly forgiven: string;
  readonly reinstated: string;
  converted(wallet: string): string;
  spent(wallet: string): string;
  expired(wallet: string): string;
  outstanding(wallet: string): string;
  readonly cost: string;
  readonly costOfNet: string;
  readonly noSales: string;
  /** The second table. */
  readonly returns: string;
  readonly rows: string;
  readonly units: string;
  readonly value: string;
  readonly taken: string;
  readonly neverBought: string;
  readonly exhausted: string;
  readonly partlyMatched: string;
  readonly afterPeriod: string;
}

const ENGLISH: Words = {
  accounts: 'customers',
  members: 'members',
  dormant: 'of them asleep',
  purchases: 'purchases',
  refused: (code) => `refused (${code})`,
  withoutAccount: 'rows without an account',
  notGoods: 'rows that are no goods',
  leftOut: 'rows left out',
  sales: 'sales',
  returned: 'returned',
  deducted: 'deducted from refunds',
  points: 'points',
  storedValue: 'stored value',
  issued: (wallet) => `${wallet} issued`,
  takenBack: (wallet) => `${wallet} taken back`,
  forgiven: 'of them let go',
  reinstated: 'of them paid for out of refunds',
  converted: (wallet) => `${wallet} converted`,
  spent: (wallet) => `${wallet} spent`,
  expired: (wallet) => `${wallet} expired`,
  outstanding: (wallet) => `${wallet} outstanding`,
  cost: 'stored value given, as a share of sales',
  costOfNet: 'stored value given, as a share of sales less returns',
  noSales: 'no sales',
  returns: 'returns',
  rows: 'rows',
  units: 'units',
  value: 'value',
  taken: 'taken back',
  neverBought: 'refused: never bought',
  exhausted: 'refused: all came back before',
  partlyMatched: 'refused: more than was bought',
  afterPeriod: 'refused: after the return period',
};

const CHINESE: Words = {
  accounts: '顾客',
  members: '会员',
  dormant: '其中休眠',
  purchases: '消费笔数',
  refused: (code) => `未受理（${code}）`,
  withoutAccount: '没有会员号的行',
  notGoods: '非商品行',
  leftOut: '略去的行',
  sales: '销售额',
  returned: '退货金额',
  deducted: '退款中扣除',
  points: '积分',
  storedValue: '储值',
  issued: (wallet) => `已发${wallet}`,
  takenBack: (wallet) => `已收回${wallet}`,
  forgiven: '其中免追',
  reinstated: '其中由退款抵扣',
  converted: (wallet) => `已转换${wallet}`,
  spent: (wallet) => `已用${wallet}`,
  expired: (wallet) => `已过期${wallet}`,
  outstanding: (wallet) => `未用${wallet}`,
  cost: '赠送储值占销售额',
  costOfNet: '赠送储值占销售额（减退货）',
  noSales: '没有销售',
  returns: '退货',
  rows: '行数',
  units: '件数',
  value: '金额',
  taken: '已受理',
  neverBought: '未受理：未曾购买',
  exhausted: '未受理：此前已全部退回',
  partlyMatched: '未受理：超出所购数量',
  afterPeriod: '未受理：超过退货期限',
};
