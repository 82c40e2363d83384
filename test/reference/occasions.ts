import type { Program } from '@laurel/engine';
import type { Account } from './account.ts';
import { type AwardNow, awardNow } from './awards.ts';
import { isAmong, isInCalendar } from './calendar-days.ts';
import {
  type CivilDate,
  comparedDates,
  isLeapYear,
  nextDate,
  plusDuration,
  previousDate,
  readDate,
} from './civil-date.ts';
import { acts, type Circumstances } from './conditions.ts';
import { convert } from './conversion.ts';
import { handOut } from './coupons.ts';
import { type Facts, numberIn } from './facts.ts';
import { floor, rounded, times, ZERO } from './fraction.ts';
import { handedAtOnce } from './handing.ts';
import type { Judged } from './judged.ts';
import { type Book, earn } from './ledger.ts';
import { isInPeriod } from './lifetime.ts';
import { rulesWithRoom, usesOf } from './limits.ts';
import { clockAt, endOfDate, endOfWait, localDate, localMinute, startOfDate } from './local-time.ts';
import { pastOf } from './past.ts';
import { givenIn } from './wallets.ts';

type Rule = Program['rules'][number];
type Occasion = Extract<Rule['trigger'], { kind: 'occasion' }>['on'];
type Duration = Program['returns']['within'];

/** The instants at which the calendar lets each rule act, by the rule's name, where they are the same for everybody. */
export type Almanac = ReadonlyMap<string, readonly number[]>;

/** Day by day through all the dates that histories can come to, and eight years on to the next leap day but one. */
export function almanac(program: Program): Almanac {
  const rules = program.rules.filter(({ trigger }) => trigger.kind === 'occasion');
  return new Map(rules.map((rule) => [rule.name, instantsOf(program, rule)]));
}

function instantsOf(program: Program, { trigger }: Rule): number[] {
  if (trigger.kind !== 'occasion') return [];
  const instants: number[] = [];
  for (let date: CivilDate = { year: 2023, month: 12, day: 1 }; date.year < 2035; date = nextDate(date)) {
    const atMs = instantOn(program, trigger.on, date);
    if (atMs !== null) instants.push(atMs);
  }
  return instants;
}

/** Null: nothing happens because of this date. */
function instantOn(program: Program, on: Occasion, date: CivilDate): number | null {
  const { zone } = program;
  switch (on.kind) {
    case 'days':
      return isAmong(on.days, date) ? clockAt(zone, date, on.minute) : null;
    case 'calendar':
      return isInCalendar(program, on.calendar, date) ? startOfDate(zone, date) : null;
    case 'beforeRun': {
      const begins =
        isInCalendar(program, on.calendar, date) && !isInCalendar(program, on.calendar, previousDate(date));
      return begins ? before(program, date, on.span) : null;
    }
    case 'periodStart':
      return isInPeriod(previousDate(date), on.period, date) ? null : startOfDate(zone, date);
    case 'periodEnd':
      return isInPeriod(nextDate(date), on.period, date) ? null : endOfDate(zone, date);
    default:
      return null;
  }
}

/** So long before the start of a date: hours on the clock, days and longer by dates. */
function before({ zone }: Program, date: CivilDate, span: Duration): number {
  const minutes = { minute: 1, hour: 60, day: 0, week: 0, month: 0, year: 0 }[span.unit];
  if (minutes > 0) return startOfDate(zone, date) - span.count * minutes * 60_000;
  return startOfDate(zone, plusDuration(date, { count: -span.count, unit: span.unit }));
}

/** Every instant after now at which some rule may come to act for the account, or its membership falls asleep. */
export function upcoming(judged: Judged, dates: Almanac, account: Account): number[] {
  const { program } = judged;
  const nowMs = account.place.atMs;
  const own = program.rules.flatMap((rule) => (isFor(rule, account) ? ownInstants(program, rule, account) : []));
  const shared = program.rules.flatMap((rule) => (isFor(rule, account) ? (dates.get(rule.name) ?? []) : []));
  const { dormantAfter } = program.membership;
  const sleep = account.status === 'active' && dormantAfter !== null ? sleepsAt(program, account, dormantAfter) : [];
  return [...own, ...shared, ...sleep].filter((ms) => ms > nowMs);
}

