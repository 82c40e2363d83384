import type { Failed, RuleFate } from '../../reason.ts';
import { type Finding, findingOf, type Wanted } from '../finding.ts';
import { assertNever } from '../words.ts';
import { usedUpText } from './limit.ts';
import { silenceText } from './member.ts';
import { ageText, countedText, sinceText } from './past.ts';
import { joined, monthName, type Say, weekdayName } from './say.ts';
import { standingText } from './tier.ts';
import { toldText } from './told.ts';
import { nextText, WISHES } from './wish.ts';

export function fateText(fate: RuleFate, say: Say): string {
  const silent = `"${fate.rule}" did not act`;
  switch (fate.fate) {
    case 'acted':
      return `"${fate.rule}" acted.`;
    case 'outdone':
      return `"${fate.rule}" held but changed nothing: another rule's price or multiplier was taken instead.`;
    case 'leftAlone':
      return `${silent}: by it staff may set a price, and they set none.`;
    case 'nothing':
      return `"${fate.rule}" held but came to nothing: what was paid earns no points, or too few to make one.`;
    case 'conditions': {
      const [first, ...more] = fate.failed.map((failed) => failedText(failed, say));
      if (more.length === 0) return `${silent}: ${first ?? 'its conditions did not hold'}.`;
      const numbered = [first, ...more].map((text, i) => `(${i + 1}) ${text}`);
      return `${silent}; ${numbered.length} conditions failed: ${numbered.join('. ')}.`;
    }
    case 'notAsked': {
      const others = fate.failed.map((failed) => failedText(failed, say)).join('. ');
      return `${silent}: it is on request, and was not asked for${others === '' ? '' : `; besides, ${others}`}.`;
    }
    case 'usedUp':
      return `${silent}: ${usedUpText(fate, say)}.`;
    case 'birthdayUnknown':
      return `${silent}: its limit counts by the member's birthday, which is not known; enter it, and the rule can act.`;
    case 'tooLittle': {
      const { per, counted } = fate;
      return `${silent}: it gives something for every full ${say.money(per)}, and ${say.money(counted)} was paid that counts: ${say.money(per - counted)} more would have done it.`;
    }
    case 'pricesTooLow': {
      const { from, counted } = fate;
      return `${silent}: it takes something off from ${say.money(from)} on, and the prices came to ${say.money(counted)}: ${say.money(from - counted)} more would have done it.`;
    }
    case 'noGoods':
      return `${silent}: nothing in the purchase belongs to "${fate.goods}"; one item of it would have done it.`;
    case 'tooFewItems': {
      const { goods, needed, counted } = fate;
      const of = goods === null ? '' : ` of "${goods}"`;
      return `${silent}: it wants ${needed} ${needed === 1 ? 'item' : 'items'}${of}, and there were ${counted}: ${needed - counted} more would have done it.`;
    }
    case 'notDelivered':
      return `${silent}: nothing is delivered.`;
    case 'otherTrigger':
      return `${silent}: it is for another kind of event.`;
    case 'silent':
      return `${silent}: ${silenceText(fate.why)}.`;
    default:
      return assertNever(fate);
  }
}

export function failedText(failed: Failed, say: Say): string {
  const finding = findingOf(failed, say.about.currency.minorDigits);
  switch (finding.kind) {
    case 'day': {
      const { date, calendar, negated } = finding;
      if (negated) return `${say.date(date)} is in "${calendar}", and the rule leaves those days out`;
      return `${say.date(date)} is not in "${calendar}"${nextText(finding.next, 'the next such day is', say)}`;
    }
    case 'dates': {
      const { date, from, to, negated } = finding;
      const span = [from === null ? '' : `from ${say.date(from)}`, to === null ? '' : `until ${say.date(to)}`];
      const dates = span.filter((part) => part !== '').join(' ');
      return `it was ${say.date(date)}, and the rule ${negated ? 'leaves out the days' : 'is for the days'} ${dates}`;
    }
    case 'hours': {
      const { time, from, to, negated } = finding;
      return `it was ${time}, and the rule ${negated ? 'leaves out the hours' : 'is for the hours'} from ${from} to ${to}`;
    }
    case 'weekday':
      return namedDays(finding, `it was a ${weekdayName(finding.weekday)}`, finding.wanted.map(weekdayName), say);
    case 'month':
      return namedDays(finding, `it was ${monthName(finding.month)}`, finding.wanted.map(monthName), say);
    case 'birthday':
      return birthdayText(finding, say);
    case 'birthdayUnknown':
      return "the member's birthday is not known; enter it, and the rule can act when the day comes";
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
      if (negated) return `the basket has something from "${goods}", and the rule leaves such baskets out`;
      const found = joined(
        classes.map((each) => each ?? 'none given'),
        'and',
      );
      return `nothing in the basket belongs to "${goods}" (price class: ${found}); one item of it would have done it`;
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
  if (negated) return `${found}, and the rule leaves out ${joined(wanted, 'and')}`;
  return `${found}, and the rule is for ${joined(wanted, 'or')}${nextText(next, 'the next such day is', say)}`;
}

function birthdayText({ within, born, date, negated, next }: FindingOf<'birthday'>, say: Say): string {
  const month = monthName(born.month);
  const what =
    within === 'day'
      ? `the member's birthday (${born.day} ${month})`
      : `in the month of the member's birthday (${month})`;
  if (negated) return `${say.date(date)} is ${what}, and the rule leaves that ${within} out`;
  return `${say.date(date)} is not ${what}${nextText(next, within === 'day' ? 'the next one is' : 'the next such day is', say)}`;
}

function amountText({ of, actual, wish, wanted, by }: FindingOf<'amount'>, say: Say): string {
  const had = `${say.money(actual)} ${of === 'paid' ? 'paid' : 'at list prices'}`;
  const need = `${had}, ${WISHES[wish]} ${wantedText(wanted, say)} needed`;
  return by === null ? need : `${need}: ${say.money(Math.abs(by))} ${by < 0 ? 'less' : 'more'} would have done it`;
}

function wantedText(wanted: Wanted, say: Say): string {
  if (wanted.decimal === null) return `"${wanted.setting}"`;
  const amount = say.full(wanted.decimal);
  return wanted.setting === null ? amount : `${amount} ("${wanted.setting}")`;
}
