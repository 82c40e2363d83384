import { advanceAndApply, NOTHING_KNOWN } from '../clockwork.ts';
import type { PurchaseHappening, ReturnHappening } from '../happening.ts';
import type { Sink } from '../posting.ts';
import type { Clockwork } from '../schedule.ts';
import { type AccountRecord, copyRecord } from '../state.ts';
import { type Tally, tally, unitsOf } from './figure.ts';
import { originalOf, type Playback } from './playback.ts';

/** What came back in one account. */
export interface GoodsBack {
  /** What the program took back, at what is refunded. */
  readonly taken: Tally;
  /** What came back too late, at what the file says that it was worth. */
  readonly tooLate: Tally;
  /** What refunds were cut by, because points were gone already; minor units. */
  deducted: number;
  /** Why anything else was refused, by code. */
  readonly refused: string[];
  /** The rows counted last: the parts of one row are neighbours, and count as one. */
  takenRow: number;
  tooLateRow: number;
}

export function goodsBack(): GoodsBack {
  return { taken: tally(), tooLate: tally(), deducted: 0, refused: [], takenRow: -1, tooLateRow: -1 };
}

/**
 * Takes goods back, on a copy: the record after it comes back, or the record as it was if the return is refused.
 * @param isKnown whether the purchase was applied; a host does not know one that was refused
 */
export function takeBack(
  work: Clockwork,
  playback: Playback,
  record: AccountRecord,
  happening: ReturnHappening,
  isKnown: boolean,
  back: GoodsBack,
): AccountRecord {
  const next = copyRecord(record);
  const till = refundTill();
  const original: PurchaseHappening | null = isKnown ? originalOf(playback) : null;
  const verdict = advanceAndApply(work, next, happening, till, { ...NOTHING_KNOWN, original });
  if (verdict === null) {
    back.takenRow = count(back.taken, playback, happening, till.total(), back.takenRow);
    back.deducted += till.deducted();
    return next;
  }
  if (verdict === 'notNew') back.refused.push('not-new');
  else if (verdict.code === 'return-period-over') {
    const value = playback.histories.returns?.values[playback.nextReturn - 1] ?? 0;
    back.tooLateRow = count(back.tooLate, playback, happening, value, back.tooLateRow);
  } else back.refused.push(verdict.code);
  return record;
}

function count(
  to: Tally,
  { histories, nextReturn }: Playback,
  { lines }: ReturnHappening,
  value: number,
  lastRow: number,
) {
  const row = histories.returns?.rows[nextReturn - 1] ?? -1;
  if (row !== lastRow) to.rows += 1;
  for (const { quantity } of lines ?? []) to.units += unitsOf(quantity);
  to.value += BigInt(value);
  return row;
}

/** Hears what a return refunds, and what of it is kept for points that are gone. */
function refundTill(): Sink & { total(): number; deducted(): number } {
  let total = 0;
  let deducted = 0;
  return {
    total: () => total,
    deducted: () => deducted,
    entry: () => undefined,
    message: () => undefined,
    outcome: (outcome) => {
      if (outcome.kind !== 'refund') return;
      total += outcome.total;
      deducted += outcome.deducted;
    },
  };
}
