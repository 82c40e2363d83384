import { inTier, type Terms } from './condition.ts';
import { isSafe, perRatio, plainRatio, type Ratio, ratio } from './number.ts';
import type { Gift } from './occasion.ts';
import type { Fixed, Multiplier, PlannedRule, PriceOffer, Rate, Weights } from './plan.ts';
import { type Effect, ProgramError } from './program.ts';
import type { Source } from './reason.ts';
import { type Stated, whole, wholePoints } from './stated.ts';

/**
 * The effects of rules made ready. What a rule gives is written field by field, never by spreading: an object made by
 * spreading has a shape of its own in memory, which goes with the last object of it, and code made for it would have to be
 * made anew with every new plan.
 */

/** What effects are made from. */
export type Build = Terms & Stated;

export function priceOffer(
  planned: PlannedRule,
  effect: Extract<Effect, { kind: 'payShare' }>,
  build: Build,
): PriceOffer {
  const shareText = build.text(effect.share);
  return {
    rule: planned.rule,
    source: sourceOf(planned, effect),
    when: inTier(planned.when, effect.tier, build),
    covers: build.covers(effect.goods),
    share: plain(ratio(shareText)),
    shareText,
    only: effect.only,
  };
}

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
    points: ratio(build.text(effect.points)),
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
    points: whole(ratio(pointsText), planned.rule.name),
  };
}

/** What a rule gives that waits for no purchase. */
export function giftsOf(planned: PlannedRule, build: Build, walletIndex: (name: string) => number): Gift[] {
  return planned.rule.effects.flatMap((effect) => {
    if (effect.kind !== 'earnFixed') return [];
    const points = wholePoints(effect.points, planned.rule.name, build);
    return [{ wallet: walletIndex(effect.wallet), points, source: sourceOf(planned, effect) }];
  });
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
function plain(stated: Ratio): { readonly num: number; readonly den: number } {
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
  return perRatio(ratio(build.text(effect.points)), perOf(effect, build));
}

/** The source of one effect of a rule: the rule's, with the effect's own place in the file. */
function sourceOf({ source }: PlannedRule, { at }: Effect): Source {
  return { rule: source.rule, version: source.version, at };
}
