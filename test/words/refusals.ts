import type { BadState, Fault, Refusal } from '@laurel/engine';
import { BENEFIT_REFUSALS } from './benefits.ts';
import { COUPON_REFUSALS } from './coupons.ts';
import { EVENT_REFUSALS } from './declared-events.ts';
import { FACT_REFUSALS } from './facts.ts';
import { SPENDING_REFUSALS } from './spending.ts';
import { type Case, cases, type Table } from './table.ts';

const NOON = Date.parse('2026-05-10T12:00:00+08:00');

const refusals: Table<'code', Refusal> = {
  ...SPENDING_REFUSALS,
  ...BENEFIT_REFUSALS,
  ...COUPON_REFUSALS,
  ...FACT_REFUSALS,
  ...EVENT_REFUSALS,
  'bad-event': [
    [
      { code: 'bad-event', fault: { path: 'lines.0.quantity', code: 'missing' } },
      'The event has no field `lines.0.quantity` (line 1); add it, for example "1".',
      '事件缺少`lines.0.quantity`（第1件）；请补上，例如"1"。',
    ],
  ],
  'wrong-account': [
    [
      { code: 'wrong-account', account: 'm2', expected: 'm1' },
      'The event belongs to account "m2" and was given to account "m1"; give it to its own.',
      '事件属于账户「m2」，却交给了账户「m1」；请交给它自己的账户。',
    ],
  ],
  'already-member': [
    [
      { code: 'already-member', status: 'pending' },
      'The customer cannot join twice (now: joined, not yet in effect); only after leaving can one join again.',
      '不能重复入会（现为：已入会，待生效）；退会之后方可重新入会。',
    ],
  ],
  'not-a-member': [
    [
      { code: 'not-a-member', status: 'none' },
      'This takes a member (now: not a member); let the customer join first.',
      '仅限会员办理（现为：非会员）；请先入会。',
    ],
  ],
  'paid-mismatch': [
    [
      { code: 'paid-mismatch', lines: 17_400, tenders: 17_000 },
      'The lines say that ¥174.00 was paid, and the tenders come to ¥170.00: ¥4.00 apart; correct `paid` in the lines, or `tenders`.',
      '各件实付合计174元，付款合计170元，相差4元；请更正各件的`paid`或`tenders`。',
    ],
  ],
  'beyond-discretion': [
    [
      { code: 'beyond-discretion', line: 1, paid: 13_000, price: 20_000, least: 14_000, most: 18_000, silence: null },
      'Line 1 costs ¥200.00, and ¥130.00 was taken: staff may go from ¥140.00 to ¥180.00; stay within that, or take the price as it is.',
      '第1件应付200元，实收130元：店员可在140元至180元之间定价；请在此范围内定价，或按应付金额收取。',
    ],
    [
      { code: 'beyond-discretion', line: 2, paid: 13_000, price: 20_000, least: null, most: null, silence: null },
      'Line 2 costs ¥200.00, and ¥130.00 was taken: no rule lets staff set a price here; take the price as it is.',
      '第2件应付200元，实收130元：没有规则允许店员为这件商品定价；请按应付金额收取。',
    ],
    [
      {
        code: 'beyond-discretion',
        line: 1,
        paid: 18_000,
        price: 20_000,
        least: null,
        most: null,
        silence: 'notMember',
      },
      'Line 1 costs ¥200.00, and ¥180.00 was taken: staff cannot set a price, because the customer has not joined; take the price as it is.',
      '第1件应付200元，实收180元：顾客尚未入会，店员不能另行定价；请按应付金额收取。',
    ],
  ],
  'unknown-wallet': [
    [
      { code: 'unknown-wallet', wallet: 'Mils', known: ['stored value', 'points', 'Miles'] },
      'The program has no wallet "Mils"; it has "stored value", "points" and "Miles".',
      '方案中没有名为「Mils」的钱包；现有「stored value」（储值）、「points」、「Miles」。',
    ],
  ],
  'not-enough': [
    [
      { code: 'not-enough', wallet: 'points', available: 200, needed: 20_000 },
      '20,000 points needed and only 200 points available: 19,800 points short; take no more than there is.',
      '需要20,000积分，可用的只有200积分，还差19,800积分；请勿超出可用数额。',
    ],
    [
      { code: 'not-enough', wallet: 'stored value', available: 2000, needed: 2080 },
      '¥20.80 stored value needed and only ¥20.00 stored value available: ¥0.80 short; take no more than there is.',
      '需要20.80元储值，可用的只有20元储值，还差0.80元；请勿超出可用数额。',
    ],
  ],
  'unknown-tier': [
    [
      { code: 'unknown-tier', tier: 'Golt', known: ['Silver', '金卡'] },
      'The program has no tier "Golt"; it has "Silver" and "金卡".',
      '方案中没有名为「Golt」的等级；现有「Silver」、「金卡」。',
    ],
    [
      { code: 'unknown-tier', tier: 'Gold', known: [] },
      'The program has no tiers, so "Gold" cannot be given.',
      '本方案没有等级，无法授予「Gold」。',
    ],
  ],
  'unknown-wish': [
    [
      { code: 'unknown-wish', wish: 'Birthday treet', known: ['Birthday treat', '生日礼遇'] },
      'Nothing named "Birthday treet" can be asked for; what can be is "Birthday treat" or "生日礼遇".',
      '没有名为「Birthday treet」的礼遇可提出；会员可提出的有「Birthday treat」、「生日礼遇」。',
    ],
    [
      { code: 'unknown-wish', wish: 'X', known: [] },
      'Nothing named "X" can be asked for: the program offers nothing on request; leave it out of `asks`.',
      '没有名为「X」的礼遇可提出：本方案没有须会员提出的礼遇；请从`asks`中去掉。',
    ],
  ],
  'points-cannot-pay': [
    [
      { code: 'points-cannot-pay' },
      'Points cannot pay for a purchase in this program; settle that part of `tenders` in another way.',
      '本方案的积分不能用于付款；`tenders`中的这一部分请改用其他付款方式。',
    ],
  ],
  'no-version': [
    [
      { code: 'no-version', atMs: NOON },
      'No version of the program was in force on 10 May 2026 at 12:00; load one that was.',
      '2026年5月10日12:00没有生效中的方案版本；请载入当时有效的版本。',
    ],
  ],
  'unknown-purchase': [
    [
      { code: 'unknown-purchase', purchase: 'p7' },
      'No purchase "p7" of this account is known; check the number on the receipt.',
      '查不到该账户的消费「p7」；请核对小票上的单号。',
    ],
  ],
  'not-the-original': [
    [
      { code: 'not-the-original', purchase: 'p1' },
      'What was handed in as purchase "p1" is not what was bought; hand in the event as it stands in the log.',
      '所提供的消费「p1」与当时的记录不符；请提供日志中的原始事件。',
    ],
  ],
  'return-period-over': [
    [
      { code: 'return-period-over', purchase: 'p1' },
      'The time for returning goods from purchase "p1" is over.',
      '消费「p1」已过退货期。',
    ],
  ],
  'no-such-line': [
    [
      { code: 'no-such-line', line: 3, lines: 2 },
      'The purchase has no line 3; its last is line 2.',
      '该单没有第3件；最后一件是第2件。',
    ],
  ],
  'more-than-bought': [
    [
      { code: 'more-than-bought', line: 1, left: '1.5' },
      'Of line 1, 1.5 can still be returned; choose a quantity above 0 and no larger than that.',
      '第1件还可退的数量为1.5；退货数量须大于0，且不超过此数。',
    ],
    [{ code: 'more-than-bought', line: 2, left: '0' }, 'Nothing of line 2 is left to return.', '第2件已无可退。'],
  ],
  'identity-needed': [
    [
      { code: 'identity-needed' },
      'Joining takes an identity document, and none was given; put its number into `identity`.',
      '入会须出示证件，而此次未登记证件；请在`identity`中填写证件号。',
    ],
  ],
  'identity-taken': [
    [
      { code: 'identity-taken', identity: '4711' },
      'The identity document "4711" already has a membership; there is only one for each.',
      '证件「4711」已办有会员卡；一证只办一卡。',
    ],
  ],
  'identity-not-checked': [
    [
      { code: 'identity-not-checked' },
      "A lost card is replaced only after an identity check; check the member's document and set `identityChecked`.",
      '会员卡遗失，须核验证件后方可补办；请核验会员证件并填写`identityChecked`。',
    ],
  ],
  'card-not-replaced': [
    [{ code: 'card-not-replaced' }, 'A lost card is not replaced in this program.', '本方案规定：会员卡遗失不补。'],
  ],
  'not-transferable': [
    [
      { code: 'not-transferable', other: 'm2' },
      'A membership stays with its account and cannot be passed on; "m2" has to join for itself.',
      '会员资格归原账户所有，不得转让；「m2」须自行入会。',
    ],
  ],
  'proof-missing': [
    [
      { code: 'proof-missing', missing: ['receipt'] },
      'Goods come back only with the receipt, which the customer did not show.',
      '退换货须凭小票，顾客未出示。',
    ],
    [
      { code: 'proof-missing', missing: ['receipt', 'card'] },
      'Goods come back only with the receipt and card, which the customer did not show.',
      '退换货须凭小票和会员卡，顾客未出示。',
    ],
  ],
  'too-late': [
    [
      { code: 'too-late', atMs: NOON },
      'The account is already past 10 May 2026 at 12:00; choose a later time.',
      '该账户已处理到2026年5月10日12:00之后；请改用更晚的时间。',
    ],
  ],
  'amount-too-large': [
    [
      { code: 'amount-too-large' },
      'An amount, or the balance that it leads to, is too large to be counted exactly; check quantities and prices for slips.',
      '金额（或由此得出的余额）过大，无法精确计算；请检查数量和单价有无笔误。',
    ],
  ],
};

