import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { load, type Program } from '@laurel/engine';
import { compare, type Histories, historiesWriter, populate, USUAL_POPULATION } from '@laurel/engine/simulate';
import { compile } from '@laurel/language';
import { describe, expect, it } from 'vitest';

/** Two programs on the same members, held against sums made by hand. */

const RULES = fileURLToPath(new URL('../../rules/', import.meta.url));
const HEAD = 'program "P":\n  currency CNY, time zone Asia/Shanghai\n\n';
const BASE = 'rule "Base":\n  on every purchase\n  give';

function compiled(text: string): Program {
  const { program, problems } = compile({ name: 'p.loyalty', text });
  if (program === null) throw new Error(JSON.stringify(problems));
  return program;
}

const plain = compiled(`${HEAD}points "points":\n\n${BASE} 1 point per ¥1 paid\n`);
const kind = compiled(
  `${HEAD}points "points":\n  every 100 points become ¥1 stored value, automatically\n\n` +
    `${BASE} 2 points per ¥1 paid\n  pay 90%\n`,
);

const DAY_MS = 86_400_000;

/** Members who each buy one thing once, at its list price in minor units; 0: nothing. */
function buying(prices: readonly number[]): Histories {
  const writer = historiesWriter();
  const at = Date.UTC(2026, 4, 10, 4);
  const joined = new Date(at - DAY_MS).toISOString();
  for (const [i, list] of prices.entries()) {
    const account = `m${i + 1}`;
    writer.account(account);
    const reading = load([plain]).read({ kind: 'join', id: `${account}j`, account, at: joined });
    if (!reading.ok || reading.value.kind !== 'join') throw new Error('no join');
    writer.other(reading.value);
    if (list > 0) {
      writer.purchase(`${account}p`, at, 1, null);
      writer.line({ item: 'tea', priceClass: null, category: null, brand: null }, list, null);
    }
  }
  return writer.finish();
}

describe('two programs on the same members', () => {
  it('differ by what each member pays and gets', async () => {
    const { ours, theirs, differences } = await compare(
      { versions: [plain] },
      { versions: [kind] },
      buying([100_00, 250_00, 0]),
    );
    expect([ours.sales, theirs.sales]).toEqual([350_00n, 315_00n]);
    const found = Object.fromEntries(
      differences.map(({ figure, total, more, less, same }) => [figure, { total, more, less, same }]),
    );
    expect(found).toEqual({
      paid: { total: -35_00n, more: 0, less: 2, same: 1 },
      // 180 points are one full hundred, 450 points are four.
      storedValue: { total: 5_00n, more: 2, less: 0, same: 1 },
      benefit: { total: 40_00n, more: 2, less: 0, same: 1 },
      points: { total: 280n, more: 2, less: 0, same: 1 },
    });
    const paid = differences.find(({ figure }) => figure === 'paid');
    // −10, −25 and 0: the mean is −35/3, its standard error √(316.667 / 2 / 3).
    expect(paid?.mean).toBeCloseTo(-1166.6667, 3);
    expect(paid?.low).toBeCloseTo(-1166.6667 - 196 * Math.sqrt(158.33333 / 3), 1);
    expect(paid?.high).toBeCloseTo(-1166.6667 + 196 * Math.sqrt(158.33333 / 3), 1);
  });

  it('compare points only where both have them', async () => {
    const miles = compiled(`${HEAD}points "miles":\n\n${BASE} 1 point per ¥1 paid\n`);
    const { differences } = await compare({ versions: [plain] }, { versions: [miles] }, buying([100_00]));
    expect(differences.map(({ figure }) => figure)).toEqual(['paid', 'storedValue', 'benefit']);
  });

  it('tell how far they are, from nothing to everything', async () => {
    const told: (readonly [number, number])[] = [];
    const onProgress = (done: number, of: number) => void told.push([done, of]);
    await compare({ versions: [plain] }, { versions: [kind] }, buying([100_00]), { onProgress });
    expect(told).toEqual([
      [0, 2],
      [1, 2],
      [1, 2],
      [2, 2],
    ]);
  });

  const folders = readdirSync(RULES);
  it.each(folders)('are the same as themselves in everything: %s', async (folder) => {
    const program = compiled(readFileSync(`${RULES}${folder}/program.loyalty`, 'utf8'));
    const histories = populate(program, { ...USUAL_POPULATION, members: 40 });
    const { ours, theirs, differences } = await compare({ versions: [program] }, { versions: [program] }, histories);
    expect(ours).toEqual(theirs);
    for (const { figure, wallet, ...paired } of differences) {
      expect(paired, `${figure} ${wallet}`).toEqual({
        total: 0n,
        mean: 0,
        low: 0,
        high: 0,
        more: 0,
        less: 0,
        same: 40,
      });
    }
  });
});
