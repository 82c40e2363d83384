import { civilOf, showDate } from './calendar.ts';
import { advanceTo } from './clockwork.ts';
import type { Moment } from './condition.ts';
import { failures } from './failure.ts';
import { momentWithout } from './giving.ts';
import type { Happening, PurchaseHappening } from './happening.ts';
import { itemLines } from './item-sets.ts';
import { usedUp } from './limits.ts';
import { silenceOf, wake } from './membership.ts';
import { minorOf } from './number.ts';
import { ON_PURCHASES, type Plan } from './plan.ts';
import { price } from './pricing.ts';
import type { Effect, Rule } from './program.ts';
import { earningBasis, grantedTo, momentOf, paidByLine, spentOf } from './purchase.ts';
import type { RuleFate, Silence } from './reason.ts';
import { isAbout, momentOfReferral } from './referral.ts';
import { type Clockwork, planAt } from './schedule.ts';
import { type AccountRecord, copyRecord, State } from './state.ts';
import type { Step } from './step.ts';

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
    const moment = momentBesidePurchases(plan, record, happening);
    return { step, rules: rules.map((rule) => fateWithoutPurchase(plan, rule, moment, happening, actingRules(step))) };
  }
  wake(record, happening.atMs, null);
  const silence = silenceOf(plan.program.membership, record, happening.cardShown);
  if (silence !== null) {
    return { step, rules: rules.map(({ name, at }) => ({ rule: name, at, fate: 'silent', why: silence })) };
  }
  const moment = momentOf(plan, record, happening, plan.clock.dayAt(happening.atMs));
  moment.granted = grantedTo(plan, moment);
  moment.paidTotal = earningBasis(plan, moment);
  if (plan.asksSpend) moment.spent = spentOf(plan, happening, paidByLine(happening, price(moment)));
  const acted = actingRules(step);
  const hasEarned = step.entries.some(({ reason }) => reason.kind === 'earned');
  return { step, rules: rules.map((rule) => fateOf(plan, rule, moment, happening, acted, hasEarned)) };
}

function momentBesidePurchases(plan: Plan, record: AccountRecord, happening: Happening): Moment {
  if (happening.kind === 'referral') return momentOfReferral(plan, record, happening);
  const moment = momentWithout(plan, record, happening, plan.clock.dayAt(happening.atMs));
  return happening.kind === 'event' ? { ...moment, told: happening.facts } : moment;
}

/** What became of a rule on an event that is no purchase. */
function fateWithoutPurchase(
  plan: Plan,
  rule: Rule,
  moment: Moment,
  happening: Happening,
  acted: ReadonlySet<string>,
): RuleFate {
  const { name, at, trigger } = rule;
  if (acted.has(name)) return { rule: name, at, fate: 'acted' };
  if (!isCalledUp(trigger, happening)) return { rule: name, at, fate: 'otherTrigger' };
  const why = happening.kind === 'join' ? null : silenceBesidePurchases(plan, moment.record);
  if (why !== null) return { rule: name, at, fate: 'silent', why };
  const failed = rule.when === null ? [] : failures(plan, rule.when, moment, false);
  if (failed.length > 0) return { rule: name, at, fate: 'conditions', failed };
  const full = usedUp(plan, rule, moment);
  return full === null ? { rule: name, at, fate: 'nothing' } : fullFate(rule, full);
}

/** Whether an event that is no purchase is what a rule waits for. */
function isCalledUp(trigger: Rule['trigger'], happening: Happening): boolean {
  switch (happening.kind) {
    case 'visit':
      return trigger.kind === 'visit' || trigger.kind === 'visitOrPurchase';
    case 'join':
      return trigger.kind === 'joining';
    case 'event':
      return trigger.kind === 'event' && trigger.event === happening.event;
    case 'referral':
      return trigger.kind === 'referral' && happening.what === 'bought' && isAbout(trigger, happening);
    default:
      return false;
  }
}

function silenceBesidePurchases(plan: Plan, record: AccountRecord): Silence | null {
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
  const from = lowestThreshold(plan, rule);
  if (from !== null) {
    const prices = price(moment);
    const off = prices?.takenOff.reduce((sum, { amount }) => sum + amount, 0) ?? 0;
    const counted = (prices?.total ?? purchase.listTotal) + off;
    if (counted < from) return { rule: name, at, fate: 'pricesTooLow', from, counted };
  }
  const short = tooFewItems(plan, rule, purchase);
  if (short !== null) return { rule: name, at, fate: 'tooFewItems', ...short };
  if (purchase.delivery === 0 && rule.effects.every(({ kind }) => kind === 'freeDelivery')) {
    return { rule: name, at, fate: 'notDelivered' };
  }
  const per = smallestStep(plan, rule);
  if (per !== null && moment.paidTotal < per) {
    return { rule: name, at, fate: 'tooLittle', per, counted: moment.paidTotal };
  }
  if (rule.effects.every(({ kind }) => kind === 'staffPrice')) return { rule: name, at, fate: 'leftAlone' };
  // A price or a multiplier gives way to another one; an award that did not act came to nothing.
  const competes = rule.effects.some(({ kind }) => COMPETING.has(kind) || (kind === 'multiply' && hasEarned));
  return { rule: name, at, fate: competes ? 'outdone' : 'nothing' };
}

