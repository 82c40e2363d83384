import type { Program } from '@laurel/engine';
import { gather, type Histories, readMapping, simulate, type Totals } from '@laurel/engine/simulate';
import { describe, expect, it } from 'vitest';
import { yidu } from '../scenario/yidu.ts';

/** Goods that come back without naming their purchase: how they are matched, and what becomes of what cannot be. */

const mapping = {
  columns: { account: 'who', date: 'day', purchase: 'bill', item: 'item', quantity: 'count', 'paid each': 'price' },
  'date format': 'YYYY-MM-DDThh:mm',
  returns: [{ column: 'count', 'is below zero': 'yes' }],
  joins: '2 days before the first purchase',
};

function gathered(text: string): Histories {
  const reading = readMapping(mapping);
  if (!reading.ok) throw new Error(JSON.stringify(reading.misfits));
  const gathering = gather(reading.value, yidu, ['who', 'bill', 'day', 'item', 'count', 'price']);
  if (!gathering.ok) throw new Error(gathering.reason);
  for (const [i, line] of text.trim().split('\n').entries()) {
    expect(gathering.value.add(line.trim().split(/ +/), i + 2)).toBeNull();
  }
  return gathering.value.finish();
}

/** What came back, one line each: the purchase, then lines (from 1) and how many of each. */
function matched({ returns, purchases }: Histories): string[] {
  if (returns === null) return [];
  return Array.from(returns.atMs, (_, i) => {
    const parts: string[] = [];
    for (let part = returns.partStarts[i] ?? 0; part < (returns.partStarts[i + 1] ?? 0); part += 1) {
      parts.push(`${returns.quantities[part]} of line ${(returns.lines[part] ?? 0) + 1}`);
    }
    return `${purchases.ids[returns.purchases[i] ?? 0]}: ${parts.join(', ')}`;
  });
}

function totals(text: string): Promise<Totals> {
  return simulate([yidu], gathered(text));
}

describe('goods that come back', () => {
  it('come from the latest earlier purchases of the item, newest first, lines in their order', () => {
    const histories = gathered(`
      ann 1 2026-03-01T09:00 cup 3 2.00
      ann 2 2026-03-02T09:00 cup 1 2.00
      ann 2 2026-03-02T09:00 jug 5 4.00
      ann 2 2026-03-02T09:00 cup 2 1.50
      ann 4 2026-03-04T09:00 cup 9 2.00
      bob 5 2026-03-02T09:00 cup 9 2.00
      ann 3 2026-03-03T09:00 cup -4 2.00`);
    expect(matched(histories)).toEqual(['2: 1 of line 1, 2 of line 3', '1: 1 of line 1']);
  });

  it('may come back at the minute at which they were bought', () => {
    const histories = gathered(`
      ann 2 2026-03-01T09:00 cup -1 2.00
      ann 1 2026-03-01T09:00 cup 1 2.00`);
    expect(matched(histories)).toEqual(['1: 1 of line 1']);
  });

  it('are counted by what hinders them, and hinder nothing else', async () => {
    const { returns, refused, purchases, sales, points } = await totals(`
      ann 1 2026-03-01T09:00 cup 3 2.00
      ann 2 2026-03-02T09:00 cup -4 2.00
      ann 3 2026-03-03T09:00 cup -2 1.005
      ann 4 2026-03-03T09:00 jug -0.5 3.00
      ann 5 2026-03-04T09:00 pan 3 10.00
      ann 6 2026-06-02T09:00 pan -1 10.00
      ann 7 2026-06-03T09:00 pan -1 10.00
      bob 8 2026-03-03T09:00 cup -1 2.00`);
    expect(returns).toEqual({
      taken: { rows: 2, units: '4', value: 1600n },
      partlyMatched: { rows: 1, units: '1', value: 200n },
      exhausted: { rows: 1, units: '2', value: 201n },
      neverBought: { rows: 2, units: '1.5', value: 350n },
      // Bought on 4 March: 2 June is day 90.
      afterPeriod: { rows: 1, units: '1', value: 1000n },
      deducted: 0n,
    });
    expect({ refused, purchases, sales }).toEqual({ refused: {}, purchases: 2, sales: 3600n });
    expect(points[0]).toMatchObject({ issued: 36n, takenBack: 16n, outstanding: 20n });
  });

  it('cannot come back from a purchase that was refused', async () => {
    const later: Program = { ...yidu, effective: '2026-03-01' };
    const histories = gathered(`
      ann 1 2026-02-27T09:00 cup 2 2.00
      ann 2 2026-03-05T09:00 cup -1 2.00
      ann 3 2026-03-06T09:00 cup 1 5.00`);
    expect(await simulate([later], histories)).toMatchObject({
      // The join and the first purchase; the return.
      refused: { 'no-version': 2, 'unknown-purchase': 1 },
      purchases: 1,
      returns: { taken: { rows: 0 }, afterPeriod: { rows: 0 } },
    });
  });

  it('cut the refund for points that are gone, or leave them owed', async () => {
    // 1,000 points become ¥20 at once; the return takes 1,000, for which ¥20 is deducted.
    const text = `
      ann 1 2026-03-01T09:00 cup 500 2.00
      ann 2 2026-03-02T09:00 cup -500 2.00
      bob 3 2026-03-03T09:00 cup 1 100.00`;
    const { returns, points, costShare } = await totals(text);
    expect(returns).toMatchObject({ taken: { value: 100_000n }, deducted: 2000n });
    expect(points[0]).toMatchObject({ issued: 1100n, takenBack: 1000n, reinstated: 1000n, outstanding: 100n });
    expect(costShare).toBe('0.200000');

    const owing: Program = { ...yidu, returns: { ...yidu.returns, shortage: { kind: 'negative' } } };
    const { points: owed } = await simulate([owing], gathered(text));
    expect(owed[0]).toMatchObject({ issued: 1100n, takenBack: 1000n, reinstated: 0n, outstanding: -900n });
  });
});
