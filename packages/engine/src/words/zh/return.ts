import type { LedgerAccount } from '../../ledger.ts';
import type { Outcome, Reason } from '../../reason.ts';
import type { Say } from './say.ts';

/** 退货时积分为何变动；从哪个科目转出，说明积分是否还在（R3）。 */
export function takenBackText({ purchase, by }: TakenBack, from: LedgerAccount, to: LedgerAccount): string {
  const goods = `因消费「${purchase}」${by === 'return' ? '退货' : '换货'}`;
  if (to !== 'takenBack' && to !== 'available') return `${goods}后不再应收回${UNDONE[to] ?? ''}`;
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

/** 不再应收回的积分，当初如何处理。 */
const UNDONE: Partial<Readonly<Record<LedgerAccount, string>>> = {
  forgiven: '，原已免收',
  reinstated: '，原已从退款中扣除',
  owed: '，不再记欠',
};

export function refundedText(purchase: string, coupon: boolean): string {
  return coupon ? `因消费「${purchase}」退货退回` : `因消费「${purchase}」退货退还`;
}

export function refundText({ total, ...by }: Omit<Refund, 'kind' | 'purchase' | 'lines'>, say: Say): string {
  const due = dueText(by, say);
  const { deducted } = by;
  if (deducted === 0) return `${due}。`;
  if (deducted < 0) return `${due}，其中${say.money(-deducted)}为此前因积分扣除的款项。`;
  return `退货商品实付${say.money(total)}，扣除已用积分折合的${say.money(deducted)}，${due}。`;
}

/** 换出商品的价款，以及差价如何结清。 */
export function exchangedText({ total, value, toPay, back }: Exchanged, say: Say): string {
  const goods = `换出商品计${say.money(total)}，换回商品原付${say.money(value)}`;
  if (toPay > 0) return `${goods}，应补${say.money(toPay)}。`;
  if (back.total === 0 && back.deducted === 0) return `${goods}，无须补款。`;
  return `${goods}。${refundText(back, say)}`;
}

function dueText({ money, vouchers, storedValue, points, deducted }: Pick<Refund, Way>, say: Say): string {
  const inMoney = money - deducted;
  const parts = [
    ...(inMoney > 0 ? [`${vouchers + storedValue + points > 0 ? '现款' : ''}${say.money(inMoney)}`] : []),
    ...(vouchers > 0 ? [`购物券${say.money(vouchers)}`] : []),
    ...(storedValue > 0 ? [`储值${say.money(storedValue)}`] : []),
    ...(points > 0 ? [`折合${say.money(points)}的积分`] : []),
  ];
  return parts.length === 0 ? '无款可退' : `应退${parts.join('、')}`;
}

export function exchangedPointsText(purchase: string): string {
  return `因消费「${purchase}」换货，换出商品所得`;
}

type Way = 'money' | 'vouchers' | 'storedValue' | 'points' | 'deducted';
type Exchanged = Extract<Outcome, { kind: 'exchanged' }>;
type TakenBack = Extract<Reason, { kind: 'takenBack' }>;

type Refund = Extract<Outcome, { kind: 'refund' }>;
