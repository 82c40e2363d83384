import type { Entry, Reason } from '@laurel/engine';
import { PER_FACT } from './declared-events.ts';
import { type Case, cases, type Row, type Table } from './table.ts';

const version = '1';
const at = { line: 1, start: 0, end: 1 };

type Earned = Extract<Reason, { kind: 'earned' }>;

const base = {
  rule: 'Base',
  version,
  at,
  points: '1',
  per: '1',
  measure: 'paid',
  goods: null,
  full: false,
  basis: 15_000,
} as const;

function times(rule: string, by: string, used = true, goods: string | null = null): Earned['multipliers'][number] {
  return { rule, version, at, by, goods, used };
}

function earned(of: Partial<Earned>): Earned {
  return {
    kind: 'earned',
    unit: 'points',
    base: [base],
    multipliers: [],
    stacking: 'highest',
    exact: { num: '150', den: '1' },
    rounding: 'down',
    notEarning: { amount: 0, by: [] },
    lines: [],
    ...of,
  };
}

const everywhere = [times('A', '2'), times('B', '3')];
const onShoes = [times('A', '2', true, 'Shoes'), times('B', '3', true, 'Shoes')];
const apart = [times('A', '3', true, 'Shoes'), times('B', '1.50')];
const welcome = {
  rule: 'Welcome',
  version,
  at,
  points: '50',
  per: null,
  measure: null,
  goods: null,
  full: false,
  basis: 15_000,
};
const atList = { ...base, rule: 'List', measure: 'listPrice', basis: 20_000 } as const;
const converted = { kind: 'converted', wallet: 'points', version, at, each: '1000', gives: '20', times: 2 } as const;
const back = { kind: 'takenBack', purchase: 'p1', version, inAll: 1000, by: 'return' } as const;

const bases: readonly Row<Earned>[] = [
  [
    earned({
      base: [{ ...base, points: '1.50', per: '10.5', basis: 1_234_567 }],
      exact: { num: '1234567', den: '700' },
    }),
    '1.5 points per ¥10.50 on ¥12,345.67 paid (rule "Base"); 1,763.6671… before rounding, rounded down.',
    '规则「Base」每10.50元得1.5积分，按实付12,345.67元计；取整前为1763.6671…，舍去小数。',
  ],
  [
    earned({ base: [base, atList], exact: { num: '350', den: '1' } }),
    '1 point per ¥1 on ¥150.00 paid (rule "Base") and 1 point per ¥1 on ¥200.00 at list prices (rule "List").',
    '规则「Base」每1元得1积分，按实付150元计；规则「List」每1元得1积分，按原价200元计。',
  ],
  [
    earned({ notEarning: { amount: 10_000, by: ['voucher'] }, exact: { num: '3001', den: '20' } }),
    '1 point per ¥1 on ¥150.00 paid (rule "Base"); ¥100.00 paid by voucher earns nothing; 150.05 before rounding, rounded down.',
    '规则「Base」每1元得1积分，按实付150元计；购物券支付的100元不积分；取整前为150.05，舍去小数。',
  ],
  [
    earned({ notEarning: { amount: 10_000, by: ['voucher', 'storedValue'] } }),
    '1 point per ¥1 on ¥150.00 paid (rule "Base"); ¥100.00 paid by voucher or stored value earns nothing.',
    '规则「Base」每1元得1积分，按实付150元计；购物券或储值支付的100元不积分。',
  ],
  [
    earned({ notEarning: { amount: 10_000, by: ['voucher', 'storedValue', 'points'] } }),
    '1 point per ¥1 on ¥150.00 paid (rule "Base"); ¥100.00 paid by voucher, stored value or points earns nothing.',
    '规则「Base」每1元得1积分，按实付150元计；购物券、储值或积分支付的100元不积分。',
  ],
  [
    earned({ base: [atList], notEarning: { amount: 10_000, by: ['voucher'] }, exact: { num: '200', den: '1' } }),
    '1 point per ¥1 on ¥200.00 at list prices (rule "List").',
    '规则「List」每1元得1积分，按原价200元计。',
  ],
  [
    earned({
      unit: 'money',
      base: [
        { ...base, points: '0.01' },
        { ...base, rule: 'More', points: '0.50', per: '10' },
        { ...base, rule: 'Full', points: '20', per: '100', full: true, goods: '正价' },
        { ...welcome, points: '5' },
      ],
      notEarning: { amount: 10_000, by: ['voucher'] },
      exact: { num: '69051', den: '20' },
    }),
    '1% of ¥150.00 paid (rule "Base"), ¥0.50 per ¥10 on ¥150.00 paid (rule "More") and ¥20 per full ¥100 on ¥150.00 paid for "正价" (rule "Full"), plus ¥5 (rule "Welcome"); ¥100.00 paid by voucher earns nothing; 34.5255 before rounding, rounded down.',
    '规则「Base」得实付150元的1%；规则「More」每10元得0.50元，按实付150元计；规则「Full」每满100元得20元，按「正价」实付150元计；购物券支付的100元不计；规则「Welcome」另得5元；取整前为34.5255，舍去小数。',
  ],
  [
    earned({
      base: [{ ...welcome, points: '1' }],
      multipliers: everywhere,
      notEarning: { amount: 1, by: ['voucher'] },
      exact: { num: '1', den: '1' },
    }),
    '1 point (rule "Welcome").',
    '规则「Welcome」得1积分。',
  ],
];

