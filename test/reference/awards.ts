import type { Program } from '@laurel/engine';
import { type Account, STORED_VALUE, walletOf } from './account.ts';
import type { CivilDate } from './civil-date.ts';
import { compared, dividedBy, type Fraction, floor, minorUnits, rounded, times, whole } from './fraction.ts';
import type { Handed } from './handing.ts';
import { amountOf, type Judged } from './judged.ts';
import { balanceOf } from './ledger.ts';
import { metricOf, type Past, partsOfOne } from './past.ts';
import { windowSeen } from './windows.ts';

type Rule = Program['rules'][number];
type Award = Extract<Rule['effects'][number], { kind: 'award' }>;
type Band = Award['bands'][number];
type Amount = NonNullable<Band['from']>;

/** What a rule gave for a window at one time (E7): how often, or (in proportion) so many smallest units. */
export interface AwardGiven {
  readonly rule: string;
  /** What was measured over which window, and what was given for it. */
  readonly key: string;
  readonly window: string;
  readonly much: bigint;
}

/** What a rule gives now for what is measured. */
export interface AwardNow {
  readonly earned: readonly { readonly wallet: string; readonly amount: bigint }[];
  readonly handed: readonly Handed[];
  readonly given: readonly AwardGiven[];
}

export function awardNow(
  judged: Judged,
  rule: string,
  effect: Award,
  account: Account,
  past: Past,
  date: CivilDate,
): AwardNow {
  const value = measuredNow(judged, effect, account, past, date);
  const bands = bandsReached(judged, effect, value).map((band) =>
    giveBand(judged, rule, effect, band, value, account, past, date),
  );
  return {
    earned: bands.flatMap(({ earned }) => earned),
    handed: bands.flatMap(({ handed }) => handed),
    given: bands.flatMap(({ given }) => given),
  };
}

/** What is measured, in minor units of money, points, or how many; never below nothing. */
function measuredNow({ program }: Judged, { of }: Award, account: Account, past: Past, date: CivilDate): bigint {
  const value =
    of.kind === 'balance' ? balanceOf(walletOf(account, of.wallet)) : metricOf(program, past, of.metric, date);
  return value > 0n ? value : 0n;
}

/** Of the thresholds that are reached the highest, and everything that stands under it. */
function bandsReached(judged: Judged, { bands, of }: Award, value: bigint): Band[] {
  const needed = (band: Band) => (band.from === null ? whole(0n) : measureUnits(judged, of, band.from));
  const reached = bands.filter((band) => compared(needed(band), whole(value)) <= 0n);
  return reached.filter((band) => !reached.some((other) => compared(needed(other), needed(band)) > 0n));
}

function measureUnits(judged: Judged, of: Award['of'], amount: Amount): Fraction {
  const parts = partsOfOne(of.kind === 'metric' ? of.metric : null);
  const stated = times(amountOf(judged, amount), whole(parts));
  return amount.unit === 'money' ? minorUnits(stated, judged.program.currency.minorDigits) : stated;
}

function giveBand(
  judged: Judged,
  rule: string,
  { of }: Award,
  band: Band,
  value: bigint,
  account: Account,
  past: Past,
  date: CivilDate,
): AwardNow {
  const { program } = judged;
  const { gives, per, full } = band;
  const each = eachOf(judged, gives);
  const steps = per === null ? whole(1n) : dividedBy(whole(value), measureUnits(judged, of, per));
  const counts = per === null || full;
  const wallet = gives.kind === 'earned' ? program.wallets.find(({ name }) => name === gives.wallet) : undefined;
  const inAll = counts ? floor(steps) : rounded(times(each, steps), wallet?.rounding ?? 'down');
  const thing = 'name' in gives ? gives.name : gives.kind === 'earned' ? gives.wallet : '';
  const key = JSON.stringify([of, gives.kind, thing]);
  const window = of.kind === 'metric' && per !== null ? windowSeen(program, of.metric.window, date, past.joined) : null;
  const before = account.awarded
    .filter((other) => other.rule === rule && other.key === key && other.window === window)
    .reduce((sum, { much }) => sum + much, 0n);
  const much = inAll - before;
  if (much <= 0n) return { earned: [], handed: [], given: [] };
  const given = window === null ? [] : [{ rule, key, window, much }];
  if (gives.kind === 'earned') {
    const amount = counts ? floor(each) * much : much;
    return amount === 0n
      ? { earned: [], handed: [], given: [] }
      : { earned: [{ wallet: gives.wallet, amount }], handed: [], given };
  }
  if ('name' in gives)
    return { earned: [], handed: [{ by: rule, what: `${gives.kind} ${gives.name}`, times: Number(much) }], given };
  const one = counts ? floor(each) : much;
  if (one === 0n) return { earned: [], handed: [], given: [] };
  return {
    earned: [],
    handed: [{ by: rule, what: `${gives.kind} ${one}`, times: counts ? Number(much) : 1 }],
    given,
  };
}

/** What a band gives at once or for each step, in the smallest unit of what it is. */
function eachOf(judged: Judged, gives: Band['gives']): Fraction {
  const { minorDigits } = judged.program.currency;
  if ('name' in gives) return whole(1n);
  if (gives.kind !== 'earned') return minorUnits(amountOf(judged, gives.money), minorDigits);
  const stated = amountOf(judged, gives.amount);
  return gives.wallet === STORED_VALUE ? minorUnits(stated, minorDigits) : stated;
}
