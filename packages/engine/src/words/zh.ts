import type { Entry } from '../ledger.ts';
import type { Rounding } from '../number.ts';
import { couponIn } from '../program.ts';
import type { LinePrice, Outcome, Reason, WayNotEarning } from '../reason.ts';
import { type EarnedStory, earnedStory, type Multiplied, type RateTerm, type Stacking, shareOf } from './earned.ts';
import { countedDecimal, decimalOf, exact, percentOf, signOf, times, trimmed } from './figures.ts';
import { type About, assertNever, type Words } from './words.ts';
import { benefitUsedText, useTakenBackText } from './zh/benefit.ts';
import { fateText } from './zh/fate.ts';
import { givenByRule, givenText, redeemedText, reversedText, undoneText } from './zh/given.ts';
import { limitFreedText, limitUsedText } from './zh/limit.ts';
import { membershipText, silenceText, statusText } from './zh/member.ts';
import { badStateText, faultText, refusalText } from './zh/refusal.ts';
import { exchangedPointsText, exchangedText, refundedText, refundText, takenBackText } from './zh/return.ts';
import { figures, names, number, type Say } from './zh/say.ts';
import { givenTierText, tierText } from './zh/tier.ts';
import { notifyText } from './zh/told.ts';

/** The engine's data in Chinese. */
export function chinese(about: About): Words {
  const say = figures(about);
  return {
    money: say.money,
    points: say.points,
    date: say.date,
    instant: say.instant,
    entry: (entry) => entryText(entry, say),
    reason: (reason) => `${cause(reason, undefined, say)}。`,
    outcome: (outcome) => outcomeText(outcome, say),
    silence: (silence) => `各项规则均不适用：${silenceText(silence)}。`,
    refusal: (refusal) => refusalText(refusal, say),
    fault: (fault) => faultText(fault, say),
    notNew: ({ atMs, rank, id }) =>
      rank < 0
        ? `未作变动：该账户已处理到${say.instant(atMs)}，本次并不晚于此时。`
        : `未作变动：该账户已处理到${say.instant(atMs)}的事件「${id}」，本次并不在其后。`,
    fate: (fate) => fateText(fate, say),
    badState: (problem) => badStateText(problem, say),
    status: statusText,
  };
}

function entryText({ from, to, amount, wallet, reason }: Entry, say: Say): string {
  const arrives = from === 'issued' || to === 'available';
  const why = whyOf(reason, { from, to }, arrives, wallet, say);
  const later = to === 'pending' ? '；待生效' : '';
  return `${signOf(from, to)}${say.amount(amount, wallet)}：${why}${later}。`;
}

type Way = Pick<Entry, 'from' | 'to'>;

function whyOf(reason: Reason, { from, to }: Way, arrives: boolean, wallet: string, say: Say): string {
  if (reason.kind === 'converted') return halfOfConversion(reason, arrives, say);
  return reason.kind === 'takenBack' ? takenBackText(reason, from, to) : cause(reason, wallet, say);
}

function cause(reason: Reason, wallet: string | undefined, say: Say): string {
  switch (reason.kind) {
    case 'earned':
      return earnedText(earnedStory(reason, say.about.currency.minorDigits), wallet, say);
    case 'converted': {
      const { taken, given, terms } = conversion(reason, say);
      return `${taken}转为${given}储值（${terms}）`;
    }
    case 'takenBack':
      return takenBackText(reason, 'available', 'takenBack');
    case 'exchanged':
      return exchangedPointsText(reason.purchase);
    case 'given':
      return givenByRule(reason, wallet, say);
    case 'givenPerFact':
      return `规则「${reason.rule}」赠送：「${reason.fact}」为${trimmed(reason.many)}，每一单位${say.statedPoints(reason.each, wallet)}`;
    case 'referralChanged':
      return `因${reason.member}的消费「${reason.purchase}」退换货而调整`;
    case 'becameAvailable':
      return '自即日起可用';
    case 'expired':
      return `有效期至${say.date(reason.lastDay)}，已到期`;
    case 'repaid':
      return '抵还所欠';
    case 'refunded':
      return refundedText(reason.purchase, couponIn(wallet ?? '') !== null);
    case 'redeemed':
      return redeemedText(reason);
    case 'reversed':
      return undoneText(reason);
    case 'paidWith':
      return couponIn(wallet ?? '') === null ? '用于支付本单' : '用于本单';
    case 'toppedUp':
      return '充值';
    case 'adjusted':
      return `${reason.by === null ? '人工' : `由「${reason.by}」`}调整，原因：「${reason.reason}」`;
    default:
      return assertNever(reason);
  }
}

type Converted = Extract<Reason, { kind: 'converted' }>;

