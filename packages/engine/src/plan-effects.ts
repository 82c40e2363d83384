import { type AwardBuild, plannedAward } from './award.ts';
import { leafTest, type Terms, type Test } from './condition.ts';
import { isSafe, ONE, perRatio, plainRatio, type Ratio, ratio, roundedSumBig, timesRatio } from './number.ts';
import type { Award, Gift, Giving } from './occasion.ts';
import type { Fixed, Handing, Multiplier, PlannedRule, Rate, Weights } from './plan.ts';
import { type Effect, ProgramError, type Span, STORED_VALUE } from './program.ts';
import type { Source } from './reason.ts';
import { type Stated, whole, wholeMoney } from './stated.ts';

/**
 * The effects of rules made ready. What a rule gives is written field by field, never by spreading: an object made by
 * spreading has a shape of its own in memory, which goes with the last object of it, and code made for it would have to be
 * made anew with every new plan.
 */

/** What effects are made from. */
export type Build = Terms & Stated;

export function rate(
  planned: PlannedRule,
  effect: Extract<Effect, { kind: 'earnRate' }>,
  weight: bigint,
  build: Build,
): Rate {
  return {
    rule: planned.rule,
    source: sourceOf(planned, effect),
    when: planned.when,
    measure: effect.measure.of,
    goods: effect.goods,
    covers: build.covers(effect.goods),
    full: effect.full,
    points: givenBy(effect, build),
    per: perOf(effect, build),
    pointsText: build.text(effect.points),
    perText: build.text(effect.per),
    weight,
    quickWeight: quick(weight),
  };
}

export function weights(rates: readonly Rate[]): Weights {
  const always = rates.reduce((sum, { when, weight }) => (when === null ? sum + weight : sum), 0n);
  return { always: quick(always), sometimes: rates.filter(({ when }) => when !== null) };
}

export function fixedAward(planned: PlannedRule, effect: Extract<Effect, { kind: 'earnFixed' }>, build: Build): Fixed {
  const pointsText = build.text(effect.points);
  return {
    rule: planned.rule,
    source: sourceOf(planned, effect),
    when: planned.when,
    pointsText,
    points: whole(givenBy(effect, build), planned.rule.name),
  };
}

export function handing(planned: PlannedRule, effect: Extract<Effect, { kind: 'hand' }>, build: Build): Handing {
  const { gives, full } = effect;
  const per = effect.per === null ? null : build.minor(effect.per);
  if (per !== null && per.num <= 0n) throw new ProgramError(`"${planned.rule.name}" gives something for nothing`);
  const amount = 'name' in gives ? ONE : build.minor(gives.money);
  // What is handed out at once cannot be split; what is in proportion is cut off at the end.
  if (per === null || full) whole(amount, planned.rule.name);
  return {
    rule: planned.rule,
    source: sourceOf(planned, effect),
    when: planned.when,
    what: 'name' in gives ? gives : { kind: gives.kind },
    num: amount.num,
    den: amount.den,
    per,
    full,
  };
}

/** A message, for those who want messages. */
export function message(planned: PlannedRule, effect: Extract<Effect, { kind: 'notify' }>, build: Build): Handing {
  return {
    rule: planned.rule,
    source: sourceOf(planned, effect),
    when: both(planned.when, wantsMessages(build)),
    what: { kind: 'message', text: effect.message },
    num: 1n,
    den: 1n,
    per: null,
    full: false,
  };
}

/** Whether a member wants messages; null: nobody is asked. */
function wantsMessages(build: Build): Test | null {
  const { messages: fact } = build.program.member;
  if (fact === null) return null;
  return leafTest({ kind: 'fact', fact, wants: { kind: 'yes' }, at: NOWHERE }, build);
}
const NOWHERE: Span = { line: 1, start: 0, end: 0 };

function both(one: Test | null, other: Test | null): Test | null {
  if (one === null || other === null) return one ?? other;
  return (moment) => one(moment) && other(moment);
}

/** What rules give that wait for no purchase of the member. */
export function givingOf(build: AwardBuild): Giving {
  return {
    giftsOf: (rule) => giftsOf(rule, build),
    awardsOf: (rule) => awardsOf(rule, build, build.walletIndex),
    handingsOf: (planned) =>
      planned.rule.effects.flatMap((effect) => (effect.kind === 'hand' ? [handing(planned, effect, build)] : [])),
  };
}

