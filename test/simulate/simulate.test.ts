import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Program } from '@laurel/engine';
import type { BadRow, Histories, Mapping, Totals } from '@laurel/engine/simulate';
import { gather, historiesWriter, readMapping, simulate } from '@laurel/engine/simulate';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { yidu } from '../scenario/yidu.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

const plain = {
  columns: { account: 'customer', date: 'day', paid: 'amount' },
  joins: '2 days before the first purchase',
};

const NONE = { rows: 0, units: '0', value: 0n };
const NOTHING = {
  issued: 0n,
  takenBack: 0n,
  forgiven: 0n,
  reinstated: 0n,
  converted: 0n,
  spent: 0n,
  expired: 0n,
  outstanding: 0n,
};

function mappingOf(value: unknown): Mapping {
  const reading = readMapping(value);
  if (!reading.ok) throw new Error(JSON.stringify(reading.misfits));
  return reading.value;
}

/** Rows of cells without quotes, as the reader of CSV files hands them on. */
function gathered(mapping: Mapping, rows: readonly string[][]): { histories: Histories; bad: BadRow[] } {
  const [header = [], ...others] = rows;
  const gathering = gather(mapping, yidu, header);
  if (!gathering.ok) throw new Error(gathering.reason);
  const bad = others.flatMap((cells, i) => gathering.value.add(cells, i + 2) ?? []);
  return { histories: gathering.value.finish(), bad };
}

const rows = (text: string): string[][] =>
  text
    .trim()
    .split('\n')
    .map((line) => line.trim().split('|'));

async function totals(mapping: unknown, text: string): Promise<Totals> {
  const { histories, bad } = gathered(mappingOf(mapping), rows(text));
  expect(bad).toEqual([]);
  return simulate([yidu], histories);
}

