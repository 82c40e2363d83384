import type { EventFactKind } from '../../program.ts';
import type { EventRefusal } from '../declared-event.ts';
import { assertNever } from '../words.ts';
import { names } from './say.ts';

/** 方案自定的事件为何不能这样告知。 */

export function eventRefusalText(refusal: EventRefusal): string {
  switch (refusal.code) {
    case 'unknown-event':
      return refusal.known.length === 0
        ? `本方案没有事件「${refusal.event}」：没有自定任何事件。`
        : `本方案没有事件「${refusal.event}」；自定的有${names(refusal.known)}。`;
    case 'unknown-event-fact':
      return refusal.known.length === 0
        ? `本方案不问「${refusal.event}」的「${refusal.fact}」：什么也不问。`
        : `本方案不问「${refusal.event}」的「${refusal.fact}」；所问的有${names(refusal.known)}。`;
    case 'wrong-event-fact': {
      const { event, fact, kind, missing } = refusal;
      if (missing) return `未告知「${event}」的「${fact}」；须以${KINDS[kind]}告知，不清楚的写\`null\`。`;
      return `「${event}」的「${fact}」须以${KINDS[kind]}告知。`;
    }
    default:
      return assertNever(refusal);
  }
}

const KINDS: Readonly<Record<EventFactKind, string>> = {
  yesNo: '`true`或`false`',
  text: '带引号的文字',
  number: '带引号的数字（不为负，最多三位小数，例如`"2"`）',
  date: '带引号的日期（例如`"2026-05-10"`）',
};
