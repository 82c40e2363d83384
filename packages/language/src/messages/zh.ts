import type { NameKind } from '../phrases/slots.ts';
import type { MissingSentence, Problem, StackingWitness, ValueKind } from '../problem.ts';
import type { Prose } from './prose.ts';

/** 用店家的话说明问题。 */
export function chinese(problem: Problem): Prose {
  switch (problem.code) {
    case 'unreadable-sentence': {
      const { text, nearest } = problem.params;
      if (nearest === null) return say(`看不懂“${text}”。`, '每行写一句，句式须是本节可用的。');
      return say(`看不懂“${text}”。是不是想写“${nearest}”？`);
    }
    case 'unreadable-section': {
      const { text, nearest } = problem.params;
      if (nearest === null)
        return say(`“${text}”不是一节的开头。`, '一节以关键词开头，名称加引号，最后是冒号，例如：规则「基础」：');
      return say(`“${text}”不是一节的开头。是不是想写“${nearest}”？`);
    }
    case 'new-line-needed':
      return say(`“${problem.params.text}”应另起一行。`, '一行只写一句。');
    case 'wrong-value': {
      const { text, found, wanted } = problem.params;
      return say(`“${text}”是${VALUE[found]}，这里要写${VALUE[wanted]}。`);
    }
    case 'outside-section':
      return say(`“${problem.params.text}”不属于任何一节。`, '文件开头应是：方案「方案名称」版本「1」：');
    case 'unclosed-name':
      return say(`名称${problem.params.text}缺少后引号。`, '名称的前后引号须在同一行。');
    case 'hidden-character':
      return say(`此处有一个看不见的字符（${problem.params.codePoint}）。`, '请删除，多半是复制文字时带进来的。');
    case 'bad-zhe':
      return badZhe(problem.params.text, problem.params.why);
    case 'too-deep':
      return say(`括号嵌套超过${problem.params.most}层。`, '可拆成几行条件，各行须同时满足。');
    case 'too-long':
      return tooLong(problem.params.what, problem.params.most);
    case 'wrong-language':
      return say(
        `“${problem.params.text}”与文件其余部分不是同一种语言。`,
        '一个文件只用一种语言；要整份转换请用 laurel translate。',
      );
    case 'unknown-name': {
      const { name, kind, nearest } = problem.params;
      return say(
        `没有名为「${name}」的${KIND[kind]}。${nearest === null ? '' : `是不是「${nearest}」？`}`,
        nearest === null ? `请增加一节：${KIND[kind]}「${name}」：` : null,
      );
    }
    case 'name-taken':
      return say(
        `有两个${KIND[problem.params.kind]}都叫「${problem.params.name}」。`,
        '请改掉其中一个的名称，或把两节合并。',
      );
    case 'empty-name':
      return say('名称是空的。', '请在引号中写上名称。');
    case 'missing-section':
      return problem.params.section === 'program'
        ? say('文件没有写明是哪个方案。', '开头请写：方案「方案名称」版本「1」：')
        : say('这里要送积分，但文件没有积分一节。', '请增加一节：积分「积分」：');
    case 'repeated-section':
      return say(
        `“${SECTION[problem.params.section] ?? problem.params.section}”一节只能有一个，这里又写了一个。`,
        '请把内容并到前一节。',
      );
    case 'missing-sentence':
      return missing(problem.params.what, problem.params.name);
    case 'repeated-sentence':
      return say('本节里这一项写了两次。', '请保留其中一行。');
    case 'goods-in-a-circle':
      return say(`商品「${problem.params.name}」绕了一圈把自己排除了。`, '请去掉其中一行“不含”。');
    case 'wrong-currency':
      return say(
        `此处金额是${CURRENCY[problem.params.found] ?? problem.params.found}，方案的币种是${CURRENCY[problem.params.wanted] ?? problem.params.wanted}。`,
      );
    case 'too-many-decimals': {
      const { text, most } = problem.params;
      return say(most === 0 ? `“${text}”须为整数。` : `“${text}”的小数超过${most}位。`);
    }
    case 'no-such-date':
      return say(`没有“${problem.params.text}”这个日期或时间。`);
    case 'no-such-zone':
      return say(`没有“${problem.params.zone}”这个时区。`, '时区以城市命名，例如 Asia/Shanghai、Europe/London。');
    case 'not-positive':
      return say(`“${problem.params.text}”须大于零。`);
    case 'wrong-setting': {
      const { name, found, wanted } = problem.params;
      return say(`参数「${name}」是${VALUE[found]}，这里要用${VALUE[wanted]}。`);
    }
    case 'out-of-range': {
      const { value, least, most } = problem.params;
      return say(`“${value}”不在${least}至${most}之间。`);
    }
    case 'range-reversed':
      return say(`范围写反了：${problem.params.from}至${problem.params.to}。`, '请把较小或较早的写在前面。');
    case 'amount-not-known-yet':
      return say(`规则「${problem.params.rule}」用于定价，而实付金额要定价之后才知道。`, '请改用本单原价合计。');
    case 'stacking-needed':
      return stacking(problem.params);
    case 'example-unclear':
      return say(`例子「${problem.params.example}」无法推演：${problem.params.reason}。`);
    case 'example-fails': {
      const { example, what, expected, actual } = problem.params;
      return say(
        `例子「${example}」的${EXPECTED[what] ?? what}应为${expected}，按规则得出的是${actual}。`,
        '规则和例子必有一处不对，请改正。',
      );
    }
  }
}

