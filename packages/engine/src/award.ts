import type { ZoneClock } from './calendar.ts';
import { amountCounted } from './declared-event.ts';
import { joinedDay, metricReading } from './fact.ts';
import { balance } from './ledger.ts';
import { compareRatio, ONE, type Ratio, type Rounding, ratio, roundedSumBig, safe, ZERO } from './number.ts';
import type { PlannedRule } from './plan.ts';
import type { Build } from './plan-effects.ts';
import { type Award, type Band, type Measured, type Metric, ProgramError, STORED_VALUE } from './program.ts';
import type { Basis, Handed, Source } from './reason.ts';
import type { AccountRecord, Awarded } from './state.ts';
import { whole } from './stated.ts';
import { seenUntil } from './window.ts';

/**
 * What is given for what was measured (semantics E7): by bands, of which the highest that is reached gives. What goes by how
 * much a window measured pays what that comes to now, less what was given for the same window before.
 */
export interface PlannedAward {
  readonly source: Source;
  readonly of: Measured;
  /** In smallest units, or how many. */
  readonly value: (record: AccountRecord, day: number) => number;
  /** The last day on which the window of today is seen; null: it never ends. Undefined: what is measured has no window. */
  readonly lastDay: ((record: AccountRecord, day: number) => number | null) | undefined;
  readonly bands: readonly PlannedBand[];
}

interface PlannedBand {
  /** What reaches the band, in smallest units. */
  readonly least: Ratio;
  readonly gives: Thing;
  /** In the smallest unit of what is given; once, or for each `per` of what was measured. */
  readonly amount: Ratio;
  /** The same where it cannot be split; 0 where it is given in proportion. */
  readonly each: number;
  readonly per: Ratio | null;
  readonly full: boolean;
  readonly rounding: Rounding;
  /** What was measured and what is given, for the account's record. */
  readonly key: string;
}

/** What is given, but how much of it. */
type Thing =
  | { readonly kind: 'earned'; readonly wallet: number }
  | { readonly kind: 'gift' | 'coupon'; readonly name: string }
  | { readonly kind: 'voucher' | 'cash' };

/** Something that an award gives now. */
export interface AwardNow {
  readonly gives:
    | { readonly kind: 'earned'; readonly wallet: number; readonly amount: number }
    | { readonly kind: 'handed'; readonly what: Handed; readonly times: number };
  readonly source: Source;
  readonly basis: Basis;
  /** What is to be remembered of it; null: nothing is. */
  readonly note: Awarded | null;
}

/** What awards are made from. */
export interface AwardBuild extends Build {
  readonly clock: ZoneClock;
  readonly walletIndex: (name: string) => number;
  readonly counterOf: (key: string) => number;
}

export function plannedAward({ rule, source }: PlannedRule, effect: Award, build: AwardBuild): PlannedAward {
  const { program, clock, walletIndex, counterOf } = build;
  const { of } = effect;
  const bands = effect.bands.map((band) => plannedBand(rule.name, of, band, build));
  const shared = { source: { ...source, at: effect.at }, of, bands };
  if (of.kind === 'balance') {
    const place = walletIndex(of.wallet);
    const value = ({ wallets }: AccountRecord) => {
      const wallet = wallets[place];
      return wallet === undefined ? 0 : Math.max(0, balance(wallet));
    };
    return { ...shared, value, lastDay: undefined };
  }
  const read = metricReading(of.metric, program, clock, counterOf);
  return {
    ...shared,
    value: (record, day) => Math.max(0, read(record, day)),
    lastDay: (record, day) => seenUntil(of.metric.window, day, program, () => joinedDay(record, clock)),
  };
}

function plannedBand(name: string, of: Measured, { from, gives, per, full }: Band, build: AwardBuild): PlannedBand {
  const metric = of.kind === 'metric' ? of.metric : null;
  const inUnits = (amount: NonNullable<typeof from>) => amountCounted(metric, amount, build);
  const step = per === null ? null : inUnits(per);
  if (step !== null && step.num <= 0n) throw new ProgramError(`"${name}" gives something for nothing`);
  const amount = amountOf(gives, build);
  return {
    least: from === null ? ZERO : inUnits(from),
    gives: thingOf(gives, build),
    amount,
    // What is given at once cannot be split; what is in proportion is rounded at the end.
    each: step === null || full ? whole(amount, name) : 0,
    per: step,
    full,
    rounding: roundingOf(gives, build),
    key: JSON.stringify([metricKey(of), thingKey(gives)]),
  };
}

/** Stored value and money are in minor units, points are points, and a gift is one. */
function amountOf(gives: Band['gives'], build: AwardBuild): Ratio {
  if ('name' in gives) return ONE;
  if (gives.kind !== 'earned') return build.minor(gives.money);
  return gives.wallet === STORED_VALUE ? build.minor(gives.amount) : ratio(build.text(gives.amount));
}

