import type { ToldValue } from '../../member-fact.ts';
import type { FactKind } from '../../program.ts';
import type { Outcome, Refusal } from '../../reason.ts';
import { trimmed } from '../figures.ts';
import type { Finding } from '../finding.ts';
import { joined, quotedList, type Say } from './say.ts';
import { nextText, WISHES } from './wish.ts';

/** What the host tells about members, in English. */

type Told = Extract<Finding, { kind: 'told' }>;
type FactRefusal = Extract<Refusal, { code: 'unknown-fact' | 'wrong-fact' }>;

export function toldText({ of, fact, test, value, date, next, negated }: Told, say: Say): string {
  if (of === 'event' && (value === null || test.kind === 'yes')) {
    const is = value === null ? 'is not known' : value === true ? 'is yes' : 'is not yes';
    return `"${fact}" of the event ${is}${negated ? ', and the rule is for the others' : ''}`;
  }
  if (test.kind === 'yes') {
    if (negated) return `the member says yes to "${fact}", and the rule is for the others`;
    return `the member has not said yes to "${fact}"; with a yes in the profile the rule could have acted`;
  }
  if (value === null) return `"${fact}" of the member is not known; tell it in the profile, and the rule can act`;
  const actual = valueText(value, say);
  switch (test.kind) {
    case 'text': {
      const wanted = negated ? 'leaves out' : 'is for';
      return `"${fact}" of the ${of} is ${actual}, and the rule ${wanted} "${test.text}"`;
    }
    case 'number': {
      const { wish, wanted } = test;
      const bound = wanted.decimal === null ? `"${wanted.setting}"` : trimmed(wanted.decimal);
      return `"${fact}" of the ${of} is ${actual}, ${WISHES[wish]} ${bound} needed`;
    }
    case 'day':
    case 'anniversary': {
      const what = test.kind === 'day' ? `in "${fact}"` : `an anniversary of "${fact}"`;
      if (negated) return `${say.date(date)} is ${what}, and the rule leaves such days out`;
      return `${say.date(date)} is not ${what} (${actual})${nextText(next, 'the next such day is', say)}`;
    }
  }
}

/** Texts in quotes, numbers and dates as they are read. */
function valueText(value: ToldValue, say: Say): string {
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  const one = (text: string) => {
    if (/^\d{4}-\d{2}-\d{2}$/.test(text)) return say.date(text);
    return /^-?\d+(\.\d+)?$/.test(text) ? trimmed(text) : `"${text}"`;
  };
  return typeof value === 'string' ? one(value) : joined(value.map(one), 'and') || 'nothing';
}

export function factRefusalText(refusal: FactRefusal): string {
  if (refusal.code === 'wrong-fact') return `"${refusal.fact}" must be told as ${KINDS[refusal.kind]}.`;
  return refusal.known.length === 0
    ? `The program does not ask for "${refusal.fact}" of members: it asks for nothing but the birthday.`
    : `The program does not ask for "${refusal.fact}" of members; it asks for ${quotedList(refusal.known, 'and')}.`;
}

const KINDS: Readonly<Record<FactKind, string>> = {
  yesNo: '`true` or `false`',
  text: 'a text in quotes',
  number: 'a number in quotes, such as `"2"`',
  date: 'a date in quotes, such as `"2026-05-10"`',
  texts: 'a list of texts, such as `["38", "39"]`',
  dates: 'a list of dates, such as `["2026-05-10"]`',
};

export function notifyText({ by, message }: Extract<Outcome, { kind: 'notify' }>): string {
  return `Tell the member: "${message}" ("${by.rule}").`;
}
