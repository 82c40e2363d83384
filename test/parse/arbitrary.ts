import fc from 'fast-check';
import { sectionOf } from '../../packages/language/src/1-parse/header.ts';
import { isHeader, isSentence, type LooseNode } from '../../packages/language/src/1-parse/node.ts';
import { phraseIds, shapeOf } from '../../packages/language/src/1-parse/prefix-tree.ts';
import type { Line, Section, Tree } from '../../packages/language/src/1-parse/tree.ts';
import { book, type PhraseId, type PlaceName, type SectionName } from '../../packages/language/src/phrases/book.ts';
import { partsOf } from '../../packages/language/src/phrases/phrase.ts';
import { CURRENCIES } from '../../packages/language/src/phrases/values.ts';

/** Random sentences and files, made from the phrasebook: every phrase with every kind of value that its slots take. */

export const SECTIONS: readonly SectionName[] = [
  'program',
  'setting',
  'calendar',
  'goods',
  'member',
  'event',
  'membership',
  'points',
  'reward',
  'coupon',
  'benefit',
  'rule',
  'stacking',
  'tiers',
  'example',
];

const nowhere = { start: 0, end: 0 };

const names = fc.oneof(
  fc.constantFrom(
    'Regular',
    '正价',
    'or 或',
    'once',
    '当日',
    '# x',
    '8折',
    '1 point',
    '并且',
    'and',
    'a "b" c',
    '“x”',
    '「y」',
    '__proto__',
    'constructor',
    ' ',
    'ＶＩＰ',
    '實付',
    "it's",
  ),
  fc
    .string({ unit: 'grapheme', minLength: 1, maxLength: 12 })
    .map((text) =>
      text
        .normalize('NFC')
        .replace(
          /[\u0000-\u001f\u007f-\u009f\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb"「」“”\n\r]/g,
          '',
        ),
    ),
);
const setting = names.map((name) => ({ setting: name }));
const decimals = fc.oneof(
  fc.constantFrom('1', '2', '3', '5', '12', '100', '1000', '10000', '1234567', '0.5', '88.80', '999999999999999'),
  fc.nat({ max: 10_000_000 }).map(String),
);
const day = fc.record({ month: fc.integer({ min: 1, max: 12 }), day: fc.integer({ min: 1, max: 31 }) });
const two = (n: number) => String(n).padStart(2, '0');

const tokens: Readonly<Record<string, fc.Arbitrary<unknown>>> = {
  NewName: names,
  Text: names,
  CalendarName: names,
  GoodsName: names,
  RuleName: names,
  FactName: names,
  EventName: names,
  EventFactName: names,
  CouponName: names,
  Times: fc.oneof(fc.constantFrom(1, 2, 3, 10, 1000), fc.integer({ min: 1, max: 100_000 })),
  Number: fc.oneof(
    decimals.map((number) => ({ number })),
    setting,
  ),
  Count: fc.oneof(
    fc.nat({ max: 10_000 }).map((count) => ({ number: String(count) })),
    setting,
  ),
  TierName: names,
  Threshold: fc.oneof(
    fc.nat({ max: 10_000 }).map((count) => ({ number: String(count) })),
    fc.nat({ max: 10_000 }).map((points) => ({ points: String(points) })),
    fc.record({ currency: fc.constantFrom(...CURRENCIES), amount: decimals }),
    setting,
  ),
  Points: fc.oneof(
    decimals.map((points) => ({ points })),
    setting,
  ),
  Money: fc.oneof(fc.record({ currency: fc.constantFrom(...CURRENCIES), amount: decimals }), setting),
  Share: fc.oneof(
    fc.constantFrom('5', '10', '50', '58', '85', '90', '99', '12.5', '100', '0.5').map((percent) => ({ percent })),
    setting,
  ),
  Percent: fc.oneof(
    fc.constantFrom('1', '5', '10', '50', '58', '12.5', '100', '0.5').map((percent) => ({ percent })),
    setting,
  ),
  DayOfMonth: fc.integer({ min: 1, max: 31 }),
  Duration: fc.record({
    count: fc.integer({ min: 1, max: 999 }),
    unit: fc.constantFrom('minute', 'hour', 'day', 'week', 'month', 'year'),
  }),
  MonthDay: day,
  Date: fc
    .tuple(fc.integer({ min: 1900, max: 2100 }), day)
    .map(([year, on]) => `${year}-${two(on.month)}-${two(on.day)}`),
  Time: fc
    .tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }))
    .map(([h, m]) => `${two(h)}:${two(m)}`),
  Zone: fc.constantFrom('Asia/Shanghai', 'Europe/London', 'America/Argentina/Buenos_Aires', 'Etc/GMT+8', 'UTC'),
};

