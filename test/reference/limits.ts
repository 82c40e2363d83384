import { isDeepStrictEqual } from 'node:util';
import type { Program } from '@laurel/engine';
import type { Account } from './account.ts';
import {
  type CivilDate,
  comparedDates,
  dateAfter1970,
  daysSince1970,
  isLeapYear,
  plusDuration,
  readDate,
  weekdayOf,
} from './civil-date.ts';
import { localDate } from './local-time.ts';

type Rule = Program['rules'][number];
type Limit = Rule['limits'][number];

/** One use of one limit of a rule, in the period that ends with that date; null: it never ends. */
export interface Use {
  readonly rule: string;
  readonly per: Limit['per'];
  readonly lastDate: CivilDate | null;
}

/** What a period hangs on beside the date. */
export interface Standing {
  readonly date: CivilDate;
  readonly birthday: string | null;
}

/** The rules with limits of which every one leaves room (M11), by name. */
export function rulesWithRoom(program: Program, account: Account, standing: Standing): string[] {
  return program.rules
    .filter(({ limits }) => limits.length > 0)
    .filter((rule) => rule.limits.every((limit) => hasRoom(program, account, rule, limit, standing)))
    .map(({ name }) => name);
}

function hasRoom(program: Program, account: Account, rule: Rule, limit: Limit, standing: Standing): boolean {
  const now = periodOf(program, account, limit.per, standing.date, standing);
  if (now === null) return false;
  const one = { rule: rule.name, per: limit.per, lastDate: lastDateOf(program, account, limit.per, standing) };
  return account.uses.filter((use) => isDeepStrictEqual(use, one)).length < limit.times;
}

/** A rule that can be left out without another result changes nothing (M11): from the last to the first, until none can. */
export function neededRules(names: readonly string[], resultOf: (granted: readonly string[]) => unknown): string[] {
  let needed = [...names];
  for (const name of [...names].reverse()) {
    const fewer = needed.filter((each) => each !== name);
    if (isDeepStrictEqual(resultOf(fewer), resultOf(needed))) needed = fewer;
  }
  return needed.length === names.length ? needed : neededRules(needed, resultOf);
}

/** One use for each kind of period that the rules' limits count in. */
export function usesOf(program: Program, account: Account, names: readonly string[], standing: Standing): Use[] {
  return program.rules
    .filter(({ name }) => names.includes(name))
    .flatMap(({ name, limits }) =>
      [...new Set(limits.map(({ per }) => per))].map((per) => ({
        rule: name,
        per,
        lastDate: lastDateOf(program, account, per, standing),
      })),
    );
}

/** What a purchase held before a return and does not hold after it is free; what it holds again is used again. */
export function freeUses(
  account: Account,
  used: readonly Use[],
  before: readonly string[],
  after: readonly string[],
  today: CivilDate,
): void {
  for (const use of used) {
    if (use.lastDate !== null && comparedDates(use.lastDate, today) < 0) continue;
    const place = account.uses.findIndex((each) => isDeepStrictEqual(each, use));
    if (before.includes(use.rule) && !after.includes(use.rule) && place >= 0) account.uses.splice(place, 1);
    if (!before.includes(use.rule) && after.includes(use.rule)) account.uses.push(use);
  }
}

/** Uses of periods that are over count no more. */
export function forgetPastUses(account: Account, today: CivilDate): void {
  account.uses = account.uses.filter(({ lastDate }) => lastDate === null || comparedDates(today, lastDate) <= 0);
}

/** The last date of the same period: day by day, until the next one belongs to another (T4). */
export function lastDateOf(
  program: Program,
  account: Account,
  per: Limit['per'],
  standing: Standing,
): CivilDate | null {
  if (per === 'lifetime') return null;
  const period = periodOf(program, account, per, standing.date, standing);
  let last = standing.date;
  for (;;) {
    const next = dateAfter1970(daysSince1970(last) + 1);
    if (periodOf(program, account, per, next, standing) !== period) return last;
    last = next;
  }
}

/** A name for the period that a date lies in; null: there is none. */
export function periodOf(
  program: Program,
  account: Account,
  per: Limit['per'],
  date: CivilDate,
  { birthday }: Standing,
): string | null {
  const { year, month } = date;
  switch (per) {
    case 'day':
      return String(daysSince1970(date));
    case 'week': {
      let start = date;
      while (weekdayOf(start) !== program.weekStart) start = dateAfter1970(daysSince1970(start) - 1);
      return String(daysSince1970(start));
    }
    case 'month':
      return `${year}-${month}`;
    case 'quarter':
      return `${year}-${month <= 3 ? 1 : month <= 6 ? 2 : month <= 9 ? 3 : 4}`;
    case 'year':
      return String(year);
    case 'membershipYear': {
      if (account.joinedAtMs === null) return null;
      const joined = localDate(program.zone, account.joinedAtMs);
      let years = 0;
      while (comparedDates(plusDuration(joined, { count: years + 1, unit: 'year' }), date) <= 0) years += 1;
      return String(years);
    }
    case 'birthday':
      return birthday === null ? null : String(yearOfNearestBirthday(program, readDate(birthday), date));
    case 'lifetime':
      return 'always';
  }
}

/** Of two birthdays that are equally near it is the earlier. */
function yearOfNearestBirthday(program: Program, born: CivilDate, date: CivilDate): number {
  const distance = (year: number) => {
    const leapDay = born.month === 2 && born.day === 29 && !isLeapYear(year);
    const { month, day } = leapDay ? program.leapBirthday : born;
    return Math.abs(daysSince1970({ year, month, day }) - daysSince1970(date));
  };
  const years = [date.year - 1, date.year, date.year + 1];
  const nearest = Math.min(...years.map(distance));
  return years.find((year) => distance(year) === nearest) ?? date.year;
}
