import type { Mark, MembershipCause, MembershipStatus, Outcome, Silence } from '@laurel/engine';
import { line, prices } from './prices.ts';
import { type Case, cases, type Row, type Table } from './table.ts';

const NOON = Date.parse('2026-05-10T12:00:00+08:00');
const at = { line: 1, start: 0, end: 1 };

function became(
  from: MembershipStatus,
  to: MembershipStatus,
  activeFromMs: number | null = null,
  because: MembershipCause | null = null,
): Extract<Outcome, { kind: 'membership' }> {
  return { kind: 'membership', from, to, atMs: NOON, activeFromMs, because };
}

function cause(kind: MembershipCause['kind'], amount: number, least: number): MembershipCause {
  return { kind, version: '1', at, purchase: 'p1', amount, least };
}

type Move = Extract<Outcome, { kind: 'tier' }>;
type Refund = Extract<Outcome, { kind: 'refund' }>;

/** A refund of one line: money, vouchers, stored value, what is deducted from the money, and points. */
function refund(money: number, vouchers: number, storedValue: number, deducted: number, points = 0): Refund {
  const total = money + vouchers + storedValue + points;
  return { kind: 'refund', purchase: 'p1', total, lines: [total], money, vouchers, storedValue, points, deducted };
}

/** An exchange for goods at ¥350 list price: what they cost, what had been paid for the others, what is deducted. */
function exchanged(total: number, value: number, deducted = 0): Extract<Outcome, { kind: 'exchanged' }> {
  const difference = Math.max(0, value - total);
  const back = { total: difference, money: difference, vouchers: 0, storedValue: 0, points: 0, deducted };
  const toPay = Math.max(0, total - value);
  return { kind: 'exchanged', purchase: 'p1', lines: [line(1, 35_000, total, '0.58')], total, value, toPay, back };
}

function tier(from: string | null, to: string | null, why: Move['why']): Move {
  const at = { line: 1, start: 0, end: 1 };
  return {
    kind: 'tier',
    ladder: 'tiers',
    from,
    to,
    why,
    atMs: Date.parse('2026-05-10T12:00:00+08:00'),
    version: '',
    at,
  };
}

