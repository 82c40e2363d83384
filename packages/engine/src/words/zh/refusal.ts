import type { BadState } from '../../codec.ts';
import type { Fault } from '../../event.ts';
import type { Refusal } from '../../reason.ts';
import { isAboutBenefits } from '../benefit.ts';
import { isAboutEvents } from '../declared-event.ts';
import { choiceOf, DATE_EXAMPLE, type Field, fieldOf, INSTANT_EXAMPLE, unknownFields, type Whole } from '../field.ts';
import { isStoredValue } from '../figures.ts';
import { isAboutSpending } from '../spending.ts';
import { assertNever } from '../words.ts';
import { benefitRefusalText } from './benefit.ts';
import { couponText, isAboutCoupon } from './coupon.ts';
import { eventRefusalText } from './declared-event.ts';
import { silenceText, statusText } from './member.ts';
import { names, number, type Say } from './say.ts';
import { spendingRefusalText } from './spending.ts';
import { factRefusalText } from './told.ts';

export function refusalText(refusal: Refusal, say: Say): string {
  if (isAboutEvents(refusal)) return eventRefusalText(refusal);
  if (isAboutSpending(refusal)) return spendingRefusalText(refusal, say);
  if (isAboutBenefits(refusal)) return benefitRefusalText(refusal, say);
  if (isAboutCoupon(refusal)) return couponText(refusal, say);
  switch (refusal.code) {
    case 'bad-event':
      return faultText(refusal.fault, say);
    case 'wrong-account':
      return `事件属于账户「${refusal.account}」，却交给了账户「${refusal.expected}」；请交给它自己的账户。`;
    case 'already-member':
      return `不能重复入会（现为：${statusText(refusal.status)}）；退会之后方可重新入会。`;
    case 'unknown-tier':
      return refusal.known.length === 0
        ? `本方案没有等级，无法授予「${refusal.tier}」。`
        : `方案中没有名为「${refusal.tier}」的等级；现有${names(refusal.known)}。`;
    case 'not-a-member':
      return `仅限会员办理（现为：${statusText(refusal.status)}）；请先入会。`;
    case 'paid-mismatch':
      return mismatchText(refusal, say);
    case 'beyond-discretion':
      return discretionText(refusal, say);
    case 'unknown-wallet':
      return `方案中没有名为「${refusal.wallet}」的钱包；现有${names(refusal.known)}。`;
    case 'not-enough':
      return notEnoughText(refusal, say);
    case 'unknown-wish':
      return refusal.known.length === 0
        ? `没有名为「${refusal.wish}」的礼遇可提出：本方案没有须会员提出的礼遇；请从\`asks\`中去掉。`
        : `没有名为「${refusal.wish}」的礼遇可提出；会员可提出的有${names(refusal.known)}。`;
    case 'points-cannot-pay':
      return '本方案的积分不能用于付款；`tenders`中的这一部分请改用其他付款方式。';
    case 'unknown-fact':
    case 'wrong-fact':
      return factRefusalText(refusal);
    case 'no-version':
      return `${say.instant(refusal.atMs)}没有生效中的方案版本；请载入当时有效的版本。`;
    case 'unknown-purchase':
      return `查不到该账户的消费「${refusal.purchase}」；请核对小票上的单号。`;
    case 'not-the-original':
      return `所提供的消费「${refusal.purchase}」与当时的记录不符；请提供日志中的原始事件。`;
    case 'return-period-over':
      return `消费「${refusal.purchase}」已过退货期。`;
    case 'no-such-line':
      return `该单没有第${refusal.line}件；最后一件是第${refusal.lines}件。`;
    case 'more-than-bought':
      return moreThanBoughtText(refusal);
    case 'identity-needed':
      return '入会须出示证件，而此次未登记证件；请在`identity`中填写证件号。';
    case 'identity-taken':
      return `证件「${refusal.identity}」已办有会员卡；一证只办一卡。`;
    case 'identity-not-checked':
      return '会员卡遗失，须核验证件后方可补办；请核验会员证件并填写`identityChecked`。';
    case 'card-not-replaced':
      return '本方案规定：会员卡遗失不补。';
    case 'not-transferable':
      return `会员资格归原账户所有，不得转让；「${refusal.other}」须自行入会。`;
    case 'proof-missing':
      return `退换货须凭${refusal.missing.map((proof) => PROOFS[proof]).join('和')}，顾客未出示。`;
    case 'too-late':
      return `该账户已处理到${say.instant(refusal.atMs)}之后；请改用更晚的时间。`;
    case 'amount-too-large':
      return '金额（或由此得出的余额）过大，无法精确计算；请检查数量和单价有无笔误。';
    default:
      return assertNever(refusal);
  }
}

