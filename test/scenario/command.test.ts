import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { test } from '../../packages/cli/src/commands/test.ts';
import { hearing } from './hearing.ts';

/** `laurel test`, on the shoe brand's program and on copies of it that are spoiled in one way each. */

const RULES = fileURLToPath(new URL('../../rules', import.meta.url));

const folder = mkdtempSync(join(tmpdir(), 'laurel-test-'));
const club = join(folder, 'club');
afterAll(() => rmSync(folder, { recursive: true }));
beforeEach(() => {
  rmSync(club, { recursive: true, force: true });
  mkdirSync(join(club, 'scenarios'), { recursive: true });
  for (const name of ['program.loyalty', 'program.zh.loyalty'])
    cpSync(join(RULES, 'yidu-shoes', name), join(club, name));
});

async function tested(paths: readonly string[], options = {}): Promise<{ code: number; text: string }> {
  const { io, all } = hearing();
  const code = await test(paths, options, io);
  return { code, text: all.join('\n').replaceAll(`${folder}/`, '') };
}

function scenario(text: string): void {
  writeFileSync(join(club, 'scenarios', 'one.yaml'), text);
}

function spoil(name: string, from: string, to: string): void {
  const path = join(club, name);
  const text = readFileSync(path, 'utf8');
  expect(text).toContain(from);
  writeFileSync(path, text.replace(from, to));
}

describe('laurel test', () => {
  it('runs every scenario in both languages, and every rule acts', async () => {
    const { code, text } = await tested([RULES]);
    expect(code).toBe(0);
    expect(text).toContain('yidu-shoes/program.loyalty\n  ✓ A holiday birthday is doubled once (example)\n');
    expect(text).toContain('yidu-shoes/program.zh.loyalty\n  ✓ 节日生日只翻一倍 (example)\n');
    expect(text.match(/✓ Odd cents round once, after doubling \(yidu-shoes 1\)/g)?.length).toBe(2);
    expect(text).not.toMatch(/✗|warning/);
  });

  it('shows expected against actual, step by step, in the names of each file', async () => {
    scenario(
      [
        'scenario: Too hopeful',
        'member: { joins: 2026-01-02 }',
        'history:',
        '  - 2026-03-04 buys: { Regular: ¥300 }',
        '    expect: { paid: ¥150, earned: 300 }',
      ].join('\n'),
    );
    const { code, text } = await tested([club]);
    expect(code).toBe(1);
    await expect(`${text}\n`).toMatchFileSnapshot('../samples/scenario/test-fails.txt');
  });

  it('names the place of a slip in a scenario, and the rules that never act', async () => {
    scenario('scenario: A slip\nhistory:\n  - 2026-03-04 steals: ¥300\n---\n- ]\n');
    spoil('program.loyalty', 'example "A holiday', '# A holiday');
    rmSync(join(club, 'program.zh.loyalty'));
    writeFileSync(
      join(club, 'program.loyalty'),
      readFileSync(join(club, 'program.loyalty'), 'utf8').split('# A holiday birthday')[0] ?? '',
    );
    const { code, text } = await tested([folder]);
    expect(code).toBe(1);
    expect(text).toContain('✗ club/scenarios/one.yaml');
    scenario('scenario: A slip\nhistory:\n  - 2026-03-04 steals: ¥300\n');
    const again = await tested([folder]);
    expect(again.text).toContain('history › 1: "steals" is not something that can happen');
    expect(again.text).toContain('warning: rule "Base" acts in no example and no scenario');
  });

  it('runs the examples alone of a single file', async () => {
    scenario('scenario: A slip\nhistory: []\n');
    const { code, text } = await tested([join(club, 'program.loyalty')]);
    expect(code).toBe(0);
    expect(text).toContain('1 passed');
  });

  it('tells when the twin is another program, or does not compile', async () => {
    spoil('program.zh.loyalty', '享九折', '享八折');
    const twin = await tested([club]);
    expect(twin.code).toBe(1);
    expect(twin.text).toContain('✗ is not the same program as the file before it: they differ at rules.3.effects.1');
    spoil('program.loyalty', 'multipliers: use the highest', '');
    const broken = await tested([club]);
    expect(broken.code).toBe(1);
    expect(broken.text).toContain('program.loyalty\n  ✗ has errors; nothing could be run');
  });

  it('gives one JSON document', async () => {
    const { code, text } = await tested([join(RULES, 'yidu-shoes')], { json: true });
    const document = JSON.parse(text);
    expect(code).toBe(0);
    expect(document).toMatchObject({ ok: true, suites: [{ files: [{ language: 'en' }, { language: 'zh' }] }] });
    expect(document.suites[0].files[0].scenarios[0]).toMatchObject({ file: null, ok: true, misfits: [] });
  });

  it.each([[['nowhere']], [[fileURLToPath(import.meta.url)]], [[join(RULES, 'yidu-shoes', 'scenarios')]]])(
    'is called wrongly: %j',
    async (paths) => {
      await expect(tested(paths)).rejects.toThrow();
    },
  );
});