function giftsOf(planned: PlannedRule, build: AwardBuild): Gift[] {
  return planned.rule.effects.flatMap((effect): Gift[] => {
    const source = sourceOf(planned, effect);
    if (effect.kind === 'earnFixed') {
      const amount = whole(givenBy(effect, build), planned.rule.name);
      return amount === 0 ? [] : [{ kind: 'earned', wallet: build.walletIndex(effect.wallet), amount, source }];
    }
    if (effect.kind === 'earnPerFact') return [perFact(effect, source, build)];
    if (effect.kind === 'notify') {
      return [{ kind: 'message', text: effect.message, wanted: wantsMessages(build), source }];
    }
    if (effect.kind === 'award') return [{ kind: 'award', award: plannedAward(planned, effect, build) }];
    if (effect.kind !== 'hand' || effect.per !== null) return [];
    const { gives } = effect;
    if ('name' in gives) return [{ kind: 'handed', what: gives, source }];
    const amount = wholeMoney(gives.money, planned.rule.name, build);
    return amount === 0 ? [] : [{ kind: 'handed', what: { kind: gives.kind, amount }, source }];
  });
}

function perFact(effect: Extract<Effect, { kind: 'earnPerFact' }>, source: Source, build: AwardBuild): Gift {
  const { fact, wallet, points } = effect;
  const rounding = build.program.wallets.find(({ name }) => name === wallet)?.rounding ?? 'down';
  const each = givenBy(effect, build);
  return {
    kind: 'perFact',
    wallet: build.walletIndex(wallet),
    fact,
    each,
    eachText: build.text(points),
    rounding,
    source,
  };
}

function awardsOf(planned: PlannedRule, build: Build, walletIndex: (name: string) => number): Award[] {
  return planned.rule.effects.flatMap((effect) => {
    if (effect.kind !== 'earnFixed' && effect.kind !== 'earnRate') return [];
    return [
      {
        wallet: walletIndex(effect.wallet),
        source: sourceOf(planned, effect),
        pointsFor: effect.kind === 'earnFixed' ? always(effect, planned, build) : atRate(effect, build),
      },
    ];
  });
}

type Earning = Extract<Effect, { kind: 'earnRate' | 'earnFixed' }>;

function always(
  effect: Extract<Earning, { kind: 'earnFixed' }>,
  { rule }: PlannedRule,
  build: Build,
): Award['pointsFor'] {
  const fixed = whole(givenBy(effect, build), rule.name);
  return () => fixed;
}

function atRate(effect: Extract<Earning, { kind: 'earnRate' }>, build: Build): Award['pointsFor'] {
  const points = givenBy(effect, build);
  const per = perOf(effect, build);
  const rounding = build.program.wallets.find(({ name }) => name === effect.wallet)?.rounding ?? 'down';
  return (paid) => {
    const many = { num: BigInt(paid) * per.den, den: per.num };
    const steps = effect.full ? { num: many.num / many.den, den: 1n } : many;
    const { num, den } = timesRatio(points, steps);
    return roundedSumBig({ parts: [num], whole: den }, rounding);
  };
}

export function multiplier(
  planned: PlannedRule,
  effect: Extract<Effect, { kind: 'multiply' }>,
  build: Build,
): Multiplier {
  const byText = build.text(effect.by);
  const by = ratio(byText);
  return {
    rule: planned.rule,
    source: sourceOf(planned, effect),
    when: planned.when,
    goods: effect.goods,
    covers: build.covers(effect.goods),
    byText,
    by,
    quick: plain(by),
  };
}

/** What the file states has at most 15 digits before the point and 9 after it; shares and factors are far below. */
export function plain(stated: Ratio): { readonly num: number; readonly den: number } {
  const numbers = plainRatio(stated);
  if (numbers === null) throw new ProgramError('a share or a factor has too many digits');
  return numbers;
}

export function quick(value: bigint): number {
  return isSafe(value) ? Number(value) : Number.NaN;
}

export function perOf({ measure, per }: Extract<Effect, { kind: 'earnRate' }>, build: Build): Ratio {
  return measure.of === 'quantity' ? ratio(build.text(per)) : build.minor(per);
}

export function isPlain({ measure, goods, full }: Rate): boolean {
  return measure !== 'quantity' && goods === null && !full;
}

export function rateOf(effect: Extract<Effect, { kind: 'earnRate' }>, build: Build): Ratio {
  return perRatio(givenBy(effect, build), perOf(effect, build));
}

/** Whether what an effect gives is money, in the stored-value wallet. */
export function isMoney({ wallet }: { readonly wallet: string }): boolean {
  return wallet === STORED_VALUE;
}

/** What is given at once or for each step, in the smallest unit of its wallet. */
function givenBy(effect: Extract<Effect, { kind: 'earnRate' | 'earnFixed' | 'earnPerFact' }>, build: Build): Ratio {
  return isMoney(effect) ? build.minor(effect.points) : ratio(build.text(effect.points));
}

/** The source of one effect of a rule: the rule's, with the effect's own place in the file. */
function sourceOf({ source }: PlannedRule, { at }: Effect): Source {
  return { rule: source.rule, version: source.version, at };
}
