import { load, type Program, type Settings } from '@laurel/engine';
import { type Histories, type Population, populate, simulate, type Totals } from '@laurel/engine/simulate';
import { type Language, type Words, words } from '@laurel/engine/words';

/** What a program does to a generated population, and what another one does to the same members. */
export interface Crowd {
  readonly figures: readonly CrowdFigure[];
  /** Events that the program refused, by code. */
  readonly refused: readonly { readonly code: string; readonly times: number }[];
  readonly tookMs: number;
}

/** One figure; the page has its name. Where it is about a wallet, the wallet's name stands with it. */
export interface CrowdFigure {
  readonly id: CrowdFigureId;
  readonly wallet: string | null;
  readonly text: string;
  /** As a share of sales, in percent; null: it is none. */
  readonly share: string | null;
  /** With the kept version instead, and the difference from it; null: nothing is compared. */
  readonly kept: string | null;
  readonly difference: string | null;
}
export type CrowdFigureId =
  | 'members'
  | 'purchases'
  | 'listValue'
  | 'sales'
  | 'priceCost'
  | 'storedCost'
  | 'allCost'
  | 'issued'
  | 'converted'
  | 'outstanding';

export interface CrowdSetting {
  readonly program: Program;
  readonly settings: Settings;
  /** The version to compare with; null: none. */
  readonly kept: { readonly program: Program; readonly settings: Settings } | null;
  readonly population: Population;
  readonly language: Language;
}

/** Told how much is done, from 0 to 1; answers whether to go on. */
export type OnCrowd = (done: number) => Promise<boolean>;

class Stopped extends Error {}

/** Keeps the last population: most of the time only the program changes. */
export function crowds(): (setting: CrowdSetting, onCrowd: OnCrowd) => Promise<Crowd | null> {
  let made: { readonly key: string; readonly histories: Histories } | null = null;
  const play = async (
    { program, settings, kept, population, language }: CrowdSetting,
    onCrowd: OnCrowd,
  ): Promise<Crowd> => {
    const start = performance.now();
    const key = JSON.stringify([population, program.goods, program.zone.id, program.currency]);
    if (made?.key !== key) made = { key, histories: populate(program, population) };
    const { histories } = made;
    const parts = kept === null ? 1 : 2;
    const run = (one: Program, turned: Settings, part: number) =>
      simulate([one], histories, {
        settings: turned,
        onProgress: async (done, of) => {
          if (!(await onCrowd((part + done / of) / parts))) throw new Stopped();
        },
      });
    const ours = await run(program, settings, 0);
    const theirs = kept === null ? null : await run(kept.program, kept.settings, 1);
    const listValue = [...histories.lines.lists].reduce((sum, list) => sum + BigInt(list), 0n);
    return {
      figures: figuresOf(ours, theirs, listValue, words(language, program), load([program]).about.wallets),
      refused: Object.entries(ours.refused).map(([code, times]) => ({ code, times })),
      tookMs: performance.now() - start,
    };
  };
  return async (setting, onCrowd) => {
    try {
      return await play(setting, onCrowd);
    } catch (thrown) {
      if (thrown instanceof Stopped) return null;
      throw thrown;
    }
  };
}

export type { Population } from '@laurel/engine/simulate';

interface Value {
  readonly id: CrowdFigureId;
  readonly wallet: string | null;
  readonly amount: bigint;
  readonly unit: 'money' | 'points' | 'count';
  readonly sales: bigint | null;
}

function figuresOf(
  ours: Totals,
  theirs: Totals | null,
  listValue: bigint,
  say: Words,
  wallets: readonly string[],
): CrowdFigure[] {
  const others = theirs === null ? null : valuesOf(theirs, listValue, wallets);
  return valuesOf(ours, listValue, wallets).map(({ id, wallet, amount, unit, sales }) => {
    const other = others?.find((one) => one.id === id && one.wallet === wallet) ?? null;
    const text = (size: bigint) => textOf(size, unit, wallet, say);
    const by = other === null ? 0n : amount - other.amount;
    return {
      id,
      wallet,
      text: text(amount),
      share: sales === null ? null : percent(amount, sales),
      kept: other === null ? null : text(other.amount),
      difference: other === null ? null : by === 0n ? '±0' : `${by > 0n ? '+' : '−'}${text(by < 0n ? -by : by)}`,
    };
  });
}

function valuesOf(totals: Totals, listValue: bigint, wallets: readonly string[]): Value[] {
  const { sales } = totals;
  const priceCost = listValue - sales;
  const storedCost = totals.storedValue.issued;
  const money = (id: CrowdFigureId, amount: bigint, share: bigint | null): Value => ({
    id,
    wallet: null,
    amount,
    unit: 'money',
    sales: share,
  });
  const count = (id: CrowdFigureId, amount: number): Value => ({
    id,
    wallet: null,
    amount: BigInt(amount),
    unit: 'count',
    sales: null,
  });
  return [
    count('members', totals.members),
    count('purchases', totals.purchases),
    money('listValue', listValue, null),
    money('sales', sales, null),
    money('priceCost', priceCost, sales),
    money('storedCost', storedCost, sales),
    money('allCost', priceCost + storedCost, sales),
    ...totals.points
      .filter(({ wallet }) => wallets.includes(wallet))
      .flatMap(({ wallet, issued, converted, outstanding }): Value[] =>
        (
          [
            ['issued', issued],
            ['converted', converted],
            ['outstanding', outstanding],
          ] as const
        ).map(([id, amount]) => ({
          id,
          wallet,
          amount,
          unit: 'points',
          sales: null,
        })),
      ),
  ];
}

function textOf(amount: bigint, unit: Value['unit'], wallet: string | null, say: Words): string {
  const size = Number(amount);
  if (unit === 'money') return say.money(size);
  return unit === 'points' ? say.points(size, wallet ?? undefined) : String(amount).replace(/\B(?=(\d{3})+$)/g, ',');
}

/** One decimal, cut off. */
function percent(part: bigint, whole: bigint): string | null {
  if (whole <= 0n) return null;
  const thousandths = (part * 1000n) / whole;
  const size = thousandths < 0n ? -thousandths : thousandths;
  return `${thousandths < 0n ? '−' : ''}${size / 10n}.${size % 10n}%`;
}
