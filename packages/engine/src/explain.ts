import { civilOf, localDate, showDate } from './calendar.ts';
import { advanceTo } from './clockwork.ts';
import { ageIn, birthdayOf, type Moment, metricOf } from './condition.ts';
import { momentWithout } from './giving.ts';
import type { Happening, PurchaseHappening } from './happening.ts';
import { usedUp } from './limits.ts';
import { silenceOf, wake } from './membership.ts';
import { minorOf } from './number.ts';
import { ON_PURCHASES, type Plan } from './plan.ts';
import { price } from './pricing.ts';
import type { Comparison, Condition, Effect, LeafCondition, Rule } from './program.ts';
import { earningBasis, grantedTo, momentOf, paidByLine, spentOf } from './purchase.ts';
import type { Actual, Failed, Nearest, RuleFate, Silence } from './reason.ts';
import { type Clockwork, planAt } from './schedule.ts';
import { type AccountRecord, copyRecord, State } from './state.ts';
import type { Step } from './step.ts';
import { daysOf } from './window.ts';

/** Why an event does what it does: the step itself with its reasons, and the fate of every rule (semantics M8). */
export interface Explanation {
  readonly step: Step;
  readonly rules: readonly RuleFate[];
}

/** Looks again at an event whose step is known, rule by rule. Rules are judged only for purchases that were applied. */
export function explain(work: Clockwork, before: State, happening: Happening, step: Step): Explanation {
  const plan = planAt(work, happening.atMs);
  if (plan === null || step.kind !== 'applied') return { step, rules: [] };
  const rules = plan.program.rules;
  const record = copyRecord(State.recordOf(before));
  advanceTo(work, record, happening.atMs, null);
  if (happening.kind !== 'purchase') {
    const moment = momentWithout(plan, record, happening, plan.clock.dayAt(happening.atMs));
    return { step, rules: rules.map((rule) => fateWithoutPurchase(plan, rule, moment, happening, actingRules(step))) };
  }
  wake(record, happening.atMs, null);
  const silence = silenceOf(plan.program.membership, record, happening.cardShown);
  if (silence !== null) {
    return { step, rules: rules.map(({ name, at }) => ({ rule: name, at, fate: 'silent', why: silence })) };
  }
  const moment = momentOf(plan, record, happening, plan.clock.dayAt(happening.atMs));
  moment.granted = grantedTo(plan, moment);
  moment.paidTotal = earningBasis(moment);
  if (plan.asksSpend) moment.spent = spentOf(plan, happening, paidByLine(happening, price(moment)));
  const acted = actingRules(step);
  const hasEarned = step.entries.some(({ reason }) => reason.kind === 'earned');
  return { step, rules: rules.map((rule) => fateOf(plan, rule, moment, happening, acted, hasEarned)) };
}

/** What became of a rule on an event that is no purchase. */
function fateWithoutPurchase(
  plan: Plan,
  rule: Rule,
  moment: Moment,
  { kind }: Happening,
  acted: ReadonlySet<string>,
): RuleFate {
  const { name, at, trigger } = rule;
  if (acted.has(name)) return { rule: name, at, fate: 'acted' };
  const isIts = kind === 'visit' && (trigger.kind === 'visit' || trigger.kind === 'visitOrPurchase');
  if (!isIts && !(kind === 'join' && trigger.kind === 'joining')) return { rule: name, at, fate: 'otherTrigger' };
  const why = kind === 'visit' ? visitSilence(plan, moment.record) : null;
  if (why !== null) return { rule: name, at, fate: 'silent', why };
  const failed = rule.when === null ? [] : failures(plan, rule.when, moment, false);
  if (failed.length > 0) return { rule: name, at, fate: 'conditions', failed };
  const full = usedUp(plan, rule, moment);
  return full === null ? { rule: name, at, fate: 'nothing' } : fullFate(rule, full);
}

function visitSilence(plan: Plan, record: AccountRecord): Silence | null {
  return record.status === 'dormant' ? 'dormant' : silenceOf(plan.program.membership, record, true);
}

