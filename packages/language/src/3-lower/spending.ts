import type { Program } from '@laurel/engine/program';
import type { Sentence } from '../phrases/book.ts';
import type { Amounts } from './amount.ts';
import type { Locate } from './calendar.ts';

type Spending = Program['wallets'][number]['spending'];

/** Points are spent from the first one, in any store, and pay for nothing, unless the file says otherwise. */
export function lowerSpending(sentences: readonly Sentence<'points'>[], amounts: Amounts, locate: Locate): Spending {
  const least = sentences.find((sentence) => sentence.phrase === 'points.from');
  return {
    least: least === undefined ? null : amounts.points(least.slots.points),
    inIssuingStore: sentences.some((sentence) => sentence.phrase === 'points.store'),
    pays: lowerPayment(sentences, amounts, locate),
  };
}

function lowerPayment(sentences: readonly Sentence<'points'>[], amounts: Amounts, locate: Locate): Spending['pays'] {
  const pays = sentences.find((sentence) => sentence.phrase === 'points.pay');
  if (pays === undefined) return null;
  const most = sentences.find((sentence) => sentence.phrase === 'points.paySome');
  return {
    each: amounts.points(pays.slots.points),
    gives: amounts.money(pays.slots.money),
    most: most === undefined ? null : amounts.share(most.slots.share),
    allOrNothing: sentences.some((sentence) => sentence.phrase === 'points.payAll'),
    restEarns: !sentences.some((sentence) => sentence.phrase === 'points.payAlone'),
    at: locate(pays.span),
  };
}