function mismatchText({ lines, tenders }: Extract<Refusal, { code: 'paid-mismatch' }>, say: Say): string {
  const apart = say.money(Math.abs(lines - tenders));
  return `各件实付合计${say.money(lines)}，付款合计${say.money(tenders)}，相差${apart}；请更正各件的\`paid\`或\`tenders\`。`;
}

const PROOFS: Readonly<Record<'receipt' | 'card', string>> = { receipt: '小票', card: '会员卡' };

function moreThanBoughtText({ line, left }: Extract<Refusal, { code: 'more-than-bought' }>): string {
  return left === '0' ? `第${line}件已无可退。` : `第${line}件还可退的数量为${left}；退货数量须大于0，且不超过此数。`;
}

function notEnoughText(refusal: Extract<Refusal, { code: 'not-enough' }>, say: Say): string {
  const { wallet, available, needed } = refusal;
  const short = isStoredValue(wallet) ? say.money(needed - available) : say.points(needed - available, wallet);
  return `需要${say.amount(needed, wallet)}，可用的只有${say.amount(available, wallet)}，还差${short}；请勿超出可用数额。`;
}

type BeyondDiscretion = Extract<Refusal, { code: 'beyond-discretion' }>;

function discretionText({ line, paid, price, least, most, silence }: BeyondDiscretion, say: Say): string {
  const taken = `第${line}件应付${say.money(price)}，实收${say.money(paid)}`;
  if (silence !== null) return `${taken}：${silenceText(silence)}，店员不能另行定价；请按应付金额收取。`;
  return least === null || most === null
    ? `${taken}：没有规则允许店员为这件商品定价；请按应付金额收取。`
    : `${taken}：店员可在${say.money(least)}至${say.money(most)}之间定价；请在此范围内定价，或按应付金额收取。`;
}

export function faultText(fault: Fault, say: Say): string {
  const { what, mend } = wrongWith(fault, 'event', say);
  return `${what}${mend === null ? '' : `；${mend}`}。`;
}

const WHOLE: Readonly<Record<Whole, string>> = { event: '事件', savedAccount: '内容' };

/** What does not fit, and how to mend it where what is said of it does not tell already. */
interface Wrong {
  readonly what: string;
  readonly mend: string | null;
}

function wrongWith(fault: Fault, whole: Whole, say: Say): Wrong {
  const field = fieldOf(fault, whole);
  const subject = field.path === '' ? WHOLE[whole] : fieldName(field);
  const [size] = fault.allowed ?? [];
  switch (fault.code) {
    case 'notJson':
      return { what: `${subject}不是可读的JSON`, mend: '请检查引号、逗号和括号' };
    case 'missing':
      return missing(field, whole);
    case 'unknownField': {
      const fields = unknownFields(fault).map((path) => fieldName(fieldOf({ ...fault, path }, whole)));
      return { what: `${WHOLE[whole]}中不能有${fields.join('、')}`, mend: '请检查拼写，或将其删去' };
    }
    case 'noSuchInstant':
      return { what: `${subject}所写的日期或时间不存在`, mend: '请检查日、时和时差' };
    case 'noSuchDate':
      return { what: `${subject}所写的日期不存在`, mend: '请检查月和日' };
    case 'tooLarge':
      if (size === undefined) return { what: `${subject}的金额过大`, mend: '请检查有无笔误' };
      return { what: `${subject}${sizeText(field, fault.code, size)}`, mend: null };
    case 'tooSmall':
      return { what: `${subject}${size === undefined ? '过小' : sizeText(field, fault.code, size)}`, mend: null };
    default:
      return { what: `${subject}${formText(field, fault.code, fault.allowed ?? [], say)}`, mend: null };
  }
}

