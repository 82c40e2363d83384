import { readFileSync } from 'node:fs';
import { completions, documentOf } from '@laurel/language/services';
import { expect, it } from 'vitest';

/** Waiting for a completion breaks the flow of writing: it must be there before anybody can tell. */
const MOST_MS = 20;
const LINES = 500;

it('completes within 20 ms in a file of 500 lines', () => {
  const program = readFileSync(new URL('../../rules/yidu-shoes/program.loyalty', import.meta.url), 'utf8');
  const rule = (i: number) =>
    `\nrule "Extra ${i}":\n  on every purchase\n  when the day is in "Holidays"\n  give 10 points\n`;
  const more = Array.from({ length: LINES / 5 }, (_, i) => rule(i)).join('');
  const text = `${program}${more}\n  when the day is `;
  expect(text.split('\n').length).toBeGreaterThan(LINES);
  const timings = Array.from({ length: 10 }, () => {
    const start = performance.now();
    const found = completions(documentOf(text), text.length, 'en');
    expect(found.length).toBeGreaterThan(3);
    return performance.now() - start;
  });
  expect(Math.min(...timings)).toBeLessThan(MOST_MS);
});
