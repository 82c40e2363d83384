import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { suitesAmong } from '../packages/cli/src/suite.ts';
import { trialsOf } from '../packages/cli/src/trial.ts';

/**
 * Every folder of `samples/run` is a small program of a kind that is common in the trade, in both languages, with
 * scenarios whose numbers were worked out by hand.
 */

const SUITES = await suitesAmong([fileURLToPath(new URL('samples/run/', import.meta.url))]);

describe.each(SUITES.map((suite) => [suite.path.split('/').at(-1) ?? '', suite] as const))('%s', async (_, suite) => {
  const trials = await trialsOf(suite);

  it('is one program in two languages, without a problem', () => {
    expect(trials.map(({ language }) => language).sort()).toEqual(['en', 'zh']);
    expect(trials.flatMap(({ problems }) => problems)).toEqual([]);
    expect(trials.map(({ difference }) => difference)).toEqual([null, null]);
  });

  it.each(trials)('$language: every scenario holds, and every rule acts in one', ({ results, neverActed }) => {
    expect(results.length).toBeGreaterThan(0);
    expect(results.filter(({ ok }) => !ok)).toEqual([]);
    expect(neverActed).toEqual([]);
  });
});