describe('simulate', () => {
  it('sums what a population is given', async () => {
    const sums = await totals(
      plain,
      `customer|day|amount
       ann|2026-05-10|500.50
       bob|2026-05-11|10.00
       ann|2026-05-09|1,000.00
       ann|2026-05-10|0.99
       bob|2026-05-11|0`,
    );
    // Ann: 1,000, then 1,001 and 1 on a holiday; Bob: 10. Each purchase rounds by itself.
    expect(sums).toEqual({
      accounts: 2,
      members: 2,
      dormant: 0,
      purchases: 5,
      refused: {},
      sales: 151_149n,
      returns: {
        taken: NONE,
        neverBought: NONE,
        exhausted: NONE,
        partlyMatched: NONE,
        afterPeriod: NONE,
        deducted: 0n,
      },
      points: [{ ...NOTHING, wallet: 'points', issued: 2012n, converted: 2000n, outstanding: 12n }],
      storedValue: { ...NOTHING, wallet: 'stored value', issued: 4000n, outstanding: 4000n },
      costShare: '0.026464',
    });
  });

  it('lets the program set the prices of lines, by receipt', async () => {
    const mapping = parse(readFileSync(`${ROOT}docs/mappings/lines.yaml`, 'utf8'));
    const sums = await totals(
      mapping,
      `Card|Date|Time|Receipt|Article|Pieces|Unit price|Label|Born
       ann|9/5/2026|23:59:59|1|Boot|1|100|full|15/8/1990
       ann|9/5/2026|23:59:59|1|Lace|2.5|3.999||15/8/1990
       ann|10/5/2026|9:00|2|Boot|2|50.00|last chance|
       |10/5/2026|9:00|3|Boot|2|50|full|
       ann|11/5/2026|9:00|R4|Boot|-2|50|full|
       ann|15/8/2026|9:00|5|Boot|1|10|regular|`,
    );
    // 58 + 10.00 paid and earned; 90, doubled on the holiday; 5.80, doubled on the birthday.
    expect(sums).toMatchObject({ members: 1, purchases: 3, sales: 16_380n });
    expect(sums.points[0]).toMatchObject({ issued: 68n + 180n + 11n });
  });

  it('counts the members who are asleep at the end', async () => {
    const sleepy = { ...yidu, membership: { ...yidu.membership, dormantAfter: { count: 6, unit: 'month' as const } } };
    const text = ['customer|day|amount', 'ann|2026-01-10|5', 'bob|2026-01-10|5', 'bob|2026-07-12|5'].join('\n');
    const { histories } = gathered(mappingOf(plain), rows(text));
    expect(await simulate([sleepy], histories)).toMatchObject({ members: 2, dormant: 1 });
    expect(await simulate([yidu], histories)).toMatchObject({ members: 2, dormant: 0 });
  });

  it('gives the same whatever the order of the rows and accounts', async () => {
    const text = ['ann|2026-05-10|1.50', 'bob|2026-05-11|2.50', 'ann|2026-05-11|3.50', 'cid|2026-05-11|4.50'];
    const first = await totals(plain, ['customer|day|amount', ...text].join('\n'));
    const second = await totals(plain, ['customer|day|amount', ...text.toReversed()].join('\n'));
    expect(second).toEqual(first);
  });

  it('counts refused events, and goes on as if they had not been', async () => {
    const twice = historiesWriter();
    twice.account('ann');
    for (const atMs of [0, 0]) {
      const told = { birthday: null, store: undefined, keepsPoints: undefined, facts: [] };
      const named = { ...told, purchase: null, identity: 'ann', referrer: null };
      twice.other({ kind: 'join', id: 'join', account: 'ann', atMs, sequence: 0, rank: 0, ...named });
    }
    for (const atMs of [3, 3].map((day) => day * 86_400_000)) {
      twice.purchase('p', atMs, 1, null);
      twice.line({ item: 'goods', priceClass: null, category: null, brand: null }, 500, 500);
    }
    const sums = await simulate([yidu], twice.finish());
    expect(sums).toMatchObject({ refused: { 'not-new': 2 }, purchases: 1, sales: 500n, members: 1 });
    expect(sums.points[0]).toMatchObject({ issued: 5n });
  });

  it('joins when the mapping says', async () => {
    const text = 'customer|day|amount\nann|2026-05-11|5';
    const joining = async (joins: string) => (await totals({ ...plain, joins }, text)).points[0]?.issued;
    expect(await joining('never')).toBe(0n);
    expect(await joining('at the first purchase')).toBe(0n);
    expect(await joining('1439 minutes before the first purchase')).toBe(0n);
    expect(await joining('24 hours before the first purchase')).toBe(5n);
    expect(await joining('1 day before the first purchase')).toBe(5n);
  });

  it('has nothing to say about nobody', async () => {
    expect(await totals(plain, 'customer|day|amount')).toMatchObject({
      accounts: 0,
      members: 0,
      sales: 0n,
      costShare: null,
    });
  });

  it('tells what expired by the last instant of all', async () => {
    const [wallet] = yidu.wallets;
    if (wallet === undefined) throw new Error('the program has a wallet');
    const span = { count: 1, unit: 'month' } as const;
    const deadline = { kind: 'after', span, through: 'day', at: { line: 1, start: 0, end: 1 } } as const;
    const expiring: Program = {
      ...yidu,
      wallets: [{ ...wallet, expiry: { of: [deadline], counts: 'earliest' } }],
    };
    const { histories } = gathered(mappingOf(plain), rows('customer|day|amount\nann|2026-02-10|5\nbob|2026-03-11|7'));
    const { points } = await simulate([expiring], histories);
    expect(points[0]).toEqual({ ...NOTHING, wallet: 'points', issued: 12n, expired: 5n, outstanding: 7n });
  });

  it('tells how far it is', async () => {
    const told: number[][] = [];
    const { histories } = gathered(mappingOf(plain), rows('customer|day|amount\nann|2026-05-10|5'));
    await simulate([yidu], histories, { onProgress: (...progress) => void told.push(progress) });
    expect(told).toEqual([
      [0, 1],
      [1, 1],
    ]);
  });
});

