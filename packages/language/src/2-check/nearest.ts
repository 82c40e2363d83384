import { letterDistance } from '../1-parse/likeness.ts';

/** The candidate that a reader most likely meant; null when none is close. */
export function nearestOf(text: string, candidates: readonly string[]): string | null {
  let nearest: string | null = null;
  let least = Math.max(1, Math.floor(text.length * 0.4)) + 1;
  for (const candidate of candidates) {
    const distance = letterDistance(text.toLowerCase(), candidate.toLowerCase());
    // 金卡 is no slip for 普卡: where half of a name is other letters, it is another name.
    if (distance < least && distance * 2 < text.length) {
      least = distance;
      nearest = candidate;
    }
  }
  return nearest;
}
