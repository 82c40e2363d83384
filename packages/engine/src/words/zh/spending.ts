import type { SpendingRefusal } from '../spending.ts';
import { assertNever } from '../words.ts';
import { silenceText } from './member.ts';
import { names, type Say } from './say.ts';

/** 积分及其可换之物为何现在不能用，以及怎么办。 */
export function spendingRefusalText(refusal: SpendingRefusal, say: Say): string {
  switch (refusal.code) {
    case 'no-rule-acts':
      return `现在不能使用：${silenceText(refusal.why)}。`;
    case 'other-store': {
      if (refusal.issued === null) {
        return '积分须在发卡门店使用，而发卡门店未登记；请用资料事件的`store`补登。';
      }
      const here = refusal.store === null ? '本次未注明门店' : `本次是「${refusal.store}」`;
      return `积分须在发卡门店「${refusal.issued}」使用，${here}；请到发卡门店使用。`;
    }
    case 'wrong-store': {
      const here = refusal.store === null ? '本次未注明门店' : `本次是「${refusal.store}」`;
      return `仅限${names(refusal.stores)}，${here}；请到上述门店办理。`;
    }
    case 'unknown-reward':
      return refusal.known.length === 0
        ? `没有名为「${refusal.reward}」的兑换：本方案没有兑换。`
        : `没有名为「${refusal.reward}」的兑换；现有${names(refusal.known)}。`;
    case 'unknown-redemption':
      return `没有可撤销的兑换「${refusal.redemption}」：从未有过、已经撤销，或已过撤销期。`;
    case 'below-minimum': {
      const { wallet, available, least } = refusal;
      return `满${say.points(least, wallet)}方可使用，现有${say.points(available, wallet)}，还差${say.points(least - available, wallet)}。`;
    }
    case 'wrong-step': {
      const { wallet, amount, step, per } = refusal;
      return `每次以${say.points(per, wallet)}抵${say.money(step)}，${say.money(amount)}不是它的整数倍；请改抵${nearby(amount, step, say)}。`;
    }
    case 'must-cover-all':
      return `积分须付清全额，否则不能使用：应付${say.money(refusal.due)}，积分只付${say.money(refusal.amount)}。`;
    case 'more-than-share':
      return `本单积分最多可抵${say.money(refusal.most)}，不能抵${say.money(refusal.amount)}；其余请改用其他付款方式。`;
    default:
      return assertNever(refusal);
  }
}

/** 与此数相邻的两个整数倍。 */
function nearby(amount: number, step: number, say: Say): string {
  const below = Math.floor(amount / step) * step;
  const above = say.money(below + step);
  return below === 0 ? above : `${say.money(below)}或${above}`;
}
