import type { EventFactKind } from '../../program.ts';
import type { EventRefusal } from '../declared-event.ts';
import { assertNever } from '../words.ts';
import { quotedList } from './say.ts';

/** Why an event that the program declares cannot be told so, in English. */

export function eventRefusalText(refusal: EventRefusal): string {
  switch (refusal.code) {
    case 'unknown-event':
      return refusal.known.length === 0
        ? `The program does not know the event "${refusal.event}": it declares none.`
        : `The program does not know the event "${refusal.event}"; it declares ${quotedList(refusal.known, 'and')}.`;
    case 'unknown-event-fact':
      return refusal.known.length === 0
        ? `The program does not want to know "${refusal.fact}" of "${refusal.event}": it asks for nothing.`
        : `The program does not want to know "${refusal.fact}" of "${refusal.event}"; it asks for ${quotedList(refusal.known, 'and')}.`;
    case 'wrong-event-fact': {
      const { event, fact, kind, missing } = refusal;
      if (missing)
        return `"${fact}" of "${event}" is not told; tell it as ${KINDS[kind]}, or as \`null\` if it is not known.`;
      return `"${fact}" of "${event}" must be told as ${KINDS[kind]}.`;
    }
    default:
      return assertNever(refusal);
  }
}

const KINDS: Readonly<Record<EventFactKind, string>> = {
  yesNo: '`true` or `false`',
  text: 'a text in quotes',
  number: 'a number in quotes, not below zero and with at most three decimals, such as `"2"`',
  date: 'a date in quotes, such as `"2026-05-10"`',
};
