import type { Condition, Effect, Limit, Program } from '@laurel/engine/program';
import type { Model } from '../2-check/model.ts';
import type { ConditionNode, IdIn, NodeOf, Sentence } from '../phrases/book.ts';
import type { ShareValue } from '../phrases/values.ts';
import { type Amounts, constant, measure, QUANTITY } from './amount.ts';
import { isAwarding, lowerAwards } from './award.ts';
import type { Locate } from './calendar.ts';
import { lowerEventFact, lowerPerFact } from './event.ts';
import { isGiving, lowerGiving } from './giving.ts';
import { lowerMetric } from './metric.ts';
import { isPricing, lowerPricing } from './pricing.ts';
import { lowerTrigger } from './trigger.ts';

/** What lowering a rule needs to know of the rest of the file. */
export interface RuleContext {
  readonly amounts: Amounts;
  readonly locate: Locate;
  readonly minorDigits: number;
  /** The wallet that rules give to. */
  readonly wallet: string;
  /** The ladder of each tier. */
  readonly ladders: ReadonlyMap<string, string>;
}

export function lowerRules(model: Model, context: RuleContext): Program['rules'] {
  return model.rule.map(({ name, sentences, section }) => {
    const at = context.locate(section.headerLine.span);
    const [trigger = null] = sentences.flatMap((sentence) => lowerTrigger(sentence, context.locate) ?? []);
    const conditions = sentences.flatMap((sentence) => conditionOf(sentence, context));
    return {
      name,
      trigger: trigger ?? { kind: 'purchase', at },
      when: all(conditions),
      effects: [
        ...bounded(
          sentences,
          sentences.flatMap((sentence) => lowerEffect(sentence, context)),
          context,
        ),
        ...lowerAwards(sentences, context),
      ],
      limits: sentences.flatMap((sentence) => lowerLimit(sentence, context)),
      at,
    };
  });
}

/** Several condition sentences must all hold. */
export function all(conditions: readonly Condition[]): Condition | null {
  const [first, ...rest] = conditions;
  if (first === undefined) return null;
  return rest.length === 0 ? first : { kind: 'all', of: [first, ...rest] };
}

type RateSentence = NodeOf<
  | 'give.rate'
  | 'give.referrerRate'
  | 'give.full'
  | 'give.goods'
  | 'give.fullGoods'
  | 'give.share'
  | 'give.referrerShare'
  | 'give.item'
  | 'give.itemGoods'
>;

/** Points in proportion to what was paid or bought. */
function lowerRate(sentence: RateSentence, { amounts, wallet, minorDigits, locate }: RuleContext): Effect {
  const at = locate(sentence.span);
  const paid = measure('paid', minorDigits);
  switch (sentence.phrase) {
    case 'give.share':
    case 'give.referrerShare': {
      const points = amounts.share(sentence.slots.share);
      return { kind: 'earnRate', wallet, points, per: constant('money', '1'), measure: paid, ...EVERYTHING, at };
    }
    case 'give.item':
    case 'give.itemGoods': {
      const points = amounts.points(sentence.slots.points);
      const goods = sentence.phrase === 'give.itemGoods' ? sentence.slots.goods : null;
      const per = constant('count', '1');
      return { kind: 'earnRate', wallet, points, per, measure: QUANTITY, goods, full: false, at };
    }
    default: {
      const points = amounts.points(sentence.slots.points);
      const per = amounts.money(sentence.slots.money);
      const goods = 'goods' in sentence.slots ? sentence.slots.goods : null;
      const full = sentence.phrase === 'give.full' || sentence.phrase === 'give.fullGoods';
      return { kind: 'earnRate', wallet, points, per, measure: paid, goods, full, at };
    }
  }
}