/** Every way in which multipliers can meet, for each way in which the file lets them stack. */
const multiplied: Readonly<Record<Earned['stacking'], readonly Row<Earned>[]>> = {
  highest: [
    [
      earned({
        multipliers: [times('Holiday double', '2'), times('Birthday double', '2', false)],
        exact: { num: '300', den: '1' },
      }),
      '1 point per ¥1 on ¥150.00 paid (rule "Base"), doubled by "Holiday double"; "Birthday double" also held, and only the highest multiplier counts.',
      '规则「Base」每1元得1积分，按实付150元计；「Holiday double」乘以2（「Birthday double」也成立，多个倍数取最高）。',
    ],
    [
      earned({
        base: [base, welcome],
        multipliers: [times('A', '1.5'), times('B', '1.2', false, 'Shoes'), times('C', '1.1', false)],
        notEarning: { amount: 10_000, by: ['voucher'] },
        exact: { num: '5501', den: '20' },
        rounding: 'up',
      }),
      '1 point per ¥1 on ¥150.00 paid (rule "Base"), multiplied by 1.5 by "A", plus 50 points (rule "Welcome"); "B" (on "Shoes" goods) and "C" also held, and only the highest multiplier counts; ¥100.00 paid by voucher earns nothing; 275.05 before rounding, rounded up.',
      '规则「Base」每1元得1积分，按实付150元计；购物券支付的100元不积分；「A」乘以1.5（用于「Shoes」商品的「B」、「C」也成立，多个倍数取最高）；规则「Welcome」另得50积分；取整前为275.05，向上取整。',
    ],
    [
      earned({ multipliers: apart, exact: { num: '400', den: '1' } }),
      '1 point per ¥1 on ¥150.00 paid (rule "Base"), with "A" (×3 on "Shoes" goods) and "B" (×1.5 on all goods), only the highest where they meet.',
      '规则「Base」每1元得1积分，按实付150元计；「A」（「Shoes」商品3倍）、「B」（全部商品1.5倍），同时适用时取最高。',
    ],
  ],
  add: [
    [
      earned({ multipliers: [times('A', '3', true, 'Shoes')], exact: { num: '350', den: '1' }, stacking: 'add' }),
      '1 point per ¥1 on ¥150.00 paid (rule "Base"), tripled by "A" on "Shoes" goods.',
      '规则「Base」每1元得1积分，按实付150元计；「A」将「Shoes」商品的积分乘以3。',
    ],
    [
      earned({ multipliers: everywhere, exact: { num: '600', den: '1' }, stacking: 'add' }),
      '1 point per ¥1 on ¥150.00 paid (rule "Base"), times 4: "A" (×2) and "B" (×3) add up, the base counted once.',
      '规则「Base」每1元得1积分，按实付150元计；「A」（2倍）、「B」（3倍）相加（基础部分只计一次），共乘以4。',
    ],
    [
      earned({ multipliers: onShoes, exact: { num: '300', den: '1' }, stacking: 'add' }),
      '1 point per ¥1 on ¥150.00 paid (rule "Base"), times 4 on "Shoes" goods: "A" (×2) and "B" (×3) add up, the base counted once.',
      '规则「Base」每1元得1积分，按实付150元计；「A」（2倍）、「B」（3倍）均用于「Shoes」商品，相加（基础部分只计一次），共乘以4。',
    ],
    [
      earned({ multipliers: apart, exact: { num: '6009', den: '10' }, stacking: 'add', rounding: 'halfUp' }),
      '1 point per ¥1 on ¥150.00 paid (rule "Base"), with "A" (×3 on "Shoes" goods) and "B" (×1.5 on all goods), adding up where they meet; 600.9 before rounding, rounded to the nearest whole.',
      '规则「Base」每1元得1积分，按实付150元计；「A」（「Shoes」商品3倍）、「B」（全部商品1.5倍），同时适用时相加（基础部分只计一次）；取整前为600.9，四舍五入。',
    ],
  ],
  multiply: [
    [
      earned({ multipliers: everywhere, exact: { num: '900', den: '1' }, stacking: 'multiply' }),
      '1 point per ¥1 on ¥150.00 paid (rule "Base"), times 6: "A" (×2) and "B" (×3) multiply.',
      '规则「Base」每1元得1积分，按实付150元计；「A」（2倍）、「B」（3倍）相乘，共乘以6。',
    ],
    [
      earned({ multipliers: apart, exact: { num: '500', den: '1' }, stacking: 'multiply' }),
      '1 point per ¥1 on ¥150.00 paid (rule "Base"), with "A" (×3 on "Shoes" goods) and "B" (×1.5 on all goods), multiplying where they meet.',
      '规则「Base」每1元得1积分，按实付150元计；「A」（「Shoes」商品3倍）、「B」（全部商品1.5倍），同时适用时相乘。',
    ],
  ],
};

