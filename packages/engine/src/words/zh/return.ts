import type { LedgerAccount } from '../../ledger.ts';
import type { Outcome } from '../../reason.ts';
import type { Say } from './say.ts';

/** 退货时积分为何变动；从哪个科目转出，说明积分是否还在（R3）。 */
export function takenBackText(purchase: string, from: LedgerAccount): string {
  const goods = `因消费「${purchase}」退货`;
  switch (from) {
    case 'owed':
      return `${goods}收回；已使用，记欠`;
    case 'forgiven':
      return `${goods}应收回，但已使用，不再追回`;
    case 'reinstated':
      return `${goods}应收回，但已使用，改从退款中扣除`;
    case 'takenBack':
      return `退还；消费「${purchase}」留下的商品仍应得此数`;
    default:
      return `${goods}收回`;
  }
}

export function refundedText(purchase: string): string {
  return `因消费「${purchase}」退货退还`;
}

export function refundText({ total, money, vouchers, storedValue, deducted }: Refund, say: Say): string {
  const inMoney = money - deducted;
  const parts = [
    ...(inMoney > 0 ? [`${vouchers + storedValue > 0 ? '现款' : ''}${say.money(inMoney)}`] : []),
    ...(vouchers > 0 ? [`购物券${say.money(vouchers)}`] : []),
    ...(storedValue > 0 ? [`储值${say.money(storedValue)}`] : []),
  ];
  const due = parts.length === 0 ? '无款可退' : `应退${parts.join('、')}`;
  if (deducted === 0) return `${due}。`;
  return `退货商品实付${say.money(total)}，扣除已用积分折合的${say.money(deducted)}，${due}。`;
}

type Refund = Extract<Outcome, { kind: 'refund' }>;
