import type { Effect } from '@laurel/engine/program';
import { amountOffPhrases } from '../phrases/amounts-off.ts';
import type { NodeOf, Sentence } from '../phrases/book.ts';
import type { RuleContext } from './rule.ts';

type AmountOff = NodeOf<keyof typeof amountOffPhrases>;

export function isAmountOff(sentence: Sentence<'rule'>): sentence is AmountOff {
  return Object.hasOwn(amountOffPhrases, sentence.phrase);
}

/** What a rule takes off a purchase as a whole. */
export function lowerAmountOff({ phrase, slots, span }: AmountOff, { amounts, locate }: RuleContext): Effect {
  const from = 'from' in slots ? amounts.money(slots.from) : null;
  const amount = amounts.money(slots.amount);
  return { kind: 'takeOff', amount, from, each: phrase === 'off.each', at: locate(span) };
}