function lowerEffect(sentence: Sentence<'rule'>, context: RuleContext): Effect[] {
  if (isGiving(sentence)) return [lowerGiving(sentence, context)];
  if (isPricing(sentence)) return [lowerPricing(sentence, context)];
  // Bands are one effect together.
  if (isAwarding(sentence)) return [];
  const { amounts, wallet } = context;
  const at = context.locate(sentence.span);
  switch (sentence.phrase) {
    case 'give.rate':
    case 'give.referrerRate':
    case 'give.full':
    case 'give.goods':
    case 'give.fullGoods':
    case 'give.share':
    case 'give.referrerShare':
    case 'give.item':
    case 'give.itemGoods':
      return [lowerRate(sentence, context)];
    case 'give.fixed':
    case 'give.referrer':
      return [{ kind: 'earnFixed', wallet, points: amounts.points(sentence.slots.points), at }];
    case 'give.perFact':
      return [lowerPerFact(sentence, context)];
    case 'notify.member':
      return [{ kind: 'notify', message: sentence.slots.message, at }];
    case 'multiply.all':
      return [{ kind: 'multiply', wallet, by: amounts.factor(sentence.slots.factor), goods: null, at }];
    case 'multiply.goods': {
      const { factor, goods } = sentence.slots;
      return [{ kind: 'multiply', wallet, by: amounts.factor(factor), goods, at }];
    }
    case 'pay.goods':
    case 'pay.all':
    case 'pay.tier':
    case 'pay.tierGoods':
      return [lowerPrice(sentence.slots, at, context)];
    case 'staff.goods':
    case 'staff.all':
      return [lowerStaffPrice(sentence.slots, at, context)];
    case 'on.purchase':
    case 'on.request':
    case 'on.visit':
    case 'on.visitOrPurchase':
    case 'on.joining':
    case 'on.referredFirst':
    case 'on.referredPurchase':
    case 'on.birthday':
    case 'on.anniversary':
    case 'on.day':
    case 'on.dayAt':
    case 'on.calendar':
    case 'on.beforeRun':
    case 'on.periodStart':
    case 'on.periodEnd':
    case 'on.afterJoining':
    case 'on.afterFirstPurchase':
    case 'on.withoutPurchase':
    case 'on.event':
    case 'only.if':
    case 'during.dates':
    case 'during.from':
    case 'during.until':
    case 'during.hours':
    case 'during.weekdays':
    case 'limit.times':
    case 'pay.only':
    case 'off.most':
      return [];
  }
}

/** Where a rule says so, its prices keep every other away (E4), and its amounts off end somewhere (E5). */
function bounded(
  sentences: readonly Sentence<'rule'>[],
  effects: readonly Effect[],
  { amounts }: RuleContext,
): Effect[] {
  const only = sentences.some(({ phrase }) => phrase === 'pay.only');
  const [cap] = sentences.flatMap((sentence) => (sentence.phrase === 'off.most' ? [sentence.slots.most] : []));
  return effects.map((effect) => {
    if (only && 'only' in effect) return { ...effect, only: true };
    return effect.kind === 'takeOff' && cap !== undefined ? { ...effect, most: amounts.money(cap) } : effect;
  });
}

function lowerPrice(
  { share, goods = null, tier = null }: { share: ShareValue; goods?: string | null; tier?: string | null },
  at: Effect['at'],
  { amounts, ladders }: RuleContext,
): Effect {
  const inTier = tier === null ? null : { ladder: ladders.get(tier) ?? '', tier };
  return { kind: 'payShare', share: amounts.share(share), goods, tier: inTier, only: false, at };
}

type StaffSlots = NodeOf<'staff.all'>['slots'] | NodeOf<'staff.goods'>['slots'];

function lowerStaffPrice(slots: StaffSlots, at: Effect['at'], { amounts }: RuleContext): Effect {
  const goods = 'goods' in slots ? slots.goods : null;
  return { kind: 'staffPrice', least: amounts.share(slots.least), most: amounts.share(slots.most), goods, at };
}

const DAYS_A_WEEK = 7;
const EVERYTHING = { goods: null, full: false } as const;

function lowerLimit(sentence: Sentence<'rule'>, context: RuleContext): Limit[] {
  if (sentence.phrase !== 'limit.times') return [];
  return [{ times: sentence.slots.times, per: sentence.slots.period, at: context.locate(sentence.span) }];
}

/** The conditions that a sentence of a rule states. */
function conditionOf(sentence: Sentence<'rule'>, context: RuleContext): Condition[] {
  const at = context.locate(sentence.span);
  switch (sentence.phrase) {
    case 'only.if':
      return [lowerCondition(sentence.slots.condition, context)];
    case 'during.dates':
      return [{ kind: 'dates', from: sentence.slots.from, to: sentence.slots.to, at }];
    case 'during.from':
      return [{ kind: 'dates', from: sentence.slots.from, to: null, at }];
    case 'during.until':
      return [{ kind: 'dates', from: null, to: sentence.slots.to, at }];
    case 'during.hours':
      return [{ kind: 'hours', from: minuteOf(sentence.slots.from), to: minuteOf(sentence.slots.to), at }];
    case 'during.weekdays':
      return [{ kind: 'weekday', in: sentence.slots.weekdays.map(Number), at }];
    default:
      return [];
  }
}

/** The minute of the day of a time, `18:00`. */
export function minuteOf(time: string): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return hours * 60 + minutes;
}

