import { type Counter, copyCounter, emptyCounter } from './counter.ts';

/** Where a member stands on one ladder of tiers. */
export interface Standing {
  readonly ladder: string;
  /** Null: below the lowest. */
  tier: string | null;
  /** The instant from which it is so; null: the member has never stood on this ladder. */
  sinceMs: number | null;
  /** The last day on which the tier holds whatever is counted; null: it is not bound to any. */
  untilDay: number | null;
  /** The day on which a tier was last reached; null: never. */
  roseDay: number | null;
  /** The day from which absence is counted, and how often it has already taken a tier. */
  presentDay: number;
  lapses: number;
  /** Null: staff gave none. Replaced, never changed. */
  given: GivenTier | null;
  /** What was taken off the ladder's count or put onto it, by day. */
  readonly shift: Counter;
  /** The last day that is closed; the days after it are not. */
  closedDay: number;
  /** The next day that closes something; null: none does. */
  closingDay: number | null;
  /** When that day is over, epoch milliseconds; infinity: never. */
  dueMs: number;
}

/** A tier that staff gave: nothing takes the member below it while it lasts (L7). */
export interface GivenTier {
  readonly tier: string;
  /** The last local day; null: there is none. */
  readonly untilDay: number | null;
  /** Without it the member would stand lower. */
  readonly lifts: boolean;
}

export function openStanding(ladder: string): Standing {
  return {
    ladder,
    tier: null,
    sinceMs: null,
    untilDay: null,
    roseDay: null,
    presentDay: 0,
    lapses: 0,
    given: null,
    shift: emptyCounter(ladder),
    closedDay: 0,
    closingDay: null,
    dueMs: Number.POSITIVE_INFINITY,
  };
}

export function copyStanding(standing: Standing): Standing {
  const { ladder, tier, sinceMs, untilDay, roseDay, presentDay, lapses, given, shift, closedDay, closingDay, dueMs } =
    standing;
  const copied = copyCounter(shift);
  const closing = { closedDay, closingDay, dueMs };
  return { ladder, tier, sinceMs, untilDay, roseDay, presentDay, lapses, given, shift: copied, ...closing };
}
