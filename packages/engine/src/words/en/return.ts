import type { LedgerAccount } from '../../ledger.ts';
import type { Outcome, Reason } from '../../reason.ts';
import { joined, type Say } from './say.ts';

/** Why points move when goods come back; the account that they come from tells whether they were still there (R3). */
export function takenBackText({ purchase, by }: TakenBack, from: LedgerAccount, to: LedgerAccount): string {
  const goods = `for goods ${by === 'return' ? 'returned' : 'exchanged'} from purchase "${purchase}"`;
  if (to !== 'takenBack' && to !== 'available') return `not due back after all ${goods}${UNDONE[to] ?? ''}`;
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

/** What had become of points that are not due back any more. */
const UNDONE: Partial<Readonly<Record<LedgerAccount, string>>> = {
  forgiven: '; they had been let go',
  reinstated: '; they had been deducted from a refund',
  owed: '; no longer owed',
};

export function refundedText(purchase: string, coupon: boolean): string {
  return coupon
    ? `back because of goods returned from purchase "${purchase}"`
    : `refunded for goods returned from purchase "${purchase}"`;
}

export function refundText({ total, ...by }: Omit<Refund, 'kind' | 'purchase' | 'lines'>, say: Say): string {
  const due = dueText(by, say);
  const { deducted } = by;
  if (deducted === 0) return `${due}.`;
  if (deducted < 0) return `${due}; ${say.money(-deducted)} of it was deducted for points before.`;
  return `${due}; of the ${say.money(total)} paid, ${say.money(deducted)} is deducted for points already used.`;
}

/** What goods cost that went out for others, and how the difference is settled. */
export function exchangedText({ total, value, toPay, back }: Exchanged, say: Say): string {
  const goods = `The goods that went out cost ${say.money(total)}, and ${say.money(value)} had been paid for those that came back`;
  if (toPay > 0) return `${goods}: ${say.money(toPay)} to pay.`;
  if (back.total === 0 && back.deducted === 0) return `${goods}: nothing to pay.`;
  return `${goods}. ${refundText(back, say)}`;
}

function dueText({ money, vouchers, storedValue, points, deducted }: Pick<Refund, Way>, say: Say): string {
  const inMoney = money - deducted;
  const parts = [
    ...(inMoney > 0 ? [`${say.money(inMoney)}${vouchers + storedValue + points > 0 ? ' in money' : ''}`] : []),
    ...(vouchers > 0 ? [`${say.money(vouchers)} as a voucher`] : []),
    ...(storedValue > 0 ? [`${say.money(storedValue)} as stored value`] : []),
    ...(points > 0 ? [`${say.money(points)} in points`] : []),
  ];
  return parts.length === 0 ? 'Nothing to refund' : `Refund: ${joined(parts, 'and')}`;
}

export function exchangedPointsText(purchase: string): string {
  return `for the goods that went out in an exchange under purchase "${purchase}"`;
}

type Way = 'money' | 'vouchers' | 'storedValue' | 'points' | 'deducted';
type Exchanged = Extract<Outcome, { kind: 'exchanged' }>;
type TakenBack = Extract<Reason, { kind: 'takenBack' }>;

type Refund = Extract<Outcome, { kind: 'refund' }>;
