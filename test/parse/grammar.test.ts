import { describe, expect, it } from 'vitest';
import { type Branch, kindsAt } from '../../packages/language/src/1-parse/prefix-tree.ts';
import { makeReader } from '../../packages/language/src/1-parse/reader.ts';
import { LANGUAGES } from '../../packages/language/src/text.ts';

describe.each(LANGUAGES)('the grammar of %s', (language) => {
  it('passes every validation of chevrotain, so no two sentences can be confused', () => {
    expect(() => makeReader(language, { validate: true })).not.toThrow();
  });

  it('never has two slots that take the same kind of token on one branch', () => {
    const twice: string[] = [];
    const visit = (branch: Branch, path: string) => {
      const kinds = [...branch.slots.keys()].flatMap((type) => kindsAt(branch, type));
      if (new Set(kinds).size !== kinds.length) twice.push(path);
      for (const [edge, next] of [...branch.words, ...branch.slots]) visit(next, `${path} ${edge}`);
    };
    for (const [place, tree] of makeReader(language, { validate: false }).places) visit(tree, place);
    expect(twice).toEqual([]);
  });
});