function fateOf(
  plan: Plan,
  rule: Rule,
  moment: Moment,
  purchase: PurchaseHappening,
  acted: ReadonlySet<string>,
  hasEarned: boolean,
): RuleFate {
  const { name, at } = rule;
  if (!ON_PURCHASES.has(rule.trigger.kind)) return { rule: name, at, fate: 'otherTrigger' };
  const failed = rule.when === null ? [] : failures(plan, rule.when, moment, false);
  if (rule.trigger.kind === 'request' && !purchase.asks.includes(name))
    return { rule: name, at, fate: 'notAsked', failed };
  if (failed.length > 0) return { rule: name, at, fate: 'conditions', failed };
  if (acted.has(name)) return { rule: name, at, fate: 'acted' };
  const full = usedUp(plan, rule, moment);
  if (full !== null) return fullFate(rule, full);
  const missing = rule.effects.map(goodsOf).find((goods) => goods !== null && !purchase.lines.some(plan.covers(goods)));
  if (missing !== undefined && missing !== null) return { rule: name, at, fate: 'noGoods', goods: missing };
  // A price or a multiplier gives way to another one; an award that did not act came to nothing.
  const competes = rule.effects.some(({ kind }) => kind === 'payShare' || (kind === 'multiply' && hasEarned));
  return { rule: name, at, fate: competes ? 'outdone' : 'nothing' };
}

function fullFate({ name, at }: Rule, { limit, spell }: NonNullable<ReturnType<typeof usedUp>>): RuleFate {
  if (spell === null) return { rule: name, at, fate: 'birthdayUnknown' };
  const again = spell.lastDay === null ? null : showDate(civilOf(spell.lastDay + 1));
  return { rule: name, at, fate: 'usedUp', per: limit.per, of: limit.times, again };
}

/** The leaves that keep a condition from holding, in the file's order. */
function failures(plan: Plan, condition: Condition, moment: Moment, negated: boolean): Failed[] {
  switch (condition.kind) {
    case 'not':
      return failures(plan, condition.of, moment, !negated);
    case 'all':
    case 'any': {
      const parts = condition.of.map((part) => failures(plan, part, moment, negated));
      const needsEvery = (condition.kind === 'all') !== negated;
      return needsEvery || parts.every((part) => part.length > 0) ? parts.flat() : [];
    }
    default:
      if (plan.leaf(condition)(moment) !== negated) return [];
      return [
        {
          condition,
          negated,
          actual: actualOf(plan, condition, moment),
          nearest: negated ? null : nearestOf(plan, condition, moment),
        },
      ];
  }
}

function actualOf(plan: Plan, leaf: LeafCondition, moment: Moment): Actual {
  switch (leaf.kind) {
    case 'dayIn':
      return { kind: 'date', date: showDate(moment.date) };
    case 'dates':
      return { kind: 'date', date: showDate(moment.date) };
    case 'hours':
      return { kind: 'time', time: showTime(plan.minuteAt(moment.purchase.atMs)) };
    case 'weekday':
      return { kind: 'weekday', weekday: moment.date.weekday };
    case 'month':
      return { kind: 'month', month: moment.date.month };
    case 'birthday': {
      const birthday = birthdayOf(moment.record, moment.date.year);
      if (birthday === null) return { kind: 'birthdayUnknown' };
      return { kind: 'birthday', birthday: showDate(birthday), date: showDate(moment.date) };
    }
    case 'compare':
      return { kind: 'amount', amount: leaf.measure.of === 'paid' ? moment.paidTotal : moment.purchase.listTotal };
    case 'basketHas':
      return { kind: 'basket', goods: leaf.goods, classes: moment.purchase.lines.map((line) => line.priceClass) };
    case 'metric':
      return { kind: 'counted', value: metricOf(leaf, plan.reads)(moment) };
    case 'ago': {
      const since = plan.reads.fact({ kind: 'dayOf', what: leaf.what })(moment);
      return {
        kind: 'since',
        since: since === null ? null : showDate(civilOf(since)),
        date: showDate(moment.date),
      };
    }
    case 'age': {
      const age = ageIn(moment, plan.program.leapBirthday);
      return age === null ? { kind: 'birthdayUnknown' } : { kind: 'age', age };
    }
  }
}

