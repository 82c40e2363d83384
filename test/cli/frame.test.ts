import { describe, expect, it } from 'vitest';
import { frameOf } from '../../packages/cli/src/frame.ts';

/** The frame as lines of text: the number of each source line, the line, and the marks under it. */
function drawn(text: string, start: number, end = start): string[] {
  const { place, rows } = frameOf(text, { start, end });
  return [
    `${place.line}:${place.column}`,
    ...rows.flatMap(({ number, shown, marks }) => [
      `${number ?? ''}|${shown}`,
      ...(marks === '' ? [] : [` |${marks}`]),
    ]),
  ];
}

function around(text: string, part: string): [number, number] {
  const start = text.indexOf(part);
  return [start, start + part.length];
}

describe('a code frame', () => {
  it('marks what is meant', () => {
    const text = 'rule "Base":\n  giev 1 point\n';
    expect(drawn(text, ...around(text, 'giev'))).toEqual(['2:3', '2|  giev 1 point', ' |  ^^^^']);
  });

  it('counts a Han character as two columns', () => {
    const text = '规则「基础」：\n  实付每1元的1积分\n';
    expect(drawn(text, ...around(text, '的'))).toEqual(['2:8', '2|  实付每1元的1积分', ' |           ^^']);
  });

  it('counts full-width punctuation as two columns and a combining mark as none', () => {
    const text = '「e\u0301」：x';
    expect(drawn(text, ...around(text, 'x'))).toEqual(['1:6', '1|「e\u0301」：x', ' |       ^']);
    expect(drawn(text, ...around(text, 'e\u0301'))).toEqual(['1:2', '1|「e\u0301」：x', ' |  ^']);
  });

  it('counts a character beyond the basic plane once', () => {
    const text = '「𠮷野家」 x';
    expect(drawn(text, ...around(text, '𠮷'))).toEqual(['1:2', '1|「𠮷野家」 x', ' |  ^^']);
    expect(drawn(text, ...around(text, 'x')).at(-1)).toBe(' |           ^');
  });

  it('draws a tab as far as the next stop', () => {
    const text = '\tgive\tx';
    expect(drawn(text, ...around(text, 'give'))).toEqual(['1:2', '1|    give    x', ' |    ^^^^']);
    expect(drawn(text, ...around(text, 'x')).at(-1)).toBe(' |            ^');
  });

  it('marks the place after the last character at the end of a line', () => {
    expect(drawn('rule "Base"\nnext', 11)).toEqual(['1:12', '1|rule "Base"', ' |           ^']);
  });

  it('marks the last line of a file without a line break, and the empty one after it', () => {
    expect(drawn('a\nbc', 4)).toEqual(['2:3', '2|bc', ' |  ^']);
    expect(drawn('a\nbc\n', 5)).toEqual(['3:1', '3|', ' |^']);
  });

  it('marks something even in an empty file', () => {
    expect(drawn('', 0)).toEqual(['1:1', '1|', ' |^']);
  });

  it('begins at the very first line although that is empty', () => {
    expect(drawn('\nx', 0, 1)).toEqual(['1:1', '1|', ' |^']);
  });

  it('does not show the carriage return of a Windows line', () => {
    const text = 'one\r\ntwo\r\n';
    expect(drawn(text, ...around(text, 'two'))).toEqual(['2:1', '2|two', ' |^^^']);
    expect(drawn(text, 0, 5)).toEqual(['1:1', '1|one', ' |^^^']);
  });

  it('shows each line of a stretch and leaves indentation unmarked', () => {
    const text = 'when a\n  and b\nend';
    expect(drawn(text, 5, 14)).toEqual(['1:6', '1|when a', ' |     ^', '2|  and b', ' |  ^^^^^']);
  });

  it('does not reach into the next line for a line break', () => {
    expect(drawn('one\ntwo\n', 0, 4)).toEqual(['1:1', '1|one', ' |^^^']);
  });

  it('leaves out the middle of a long stretch', () => {
    const text = 'a\nb\nc\nd\ne\nf\n';
    expect(drawn(text, 0, 11)).toEqual(['1:1', '1|a', ' |^', '2|b', ' |^', '|…', '6|f', ' |^']);
  });

  it('shows the part of a long line around the mark', () => {
    const text = `${'a'.repeat(500)}HERE${'b'.repeat(500)}`;
    const [, line = '', marks = ''] = drawn(text, 500, 504);
    expect(line).toBe(`1|…${'a'.repeat(40)}HERE${'b'.repeat(76)}…`);
    expect(marks).toBe(` | ${' '.repeat(40)}^^^^`);
  });

  it('shows the part of a long Chinese line around the mark', () => {
    const text = '积'.repeat(5000);
    const [, line = '', marks = ''] = drawn(text, 4998, 4999);
    expect(line).toBe(`1|…${'积'.repeat(60)}`);
    expect(marks).toBe(` | ${' '.repeat(116)}^^`);
  });

  it('spells out characters that the terminal would obey or hide', () => {
    const text = 'a\u202eb\u001b[31m\u200b';
    expect(drawn(text, 1, 2)).toEqual(['1:2', '1|a<U+202E>b<U+001B>[31m<U+200B>', ' | ^^^^^^^^']);
  });

  it('is quick on a line of a megabyte', () => {
    const begun = performance.now();
    drawn('x'.repeat(1_000_000), 500_000, 999_999);
    expect(performance.now() - begun).toBeLessThan(200);
  });
});