function thingOf(gives: Band['gives'], { walletIndex }: AwardBuild): Thing {
  if ('name' in gives) return { kind: gives.kind, name: gives.name };
  return gives.kind === 'earned' ? { kind: 'earned', wallet: walletIndex(gives.wallet) } : { kind: gives.kind };
}

function roundingOf(gives: Band['gives'], { program }: AwardBuild): Rounding {
  if (gives.kind !== 'earned') return 'down';
  return program.wallets.find(({ name }) => name === gives.wallet)?.rounding ?? 'down';
}

function metricKey(of: Measured): unknown {
  if (of.kind === 'balance') return of.wallet;
  const { of: what, goods, wallet, event, window }: Metric = of.metric;
  return [what, event ?? goods ?? wallet ?? '', window];
}

function thingKey(gives: Band['gives']): string {
  if ('name' in gives) return `${gives.kind} ${gives.name}`;
  return gives.kind === 'earned' ? gives.wallet : gives.kind;
}

/** What an award gives an account on a day, in the file's order. */
export function awardsNow(award: PlannedAward, record: AccountRecord, day: number): readonly AwardNow[] {
  const value = award.value(record, day);
  return reached(award.bands, value).flatMap((band) => awardNow(award, band, value, record, day));
}

/** The bands of the highest threshold that a value reaches. */
function reached(bands: readonly PlannedBand[], value: number): readonly PlannedBand[] {
  const inReach = bands.filter(({ least }) => compareRatio(least, { num: BigInt(value), den: 1n }) <= 0);
  return inReach.filter(({ least }) => inReach.every((other) => compareRatio(other.least, least) <= 0));
}

function awardNow(
  { source, of, lastDay: lastDayOf }: PlannedAward,
  band: PlannedBand,
  value: number,
  record: AccountRecord,
  day: number,
): readonly AwardNow[] {
  const { gives, per, full, key } = band;
  const goesOn = per !== null && lastDayOf !== undefined;
  const lastDay = goesOn ? lastDayOf(record, day) : null;
  const before = goesOn ? awardedBefore(record, source.rule, key, lastDay) : 0;
  const inAll = comesTo(band, value);
  const much = inAll - before;
  if (much <= 0) return [];
  const note = goesOn ? { rule: source.rule, of: key, lastDay, amount: inAll } : null;
  const basis = { of, value, before: amountIn(band, before) };
  const isCounted = per === null || full;
  if (gives.kind === 'earned') {
    const amount = amountIn(band, much);
    return amount === 0 ? [] : [{ gives: { ...gives, amount }, source, basis, note }];
  }
  const times = isCounted ? much : 1;
  const what: Handed = 'name' in gives ? gives : { kind: gives.kind, amount: isCounted ? band.each : much };
  if ('amount' in what && what.amount === 0) return [];
  return [{ gives: { kind: 'handed', what, times }, source, basis, note }];
}

/** What a band comes to for a value: how often it gives, or (in proportion) how much in all. */
function comesTo({ amount, per, full, rounding }: PlannedBand, value: number): number {
  if (per === null) return 1;
  const steps = { num: BigInt(value) * per.den, den: per.num };
  if (full) return safe(Number(steps.num / steps.den));
  return roundedSumBig({ parts: [steps.num * amount.num], whole: steps.den * amount.den }, rounding);
}

/** So often what a band gives, or so much of it in proportion, in smallest units. */
function amountIn({ each, per, full }: PlannedBand, much: number): number {
  return per === null || full ? safe(much * each) : much;
}

function awardedBefore({ awarded }: AccountRecord, rule: string, of: string, lastDay: number | null): number {
  return awarded.find((known) => known.rule === rule && known.of === of && known.lastDay === lastDay)?.amount ?? 0;
}

/** Remembers what was given for a window in all; in one order, so that the same awards always give the same bytes. */
export function noteAward(record: AccountRecord, note: Awarded): void {
  const { rule, of, lastDay } = note;
  const others = record.awarded.filter((known) => known.rule !== rule || known.of !== of || known.lastDay !== lastDay);
  record.awarded = [...others, note].sort(inOrder);
}

function inOrder(a: Awarded, b: Awarded): number {
  if (a.rule !== b.rule) return a.rule < b.rule ? -1 : 1;
  if (a.of !== b.of) return a.of < b.of ? -1 : 1;
  return (a.lastDay ?? Number.MAX_SAFE_INTEGER) - (b.lastDay ?? Number.MAX_SAFE_INTEGER);
}

/** What was given for windows that nobody will see again counts no more. */
export function dropPastAwards(record: AccountRecord, day: number): void {
  if (record.awarded.every(({ lastDay }) => lastDay === null || lastDay >= day)) return;
  record.awarded = record.awarded.filter(({ lastDay }) => lastDay === null || lastDay >= day);
}
