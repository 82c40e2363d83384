import type { Occasion, Trigger } from '@laurel/engine/program';
import type { Sentence } from '../phrases/book.ts';
import { type Locate, lowerDay } from './calendar.ts';

/** What a rule waits for; null: the sentence says something else. */
export function lowerTrigger(sentence: Sentence<'rule'>, locate: Locate): Trigger | null {
  const at = locate(sentence.span);
  switch (sentence.phrase) {
    case 'on.purchase':
      return { kind: 'purchase', at };
    case 'on.request':
      return { kind: 'request', at };
    case 'on.visit':
      return { kind: 'visit', at };
    case 'on.visitOrPurchase':
      return { kind: 'visitOrPurchase', at };
    case 'on.joining':
      return { kind: 'joining', at };
    case 'on.referredFirst':
    case 'on.referredPurchase':
      return { kind: 'referral', first: sentence.phrase === 'on.referredFirst', at };
    case 'on.event':
      return { kind: 'event', event: sentence.slots.event, at };
    default: {
      const on = occasionOf(sentence);
      return on === null ? null : { kind: 'occasion', on, at };
    }
  }
}

function occasionOf(sentence: Sentence<'rule'>): Occasion | null {
  switch (sentence.phrase) {
    case 'on.birthday':
      return { kind: 'birthday' };
    case 'on.anniversary':
      return { kind: 'anniversary' };
    case 'on.day':
      return { kind: 'days', days: lowerDay(sentence.slots.day), minute: 0 };
    case 'on.dayAt':
      return { kind: 'days', days: lowerDay(sentence.slots.day), minute: minuteOf(sentence.slots.time) };
    case 'on.calendar':
      return { kind: 'calendar', calendar: sentence.slots.calendar };
    case 'on.beforeRun':
      return { kind: 'beforeRun', calendar: sentence.slots.calendar, span: sentence.slots.span };
    case 'on.periodStart':
      return { kind: 'periodStart', period: sentence.slots.period };
    case 'on.periodEnd':
      return { kind: 'periodEnd', period: sentence.slots.period };
    case 'on.afterJoining':
      return { kind: 'after', what: 'joining', span: sentence.slots.span };
    case 'on.afterFirstPurchase':
      return { kind: 'after', what: 'firstPurchase', span: sentence.slots.span };
    case 'on.withoutPurchase':
      return { kind: 'withoutPurchase', span: sentence.slots.span };
    default:
      return null;
  }
}

/** `18:30` as minutes of the day. */
function minuteOf(time: string): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return hours * 60 + minutes;
}
