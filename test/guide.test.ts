import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { compile, type Language, prose } from '@laurel/language';
import { describe, expect, it } from 'vitest';
import { en } from '../playground/src/words/en.ts';
import { zh } from '../playground/src/words/zh.ts';
import { stepsOf } from './guide.ts';

/** The merchant's guide, followed step by step: what it says of the file at each step is so, and the last file is whole. */
describe.each([
  ['README.md', 'en'],
  ['zh.md', 'zh'],
] as const)('the guide %s', (page, language: Language) => {
  const text = readFileSync(fileURLToPath(new URL(`../docs/guide/${page}`, import.meta.url)), 'utf8');
  const steps = stepsOf(text);

  it.each(steps.map((step, i) => [i + 1, step] as const))('holds at its piece %i', (_, { file, told }) => {
    const { problems } = compile({ name: 'guide.loyalty', text: file });
    const messages = problems.map((problem) => prose(problem, language).message);
    expect(messages).toEqual(told);
  });

  it('calls every button by its name', () => {
    const names = JSON.stringify(language === 'zh' ? zh : en);
    const bold = [...text.matchAll(/\*\*(.+?)\*\*/g)].map(([, name = '']) => name);
    expect(bold.length).toBeGreaterThan(4);
    expect(bold.filter((name) => !names.includes(`"${name}"`))).toEqual([]);
  });

  it('ends in a program with an example that speaks up when it is wrong', () => {
    const last = steps.at(-1)?.file ?? '';
    expect(compile({ name: 'guide.loyalty', text: last }).program).not.toBeNull();
    const { problems } = compile({ name: 'guide.loyalty', text: last.replace('180', '240') });
    expect(problems.map(({ code }) => code)).toEqual(['example-fails']);
  });
});
