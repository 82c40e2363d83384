import type { ProblemParams } from '../../problem.ts';
import { grouped, shown } from '../figures.ts';
import { type Prose, type ReadingProblem, say } from '../telling.ts';
import { SUCH_AS, VALUE } from './kinds.ts';

export function reading(problem: ReadingProblem): Prose {
  switch (problem.code) {
    case 'unreadable-sentence':
      return unreadable(problem.params);
    case 'unreadable-section': {
      const { text, nearest } = problem.params;
      const message = `“${shown(text)}”不是一节的开头。`;
      if (nearest !== null) return say(`${message}是不是想写“${nearest}”？`);
      return say(message, '每一节先写“规则”“商品”等字样，再写加引号的名称和冒号，例如：规则「基础」：');
    }
    case 'new-line-needed':
      return say(`“${shown(problem.params.text)}”应另起一行。`, '每行只写一句。');
    case 'wrong-value': {
      const { text, found, wanted } = problem.params;
      return say(`“${text}”是${VALUE[found]}，这里要写${VALUE[wanted]}。`, `请写成这样：${SUCH_AS[wanted]}`);
    }
    case 'outside-section':
      return say(`“${shown(problem.params.text)}”写在了第一节之前。`, '文件开头应是：方案「方案名称」版本「1」：');
    case 'unclosed-name':
      return say(`名称“${shown(problem.params.text)}”只有前引号，没有后引号。`, '引号要成对，并写在同一行。');
    case 'hidden-character':
      return hidden(problem.params.codePoint);
    case 'bad-zhe':
      return badZhe(problem.params);
    case 'too-deep':
      return say(`条件一层套一层，超过了${problem.params.most}层。`, '请拆成几行条件，各行须同时满足。');
    case 'too-long':
      return tooLong(problem.params);
    case 'wrong-language':
      return say(
        `“${shown(problem.params.text)}”与文件其余部分不是同一种语言。`,
        '一个文件只用一种语言；要整份换成另一种，可用 laurel translate。',
      );
  }
}

function unreadable({ text, nearest, related }: ProblemParams['unreadable-sentence']): Prose {
  const message = `看不懂“${shown(text)}”。`;
  if (nearest === null && related.length > 0) {
    return say(message, `相近的句式：${related.map((sentence) => `“${sentence}”`).join('、')}`);
  }
  if (nearest === null) return say(message, '每节有自己的句式，一行一句；请换成意思相同的句式。');
  const lines = nearest.split('\n').map((line) => `“${line}”`);
  return say(`${message}是不是想写${lines.length > 1 ? '两行：' : ''}${lines.join('和')}？`);
}

/** 多数是看不见的字符；也有形似英文字母的外文字母。 */
function hidden(codePoint: string): Prose {
  const letter = String.fromCodePoint(Number.parseInt(codePoint.slice(2), 16));
  if (/\p{L}/u.test(letter)) {
    return say(
      `“${letter}”看上去像英文字母，其实不是（${codePoint}）。`,
      '请重新输入这个词，多半是复制文字时带进来的。',
    );
  }
  return say(`此处有一个看不见的字符（${codePoint}）。`, '请删除，多半是复制文字时带进来的。');
}

function badZhe({ text, why }: ProblemParams['bad-zhe']): Prose {
  switch (why) {
    case 'all':
      return say(`“${text}”就是原价。`, '折说的是实付几成，九折即付90%；按原价卖就不用写这一句。');
    case 'underOne':
      return say(`“${text}”不足一折。`, '低于一折请写百分数，例如：5%');
    case 'threeDigits':
      return say(`“${text}”有三位数字，折最多两位。`, '付85%可写八五折、85折或8.5折；更细的请写百分数，例如：85.5%');
    case 'unclear':
      return say(`看不懂“${text}”。`, '付85%可写八五折、85折或8.5折。');
  }
}

function tooLong({ what, most: limit }: ProblemParams['too-long']): Prose {
  const most = grouped(String(limit), 'zh');
  switch (what) {
    case 'file':
      return say(`文件超过${most}个字符，后面的没有读。`, '一份方案通常只有一两页，请检查是不是误贴了别的内容。');
    case 'line':
      return say(`这一句超过${most}个字符。`, '请拆成几句短的；几行条件须同时满足。');
    case 'number':
      return say(`数字超过${most}位。`, '请检查是不是多按了几下。');
    case 'name':
      return say(`名称超过${most}个字符。`, '请取个短名称，其余可写在 # 后面的注释里。');
    case 'problems':
      return say(`问题超过${most}处，其余未列出。`, '请先改正前面的，再检查一次。');
  }
}
