import { type Bought, type Gone, goneInAll, isWhole, spentUnder } from './bought.ts';
import { countGoods, countPoints, countsAnything, type Stands } from './counting.ts';
import type { HeldPoints } from './returns.ts';
import type { AccountRecord } from './state.ts';

/** What stands under a receipt at some time. */
export interface Standing {
  readonly bought: Bought;
  readonly gone: Gone;
}

/** After goods came back or were exchanged: spend, the purchase, and its points count as they stand now (R2). */
export function recount(
  record: AccountRecord,
  before: Standing,
  after: Standing,
  held: readonly HeldPoints[],
  today: number,
): void {
  const { plan, moment } = before.bought;
  if (!countsAnything(plan)) return;
  countGoods(plan, record, stands(before), stands(after), moment.day, today);
  for (const { wallet, before: had, now } of held) {
    const name = record.wallets[wallet]?.name;
    if (name !== undefined) countPoints(plan, record, name, now - had.held, moment.day, today);
  }
}

function stands({ bought, gone }: Standing): Stands {
  const inAll = goneInAll(gone);
  return { ...spentUnder(bought, inAll), gone: inAll.every(isWhole) };
}
