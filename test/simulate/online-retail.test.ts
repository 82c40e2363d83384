import { existsSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import { compile } from '@laurel/language';
import { describe, expect, it } from 'vitest';
import { simulate } from '../../packages/cli/src/commands/simulate.ts';
import { hearing } from '../scenario/hearing.ts';
import { Referee } from './referee.ts';
import { type Sums, sumsOf } from './retail-sums.ts';

/**
 * A real shop's invoices, with returns that do not name their purchase, played through the shoe brand's program and held against
 * sums of their own arithmetic. LAUREL_DATA names the folder of online_retail_2009_2011.csv.gz (Chen, Sain and Guo 2012, UCI,
 * doi 10.24432/C5CG6D, CC BY 4.0).
 */

const FOLDER = process.env.LAUREL_DATA;
const FILE = join(FOLDER ?? '', 'online_retail_2009_2011.csv.gz');
/** 200 whole histories of the same; the reference evaluator takes its time. */
const SAMPLE = join(FOLDER ?? '', 'online_retail_sample_200_customers.csv.gz');
const isThere = FOLDER !== undefined && existsSync(FILE) && existsSync(SAMPLE);
if (!isThere)
  console.info(
    `Online Retail is not tested: set LAUREL_DATA to the folder that has ${basename(FILE)} and ${basename(SAMPLE)}`,
  );

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const PROGRAM = `${ROOT}rules/yidu-shoes/program.loyalty`;
const MOST_MS = 300_000;

function pounds(pence: number): string {
  return `${Math.floor(pence / 100)}.${String(pence % 100).padStart(2, '0')}`;
}

/** What the command must print as JSON. */
function expected(sums: Sums): object {
  const figure = ({ rows, units, value }: Sums['taken']) => ({ rows, units: String(units), value: pounds(value) });
  return {
    accounts: sums.customers,
    members: sums.members,
    purchases: sums.purchases,
    refused: {},
    rowsWithoutAccount: sums.withoutCustomer,
    rowsNotGoods: sums.notGoods,
    rowsLeftOut: 0,
    sales: pounds(sums.sales),
    returns: {
      taken: figure(sums.taken),
      neverBought: figure(sums.neverBought),
      exhausted: figure(sums.exhausted),
      partlyMatched: figure(sums.partlyMatched),
      afterPeriod: figure(sums.afterPeriod),
      deducted: pounds(sums.deducted),
    },
    points: [
      {
        wallet: 'points',
        issued: String(sums.issued),
        takenBack: String(sums.pointsTakenBack),
        forgiven: '0',
        reinstated: String(sums.reinstated),
        converted: String(sums.converted),
        outstanding: String(sums.outstanding),
      },
    ],
    storedValue: { issued: pounds(sums.converted * 2), outstanding: pounds(sums.converted * 2) },
  };
}

/** What the command prints about a file as JSON. */
async function simulated(histories: string): Promise<unknown> {
  const { io, out, err } = hearing();
  const mapping = `${ROOT}docs/mappings/online-retail.yaml`;
  const code = await simulate(PROGRAM, { histories, mapping, json: true }, io);
  expect([code, err]).toEqual([0, []]);
  return JSON.parse(out.join('\n'));
}

const textOf = (path: string) => gunzipSync(readFileSync(path)).toString('utf8').trim().split('\n');

describe.runIf(isThere)('Online Retail', () => {
  const rows = isThere ? textOf(FILE) : [];

  it('comes out to the penny, to the point and to the unit', { timeout: MOST_MS }, async () => {
    const sums = sumsOf(rows);
    const { customers, withoutCustomer, taken, neverBought, exhausted, partlyMatched, afterPeriod } = sums;
    expect({ customers, withoutCustomer }).toEqual({ customers: 5942, withoutCustomer: 235_287 });
    // Every unit that was brought back counts once.
    const headings = [taken, neverBought, exhausted, partlyMatched, afterPeriod];
    expect(headings.reduce((units, figure) => units + figure.units, 0)).toBe(sums.broughtBack);

    const before = performance.now();
    expect(await simulated(FILE)).toMatchObject(expected(sums));
    console.info(`Online Retail: ${Math.round((performance.now() - before) / 1000)} s`);
  });

  it('is what the reference evaluator says of 200 customers', { timeout: MOST_MS }, async () => {
    const { program } = compile({ name: PROGRAM, text: readFileSync(PROGRAM, 'utf8') });
    if (program === null) throw new Error(`${PROGRAM} does not compile`);
    const meant = new Set(textOf(SAMPLE).map(customerOf));
    const referees: Referee[] = [];
    sumsOf(
      rows.filter((row) => meant.has(customerOf(row))),
      (customer) => {
        const referee = new Referee(program, customer);
        referees.push(referee);
        return referee;
      },
    );
    expect(referees.length).toBe(200);
    const sum = (of: (referee: Referee) => bigint) => referees.reduce((all, referee) => all + of(referee), 0n);
    const total = (account: string) => String(sum((referee) => referee.total(account)));
    expect(await simulated(SAMPLE)).toMatchObject({
      accounts: 200,
      returns: { taken: { value: pounds(Number(sum(({ refunded }) => refunded))) } },
      points: [
        {
          issued: total('issued').replace('-', ''),
          takenBack: total('takenBack'),
          reinstated: total('reinstated').replace('-', ''),
          converted: total('converted'),
          outstanding: String(sum((referee) => referee.total('available') + referee.total('owed'))),
        },
      ],
    });
  });
});

/** Only the last column, what the goods are called, has commas in it. */
function customerOf(row: string): string {
  return row.split(',')[5] ?? '';
}
