import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse } from '../../packages/language/src/1-parse/parse.ts';
import { sentenceText } from '../../packages/language/src/print/sentence.ts';
import type { Edit, Problem } from '../../packages/language/src/problem.ts';
import { LANGUAGES, type Language } from '../../packages/language/src/text.ts';
import { SECTIONS, sentenceIn } from './arbitrary.ts';

/** What people write, and the sentence that it should lead to. `sure`: close enough to be mended without asking. */
const PHRASINGS: readonly (readonly [
  section: string,
  line: string,
  nearest: string | null,
  sure: 'sure' | 'ask' | 'none',
])[] = [
  ['rule "R":', 'giev 1 point per ¥1 paid', 'give 1 point per ¥1 paid', 'sure'],
  ['rule "R":', 'double the points', 'multiply points by 2', 'sure'],
  ['rule "R":', 'double points on birthdays', "when the day is the member's birthday\nmultiply points by 2", 'ask'],
  ['rule "R":', 'earn 1 point for every ¥1', 'give 1 point per ¥1 paid', 'ask'],
  ['rule "R":', 'pay 58% on "Regular"', 'pay 58% for "Regular"', 'sure'],
  ['rule "R":', 'for "Regular" pay 58%', 'pay 58% for "Regular"', 'ask'],
  ['rule "R":', 'pay 58% for Regular', 'pay 58% for "Regular"', 'ask'],
  ['rule "R":', 'customers get 10 points', 'give 10 points', 'ask'],
  ['rule "R":', 'give 1 point per ¥1 paid.', 'give 1 point per ¥1 paid', 'sure'],
  ['rule "R":', 'give per ¥1 paid', 'give … per ¥1 paid', 'none'],
  ['rule "R":', 'when the amount paid is bigger than ¥100', 'when the amount paid is more than ¥100', 'sure'],
  ['rule "R":', 'when the amount paid is under ¥100', 'when the amount paid is less than ¥100', 'sure'],
  [
    'rule "R":',
    'when the amonut paid is at least ¥9 and the day is in "H"',
    'when the amount paid is at least ¥9 and the day is in "H"',
    'sure',
  ],
  ['rule "R":', 'the moon is made of cheese', null, 'none'],
  ['membership:', 'takes effect after 24 hours', 'takes effect 24 hours after joining', 'ask'],
  ['membership:', 'members must show the card before paying', 'the card must be shown before paying', 'ask'],
  [
    'points "p":',
    'every 1000 points become ¥20 stored value',
    'every 1000 points become ¥20 stored value, automatically',
    'ask',
  ],
  ['goods "G":', 'price class is special and clearance', 'price class is special or clearance', 'sure'],
  ['goods "G":', 'brand is not "Nike"', null, 'none'],
  ['if several apply:', 'prices: use the highest', null, 'none'],
  ['if several apply:', 'multipliers: use the lowest', null, 'none'],
  ['规则「R」：', '实付每1元送1积分', '实付每1元得1积分', 'sure'],
  ['规则「R」：', '生日双倍积分', '当日为会员生日\n积分乘以2', 'ask'],
  ['规则「R」：', '生日当天积分翻倍', '当日为会员生日\n积分乘以2', 'ask'],
  ['规则「R」：', '「正价」五八折', '「正价」享五八折', 'sure'],
  ['规则「R」：', '积分乘2', '积分乘以2', 'sure'],
  ['规则「R」：', '每消费1元送1分', '实付每1元得1分', 'sure'],
  ['规则「R」：', '本单实付高于100元', '本单实付超过100元', 'sure'],
  ['规则「R」：', '本单实付少于100元以上', null, 'none'],
  ['会员资格：', '入会24小时后才生效', '入会24小时后生效', 'sure'],
  ['积分「p」：', '每1000积分换20元', '每1000积分抵20元', 'ask'],
  ['商品「G」：', '价格类别为特价和清货', '价格类别为特价或清货', 'sure'],
  ['同时适用时：', '多个价格：取最低', '多个价格：逐件取最低', 'ask'],
  ['同时适用时：', '多个价格：取最高', null, 'none'],
];