function missing(field: Field, whole: Whole): Wrong {
  if (field.path === '') return { what: whole === 'event' ? '这里没有事件' : '内容不符', mend: null };
  const example = field.example === null ? '' : `，例如${field.example}`;
  return { what: `${WHOLE[whole]}缺少${fieldName(field)}`, mend: `请补上${example}` };
}

type FormCode = 'wrongKind' | 'notOneOf' | 'notDecimal' | 'notInstant' | 'notDate' | 'tooManyDecimals';

/** How a value has to be written. */
function formText({ path, example }: Field, code: FormCode, allowed: readonly string[], say: Say): string {
  switch (code) {
    case 'wrongKind':
      return `须为${kindText(allowed[0])}${example === null ? '' : `，例如${example}`}`;
    case 'notOneOf':
      return allowed.length === 1
        ? `须为${allowed.map(choiceOf).join('')}`
        : `须为${allowed.map(choiceOf).join('、')}之一`;
    case 'notDecimal': {
      const sign = path === 'amount' ? '只有在`adjust`中扣减时才可为负' : '不可为负';
      return `须为加引号的普通数字，例如${example ?? '"20.80"'}：不加千位逗号，不加货币符号，小数点前最多15位，后最多9位，${sign}`;
    }
    case 'notInstant':
      return `须写成${INSTANT_EXAMPLE}的样子`;
    case 'notDate':
      return `须写成${DATE_EXAMPLE}的样子`;
    case 'tooManyDecimals': {
      const { code: currency, minorDigits } = say.about.currency;
      const most = minorDigits === 0 ? '没有小数' : `最多${minorDigits}位小数`;
      return `小数位数过多：${currency}${most}${path === 'amount' ? '，积分没有小数' : ''}`;
    }
    default:
      return assertNever(code);
  }
}

function fieldName({ path, place }: Field): string {
  if (place === null) return `\`${path}\``;
  return `\`${path}\`（第${place.number}${place.list === 'lines' ? '件' : '笔付款'}）`;
}

/** The names of kinds come from JSON's world and are open-ended; a new one still gets a true sentence. */
function kindText(kind: string | undefined): string {
  switch (kind) {
    case 'string':
      return '加引号的文字';
    case 'number':
      return '不加引号的数字';
    case 'int':
      return '不加引号的整数';
    case 'boolean':
      return 'true或false，不加引号';
    case 'array':
      return '方括号中的列表';
    case 'object':
    case 'record':
      return '花括号中的一组字段';
    default:
      return '另一种写法';
  }
}

function sizeText({ holds }: Field, code: 'tooLarge' | 'tooSmall', size: string): string {
  if (holds === 'number') return `${code === 'tooLarge' ? '最大' : '最小'}为${number(size)}`;
  if (code === 'tooSmall') return '不能为空';
  return holds === 'list' ? `最多${number(size)}项` : `最多${number(size)}个字`;
}

export function badStateText(problem: BadState, say: Say): string {
  switch (problem.code) {
    case 'notJson':
      return '所存的账户不是可读的JSON；可能被截断或改动过。';
    case 'notAState': {
      const { what } = wrongWith(problem.fault, 'savedAccount', say);
      return `这不是按本格式保存的账户：${what}；请原样使用当初保存的文本。`;
    }
    case 'unknownWallet':
      return `所存的账户有钱包「${problem.wallet}」，而方案中没有；请把含有它的版本一并载入。`;
    case 'notConserved':
      return `所存的账户中，钱包「${problem.wallet}」账目不平：转入与结余、转出不符；可能被改动过。`;
    default:
      return assertNever(problem);
  }
}