const DAYS_TO_LOOK_AHEAD = 366 * 4 + 1;

/** The nearest change that makes a leaf hold: a later day, a larger amount, an item, or a birthday that we are told. */
function nearestOf(plan: Plan, leaf: LeafCondition, moment: Moment): Nearest | null {
  switch (leaf.kind) {
    case 'dayIn':
    case 'weekday':
    case 'month':
    case 'dates':
      return nextDay(plan, leaf, moment);
    case 'hours': {
      // Outside the hours they begin later today, or tomorrow.
      const isOver = plan.minuteAt(moment.purchase.atMs) >= leaf.from;
      return { kind: 'atTime', date: showDate(localDate(moment.day + (isOver ? 1 : 0))), time: showTime(leaf.from) };
    }
    case 'birthday':
      return birthdayOf(moment.record, moment.date.year) === null
        ? { kind: 'tellBirthday' }
        : nextDay(plan, leaf, moment);
    case 'compare': {
      const actual = leaf.measure.of === 'paid' ? moment.paidTotal : moment.purchase.listTotal;
      const by = wayTo(leaf.is, minorOf(plan.text(leaf.to), plan.minorDigits) - actual);
      return by === 0 ? null : { kind: 'amountBy', by, is: leaf.is };
    }
    case 'basketHas':
      return { kind: 'buy', goods: leaf.goods };
    case 'metric': {
      const wanted = minorOf(plan.text(leaf.to), leaf.to.unit === 'money' ? plan.minorDigits : 0);
      const by = wayTo(leaf.is, wanted - metricOf(leaf, plan.reads)(moment));
      return by === 0 ? null : { kind: 'countedBy', by, is: leaf.is, until: closing(plan, leaf, moment) };
    }
    case 'ago':
      return nextDay(plan, leaf, moment);
    case 'age':
      return birthdayOf(moment.record, moment.date.year) === null
        ? { kind: 'tellBirthday' }
        : nextDay(plan, leaf, moment);
  }
}

function showTime(minute: number): string {
  const two = (n: number) => String(n).padStart(2, '0');
  return `${two(Math.floor(minute / 60))}:${two(minute % 60)}`;
}

/** How much more (or less) makes a comparison hold, from how much is missing to its bound. */
function wayTo(is: Comparison, by: number): number {
  return is === 'moreThan' ? by + 1 : is === 'lessThan' ? by - 1 : by;
}

/** The last day on which what is counted now still counts in the same window. */
function closing(plan: Plan, { metric }: Extract<LeafCondition, { kind: 'metric' }>, moment: Moment): string | null {
  if (metric.window.kind !== 'this') return null;
  const { joinedAtMs } = moment.record;
  const joined = joinedAtMs === null ? null : plan.clock.dayAt(joinedAtMs);
  const span = daysOf(metric.window, moment.day, plan.program, () => joined);
  return span === null ? null : showDate(civilOf(span.to));
}

function nextDay(plan: Plan, leaf: LeafCondition, moment: Moment): Nearest | null {
  const holds = plan.leaf(leaf);
  for (let ahead = 1; ahead <= DAYS_TO_LOOK_AHEAD; ahead += 1) {
    const day = moment.day + ahead;
    const date = localDate(day);
    if (holds({ ...moment, day, date })) return { kind: 'onDate', date: showDate(date) };
  }
  return null;
}

function goodsOf(effect: Effect): string | null {
  return 'goods' in effect ? effect.goods : null;
}

/** The rules whose price or points were taken. */
export function actingRules(step: Extract<Step, { kind: 'applied' }>): ReadonlySet<string> {
  const acted = new Set<string>();
  for (const outcome of step.outcomes) {
    if (outcome.kind === 'priced') for (const { by } of outcome.lines) if (by !== null) acted.add(by.rule);
  }
  for (const { reason } of step.entries) {
    if (reason.kind === 'given') acted.add(reason.rule);
    if (reason.kind !== 'earned') continue;
    for (const term of reason.base) acted.add(term.rule);
    for (const term of reason.multipliers) if (term.used) acted.add(term.rule);
  }
  return acted;
}
