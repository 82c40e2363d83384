import type { LedgerAccount } from '../../ledger.ts';
import type { Outcome } from '../../reason.ts';
import type { Say } from './say.ts';

/** 退货时积分为何变动；从哪个科目转出，说明积分是否还在（R3）。 */
export function takenBackText(purchase: string, from: LedgerAccount): string {
  const goods = `消费「${purchase}」退货，收回所得积分`;
  switch (from) {
    case 'owed':
      return `${goods}；积分已用，记为欠分`;
    case 'forgiven':
      return `${goods}；积分已用，不再追回`;
    case 'reinstated':
      return `${goods}；积分已用，从退款中扣除`;
    case 'takenBack':
      return `退还：消费「${purchase}」留下的商品仍应得这些积分`;
    default:
      return goods;
  }
}

export function refundText({ total, money, vouchers, storedValue, deducted }: Refund, say: Say): string {
  const parts = [
    ...(money - deducted > 0 ? [`现款${say.money(money - deducted)}`] : []),
    ...(vouchers > 0 ? [`购物券${say.money(vouchers)}`] : []),
    ...(storedValue > 0 ? [`储值${say.money(storedValue)}`] : []),
  ];
  const less = deducted === 0 ? '' : `积分已用，扣除${say.money(deducted)}。`;
  if (parts.length === 0) return `无款可退。${less}`;
  return `${deducted === 0 ? '' : `实付${say.money(total)}，`}应退${parts.join('、')}。${less}`;
}

type Refund = Extract<Outcome, { kind: 'refund' }>;
