import type { Wish } from '../finding.ts';
import type { Say } from './say.ts';

/** What would have done, in English. */

export const WISHES: Readonly<Record<Wish, string>> = {
  atLeast: 'at least',
  moreThan: 'more than',
  lessThan: 'less than',
  atMost: 'at most',
  exactly: 'exactly',
  otherThan: 'anything but',
};

export function nextText(next: string | null, lead: string, say: Say): string {
  return next === null ? '; no such day is in sight' : `; ${lead} ${say.date(next)}`;
}
