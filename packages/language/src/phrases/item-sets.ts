import { phrase } from './phrase.ts';

/** What items cost that are bought together, and prices for one whatever its list price. */
export const itemSetPhrases = {
  'pay.fixed': phrase({
    in: 'rule',
    en: 'each of {goods:GoodsName} costs {price:Money}',
    zh: '{goods:GoodsName}每件{price:Money}',
    alsoEn: ['every {goods:GoodsName} costs {price:Money}'],
    alsoZh: ['{goods:GoodsName}一口价{price:Money}'],
    doc: [
      'A fixed price for one of these goods, where it is below the list price.',
      '这些商品每件按此价付款（低于原价时）。',
    ],
  }),
  'set.nth': phrase({
    in: 'rule',
    en: 'pay {share:Share} for every {nth:Nth} item',
    zh: '第{nth:Nth}件享{share:Share}',
    alsoZh: ['第{nth:Nth}件{share:Share}', '第{nth:Nth}件打{share:Share}'],
    doc: [
      'Items are paired (or put in threes …), the dearest first, and the cheapest of each pays this share of its list price.',
      '由贵到贱两件（三件……）成组，每组最便宜的一件按原价的该折扣付款。',
    ],
  }),
  'set.nthGoods': phrase({
    in: 'rule',
    en: 'pay {share:Share} for every {nth:Nth} item of {goods:GoodsName}',
    zh: '{goods:GoodsName}第{nth:Nth}件享{share:Share}',
    alsoZh: ['{goods:GoodsName}第{nth:Nth}件{share:Share}', '{goods:GoodsName}第{nth:Nth}件打{share:Share}'],
    doc: ['The same, for these goods.', '同上，限这些商品。'],
  }),
  'set.payFor': phrase({
    in: 'rule',
    en: 'for every {bought:Items} items pay for {paid:Items}',
    zh: '每{bought:Items}件付{paid:Items}件',
    alsoEn: ['{bought:Items} for {paid:Items}'],
    alsoZh: ['买{bought:Items}付{paid:Items}'],
    doc: [
      'So many items are put together, the dearest first, and the cheapest of them are free.',
      '由贵到贱凑够件数为一组，每组最便宜的免费。',
    ],
  }),
  'set.payForGoods': phrase({
    in: 'rule',
    en: 'for every {bought:Items} items of {goods:GoodsName} pay for {paid:Items}',
    zh: '{goods:GoodsName}每{bought:Items}件付{paid:Items}件',
    alsoEn: ['{bought:Items} for {paid:Items} on {goods:GoodsName}'],
    alsoZh: ['{goods:GoodsName}买{bought:Items}付{paid:Items}'],
    doc: ['The same, for these goods.', '同上，限这些商品。'],
  }),
  'set.free': phrase({
    in: 'rule',
    en: 'buy {paid:Items}, get {free:Items} free',
    zh: '买{paid:Items}送{free:Items}',
    doc: [
      'Of so many items together, the dearest first, the cheapest are free: buy 2, get 1 free is 3 for 2.',
      '件数合计为一组，由贵到贱，最便宜的免费：买二送一即三件付两件。',
    ],
  }),
  'set.freeGoods': phrase({
    in: 'rule',
    en: 'buy {paid:Items} {goods:GoodsName}, get {free:Items} free',
    zh: '{goods:GoodsName}买{paid:Items}送{free:Items}',
    alsoZh: ['{goods:GoodsName}每买{paid:Items}件送{free:Items}件'],
    doc: ['The same, for these goods.', '同上，限这些商品。'],
  }),
  'set.any': phrase({
    in: 'rule',
    en: 'every {items:Items} items of {goods:GoodsName} cost {price:Money} together',
    zh: '{goods:GoodsName}每{items:Items}件{price:Money}',
    alsoZh: ['{goods:GoodsName}任选{items:Items}件{price:Money}'],
    doc: [
      'So many of these goods cost this together, the dearest first; what is left over costs what it costs.',
      '这些商品任选若干件共付此价，由贵到贱成组，余下的照常付款。',
    ],
  }),
  'set.together': phrase({
    in: 'rule',
    en: 'one {one:GoodsName} and one {other:GoodsName} cost {price:Money} together',
    zh: '{one:GoodsName}与{other:GoodsName}同购{price:Money}',
    alsoZh: ['{one:GoodsName}加{other:GoodsName}套装价{price:Money}'],
    doc: [
      'One of each costs this together, the dearest first; the price is shared over them in proportion to their list prices.',
      '各一件共付此价，由贵到贱配套，按原价比例分摊。',
    ],
  }),
  'set.with': phrase({
    in: 'rule',
    en: 'buy {items:Items} {goods:GoodsName} and one {other:GoodsName} at {share:Share}',
    zh: '每购{items:Items}件{goods:GoodsName}，{other:GoodsName}一件享{share:Share}',
    doc: [
      'For so many of the first goods, one of the others, the cheapest first, costs this share of its list price.',
      '每购满前者若干件，后者一件（由贱到贵）按原价的该折扣付款。',
    ],
  }),
  'delivery.free': phrase({
    in: 'rule',
    en: 'free delivery',
    zh: '包邮',
    alsoZh: ['免运费'],
    doc: [
      'Delivery costs nothing. It is an amount beside the goods, which earns nothing and does not come back with them.',
      '免收运费。运费在商品之外另计，不积分，也不随退货退还。',
    ],
  }),
  'delivery.freeFrom': phrase({
    in: 'rule',
    en: 'free delivery from {from:Money}',
    zh: '满{from:Money}包邮',
    alsoZh: ['满{from:Money}免运费'],
    doc: [
      'Delivery costs nothing when the prices come to so much before anything is taken off.',
      '价格合计（减额之前）达到此数，免收运费。',
    ],
  }),
} as const;