const reasons: Table<'kind', Reason> = {
  earned: [...bases, ...Object.values(multiplied).flat()],
  converted: [
    [
      converted,
      '2,000 points became ¥40 stored value (every 1,000 points become ¥20).',
      '2000积分转为40元储值（每1000积分转为20元）。',
    ],
    [
      { ...converted, wallet: 'Miles', each: '1', gives: '0.1', times: 12 },
      '12 "Miles" became ¥1.20 stored value (every 1 "Miles" becomes ¥0.10).',
      '12「Miles」转为1.20元储值（每1「Miles」转为0.10元）。',
    ],
  ],
  takenBack: [[back, 'Taken back for goods returned from purchase "p1".', '因消费「p1」退货收回。']],
  given: [
    [
      { kind: 'given', rule: 'Birthday', version, at, basis: null },
      'Given by rule "Birthday".',
      '规则「Birthday」赠送。',
    ],
    [
      {
        kind: 'given',
        rule: 'Month',
        version,
        at,
        basis: {
          of: {
            kind: 'metric',
            metric: { of: 'spend', goods: null, wallet: null, event: null, window: { kind: 'this', period: 'month' } },
          },
          value: 300000,
          before: 20,
        },
      },
      'Given by rule "Month" (spend this month: ¥3,000.00, 20 points given before).',
      '规则「Month」赠送（本月消费3000元，此前已给20积分）。',
    ],
  ],
  givenPerFact: PER_FACT,
  referralChanged: [
    [
      { kind: 'referralChanged', member: 'm2', purchase: 'p1' },
      'What came back or was exchanged of purchase "p1" of m2 changes this.',
      '因m2的消费「p1」退换货而调整。',
    ],
  ],
  becameAvailable: [[{ kind: 'becameAvailable' }, 'Can be used from now on.', '自即日起可用。']],
  expired: [
    [{ kind: 'expired', lastDay: '2026-12-31' }, 'Expired after 31 December 2026.', '有效期至2026年12月31日，已到期。'],
  ],
  exchanged: [
    [
      { kind: 'exchanged', purchase: 'p1', version: '1', held: 203 },
      'For the goods that went out in an exchange under purchase "p1".',
      '因消费「p1」换货，换出商品所得。',
    ],
  ],
  repaid: [[{ kind: 'repaid' }, 'Set against what was owed.', '抵还所欠。']],
  refunded: [
    [{ kind: 'refunded', purchase: 'p1' }, 'Refunded for goods returned from purchase "p1".', '因消费「p1」退货退还。'],
  ],
  paidWith: [[{ kind: 'paidWith' }, 'Paid towards a purchase.', '用于支付本单。']],
  redeemed: [
    [{ kind: 'redeemed', reward: 'Umbrella', version, at, times: 1 }, 'For "Umbrella".', '兑换「Umbrella」。'],
    [{ kind: 'redeemed', reward: 'Umbrella', version, at, times: 2 }, 'For "Umbrella" × 2.', '兑换「Umbrella」×2。'],
  ],
  reversed: [
    [
      { kind: 'reversed', reward: 'Umbrella', redemption: 'r1' },
      'Redemption "r1" of "Umbrella" taken back.',
      '撤销兑换「r1」（「Umbrella」）。',
    ],
  ],
  toppedUp: [[{ kind: 'toppedUp' }, 'Topped up.', '充值。']],
  adjusted: [
    [
      { kind: 'adjusted', reason: 'Counted twice', by: 'Li Wei' },
      'Adjusted by "Li Wei"; reason given: "Counted twice".',
      '由「Li Wei」调整，原因：「Counted twice」。',
    ],
    [
      { kind: 'adjusted', reason: '多积', by: null },
      'Adjusted by staff; reason given: "多积".',
      '人工调整，原因：「多积」。',
    ],
  ],
};

