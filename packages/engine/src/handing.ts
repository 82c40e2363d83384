import type { Moment } from './condition.ts';
import { safe } from './number.ts';
import type { Handing } from './plan.ts';
import type { Sink } from './posting.ts';
import type { Handed } from './reason.ts';

/**
 * What rules hand out for a purchase beside what they put into wallets: gifts, coupons, vouchers, cash (semantics E1). The host hands
 * it out, and it stands whatever comes back later.
 */

/** Says what the host has to hand out; `moment.paidTotal` is what was paid and may earn. */
export function handOut(moment: Moment, sink: Sink | null): void {
  if (sink !== null) handOutOf(moment.today.handings, moment, sink);
}

export function handOutOf(handings: readonly Handing[], moment: Moment, sink: Sink): void {
  for (const handing of handings) {
    const much = muchOf(handing, moment);
    if (much === 0) continue;
    const { what, source: by } = handing;
    if (what.kind === 'message') sink.outcome({ kind: 'notify', by, message: what.text });
    else sink.outcome({ kind: 'given', by, ...handedBy(handing, what, much), basis: null });
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
