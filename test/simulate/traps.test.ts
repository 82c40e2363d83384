import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gather, readMapping, simulate, type Totals } from '@laurel/engine/simulate';
import { compile, zoneTable } from '@laurel/language';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { readRows } from '../../packages/cli/src/histories.ts';
import { type ByHand, type Expected, HAND } from './traps-by-hand.ts';

/**
 * A shop's export that has every trap of a real one: test/samples/simulate/traps.csv, made for this test in the format of
 * Online Retail. Every figure of every customer was worked out by hand, in traps-by-hand.ts.
 */

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const SAMPLES = `${ROOT}test/samples/simulate/`;

const { program, mapping, zone } = prepared();

function prepared() {
  const path = `${ROOT}rules/yidu-shoes/program.loyalty`;
  const { program } = compile({ name: path, text: readFileSync(path, 'utf8') });
  const yaml = readFileSync(`${ROOT}docs/mappings/online-retail.yaml`, 'utf8');
  const mapping = readMapping(parse(yaml, { schema: 'failsafe' }));
  const zone = zoneTable('Europe/London');
  if (program === null || zone === null || !mapping.ok) throw new Error('the program or the mapping cannot be read');
  return { program, mapping: mapping.value, zone };
}

/** The histories of some of a file's rows, and what cannot be read of them. */
async function read(file: string, isMeant: (customer: string) => boolean = () => true) {
  const opened: { gathering: ReturnType<typeof gather> | null } = { gathering: null };
  const bad: string[] = [];
  const flaw = await readRows(SAMPLES + file, 'utf-8', {
    header(cells) {
      opened.gathering = gather(mapping, program, cells, zone);
      return opened.gathering.ok ? null : opened.gathering.reason;
    },
    row(cells, number) {
      if (!opened.gathering?.ok || !isMeant(cells[5]?.trim() ?? '')) return;
      const wrong = opened.gathering.value.add(cells, number);
      if (wrong !== null) bad.push(`${wrong.row} ${wrong.column} "${wrong.value}" ${wrong.reason}`);
    },
    broken: (number, reason) => void bad.push(`${number} ${reason}`),
  });
  if (flaw !== null || !opened.gathering?.ok) throw new Error(flaw ?? 'no header');
  return { histories: opened.gathering.value.finish(), bad };
}

async function gathered(customer?: string) {
  const { histories, bad } = await read('traps.csv', (each) => customer === undefined || each === customer);
  expect(bad).toEqual([]);
  return histories;
}

const figure = ([rows, units, pence]: ByHand = [0, '0', 0]) => ({ rows, units, value: BigInt(pence) });
const amount = (number = 0) => BigInt(number);

function expected(hand: Expected): Partial<Totals> {
  return {
    accounts: 1,
    members: hand.purchases === undefined ? 0 : 1,
    purchases: hand.purchases ?? 0,
    refused: {},
    sales: amount(hand.sales),
    returns: {
      taken: figure(hand.taken),
      neverBought: figure(hand.neverBought),
      exhausted: figure(hand.exhausted),
      partlyMatched: figure(hand.partlyMatched),
      afterPeriod: figure(hand.afterPeriod),
      deducted: amount(hand.deducted),
    },
    points: [
      {
        wallet: 'points',
        issued: amount(hand.issued),
        takenBack: amount(hand.takenBack),
        forgiven: 0n,
        reinstated: amount(hand.reinstated),
        converted: amount(hand.converted),
        spent: 0n,
        expired: 0n,
        outstanding: amount(hand.outstanding),
      },
    ],
  };
}

describe('a file with every trap', () => {
  it.each(HAND)('comes out as by hand for customer $customer', async (hand) => {
    const histories = await gathered(hand.customer);
    expect(await simulate([program], histories)).toMatchObject(expected(hand));
    const { notGoods = 0, leftOut = 0 } = hand;
    expect(histories.passedOver).toMatchObject({ notGoods, leftOut, withoutAccount: 0 });
  });

  it('comes out as all of them together', async () => {
    const histories = await gathered();
    const sum = (of: (hand: Expected) => number | undefined) =>
      HAND.reduce((total, hand) => total + (of(hand) ?? 0), 0);
    // Bad debts 3, stock corrections 5, rows that could not be read 3, returns 6, fees and vouchers 6, goods 40.
    expect(histories.passedOver).toMatchObject({
      withoutAccount: 63,
      notGoods: sum(({ notGoods }) => notGoods),
      leftOut: sum(({ leftOut }) => leftOut),
    });
    const totals = await simulate([program], histories);
    expect(totals).toMatchObject({
      accounts: HAND.length,
      // All but the one who bought no goods and the one who only brought some back.
      members: HAND.length - 2,
      purchases: sum(({ purchases }) => purchases),
      refused: {},
      sales: BigInt(sum(({ sales }) => sales)),
      // Every 1,000 points were 20.00.
      storedValue: { issued: BigInt(sum(({ converted }) => converted) * 2) },
    });
    expect(totals.returns.deducted).toBe(BigInt(sum(({ deducted }) => deducted)));
    for (const heading of HEADINGS) {
      expect([heading, totals.returns[heading].rows]).toEqual([heading, sum((hand) => hand[heading]?.[0])]);
      expect([heading, totals.returns[heading].units]).toEqual([
        heading,
        String(sum((hand) => Number(hand[heading]?.[1] ?? 0))),
      ]);
      expect([heading, totals.returns[heading].value]).toEqual([heading, BigInt(sum((hand) => hand[heading]?.[2]))]);
    }
    for (const account of ['issued', 'takenBack', 'reinstated', 'converted', 'outstanding'] as const) {
      expect([account, totals.points[0]?.[account]]).toEqual([account, BigInt(sum((hand) => hand[account]))]);
    }
  });

  it('takes the first of two minutes that the clocks show alike', async () => {
    const { purchases } = await gathered('20013');
    expect([...purchases.atMs].map((ms) => new Date(ms).toISOString())).toContain('2010-10-31T00:30:00.000Z');
  });
});

describe('a file with rows that cannot be read', () => {
  it('has them named by their place in a spreadsheet, blank lines counted', async () => {
    const { histories, bad } = await read('traps-bad.csv');
    expect(bad).toEqual([
      '4 InvoiceDate "2010-03-28T01:30" is jumped over by the clocks of Europe/London',
      '5 Quantity "ten" is not a number',
      '6 Quantity "" is empty',
      '7 Quantity "-2" is below zero; say in "returns" which rows are goods that come back',
      '8 Quantity "0" is nothing that could come back',
      '11 UnitPrice "free" is not an amount of money',
      '12 UnitPrice "-2.1" is below zero',
      '13 UnitPrice "$2.1" is not in GBP, the currency of the file',
      '14 UnitPrice "0.1234567891" is not an amount of money',
      '15 InvoiceDate "2010-02-30T10:00" is not a date of the given format',
      '16 InvoiceDate "2010-03-01" is not a date of the given format',
      '17 InvoiceNo "" is empty',
      '18 Quantity "1e3" is not a number',
      '19 UnitPrice "99999999" is too large',
      '23 has too few cells, or a line break inside a cell',
      '26 UnitPrice "free" is not an amount of money',
    ]);
    // What is passed over need not be readable.
    expect(histories.passedOver).toMatchObject({ notGoods: 1, withoutAccount: 1, leftOut: 1 });
  });
});

const HEADINGS = ['taken', 'neverBought', 'exhausted', 'partlyMatched', 'afterPeriod'] as const;
