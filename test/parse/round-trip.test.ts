import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { narrow } from '../../packages/language/src/1-parse/characters.ts';
import { parse } from '../../packages/language/src/1-parse/parse.ts';
import { phraseIds } from '../../packages/language/src/1-parse/prefix-tree.ts';
import { readerFor } from '../../packages/language/src/1-parse/reader.ts';
import { book } from '../../packages/language/src/phrases/book.ts';
import { print } from '../../packages/language/src/print/print.ts';
import { sentenceText } from '../../packages/language/src/print/sentence.ts';
import { LANGUAGES } from '../../packages/language/src/text.ts';
import { meaning, nodeOf, trees } from './arbitrary.ts';

const sample = (name: string) => readFileSync(new URL(`../samples/parse/${name}`, import.meta.url), 'utf8');

describe('what is printed reads back', () => {
  it.each(phraseIds)('%s, in both languages, whatever its values', (id) => {
    fc.assert(
      fc.property(nodeOf(id), (node) => {
        for (const language of LANGUAGES) {
          const text = sentenceText(node, language);
          const reader = readerFor(language);
          const { tokens } = reader.cutter.cut(narrow(text), text, 0);
          reader.vocabulary.recognize(tokens);
          expect(meaning(reader.read(book[id].in, tokens).node), text).toEqual(meaning(node));
        }
      }),
      { numRuns: 150 },
    );
  });

  it('a random file keeps its tree, in both languages and there and back', () => {
    fc.assert(
      fc.property(trees, (tree) => {
        for (const language of LANGUAGES) {
          const text = print(tree, language);
          const read = parse(text);
          expect(read.problems, text).toEqual([]);
          expect(read.tree.language, text).toBe(language);
          expect(meaning(read.tree), text).toEqual(meaning(tree));
          expect(print(read.tree, language)).toBe(text);
          const other = language === 'en' ? 'zh' : 'en';
          expect(print(parse(print(read.tree, other)).tree, language)).toBe(text);
        }
      }),
      { numRuns: 400 },
    );
  });

  it.each(['yidu.loyalty', 'yidu.zh.loyalty'])('%s is read without a problem and printed as it stands', (name) => {
    const { tree, problems } = parse(sample(name));
    expect(problems).toEqual([]);
    expect(print(tree, tree.language)).toBe(sample(name).replace(/ {2,}#/g, '  #'));
  });

  it('the twins are equal up to their names', () => {
    const [english, chinese] = ['yidu.loyalty', 'yidu.zh.loyalty'].map((name) => parse(sample(name)).tree);
    const nameless = (value: unknown) =>
      JSON.stringify(meaning(value)).replace(/"(name|version|goods|calendar)":"[^"]*"|"comments":\[[^\]]*\]/g, '');
    expect(nameless(chinese)).toBe(nameless(english));
  });
});
