import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse } from '../../packages/language/src/1-parse/parse.ts';
import { print } from '../../packages/language/src/print/print.ts';

/** Each takes about a second or less on a quiet machine; a loaded one gets ten times that. */
const MOST_MS = 10_000;

/** A row of numbers that is the same in every run. */
function noise(): (below: number) => number {
  let state = 42;
  return (below) => {
    state = (Math.imul(state, 1103515245) + 12345) & 0x7fffffff;
    return (state >>> 8) % below;
  };
}

function characters(length: number, code: (random: (below: number) => number) => number): string {
  const random = noise();
  return Array.from({ length }, () => String.fromCharCode(code(random))).join('');
}

const RULE = 'program "P":\nrule "R":\n';
const HOSTILE: readonly (readonly [what: string, text: string])[] = [
  ['1 MB of ASCII in one line', characters(1e6, (random) => 32 + random(95))],
  ['1 MB of any code unit', characters(1e6, (random) => random(65536))],
  ['1 MB of Han in short lines', characters(1e6, (random) => (random(50) === 0 ? 10 : 0x4e00 + random(20_000)))],
  ['1 MB of ASCII in short lines', characters(1e6, (random) => (random(50) === 0 ? 10 : 32 + random(95)))],
  ['1 MB of NUL', '\0'.repeat(1e6)],
  ['NUL lines', '\0\n'.repeat(3e5)],
  ['1 MB of quotes', '「'.repeat(1e6)],
  ['lines of open quotes', `${'「"『“a'.repeat(300)}\n`.repeat(500)],
  ['10,000 brackets', `${RULE}  when ${'('.repeat(10_000)}`],
  ['900 brackets in each of 1,000 lines', `${RULE}${`  when ${'('.repeat(900)}\n`.repeat(1000)}`],
  ['nots', `${RULE}${`  when ${'not '.repeat(450)}\n`.repeat(500)}`],
  ['100,000 rules', `program "P":\n${'rule "R":\n'.repeat(99_000)}`],
  ['100,000 bad lines', `${RULE}${' giev 1\n'.repeat(100_000)}`],
  ['100,000 bad conditions', `${RULE}${' when x\n'.repeat(100_000)}`],
  ['150,000 bad lines in Chinese', `方案「P」：\n规则「R」：\n${' 当日在\n'.repeat(150_000)}`],
  ['90,000 broken headers', `program "P":\n x\n${'ruel "R":\n'.repeat(90_000)}`],
  ['100,000 lines in the other language', `${RULE}${' 送10积分\n'.repeat(100_000)}`],
  ['150,000 joined lines', `${RULE} when the day is Monday\n${'and x\n'.repeat(150_000)}`],
  ['joined lines between comments', `${RULE} give 1 point\n${'# c\nand x\n'.repeat(90_000)}`],
  ['comments', '# x\n'.repeat(250_000)],
  ['blank lines', '\n'.repeat(1e6)],
  ['digits', `${RULE}${` give ${'1'.repeat(1900)} points\n`.repeat(500)}`],
  ['numerals', `${'一'.repeat(1900)}\n`.repeat(500)],
  ['long lists', `program "P":\ngoods "G":\n${` item is ${'"a", '.repeat(390)}"b"\n`.repeat(450)}`],
  ['sentences run together', `${RULE}${`${'on every purchase '.repeat(100)}\n`.repeat(500)}`],
  ['keywords and a colon', `${RULE}${`${'rule '.repeat(300)}:\n`.repeat(500)}`],
  [
    'much to compare',
    `${RULE}${' when the amount payd is at least or the purchase is a member and birthday months is\n'.repeat(1000)}`,
  ],
  ['a file of 2 MB', 'rule "R":\n'.repeat(200_000)],
];