export function lowerCondition(node: ConditionNode, context: RuleContext): Condition {
  if ('slots' in node) return lowerLeaf(node, context);
  if (node.phrase === 'not') return { kind: 'not', of: lowerCondition(node.of, context) };
  return { kind: node.phrase === 'and' ? 'all' : 'any', of: node.of.map((part) => lowerCondition(part, context)) };
}

function lowerLeaf(node: NodeOf<IdIn<'Condition'>>, context: RuleContext): Condition {
  const at = context.locate(node.span);
  switch (node.phrase) {
    case 'if.calendar':
      return { kind: 'dayIn', calendar: node.slots.calendar, at };
    case 'if.birthday':
      return { kind: 'birthday', within: 'day', at };
    case 'if.birthdayMonth':
      return { kind: 'birthday', within: 'month', at };
    case 'if.dates':
    case 'if.hours':
    case 'if.before':
    case 'if.after':
    case 'if.weekday':
    case 'if.weekdays':
    case 'if.month':
      return lowerMoment(node, at);
    case 'if.paid':
    case 'if.listPrice': {
      const of = node.phrase === 'if.paid' ? 'paid' : 'listPrice';
      const to = context.amounts.money(node.slots.money);
      return { kind: 'compare', measure: measure(of, context.minorDigits), is: node.slots.is, to, at };
    }
    case 'if.basket':
      return { kind: 'basketHas', goods: node.slots.goods, at };
    case 'if.spend':
    case 'if.spendWith':
    case 'if.spendOn':
    case 'if.spendOnWith':
    case 'if.purchases':
    case 'if.purchasesWith':
    case 'if.visits':
    case 'if.pointsEarned':
    case 'if.events':
    case 'if.happened':
    case 'if.eventSum':
      return lowerMetric(node, context);
    case 'if.lastPurchase':
      return { kind: 'ago', what: 'lastPurchase', is: node.slots.is, than: node.slots.duration, at };
    case 'if.joined':
      return { kind: 'ago', what: 'joining', is: node.slots.is, than: node.slots.duration, at };
    case 'if.tier':
    case 'if.tierOrAbove': {
      const { tier } = node.slots;
      const ladder = context.ladders.get(tier) ?? '';
      return { kind: 'tier', ladder, tier, orAbove: node.phrase === 'if.tierOrAbove', at };
    }
    case 'if.says':
      return { kind: 'fact', fact: node.slots.fact, wants: { kind: 'yes' }, at };
    case 'if.factText':
      return { kind: 'fact', fact: node.slots.fact, wants: { kind: 'text', text: node.slots.text }, at };
    case 'if.factNumber': {
      const { fact, is, number } = node.slots;
      return { kind: 'fact', fact, wants: { kind: 'number', is, to: context.amounts.count(number) }, at };
    }
    case 'if.eventNumber':
    case 'if.eventText':
    case 'if.eventYes':
      return lowerEventFact(node, context);
    case 'if.factDay':
      return { kind: 'fact', fact: node.slots.fact, wants: { kind: 'day' }, at };
    case 'if.factAnniversary':
      return { kind: 'fact', fact: node.slots.fact, wants: { kind: 'anniversary' }, at };
    case 'if.age':
      return { kind: 'age', is: node.slots.is, to: context.amounts.count(node.slots.age), at };
  }
}

type Moment = 'if.dates' | 'if.hours' | 'if.before' | 'if.after' | 'if.weekday' | 'if.weekdays' | 'if.month';

/** What the clock and the calendar say. */
function lowerMoment(node: NodeOf<Moment>, at: Effect['at']): Condition {
  switch (node.phrase) {
    case 'if.dates':
      return { kind: 'dates', from: node.slots.from, to: node.slots.to, at };
    case 'if.hours':
      return { kind: 'hours', from: minuteOf(node.slots.from), to: minuteOf(node.slots.to), at };
    case 'if.weekday':
      return { kind: 'weekday', in: node.slots.weekdays.map(Number), at };
    case 'if.weekdays':
      return { kind: 'weekday', in: weekdaysBetween(Number(node.slots.from), Number(node.slots.to)), at };
    case 'if.before':
      return { kind: 'hours', from: 0, to: minuteOf(node.slots.to), at };
    case 'if.after':
      return { kind: 'hours', from: minuteOf(node.slots.from), to: 0, at };
    case 'if.month':
      return { kind: 'month', in: node.slots.months.map(Number), at };
  }
}

/** From one weekday to another, both included, over the end of the week where they stand that way round. */
function weekdaysBetween(from: number, to: number): number[] {
  const count = ((to - from + DAYS_A_WEEK) % DAYS_A_WEEK) + 1;
  return Array.from({ length: count }, (_, i) => ((from - 1 + i) % DAYS_A_WEEK) + 1);
}
