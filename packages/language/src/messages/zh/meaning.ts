import type { ProblemParams, StackingWitness } from '../../problem.ts';
import { date, money, points, weekday } from '../figures.ts';
import { type MeaningProblem, type Prose, say } from '../telling.ts';
import { unclearAs } from '../unclear.ts';
import { FACTS } from './kinds.ts';

export function meaning(problem: MeaningProblem): Prose {
  switch (problem.code) {
    case 'amount-not-known-yet':
      return say(
        `规则「${problem.params.rule}」用来定价，不能以实付金额为条件：定了价才知道实付多少。`,
        '请改按原价判断，例如：本单原价合计满100元',
      );
    case 'rate-or-full': {
      const { points: each, money: per, currency, spent, inProportion, byFull } = problem.params;
      const amount = money(per, currency, 'zh');
      return say(
        `每${amount}得${points(each, 'points', 'zh')}按比例计：${money(spent, currency, 'zh')}取整前得${inProportion}积分；如按每满${amount}计，则得${byFull}积分。`,
        `要计整份，请写“每满${amount}”；确为按比例的，请改写为每1元得多少积分，或得1积分所需的金额。`,
      );
    }
    case 'off-too-much':
      return offTooMuch(problem.params);
    case 'not-such-a-fact':
      return notSuchAFact(problem.params);
    case 'no-such-event-fact':
      return noSuchEventFact(problem.params);
    case 'for-the-referrer':
      return forTheReferrer(problem.params);
    case 'needs-a-purchase':
      return needsAPurchase(problem.params);
    case 'award-on-a-purchase':
      return say(
        `规则「${problem.params.rule}」在消费时执行，而这一句按一段时间的统计数给予，届时尚未结束。`,
        '请写明何时给予，例如：在月末',
      );
    case 'tiers-out-of-order': {
      const { tier, lower } = problem.params;
      return say(
        `「${tier}」的门槛不高于写在前面的「${lower}」，没有人会停留在「${lower}」。`,
        '请由低到高排列，每级的门槛都高于前一级。',
      );
    }
    case 'not-for-tiers':
      return say(
        '等级也会在没有消费的时候判定，这里不能用这个条件。',
        '请按一段时间的消费、次数、到店或所得积分来写，例如：今年消费满5000元',
      );
    case 'lapse-undone':
      return say(
        '久不消费而降级的会员，下一笔消费就会升回原级：以前的累计仍然算数。',
        '请改写为：再升级从所降等级的门槛起累计。或：再升级重新累计。',
      );
    case 'stacking-needed':
      return stacking(problem.params);
    case 'expires-before-available': {
      const { earned, available, last, always } = problem.params;
      const shown = [earned, available, last].map((each) => date(each, 'zh') ?? each);
      return say(
        `${always ? '' : '某些日子的'}积分还没生效就已到期：${shown[0]}所得的积分${shown[1]}起生效，而只能用到${shown[2]}。`,
        '请让积分早些生效，或晚些到期。',
      );
    }
    case 'example-unclear':
      return unclear(problem.params);
    case 'example-fails':
      return say(`例子「${problem.params.example}」${failed(problem.params)}。`, '规则和例子必有一处不对，请改正。');
  }
}

function needsAPurchase({ name, kind }: ProblemParams['needs-a-purchase']): Prose {
  if (kind === 'benefit') {
    return say(
      `权益「${name}」是单独使用的，没有消费可言，这一句无从说起。`,
      '请改问此前的情况，例如：今年消费满1000元',
    );
  }
  return say(
    `规则「${name}」不是在消费时执行，没有消费可言，这一句无从说起。`,
    '请改为消费时执行，或赠送固定积分，例如：送50积分',
  );
}

function stacking({ first, second, date: on, born, paid, currency, highest, add, multiply }: StackingWitness): Prose {
  const member = born === null ? '会员' : `${date(born, 'zh') ?? born}出生的会员`;
  const day = `${date(on, 'zh') ?? on}（${weekday(on, 'zh')}）`;
  return say(
    `「${first}」和「${second}」可能在同一单同时适用，文件没有写明怎么算。例如${day}，${member}实付${money(paid, currency, 'zh')}：取最高得${points(highest, '积分', 'zh')}，相加得${points(add, '积分', 'zh')}，相乘得${points(multiply, '积分', 'zh')}。`,
    '请在“同时适用时：”一节写上其中一句：多个倍数：取最高／多个倍数：相加／多个倍数：相乘',
  );
}