/** A conversion is two entries: the amount that one of them opens with is not said again. */
function halfOfConversion(reason: Converted, arrives: boolean, say: Say): string {
  const { taken, given, terms } = conversion(reason, say);
  return arrives ? `由${taken}转入（${terms}）` : `转为${given}储值（${terms}）`;
}

function conversion({ each, gives, times: count, wallet }: Converted, say: Say) {
  const all = (one: string) => decimalOf(times(exact(one), exact(String(count))));
  const terms = `每${say.statedPoints(each, wallet)}转为${say.stated(gives)}`;
  return { taken: say.statedPoints(all(each), wallet), given: say.stated(all(gives)), terms };
}

function earnedText(story: EarnedStory, wallet: string | undefined, say: Say): string {
  const { rates, fixed, notEarning, before, rounding } = story;
  const award: Award = (amount) => (story.unit === 'money' ? say.stated(amount) : say.statedPoints(amount, wallet));
  const rateTexts = rates.map((rate) => `规则「${rate.rule}」${rateText(rate, story.unit, award, say)}`);
  const without =
    notEarning === null
      ? []
      : [
          `${waysText(notEarning.by)}支付的${say.money(notEarning.amount)}${story.unit === 'money' ? '不计' : '不积分'}`,
        ];
  const fixedTexts = fixed.map(
    ({ points, rule }) => `规则「${rule}」${rates.length === 0 ? '' : '另'}得${award(points)}`,
  );
  const rounded = before === null ? [] : [`取整前为${number(before)}，${roundedText(rounding)}`];
  return [...rateTexts, ...without, ...multipliedTexts(story), ...fixedTexts, ...rounded].join('；');
}

/** 文件所写的所得。 */
type Award = (amount: string) => string;

/** `每满10元得1积分，按「茶」实付95元计`。 */
function rateText(rate: RateTerm, unit: EarnedStory['unit'], award: Award, say: Say): string {
  const { points, per, basis, measure, goods, full } = rate;
  const each = full ? '每满' : '每';
  const given = award(points);
  const of = goods === null ? '' : `「${goods}」`;
  if (measure === 'quantity' || typeof basis === 'string') {
    return `${each}${trimmed(per) === '1' ? '' : trimmed(per)}件得${given}，按${of}${basis}件计`;
  }
  const share = shareOf(rate, unit);
  if (share !== null) return `得${of}${MEASURES[measure]}${say.money(basis)}的${share}%`;
  return `${each}${say.stated(per)}得${given}，按${of}${MEASURES[measure]}${say.money(basis)}计`;
}

const MEASURES: Readonly<Record<Exclude<RateTerm['measure'], 'quantity'>, string>> = {
  paid: '实付',
  listPrice: '原价',
};

const WAYS: Readonly<Record<WayNotEarning, string>> = {
  voucher: '购物券',
  storedValue: '储值',
  points: '积分',
};

function waysText(ways: readonly WayNotEarning[]): string {
  const each = ways.map((way) => WAYS[way]);
  return [each.slice(0, -1).join('、'), ...each.slice(-1)].filter((text) => text !== '').join('或');
}

function multipliedTexts({ multiplied, outdone }: EarnedStory): string[] {
  if (multiplied === null) return [];
  const others = outdone.map(({ rule, goods }) => `${goods === null ? '' : `用于「${goods}」商品的`}「${rule}」`);
  const aside = others.length === 0 ? '' : `（${others.join('、')}也成立，多个倍数取最高）`;
  return [`${multipliedText(multiplied)}${aside}`];
}

function multipliedText(multiplied: Multiplied): string {
  switch (multiplied.kind) {
    case 'one': {
      const { rule, by, goods } = multiplied.term;
      return `「${rule}」${goods === null ? '' : `将「${goods}」商品的积分`}乘以${trimmed(by)}`;
    }
    case 'alike': {
      const { terms, goods, factor, stacking } = multiplied;
      const each = terms.map(({ rule, by }) => `「${rule}」（${trimmed(by)}倍）`).join('、');
      return `${each}${goods === null ? '' : `均用于「${goods}」商品，`}${TOGETHER[stacking]}，共乘以${factor}`;
    }
    case 'mixed': {
      const { terms, stacking } = multiplied;
      const each = terms.map(
        ({ rule, by, goods }) => `「${rule}」（${goods === null ? '全部' : `「${goods}」`}商品${trimmed(by)}倍）`,
      );
      return `${each.join('、')}，同时适用时${TOGETHER[stacking]}`;
    }
    default:
      return assertNever(multiplied);
  }
}

const TOGETHER: Readonly<Record<Stacking, string>> = {
  highest: '取最高',
  add: '相加（基础部分只计一次）',
  multiply: '相乘',
};

