import { civilOf, dayAfter, dayOf, daysInMonth, type ZoneClock } from './calendar.ts';
import type { PlannedCoupon } from './coupon.ts';
import type { Lot, LotTerms, Renewal } from './lots.ts';
import { type Activity, type Deadline, type Duration, ProgramError, type Wallet } from './program.ts';

/** When the points of a wallet can be used: from when on, and until when (semantics M4, T8). */
export interface WalletTerms {
  /** The terms of points that are earned at an instant, on its local day. */
  at(atMs: number, day: number): LotTerms;
  /** The terms of points that can be used at once. */
  atOnce(atMs: number, day: number): LotTerms;
  /** Whether this activity renews the wallet's lots. */
  isRenewedBy(activity: Activity): boolean;
  /** The same lot after an activity on a local day; itself if nothing about it is renewed. */
  renewed(lot: Lot, atMs: number, day: number): Lot;
}

/** When what lies in each wallet can be used, by its place in the account's record. */
export function termsOf(
  wallets: readonly Wallet[],
  coupons: readonly PlannedCoupon[],
  walletIndex: (name: string) => number,
  clock: ZoneClock,
): readonly (WalletTerms | null)[] {
  const terms: (WalletTerms | null)[] = [null];
  for (const wallet of wallets) terms[walletIndex(wallet.name)] = walletTerms(wallet, clock);
  for (const { coupon, wallet } of coupons) terms[wallet] = walletTerms({ ...coupon, availableAfter: null }, clock);
  return terms;
}

/** Null: points can be used at once and forever. */
function walletTerms(
  { name, availableAfter, expiry }: Pick<Wallet, 'name' | 'availableAfter' | 'expiry'>,
  clock: ZoneClock,
): WalletTerms | null {
  if (availableAfter === null && expiry === null) return null;
  const deadlines = expiry?.of ?? [];
  const fixed = deadlines.filter((deadline) => deadline.kind !== 'idle');
  const idle = deadlines.filter((deadline) => deadline.kind === 'idle');
  if (idle.length > 1) throw new ProgramError(`the points "${name}" expire without activities in more than one way`);
  const choose = expiry?.counts === 'latest' ? Math.max : Math.min;
  const endOf = (some: readonly Deadline[], atMs: number, day: number) =>
    some.length === 0 ? null : choose(...some.map((deadline) => endMs(deadline, atMs, day, clock)));
  const renewal = (atMs: number, day: number): Renewal | null => {
    if (idle.length === 0) return null;
    const fixedMs = endOf(fixed, atMs, day);
    return expiry?.counts === 'latest' ? { leastMs: fixedMs, mostMs: null } : { leastMs: null, mostMs: fixedMs };
  };
  const atOnce = (atMs: number, day: number): LotTerms => ({
    availableFromMs: null,
    expiresAtMs: endOf(deadlines, atMs, day),
    renewal: renewal(atMs, day),
  });
  const later = (atMs: number, day: number): LotTerms => {
    const terms = atOnce(atMs, day);
    const fromMs = availableAfter === null ? atMs : clock.after(atMs, availableAfter);
    return fromMs <= atMs ? terms : { ...terms, availableFromMs: fromMs };
  };
  const spans = deadlines.flatMap((deadline) => (deadline.kind === 'date' ? [] : [deadline.span]));
  const areDays = ![...spans, ...(availableAfter === null ? [] : [availableAfter])].some(isElapsed);
  return {
    atOnce,
    at: areDays ? rememberedByDay(later) : later,
    isRenewedBy: (activity) => idle.some(({ without }) => without.includes(activity)),
    renewed(lot, atMs, day) {
      const toMs = endOf(idle, atMs, day);
      return toMs === null ? lot : renewedTo(lot, toMs);
    },
  };
}

/** Where hours do not count, all points of a day have the same terms; they are worked out once. */
function rememberedByDay(terms: WalletTerms['at']): WalletTerms['at'] {
  const known = new Map<number, LotTerms>();
  return (atMs, day) => {
    let found = known.get(day);
    if (found === undefined) {
      found = terms(atMs, day);
      known.set(day, found);
    }
    return found;
  };
}

function renewedTo(lot: Lot, idleMs: number): Lot {
  const { entry, earnedAtMs, availableFromMs, renewal, left } = lot;
  if (renewal === null) return lot;
  const { leastMs, mostMs } = renewal;
  const expiresAtMs = Math.min(Math.max(idleMs, leastMs ?? idleMs), mostMs ?? Number.POSITIVE_INFINITY);
  return { entry, earnedAtMs, availableFromMs, expiresAtMs, renewal, left };
}

/** The first instant after a deadline: the start of the day after its last one. */
function endMs(deadline: Deadline, atMs: number, day: number, clock: ZoneClock): number {
  switch (deadline.kind) {
    case 'date':
      return clock.endOfDay(dateDay(deadline, day));
    case 'idle':
      return endOfSpan(deadline.span, atMs, clock);
    case 'after': {
      const { span, through } = deadline;
      if (isElapsed(span) && through === 'day') return clock.after(atMs, span);
      const last = isElapsed(span) ? clock.dayAt(clock.after(atMs, span)) : dayAfter(day, span);
      return clock.endOfDay(lastDayOf(through, last));
    }
  }
}

/** The end of the last local day of a span; minutes and hours run out on the clock. */
export function endOfSpan(span: Duration, fromMs: number, clock: ZoneClock): number {
  return isElapsed(span) ? clock.after(fromMs, span) : clock.endOfDay(dayAfter(clock.dayAt(fromMs), span));
}

/** Minutes and hours run on the clock; longer spans count local dates. */
function isElapsed({ unit }: Duration): boolean {
  return unit === 'minute' || unit === 'hour';
}

/** The last day of the period that a day lies in. */
export function lastDayOf(period: 'day' | 'month' | 'quarter' | 'year', day: number): number {
  if (period === 'day') return day;
  const { year, month } = civilOf(day);
  const last = period === 'year' ? 12 : period === 'quarter' ? Math.ceil(month / 3) * 3 : month;
  return dayOf(year, last, daysInMonth(year, last));
}

function dateDay({ on, years }: Extract<Deadline, { kind: 'date' }>, day: number): number {
  const { year } = civilOf(day);
  const inYear = (of: number) => dayOf(of, on.month, Math.min(on.day, daysInMonth(of, on.month)));
  if (years > 0) return inYear(year + years);
  const thisYear = inYear(year);
  return thisYear >= day ? thisYear : inYear(year + 1);
}