const COMPETING: ReadonlySet<Effect['kind']> = new Set<Effect['kind']>([
  'payShare',
  'payFixed',
  'paySet',
  'takeOff',
  'freeDelivery',
]);

/** Fewer items of some goods than a rule wants that does nothing but price items bought together; null: there are enough. */
function tooFewItems(
  plan: Plan,
  { effects }: Rule,
  { lines }: PurchaseHappening,
): { goods: string | null; needed: number; counted: number } | null {
  const portions = effects.flatMap((effect) => (effect.kind === 'paySet' ? [effect.of] : []));
  const [of, ...others] = portions;
  if (of === undefined || others.length > 0 || effects.length > 1) return null;
  for (const { goods, items: needed } of of) {
    const covers = goods === null ? () => true : plan.covers(goods);
    const counted = itemLines(lines, () => true).reduce((sum, { line, items }) => sum + (covers(line) ? items : 0), 0);
    if (counted < needed) return { goods, needed, counted };
  }
  return null;
}

/** What prices must come to for a rule that does nothing but take something off; null: it has no such threshold. */
function lowestThreshold(plan: Plan, { effects }: Rule): number | null {
  const froms = effects.flatMap((effect) => {
    const has = effect.kind === 'takeOff' || effect.kind === 'freeDelivery';
    return has && effect.from !== null ? [effect.from] : [];
  });
  if (froms.length < effects.length || froms.length === 0) return null;
  return Math.min(...froms.map((from) => minorOf(plan.text(from), plan.minorDigits)));
}

/** The least of what a rule wants paid for one step; null: it does not go by whole steps of all that was paid. */
function smallestStep(plan: Plan, { effects }: Rule): number | null {
  const steps = effects.flatMap((effect) => {
    if (effect.kind === 'hand') return effect.per === null || !effect.full ? [] : [effect.per];
    const isStep = effect.kind === 'earnRate' && effect.full && effect.measure.of === 'paid' && effect.goods === null;
    return isStep ? [effect.per] : [];
  });
  if (steps.length < effects.length || steps.length === 0) return null;
  return Math.min(...steps.map((per) => minorOf(plan.text(per), plan.minorDigits)));
}

function fullFate({ name, at }: Rule, { limit, spell }: NonNullable<ReturnType<typeof usedUp>>): RuleFate {
  if (spell === null) return { rule: name, at, fate: 'birthdayUnknown' };
  const again = spell.lastDay === null ? null : showDate(civilOf(spell.lastDay + 1));
  return { rule: name, at, fate: 'usedUp', per: limit.per, of: limit.times, again };
}

function goodsOf(effect: Effect): string | null {
  return 'goods' in effect ? effect.goods : null;
}

/** The rules whose price or points were taken. */
export function actingRules(step: Extract<Step, { kind: 'applied' }>): ReadonlySet<string> {
  const acted = new Set<string>();
  for (const outcome of step.outcomes) {
    if (outcome.kind === 'given' || outcome.kind === 'notify') acted.add(outcome.by.rule);
    if (outcome.kind === 'paidDiffers') for (const { rule } of outcome.by) acted.add(rule);
    if (outcome.kind === 'priced') for (const { kind, by } of outcome.off) if (kind === 'rule') acted.add(by.rule);
    if (outcome.kind === 'priced' && outcome.delivery?.by) acted.add(outcome.delivery.by.rule);
    if (outcome.kind === 'priced') {
      for (const { by, set } of outcome.lines) {
        if (by !== null) acted.add(by.rule);
        if (set !== null) acted.add(set.by.rule);
      }
    }
  }
  for (const { reason } of step.entries) {
    if (reason.kind === 'given' || reason.kind === 'givenPerFact') acted.add(reason.rule);
    if (reason.kind !== 'earned') continue;
    for (const term of reason.base) acted.add(term.rule);
    for (const term of reason.multipliers) if (term.used) acted.add(term.rule);
  }
  return acted;
}