function say(message: string, hint: string | null = null): Prose {
  return { message, hint };
}

function badZhe(text: string, why: Extract<Problem, { code: 'bad-zhe' }>['params']['why']): Prose {
  switch (why) {
    case 'all':
      return say(`“${text}”就是原价。`, '折是实付的成数，九折即付90%；按原价卖就不用写这一句。');
    case 'underOne':
      return say(`“${text}”不足一折。`, '折从一折到九九折；低于10%请写百分数，例如5%。');
    case 'threeDigits':
      return say(`“${text}”有三位数字。`, '付85%请写八五折、8.5折或85%。');
    case 'unclear':
      return say(`看不出“${text}”是几折。`, '请写成八五折、8.5折或85%。');
  }
}

function tooLong(what: Extract<Problem, { code: 'too-long' }>['params']['what'], most: number): Prose {
  switch (what) {
    case 'file':
      return say(`文件超过${most}个字符，后面的没有读。`);
    case 'line':
      return say(`这一行超过${most}个字符。`, '请在“并且”“或者”前换行。');
    case 'number':
      return say(`数字超过${most}位。`);
    case 'name':
      return say(`名称超过${most}个字符。`);
    case 'problems':
      return say(`问题超过${most}处，其余未列出。`, '请先改正前面的，再检查一次。');
  }
}

function missing(what: MissingSentence, name: string | null): Prose {
  const who = name === null ? '本节' : `「${name}」`;
  switch (what) {
    case 'where':
      return say(`方案${who}没有写明币种和时区。`, '请加上：币种 人民币，时区 Asia/Shanghai');
    case 'trigger':
      return say(`规则${who}没有写明何时执行。`, '请加上：每笔消费时');
    case 'effect':
      return say(`规则${who}没有写明做什么。`, '请加上要做的事，例如：实付每1元得1积分');
    case 'days':
      return say(`日历${who}一天也没有。`, '请加上日子，例如：1月1日');
    case 'tests':
      return say(`商品${who}没有写明包括哪些。`, '请加上一句，例如：价格类别为正价');
    case 'value':
      return say(`参数${who}没有数值。`, '请加上数值，例如：2，可调1至5');
    case 'member':
      return say(`例子${who}没有写明会员。`, '请加上：会员2026年1月2日入会');
    case 'expectation':
      return say(`例子${who}没有写明应有的结果。`, '请加上结果，例如：应付150元，得300积分');
  }
}

function stacking({ first, second, date, born, paid, currency, highest, add, multiply }: StackingWitness): Prose {
  const member = born === null ? '会员' : `${born}出生的会员`;
  return say(
    `「${first}」和「${second}」可能在同一单同时适用，文件没有写明怎么算。例如${date}，${member}实付${paid}${CURRENCY_UNIT[currency] ?? currency}：取最高得${highest}积分，相加得${add}积分，相乘得${multiply}积分。`,
    '请增加一节“同时适用时：”，写上其中一句：多个倍数：取最高／多个倍数：相加／多个倍数：相乘',
  );
}

const VALUE: Readonly<Record<ValueKind, string>> = {
  name: '名称',
  number: '数字',
  points: '积分数',
  money: '金额',
  share: '折扣（百分比）',
  duration: '时长',
  date: '日期',
  monthDay: '几月几日',
  time: '时刻',
  month: '月份',
  weekday: '星期',
  zone: '时区',
};

const KIND: Readonly<Record<NameKind, string>> = {
  calendar: '日历',
  goods: '商品',
  setting: '参数',
  rule: '规则',
  points: '积分',
  program: '方案',
  example: '例子',
};

const SECTION: Readonly<Record<string, string>> = {
  program: '方案',
  membership: '会员资格',
  points: '积分',
  stacking: '同时适用时',
};

const EXPECTED: Readonly<Record<string, string>> = { paid: '应付', earned: '得分', 'stored value': '储值' };

const CURRENCY: Readonly<Record<string, string>> = {
  CNY: '人民币',
  GBP: '英镑',
  USD: '美元',
  EUR: '欧元',
  JPY: '日元',
  HKD: '港元',
};
const CURRENCY_UNIT: Readonly<Record<string, string>> = { ...CURRENCY, CNY: '元' };