function entry(of: Partial<Entry> & Pick<Entry, 'amount' | 'reason'>): Entry {
  return { number: 1, atMs: 0, event: null, wallet: 'points', from: 'issued', to: 'available', lots: [], ...of };
}

const entries: Readonly<Record<'in' | 'out', readonly Row<Entry>[]>> = {
  in: [
    [
      entry({ wallet: '里程', amount: 150, reason: earned({}) }),
      '+150 "里程": 1 "里程" per ¥1 on ¥150.00 paid (rule "Base").',
      '+150「里程」：规则「Base」每1元得1「里程」，按实付150元计。',
    ],
    [
      entry({ wallet: 'stored value', amount: 4000, reason: converted }),
      '+¥40.00 stored value: from 2,000 points (every 1,000 points become ¥20).',
      '+40元储值：由2000积分转入（每1000积分转为20元）。',
    ],
  ],
  out: [
    [
      entry({ from: 'available', to: 'converted', amount: 2000, reason: converted }),
      '−2,000 points: turned into ¥40 stored value (every 1,000 points become ¥20).',
      '−2000积分：转为40元储值（每1000积分转为20元）。',
    ],
    [
      entry({
        wallet: 'stored value',
        from: 'available',
        to: 'spent',
        amount: 580,
        reason: { kind: 'paidWith' },
      }),
      '−¥5.80 stored value: paid towards a purchase.',
      '−5.80元储值：用于支付本单。',
    ],
  ],
};

