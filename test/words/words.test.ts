import { type Event, load } from '@laurel/engine';
import { type About, type Words, words } from '@laurel/engine/words';
import { describe, expect, it } from 'vitest';
import { ENTRIES } from './entries.ts';
import { FATES } from './fates.ts';
import { OUTCOMES } from './outcomes.ts';
import { program } from './program.ts';
import { REFUSALS } from './refusals.ts';
import type { Case } from './table.ts';

const en = words('en', program);
const zh = words('zh', program);

describe('prose from the data', () => {
  it.each([...ENTRIES, ...OUTCOMES, ...REFUSALS, ...FATES])('$en', (each: Case) => {
    expect({ en: each.say(en), zh: each.say(zh) }).toEqual({ en: each.en, zh: each.zh });
  });
});

/** A currency and minor units, and how both languages write them. */
const MONEY: readonly (readonly [code: string, minorDigits: number, minor: number, en: string, zh: string])[] = [
  ['CNY', 2, 15_000, '¥150.00', '150元'],
  ['CNY', 2, 2080, '¥20.80', '20.80元'],
  ['CNY', 2, 1, '¥0.01', '0.01元'],
  ['CNY', 2, 0, '¥0.00', '0元'],
  ['CNY', 2, -1240, '−¥12.40', '−12.40元'],
  ['CNY', 2, 999_900, '¥9,999.00', '9999元'],
  ['CNY', 2, 123_456_789, '¥1,234,567.89', '1,234,567.89元'],
  ['JPY', 0, 1000, '¥1,000', '¥1000'],
  ['GBP', 2, -2080, '−£20.80', '−£20.80'],
  ['USD', 2, 2000, '$20.00', '$20'],
  ['EUR', 2, 2050, '€20.50', '€20.50'],
  ['HKD', 2, 2050, '20.50 HKD', '20.50 HKD'],
  ['KWD', 3, 1500, '1.500 KWD', '1.500 KWD'],
];

describe('figures', () => {
  it.each(MONEY)('%s with %i decimals, %i', (code, minorDigits, minor, inEnglish, inChinese) => {
    const about: About = { ...program, currency: { code, minorDigits } };
    expect([words('en', about).money(minor), words('zh', about).money(minor)]).toEqual([inEnglish, inChinese]);
  });

  it('points carry the name of a wallet that has one', () => {
    const told = (say: Words) => [
      say.points(1),
      say.points(12_345, 'points'),
      say.points(0, '积分'),
      say.points(3, 'Miles'),
    ];
    expect(told(en)).toEqual(['1 point', '12,345 points', '0 points', '3 "Miles"']);
    expect(told(zh)).toEqual(['1积分', '12,345积分', '0积分', '3「Miles」']);
  });

  it('dates and instants stand on the wall clock of the zone', () => {
    const london: About = {
      ...program,
      zone: { id: 'Europe/London', before: 0, transitions: [[1_774_746_000, 3600]] },
    };
    const told = (say: Words) => [
      say.date('2026-02-28'),
      say.date('soon'),
      say.instant(Date.UTC(2026, 2, 29, 0, 59)),
      say.instant(Date.UTC(2026, 2, 29, 1)),
    ];
    expect(told(words('en', london))).toEqual([
      '28 February 2026',
      'soon',
      '29 March 2026 at 00:59',
      '29 March 2026 at 02:00',
    ]);
    expect(told(words('zh', london))).toEqual(['2026年2月28日', 'soon', '2026年3月29日00:59', '2026年3月29日02:00']);
  });

  it('parts that no explanation made are refused, not guessed at', () => {
    const at = { line: 1, start: 0, end: 1 };
    const condition = { kind: 'dayIn', calendar: 'Holidays', at } as const;
    const failed = [{ condition, negated: false, actual: { kind: 'month', month: 5 }, nearest: null } as const];
    expect(() => en.fate({ rule: 'R', at, fate: 'conditions', failed })).toThrow('dayIn');
  });
});

/** A few days of a member of the program beside this file, and all that the engine has to say about them. */
const LOG: readonly Event[] = [
  { kind: 'join', id: 'j', account: 'm1', at: '2026-05-01T09:00:00+08:00' },
  {
    kind: 'purchase',
    id: 'p1',
    account: 'm1',
    at: '2026-05-09T12:00:00+08:00',
    lines: [
      { item: 'A', priceClass: 'regular', quantity: '1', unitPrice: '99.99' },
      { item: 'B', priceClass: 'special', quantity: '1', unitPrice: '33.30' },
    ],
    tenders: [
      { kind: 'voucher', amount: '20' },
      { kind: 'card', amount: '67.96' },
    ],
  },
  { kind: 'profile', id: 'f', account: 'm1', at: '2026-05-10T11:00:00+08:00', profile: { birthday: '1990-05-10' } },
  {
    kind: 'purchase',
    id: 'p2',
    account: 'm1',
    at: '2026-05-10T12:00:00+08:00',
    lines: [{ item: 'A', priceClass: 'regular', quantity: '1', unitPrice: '1000' }],
  },
  {
    kind: 'purchase',
    id: 'p3',
    account: 'm1',
    at: '2026-05-10T12:30:00+08:00',
    lines: [{ item: 'A', quantity: '1', unitPrice: '30' }],
    tenders: [{ kind: 'storedValue', amount: '20.80' }],
  },
  { kind: 'visit', id: 'v', account: 'm1', at: '2026-05-10T11:30:00+08:00' },
];