describe('the nearest sentence', () => {
  it.each(PHRASINGS)('%s %s', (section, line, wanted, sure) => {
    const text = `${section.startsWith('规') || /[\u4e00-\u9fff]/.test(section) ? '方案「P」：' : 'program "P":'}\n${section}\n  ${line}  # kept\n`;
    const [first, ...others] = parse(text).problems;
    expect(others).toEqual([]);
    expect(first?.code).toBe('unreadable-sentence');
    expect(first !== undefined && 'nearest' in first.params ? first.params.nearest : undefined).toBe(wanted);
    expect(first?.fixes.map(({ safe }) => (safe ? 'sure' : 'ask'))).toEqual(sure === 'none' ? [] : [sure]);
    for (const { edits } of first?.fixes ?? []) {
      const mended = applied(text, edits);
      expect(mended).toContain('  # kept');
      expect(parse(mended).problems, mended).toEqual([]);
    }
  });

  it('never changes or drops a value, and what it is sure of reads', () => {
    const words: Readonly<Record<Language, readonly string[]>> = {
      en: ['the', 'not', 'points', 'highest', 'paid', 'xyz', 'more', 'or', 'at least', 'before'],
      zh: ['不', '的', '积分', '最高', '实付', '超过', '或', '低于', '前', '双倍'],
    };
    const cases = fc
      .record({
        section: fc.constantFrom(...SECTIONS),
        at: fc.nat(),
        word: fc.nat({ max: 9 }),
        drop: fc.boolean(),
        language: fc.constantFrom(...LANGUAGES),
      })
      .chain((how) => sentenceIn(how.section, 1).map((node) => ({ ...how, node })));
    fc.assert(
      fc.property(cases, ({ section, at, word, drop, language, node }) => {
        const sentence = sentenceText(node, language);
        const cuts = language === 'en' ? sentence.split(' ') : [...sentence];
        const place = at % cuts.length;
        const changed = cuts.flatMap((one, i) =>
          i === place ? (drop ? [] : [one, words[language][word] ?? '']) : [one],
        );
        const line = changed.join(language === 'en' ? ' ' : '');
        const text = `${HEADERS[section]?.[language] ?? ''}\n  ${line}\n`;
        for (const { edits, safe } of parse(text).problems.flatMap((one: Problem) => one.fixes)) {
          if (!safe) continue;
          const mended = applied(text, edits);
          expect(parse(mended).problems.length, mended).toBeLessThan(parse(text).problems.length + 1);
          if (mended.split('\n').length !== text.split('\n').length) continue;
          expect(valuesIn(mended), `${line} → ${mended}`).toEqual(expect.arrayContaining(valuesIn(text)));
        }
      }),
      { numRuns: 1500 },
    );
  });
});

const HEADERS: Readonly<Record<string, Readonly<Record<Language, string>>>> = {
  program: { en: 'program "P":', zh: '方案「P」：' },
  setting: { en: 'setting "S":', zh: '参数「S」：' },
  calendar: { en: 'calendar "C":', zh: '日历「C」：' },
  goods: { en: 'goods "G":', zh: '商品「G」：' },
  membership: { en: 'membership:', zh: '会员资格：' },
  points: { en: 'points "p":', zh: '积分「p」：' },
  rule: { en: 'rule "R":', zh: '规则「R」：' },
  stacking: { en: 'if several apply:', zh: '同时适用时：' },
  example: { en: 'example "E":', zh: '例子「E」：' },
};

function applied(text: string, edits: readonly Edit[]): string {
  return [...edits]
    .sort((a, b) => b.span.start - a.span.start)
    .reduce((now, edit) => now.slice(0, edit.span.start) + edit.text + now.slice(edit.span.end), text);
}

function valuesIn(text: string): string[] {
  return [...new Set(text.match(/\d+(?:[.,]\d+)*/g) ?? [])].sort();
}
