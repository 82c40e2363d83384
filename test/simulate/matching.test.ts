import { gather, type Histories, readMapping, simulate } from '@laurel/engine/simulate';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { yidu } from '../scenario/yidu.ts';

/** What holds for every file of purchases and returns that do not name them. Quantities are halves, to be more than whole. */

const HEADER = ['who', 'bill', 'day', 'item', 'count', 'price'];
const reading = readMapping({
  columns: {
    account: 'who',
    date: 'day',
    purchase: ['bill', 'day'],
    item: 'item',
    quantity: 'count',
    'paid each': 'price',
  },
  returns: [{ column: 'count', 'is below zero': 'yes' }],
  joins: '2 days before the first purchase',
});
if (!reading.ok) throw new Error(JSON.stringify(reading.misfits));
const mapping = reading.value;

interface Row {
  readonly who: string;
  readonly bill: string;
  readonly day: string;
  readonly item: string;
  /** Below zero: they come back. */
  readonly halves: number;
  readonly price: string;
}

/** Few customers, days and items, so that much meets. */
const rows: fc.Arbitrary<Row[]> = fc.array(
  fc.record({
    who: fc.constantFrom('ann', 'bob'),
    bill: fc.constantFrom('1', '2'),
    day: fc.constantFrom('2026-01-05', '2026-01-06', '2026-02-05', '2026-05-01', '2026-05-10'),
    item: fc.constantFrom('cup', 'jug'),
    halves: fc.integer({ min: -9, max: 6 }).filter((halves) => halves !== 0),
    price: fc.constantFrom('0', '0.005', '1.99', '333.33'),
  }),
  { maxLength: 25 },
);

function gathered(file: readonly Row[]): Histories {
  const gathering = gather(mapping, yidu, HEADER);
  if (!gathering.ok) throw new Error(gathering.reason);
  for (const [i, { who, bill, day, item, halves, price }] of file.entries()) {
    expect(gathering.value.add([who, bill, day, item, String(halves / 2), price], i + 2)).toBeNull();
  }
  return gathering.value.finish();
}

/** Halves that came back, by line of all; and whether each return comes after its purchase and fits it. */
function cameBack(histories: Histories): { byLine: Map<number, number>; all: number; isEarlier: boolean } {
  const { returns, purchases } = histories;
  const byLine = new Map<number, number>();
  let all = 0;
  let isEarlier = true;
  for (let i = 0; i < (returns?.atMs.length ?? 0); i += 1) {
    const purchase = returns?.purchases[i] ?? -1;
    if ((purchases.atMs[purchase] ?? Number.NaN) > (returns?.atMs[i] ?? Number.NaN)) isEarlier = false;
    for (let part = returns?.partStarts[i] ?? 0; part < (returns?.partStarts[i + 1] ?? 0); part += 1) {
      const line = (purchases.lineStarts[purchase] ?? 0) + (returns?.lines[part] ?? 0);
      const halves = Number(returns?.quantities[part]) * 2;
      byLine.set(line, (byLine.get(line) ?? 0) + halves);
      all += halves;
    }
  }
  return { byLine, all, isEarlier };
}

function boughtHalves({ lines }: Histories, line: number): number {
  return Number(lines.quantityTexts[lines.quantities?.[line] ?? 0]) * 2;
}

/** The same rows in another order, but those of one account and day in theirs. */
function shuffled(file: readonly Row[], keys: readonly number[]): Row[] {
  const group = ({ who, day }: Row) => `${who} ${day}`;
  const waiting = [...file];
  const order = file.map((row, i) => ({ group: group(row), key: keys[i] ?? 0 })).toSorted((a, b) => a.key - b.key);
  return order.flatMap((place) => {
    const next = waiting.findIndex((row) => group(row) === place.group);
    return waiting.splice(next, 1);
  });
}

const RUNS = { numRuns: 300, seed: 20_101_231 };

describe('matching', () => {
  it('never gives back more of a line than was bought, nor before it was', () => {
    fc.assert(
      fc.property(rows, (file) => {
        const histories = gathered(file);
        const { byLine, isEarlier } = cameBack(histories);
        expect(isEarlier).toBe(true);
        for (const [line, halves] of byLine) expect(halves).toBeLessThanOrEqual(boughtHalves(histories, line));
      }),
      RUNS,
    );
  });

  it('counts every unit once: matched, or under one heading', () => {
    fc.assert(
      fc.property(rows, (file) => {
        const histories = gathered(file);
        const { neverBought, exhausted, partlyMatched } = histories.passedOver.unmatched;
        const unmatched = Number(neverBought.units + exhausted.units + partlyMatched.units) / 500_000_000;
        const broughtBack = file.reduce((sum, { halves }) => sum + Math.max(0, -halves), 0);
        expect(cameBack(histories).all + unmatched).toBe(broughtBack);
      }),
      RUNS,
    );
  });

  it('is the same whatever the order of the rows of other accounts and days', async () => {
    const keys = fc.array(fc.nat(), { minLength: 25, maxLength: 25 });
    await fc.assert(
      fc.asyncProperty(rows, keys, async (file, order) => {
        const totals = await simulate([yidu], gathered(file));
        expect(totals.refused).toEqual({});
        expect(await simulate([yidu], gathered(file))).toEqual(totals);
        expect(await simulate([yidu], gathered(shuffled(file, order)))).toEqual(totals);
      }),
      RUNS,
    );
  });
});
