import type { Program } from '@laurel/engine';
import type { Layer } from './account.ts';
import { decimal, minorUnits, rounded, whole } from './fraction.ts';
import type { PurchaseEvent } from './goods.ts';
import type { LinePrice } from './prices.ts';
import { shared } from './sharing.ts';

type Wallet = Program['wallets'][number];
type TenderKind = NonNullable<PurchaseEvent['tenders']>[number]['kind'];

/** Money on the wire in minor units. It has no more decimals than the currency, so that rounding changes nothing. */
export function minorOf(program: Program, money: string): bigint {
  return rounded(minorUnits(decimal(money), program.currency.minorDigits), 'halfUp');
}

/** All that was paid in one of the ways named. */
export function tendered(
  program: Program,
  purchase: Pick<PurchaseEvent, 'tenders'>,
  kinds: readonly TenderKind[],
): bigint {
  return (purchase.tenders ?? [])
    .filter((tender) => kinds.includes(tender.kind))
    .reduce((total, tender) => total + minorOf(program, tender.amount), 0n);
}

export function totalTendered(program: Program, purchase: Pick<PurchaseEvent, 'tenders'>): bigint {
  return (purchase.tenders ?? []).reduce((total, tender) => total + minorOf(program, tender.amount), 0n);
}

/** What every line states as paid; null where one of them does not say. */
export function statedPaid(program: Program, purchase: PurchaseEvent): bigint[] | null {
  const stated: bigint[] = [];
  for (const line of purchase.lines) {
    if (line.paid === undefined) return null;
    stated.push(minorOf(program, line.paid));
  }
  return stated;
}

/** What was paid for each line: as the lines state it, else the tenders shared over the prices, else the prices (decision 5). */
export function paidByLine(program: Program, purchase: PurchaseEvent, prices: readonly LinePrice[]): bigint[] {
  const stated = statedPaid(program, purchase);
  if (stated !== null) return stated;
  const quoted = prices.map(({ price }) => price);
  if (purchase.tenders === undefined) return quoted;
  return shared(totalTendered(program, purchase), quoted.map(whole));
}

/**
 * What earns in a wallet: what was paid, less the ways of paying that the wallet lists, shared over the lines
 * (decision 6).
 */
export function earningByLine(
  wallet: Pick<Wallet, 'notEarning'>,
  { vouchers, storedValue, points, paid }: Pick<Layer, 'vouchers' | 'storedValue' | 'points' | 'paid'>,
): bigint[] {
  const ways = { voucher: vouchers, storedValue };
  // The part paid with points never earns (E1).
  const apart = wallet.notEarning.reduce((total, way) => total + ways[way], points);
  const notEarning = shared(apart, paid.map(whole));
  return paid.map((amount, line) => amount - (notEarning[line] ?? 0n));
}
