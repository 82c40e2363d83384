import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { parse } from '../../packages/language/src/1-parse/parse.ts';
import type { Line, Tree } from '../../packages/language/src/1-parse/tree.ts';
import { print } from '../../packages/language/src/print/print.ts';
import type { Edit, Problem } from '../../packages/language/src/problem.ts';
import { LANGUAGES, placesIn } from '../../packages/language/src/text.ts';
import { meaning } from './arbitrary.ts';

/** A folder per case: `input.loyalty` in; the tree, the problems, and the text in both languages out. */

const folder = fileURLToPath(new URL('../samples/parse/', import.meta.url));
const cases = readdirSync(folder, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name);

describe.each(cases)('%s', (name) => {
  const text = readFileSync(`${folder}${name}/input.loyalty`, 'utf8');
  const { tree, problems } = parse(text);

  it('has this tree', async () => {
    await expect(treeText(tree)).toMatchFileSnapshot(`${folder}${name}/tree.txt`);
  });

  it('has these problems', async () => {
    await expect(problems.map((one) => problemText(text, one)).join('')).toMatchFileSnapshot(
      `${folder}${name}/problems.txt`,
    );
  });

  it.each(LANGUAGES)('is printed like this in %s', async (language) => {
    const printed = print(tree, language);
    await expect(printed).toMatchFileSnapshot(`${folder}${name}/printed.${language}.loyalty`);
    if (language === tree.language) {
      expect(meaning(parse(printed).tree)).toEqual(meaning(tree));
      expect(print(parse(printed).tree, language)).toBe(printed);
    }
  });
});

function treeText(tree: Tree): string {
  const lines = [`language ${tree.language}`, ...tree.preamble.map((line) => lineText(line, ''))];
  for (const { name, header, headerLine, above, lines: body } of tree.sections) {
    lines.push(...above.map((line) => lineText(line, '')));
    const opening = header === null ? `? ${name}` : nodeText(header);
    lines.push(`${headerLine.afterBlank ? '\n' : ''}${opening}${restText(headerLine)}`);
    lines.push(...body.map((line) => lineText(line, '  ')));
  }
  return `${lines.join('\n')}\n`;
}

function lineText(line: Line, indent: string): string {
  const own = line.sentence === null ? '' : nodeText(line.sentence);
  return `${line.afterBlank ? '\n' : ''}${indent}${own}${restText(line)}`;
}

function restText({ unread, comments }: Line): string {
  const kept = unread === null ? '' : ` unread ${JSON.stringify(unread)}`;
  return comments.length === 0 ? kept : `${kept} comments ${JSON.stringify(comments)}`;
}

function nodeText({ phrase, slots }: { readonly phrase: string; readonly slots: object }): string {
  return `${phrase} ${JSON.stringify(meaning(slots))}`;
}

function problemText(text: string, { code, spans, params, fixes }: Problem): string {
  const { line, column } = placesIn(text)(spans[0].span.start);
  const shown = `${line}:${column} ${code} ${JSON.stringify(text.slice(spans[0].span.start, spans[0].span.end))}`;
  const change = ({ span, text: now }: Edit) =>
    `${JSON.stringify(text.slice(span.start, span.end))} → ${JSON.stringify(now)}`;
  const ways = fixes.map(({ edits, safe }) => `  ${safe ? 'sure' : 'perhaps'}: ${edits.map(change).join(', ')}\n`);
  return `${shown}\n  ${JSON.stringify(params)}\n${ways.join('')}`;
}