describe('gather', () => {
  it('names the row, the column and the reason', () => {
    const lines = readFileSync(`${ROOT}test/samples/simulate/bad-rows.csv`, 'utf8').trim().split('\n');
    const { bad } = gathered(
      mappingOf(plain),
      lines.map((line) => line.split(',')),
    );
    expect(bad.map(({ row, column, value, reason }) => `${row} ${column} "${value}" ${reason}`)).toEqual([
      '3 customer "" is empty',
      '4 day "2026-02-30" is not a date of the given format',
      '5 day "10/5/2026" is not a date of the given format',
      '6 amount "-1" is below zero',
      '7 amount "1.005" has more decimals than the 2 of CNY',
      '8 amount "ten" is not an amount of money',
      '9 amount "" is empty',
      '10 amount "€5" is not in CNY, the currency of the program',
      '11 amount "100000000000000" is too large',
      '12 amount "" is empty',
    ]);
  });

  it('does not take one currency for another', () => {
    const usd = { ...plain, currency: 'USD' };
    expect(gather(mappingOf(usd), yidu, ['customer', 'day', 'amount'])).toMatchObject({ ok: false });
    expect(gather(mappingOf({ ...usd, 'read at par': 'yes' }), yidu, ['customer', 'day', 'amount']).ok).toBe(true);
  });

  it('wants the columns that the mapping names', () => {
    expect(gather(mappingOf(plain), yidu, ['customer', 'day', 'price'])).toEqual({
      ok: false,
      reason: 'the file has no column "amount"; it has customer, day, price',
    });
  });
});

describe('readMapping', () => {
  it.each([
    [{}, 'columns: is missing'],
    [
      { columns: { account: 'a', date: 'd' } },
      'columns: must have "paid" (what was paid for the row), "paid each" (what was paid for one) or "price" (the list price of one)',
    ],
    [
      { ...plain, joins: 'soon' },
      'joins: must read like "2 days before the first purchase", "at the first purchase" or "never"',
    ],
    [
      { ...plain, 'date format': 'YYYY-MM' },
      'date format: must have a year, a month and a day, each once: YYYY-MM-DD, D/M/YYYY h:mm',
    ],
    [{ ...plain, time: 'late' }, 'time: must be noon, or a time such as 18:00'],
    [{ ...plain, colour: 'red' }, ': has nothing called "colour"'],
    [
      { ...plain, 'leave out': [{ column: 'a' }] },
      'leave out › 1: must say which rows: "is", "is one of", "starts with" or "is below zero: yes"',
    ],
    [
      { ...plain, 'not goods': [{ column: 'a', is: 'b', 'is one of': ['c'] }] },
      'not goods › 1: must have "is" or "is one of", not both',
    ],
    [
      { ...plain, returns: [{ column: 'amount', 'is below zero': 'yes' }] },
      'columns: must have "item" and "quantity" where there are returns: they tell what comes back',
    ],
    [{ columns: { ...plain.columns, 'paid each': 'b' } }, 'columns: must have "paid" or "paid each", not both'],
    [{ columns: { ...plain.columns, purchase: [] } }, 'columns › purchase: must not be empty'],
  ])('says what does not fit: %j', (value, told) => {
    const reading = readMapping(value);
    expect(reading.ok ? [] : reading.misfits.map(({ path, reason }) => `${path}: ${reason}`)).toEqual([told]);
  });

  it.each([
    ['YYYY-MM-DD', '2026-05-10', '2026-05-10 noon'],
    ['D/M/YYYY h:mm', '1/12/2009 8:26', '2009-12-01 8:26'],
    ['YYYYMMDD', '20260510', '2026-05-10 noon'],
    ['YYYY-MM-DDThh:mm:ss', '2026-05-10T08:26:01', '2026-05-10 8:26:01'],
    ['DD.MM.YYYY', '1.2.2026', null],
    ['D.M.YYYY', '29x2x2026', null],
    ['D.M.YYYY', '29.2.2026', null],
  ])('reads dates as %s: %s', (format, text, expected) => {
    const wall = mappingOf({ ...plain, 'date format': format }).readDate(text);
    const time =
      wall?.timeMs == null
        ? 'noon'
        : new Date(wall.timeMs)
            .toISOString()
            .slice(11, 19)
            .replace(/^0|:00$/g, '');
    const told = wall === null ? null : `${new Date(wall.day * 86_400_000).toISOString().slice(0, 10)} ${time}`;
    expect(told).toBe(expected);
  });
});
