import type { Given, Program, Reward } from '@laurel/engine/program';
import type { Model } from '../2-check/model.ts';
import type { Sentence } from '../phrases/book.ts';
import type { Amounts } from './amount.ts';
import { named } from './giving.ts';
import type { RuleContext } from './rule.ts';

/** Ninety days to take a redemption back, in any store, unless the file says otherwise. */
export function lowerRewards(model: Model, { amounts, wallet, locate }: RuleContext): Program['rewards'] {
  return model.reward.flatMap(({ name, sentences, section }): Reward[] => {
    const price = sentences.find((sentence) => sentence.phrase === 'reward.price');
    if (price === undefined) return [];
    const least = sentences.find((sentence) => sentence.phrase === 'reward.from');
    const stores = sentences.find((sentence) => sentence.phrase === 'reward.stores');
    const reversible = sentences.find((sentence) => sentence.phrase === 'reward.reversible');
    return [
      {
        name,
        wallet,
        price: amounts.points(price.slots.points),
        gives: sentences.flatMap((sentence) => givenBy(sentence, amounts)),
        least: least === undefined ? null : amounts.points(least.slots.points),
        inIssuingStore: sentences.some((sentence) => sentence.phrase === 'reward.issuingStore'),
        stores: stores === undefined ? null : [...stores.slots.stores],
        reversible: reversible?.slots.period ?? { count: 90, unit: 'day' },
        at: locate(section.headerLine.span),
      },
    ];
  });
}

function givenBy(sentence: Sentence<'reward'>, amounts: Amounts): Given[] {
  switch (sentence.phrase) {
    case 'reward.gift':
    case 'reward.coupon':
      return [named(sentence.slots)];
    case 'reward.storedValue':
      return [{ kind: 'storedValue', money: amounts.money(sentence.slots.money) }];
    case 'reward.voucher':
      return [{ kind: 'voucher', money: amounts.money(sentence.slots.money) }];
    case 'reward.cash':
      return [{ kind: 'cash', money: amounts.money(sentence.slots.money) }];
    default:
      return [];
  }
}
