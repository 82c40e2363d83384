import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { type SimulateOptions, simulate } from '../../packages/cli/src/commands/simulate.ts';
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

async function generated(
  program: string,
  options: SimulateOptions,
): Promise<{ code: number; out: string; err: string }> {
  const { io, out, err } = hearing();
  const code = await simulate(`${ROOT}rules/${program}.loyalty`, { members: 50, years: 1, ...options }, io);
  return { code, out: out.join('\n'), err: err.join('\n') };
}

describe('laurel simulate with generated members', () => {
  it('says that they do not react', async () => {
    const { code, out, err } = await generated('yidu-shoes/program', {});
    expect(code).toBe(0);
    expect(err).toContain('They do not react to the program');
    await expect(`${out}\n\n${err}\n`).toMatchFileSnapshot(`${SAMPLES}generated.txt`);
  });

  it('turns settings', async () => {
    const told = async (set: string[]) => (await generated('points-club/program', { set })).out;
    expect(await told(['Spend per point=¥1'])).toBe(await told([]));
    expect(await told(['Spend per point=¥10'])).not.toBe(await told([]));
  });

  it.each(['program', 'program.zh'])('sweeps a setting: %s', async (program) => {
    const name = program === 'program' ? 'Spend per point' : '每积分消费额';
    const { out } = await generated(`points-club/${program}`, { sweep: `${name}=1,5,10` });
    await expect(`${out}\n`).toMatchFileSnapshot(`${SAMPLES}sweep.${program}.txt`);
  });

  it.each(['program', 'program.zh'])('holds another program against it: %s', async (program) => {
    const { out } = await generated(`yidu-shoes/${program}`, {
      compare: `${ROOT}rules/points-club/${program}.loyalty`,
    });
    await expect(`${out}\n`).toMatchFileSnapshot(`${SAMPLES}compared.${program}.txt`);
  });

  it('gives a comparison as JSON', async () => {
    const { out } = await generated('yidu-shoes/program', {
      compare: `${ROOT}rules/yidu-shoes/program.loyalty`,
      json: true,
    });
    const { ours, theirs, differences } = JSON.parse(out);
    expect(ours).toEqual(theirs);
    expect(differences[0]).toEqual({
      figure: 'paid',
      wallet: null,
      total: '0.00',
      perAccount: { mean: 0, low: 0, high: 0 },
      more: 0,
      less: 0,
      same: 50,
    });
  });

  it.each([
    [{ histories: 'x.csv', mapping: 'x.yaml' }, '--members, --seed and --years generate members'],
    [{ set: ['Spend=1'] }, 'has no setting "Spend"; those it has stand so: Spend per point=1'],
    [{ set: ['Spend per point=1,2'] }, 'one value is wanted'],
    [{ set: ['Spend per point=50'] }, 'can be from 1 to 10, not 50'],
    [{ set: ['Spend per point=10%'] }, '"10%" is no value'],
    [{ set: ['Spend per point=much'] }, '"much" is no value'],
    [{ set: ['Spend per point=1.005'] }, 'decimals'],
  ])('is called wrongly: %j', async (options, message) => {
    await expect(generated('points-club/program', options)).rejects.toThrow(message);
  });

  it.each([
    [{ histories: 'x.csv' }, '--histories needs --mapping'],
    [{ mapping: 'x.yaml' }, 'name both'],
  ])('wants both of a file and its columns: %j', async (options, message) => {
    const { io } = hearing();
    await expect(simulate(`${ROOT}rules/yidu-shoes/program.loyalty`, options, io)).rejects.toThrow(message);
  });
});