function isFor({ trigger }: Rule, { status }: Account): boolean {
  if (trigger.kind !== 'occasion') return false;
  return status === 'active' || (status === 'dormant' && trigger.on.kind === 'withoutPurchase');
}

function ownInstants(program: Program, { trigger }: Rule, account: Account): number[] {
  if (trigger.kind !== 'occasion') return [];
  const { on } = trigger;
  const { zone } = program;
  const { joinedAtMs, firstPurchaseMs } = account;
  switch (on.kind) {
    case 'birthday': {
      const { year } = localDate(zone, account.place.atMs);
      return [year, year + 1].flatMap((each) => {
        const date = account.celebratedYear === each ? null : birthdayIn(program, account, each);
        return date === null ? [] : [startOfDate(zone, date)];
      });
    }
    case 'anniversary': {
      if (joinedAtMs === null) return [];
      const joined = localDate(zone, joinedAtMs);
      return Array.from({ length: 12 }, (_, years) =>
        startOfDate(zone, plusDuration(joined, { count: years + 1, unit: 'year' })),
      );
    }
    case 'after': {
      const fromMs = on.what === 'joining' ? joinedAtMs : firstPurchaseMs;
      return fromMs === null ? [] : [endOfWait(zone, fromMs, on.span)];
    }
    case 'withoutPurchase':
      return sleepsAt(program, account, on.span);
    default:
      return [];
  }
}

/** When the last local day without a purchase is over, counted from the last purchase or from joining. */
function sleepsAt({ zone }: Program, { joinedAtMs, lastPurchaseMs }: Account, span: Duration): number[] {
  if (joinedAtMs === null) return [];
  const fromMs = lastPurchaseMs !== null && lastPurchaseMs > joinedAtMs ? lastPurchaseMs : joinedAtMs;
  if (span.unit === 'minute' || span.unit === 'hour') return [endOfWait(zone, fromMs, span)];
  return [endOfDate(zone, plusDuration(localDate(zone, fromMs), span))];
}

export function fallsAsleepNow(program: Program, account: Account, atMs: number): boolean {
  const { dormantAfter } = program.membership;
  return account.status === 'active' && dormantAfter !== null && sleepsAt(program, account, dormantAfter)[0] === atMs;
}

/** The rules whose instant this is: those that close a period, or all the others but birthdays. */
export function dueNow(
  judged: Judged,
  dates: Almanac,
  account: Account,
  atMs: number,
  which: 'close' | 'open',
): Rule[] {
  return judged.program.rules.filter((rule) => {
    if (!isFor(rule, account) || rule.trigger.kind !== 'occasion' || rule.trigger.on.kind === 'birthday') return false;
    if ((rule.trigger.on.kind === 'periodEnd') !== (which === 'close')) return false;
    const instants = [...(dates.get(rule.name) ?? []), ...ownInstants(judged.program, rule, account)];
    return instants.includes(atMs);
  });
}

/** The rules on the birthday, if it is today and they have not seen this year's (T3). */
export function birthdayRules({ program }: Judged, account: Account, atMs: number): Rule[] {
  const rules = program.rules.filter(({ trigger }) => trigger.kind === 'occasion' && trigger.on.kind === 'birthday');
  const today = localDate(program.zone, atMs);
  const date = birthdayIn(program, account, today.year);
  if (rules.length === 0 || account.status !== 'active' || account.celebratedYear === today.year) return [];
  if (date === null || comparedDates(date, today) !== 0) return [];
  keepBirthday(account, today.year);
  account.celebratedYear = today.year;
  return rules;
}