function unclear({ example, reason }: ProblemParams['example-unclear']): Prose {
  const found = unclearAs(reason);
  const it = `例子「${example}」`;
  switch (found.kind) {
    case 'nothingHappens':
      return say(`${it}里什么也没有发生。`, '请加上一笔消费，例如：2026年5月10日12:00 消费100元');
    case 'noSuchItem':
      return say(
        `${it}购买「${found.goods}」商品，但没有一件商品能归入其中：所含与不含的条件互相矛盾。`,
        `请检查这一节：商品「${found.goods}」：`,
      );
    case 'outOfOrder':
      return say(`${it}的时间倒退了：后发生的写在了先发生的前面。`, '请按发生的先后来写。');
    case 'skippedTime':
      return say(`${it}里的${found.time}并不存在：当天拨快时钟，跳过了这一时刻。`, '请换一个时间。');
    case 'noPoints':
      return say(`${it}写了应得的积分，但文件没有“积分”一节。`, '请增加一节：积分「积分」：');
    case 'other':
      return say(`${it}无法推演。`, found.reason);
  }
}

/** 所看的项目沿用场景文件的叫法：`paid`、`earned 积分`、钱包名称、`refused because`。 */
function failed({ what, currency, expected, actual }: ProblemParams['example-fails']): string {
  const sum = (decimal: string) => money(decimal, currency, 'zh');
  const [, wallet] = /^earned (.+)$/.exec(what) ?? [];
  if (wallet !== undefined) {
    return `写明得${points(expected, wallet, 'zh')}，按规则得${points(actual, wallet, 'zh')}`;
  }
  switch (what) {
    case 'paid':
      return `写明应付${sum(expected)}，按规则应付${sum(actual)}`;
    case 'stored value':
      return `写明储值为${sum(expected)}，按规则为${sum(actual)}`;
    case 'refused because':
      return `里的事不可能发生：${refused(actual)}`;
    default:
      return `写明余额为${points(expected, what, 'zh')}，按规则为${points(actual, what, 'zh')}`;
  }
}

function refused(code: string): string {
  if (code === 'no-version') return '那时方案尚未生效';
  return /^bad-event|amount-too-large/.test(code) ? '金额过大' : code;
}

function notSuchAFact({ of, name, kind, wanted }: ProblemParams['not-such-a-fact']): Prose {
  const home = of === 'member' ? '会员' : '事件';
  return say(
    `${home}的「${name}」是${FACTS[kind]}，这一句问的是${wanted.map((each) => FACTS[each]).join('或')}。`,
    `请用合适的问法，或在“${home}”一节改写它`,
  );
}

function noSuchEventFact({ name, fact, event }: ProblemParams['no-such-event-fact']): Prose {
  if (event !== null) return say(`事件「${event}」并不告知「${fact}」。`, `请在事件「${event}」一节补上`);
  return say(
    `「${name ?? ''}」不由事件触发，没有「${fact}」可问。`,
    '只有事件触发的规则才知道事件所告知的内容，例如：每次「入住」时',
  );
}

function forTheReferrer({ rule, onReferral }: ProblemParams['for-the-referrer']): Prose {
  return onReferral
    ? say(`规则「${rule}」针对被推荐会员的消费，所给的归推荐人，不能有其他作用。`, '请写明，例如：推荐人得200积分')
    : say(
        `规则「${rule}」没有推荐人可言：只有针对被推荐会员消费的规则才能给推荐人。`,
        '请改为：被推荐会员首次消费时，或：被推荐会员每笔消费时',
      );
}

function offTooMuch({ amount, than, currency, is }: ProblemParams['off-too-much']): Prose {
  const [off, bound] = [money(amount, currency, 'zh'), money(than, currency, 'zh')];
  return is === 'threshold'
    ? say(
        `满${bound}减${off}，恰满${bound}时即为免费。`,
        `如非本意，请把减额写得低于${bound}，或把门槛提高到${off}以上。`,
      )
    : say(`本规则最多减${bound}，因此${off}永远减不足。`, `请把减额写得不高于${bound}，或把上限提高到${off}。`);
}