function roundedText(rounding: Rounding): string {
  switch (rounding) {
    case 'down':
      return '舍去小数';
    case 'up':
      return '向上取整';
    case 'halfUp':
      return '四舍五入';
    default:
      return assertNever(rounding);
  }
}

function outcomeText(outcome: Outcome, say: Say): string {
  switch (outcome.kind) {
    case 'priced': {
      const lines = outcome.lines.map((line) => lineText(line, say));
      const off = outcome.off.map(({ kind, by, amount, beyond }) => {
        const whose = kind === 'rule' ? `规则「${by.rule}」` : `「${by.rule}」券`;
        const cut = beyond === 0 ? '' : `（已达上限，超出${say.money(beyond)}不减）`;
        return `${whose}减${say.money(amount)}${cut}`;
      });
      const total = lines.length > 1 ? [`合计应付${say.money(outcome.total)}`] : [];
      return `${[...lines, ...off, ...total, ...deliveryText(outcome, say)].join('；')}。`;
    }
    case 'paidDiffers': {
      const by = outcome.paid - outcome.quoted;
      const difference = `${by < 0 ? '少收' : '多收'}${say.money(Math.abs(by))}`;
      const amounts = `应付${say.money(outcome.quoted)}，实付${say.money(outcome.paid)}，${difference}`;
      return outcome.by.length === 0
        ? `${amounts}；以实付为准。`
        : `${amounts}；由店员按${names(outcome.by.map(({ rule }) => rule))}定价。`;
    }
    case 'membership':
      return membershipText(outcome, say);
    case 'cardReplaced':
      return '遗失的会员卡已补办，余额和记录照旧。';
    case 'tier':
      return tierText(outcome, say);
    case 'tierGiven':
      return givenTierText(outcome, say);
    case 'silent':
      return `各项规则均不适用：${silenceText(outcome.why)}。`;
    case 'limitUsed':
      return limitUsedText(outcome, say);
    case 'limitFreed':
      return limitFreedText(outcome.rule);
    case 'exchanged':
      return `${outcome.lines.map((line) => lineText(line, say)).join('；')}。${exchangedText(outcome, say)}`;
    case 'given':
      return givenText(outcome, say);
    case 'reversed':
      return reversedText(outcome);
    case 'notify':
      return notifyText(outcome);
    case 'benefitUsed':
      return benefitUsedText(outcome, say);
    case 'useTakenBack':
      return useTakenBackText(outcome);
    case 'refund':
      return refundText(outcome, say);
    default:
      return assertNever(outcome);
  }
}

function lineText({ line, list, price: left, by, share, set, held, off }: LinePrice, say: Say): string {
  const start = `第${line + 1}件：${say.money(list)}`;
  const price = left + off;
  const floor = held === null ? '' : `（不低于${zheOf(held) ?? `原价的${percentOf(held)}%`}）`;
  const less = off === 0 ? floor : `，再减${say.money(off)}，余${say.money(left)}${floor}`;
  if (set !== null) {
    const others = by === null ? '' : `，其余按规则「${by.rule}」${share === null ? '' : shareText(share)}`;
    const inSet = `按规则「${set.by.rule}」其中${set.items}件${set.share === null ? '' : shareText(set.share)}`;
    return `${start}，${inSet}${others}，应付${say.money(price)}${less}`;
  }
  if (by === null) return `${start}，按原价${less}`;
  if (share === null) return `${start}，按规则「${by.rule}」，应付${say.money(price)}${less}`;
  const before = decimalOf(times(exact(countedDecimal(list, say.about)), exact(share)));
  const isExact = held !== null || before === trimmed(countedDecimal(price, say.about));
  const rounded = isExact ? '' : `（四舍五入前${say.stated(before)}）`;
  return `${start}，按规则「${by.rule}」${shareText(share)}，应付${say.money(price)}${rounded}${less}`;
}

function deliveryText({ delivery }: Extract<Outcome, { kind: 'priced' }>, say: Say): string[] {
  if (delivery === null) return [];
  const { list, by } = delivery;
  return [by === null ? `运费${say.money(list)}` : `运费${say.money(list)}，按规则「${by.rule}」免收`];
}

/** 折 states what is paid, and only whole percentages from 10 to 99 have one: 五八折, 五折. */
function shareText(share: string): string {
  const percent = percentOf(share);
  if (percent === '0') return '免费';
  const zhe = zheOf(share);
  return zhe === null ? `以原价的${percent}%计` : `享${zhe}`;
}

function zheOf(share: string): string | null {
  const percent = percentOf(share);
  if (!/^[1-9]\d$/.test(percent)) return null;
  const digits = [...trimmed(`0.${percent}`).slice(2)];
  return `${digits.map((digit) => DIGITS[Number(digit)] ?? digit).join('')}折`;
}

const DIGITS = [...'〇一二三四五六七八九'];
