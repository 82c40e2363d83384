import type { DurationValue } from '../phrases/values.ts';
import { type Problem, problem } from '../problem.ts';
import type { Span } from '../text.ts';
import { type AnyNode, nodesIn } from './slots-of.ts';

/** What is counted, and how long ago something was, goes by whole local days (T4): nothing shorter, and some of them. */
export function checkWindows(sentence: AnyNode): Problem[] {
  return nodesIn(sentence).flatMap((node) => {
    switch (node.phrase) {
      case 'window.rolling':
        return [
          ...checkUnit(node.slots.duration, node.at.duration, 'day'),
          ...checkSome(node.slots.duration, node.at.duration),
        ];
      case 'window.monthsBefore':
        return [
          ...checkUnit(node.slots.duration, node.at.duration, 'month'),
          ...checkSome(node.slots.duration, node.at.duration),
        ];
      case 'if.lastPurchase':
      case 'if.joined':
      case 'tiers.holds':
      case 'tiers.lapse':
      case 'tiers.lapseTo':
        return checkUnit(node.slots.duration, node.at.duration, 'day');
      default:
        return [];
    }
  });
}

const UNITS = {
  day: ['day', 'week', 'month', 'year'],
  month: ['month', 'year'],
} as const satisfies Record<string, readonly DurationValue['unit'][]>;

function checkUnit({ count, unit }: DurationValue, span: Span, least: keyof typeof UNITS): Problem[] {
  const fits = UNITS[least].some((allowed) => allowed === unit);
  return fits ? [] : [problem('too-short-a-unit', span, { count, unit, least })];
}

function checkSome({ count }: DurationValue, span: Span): Problem[] {
  return count > 0 ? [] : [problem('not-positive', span, { text: String(count) })];
}