/** What a return takes back, by the account that it comes from. A movement that leaves the balance as it is has no sign. */
const returned: Readonly<Record<string, readonly Row<Entry>[]>> = {
  available: [
    [
      entry({ from: 'available', to: 'takenBack', amount: 79, reason: back }),
      '−79 points: taken back for goods returned from purchase "p1".',
      '−79积分：因消费「p1」退货收回。',
    ],
  ],
  owed: [
    [
      entry({ from: 'owed', to: 'takenBack', amount: 1000, reason: back }),
      '−1,000 points: taken back for goods returned from purchase "p1"; already used, so now owed.',
      '−1000积分：因消费「p1」退货收回；已使用，记欠。',
    ],
  ],
  forgiven: [
    [
      entry({ from: 'forgiven', to: 'takenBack', amount: 1, reason: back }),
      '1 point: due back for goods returned from purchase "p1", but already used; let go.',
      '1积分：因消费「p1」退货应收回，但已使用，不再追回。',
    ],
  ],
  reinstated: [
    [
      entry({ wallet: 'Miles', from: 'reinstated', to: 'takenBack', amount: 1000, reason: back }),
      '1,000 "Miles": due back for goods returned from purchase "p1", but already used; deducted from the refund instead.',
      '1000「Miles」：因消费「p1」退货应收回，但已使用，改从退款中扣除。',
    ],
  ],
  takenBack: [
    [
      entry({ from: 'takenBack', to: 'available', amount: 20, reason: back }),
      '+20 points: given back; the goods kept from purchase "p1" earn this after all.',
      '+20积分：退还；消费「p1」留下的商品仍应得此数。',
    ],
  ],
  pending: [
    [
      entry({ to: 'pending', amount: 150, reason: earned({}) }),
      '+150 points: 1 point per ¥1 on ¥150.00 paid (rule "Base"); pending.',
      '+150积分：规则「Base」每1元得1积分，按实付150元计；待生效。',
    ],
    [
      entry({ from: 'pending', amount: 150, reason: { kind: 'becameAvailable' } }),
      '150 points: can be used from now on.',
      '150积分：自即日起可用。',
    ],
    [
      entry({ from: 'pending', to: 'takenBack', amount: 10, reason: back }),
      '−10 points: taken back for goods returned from purchase "p1".',
      '−10积分：因消费「p1」退货收回。',
    ],
  ],
  expired: [
    [
      entry({ from: 'available', to: 'expired', amount: 70, reason: { kind: 'expired', lastDay: '2027-01-31' } }),
      '−70 points: expired after 31 January 2027.',
      '−70积分：有效期至2027年1月31日，已到期。',
    ],
  ],
  exchanged: [
    [
      entry({ from: 'available', to: 'takenBack', amount: 29, reason: { ...back, by: 'exchange' } }),
      '−29 points: taken back for goods exchanged from purchase "p1".',
      '−29积分：因消费「p1」换货收回。',
    ],
    [
      entry({ amount: 29, reason: { kind: 'exchanged', purchase: 'p1', version: '1', held: 203 } }),
      '+29 points: for the goods that went out in an exchange under purchase "p1".',
      '+29积分：因消费「p1」换货，换出商品所得。',
    ],
  ],
  undone: [
    [
      entry({ from: 'takenBack', to: 'forgiven', amount: 5, reason: back }),
      '5 points: not due back after all for goods returned from purchase "p1"; they had been let go.',
      '5积分：因消费「p1」退货后不再应收回，原已免收。',
    ],
    [
      entry({ from: 'takenBack', to: 'reinstated', amount: 5, reason: back }),
      '5 points: not due back after all for goods returned from purchase "p1"; they had been deducted from a refund.',
      '5积分：因消费「p1」退货后不再应收回，原已从退款中扣除。',
    ],
    [
      entry({ from: 'takenBack', to: 'owed', amount: 5, reason: { ...back, by: 'exchange' } }),
      '5 points: not due back after all for goods exchanged from purchase "p1"; no longer owed.',
      '5积分：因消费「p1」换货后不再应收回，不再记欠。',
    ],
  ],
  repaid: [
    [
      entry({ from: 'available', to: 'owed', amount: 30, reason: { kind: 'repaid' } }),
      '30 points: set against what was owed.',
      '30积分：抵还所欠。',
    ],
  ],
  refunded: [
    [
      entry({ wallet: 'stored value', from: 'spent', amount: 2000, reason: { kind: 'refunded', purchase: 'p1' } }),
      '+¥20.00 stored value: refunded for goods returned from purchase "p1".',
      '+20元储值：因消费「p1」退货退还。',
    ],
  ],
};

export const ENTRIES: readonly Case[] = [
  ...cases<Reason>(reasons, (words, reason) => words.reason(reason)),
  ...cases<Entry>({ ...entries, ...returned }, (words, each) => words.entry(each)),
];
