import type { LedgerAccount } from '../../ledger.ts';
import type { Outcome } from '../../reason.ts';
import { joined, type Say } from './say.ts';

/** Why points move when goods come back; the account that they come from tells whether they were still there (R3). */
export function takenBackText(purchase: string, from: LedgerAccount): string {
  const goods = `for goods returned from purchase "${purchase}"`;
  switch (from) {
    case 'owed':
      return `taken back ${goods}; already used, so now owed`;
    case 'forgiven':
      return `due back ${goods}, but already used; let go`;
    case 'reinstated':
      return `due back ${goods}, but already used; deducted from the refund instead`;
    case 'takenBack':
      return `given back; the goods kept from purchase "${purchase}" earn this after all`;
    default:
      return `taken back ${goods}`;
  }
}

export function refundedText(purchase: string): string {
  return `refunded for goods returned from purchase "${purchase}"`;
}

export function refundText({ total, money, vouchers, storedValue, deducted }: Refund, say: Say): string {
  const inMoney = money - deducted;
  const parts = [
    ...(inMoney > 0 ? [`${say.money(inMoney)}${vouchers + storedValue > 0 ? ' in money' : ''}`] : []),
    ...(vouchers > 0 ? [`${say.money(vouchers)} as a voucher`] : []),
    ...(storedValue > 0 ? [`${say.money(storedValue)} as stored value`] : []),
  ];
  const due = parts.length === 0 ? 'Nothing to refund' : `Refund: ${joined(parts, 'and')}`;
  if (deducted === 0) return `${due}.`;
  return `${due}; of the ${say.money(total)} paid, ${say.money(deducted)} is deducted for points already used.`;
}

type Refund = Extract<Outcome, { kind: 'refund' }>;