function told(say: Words): string {
  const engine = load([program]);
  let state = engine.open('m1', '2026-05-01T00:00:00+08:00');
  const sentences = LOG.flatMap((event) => {
    const { step, rules } = engine.explain(state, event);
    if (step.kind === 'refused') return [say.refusal(step.refusal)];
    if (step.kind === 'notNew') return [say.notNew(step.watermark)];
    if (step.kind === 'needs') return [];
    state = step.state;
    const fates = event.kind === 'purchase' ? rules.filter(({ fate }) => fate !== 'acted').map(say.fate) : [];
    return [...step.outcomes.map(say.outcome), ...step.entries.map(say.entry), ...fates];
  });
  return `\n${sentences.join('\n')}\n`;
}

describe('what was paid and earns nothing', () => {
  it('leaves a rule with nothing to give when it was all that was paid', () => {
    const engine = load([program]);
    const [join] = LOG;
    if (join === undefined) throw new Error('the log is empty');
    const joining = engine.explain(engine.open('m1', '2026-05-01T00:00:00+08:00'), join).step;
    if (joining.kind !== 'applied') throw new Error(joining.kind);
    const { rules } = engine.explain(joining.state, {
      kind: 'purchase',
      id: 'p0',
      account: 'm1',
      at: '2026-05-04T12:00:00+08:00',
      lines: [{ item: 'A', priceClass: 'regular', quantity: '1', unitPrice: '10' }],
      tenders: [{ kind: 'voucher', amount: '5.80' }],
    });
    expect(rules.filter(({ fate }) => fate === 'nothing').map(en.fate)).toEqual([
      '"Base" held but came to nothing: what was paid earns no points, or too few to make one.',
    ]);
  });
});

describe('a history told by the engine itself', () => {
  it('in English', () => {
    expect(told(en)).toBe(`
Joined on 1 May 2026 at 09:00; the membership takes effect on 2 May 2026 at 09:00.
The membership took effect on 2 May 2026 at 09:00.
Line 1: ¥99.99 → ¥57.99, 58% by rule "Member price" (¥57.9942 before rounding). Line 2: ¥33.30 → ¥29.97, 90% by rule "Sale price". ¥87.96 in all.
+67 points: 1 point per ¥1 on ¥67.96 paid (rule "Base"); ¥20.00 paid by voucher earns nothing; 67.96 before rounding, rounded down.
"Holiday double" did not act: 9 May 2026 is not in "Holidays"; the next such day is 10 May 2026.
"Birthday double" did not act: the member's birthday is not known; enter it, and the rule can act when the day comes.
"Big basket" did not act: ¥67.96 paid, at least ¥100.00 ("Threshold") needed: ¥32.04 more would have done it.
Line 1: ¥1,000.00 → ¥580.00, 58% by rule "Member price".
+1,210 points: 1 point per ¥1 on ¥580.00 paid (rule "Base"), doubled by "Holiday double", plus 50 points (rule "Big basket"); "Birthday double" also held, and only the highest multiplier counts.
−1,000 points: turned into ¥20 stored value (every 1,000 points become ¥20).
+¥20.00 stored value: from 1,000 points (every 1,000 points become ¥20).
"Birthday double" held but changed nothing: another rule's price or multiplier was taken instead.
"Sale price" did not act: nothing in the purchase belongs to "Reduced"; one item of it would have done it.
¥20.80 stored value needed and only ¥20.00 stored value available: ¥0.80 short; take no more than there is.
Nothing changed: the account has seen event "p2" of 10 May 2026 at 12:00, and this comes no later.
`);
  });

  it('in Chinese', () => {
    expect(told(zh)).toBe(`
2026年5月1日09:00入会，会员资格将于2026年5月2日09:00生效。
会员资格于2026年5月2日09:00生效。
第1件：99.99元，按规则「Member price」享五八折，应付57.99元（四舍五入前57.9942元）；第2件：33.30元，按规则「Sale price」享九折，应付29.97元；合计应付87.96元。
+67积分：规则「Base」每1元得1积分，按实付67.96元计；购物券支付的20元不积分；取整前为67.96，舍去小数。
「Holiday double」未生效：2026年5月9日不在「Holidays」内，下一个适用日为2026年5月10日。
「Birthday double」未生效：未登记会员生日，补登后到时即可适用。
「Big basket」未生效：实付67.96元，须满100元（「Threshold」），还差32.04元。
第1件：1000元，按规则「Member price」享五八折，应付580元。
+1210积分：规则「Base」每1元得1积分，按实付580元计；「Holiday double」乘以2（「Birthday double」也成立，多个倍数取最高）；规则「Big basket」另得50积分。
−1000积分：转为20元储值（每1000积分转为20元）。
+20元储值：由1000积分转入（每1000积分转为20元）。
「Birthday double」条件成立，但未起作用：已采用其他规则的价格或倍数。
「Sale price」未生效：本单没有「Reduced」商品，加购一件即可。
需要20.80元储值，可用的只有20元储值，还差0.80元；请勿超出可用数额。
未作变动：该账户已处理到2026年5月10日12:00的事件「p2」，本次并不在其后。
`);
  });
});
