import { birthdayIn, type Civil, civilOf, dayOf, readDate } from './calendar.ts';
import { compares } from './comparison.ts';
import { compareRatio, type Ratio, ratio } from './number.ts';
import type { Amount, FactKind, FactTest, Program } from './program.ts';
import type { Refusal } from './reason.ts';
import type { AccountRecord } from './state.ts';

/** What the host knows of a person and the program asks for: `size`, `children's birthdays`, `messages` (language design, `member`). */

/** A yes or a no; a text; a number or a date as it is written; several texts or dates. */
export type ToldValue = boolean | string | readonly string[];
/** Facts by name; null: not known any more. */
export type ToldFacts = readonly (readonly [name: string, value: ToldValue | null])[];
export interface StatedFact {
  readonly name: string;
  readonly value: ToldValue;
}

const DECIMAL = /^-?\d{1,15}(\.\d{1,9})?$/;

/** Why facts cannot be told of a member so; null: they can. */
export function factRefusal({ member }: Program, told: ToldFacts): Refusal | null {
  for (const [name, value] of told) {
    const fact = member.facts.find((each) => each.name === name);
    if (fact === undefined) return { code: 'unknown-fact', fact: name, known: member.facts.map((each) => each.name) };
    if (value !== null && !fits(value, fact.kind)) return { code: 'wrong-fact', fact: name, kind: fact.kind };
  }
  return null;
}

/** Whether a value is what a fact of a kind can be. */
export function fits(value: ToldValue, kind: FactKind): boolean {
  switch (kind) {
    case 'yesNo':
      return typeof value === 'boolean';
    case 'text':
      return typeof value === 'string';
    case 'number':
      return typeof value === 'string' && DECIMAL.test(value);
    case 'date':
      return typeof value === 'string' && readDate(value) !== null;
    case 'texts':
      return Array.isArray(value);
    case 'dates':
      return Array.isArray(value) && value.every((each) => readDate(each) !== null);
  }
}

/** Facts stand in one order, so that the same facts always give the same bytes. */
export function tellFacts(record: AccountRecord, told: ToldFacts): void {
  if (told.length === 0) return;
  const names = new Set(told.map(([name]) => name));
  const kept = record.facts.filter(({ name }) => !names.has(name));
  const stated = told.flatMap(([name, value]) => (value === null ? [] : [{ name, value }]));
  record.facts = [...kept, ...stated].sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** What is known of a member; null: nobody said. */
export function factOf({ facts }: AccountRecord, name: string): ToldValue | null {
  return facts.find((each) => each.name === name)?.value ?? null;
}

/** Whether what was told (null: nothing) is what a condition wants, on a day. */
export function toldTest(
  wants: FactTest,
  { leapBirthday }: Program,
  stated: (amount: Amount) => Ratio,
): (value: ToldValue | null, day: number) => boolean {
  switch (wants.kind) {
    case 'yes':
      return (value) => value === true;
    case 'text':
      return (value) => says(value, wants.text);
    case 'number': {
      const to = stated(wants.to);
      return (value) => typeof value === 'string' && compares(compareRatio(ratio(value), to), wants.is);
    }
    case 'day':
      return (value, day) => datesOf(value).some((date) => dayOf(date.year, date.month, date.day) === day);
    case 'anniversary':
      return (value, day) => {
        const { year } = civilOf(day);
        const isIt = (date: Civil) => date.year <= year && birthdayIn(year, date, leapBirthday) === day;
        return datesOf(value).some(isIt);
      };
  }
}

/** The dates that a fact holds. */
function datesOf(value: ToldValue | null): readonly Civil[] {
  const texts = typeof value === 'string' ? [value] : Array.isArray(value) ? value : [];
  return texts.flatMap((text) => readDate(text) ?? []);
}

/** Whether a text is what a fact says, or one of several. */
function says(value: ToldValue | null, text: string): boolean {
  return value === text || (Array.isArray(value) && value.includes(text));
}