describe('hostile text', () => {
  it.each(HOSTILE)('%s: in bounded time, with few problems', (_, text) => {
    const start = performance.now();
    const { tree, problems } = parse(text);
    print(tree, tree.language);
    expect(performance.now() - start).toBeLessThan(MOST_MS);
    expect(problems.length).toBeLessThan(203);
  });

  it('never throws, loses nothing, and is printed the same the second time', () => {
    const pieces = fc.constantFrom(
      ...[
        'program',
        'rule',
        '"R"',
        ':',
        '\n',
        '\n  ',
        ' ',
        '规则',
        '「R」',
        '：',
        'when',
        'and',
        'or',
        'not',
        '(',
        ')',
        '（',
        '并且',
        '或',
        '#c',
        '#',
        '1',
        '元',
        '折',
        '¥1',
        '10 points',
      ],
      ...[
        'give',
        'per',
        'paid',
        '"',
        '「',
        '\r\n',
        '\t',
        '\u200b',
        '\ud800',
        '，',
        ',',
        '当日',
        '为',
        '会员生日',
        'the day is',
        'Monday',
        '1 January',
        'to',
        '2026-01-01',
        '58%',
        'for',
        '。',
        '-',
      ],
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 30 }), (parts) => {
        const text = parts.join(' ');
        const { tree } = parse(text);
        const once = print(tree, tree.language);
        const written = (all: string) => [...all.replace(/[^\p{L}\p{N}#]/gu, '')].sort().join('').length;
        if (parse(text).problems.length > 0 && tree.sections.length === 0) expect(written(once)).toBe(written(text));
        const again = parse(once);
        if (again.tree.language === tree.language) expect(print(again.tree, tree.language)).toBe(once);
      }),
      { numRuns: 3000 },
    );
  });

  it('says one thing about a line that is too long, a number, and a name', () => {
    const codes = (text: string) => parse(text).problems.map(({ code, params }) => `${code} ${JSON.stringify(params)}`);
    expect(codes(`${RULE} give ${'1'.repeat(16)} points`)).toEqual(['too-long {"what":"number","most":15}']);
    expect(codes(`program "${'x'.repeat(201)}":`)).toEqual(['too-long {"what":"name","most":200}']);
    expect(codes(`${RULE} ${'x'.repeat(2001)}`)).toEqual(['too-long {"what":"line","most":2000}']);
    expect(codes(`${RULE}${' x\n'.repeat(300)}`).at(-1)).toBe('too-long {"what":"problems","most":200}');
  });

  it('sees what nobody can see', () => {
    const codes = (line: string) => parse(`${RULE} ${line}\n`).problems.map(({ code }) => code);
    for (const hidden of ['\u200b', '\u202e', '\u2066', '\0', '\u2028', '\ud800', '\udc00', '\ufeff', '\u00ad']) {
      expect(codes(`give${hidden} 1 point`), hidden).toEqual(['hidden-character']);
      expect(codes(`pay 58% for "Reg${hidden}ular"`), hidden).toEqual(['hidden-character']);
      expect(codes(`give 1 point # ${hidden}`), hidden).toEqual(['hidden-character']);
    }
    expect(codes('gіve 1 point')).toEqual(['hidden-character']);
    expect(codes('pay 58% for "👨‍👩‍👧 😀"')).toEqual([]);
    expect(parse('\ufeffprogram "P":\r\n  short months: use the last day\r\n').problems).toEqual([]);
  });

  it('takes every name as data', () => {
    for (const name of [
      '__proto__',
      'constructor',
      'toString',
      '=1+1',
      '<script>',
      "' or 1",
      '{name:NewName}',
      '\\n',
    ]) {
      const { tree, problems } = parse(`rule "${name}":\n  pay 58% for "${name}"\n`);
      expect(problems).toEqual([]);
      expect(tree.sections[0]?.header?.slots).toEqual({ name });
      expect(print(tree, 'en')).toBe(`rule "${name}":\n  pay 58% for "${name}"\n`);
    }
  });
});
