import type { Effect } from '@laurel/engine/program';
import { amountOffPhrases } from '../phrases/amounts-off.ts';
import type { NodeOf, Sentence } from '../phrases/book.ts';
import { itemSetPhrases } from '../phrases/item-sets.ts';
import type { ShareValue } from '../phrases/values.ts';
import { constant } from './amount.ts';
import type { RuleContext } from './rule.ts';

type Pricing = NodeOf<Exclude<keyof typeof amountOffPhrases, 'off.most'> | keyof typeof itemSetPhrases>;

export function isPricing(sentence: Sentence<'rule'>): sentence is Pricing {
  if (sentence.phrase === 'off.most') return false;
  return Object.hasOwn(amountOffPhrases, sentence.phrase) || Object.hasOwn(itemSetPhrases, sentence.phrase);
}

/** What a rule makes of a purchase as a whole, of items bought together, or of the price of one. */
export function lowerPricing(sentence: Pricing, { amounts, locate }: RuleContext): Effect {
  const at = locate(sentence.span);
  switch (sentence.phrase) {
    case 'off.plain':
    case 'off.from':
    case 'off.each': {
      const from = 'from' in sentence.slots ? amounts.money(sentence.slots.from) : null;
      const amount = amounts.money(sentence.slots.amount);
      return { kind: 'takeOff', amount, from, each: sentence.phrase === 'off.each', most: null, at };
    }
    case 'delivery.free':
      return { kind: 'freeDelivery', from: null, at };
    case 'delivery.freeFrom':
      return { kind: 'freeDelivery', from: amounts.money(sentence.slots.from), at };
    case 'pay.fixed': {
      const { price, goods } = sentence.slots;
      return { kind: 'payFixed', price: amounts.money(price), goods, only: false, at };
    }
    default:
      return { kind: 'paySet', ...setOf(sentence, amounts), at };
  }
}

type SetSentence = Extract<Pricing, { phrase: `set.${string}` }>;
type InSets = Pick<Extract<Effect, { kind: 'paySet' }>, 'of' | 'pay'>;
type Portion = InSets['of'][number];

function setOf(sentence: SetSentence, amounts: RuleContext['amounts']): InSets {
  const last = (items: number, share: ShareValue): InSets['pay'] => ({
    kind: 'last',
    items,
    share: amounts.share(share),
  });
  switch (sentence.phrase) {
    case 'set.nth':
    case 'set.nthGoods':
      return { of: [dearest(goodsOf(sentence), Number(sentence.slots.nth))], pay: last(1, sentence.slots.share) };
    case 'set.payFor':
    case 'set.payForGoods':
    case 'set.free':
    case 'set.freeGoods': {
      const { bought, free } = freeItems(sentence);
      return { of: [dearest(goodsOf(sentence), bought)], pay: { kind: 'last', items: free, share: FREE } };
    }
    case 'set.any': {
      const { items, goods, price } = sentence.slots;
      return { of: [dearest(goods, Number(items))], pay: { kind: 'together', price: amounts.money(price) } };
    }
    case 'set.together': {
      const { one, other, price } = sentence.slots;
      return { of: [dearest(one, 1), dearest(other, 1)], pay: { kind: 'together', price: amounts.money(price) } };
    }
    case 'set.with': {
      const { items, goods, other, share } = sentence.slots;
      const cheapest: Portion = { goods: other, items: 1, which: 'cheapest' };
      return { of: [dearest(goods, Number(items)), cheapest], pay: last(1, share) };
    }
  }
}

const FREE = constant('share', '0');

function dearest(goods: string | null, items: number): Portion {
  return { goods, items, which: 'dearest' };
}

function goodsOf({ slots }: SetSentence): string | null {
  return 'goods' in slots ? slots.goods : null;
}

type FreeSentence = NodeOf<'set.payFor' | 'set.payForGoods' | 'set.free' | 'set.freeGoods'>;

/** How many items make a set, and how many of them are free. */
function freeItems({ slots }: FreeSentence): { readonly bought: number; readonly free: number } {
  if ('bought' in slots) return { bought: Number(slots.bought), free: Number(slots.bought) - Number(slots.paid) };
  return { bought: Number(slots.paid) + Number(slots.free), free: Number(slots.free) };
}
