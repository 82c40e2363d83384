import type { Event, Program } from '@laurel/engine';
import type { Account } from './account.ts';
import { type CivilDate, comparedDates, isLeapYear, readDate } from './civil-date.ts';
import { decimal, type Fraction } from './fraction.ts';

type Telling = Extract<Event, { kind: 'join' | 'profile' }>;
/** What the host told of a member, by name. */
export type Facts = Readonly<Record<string, boolean | string | readonly string[]>>;

/** Every reason why facts cannot be told so; none: they can. */
export function faultsOfTelling({ member }: Program, { profile }: Telling): string[] {
  return Object.entries(profile?.facts ?? {}).flatMap(([name, value]) => {
    const fact = member.facts.find((each) => each.name === name);
    if (fact === undefined) return ['unknown-fact'];
    return value === null || fits(fact.kind, value) ? [] : ['wrong-fact'];
  });
}

function fits(kind: Program['member']['facts'][number]['kind'], value: boolean | string | readonly string[]): boolean {
  if (kind === 'yesNo') return typeof value === 'boolean';
  if (typeof value === 'boolean') return false;
  const isList = kind === 'texts' || kind === 'dates';
  if (isList !== (typeof value !== 'string')) return false;
  const texts = typeof value === 'string' ? [value] : value;
  if (kind === 'number') return texts.every((text) => /^-?\d{1,15}(\.\d{1,9})?$/.test(text));
  return kind === 'text' || kind === 'texts' || texts.every(isDate);
}

export function isDate(text: string): boolean {
  if (!/^\d{4}-\d\d-\d\d$/.test(text)) return false;
  const { year, month, day } = readDate(text);
  const days = [31, isLeapYear(year) ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] ?? 0;
  return day >= 1 && day <= days;
}

export function tellFacts(account: Account, { profile }: Telling): void {
  const all = { ...account.facts, ...profile?.facts };
  account.facts = Object.fromEntries(
    Object.entries(all).flatMap(([name, value]) => (value === null || value === undefined ? [] : [[name, value]])),
  );
}

/** The dates that a fact holds, one or several. */
export function datesIn(facts: Facts, name: string): CivilDate[] {
  const value = facts[name];
  const texts = value === undefined || typeof value === 'boolean' ? [] : typeof value === 'string' ? [value] : value;
  return texts.filter(isDate).map(readDate);
}

export function numberIn(facts: Facts, name: string): Fraction | null {
  const value = facts[name];
  return typeof value === 'string' ? decimal(value) : null;
}

export function saysText(facts: Facts, name: string, text: string): boolean {
  const value = facts[name];
  return value === text || (typeof value === 'object' && value.includes(text));
}

/** Whether a date comes round on a day of its year or a later one; 29 February in common years as birthdays do (T3). */
export function comesRound({ leapBirthday }: Program, date: CivilDate, today: CivilDate): boolean {
  const leapDay = date.month === 2 && date.day === 29 && !isLeapYear(today.year);
  const falls = { year: today.year, ...(leapDay ? leapBirthday : { month: date.month, day: date.day }) };
  return date.year <= today.year && comparedDates(falls, today) === 0;
}
