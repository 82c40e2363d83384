import { balance } from './ledger.ts';
import { safe } from './number.ts';
import type { Plan, PlannedConversion } from './plan.ts';
import { type Cause, credit, debit, type Sink } from './posting.ts';
import type { Reason } from './reason.ts';
import type { AccountRecord } from './state.ts';

/**
 * Automatic conversion (E6): as soon as a balance holds `each` points they become `gives` of stored value, as many times
 * as the balance holds them; the rest stays. Where the file lets a member ask to keep points, those of one who asked stay,
 * and convert with the event by which the member stops asking. Nothing in a program grows points from stored value, so the chain ends.
 */
export function convert(plan: Plan, record: AccountRecord, cause: Cause, sink: Sink | null): void {
  for (const conversion of plan.conversions) {
    const wallet = record.wallets[conversion.wallet];
    const [storedValue] = record.wallets;
    if (wallet === undefined || storedValue === undefined || (conversion.unlessKept && record.keepsPoints)) continue;
    const times = Math.floor(balance(wallet) / conversion.each);
    if (times <= 0) continue;
    const reason = sink === null ? null : convertedReason(conversion, times);
    debit(record, wallet, 'converted', times * conversion.each, cause, sink, reason);
    credit(record, storedValue, safe(times * conversion.gives), cause, sink, reason);
  }
}

function convertedReason({ name, source, eachText, givesText }: PlannedConversion, times: number): Reason {
  const { version, at } = source;
  return { kind: 'converted', wallet: name, version, at, each: eachText, gives: givesText, times };
}
