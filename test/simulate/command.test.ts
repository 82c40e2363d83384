import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { simulate } from '../../packages/cli/src/commands/simulate.ts';
import { hearing } from '../scenario/hearing.ts';

/** `laurel simulate`, from the command's arguments to the text that comes out. */

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const SAMPLES = `${ROOT}test/samples/simulate/`;

async function simulated(
  { program = 'program', histories, mapping }: { program?: string; histories: string; mapping: string },
  json = false,
): Promise<{ code: number; out: string; err: string }> {
  const { io, out, err } = hearing();
  const code = await simulate(
    `${ROOT}rules/yidu-shoes/${program}.loyalty`,
    { histories: SAMPLES + histories, mapping, json },
    io,
  );
  return { code, out: out.join('\n'), err: err.join('\n').replaceAll(SAMPLES, '') };
}

const plain = `${SAMPLES}plain.yaml`;
const lines = `${ROOT}docs/mappings/lines.yaml`;
const retail = `${ROOT}docs/mappings/online-retail.yaml`;

describe('laurel simulate', () => {
  it('prints a small table', async () => {
    const { code, out, err } = await simulated({ histories: 'purchases.csv', mapping: plain });
    expect([code, err]).toEqual([0, '']);
    await expect(`${out}\n`).toMatchFileSnapshot(`${SAMPLES}purchases.txt`);
  });

  it('prints it in the language of the program', async () => {
    const { out } = await simulated({ program: 'program.zh', histories: 'lines.csv', mapping: lines });
    await expect(`${out}\n`).toMatchFileSnapshot(`${SAMPLES}lines.txt`);
  });

  it.each([
    ['program', 'traps.txt'],
    ['program.zh', 'traps.zh.txt'],
  ])('tells what came back, and why not: %s', async (program, shown) => {
    const { out } = await simulated({ program, histories: 'traps.csv', mapping: retail });
    await expect(`${out}\n`).toMatchFileSnapshot(`${SAMPLES}${shown}`);
  });

  it('gives the same as JSON', async () => {
    const { out } = await simulated({ histories: 'purchases.csv', mapping: plain }, true);
    expect(JSON.parse(out)).toMatchObject({ currency: 'CNY', members: 2, sales: '1511.49', costShare: '0.026464' });
  });

  it('names rows that cannot be read, and simulates nothing', async () => {
    const { code, out, err } = await simulated({ histories: 'bad-rows.csv', mapping: plain });
    expect([code, out]).toEqual([1, '']);
    await expect(`${err}\n`).toMatchFileSnapshot(`${SAMPLES}bad-rows.txt`);
  });

  it.each([
    [{ histories: 'nowhere.csv', mapping: plain }, 'no such file'],
    [{ histories: 'purchases.csv', mapping: lines }, 'the file has no column "Card"; it has customer, day, amount'],
    [{ histories: 'purchases.csv', mapping: `${SAMPLES}purchases.csv` }, 'is not a mapping'],
  ])('is called wrongly: %j', async (files, message) => {
    await expect(simulated(files)).rejects.toThrow(message);
  });
});