const outcomes: Table<'kind', Outcome> = {
  priced: prices,
  paidDiffers: [
    [
      { kind: 'paidDiffers', quoted: 17_400, paid: 17_000, by: [] },
      '¥174.00 was quoted and ¥170.00 was paid, ¥4.00 less; what was paid stands.',
      '应付174元，实付170元，少收4元；以实付为准。',
    ],
    [
      { kind: 'paidDiffers', quoted: 17_400, paid: 17_401, by: [] },
      '¥174.00 was quoted and ¥174.01 was paid, ¥0.01 more; what was paid stands.',
      '应付174元，实付174.01元，多收0.01元；以实付为准。',
    ],
    [
      {
        kind: 'paidDiffers',
        quoted: 17_400,
        paid: 17_000,
        by: ['会员价', 'Favour'].map((rule) => ({ rule, version: '1', at })),
      },
      '¥174.00 was quoted and ¥170.00 was paid, ¥4.00 less; staff set the price, as "会员价" and "Favour" let them.',
      '应付174元，实付170元，少收4元；由店员按「会员价」、「Favour」定价。',
    ],
  ],
  membership: [
    [
      became('none', 'pending', Date.parse('2026-05-11T15:30:00+08:00')),
      'Joined on 10 May 2026 at 12:00; the membership takes effect on 11 May 2026 at 15:30.',
      '2026年5月10日12:00入会，会员资格将于2026年5月11日15:30生效。',
    ],
    [
      became('none', 'pending'),
      'Joined on 10 May 2026 at 12:00; the membership has yet to take effect.',
      '2026年5月10日12:00入会，会员资格尚待生效。',
    ],
    [
      became('pending', 'active'),
      'The membership took effect on 10 May 2026 at 12:00.',
      '会员资格于2026年5月10日12:00生效。',
    ],
    [
      became('none', 'active'),
      'Joined on 10 May 2026 at 12:00; the membership took effect at once.',
      '2026年5月10日12:00入会，会员资格即时生效。',
    ],
    [
      became('ended', 'active'),
      'Joined again on 10 May 2026 at 12:00; the membership took effect at once.',
      '2026年5月10日12:00重新入会，会员资格即时生效。',
    ],
    [
      became('active', 'dormant'),
      'The membership became dormant on 10 May 2026 at 12:00.',
      '会员资格于2026年5月10日12:00转入休眠。',
    ],
    [
      became('dormant', 'active'),
      'The membership became active again on 10 May 2026 at 12:00.',
      '会员资格于2026年5月10日12:00恢复。',
    ],
    [became('active', 'ended'), 'The membership ended on 10 May 2026 at 12:00.', '会员资格于2026年5月10日12:00终止。'],
    [
      became('none', 'active', null, cause('purchase', 52_000, 50_000)),
      'Joined on 10 May 2026 at 12:00; the membership took effect at once. Purchase "p1" of ¥520.00 reached the ¥500.00 that joining takes.',
      '2026年5月10日12:00入会，会员资格即时生效。消费「p1」计520元，达到入会所需的500元。',
    ],
    [
      became('none', 'active', null, cause('spend', 200_000, 200_000)),
      'Joined on 10 May 2026 at 12:00; the membership took effect at once. With purchase "p1", ¥2,000.00 has been spent in all, and joining takes ¥2,000.00.',
      '2026年5月10日12:00入会，会员资格即时生效。至消费「p1」累计2000元，达到入会所需的2000元。',
    ],
    [
      became('active', 'ended', null, cause('joiningPurchaseBelow', 12_000, 20_000)),
      'The membership ended on 10 May 2026 at 12:00. Of the joining purchase "p1", ¥120.00 is left, and ¥200.00 is needed.',
      '会员资格于2026年5月10日12:00终止。入会消费「p1」只余120元，低于所需的200元。',
    ],
    [
      became('pending', 'none'),
      'The membership was withdrawn on 10 May 2026 at 12:00.',
      '会员资格于2026年5月10日12:00撤销。',
    ],
  ],
  exchanged: [
    [
      exchanged(20_300, 17_400),
      'Line 2: ¥350.00 → ¥203.00, 58% by rule "会员价". The goods that went out cost ¥203.00, and ¥174.00 had been paid for those that came back: ¥29.00 to pay.',
      '第2件：350元，按规则「会员价」享五八折，应付203元。换出商品计203元，换回商品原付174元，应补29元。',
    ],
    [
      exchanged(20_300, 20_300),
      'Line 2: ¥350.00 → ¥203.00, 58% by rule "会员价". The goods that went out cost ¥203.00, and ¥203.00 had been paid for those that came back: nothing to pay.',
      '第2件：350元，按规则「会员价」享五八折，应付203元。换出商品计203元，换回商品原付203元，无须补款。',
    ],
    [
      exchanged(20_300, 23_200, 260),
      'Line 2: ¥350.00 → ¥203.00, 58% by rule "会员价". The goods that went out cost ¥203.00, and ¥232.00 had been paid for those that came back. Refund: ¥26.40; of the ¥29.00 paid, ¥2.60 is deducted for points already used.',
      '第2件：350元，按规则「会员价」享五八折，应付203元。换出商品计203元，换回商品原付232元。退货商品实付29元，扣除已用积分折合的2.60元，应退26.40元。',
    ],
  ],
  cardReplaced: [
    [
      { kind: 'cardReplaced' },
      'The lost card is replaced; balance and history go on.',
      '遗失的会员卡已补办，余额和记录照旧。',
    ],
  ],
  limitUsed: [
    [
      { kind: 'limitUsed', rule: 'R', at, per: 'year', times: 1, of: 1, until: '2026-12-31' },
      '"R" was used: its only time per year, until 31 December 2026.',
      '「R」已用：每年仅此一次，计至2026年12月31日。',
    ],
    [
      { kind: 'limitUsed', rule: 'R', at, per: 'birthday', times: 2, of: 3, until: '2026-11-08' },
      '"R" was used: 2 of 3 times per birthday, until 8 November 2026.',
      '「R」已用：每个生日3次中的第2次，计至2026年11月8日。',
    ],
    [
      { kind: 'limitUsed', rule: 'R', at, per: 'lifetime', times: 1, of: 2, until: null },
      '"R" was used: 1 of 2 times per member.',
      '「R」已用：每位会员两次中的第1次。',
    ],
  ],
  limitFreed: [
    [
      { kind: 'limitFreed', rule: 'R' },
      'All that "R" gave has come back; that use does not count any more.',
      '「R」所得已全部退回，该次不再计入。',
    ],
  ],
  tierGiven: [
    [
      { kind: 'tierGiven', ladder: 'L', tier: 'Gold', until: '2026-12-31', reason: 'A wedding', by: 'Ann' },
      'Staff (Ann) gave tier "Gold" through 31 December 2026: A wedding.',
      '店方（Ann）授予「Gold」等级，至2026年12月31日止：A wedding。',
    ],
    [
      { kind: 'tierGiven', ladder: 'L', tier: 'Gold', until: null, reason: 'A wedding', by: null },
      'Staff gave tier "Gold": A wedding.',
      '店方授予「Gold」等级：A wedding。',
    ],
  ],
  tier: [
    [
      tier('Silver', 'Gold', 'given'),
      'Tier "Gold" instead of "Silver" on 10 May 2026 at 12:00: staff gave it.',
      '2026年5月10日12:00等级由「Silver」变为「Gold」：店方授予。',
    ],
    [
      tier('Gold', 'Silver', 'givenEnded'),
      'Tier "Silver" instead of "Gold" on 10 May 2026 at 12:00: what staff gave is over.',
      '2026年5月10日12:00等级由「Gold」变为「Silver」：店方授予的等级到期。',
    ],
    [
      tier(null, 'Silver', 'started'),
      'Tier "Silver" began on 10 May 2026 at 12:00: every member begins there.',
      '2026年5月10日12:00成为「Silver」：会员的起始等级。',
    ],
    [
      tier('Silver', 'Gold', 'reached'),
      'Tier "Gold" instead of "Silver" on 10 May 2026 at 12:00: what it takes was reached.',
      '2026年5月10日12:00等级由「Silver」变为「Gold」：已达到该等级的门槛。',
    ],
    [
      tier('Gold', 'Silver', 'review'),
      'Tier "Silver" instead of "Gold" on 10 May 2026 at 12:00: what keeps the tier was not reached at the review.',
      '2026年5月10日12:00等级由「Gold」变为「Silver」：复核时未达到保级门槛。',
    ],
    [
      tier('Gold', 'Silver', 'lapse'),
      'Tier "Silver" instead of "Gold" on 10 May 2026 at 12:00: no purchase for too long.',
      '2026年5月10日12:00等级由「Gold」变为「Silver」：过久没有消费。',
    ],
    [
      tier('Gold', 'Silver', 'return'),
      'Tier "Silver" instead of "Gold" on 10 May 2026 at 12:00: what came back no longer counts.',
      '2026年5月10日12:00等级由「Gold」变为「Silver」：退回的商品不再计入。',
    ],
    [
      tier('Silver', null, 'left'),
      'Tier "Silver" ended on 10 May 2026 at 12:00: the membership ended.',
      '2026年5月10日12:00「Silver」等级终止：会员资格终止。',
    ],
  ],
  silent: [
    [
      { kind: 'silent', why: 'cardNotShown' },
      'No rule acts: the card was not shown before paying.',
      '各项规则均不适用：付款前未出示会员卡。',
    ],
  ],
  given: [
    [
      {
        kind: 'given',
        by: { rule: 'R', version: '1', at },
        what: { kind: 'coupon', name: 'Autumn' },
        times: 1,
        basis: null,
      },
      'Give the coupon "Autumn" ("R").',
      '请发放优惠券「Autumn」（「R」）。',
    ],
    [
      {
        kind: 'given',
        by: { rule: 'R', version: '1', at },
        what: { kind: 'gift', name: 'Umbrella' },
        times: 2,
        basis: null,
      },
      'Give the gift "Umbrella" × 2 ("R").',
      '请发放礼品「Umbrella」×2（「R」）。',
    ],
    [
      {
        kind: 'given',
        by: { rule: 'R', version: '1', at },
        what: { kind: 'voucher', amount: 5000 },
        times: 1,
        basis: null,
      },
      'Give a ¥50.00 voucher ("R").',
      '请发放50元购物券（「R」）。',
    ],
    [
      {
        kind: 'given',
        by: { rule: 'R', version: '1', at },
        what: { kind: 'cash', amount: 2000 },
        times: 2,
        basis: null,
      },
      'Give ¥40.00 in cash ("R").',
      '请发放现金40元（「R」）。',
    ],
    [
      {
        kind: 'given',
        by: { rule: 'R', version: '1', at },
        what: { kind: 'voucher', amount: 90000 },
        times: 1,
        basis: { of: { kind: 'balance', wallet: 'points' }, value: 30000, before: 0 },
      },
      'Give a ¥900.00 voucher ("R"; unspent points: 30,000 points).',
      '请发放900元购物券（「R」，未使用积分30,000积分）。',
    ],
  ],
  reversed: [
    [
      { kind: 'reversed', reward: 'Umbrella', redemption: 'r1', times: 1 },
      '"Umbrella" of redemption "r1" is taken back; what it gave is to be handed in.',
      '兑换「r1」（「Umbrella」）已撤销，所得之物应予收回。',
    ],
  ],
  notify: [
    [
      { kind: 'notify', by: { rule: 'R', version: '1', at }, message: 'Happy birthday' },
      'Tell the member: "Happy birthday" ("R").',
      '请通知会员：「Happy birthday」（「R」）。',
    ],
  ],
  benefitUsed: [
    [
      { kind: 'benefitUsed', benefit: { rule: 'Parking', version: '1', at }, times: 1, quotas: [] },
      '"Parking" is used; it has no limit.',
      '「Parking」已使用，不限次数。',
    ],
    [
      {
        kind: 'benefitUsed',
        benefit: { rule: 'Health check', version: '1', at },
        times: 1,
        quotas: [{ per: 'membershipYear', of: 1, used: 1, until: '2027-01-01' }],
      },
      '"Health check" is used: the only time per membership year, until 1 January 2027.',
      '「Health check」已使用：每个会员年度仅此一次，计至2027年1月1日。',
    ],
    [
      {
        kind: 'benefitUsed',
        benefit: { rule: 'Car wash', version: '1', at },
        times: 2,
        quotas: [
          { per: 'month', of: 3, used: 3, until: '2026-05-31' },
          { per: 'lifetime', of: 20, used: 12, until: null },
        ],
      },
      '"Car wash" × 2 is used: 3 of 3 times per month, until 31 May 2026; 12 of 20 times per member.',
      '「Car wash」×2已使用：每月3次，已用3次，计至2026年5月31日；每位会员20次，已用12次。',
    ],
  ],
  useTakenBack: [
    [
      { kind: 'useTakenBack', benefit: 'Car wash', use: 'u1', times: 2 },
      'Use "u1" of "Car wash" × 2 is taken back; it can be used again.',
      '「Car wash」×2的使用「u1」已撤销，可再使用。',
    ],
  ],
  refund: [
    [refund(7992, 0, 0, 0), 'Refund: ¥79.92.', '应退79.92元。'],
    [refund(0, 2000, 0, 0), 'Refund: ¥20.00 as a voucher.', '应退购物券20元。'],
    [
      refund(5000, 2000, 992, 0),
      'Refund: ¥50.00 in money, ¥20.00 as a voucher and ¥9.92 as stored value.',
      '应退现款50元、购物券20元、储值9.92元。',
    ],
    [
      refund(116_000, 0, 0, 2000),
      'Refund: ¥1,140.00; of the ¥1,160.00 paid, ¥20.00 is deducted for points already used.',
      '退货商品实付1160元，扣除已用积分折合的20元，应退1140元。',
    ],
    [
      refund(5000, 0, 2000, 2000),
      'Refund: ¥30.00 in money and ¥20.00 as stored value; of the ¥70.00 paid, ¥20.00 is deducted for points already used.',
      '退货商品实付70元，扣除已用积分折合的20元，应退现款30元、储值20元。',
    ],
    [
      refund(1500, 500, 0, 1500),
      'Refund: ¥5.00 as a voucher; of the ¥20.00 paid, ¥15.00 is deducted for points already used.',
      '退货商品实付20元，扣除已用积分折合的15元，应退购物券5元。',
    ],
    [
      refund(5000, 0, 0, -200),
      'Refund: ¥52.00; ¥2.00 of it was deducted for points before.',
      '应退52元，其中2元为此前因积分扣除的款项。',
    ],
    [refund(0, 0, 0, 0), 'Nothing to refund.', '无款可退。'],
    [refund(5000, 0, 0, 0, 2000), 'Refund: ¥50.00 in money and ¥20.00 in points.', '应退现款50元、折合20元的积分。'],
    [
      refund(2000, 0, 0, 2000),
      'Nothing to refund; of the ¥20.00 paid, ¥20.00 is deducted for points already used.',
      '退货商品实付20元，扣除已用积分折合的20元，无款可退。',
    ],
  ],
};

