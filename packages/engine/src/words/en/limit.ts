import type { Period } from '../../program.ts';
import type { Outcome, RuleFate } from '../../reason.ts';
import type { Say } from './say.ts';

type Used = Extract<Outcome, { kind: 'limitUsed' }>;
type UsedUp = Extract<RuleFate, { fate: 'usedUp' }>;

export function limitUsedText({ rule, per, times, of, until }: Used, say: Say): string {
  const which = of === 1 ? 'its only time' : `${times} of ${of} times`;
  const end = until === null ? '' : `, until ${say.date(until)}`;
  return `"${rule}" was used: ${which} per ${PERIODS[per]}${end}.`;
}

export function limitFreedText(rule: string): string {
  return `All that "${rule}" gave has come back; that use does not count any more.`;
}

/** Why a limit leaves no room, without the rule. */
export function usedUpText({ per, of, again }: UsedUp, say: Say): string {
  const next = again === null ? 'it can again only' : `it can again from ${say.date(again)}, or`;
  return `it can act ${timesText(of)} per ${PERIODS[per]}, and has; ${next} when all that it gave has come back`;
}

export function timesText(times: number): string {
  return times === 1 ? 'once' : times === 2 ? 'twice' : `${times} times`;
}

export const PERIODS: Readonly<Record<Period, string>> = {
  day: 'day',
  week: 'week',
  month: 'month',
  quarter: 'quarter',
  year: 'year',
  membershipYear: 'membership year',
  birthday: 'birthday',
  lifetime: 'member',
};
