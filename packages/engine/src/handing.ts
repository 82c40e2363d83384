import type { Moment } from './condition.ts';
import { giveCoupons } from './coupon-wallet.ts';
import { safe } from './number.ts';
import type { Handing, Plan } from './plan.ts';
import type { Cause, Sink } from './posting.ts';
import type { Handed, Reason } from './reason.ts';

/**
 * What rules hand out for a purchase beside what they put into wallets: gifts, coupons, vouchers, cash (semantics E1). The host hands
 * it out, and it stands whatever comes back later.
 */

/** Says what the host has to hand out; `moment.paidTotal` is what was paid and may earn. */
export function handOut(plan: Plan, moment: Moment, sink: Sink | null): void {
  handOutOf(plan, moment.today.handings, moment, moment.purchase, sink);
}

export function handOutOf(
  plan: Plan,
  handings: readonly Handing[],
  moment: Moment,
  cause: Cause,
  sink: Sink | null,
): void {
  // Only coupons of the file leave something in the account.
  if (sink === null && plan.coupons.length === 0) return;
  for (const handing of handings) {
    const much = muchOf(handing, moment);
    if (much === 0) continue;
    const { what, source: by } = handing;
    if (what.kind === 'message') sink?.outcome({ kind: 'notify', by, message: what.text });
    else sink?.outcome({ kind: 'given', by, ...handedBy(handing, what, much), basis: null });
    if (what.kind !== 'coupon') continue;
    const { rule, version, at } = by;
    const reason: Reason = { kind: 'given', rule, version, at, basis: null };
    giveCoupons(plan, moment.record, what.name, much, cause, sink, reason);
  }
}

/** How much of each handing a purchase brings: so many times, or money in minor units where it is in proportion. */
export function handedFor(moment: Moment): readonly number[] {
  return moment.today.handings.map((handing) => muchOf(handing, moment));
}

export function muchOf({ when, what, per, full, num, den }: Handing, moment: Moment): number {
  if ((when !== null && !when(moment)) || (num === 0n && !('name' in what))) return 0;
  if (per === null) return 1;
  const steps = { num: BigInt(moment.paidTotal) * per.den, den: per.num };
  return safe(Number(full ? steps.num / steps.den : (steps.num * num) / (steps.den * den)));
}

function handedBy(
  { full, per, num, den }: Handing,
  what: Exclude<Handing['what'], { kind: 'message' }>,
  much: number,
): { what: Handed; times: number } {
  if ('name' in what) return { what, times: much };
  if (per !== null && !full) return { what: { kind: what.kind, amount: much }, times: 1 };
  return { what: { kind: what.kind, amount: Number(num / den) }, times: much };
}
