import type { DeclaredHappening } from './happening.ts';
import { fits, type ToldFacts, type ToldValue } from './member-fact.ts';
import { minorOf, type Ratio, timesRatio } from './number.ts';
import type { Amount, Metric, Program } from './program.ts';
import type { Refusal } from './reason.ts';

/** Events that the program declares: what the host tells of them, and what is counted of them (semantics M2). */

/** Sums of facts are counted in thousandths. */
export const FACT_DIGITS = 3;
const NUMBER = /^\d{1,9}(\.\d{1,3})?$/;

/** Why an event cannot be told so; null: it can. */
export function eventRefusal({ events }: Program, { event, facts }: DeclaredHappening): Refusal | null {
  const declared = events.find(({ name }) => name === event);
  if (declared === undefined) return { code: 'unknown-event', event, known: events.map(({ name }) => name) };
  for (const [fact] of facts) {
    if (declared.facts.some(({ name }) => name === fact)) continue;
    return { code: 'unknown-event-fact', event, fact, known: declared.facts.map(({ name }) => name) };
  }
  for (const { name: fact, kind } of declared.facts) {
    const told = facts.find(([name]) => name === fact);
    if (told === undefined) return { code: 'wrong-event-fact', event, fact, kind, missing: true };
    const [, value] = told;
    const isRight = value === null || (kind === 'number' ? isNumber(value) : fits(value, kind));
    if (!isRight) return { code: 'wrong-event-fact', event, fact, kind, missing: false };
  }
  return null;
}

function isNumber(value: ToldValue): boolean {
  return typeof value === 'string' && NUMBER.test(value);
}

/** What was told of an event under a name; null: nothing. */
export function toldBy(told: ToldFacts, fact: string): ToldValue | null {
  return told.find(([name]) => name === fact)?.[1] ?? null;
}

/** What a number adds to its sum. What is not known adds nothing. */
export function thousandthsOf(told: ToldFacts, fact: string): number {
  const value = toldBy(told, fact);
  return typeof value === 'string' ? minorOf(value, FACT_DIGITS) : 0;
}

/** How many decimals what a metric counts has: money those of the currency, sums of facts three, all else none. */
export function digitsCounted({ of, event }: Pick<Metric, 'of' | 'event'>, minorDigits: number): number {
  if (of === 'spend') return minorDigits;
  return event === null || event.fact === null ? 0 : FACT_DIGITS;
}

/** Amounts of money in minor units, and any amount as it is stated. */
interface InUnits {
  readonly minor: (amount: Amount) => Ratio;
  readonly stated: (amount: Amount) => Ratio;
}

/** An amount that a metric is held against, in the units in which it is counted. */
export function amountCounted(metric: Metric | null, to: Amount, terms: InUnits): Ratio {
  if (to.unit === 'money') return terms.minor(to);
  const digits = metric === null ? 0 : digitsCounted(metric, 0);
  return timesRatio(terms.stated(to), { num: 10n ** BigInt(digits), den: 1n });
}
