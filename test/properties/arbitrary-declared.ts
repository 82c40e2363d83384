import type { Event, Program } from '@laurel/engine';
import fc from 'fast-check';
import { AT, amount, handing, limit, type Scope, slots } from './arbitrary-rules.ts';
import { DATES } from './moments.ts';

type Rule = Program['rules'][number];
type Declared = Program['events'][number];
type Condition = NonNullable<Rule['when']>;
type Leaf = Extract<Condition, { kind: 'eventFact' }>;

const STAY: Declared = {
  name: 'Stay',
  facts: [
    { name: 'nights', kind: 'number', at: AT },
    { name: 'room', kind: 'text', at: AT },
    { name: 'leaving', kind: 'date', at: AT },
    { name: 'breakfast', kind: 'yesNo', at: AT },
  ],
  at: AT,
};
const SWIPE: Declared = { name: 'Swipe', facts: [], at: AT };

/** Mostly both events: histories tell of them whatever the program declares. */
export const events: fc.Arbitrary<Program['events']> = fc.oneof(
  { weight: 3, arbitrary: fc.constant<Declared[]>([STAY, SWIPE]) },
  { weight: 1, arbitrary: fc.subarray([STAY, SWIPE]) },
);

const is = fc.constantFrom('atLeast' as const, 'moreThan' as const, 'lessThan' as const, 'exactly' as const);

function leaf(scope: Scope): fc.Arbitrary<Leaf> {
  const asks = (fact: string, wants: fc.Arbitrary<Leaf['wants']>) =>
    wants.map((wanted): Leaf => ({ kind: 'eventFact', fact, wants: wanted, at: AT }));
  return fc.oneof(
    asks('nights', fc.record({ kind: fc.constant('number' as const), is, to: amount(slots(scope).count) })),
    asks(
      'room',
      fc.constantFrom('suite', 'single').map((text) => ({ kind: 'text' as const, text })),
    ),
    asks('leaving', fc.constantFrom({ kind: 'day' as const }, { kind: 'anniversary' as const })),
    asks('breakfast', fc.constant({ kind: 'yes' as const })),
  );
}

/** Rules on events that the program declares, with what these tell. */
export function eventRules(scope: Scope): fc.Arbitrary<Rule[]> {
  const common = { wallet: fc.constantFrom(...scope.wallets), at: fc.constant(AT) };
  const effect = fc.oneof<fc.Arbitrary<Rule['effects'][number]>[]>(
    fc.record({
      kind: fc.constant('earnPerFact' as const),
      points: amount(slots(scope).points),
      fact: fc.constant('nights'),
      ...common,
    }),
    fc.record({ kind: fc.constant('earnFixed' as const), points: amount(slots(scope).award), ...common }),
    handing(scope),
  );
  const asked = leaf(scope);
  const when = fc.oneof<fc.Arbitrary<Condition | null>[]>(
    fc.constant(null),
    asked,
    asked.map((of) => ({ kind: 'not' as const, of })),
  );
  const rule = fc.record({
    trigger: fc.constantFrom('Stay', 'Stay', 'Swipe').map((event) => ({ kind: 'event' as const, event, at: AT })),
    when,
    effects: fc.array(effect, { minLength: 1, maxLength: 2 }),
    limits: fc.oneof<fc.Arbitrary<Rule['limits']>[]>(fc.constant([]), fc.array(limit, { maxLength: 2 })),
  });
  return fc
    .oneof(fc.array(rule, { maxLength: 0 }), fc.array(rule, { maxLength: 3 }))
    .map((rules) => rules.map((rule, index) => ({ name: `Event ${index + 1}`, ...rule, at: AT })));
}

type Told = Pick<Extract<Event, { kind: 'event' }>, 'event' | 'facts'>;
export type Declaring = { readonly kind: 'event' } & Told;

const mostly = <T>(right: fc.Arbitrary<T>) =>
  fc.oneof({ weight: 9, arbitrary: right }, { weight: 1, arbitrary: fc.constant(null) });

/** What the host tells: mostly what the program wants to know. */
export const declaring: fc.Arbitrary<Declaring> = fc.oneof(
  {
    weight: 9,
    arbitrary: fc.record({
      kind: fc.constant('event' as const),
      event: fc.constant('Stay'),
      facts: fc.record({
        nights: mostly(fc.constantFrom('0', '1', '2', '3', '2.5', '0.333', '120')),
        room: mostly(fc.constantFrom('suite', 'single')),
        leaving: mostly(fc.constantFrom(...DATES)),
        breakfast: mostly(fc.boolean()),
      }),
    }),
  },
  { weight: 4, arbitrary: fc.constant({ kind: 'event' as const, event: 'Swipe' }) },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('event' as const),
      event: fc.constantFrom('Stay', 'Swipe', 'Nothing'),
      facts: fc.constantFrom<NonNullable<Told['facts']>>(
        {},
        { nights: '-1', room: 'suite', leaving: null, breakfast: null },
        { nights: '1.0001', room: 'suite', leaving: null, breakfast: null },
        { nights: '1', room: 'suite', leaving: '2024-02-30', breakfast: null },
        { nights: '1', room: 'suite', leaving: null, breakfast: 'yes' },
        { shoes: '1' },
      ),
    }),
  },
);
