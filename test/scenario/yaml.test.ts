import { describe, expect, it } from 'vitest';
import { readYaml } from '../../packages/cli/src/yaml.ts';

/** YAML may come from anyone: what is no plain data is refused, and nothing takes the process down. */

describe('readYaml', () => {
  it('keeps every scalar as it is written', () => {
    expect(readYaml('a: 300.10\nb: no\nc: 2026-05-10\nd:\n')).toEqual({
      ok: true,
      values: [{ a: '300.10', b: 'no', c: '2026-05-10', d: '' }],
    });
  });

  it('reads several documents', () => {
    expect(readYaml('---\na: 1\n---\nb: 2\n---\n')).toEqual({ ok: true, values: [{ a: '1' }, { b: '2' }] });
  });

  it.each([
    ['an alias', 'a: &x [1]\nb: *x', 'has an alias (*name); write the value out instead'],
    ['a tag', 'a: !!js/function x', 'Unresolved tag: tag:yaml.org,2002:js/function at line 1, column 4'],
    ['a name twice', 'a: 1\na: 2', 'Map keys must be unique at line 2, column 1'],
    ['nothing', '# only words', 'is empty'],
    ['a long text', 'a'.repeat(1_000_001), 'is longer than 1,000,000 characters'],
    ['deep brackets', '['.repeat(100_000), 'is nested deeper than 64 levels'],
    ['deep lists', '- '.repeat(100_000), 'is nested deeper than 64 levels'],
    [
      'deep maps',
      Array.from({ length: 900 }, (_, i) => `${' '.repeat(i)}a:`).join('\n'),
      'is nested deeper than 64 levels',
    ],
  ])('refuses %s', (_, text, reason) => expect(readYaml(text)).toEqual({ ok: false, reason }));
});
