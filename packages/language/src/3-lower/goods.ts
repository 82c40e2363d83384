import type { GoodsTest, Program } from '@laurel/engine/program';
import type { Model } from '../2-check/model.ts';
import type { Sentence } from '../phrases/book.ts';
import type { Locate } from './calendar.ts';

export function lowerGoods(model: Model, locate: Locate): Program['goods'] {
  return model.goods.map(({ name, sentences, section }) => ({
    name,
    all: sentences.flatMap(lowerTest),
    except: sentences.flatMap((sentence) => (sentence.phrase === 'goods.except' ? sentence.slots.goods : [])),
    at: locate(section.headerLine.span),
  }));
}

function lowerTest(sentence: Sentence<'goods'>): GoodsTest[] {
  switch (sentence.phrase) {
    case 'goods.class':
      return [{ kind: 'priceClass', in: [...sentence.slots.classes] }];
    case 'goods.category':
      return [{ kind: 'category', in: [...sentence.slots.names] }];
    case 'goods.brand':
      return [{ kind: 'brand', in: [...sentence.slots.names] }];
    case 'goods.item':
      return [{ kind: 'item', in: [...sentence.slots.names] }];
    case 'goods.except':
      return [];
  }
}
