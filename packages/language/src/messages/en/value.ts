import type { CurrencyCode } from '../../phrases/values.ts';
import { date, grouped, money } from '../figures.ts';
import { type Prose, say, type ValueProblem } from '../telling.ts';
import { SUCH_AS, VALUE } from './kinds.ts';

export function value(problem: ValueProblem): Prose {
  switch (problem.code) {
    case 'wrong-currency': {
      const { found, wanted } = problem.params;
      return say(
        `This amount is in ${moneyName(found)}, but the program's currency is ${moneyName(wanted)}.`,
        `Write it like this: ${money('100', wanted, 'en')}`,
      );
    }
    case 'too-many-decimals': {
      const { text, most } = problem.params;
      return most === 0
        ? say(`\`${text}\` must be a whole number.`)
        : say(`\`${text}\` has too many digits after the point; at most ${most} can stand here.`);
    }
    case 'no-such-date':
      return noSuchDate(problem.params.text);
    case 'no-such-zone':
      return say(
        `There is no time zone \`${problem.params.zone}\`.`,
        'A time zone is named after one of its large cities: Asia/Shanghai for China, Europe/London for Britain.',
      );
    case 'not-positive':
      return notPositive(problem.params.text);
    case 'too-short-a-unit': {
      const { count, unit, least } = problem.params;
      const wanted = least === 'day' ? 'days, weeks, months or years' : 'months or years';
      return say(
        `This is ${count} ${unit}${count === 1 ? '' : 's'}, but here ${least === 'day' ? 'whole days' : 'whole months'} count.`,
        `Write it in ${wanted}, such as: ${least === 'day' ? '30 days' : '12 months'}`,
      );
    }
    case 'wrong-setting': {
      const { name, found, wanted } = problem.params;
      return say(
        `The setting "${name}" is ${VALUE[found]}, but ${VALUE[wanted]} is needed here.`,
        `Use another setting, or give this one a value such as: ${SUCH_AS[wanted]}`,
      );
    }
    case 'out-of-range': {
      const { value: actual, least, most } = problem.params;
      return say(
        `\`${grouped(actual, 'en')}\` is out of range: it must be from ${grouped(least, 'en')} to ${grouped(most, 'en')}.`,
      );
    }
    case 'range-reversed': {
      const { from, to } = problem.params;
      const [first, last] = [date(from, 'en'), date(to, 'en')];
      return first === null || last === null
        ? say(
            `This range goes backwards, from ${grouped(from, 'en')} to ${grouped(to, 'en')}.`,
            'Put the smaller one first.',
          )
        : say(`This range goes backwards, from ${first} to ${last}.`, 'Put the earlier day first.');
    }
  }
}

/** An amount, or the name of a setting that can be turned down to zero. */
function notPositive(text: string): Prose {
  if (/^[\d.]+$/.test(text)) return say(`This is ${text}, but it must be more than zero.`);
  return say(
    `The setting "${text}" can be turned down to zero, but here it must be more than zero.`,
    'Let its range begin above zero.',
  );
}

/** A time of day, a day that no calendar has, or one that is too far away. */
function noSuchDate(text: string): Prose {
  if (text.includes(':')) return say(`There is no such time as \`${text}\`.`, 'Times go from 00:00 to 23:59.');
  const [, year] = /^(\d{4})-/.exec(text) ?? [];
  const day = date(text, 'en');
  if (day !== null && year !== undefined && (Number(year) < 1900 || Number(year) > 2100)) {
    return say(`${day} is too far away.`, 'Years go from 1900 to 2100.');
  }
  return say(`There is no such day as ${day ?? `\`${text}\``}.`);
}

function moneyName(code: string): string {
  return new Map<string, string>(Object.entries(MONEY)).get(code) ?? code;
}

const MONEY: Readonly<Record<CurrencyCode, string>> = {
  CNY: 'yuan',
  GBP: 'pounds',
  USD: 'US dollars',
  EUR: 'euros',
  JPY: 'yen',
  HKD: 'Hong Kong dollars',
};