/** A fault's code is one union of words in one type, so its table is by code alone. */
const faults: { readonly [Code in Fault['code']]: readonly (readonly [Fault, string, string])[] } = {
  notJson: [
    [
      { path: '', code: 'notJson' },
      'The event cannot be read as JSON; check its quotes, commas and brackets.',
      '事件不是可读的JSON；请检查引号、逗号和括号。',
    ],
  ],
  missing: [
    [{ path: '', code: 'missing' }, 'There is no event here.', '这里没有事件。'],
    [
      { path: 'at', code: 'missing' },
      'The event has no field `at`; add it, for example "2026-05-10T12:00:00+08:00".',
      '事件缺少`at`；请补上，例如"2026-05-10T12:00:00+08:00"。',
    ],
    [{ path: 'lines', code: 'missing' }, 'The event has no field `lines`; add it.', '事件缺少`lines`；请补上。'],
    [
      { path: 'tenders.1.kind', code: 'missing' },
      'The event has no field `tenders.1.kind` (tender 2); add it, for example "cash".',
      '事件缺少`tenders.1.kind`（第2笔付款）；请补上，例如"cash"。',
    ],
  ],
  unknownField: [
    [
      { path: '', code: 'unknownField', allowed: ['foo', 'bar'] },
      'The event cannot have `foo` and `bar`; check the spelling, or leave it out.',
      '事件中不能有`foo`、`bar`；请检查拼写，或将其删去。',
    ],
    [
      { path: 'lines.1', code: 'unknownField', allowed: ['qty'] },
      'The event cannot have `lines.1.qty` (line 2); check the spelling, or leave it out.',
      '事件中不能有`lines.1.qty`（第2件）；请检查拼写，或将其删去。',
    ],
  ],
  wrongKind: [
    [
      { path: '', code: 'wrongKind', allowed: ['object'] },
      'The event must be a group of fields in braces.',
      '事件须为花括号中的一组字段。',
    ],
    [
      { path: 'lines.0.quantity', code: 'wrongKind', allowed: ['string'] },
      '`lines.0.quantity` (line 1) must be text in quotes, like "1".',
      '`lines.0.quantity`（第1件）须为加引号的文字，例如"1"。',
    ],
    [
      { path: 'sequence', code: 'wrongKind', allowed: ['int'] },
      '`sequence` must be a whole number without quotes.',
      '`sequence`须为不加引号的整数。',
    ],
    [
      { path: 'sequence', code: 'wrongKind', allowed: ['number'] },
      '`sequence` must be a number without quotes.',
      '`sequence`须为不加引号的数字。',
    ],
    [
      { path: 'cardShown', code: 'wrongKind', allowed: ['boolean'] },
      '`cardShown` must be true or false, without quotes.',
      '`cardShown`须为true或false，不加引号。',
    ],
    [
      { path: 'asks', code: 'wrongKind', allowed: ['array'] },
      '`asks` must be a list in square brackets.',
      '`asks`须为方括号中的列表。',
    ],
    [{ path: 'asks', code: 'wrongKind' }, '`asks` must be written in another form.', '`asks`须为另一种写法。'],
  ],
  notOneOf: [
    [
      { path: 'tenders.0.kind', code: 'notOneOf', allowed: ['cash', 'card', 'voucher'] },
      '`tenders.0.kind` (tender 1) must be "cash", "card" or "voucher".',
      '`tenders.0.kind`（第1笔付款）须为"cash"、"card"、"voucher"之一。',
    ],
  ],
  notDecimal: [
    [
      { path: 'lines.0.unitPrice', code: 'notDecimal' },
      '`lines.0.unitPrice` (line 1) must be a plain number in quotes, like "300.00": no commas, no currency sign, at most 15 digits before the point and 9 after it, and not below zero.',
      '`lines.0.unitPrice`（第1件）须为加引号的普通数字，例如"300.00"：不加千位逗号，不加货币符号，小数点前最多15位，后最多9位，不可为负。',
    ],
    [
      { path: 'amount', code: 'notDecimal' },
      '`amount` must be a plain number in quotes, like "150.00": no commas, no currency sign, at most 15 digits before the point and 9 after it, and below zero only to take away in `adjust`.',
      '`amount`须为加引号的普通数字，例如"150.00"：不加千位逗号，不加货币符号，小数点前最多15位，后最多9位，只有在`adjust`中扣减时才可为负。',
    ],
  ],
  notInstant: [
    [
      { path: 'at', code: 'notInstant' },
      '`at` must look like 2026-05-10T12:00:00+08:00.',
      '`at`须写成2026-05-10T12:00:00+08:00的样子。',
    ],
  ],
  notDate: [
    [
      { path: 'profile.birthday', code: 'notDate' },
      '`profile.birthday` must look like 1990-05-10.',
      '`profile.birthday`须写成1990-05-10的样子。',
    ],
  ],
  noSuchInstant: [
    [
      { path: 'at', code: 'noSuchInstant' },
      '`at` names a day or a time that does not exist; check the day of the month, the hour and the offset.',
      '`at`所写的日期或时间不存在；请检查日、时和时差。',
    ],
  ],
  noSuchDate: [
    [
      { path: 'profile.birthday', code: 'noSuchDate' },
      '`profile.birthday` names a day that does not exist; check the month and the day.',
      '`profile.birthday`所写的日期不存在；请检查月和日。',
    ],
  ],
  tooManyDecimals: [
    [
      { path: 'lines.0.paid', code: 'tooManyDecimals' },
      '`lines.0.paid` (line 1) has too many decimals: CNY has at most 2.',
      '`lines.0.paid`（第1件）小数位数过多：CNY最多2位小数。',
    ],
    [
      { path: 'amount', code: 'tooManyDecimals' },
      '`amount` has too many decimals: CNY has at most 2, and points have none.',
      '`amount`小数位数过多：CNY最多2位小数，积分没有小数。',
    ],
  ],
  tooLarge: [
    [
      { path: 'id', code: 'tooLarge', allowed: ['200'] },
      '`id` can be at most 200 characters long.',
      '`id`最多200个字。',
    ],
    [
      { path: 'lines', code: 'tooLarge', allowed: ['10000'] },
      '`lines` can hold at most 10,000.',
      '`lines`最多10,000项。',
    ],
    [
      { path: 'sequence', code: 'tooLarge', allowed: ['9007199254740991'] },
      '`sequence` must be at most 9,007,199,254,740,991.',
      '`sequence`最大为9,007,199,254,740,991。',
    ],
    [
      { path: 'lines', code: 'tooLarge' },
      '`lines` comes to too large an amount; check it for slips.',
      '`lines`的金额过大；请检查有无笔误。',
    ],
  ],
  tooSmall: [
    [{ path: 'id', code: 'tooSmall', allowed: ['1'] }, '`id` must not be empty.', '`id`不能为空。'],
    [{ path: 'sequence', code: 'tooSmall', allowed: ['0'] }, '`sequence` must be at least 0.', '`sequence`最小为0。'],
    [{ path: 'amount', code: 'tooSmall' }, '`amount` is too small.', '`amount`过小。'],
  ],
};