/** A birthday that has acted in a year stands for that year. */
export function keepBirthday(account: Account, year: number): void {
  const { birthday, birthdayThatActed } = account;
  // No purchase has this name, so that no return of one frees the birthday.
  const occasion = '';
  if (birthdayThatActed?.year !== year) {
    if (birthday !== null) account.birthdayThatActed = { year, birthday, purchases: [occasion] };
  } else if (!birthdayThatActed.purchases.includes(occasion)) birthdayThatActed.purchases.push(occasion);
}

function birthdayIn(program: Program, account: Account, year: number): CivilDate | null {
  const { birthday: told, birthdayThatActed } = account;
  const birthday = birthdayThatActed?.year === year ? birthdayThatActed.birthday : told;
  if (birthday === null) return null;
  const { month, day } = readDate(birthday);
  return month === 2 && day === 29 && !isLeapYear(year) ? { year, ...program.leapBirthday } : { year, month, day };
}

/** Rules of one step look first, all of them, and then give, in the file's order (T6). */
export function give(judged: Judged, book: Book, rules: readonly Rule[], date: CivilDate, facts: Facts = {}): void {
  const { program } = judged;
  const { account } = book;
  const { birthday: told, birthdayThatActed } = account;
  const birthday = birthdayThatActed?.year === date.year ? birthdayThatActed.birthday : told;
  const standing = { date, birthday };
  const granted = rulesWithRoom(program, account, standing);
  const minute = localMinute(program.zone, book.atMs);
  const now: Circumstances = {
    date,
    minute,
    lines: [],
    birthday,
    listPrice: ZERO,
    paid: ZERO,
    asks: [],
    granted,
    spent: [],
    past: pastOf(program, account),
    told: facts,
  };
  const acting = program.rules
    .map((rule) => ({ rule, gives: rule.effects.map((effect) => givenBy(judged, rule, effect, account, now)) }))
    .filter(({ rule, gives }) => rules.includes(rule) && gives.some(isSomething) && acts(judged, rule, now));
  for (const { rule, gives } of acting) {
    for (const { earned, handed, given } of gives) {
      for (const { wallet, amount } of earned) earn(program, book, wallet, amount, { rule: rule.name });
      handOut(judged, book, handed, true);
      account.awarded.push(...given);
    }
    account.uses.push(...usesOf(program, account, [rule.name], standing));
    if (rule.limits.some(({ per }) => per === 'birthday')) keepBirthday(account, date.year);
  }
  if (acting.length > 0) convert(judged, book);
}

/** What one effect of a rule gives where nothing is bought. */
function givenBy(
  judged: Judged,
  rule: Rule,
  effect: Rule['effects'][number],
  account: Account,
  { past, date, told = {} }: Circumstances,
): AwardNow {
  if (effect.kind === 'award') return awardNow(judged, rule.name, effect, account, past, date);
  if (effect.kind === 'earnPerFact') {
    const amount = perFact(judged, effect, told);
    return { earned: amount > 0n ? [{ wallet: effect.wallet, amount }] : [], handed: [], given: [] };
  }
  if (effect.kind !== 'earnFixed')
    return { earned: [], handed: handedAtOnce(judged, rule.name, effect, past), given: [] };
  const amount = floor(givenIn(judged, effect.wallet, effect.points));
  return { earned: amount > 0n ? [{ wallet: effect.wallet, amount }] : [], handed: [], given: [] };
}

function isSomething({ earned, handed }: AwardNow): boolean {
  return earned.length > 0 || handed.length > 0;
}

/** So much for each unit that was told, rounded as the wallet says; nothing for what is not known. */
function perFact(
  judged: Judged,
  { wallet, points, fact }: Extract<Rule['effects'][number], { kind: 'earnPerFact' }>,
  told: Facts,
): bigint {
  const rounding = judged.program.wallets.find(({ name }) => name === wallet)?.rounding ?? 'down';
  return rounded(times(givenIn(judged, wallet, points), numberIn(told, fact) ?? ZERO), rounding);
}
