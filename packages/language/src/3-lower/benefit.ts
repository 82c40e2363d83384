import type { Benefit, Condition, Program } from '@laurel/engine/program';
import type { Model } from '../2-check/model.ts';
import type { Sentence } from '../phrases/book.ts';
import { all, lowerCondition, minuteOf, type RuleContext } from './rule.ts';

/** Every member, always, everywhere and without limit, unless the file says otherwise. */
export function lowerBenefits(model: Model, context: RuleContext): Program['benefits'] {
  const { locate } = context;
  return model.benefit.map(({ name, sentences, section }): Benefit => {
    const stores = sentences.flatMap((sentence) => (sentence.phrase === 'benefit.stores' ? sentence.slots.stores : []));
    return {
      name,
      when: all(sentences.flatMap((sentence) => conditionOf(sentence, context))),
      limits: sentences.flatMap((sentence) => {
        if (sentence.phrase !== 'benefit.times') return [];
        return [{ times: sentence.slots.times, per: sentence.slots.period, at: locate(sentence.span) }];
      }),
      stores: stores.length === 0 ? null : stores,
      at: locate(section.headerLine.span),
    };
  });
}

function conditionOf(sentence: Sentence<'benefit'>, context: RuleContext): Condition[] {
  const at = context.locate(sentence.span);
  switch (sentence.phrase) {
    case 'benefit.when':
      return [lowerCondition(sentence.slots.condition, context)];
    case 'benefit.tier':
    case 'benefit.tierOrAbove': {
      const { tier } = sentence.slots;
      const orAbove = sentence.phrase === 'benefit.tierOrAbove';
      return [{ kind: 'tier', ladder: context.ladders.get(tier) ?? '', tier, orAbove, at }];
    }
    case 'benefit.dates':
      return [{ kind: 'dates', from: sentence.slots.from, to: sentence.slots.to, at }];
    case 'benefit.from':
      return [{ kind: 'dates', from: sentence.slots.from, to: null, at }];
    case 'benefit.until':
      return [{ kind: 'dates', from: null, to: sentence.slots.to, at }];
    case 'benefit.hours':
      return [{ kind: 'hours', from: minuteOf(sentence.slots.from), to: minuteOf(sentence.slots.to), at }];
    default:
      return [];
  }
}
