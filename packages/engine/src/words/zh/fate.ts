import type { PriceClass } from '../../program.ts';
import type { Failed, RuleFate } from '../../reason.ts';
import { type Finding, findingOf, type Wanted } from '../finding.ts';
import { assertNever } from '../words.ts';
import { usedUpText } from './limit.ts';
import { silenceText } from './member.ts';
import { ageText, countedText, sinceText } from './past.ts';
import { type Say, weekdayName } from './say.ts';
import { standingText } from './tier.ts';
import { toldText } from './told.ts';
import { nextText, WISHES } from './wish.ts';

export function fateText(fate: RuleFate, say: Say): string {
  const silent = `「${fate.rule}」未生效`;
  switch (fate.fate) {
    case 'acted':
      return `「${fate.rule}」已生效。`;
    case 'outdone':
      return `「${fate.rule}」条件成立，但未起作用：已采用其他规则的价格或倍数。`;
    case 'leftAlone':
      return `${silent}：店员可据此定价，本单未另行定价。`;
    case 'nothing':
      return `「${fate.rule}」条件成立，但未得积分：实付部分均不积分，或取整后为0。`;
    case 'conditions': {
      const [first, ...more] = fate.failed.map((failed) => failedText(failed, say));
      if (more.length === 0) return `${silent}：${first ?? '条件不成立'}。`;
      const numbered = [first, ...more].map((text, i) => `（${i + 1}）${text}`);
      return `${silent}，有${numbered.length}个条件不成立：${numbered.join('；')}。`;
    }
    case 'notAsked': {
      const others = fate.failed.map((failed) => failedText(failed, say)).join('；');
      return `${silent}：须会员提出，本单未提出${others === '' ? '' : `；此外，${others}`}。`;
    }
    case 'usedUp':
      return `${silent}：${usedUpText(fate, say)}。`;
    case 'birthdayUnknown':
      return `${silent}：次数按会员生日计，但未登记会员生日，补登后即可适用。`;
    case 'tooLittle': {
      const { per, counted } = fate;
      return `${silent}：须计入的实付每满${say.money(per)}，本单计入${say.money(counted)}，还差${say.money(per - counted)}。`;
    }
    case 'pricesTooLow': {
      const { from, counted } = fate;
      return `${silent}：满${say.money(from)}方减，本单价格合计${say.money(counted)}，还差${say.money(from - counted)}。`;
    }
    case 'noGoods':
      return `${silent}：本单没有「${fate.goods}」商品，加购一件即可。`;
    case 'tooFewItems': {
      const { goods, needed, counted } = fate;
      const of = goods === null ? '' : `「${goods}」`;
      return `${silent}：须购${of}满${needed}件，本单有${counted}件，还差${needed - counted}件。`;
    }
    case 'notDelivered':
      return `${silent}：本单不须配送。`;
    case 'otherTrigger':
      return `${silent}：该规则不针对这类事件。`;
    case 'silent':
      return `${silent}：${silenceText(fate.why)}。`;
    default:
      return assertNever(fate);
  }
}

export function failedText(failed: Failed, say: Say): string {
  const finding = findingOf(failed, say.about.currency.minorDigits);
  switch (finding.kind) {
    case 'day': {
      const { date, calendar, negated, next } = finding;
      if (negated) return `${say.date(date)}在「${calendar}」内，该规则不含这些日子`;
      return `${say.date(date)}不在「${calendar}」内${nextText(next, say)}`;
    }
    case 'dates': {
      const { date, from, to, negated } = finding;
      const start = from === null ? '' : say.date(from);
      const dates = to === null ? `${start}起` : from === null ? `${say.date(to)}止` : `${start}至${say.date(to)}`;
      return `当日为${say.date(date)}，该规则${negated ? '不含' : '限'}${dates}`;
    }
    case 'hours':
      return `当时为${finding.time}，该规则${finding.negated ? '不含' : '限'}${finding.from}至${finding.to}`;
    case 'weekday':
      return namedDays(finding, `当日为${weekdayName(finding.weekday)}`, finding.wanted.map(weekdayName), say);
    case 'month':
      return namedDays(
        finding,
        `当月为${finding.month}月`,
        finding.wanted.map((month) => `${month}月`),
        say,
      );
    case 'birthday': {
      const { within, born, date, negated, next } = finding;
      const what = within === 'day' ? `会员生日（${born.month}月${born.day}日）` : `会员生日月（${born.month}月）`;
      if (negated)
        return `${say.date(date)}${within === 'day' ? '为' : '在'}${what}，该规则不含会员生日${within === 'day' ? '' : '月'}`;
      return `${say.date(date)}${within === 'day' ? '不是' : '不在'}${what}${nextText(next, say)}`;
    }
    case 'birthdayUnknown':
      return '未登记会员生日，补登后到时即可适用';
    case 'amount':
      return amountText(finding, say);
    case 'tier':
      return standingText(finding);
    case 'counted':
      return countedText(finding, say);
    case 'since':
      return sinceText(finding, say);
    case 'age':
      return ageText(finding, say);
    case 'told':
      return toldText(finding, say);
    case 'goods': {
      const { goods, classes, negated } = finding;
      if (negated) return `本单含有「${goods}」商品，该规则不含此类订单`;
      const found = classes.map((each) => (each === null ? '未注明' : PRICE_CLASS_NAMES[each])).join('、');
      return `本单没有「${goods}」商品（价格类别：${found}），加购一件即可`;
    }
    default:
      return assertNever(finding);
  }
}

type FindingOf<K extends Finding['kind']> = Extract<Finding, { kind: K }>;

function namedDays(
  { negated, next }: FindingOf<'weekday' | 'month'>,
  found: string,
  wanted: readonly string[],
  say: Say,
): string {
  if (negated) return `${found}，该规则不含${wanted.join('、')}`;
  return `${found}，该规则限${wanted.join('、')}${nextText(next, say)}`;
}

function amountText({ of, actual, wish, wanted, by }: FindingOf<'amount'>, say: Say): string {
  const need = `${of === 'paid' ? '实付' : '按原价计'}${say.money(actual)}，须${WISHES[wish]}${wantedText(wanted, say)}`;
  return by === null ? need : `${need}，${by < 0 ? '多出' : '还差'}${say.money(Math.abs(by))}`;
}

function wantedText(wanted: Wanted, say: Say): string {
  if (wanted.decimal === null) return `「${wanted.setting}」`;
  const amount = say.stated(wanted.decimal);
  return wanted.setting === null ? amount : `${amount}（「${wanted.setting}」）`;
}

const PRICE_CLASS_NAMES: Readonly<Record<PriceClass, string>> = {
  regular: '正价',
  special: '特价',
  clearance: '清货',
  discounted: '折扣',
};
