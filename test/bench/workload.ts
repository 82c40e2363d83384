/**
 * The workload: members with a birth month and three years of purchases, heavy and light ones mixed, in columns grouped
 * by member. Seeded, so that every run and every implementation sees the same.
 */
export interface Workload {
  readonly members: number;
  /** 1 to 12, by member. */
  readonly birthMonth: Uint8Array;
  /** Where each member's purchases begin; one more at the end. */
  readonly start: Int32Array;
  /** Epoch milliseconds, ascending within a member. */
  readonly atMs: Float64Array;
  readonly cents: Int32Array;
}

const FROM = Date.UTC(2022, 0, 1);
const UNTIL = Date.UTC(2025, 0, 1);

export function workload(members: number): Workload {
  const random = smallFast(1, 2, 3, 4);
  const birthMonth = Uint8Array.from({ length: members }, () => 1 + Math.floor(random() * 12));
  const histories = Array.from({ length: members }, () => history(random));
  const start = new Int32Array(members + 1);
  for (const [i, purchases] of histories.entries()) start[i + 1] = (start[i] ?? 0) + purchases.length;
  const all = histories.flat();
  return {
    members,
    birthMonth,
    start,
    atMs: Float64Array.from(all, ({ at }) => at),
    cents: Int32Array.from(all, ({ cents }) => cents),
  };
}

function history(random: () => number): { at: number; cents: number }[] {
  const count = Math.min(160, 20 + Math.floor(-Math.log(1 - random()) * 40));
  const meanGap = (UNTIL - FROM) / count;
  const scale = Math.exp(random() * 2.2 + 2.6);
  const purchases: { at: number; cents: number }[] = [];
  let at = FROM;
  for (let i = 0; i < count; i += 1) {
    at += 1 + Math.floor(-Math.log(1 - random()) * meanGap * 0.95);
    if (at >= UNTIL) break;
    const spread = Math.exp((random() + random() + random() - 1.5) * 1.6);
    purchases.push({ at, cents: Math.max(1, Math.floor(scale * 100 * spread)) });
  }
  return purchases;
}

/** A small generator of good quality (sfc32). */
function smallFast(a: number, b: number, c: number, d: number): () => number {
  const s = [a, b, c, d] as [number, number, number, number];
  return () => {
    const sum = (((s[0] + s[1]) | 0) + s[3]) | 0;
    s[3] = (s[3] + 1) | 0;
    s[0] = s[1] ^ (s[1] >>> 9);
    s[1] = (s[2] + (s[2] << 3)) | 0;
    s[2] = ((s[2] << 21) | (s[2] >>> 11)) + sum;
    s[2] |= 0;
    return (sum >>> 0) / 4_294_967_296;
  };
}
