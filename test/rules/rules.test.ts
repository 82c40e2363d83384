import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Language, parse, print } from '@laurel/language';
import { describe, expect, it } from 'vitest';
import { suitesAmong } from '../../packages/cli/src/suite.ts';
import { trialsOf } from '../../packages/cli/src/trial.ts';
import { lineCited, linesOf, withProofs } from './lines.ts';

/**
 * The source programs: each as `laurel test` runs it, in both languages; and the table of its README, which says what proves
 * each line of the source. `UPDATE=1` writes the table's last column anew.
 */

const RULES = fileURLToPath(new URL('../../rules/', import.meta.url));

describe.each(readdirSync(RULES))('%s', async (program) => {
  const [suite] = await suitesAmong([join(RULES, program)]);
  if (suite === undefined) throw new Error(`no program in ${program}`);
  const trials = await trialsOf(suite);
  const readmePath = join(RULES, program, 'README.md');

  it('stands in both languages, without a problem', () => {
    expect(trials.map(({ language }) => language).sort()).toEqual(['en', 'zh']);
    expect(trials.flatMap(({ problems }) => problems)).toEqual([]);
    expect(trials.map(({ difference }) => difference)).toEqual([null, null]);
  });

  it('is laid out as the formatter lays it out, and comes back whole from the other language', () => {
    const [english, chinese] = ['program.loyalty', 'program.zh.loyalty'].map((name) =>
      read(join(RULES, program, name)),
    );
    expect(rewritten(english, 'en')).toBe(english);
    expect(rewritten(chinese, 'zh')).toBe(chinese);
    expect(rewritten(rewritten(english, 'zh'), 'en')).toBe(english);
  });

  it.each(trials)(
    '$language: every scenario and example holds, and every rule acts in one',
    ({ results, neverActed }) => {
      expect(results.length).toBeGreaterThan(0);
      expect(results.filter(({ ok }) => !ok)).toEqual([]);
      expect(neverActed).toEqual([]);
    },
  );

  it('every line of its source has its scenarios, and its README names them', () => {
    expect(existsSync(readmePath)).toBe(true);
    const readme = readFileSync(readmePath, 'utf8');
    const results = trials[0]?.results ?? [];
    const current = withProofs(readme, program, results);
    if (process.env.UPDATE === '1') writeFileSync(readmePath, current);
    else expect(readme).toBe(current);
    const lines = linesOf(current);
    expect(lines.map(({ line }) => line)).toEqual([...new Set(lines.map(({ line }) => line))].sort((a, b) => a - b));
    expect(lines.filter(({ provedBy }) => provedBy === '')).toEqual([]);
    const cited = results.flatMap(({ cites }) => cites).map((cite) => Number(lineCited(program, cite)));
    expect(cited.filter((line) => !lines.some((known) => known.line === line))).toEqual([]);
  });
});

function read(path: string): string {
  return readFileSync(path, 'utf8');
}

function rewritten(text = '', language: Language): string {
  return print(parse(text).tree, language);
}
