import type { Filled } from './slots-of.ts';

/** The plain decimal of a stated amount; null where a setting stands instead. */
export function statedText(value: Filled['value']): string | null {
  if (typeof value !== 'object') return null;
  if ('number' in value) return value.number;
  if ('points' in value) return value.points;
  if ('amount' in value) return value.amount;
  return 'percent' in value ? value.percent : null;
}
