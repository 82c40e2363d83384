import { type Bought, type Gone, goneInAll, isWhole, spentUnder } from './bought.ts';
import { countGoods, countPoints, countsAnything, type Stands } from './counting.ts';
import { tellReferrer } from './message.ts';
import type { Plan } from './plan.ts';
import type { Cause, Sink } from './posting.ts';
import type { Receipt } from './receipts.ts';
import type { HeldPoints } from './returns.ts';
import type { AccountRecord } from './state.ts';
import { reachedStill, reviewReturn } from './tiers.ts';

/** What stands under a receipt at some time. */
export interface Standing {
  readonly bought: Bought;
  readonly gone: Gone;
}

/**
 * After goods came back or were exchanged: spend, the purchase, and its points count as they stand now (R2), and tiers are
 * looked at again (L6).
 */
export function recount(
  now: Plan,
  record: AccountRecord,
  before: Standing,
  after: Standing,
  held: readonly HeldPoints[],
  atMs: number,
  sink: Sink | null,
): void {
  const { plan, moment } = before.bought;
  if (!countsAnything(plan)) return;
  const today = now.clock.dayAt(atMs);
  const reached = reachedStill(now, record, today);
  countGoods(plan, record, stands(before), stands(after), moment.day, today);
  for (const { wallet, before: had, now: holds } of held) {
    const name = record.wallets[wallet]?.name;
    if (name !== undefined) countPoints(plan, record, name, holds - had.held, moment.day, today);
  }
  reviewReturn(now, record, reached, moment.purchase.atMs, { atMs, day: today }, sink);
}

/** Tells the referrer what stands of a purchase for which rules acted (P3). */
export function tellOfChange(
  now: Plan,
  record: AccountRecord,
  { purchase, acted }: Receipt,
  after: Standing,
  cause: Cause,
  sink: Sink | null,
): void {
  if (record.referrer === null || !acted) return;
  const { amounts, gone } = stands(after);
  const paid = amounts.reduce((sum, amount) => sum + amount, 0);
  const boughtMs = after.bought.moment.purchase.atMs;
  const what = gone ? 'returned' : 'changed';
  tellReferrer(now, record, { purchase, boughtMs, what, paid }, cause, sink);
}

function stands({ bought, gone }: Standing): Stands {
  const inAll = goneInAll(gone);
  return { ...spentUnder(bought, inAll), gone: inAll.every(isWhole) };
}