const badStates: Table<'code', BadState> = {
  notJson: [
    [
      { code: 'notJson' },
      'The saved account cannot be read as JSON; it may have been cut off or edited.',
      '所存的账户不是可读的JSON；可能被截断或改动过。',
    ],
  ],
  notAState: [
    [
      { code: 'notAState', fault: { path: 'wallets.0.name', code: 'missing' } },
      'The text is not an account saved in this format: it has no field `wallets.0.name`; use the text just as it was saved.',
      '这不是按本格式保存的账户：内容缺少`wallets.0.name`；请原样使用当初保存的文本。',
    ],
    [
      { code: 'notAState', fault: { path: '', code: 'missing' } },
      'The text is not an account saved in this format: it does not fit; use the text just as it was saved.',
      '这不是按本格式保存的账户：内容不符；请原样使用当初保存的文本。',
    ],
    [
      { code: 'notAState', fault: { path: '', code: 'wrongKind', allowed: ['object'] } },
      'The text is not an account saved in this format: it must be a group of fields in braces; use the text just as it was saved.',
      '这不是按本格式保存的账户：内容须为花括号中的一组字段；请原样使用当初保存的文本。',
    ],
    [
      { code: 'notAState', fault: { path: 'birthday', code: 'wrongKind', allowed: ['object'] } },
      'The text is not an account saved in this format: `birthday` must be a group of fields in braces; use the text just as it was saved.',
      '这不是按本格式保存的账户：`birthday`须为花括号中的一组字段；请原样使用当初保存的文本。',
    ],
    [
      { code: 'notAState', fault: { path: 'mark', code: 'unknownField', allowed: ['at'] } },
      'The text is not an account saved in this format: it cannot have `mark.at`; use the text just as it was saved.',
      '这不是按本格式保存的账户：内容中不能有`mark.at`；请原样使用当初保存的文本。',
    ],
    [
      { code: 'notAState', fault: { path: 'laurel', code: 'notOneOf', allowed: ['1'] } },
      'The text is not an account saved in this format: `laurel` must be 1; use the text just as it was saved.',
      '这不是按本格式保存的账户：`laurel`须为1；请原样使用当初保存的文本。',
    ],
    [
      { code: 'notAState', fault: { path: 'status', code: 'notOneOf', allowed: ['active', 'ended'] } },
      'The text is not an account saved in this format: `status` must be "active" or "ended"; use the text just as it was saved.',
      '这不是按本格式保存的账户：`status`须为"active"、"ended"之一；请原样使用当初保存的文本。',
    ],
    [
      { code: 'notAState', fault: { path: 'account', code: 'tooSmall', allowed: ['1'] } },
      'The text is not an account saved in this format: `account` must not be empty; use the text just as it was saved.',
      '这不是按本格式保存的账户：`account`不能为空；请原样使用当初保存的文本。',
    ],
    [
      { code: 'notAState', fault: { path: 'entries', code: 'tooSmall', allowed: ['0'] } },
      'The text is not an account saved in this format: `entries` must be at least 0; use the text just as it was saved.',
      '这不是按本格式保存的账户：`entries`最小为0；请原样使用当初保存的文本。',
    ],
    [
      { code: 'notAState', fault: { path: 'birthday.month', code: 'tooLarge', allowed: ['12'] } },
      'The text is not an account saved in this format: `birthday.month` must be at most 12; use the text just as it was saved.',
      '这不是按本格式保存的账户：`birthday.month`最大为12；请原样使用当初保存的文本。',
    ],
  ],
  unknownWallet: [
    [
      { code: 'unknownWallet', wallet: 'Miles' },
      'The saved account has a wallet "Miles" that the program does not know; load the version that has it as well.',
      '所存的账户有钱包「Miles」，而方案中没有；请把含有它的版本一并载入。',
    ],
  ],
  notConserved: [
    [
      { code: 'notConserved', wallet: '积分' },
      'The saved account does not add up in wallet "积分": what came in is not what is left and what went out; it may have been edited.',
      '所存的账户中，钱包「积分」账目不平：转入与结余、转出不符；可能被改动过。',
    ],
  ],
};

export const REFUSALS: readonly Case[] = [
  ...cases<Refusal>(refusals, (words, refusal) => words.refusal(refusal)),
  ...cases<Fault>(faults, (words, fault) => words.fault(fault)),
  ...cases<BadState>(badStates, (words, problem) => words.badState(problem)),
];
