import type { LineTest } from './condition.ts';
import type { PurchaseLine } from './happening.ts';
import { allocate, ratio, scaled, sumOf } from './number.ts';
import { type Build, plain } from './plan-effects.ts';

/** What no price by rules goes below: a share of the list price (semantics E4). */
export interface PlannedFloor {
  readonly covers: LineTest;
  readonly share: { readonly num: number; readonly den: number };
  readonly shareText: string;
}

export function plannedFloors(build: Build): PlannedFloor[] {
  return build.program.stacking.floors.map(({ share, goods }) => {
    const shareText = build.text(share);
    return { covers: build.covers(goods), share: plain(ratio(shareText)), shareText };
  });
}

/** The highest of the floors under a line, minor units; null: there is none. */
export function floorUnder(
  floors: readonly PlannedFloor[],
  line: PurchaseLine,
): { readonly least: number; readonly shareText: string } | null {
  let highest: { readonly least: number; readonly shareText: string } | null = null;
  for (const { covers, share, shareText } of floors) {
    if (!covers(line)) continue;
    const least = Math.min(line.list, scaled(line.list, share.num, share.den, 'halfUp'));
    if (highest === null || least > highest.least) highest = { least, shareText };
  }
  return highest;
}

/**
 * Shares an amount over lines in proportion to their weights, no line more than it has room for: what is too much for one
 * spills to the others. There is room for all of it.
 */
export function allocateWithin(amount: number, weights: readonly number[], rooms: readonly number[]): number[] {
  const full = new Set<number>();
  for (;;) {
    const spread = amount - sumOf(rooms.map((room, i) => (full.has(i) ? room : 0)));
    const open = weights.map((weight, i) => (full.has(i) ? 0 : weight));
    const shares = allocate(spread, open).map((share, i) => (full.has(i) ? (rooms[i] ?? 0) : share));
    const over = shares.flatMap((share, i) => (share > (rooms[i] ?? 0) ? [i] : []));
    if (over.length === 0) return shares;
    for (const i of over) full.add(i);
  }
}
