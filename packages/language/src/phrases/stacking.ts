import { phrase } from './phrase.ts';

export const stackingPhrases = {
  'stacking.header': phrase({
    in: 'header',
    en: 'if several apply:',
    zh: '同时适用时：',
    doc: ['What happens when several rules meet on one purchase.', '同一单适用多条规则时怎么办。'],
  }),
  'stack.highest': phrase({
    in: 'stacking',
    en: 'multipliers: use the highest',
    zh: '多个倍数：取最高',
    doc: ['Only the highest multiplier counts.', '只按最高倍数计。'],
  }),
  'stack.add': phrase({
    in: 'stacking',
    en: 'multipliers: add them',
    zh: '多个倍数：相加',
    doc: [
      'Each multiplier adds what it gives above the base: 2 and 3 make 4.',
      '各倍数的增加部分相加：2倍和3倍合为4倍。',
    ],
  }),
  'stack.multiply': phrase({
    in: 'stacking',
    en: 'multipliers: multiply them',
    zh: '多个倍数：相乘',
    doc: ['2 and 3 make 6.', '2倍和3倍合为6倍。'],
  }),
  'stack.floor': phrase({
    in: 'stacking',
    en: 'no price below {share:Share} of the list price',
    zh: '任何价格不低于{share:Share}',
    alsoEn: ['never below {share:Share} of the list price'],
    alsoZh: ['折后不低于{share:Share}'],
    doc: [
      'No price, nor any amount off, brings an item below this share of its list price; what staff set has bounds of its own.',
      '各项价格与减额都不使单件低于原价的该折扣；店员定价另有范围。',
    ],
  }),
  'stack.floorGoods': phrase({
    in: 'stacking',
    en: 'no price of {goods:GoodsName} below {share:Share} of the list price',
    zh: '{goods:GoodsName}任何价格不低于{share:Share}',
    alsoZh: ['{goods:GoodsName}折后不低于{share:Share}'],
    doc: ['The same, for these goods.', '同上，限这些商品。'],
  }),
  'stack.lowest': phrase({
    in: 'stacking',
    en: 'prices: use the lowest, item by item',
    zh: '多个价格：逐件取最低',
    doc: ['Each item gets the lowest of the prices that apply to it.', '每件商品取适用价格中最低的一个。'],
  }),
} as const;
