import { type CurrencyCode, DURATION_UNITS } from '../../phrases/values.ts';
import { date, grouped, money } from '../figures.ts';
import { type Prose, say, type ValueProblem } from '../telling.ts';
import { SUCH_AS, VALUE } from './kinds.ts';

export function value(problem: ValueProblem): Prose {
  switch (problem.code) {
    case 'wrong-currency': {
      const { found, wanted } = problem.params;
      return say(
        `这里的金额是${moneyName(found)}，方案的币种是${moneyName(wanted)}。`,
        `请写成这样：${money('100', wanted, 'zh')}`,
      );
    }
    case 'too-many-decimals': {
      const { text, most } = problem.params;
      return say(most === 0 ? `“${text}”须为整数。` : `“${text}”小数位数过多，这里最多${most}位。`);
    }
    case 'no-such-date':
      return noSuchDate(problem.params.text);
    case 'no-such-zone':
      return say(
        `没有“${problem.params.zone}”这个时区。`,
        '时区以当地的大城市命名，例如中国用 Asia/Shanghai，英国用 Europe/London。',
      );
    case 'not-positive':
      return notPositive(problem.params.text);
    case 'too-short-a-unit': {
      const { count, unit, least } = problem.params;
      return say(
        `这里写的是${count}${DURATION_UNITS[unit].zh}，但这里按整${least === 'day' ? '天' : '月'}计算。`,
        `请用${least === 'day' ? '天、周、个月或年' : '个月或年'}来写，例如：${least === 'day' ? '30天' : '12个月'}`,
      );
    }
    case 'wrong-setting': {
      const { name, found, wanted } = problem.params;
      return say(
        `参数「${name}」是${VALUE[found]}，这里要用${VALUE[wanted]}。`,
        `请换一个参数，或把它的数值写成这样：${SUCH_AS[wanted]}`,
      );
    }
    case 'out-of-range': {
      const { value: actual, least, most } = problem.params;
      return say(`“${grouped(actual, 'zh')}”超出范围，须在${grouped(least, 'zh')}至${grouped(most, 'zh')}之间。`);
    }
    case 'range-reversed': {
      const { from, to } = problem.params;
      const [first, last] = [date(from, 'zh'), date(to, 'zh')];
      return first === null || last === null
        ? say(`范围写反了：从${grouped(from, 'zh')}到${grouped(to, 'zh')}。`, '请把小的写在前面。')
        : say(`范围写反了：从${first}到${last}。`, '请把早的一天写在前面。');
    }
  }
}

/** 数额，或可调到零的参数的名称。 */
function notPositive(text: string): Prose {
  if (/^[\d.]+$/.test(text)) return say(`这里写的是${text}，须大于零。`);
  return say(`参数「${text}」可以调到零，而这里须大于零。`, '请把可调范围的下限改为大于零。');
}

/** 时刻、日历上没有的日子，或太远的年份。 */
function noSuchDate(text: string): Prose {
  if (text.includes(':')) return say(`没有“${text}”这个时刻。`, '时刻从00:00到23:59。');
  const [, year] = /^(\d{4})-/.exec(text) ?? [];
  const day = date(text, 'zh');
  if (day !== null && year !== undefined && (Number(year) < 1900 || Number(year) > 2100)) {
    return say(`${day}离现在太远。`, '年份须在1900年至2100年之间。');
  }
  return say(`没有“${day ?? text}”这一天。`);
}

function moneyName(code: string): string {
  return new Map<string, string>(Object.entries(MONEY)).get(code) ?? code;
}

const MONEY: Readonly<Record<CurrencyCode, string>> = {
  CNY: '人民币',
  GBP: '英镑',
  USD: '美元',
  EUR: '欧元',
  JPY: '日元',
  HKD: '港元',
};
