import type { RuleEffect } from '../play/picture.ts';
import type { Dictionary } from '../words/dictionary.ts';

/** What a rule gave: `+264 points`, `¥126.00 off`. */
export function givesText({ gives, saves, costs }: RuleEffect, t: Dictionary): string[] {
  return [...gives, ...(saves === null ? [] : [t.saves(saves)]), ...(costs === null ? [] : [t.costs(costs)])];
}

/** `acted 3 times · +264 points` */
export function effectText(effect: RuleEffect, t: Dictionary): string {
  return [t.actedTimes(effect.acted), ...givesText(effect, t)].join(' · ');
}