const silences: Readonly<Record<Silence, readonly Row<Silence>[]>> = {
  notMember: [['notMember', 'No rule acts: the customer has not joined.', '各项规则均不适用：顾客尚未入会。']],
  pending: [
    ['pending', 'No rule acts: the membership has yet to take effect.', '各项规则均不适用：会员资格尚未生效。'],
  ],
  dormant: [
    [
      'dormant',
      'No rule acts: the membership is dormant until the next purchase.',
      '各项规则均不适用：会员资格处于休眠，下次消费时恢复。',
    ],
  ],
  ended: [['ended', 'No rule acts: the membership has ended.', '各项规则均不适用：会员资格已终止。']],
  cardNotShown: [
    ['cardNotShown', 'No rule acts: the card was not shown before paying.', '各项规则均不适用：付款前未出示会员卡。'],
  ],
};

const statuses: Readonly<Record<MembershipStatus, readonly Row<MembershipStatus>[]>> = {
  none: [['none', 'not a member', '非会员']],
  pending: [['pending', 'joined, not yet in effect', '已入会，待生效']],
  active: [['active', 'member', '会员']],
  dormant: [['dormant', 'dormant member', '休眠会员']],
  ended: [['ended', 'membership ended', '会员资格已终止']],
};

const marks: Readonly<Record<string, readonly Row<Mark>[]>> = {
  event: [
    [
      { atMs: NOON, rank: 2, sequence: 0, id: 'p3' },
      'Nothing changed: the account has seen event "p3" of 10 May 2026 at 12:00, and this comes no later.',
      '未作变动：该账户已处理到2026年5月10日12:00的事件「p3」，本次并不在其后。',
    ],
  ],
  time: [
    [
      { atMs: NOON + 30_500, rank: -1, sequence: 0, id: '' },
      'Nothing changed: the account already stands at 10 May 2026 at 12:00:30.500, and this comes no later.',
      '未作变动：该账户已处理到2026年5月10日12:00:30.500，本次并不晚于此时。',
    ],
  ],
};

export const OUTCOMES: readonly Case[] = [
  ...cases<Outcome>(outcomes, (words, outcome) => words.outcome(outcome)),
  ...cases<Silence>(silences, (words, silence) => words.silence(silence)),
  ...cases<MembershipStatus>(statuses, (words, status) => words.status(status)),
  ...cases<Mark>(marks, (words, mark) => words.notNew(mark)),
];
