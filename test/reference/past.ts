import type { Program } from '@laurel/engine';
import type { Account, Layer } from './account.ts';
import type { CivilDate } from './civil-date.ts';
import { type Facts, numberIn } from './facts.ts';
import { floor, times, whole, ZERO } from './fraction.ts';
import { belongs, type GoodsLine } from './goods.ts';
import { localDate } from './local-time.ts';
import { earningByLine } from './payment.ts';
import { isWithin } from './windows.ts';

type Metric = Extract<NonNullable<Program['rules'][number]['when']>, { kind: 'metric' }>['metric'];

/** What happened to an account and is counted, from its first event on (M9). */
export type Happened =
  | {
      readonly kind: 'purchase';
      readonly id: string;
      readonly date: CivilDate;
      readonly lines: readonly GoodsLine[];
      /** By line, what of the payment counts and has not come back. */
      readonly spent: readonly bigint[];
      /** By wallet, what it earned less what was taken back. */
      readonly points: Readonly<Record<string, bigint>>;
      readonly cameBackWhole: boolean;
    }
  | { readonly kind: 'visit'; readonly date: CivilDate }
  /** An event that the program declares, with what was told of it. */
  | { readonly kind: 'event'; readonly date: CivilDate; readonly name: string; readonly facts: Facts };

/** What conditions read of an account's past; a copy of it stays on each receipt (R1). */
export interface Past {
  readonly happened: readonly Happened[];
  readonly joined: CivilDate | null;
  /** The member's tier by ladder. */
  readonly tiers: Readonly<Record<string, string | null>>;
  /** What the host had told of the member. */
  readonly facts: Facts;
}

/** The account's past as it is now, so that nothing that happens later changes it. */
export function pastOf(program: Program, { happened, joinedAtMs, standings, facts }: Account): Past {
  return {
    happened: structuredClone(happened),
    facts,
    joined: joinedAtMs === null ? null : localDate(program.zone, joinedAtMs),
    tiers: Object.fromEntries(standings.map(({ ladder, tier }) => [ladder, tier])),
  };
}

/** A metric as it stands on a date, before what happens then. */
export function metricOf(program: Program, { happened, joined }: Past, metric: Metric, today: CivilDate): bigint {
  return happened
    .filter(({ date }) => isWithin(program, metric.window, date, today, joined))
    .reduce((sum, each) => sum + partOf(program, metric, each), 0n);
}

/** What a metric counts in: sums of facts in thousandths. */
export function partsOfOne(metric: Metric | null): bigint {
  return metric?.event?.fact == null ? 1n : 1000n;
}

function partOf(program: Program, metric: Metric, each: Happened): bigint {
  const { of, goods, wallet, event } = metric;
  if (each.kind === 'visit') return of === 'visits' ? 1n : 0n;
  if (each.kind === 'event') {
    if (of !== 'events' || event?.name !== each.name) return 0n;
    if (event.fact === null) return 1n;
    return floor(times(numberIn(each.facts, event.fact) ?? ZERO, whole(partsOfOne(metric))));
  }
  switch (of) {
    case 'spend':
      return spentOn(program, goods, each.lines, each.spent);
    case 'purchases':
      return each.cameBackWhole ? 0n : 1n;
    case 'points':
      return each.points[wallet ?? ''] ?? 0n;
    case 'visits':
    case 'events':
      return 0n;
  }
}

export function spentOn(
  program: Program,
  goods: string | null,
  lines: readonly GoodsLine[],
  spent: readonly bigint[],
): bigint {
  return lines.reduce(
    (sum, line, index) => (goods === null || belongs(program, goods, line) ? sum + (spent[index] ?? 0n) : sum),
    0n,
  );
}

export function lastPurchase({ happened }: Past): CivilDate | null {
  return happened.filter(({ kind }) => kind === 'purchase').at(-1)?.date ?? null;
}

/** By line, what counts as spend: what was paid less the ways of paying that the first wallet leaves out. */
export function spentByLine(program: Program, layer: Layer): bigint[] {
  const notEarning = program.wallets[0]?.notEarning ?? ['voucher'];
  return earningByLine({ notEarning }, layer);
}
