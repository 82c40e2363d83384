import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { simulate } from '../../packages/cli/src/commands/simulate.ts';
import { hearing } from '../scenario/hearing.ts';
import { type Sums, sumsOf } from './retail-sums.ts';

/**
 * A real shop's invoices, with returns that do not name their purchase, played through the shoe brand's program and held against
 * sums of their own arithmetic. LAUREL_DATA names the folder of online_retail_2009_2011.csv.gz (Chen, Sain and Guo 2012, UCI,
 * doi 10.24432/C5CG6D, CC BY 4.0).
 */

const FILE = join(process.env.LAUREL_DATA ?? '', 'online_retail_2009_2011.csv.gz');
const isThere = process.env.LAUREL_DATA !== undefined && existsSync(FILE);
if (!isThere) {
  console.info('Online Retail is not tested: set LAUREL_DATA to the folder that has online_retail_2009_2011.csv.gz');
}

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const MOST_MS = 300_000;

/** What the command must print as JSON. */
function expected(sums: Sums): object {
  const money = (pence: number) => `${Math.floor(pence / 100)}.${String(pence % 100).padStart(2, '0')}`;
  const figure = ({ rows, units, value }: Sums['taken']) => ({ rows, units: String(units), value: money(value) });
  return {
    accounts: sums.customers,
    members: sums.members,
    purchases: sums.purchases,
    refused: {},
    rowsWithoutAccount: sums.withoutCustomer,
    rowsNotGoods: sums.notGoods,
    rowsLeftOut: 0,
    sales: money(sums.sales),
    returns: {
      taken: figure(sums.taken),
      neverBought: figure(sums.neverBought),
      exhausted: figure(sums.exhausted),
      partlyMatched: figure(sums.partlyMatched),
      afterPeriod: figure(sums.afterPeriod),
      deducted: money(sums.deducted),
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
    storedValue: { issued: money(sums.converted * 2), outstanding: money(sums.converted * 2) },
  };
}

describe.runIf(isThere)('Online Retail', () => {
  it(
    'comes out to the penny, to the point and to the unit',
    async () => {
      const sums = sumsOf(gunzipSync(readFileSync(FILE)).toString('utf8'));
      const { taken, neverBought, exhausted, partlyMatched, afterPeriod } = sums;
      expect({ customers: sums.customers, withoutCustomer: sums.withoutCustomer }).toEqual({
        customers: 5942,
        withoutCustomer: 235_287,
      });
      // Every unit that was brought back counts once.
      const headings = [taken, neverBought, exhausted, partlyMatched, afterPeriod];
      expect(headings.reduce((units, figure) => units + figure.units, 0)).toBe(sums.broughtBack);

      const { io, out, err } = hearing();
      const before = performance.now();
      const code = await simulate(
        `${ROOT}rules/yidu-shoes/program.loyalty`,
        { histories: FILE, mapping: `${ROOT}docs/mappings/online-retail.yaml`, json: true },
        io,
      );
      expect([code, err]).toEqual([0, []]);
      expect(JSON.parse(out.join('\n'))).toMatchObject(expected(sums));
      console.info(`Online Retail: ${Math.round((performance.now() - before) / 1000)} s`);
    },
    MOST_MS,
  );
});
