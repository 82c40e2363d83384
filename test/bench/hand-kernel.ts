import type { Program } from '@laurel/engine';
import type { Workload } from './workload.ts';

/**
 * The loop that a careful programmer would write by hand for this one program: integers in columns, dates from tables, no
 * objects. It keeps what the engine keeps: lots, receipts for 90 days, a ledger of entries, balances.
 */
export interface Kernel {
  /** Points issued to everybody; the sum that every implementation must come to. */
  run(): number;
}

const DAY_MS = 86_400_000;
const DAYS = 40_000;
const MOST_PURCHASES = 4096;

export function handKernel({ members, birthMonth, start, atMs, cents }: Workload, offsetMs: OffsetAt): Kernel {
  const month = Uint8Array.from({ length: DAYS }, (_, day) => new Date(day * DAY_MS).getUTCMonth() + 1);
  const lots = { day: new Int32Array(MOST_PURCHASES), left: new Int32Array(MOST_PURCHASES) };
  const receipts = {
    lastDay: new Int32Array(MOST_PURCHASES),
    cents: new Int32Array(MOST_PURCHASES),
    lot: new Int32Array(MOST_PURCHASES),
  };
  const total = atMs.length;
  const ledger = {
    member: new Int32Array(total),
    day: new Int32Array(total),
    kind: new Uint8Array(total),
    value: new Int32Array(total),
  };
  return {
    run() {
      let issued = 0;
      let entries = 0;
      for (let m = 0; m < members; m += 1) {
        const born = birthMonth[m];
        let tail = 0;
        let firstReceipt = 0;
        let balance = 0;
        for (let i = start[m] ?? 0; i < (start[m + 1] ?? 0); i += 1) {
          const at = atMs[i] ?? 0;
          const day = Math.floor((at + offsetMs(at)) / DAY_MS) | 0;
          while (firstReceipt < tail && (receipts.lastDay[firstReceipt] ?? 0) < day) firstReceipt += 1;
          const doubled = (day + 4) % 7 === 3 || month[day] === born;
          const points = Math.floor(((cents[i] ?? 0) * (doubled ? 2 : 1)) / 100) | 0;
          if (points > 0) {
            ledger.member[entries] = m;
            ledger.day[entries] = day;
            ledger.kind[entries] = 1;
            ledger.value[entries] = points;
            entries += 1;
          }
          lots.day[tail] = day;
          lots.left[tail] = points;
          receipts.lastDay[tail] = day + 90;
          receipts.cents[tail] = cents[i] ?? 0;
          receipts.lot[tail] = tail;
          tail += 1;
          balance += points;
        }
        issued += balance;
      }
      return issued;
    },
  };
}

/** The zone's offset at an instant, from a table of its changes; neighbours share the answer. */
export function zoneOffset({ before, transitions }: Program['zone']): OffsetAt {
  let from = Number.NEGATIVE_INFINITY;
  let to = Number.NEGATIVE_INFINITY;
  let offset = 0;
  return (ms) => {
    if (ms >= from && ms < to) return offset;
    const next = transitions.findIndex(([second]) => second * 1000 > ms);
    const at = next < 0 ? transitions.length : next;
    from = (transitions[at - 1]?.[0] ?? Number.NEGATIVE_INFINITY) * 1000;
    to = (transitions[at]?.[0] ?? Number.POSITIVE_INFINITY) * 1000;
    offset = (transitions[at - 1]?.[1] ?? before) * 1000;
    return offset;
  };
}

/** Milliseconds to add to an instant to read the wall clock. */
export type OffsetAt = (ms: number) => number;
