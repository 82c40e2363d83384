import type { Outcome, TierWhy } from '../../reason.ts';
import type { Finding } from '../finding.ts';
import type { Say } from './say.ts';

/** How members stand on ladders of tiers, in English. */

export function tierText({ from, to, why, atMs }: Extract<Outcome, { kind: 'tier' }>, say: Say): string {
  return `${moveText(from, to)} on ${say.instant(atMs)}: ${WHY[why]}.`;
}

function moveText(from: string | null, to: string | null): string {
  if (to === null) return `Tier "${from ?? ''}" ended`;
  return from === null ? `Tier "${to}" began` : `Tier "${to}" instead of "${from}"`;
}

const WHY: Readonly<Record<TierWhy, string>> = {
  started: 'every member begins there',
  reached: 'what it takes was reached',
  review: 'what keeps the tier was not reached at the review',
  lapse: 'no purchase for too long',
  given: 'staff gave it',
  givenEnded: 'what staff gave is over',
  return: 'what came back no longer counts',
  left: 'the membership ended',
};

export function givenTierText({ tier, until, reason, by }: Extract<Outcome, { kind: 'tierGiven' }>, say: Say): string {
  const through = until === null ? '' : ` through ${say.date(until)}`;
  return `Staff${by === null ? '' : ` (${by})`} gave tier "${tier}"${through}: ${reason}.`;
}

export function standingText({ wanted, orAbove, tier, negated }: Extract<Finding, { kind: 'tier' }>): string {
  const is = tier === null ? 'the member has no tier' : `the member's tier is "${tier}"`;
  const asked = orAbove ? `"${wanted}" or above` : `"${wanted}"`;
  return negated ? `${is}, and the rule leaves out ${asked}` : `${is}, and the rule is for ${asked}`;
}
