import { inTier } from './condition.ts';
import { freeDelivery } from './delivery.ts';
import { plannedFloors } from './floor.ts';
import { setOffer } from './item-sets.ts';
import { ratio } from './number.ts';
import type { AmountOff, PlannedRule, PriceOffer } from './plan.ts';
import { type Build, plain } from './plan-effects.ts';
import { type Effect, ProgramError } from './program.ts';
import { whole } from './stated.ts';
import type { Acting } from './today.ts';

type Pricing = Pick<Acting, 'prices' | 'sets' | 'amountsOff' | 'freeDelivery' | 'floors'>;

/** What some rules make of prices, in the file's order. */
export function pricingOf(build: Build): (rules: readonly PlannedRule[]) => Pricing {
  const floors = plannedFloors(build);
  return (rules) => {
    const effects = rules.flatMap((planned) => planned.rule.effects.map((effect) => ({ planned, effect })));
    return {
      prices: effects.flatMap(({ planned, effect }) =>
        effect.kind === 'payShare' || effect.kind === 'payFixed' ? [priceOffer(planned, effect, build)] : [],
      ),
      sets: effects.flatMap(({ planned, effect }) =>
        effect.kind === 'paySet' ? [setOffer(planned, effect, build)] : [],
      ),
      amountsOff: effects.flatMap(({ planned, effect }) =>
        effect.kind === 'takeOff' ? [amountOff(planned, effect, build)] : [],
      ),
      freeDelivery: effects.flatMap(({ planned, effect }) =>
        effect.kind === 'freeDelivery' ? [freeDelivery(planned, effect, build)] : [],
      ),
      floors,
    };
  };
}

function priceOffer(
  planned: PlannedRule,
  effect: Extract<Effect, { kind: 'payShare' | 'payFixed' }>,
  build: Build,
): PriceOffer {
  const shareText = effect.kind === 'payShare' ? build.text(effect.share) : null;
  const tier = effect.kind === 'payShare' ? effect.tier : null;
  const price = effect.kind === 'payFixed' ? whole(build.minor(effect.price), planned.rule.name) : 0;
  return {
    rule: planned.rule,
    source: { ...planned.source, at: effect.at },
    when: inTier(planned.when, tier, build),
    covers: build.covers(effect.goods),
    share: shareText === null ? { num: price, den: 1 } : plain(ratio(shareText)),
    shareText,
    only: effect.only,
  };
}

function amountOff(planned: PlannedRule, effect: Extract<Effect, { kind: 'takeOff' }>, build: Build): AmountOff {
  const { rule } = planned;
  const from = effect.from === null ? 0 : whole(build.minor(effect.from), rule.name);
  if (effect.each && from <= 0) throw new ProgramError(`"${rule.name}" takes something off for nothing`);
  const amount = whole(build.minor(effect.amount), rule.name);
  const most = effect.most === null ? Number.POSITIVE_INFINITY : whole(build.minor(effect.most), rule.name);
  return {
    rule,
    source: { ...planned.source, at: effect.at },
    when: planned.when,
    amount,
    from,
    each: effect.each,
    most,
  };
}
