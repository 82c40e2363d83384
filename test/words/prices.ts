import type { LinePrice, Outcome } from '@laurel/engine';
import type { Row } from './table.ts';

const at = { line: 1, start: 0, end: 1 };

export function line(number: number, list: number, price: number, share: string | null, off = 0): LinePrice {
  return { line: number, list, price, by: { rule: '会员价', version: '1', at }, share, set: null, held: null, off };
}

function priced(...lines: LinePrice[]): Extract<Outcome, { kind: 'priced' }> {
  return { kind: 'priced', lines, off: [], total: lines.reduce((sum, { price }) => sum + price, 0), delivery: null };
}

/** What lines cost and why. */
export const prices: readonly Row<Extract<Outcome, { kind: 'priced' }>>[] = [
  [
    priced(line(0, 30_000, 17_400, '0.58')),
    'Line 1: ¥300.00 → ¥174.00, 58% by rule "会员价".',
    '第1件：300元，按规则「会员价」享五八折，应付174元。',
  ],
  [
    priced(line(0, 9999, 5000, '0.50'), {
      line: 1,
      list: 100_000,
      price: 100_000,
      by: null,
      share: null,
      set: null,
      held: null,
      off: 0,
    }),
    'Line 1: ¥99.99 → ¥50.00, 50% by rule "会员价" (¥49.995 before rounding). Line 2: ¥1,000.00, the list price. ¥1,050.00 in all.',
    '第1件：99.99元，按规则「会员价」享五折，应付50元（四舍五入前49.995元）；第2件：1000元，按原价；合计应付1050元。',
  ],
  [
    priced(line(0, 10_000, 8500, '0.85')),
    'Line 1: ¥100.00 → ¥85.00, 85% by rule "会员价".',
    '第1件：100元，按规则「会员价」享八五折，应付85元。',
  ],
  [
    priced(line(0, 10_000, 1250, '0.125')),
    'Line 1: ¥100.00 → ¥12.50, 12.5% by rule "会员价".',
    '第1件：100元，按规则「会员价」以原价的12.5%计，应付12.50元。',
  ],
  [
    priced(line(0, 10_000, 500, '0.05')),
    'Line 1: ¥100.00 → ¥5.00, 5% by rule "会员价".',
    '第1件：100元，按规则「会员价」以原价的5%计，应付5元。',
  ],
  [
    {
      kind: 'priced',
      lines: [
        line(0, 10_000, 4800, '0.50', 200),
        { line: 1, list: 5000, price: 4800, by: null, share: null, set: null, held: null, off: 200 },
      ],
      off: [{ kind: 'rule', by: { rule: 'R', version: '1', at }, amount: 400, beyond: 0 }],
      total: 9600,
      delivery: null,
    },
    'Line 1: ¥100.00 → ¥50.00, 50% by rule "会员价", less ¥2.00: ¥48.00. Line 2: ¥50.00, the list price, less ¥2.00: ¥48.00. ¥4.00 off by rule "R". ¥96.00 in all.',
    '第1件：100元，按规则「会员价」享五折，应付50元，再减2元，余48元；第2件：50元，按原价，再减2元，余48元；规则「R」减4元；合计应付96元。',
  ],
  [
    {
      ...priced(
        {
          ...line(0, 30_000, 20_000, '0.80'),
          set: { by: { rule: '第二件', version: '1', at }, items: 1, share: '0.50' },
        },
        {
          ...line(1, 20_000, 16_000, null),
          by: null,
          set: { by: { rule: '套装', version: '1', at }, items: 2, share: null },
        },
        { ...line(2, 10_000, 5000, null, 1000), by: null, held: '0.50' },
      ),
      delivery: { list: 1200, price: 0, by: { rule: '包邮', version: '1', at } },
    },
    'Line 1: ¥300.00 → ¥200.00, 1 item at 50% by rule "第二件", the others 80% by rule "会员价". Line 2: ¥200.00 → ¥160.00, 2 items by rule "套装". Line 3: ¥100.00, the list price, less ¥10.00: ¥50.00, not below 50%. ¥410.00 in all. Delivery: ¥12.00 → free, by rule "包邮".',
    '第1件：300元，按规则「第二件」其中1件享五折，其余按规则「会员价」享八折，应付200元；第2件：200元，按规则「套装」其中2件，应付160元；第3件：100元，按原价，再减10元，余50元（不低于五折）；合计应付410元；运费12元，按规则「包邮」免收。',
  ],
  [
    {
      ...priced({ ...line(0, 10_000, 3000, '0.20'), held: '0.30' }),
      delivery: { list: 1200, price: 1200, by: null },
    },
    'Line 1: ¥100.00 → ¥30.00, 20% by rule "会员价", not below 30%. Delivery: ¥12.00.',
    '第1件：100元，按规则「会员价」享二折，应付30元（不低于三折）；运费12元。',
  ],
  [
    {
      ...priced({ ...line(0, 90_000, 80_000, null, 10_000), by: null }),
      off: [{ kind: 'rule', by: { rule: 'R', version: '1', at }, amount: 10_000, beyond: 2000 }],
    },
    'Line 1: ¥900.00, the list price, less ¥100.00: ¥800.00. ¥100.00 off by rule "R", which takes no more off; ¥20.00 was beyond that.',
    '第1件：900元，按原价，再减100元，余800元；规则「R」减100元（已达上限，超出20元不减）。',
  ],
  [
    priced(line(0, 10_000, 0, '0.00')),
    'Line 1: ¥100.00 → ¥0.00, free by rule "会员价".',
    '第1件：100元，按规则「会员价」免费，应付0元。',
  ],
  [
    priced(line(2, 10_000, 9000, null)),
    'Line 3: ¥100.00 → ¥90.00, by rule "会员价".',
    '第3件：100元，按规则「会员价」，应付90元。',
  ],
];
