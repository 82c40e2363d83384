import type { LedgerAccount } from '../../ledger.ts';
import type { Outcome } from '../../reason.ts';
import { joined, type Say } from './say.ts';

/** Why points move when goods come back; the account that they come from tells whether they were still there (R3). */
export function takenBackText(purchase: string, from: LedgerAccount): string {
  const goods = `for goods of purchase "${purchase}" that came back`;
  switch (from) {
    case 'owed':
      return `taken back ${goods}; the points are gone, so that they are owed`;
    case 'forgiven':
      return `taken back ${goods}; the points are gone and are let go`;
    case 'reinstated':
      return `taken back ${goods}; the points are gone and come off the refund`;
    case 'takenBack':
      return `given back: what purchase "${purchase}" still holds earns them after all`;
    default:
      return `taken back ${goods}`;
  }
}

export function refundText({ total, money, vouchers, storedValue, deducted }: Refund, say: Say): string {
  const parts = [
    ...(money - deducted > 0 ? [`${say.money(money - deducted)} in money`] : []),
    ...(vouchers > 0 ? [`${say.money(vouchers)} as a voucher`] : []),
    ...(storedValue > 0 ? [`${say.money(storedValue)} as stored value`] : []),
  ];
  const less = deducted === 0 ? '' : ` ${say.money(deducted)} is kept back for points that are already used.`;
  if (parts.length === 0) return `Nothing to refund.${less}`;
  return `Refund: ${joined(parts, 'and')}${deducted === 0 ? '' : `, of ${say.money(total)} paid`}.${less}`;
}

type Refund = Extract<Outcome, { kind: 'refund' }>;
