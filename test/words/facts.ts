import type { Refusal, RuleFate } from '@laurel/engine';
import type { Row } from './table.ts';

type FactCode = 'unknown-fact' | 'wrong-fact';

/** Why something cannot be told of a member. */
export const FACT_REFUSALS: {
  readonly [C in FactCode]: readonly Row<Extract<Refusal, { readonly code: C }>>[];
} = {
  'unknown-fact': [
    [
      { code: 'unknown-fact', fact: 'shoe size', known: ['size', 'messages'] },
      'The program does not ask for "shoe size" of members; it asks for "size" and "messages".',
      '本方案不问会员的「shoe size」；所问的有「size」、「messages」。',
    ],
    [
      { code: 'unknown-fact', fact: 'size', known: [] },
      'The program does not ask for "size" of members: it asks for nothing but the birthday.',
      '本方案不问会员的「size」：除生日外什么也不问。',
    ],
  ],
  'wrong-fact': [
    [
      { code: 'wrong-fact', fact: 'messages', kind: 'yesNo' },
      '"messages" must be told as `true` or `false`.',
      '「messages」须以`true`或`false`告知。',
    ],
    [
      { code: 'wrong-fact', fact: 'birthdays', kind: 'dates' },
      '"birthdays" must be told as a list of dates, such as `["2026-05-10"]`.',
      '「birthdays」须以日期列表（例如`["2026-05-10"]`）告知。',
    ],
  ],
};

const at = { line: 1, start: 0, end: 1 };
type Fate = Extract<RuleFate, { fate: 'conditions' }>;
type Failed = Fate['failed'][number];
type Leaf = Extract<Failed['condition'], { kind: 'fact' }>;
type Value = Extract<Failed['actual'], { kind: 'told' }>['value'];

function failing(wants: Leaf['wants'], value: Value, negated = false, next: string | null = null): Fate {
  const condition: Leaf = { kind: 'fact', fact: 'F', wants, at };
  const nearest = next === null ? null : ({ kind: 'onDate', date: next } as const);
  const actual = { kind: 'told' as const, value, date: '2026-05-10' };
  return { rule: 'R', at, fate: 'conditions', failed: [{ condition, negated, actual, nearest }] };
}

/** The same of a declared event. */
function ofEvent(wants: Leaf['wants'], value: Value, negated = false): Fate {
  const actual = { kind: 'told' as const, value, date: '2026-05-10' };
  const condition = { kind: 'eventFact' as const, fact: 'F', wants, at };
  return { rule: 'R', at, fate: 'conditions', failed: [{ condition, negated, actual, nearest: null }] };
}

const two = { unit: 'count' as const, scale: 0, range: { least: '0', most: '9' }, value: { constant: '2' } };
const some = { ...two, value: { setting: 'Some' } };

/** What was told of a member, and was not what a rule wants. */
export const FACT_FATES: readonly Row<Fate>[] = [
  [
    failing({ kind: 'yes' }, null),
    '"R" did not act: the member has not said yes to "F"; with a yes in the profile the rule could have acted.',
    '「R」未生效：会员未同意「F」，登记同意后即可适用。',
  ],
  [
    failing({ kind: 'yes' }, true, true),
    '"R" did not act: the member says yes to "F", and the rule is for the others.',
    '「R」未生效：会员同意「F」，该规则不含此类会员。',
  ],
  [
    failing({ kind: 'text', text: '40' }, null),
    '"R" did not act: "F" of the member is not known; tell it in the profile, and the rule can act.',
    '「R」未生效：未登记会员的「F」，补登后即可适用。',
  ],
  [
    failing({ kind: 'text', text: 'red' }, ['blue', 'green']),
    '"R" did not act: "F" of the member is "blue" and "green", and the rule is for "red".',
    '「R」未生效：会员的「F」为「blue」、「green」，该规则限「red」。',
  ],
  [
    failing({ kind: 'text', text: 'red' }, 'red', true),
    '"R" did not act: "F" of the member is "red", and the rule leaves out "red".',
    '「R」未生效：会员的「F」为「red」，该规则不含「red」。',
  ],
  [
    failing({ kind: 'number', is: 'atLeast', to: two }, '1'),
    '"R" did not act: "F" of the member is 1, at least 2 needed.',
    '「R」未生效：会员的「F」为1，须满2。',
  ],
  [
    failing({ kind: 'number', is: 'atLeast', to: some }, '3', true),
    '"R" did not act: "F" of the member is 3, less than "Some" needed.',
    '「R」未生效：会员的「F」为3，须低于「Some」。',
  ],
  [
    failing({ kind: 'day' }, '2026-05-12', false, '2026-05-12'),
    '"R" did not act: 10 May 2026 is not in "F" (12 May 2026); the next such day is 12 May 2026.',
    '「R」未生效：2026年5月10日不是「F」当日（2026年5月12日），下一个适用日为2026年5月12日。',
  ],
  [
    failing({ kind: 'anniversary' }, []),
    '"R" did not act: 10 May 2026 is not an anniversary of "F" (nothing); no such day is in sight.',
    '「R」未生效：2026年5月10日不是「F」周年（空），近年内没有这样的日子。',
  ],
  [
    failing({ kind: 'anniversary' }, '2020-05-10', true),
    '"R" did not act: 10 May 2026 is an anniversary of "F", and the rule leaves such days out.',
    '「R」未生效：2026年5月10日为「F」周年，该规则不含这些日子。',
  ],
  [
    ofEvent({ kind: 'number', is: 'atLeast', to: two }, '1.5'),
    '"R" did not act: "F" of the event is 1.5, at least 2 needed.',
    '「R」未生效：本次「F」为1.5，须满2。',
  ],
  [
    ofEvent({ kind: 'text', text: 'suite' }, 'single'),
    '"R" did not act: "F" of the event is "single", and the rule is for "suite".',
    '「R」未生效：本次「F」为「single」，该规则限「suite」。',
  ],
  [ofEvent({ kind: 'yes' }, false), '"R" did not act: "F" of the event is not yes.', '「R」未生效：本次「F」不为是。'],
  [
    ofEvent({ kind: 'yes' }, true, true),
    '"R" did not act: "F" of the event is yes, and the rule is for the others.',
    '「R」未生效：本次「F」为是，该规则不含此类。',
  ],
  [
    ofEvent({ kind: 'number', is: 'atLeast', to: two }, null),
    '"R" did not act: "F" of the event is not known.',
    '「R」未生效：本次「F」不清楚。',
  ],
];
