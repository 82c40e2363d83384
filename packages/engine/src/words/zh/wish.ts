import type { Wish } from '../finding.ts';
import type { Say } from './say.ts';

/** 须满足的要求。 */

export const WISHES: Readonly<Record<Wish, string>> = {
  atLeast: '满',
  moreThan: '超过',
  lessThan: '低于',
  atMost: '不超过',
  exactly: '等于',
  otherThan: '不等于',
};

export function nextText(next: string | null, say: Say): string {
  return next === null ? '，近年内没有这样的日子' : `，下一个适用日为${say.date(next)}`;
}
