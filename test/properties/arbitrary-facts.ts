import type { Event, Program } from '@laurel/engine';
import fc from 'fast-check';
import { amount, type Scope, slots } from './arbitrary-rules.ts';
import { BIRTHDAYS, DATES } from './moments.ts';

/** These are made before the rules that name them. */
const AT = { line: 1, start: 0, end: 0 };

type Condition = NonNullable<Program['rules'][number]['when']>;
type Leaf = Extract<Condition, { kind: 'fact' }>;
export type ToldFacts = NonNullable<NonNullable<Extract<Event, { kind: 'profile' }>['profile']>['facts']>;

/** A fact of every kind; the first is also a wish for messages. */
const FACTS: Program['member']['facts'] = [
  { name: 'Messages', kind: 'yesNo', at: AT },
  { name: 'Size', kind: 'text', at: AT },
  { name: 'Children', kind: 'number', at: AT },
  { name: 'Wedding', kind: 'date', at: AT },
  { name: 'Colours', kind: 'texts', at: AT },
  { name: 'Birthdays', kind: 'dates', at: AT },
];
const NAMES = FACTS.map(({ name }) => name);

export const member: fc.Arbitrary<Program['member']> = fc.record({
  facts: fc.oneof({ weight: 3, arbitrary: fc.constant(FACTS) }, { weight: 1, arbitrary: fc.subarray(FACTS) }),
  messages: fc.constantFrom(null, 'Messages'),
});

const date = fc.oneof(fc.constantFrom(...DATES), fc.constantFrom(...BIRTHDAYS));
const text = fc.constantFrom('38', '39', 'red');
const RIGHT: Readonly<Record<Program['member']['facts'][number]['kind'], fc.Arbitrary<ToldFacts[string]>>> = {
  yesNo: fc.boolean(),
  text,
  number: fc.constantFrom('0', '1', '2', '2.5', '-1'),
  date,
  texts: fc.array(text, { maxLength: 2 }),
  dates: fc.array(date, { maxLength: 2 }),
};

/** What the host tells: mostly what was asked for, now and then something else. */
export const toldFacts: fc.Arbitrary<ToldFacts | undefined> = fc.oneof(
  { weight: 10, arbitrary: fc.constant(undefined) },
  { weight: 12, arbitrary: fc.subarray(FACTS).chain((facts) => fc.record(Object.fromEntries(facts.map(rightly)))) },
  {
    weight: 1,
    arbitrary: fc
      .tuple(fc.constantFrom(...NAMES, 'Nothing'), fc.oneof(fc.boolean(), text, date, fc.constant(null)))
      .map(([name, value]) => ({ [name]: value })),
  },
);

function rightly({ name, kind }: Program['member']['facts'][number]): [string, fc.Arbitrary<ToldFacts[string]>] {
  return [name, fc.oneof({ weight: 6, arbitrary: RIGHT[kind] }, { weight: 1, arbitrary: fc.constant(null) })];
}

export function factLeaf(scope: Scope): fc.Arbitrary<Leaf> {
  const leaf = (fact: string, wants: fc.Arbitrary<Leaf['wants']>) =>
    wants.map((wanted): Leaf => ({ kind: 'fact', fact, wants: wanted, at: AT }));
  const texts = text.map((text) => ({ kind: 'text' as const, text }));
  const days = fc.constantFrom({ kind: 'day' as const }, { kind: 'anniversary' as const });
  return fc.oneof(
    leaf('Messages', fc.constant({ kind: 'yes' as const })),
    leaf('Size', texts),
    leaf('Colours', texts),
    leaf('Wedding', days),
    leaf('Birthdays', days),
    leaf(
      'Children',
      fc.record({
        kind: fc.constant('number' as const),
        is: fc.constantFrom(
          'atLeast' as const,
          'atLeast' as const,
          'moreThan' as const,
          'lessThan' as const,
          'atMost' as const,
          'exactly' as const,
        ),
        to: amount(slots(scope).count),
      }),
    ),
  );
}
