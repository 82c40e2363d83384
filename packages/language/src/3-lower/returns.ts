import type { Program, Returns } from '@laurel/engine/program';
import type { Model } from '../2-check/model.ts';
import type { Sentence } from '../phrases/book.ts';
import type { Amounts } from './amount.ts';
import type { Locate } from './calendar.ts';

/**
 * Ninety days, what the kept goods would not have earned, a negative balance, and the original price of what is exchanged,
 * unless the file says otherwise (R1, R3, R7).
 */
export function lowerReturns(model: Model, amounts: Amounts, locate: Locate): Program['returns'] {
  const [part] = model.returns;
  const sentences = part?.sentences ?? [];
  return {
    within: sentences.find((sentence) => sentence.phrase === 'returns.within')?.slots.period ?? {
      count: 90,
      unit: 'day',
    },
    proof: sentences.flatMap(proofOf),
    unknown: sentences.some(({ phrase }) => phrase === 'returns.unknown') ? 'atValue' : 'refused',
    exchangePrice: sentences.map(exchangePriceOf).find((found) => found !== null) ?? 'original',
    takeBack: sentences.some((sentence) => sentence.phrase === 'returns.keep') ? 'nothing' : 'difference',
    shortage: sentences.map((sentence) => shortageOf(sentence, amounts)).find((found) => found !== null) ?? {
      kind: 'negative',
    },
    at: part === undefined ? null : locate(part.section.headerLine.span),
  };
}

function shortageOf(sentence: Sentence<'returns'>, amounts: Amounts): Returns['shortage'] | null {
  switch (sentence.phrase) {
    case 'returns.negative':
      return { kind: 'negative' };
    case 'returns.forgive':
      return { kind: 'forgive' };
    case 'returns.deduct': {
      const { money, points } = sentence.slots;
      return { kind: 'deduct', money: amounts.money(money), per: amounts.points(points) };
    }
    case 'returns.within':
    case 'returns.needReceiptAndCard':
    case 'returns.needReceipt':
    case 'returns.needCard':
    case 'returns.unknown':
    case 'exchange.original':
    case 'exchange.today':
    case 'exchange.lower':
    case 'returns.takeBack':
    case 'returns.keep':
      return null;
  }
}

function exchangePriceOf({ phrase }: Sentence<'returns'>): Returns['exchangePrice'] | null {
  switch (phrase) {
    case 'exchange.original':
      return 'original';
    case 'exchange.today':
      return 'today';
    case 'exchange.lower':
      return 'lower';
    default:
      return null;
  }
}

function proofOf({ phrase }: Sentence<'returns'>): Returns['proof'] {
  switch (phrase) {
    case 'returns.needReceiptAndCard':
      return ['receipt', 'card'];
    case 'returns.needReceipt':
      return ['receipt'];
    case 'returns.needCard':
      return ['card'];
    default:
      return [];
  }
}
