import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { compile, type Language } from '@laurel/language';
import { describe, expect, it } from 'vitest';
import { manualPages } from './pages.ts';

/** `docs/manual` is made from the phrasebook and kept fresh: `UPDATE=1 npx vitest run test/manual` writes it. */

const MANUAL = fileURLToPath(new URL('../../docs/manual/', import.meta.url));
const LANGUAGES: readonly Language[] = ['en', 'zh'];
/** Written by hand. */
const GUIDE = 'README.md';

describe.each(LANGUAGES)('the manual in %s', (language) => {
  const folder = `${MANUAL}${language}/`;
  const pages = manualPages(language);

  if (process.env.UPDATE !== undefined) {
    mkdirSync(folder, { recursive: true });
    for (const [name, text] of pages) writeFileSync(folder + name, text);
  }

  it.each([...pages])('%s is fresh', (name, text) => {
    expect(readFileSync(folder + name, 'utf8')).toBe(text);
  });

  it('has no other pages, and its guide leads to each', () => {
    expect(readdirSync(folder).sort()).toEqual([GUIDE, ...pages.keys()].sort());
    const guide = readFileSync(folder + GUIDE, 'utf8');
    expect([...pages.keys()].filter((name) => !guide.includes(`(${name})`))).toEqual([]);
  });

  it('begins with a program that has no problems and keeps its own example', () => {
    const [, text = ''] = /^```loyalty\n(.*?)^```$/ms.exec(readFileSync(folder + GUIDE, 'utf8')) ?? [];
    const { problems, examples } = compile({ name: GUIDE, text });
    expect(problems).toEqual([]);
    expect(examples).toHaveLength(1);
  });
});
