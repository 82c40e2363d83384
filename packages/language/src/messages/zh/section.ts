import type { NameKind } from '../../phrases/slots.ts';
import type { ProblemParams } from '../../problem.ts';
import { type Prose, type SectionProblem, say } from '../telling.ts';
import { KIND } from './kinds.ts';

export function section(problem: SectionProblem): Prose {
  switch (problem.code) {
    case 'unknown-name': {
      const { name, kind, nearest } = problem.params;
      const message = `没有名为「${name}」的${KIND[kind]}。`;
      if (nearest !== null) return say(`${message}是不是「${nearest}」？`);
      return say(message, toName(kind, name));
    }
    case 'name-taken':
      return say(
        `有两节“${KIND[problem.params.kind]}”都叫「${problem.params.name}」。`,
        '请把其中一节改名，或把两节合并。',
      );
    case 'empty-name':
      return say('名称是空的。', '请在引号中写上名称。');
    case 'missing-section':
      return problem.params.section === 'program'
        ? say('文件没有写明是哪个方案。', '开头请写：方案「方案名称」版本「1」：')
        : say('这里用到积分，但文件没有“积分”一节。', '请增加一节：积分「积分」：');
    case 'repeated-section': {
      const name = SECTION.get(problem.params.section) ?? problem.params.section;
      return say(`“${name}”只能有一节，这里又写了一节。`, '请把内容并到前面那一节。');
    }
    case 'missing-sentence':
      return missing(problem.params);
    case 'repeated-sentence':
      return say('本节前面已有一行写明了这一点。', '两行请只留一行。');
    case 'which-expiry':
      return say(
        '本节不止一次写明积分何时到期，没有写明以哪个为准。',
        '请只保留一句，或加上：以先到者为准／以后到者为准',
      );
    case 'nothing-to-choose':
      return say('无从选择：本节没有写明两个到期日。', '请删去这一句，或再加一句，例如：积分自获得之日起12个月有效');
    case 'goods-in-a-circle':
      return say(
        `商品「${problem.params.name}」把自己也排除了：顺着“不含”一行行看下去，又回到了它自己。`,
        '请去掉其中一行“不含”。',
      );
  }
}

const SECTION: ReadonlyMap<string, string> = new Map([
  ['program', '方案'],
  ['membership', '会员资格'],
  ['points', '积分'],
  ['stacking', '同时适用时'],
]);

function missing({ what, name }: ProblemParams['missing-sentence']): Prose {
  const the = (kind: string) => (name === null ? `本${kind}` : `${kind}「${name}」`);
  switch (what) {
    case 'where':
      return say(`${the('方案')}没有写明币种和时区。`, '请加上：币种 人民币，时区 Asia/Shanghai');
    case 'trigger':
      return say(`${the('规则')}没有写明何时适用。`, '请加上：每笔消费时');
    case 'effect':
      return say(`${the('规则')}没有写明做什么。`, '请加上，例如：实付每1元得1积分');
    case 'days':
      return say(`${the('日历')}一天也没有。`, '请加上日子，例如：1月1日');
    case 'tests':
      return say(`${the('商品')}没有写明包括什么。`, '请加上，例如：价格类别为正价');
    case 'tier':
      return say(`${the('等级')}没有写明有哪些等级。`, '请由低到高加上，例如：「金卡」须满5000元');
    case 'count':
      return say(`${the('等级')}没有写明按什么计算。`, '请加上，例如：按今年消费计');
    case 'climbing':
      return say(
        `${the('等级')}规定久不消费会降级，但没有写明以后怎样再升级。`,
        '请加上，例如：再升级从所降等级的门槛起累计',
      );
    case 'review':
      return say(`${the('等级')}提到复核，但没有写明何时复核。`, '请加上，例如：每年末复核');
    case 'worth':
      return say(`${the('券')}没有写明值多少。`, '请加上，例如：立减20元');
    case 'band':
      return say(`${the('规则')}写了按什么分档，却一档也没有。`, '请加上，例如：达到1000积分送礼品「雨伞」');
    case 'grading':
      return say(`${the('规则')}有分档，却没有写明按什么分档。`, '请加上，例如：按今年获得积分分档');
    case 'value':
      return say(`${the('参数')}没有数值。`, '请加上数值和可调范围，例如：2，可调1至5');
    case 'member':
      return say(`${the('例子')}没有写明会员是谁。`, '请加上：会员2026年1月2日入会');
    case 'price':
      return say(`${the('兑换')}没有写明需要多少积分。`, '请加上：需1000积分');
    case 'share':
      return say(`${the('规则')}不准其他优惠，却没有写明本规则的价格。`, '请加上价格，例如：享八折');
    case 'amountOff':
      return say(`${the('规则')}写了最多减多少，却没有减额。`, '请加上，例如：每满300元减40元');
    case 'gift':
      return say(`${the('兑换')}没有写明得到什么。`, '请加上，例如：得20元购物券');
    case 'facts':
      return say('这一节没有写明要知道会员的哪些情况。', '请加上，例如：是否「接收消息」');
    case 'quota':
      return say(`${the('权益')}写了过期作废，却没有写明可用几次。`, '请加上，例如：每年两次');
    case 'payment':
      return say(`${the('积分')}写了积分如何抵付，却没有写明抵多少。`, '请加上：每1000积分抵20元');
    case 'conversion':
      return say(
        `${the('积分')}准许会员申请保留积分不转，却没有写明积分会转成什么。`,
        '请加上：每满1000积分自动转为20元储值',
      );
    case 'expectation':
      return say(`${the('例子')}没有写明应有的结果。`, '请加上，例如：应付150元，得300积分');
  }
}

/** Where a name gets what it stands for. */
function toName(kind: NameKind, name: string): string {
  if (kind === 'tier') return `请在“等级”一节里加一句：「${name}」须满1000元`;
  if (kind === 'fact') return `请在“会员”一节里加一句：是否「${name}」、数字「${name}」等`;
  return `请增加一节：${KIND[kind]}「${name}」：`;
}
