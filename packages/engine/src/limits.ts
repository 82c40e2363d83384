import { keepBirthday } from './birthday.ts';
import { civilOf, showDate } from './calendar.ts';
import type { Moment } from './condition.ts';
import { type PeriodTerms, type Spell, spellOf } from './period.ts';
import type { Plan } from './plan.ts';
import type { Sink } from './posting.ts';
import type { Limit, Rule } from './program.ts';
import type { UsedLimit } from './receipts.ts';
import type { AccountRecord, Use } from './state.ts';

/** How often rules may act (semantics M11): room in the periods of their limits, times used, times free again. */

/** The rules with limits that have room, in the file's order, by name. */
export function withRoom(plan: Plan, moment: Moment): readonly string[] {
  const { record, today } = moment;
  const terms = periodTerms(plan, moment);
  return today.limited
    .filter(({ rule }) =>
      rule.limits.every((limit) => {
        const spell = spellOf(limit.per, terms);
        return spell !== null && timesUsed(record, rule.name, limit, spell) < limit.times;
      }),
    )
    .map(({ rule }) => rule.name);
}

/**
 * Of some rules, those without which the result would be another: a rule that can be left out changes nothing, so that it
 * does not act and uses nothing (M11). They are looked at from the last to the first, again until all are needed: a rule
 * may have been needed only against another that is left out since.
 */
export function neededAmong(
  names: readonly string[],
  resultOf: (granted: readonly string[]) => readonly number[],
): readonly string[] {
  if (names.length === 0) return names;
  const result = resultOf(names);
  let needed = names;
  for (;;) {
    const before = needed;
    for (const name of before.toReversed()) {
      const without = needed.filter((other) => other !== name);
      if (isSame(resultOf(without), result)) needed = without;
    }
    if (needed.length === before.length) return needed;
  }
}

function isSame(one: readonly number[], other: readonly number[]): boolean {
  return one.length === other.length && one.every((amount, i) => amount === other[i]);
}

/** Counts a use of the rules that act, and answers what the receipt has to remember of it. */
export function use(plan: Plan, moment: Moment, sink: Sink | null): readonly UsedLimit[] | null {
  const { granted, today } = moment;
  if (granted.length === 0) return null;
  return today.limited.flatMap(({ rule }) => (granted.includes(rule.name) ? useOf(plan, rule, moment, sink) : []));
}

/** Counts a use of one rule. */
export function useOf(plan: Plan, rule: Rule, moment: Moment, sink: Sink | null): readonly UsedLimit[] {
  const { record } = moment;
  const terms = periodTerms(plan, moment);
  const used: UsedLimit[] = [];
  for (const limit of distinct(rule.limits)) {
    const spell = spellOf(limit.per, terms);
    if (spell === null) continue;
    const one = { rule: rule.name, per: limit.per, lastDay: spell.lastDay };
    count(record, one, 1);
    used.push(one);
    sink?.outcome({
      kind: 'limitUsed',
      rule: rule.name,
      at: limit.at,
      per: limit.per,
      times: timesUsed(record, rule.name, limit, spell),
      of: limit.times,
      until: spell.lastDay === null ? null : showDate(civilOf(spell.lastDay)),
    });
    // A birthday by which a limit was counted stands for the rest of the year, as one that a condition has read (T3).
    if (limit.per === 'birthday') keepBirthday(record, moment.date.year, moment.purchase.id);
  }
  return used;
}

/** Limits that count in the same periods count together; the tightest of them is told. */
export function distinct(limits: readonly Limit[]): readonly Limit[] {
  return limits.filter(({ per, times }, i) =>
    limits.every((other, j) => other.per !== per || other.times > times || (other.times === times && j >= i)),
  );
}

/** After a return: what the purchase used and does not hold any more is free again, if its period still runs. */
export function free(
  record: AccountRecord,
  used: readonly UsedLimit[],
  before: readonly string[],
  after: readonly string[],
  day: number,
  sink: Sink | null,
): void {
  const freed = new Set<string>();
  for (const one of used) {
    const change = Number(after.includes(one.rule)) - Number(before.includes(one.rule));
    if (change === 0 || (one.lastDay !== null && one.lastDay < day)) continue;
    count(record, one, change);
    if (change < 0) freed.add(one.rule);
  }
  for (const rule of freed) sink?.outcome({ kind: 'limitFreed', rule });
}

/** What was used in periods that are over never counts again. */
export function dropPastUses(record: AccountRecord, day: number): void {
  if (record.uses.every(({ lastDay }) => lastDay === null || lastDay >= day)) return;
  record.uses = record.uses.filter(({ lastDay }) => lastDay === null || lastDay >= day);
}

/** A limit that leaves no room, and the end of its period; null: all of them have room. */
export function usedUp(
  plan: Plan,
  rule: Rule,
  moment: Moment,
): { readonly limit: Limit; readonly spell: Spell | null } | null {
  const terms = periodTerms(plan, moment);
  for (const limit of rule.limits) {
    const spell = spellOf(limit.per, terms);
    if (spell === null || timesUsed(moment.record, rule.name, limit, spell) >= limit.times) return { limit, spell };
  }
  return null;
}

function timesUsed({ uses }: AccountRecord, rule: string, { per }: Limit, { lastDay }: Spell): number {
  return uses.find((known) => known.rule === rule && known.per === per && known.lastDay === lastDay)?.times ?? 0;
}

/** Uses stand in one order, so that the same uses always give the same bytes. */
function count(record: AccountRecord, { rule, per, lastDay }: UsedLimit, change: number): void {
  const isIt = (known: Use) => known.rule === rule && known.per === per && known.lastDay === lastDay;
  const times = (record.uses.find(isIt)?.times ?? 0) + change;
  const others = record.uses.filter((known) => !isIt(known));
  record.uses = times <= 0 ? others : [...others, { rule, per, lastDay, times }].sort(inOrder);
}

function inOrder(a: Use, b: Use): number {
  if (a.rule !== b.rule) return a.rule < b.rule ? -1 : 1;
  if (a.per !== b.per) return a.per < b.per ? -1 : 1;
  return (a.lastDay ?? Number.MAX_SAFE_INTEGER) - (b.lastDay ?? Number.MAX_SAFE_INTEGER);
}

export function periodTerms({ program, clock }: Plan, { record, born, day, date }: Moment): PeriodTerms {
  return {
    day,
    date,
    weekStart: program.weekStart,
    leapBirthday: program.leapBirthday,
    joined: record.joinedAtMs === null ? null : civilOf(clock.dayAt(record.joinedAtMs)),
    birthday: born,
  };
}
