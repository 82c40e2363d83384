import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { logicalLines } from '../../packages/language/src/1-parse/lines.ts';
import { parse } from '../../packages/language/src/1-parse/parse.ts';
import { readerFor } from '../../packages/language/src/1-parse/reader.ts';
import { print } from '../../packages/language/src/print/print.ts';
import { type Language, placesIn, type Span } from '../../packages/language/src/text.ts';

/** A file with one token less, one twice, or two in the wrong order, and the line that it is on. */
interface Damaged {
  readonly text: string;
  readonly line: number;
}

const MANNERS = ['deleted', 'doubled', 'swapped'] as const;

function damaged(text: string, language: Language, manner: (typeof MANNERS)[number]): Damaged[] {
  const place = placesIn(text);
  return [...logicalLines(text, readerFor(language))].flatMap(({ tokens }) => {
    const spans = tokens.map(({ startOffset, endOffset = startOffset }) => ({
      start: startOffset,
      end: endOffset + 1,
    }));
    return spans.flatMap((span, i) => {
      const next = spans[i + 1];
      const changed = change(text, manner, span, next);
      return changed === null || changed === text ? [] : [{ text: changed, line: place(span.start).line }];
    });
  });
}

function change(
  text: string,
  manner: (typeof MANNERS)[number],
  { start, end }: Span,
  next: Span | undefined,
): string | null {
  const [before, own, after] = [text.slice(0, start), text.slice(start, end), text.slice(end)];
  if (manner === 'deleted') return before + after;
  if (manner === 'doubled') return `${before}${own} ${own}${after}`;
  if (next === undefined) return null;
  const other = text.slice(next.start, next.end);
  return `${before}${other}${text.slice(end, next.start)}${own}${text.slice(next.end)}`;
}

describe.each([
  ['yidu.loyalty', 'en'],
  ['yidu.zh.loyalty', 'zh'],
] as const)('%s with one token wrong', (name, language) => {
  const whole = readFileSync(new URL(`../samples/parse/${name}`, import.meta.url), 'utf8');

  it.each(MANNERS)('%s: one problem, where the mistake is', (manner) => {
    const cases = damaged(whole, language, manner);
    const bad: string[] = [];
    const counts = { silent: 0, suggested: 0, right: 0 };
    for (const { text, line } of cases) {
      const { problems } = parse(text);
      const [first] = problems;
      if (first === undefined) counts.silent++;
      else {
        const at = placesIn(text)(first.spans[0].span.start).line;
        if (Math.abs(at - line) > 1) bad.push(`line ${at} instead of ${line}: ${text.split('\n')[line - 1]}`);
        const mended = first.fixes.map(({ edits }) =>
          edits.reduceRight((out, { span, text: now }) => out.slice(0, span.start) + now + out.slice(span.end), text),
        );
        if (mended.length > 0) counts.suggested++;
        const canonical = print(parse(whole).tree, language);
        if (mended.some((one) => print(parse(one).tree, language) === canonical)) counts.right++;
        const wrong = first.fixes.some(
          ({ safe }, i) => safe && print(parse(mended[i] ?? '').tree, language) !== canonical,
        );
        if (wrong)
          bad.push(
            `a sure fix that changes the meaning: ${text.split('\n')[line - 1]} → ${first.fixes[0]?.edits[0]?.text}`,
          );
      }
      if (problems.length > 1)
        bad.push(`${problems.length} problems: ${text.split('\n')[line - 1]} (${problems.map(({ code }) => code)})`);
    }
    console.log(
      `${name} ${manner}: ${cases.length} cases, ${counts.silent} still read, ${counts.suggested} with a fix, ${counts.right} of them right`,
    );
    expect(bad).toEqual([]);
  });

  it('is printed the same the second time, whatever is wrong with it', () => {
    for (const manner of MANNERS) {
      for (const { text } of damaged(whole, language, manner)) {
        const once = print(parse(text).tree, language);
        expect(print(parse(once).tree, language)).toBe(once);
      }
    }
  });
});