/** A random node of a phrase. */
export function nodeOf(id: PhraseId, depth = 2): fc.Arbitrary<LooseNode> {
  const slots = partsOf(book[id].en).flatMap((part) => ('slot' in part ? [part] : []));
  const values = slots.map(({ slot, type }) => slotValue(type, depth, book[id].in === 'setting' && slot === 'value'));
  return fc.tuple(...values).map((found) => ({
    phrase: id,
    slots: Object.fromEntries(slots.map(({ slot }, i) => [slot, found[i]])),
    span: nowhere,
    at: {},
  }));
}

export function sentenceIn(place: PlaceName, depth = 2): fc.Arbitrary<LooseNode> {
  return fc.oneof(...phraseIds.filter((id) => book[id].in === place).map((id) => nodeOf(id, depth)));
}

function slotValue(type: string, depth: number, plain: boolean): fc.Arbitrary<unknown> {
  const shape = shapeOf(type);
  if (type === 'Condition') return conditions(depth);
  if (type === 'Day' || type === 'Window' || type === 'Measured') return sentenceIn(type);
  if (shape?.shape === 'words') return fc.constantFrom(...Object.keys(shape.words));
  if (shape?.shape === 'list') return fc.array(slotValue(shape.of, depth, plain), { minLength: 1, maxLength: 4 });
  const token = tokens[type];
  if (token === undefined) throw new Error(`Nothing makes a ${type}.`);
  // Several kinds of value can open a setting's sentence, so the name of a setting cannot.
  return plain ? token.filter((value) => typeof value !== 'object' || value === null || !('setting' in value)) : token;
}

function conditions(depth: number): fc.Arbitrary<unknown> {
  if (depth === 0) return sentenceIn('Condition', 0);
  const inner = fc.array(conditions(depth - 1), { minLength: 2, maxLength: 3 });
  return fc.oneof(
    { weight: 2, arbitrary: sentenceIn('Condition', 0) },
    { weight: 1, arbitrary: inner.map((of) => ({ phrase: 'and', of, span: nowhere })) },
    { weight: 1, arbitrary: inner.map((of) => ({ phrase: 'or', of, span: nowhere })) },
    { weight: 1, arbitrary: conditions(depth - 1).map((of) => ({ phrase: 'not', of, span: nowhere })) },
  );
}

const comments = fc
  .tuple(
    fc.constantFrom('#', '# ', '＃'),
    fc.constantFrom('', 'note', '母亲节', 'and so on', '"open', 'rule "x":', '# #'),
  )
  .map(([mark, text]) => (mark + text).trimEnd());

function lineOf(node: LooseNode | null): fc.Arbitrary<Line> {
  return fc.record({
    span: fc.constant(nowhere),
    comments: node === null ? comments.map((comment) => [comment]) : fc.array(comments, { maxLength: 1 }),
    afterBlank: fc.boolean(),
    sentence: fc.constant(node !== null && isSentence(node) ? node : null),
    unread: fc.constant(null),
  });
}

function section(name: SectionName): fc.Arbitrary<Section> {
  const headers = phraseIds.filter((id) => book[id].in === 'header' && sectionOf(id) === name);
  const body = fc.array(
    fc.oneof({ weight: 5, arbitrary: sentenceIn(name) }, { weight: 1, arbitrary: fc.constant(null) }).chain(lineOf),
    { maxLength: 5 },
  );
  return fc
    .tuple(
      fc.oneof(...headers.map((id) => nodeOf(id))),
      lineOf(null),
      body,
      fc.array(lineOf(null), { maxLength: 2 }),
      fc.array(comments, { maxLength: 1 }),
    )
    .map(([header, headerLine, lines, above, trailing]) => ({
      name,
      header: isHeader(header) ? header : null,
      headerLine: { ...headerLine, comments: trailing },
      above,
      lines,
    }));
}

/** A random file that reads. Only its first line never follows a blank one. */
export const trees: fc.Arbitrary<Tree> = fc
  .tuple(
    fc.array(lineOf(null), { maxLength: 2 }),
    fc.array(fc.constantFrom(...SECTIONS).chain(section), { minLength: 1, maxLength: 5 }),
  )
  .map(([preamble, sections]) => {
    const all = sections.map((one, i) => (i === 0 ? { ...one, above: [] } : one));
    const [first, ...others] = preamble;
    if (first !== undefined)
      return { language: 'en', preamble: [{ ...first, afterBlank: false }, ...others], sections: all };
    const [opening, ...later] = all;
    if (opening === undefined) return { language: 'en', preamble, sections: all };
    const headerLine = { ...opening.headerLine, afterBlank: false };
    return { language: 'en', preamble, sections: [{ ...opening, headerLine }, ...later] };
  });

/** A tree or a node as it means, without its places in the text. */
export function meaning(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(meaning);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key]) => key !== 'span' && key !== 'at' && key !== 'language')
      .map(([key, inner]) => [key, meaning(inner)]),
  );
}
