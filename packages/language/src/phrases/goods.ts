import { phrase } from './phrase.ts';

export const goodsPhrases = {
  'goods.header': phrase({
    in: 'header',
    en: 'goods {name:NewName}:',
    zh: '商品{name:NewName}：',
    doc: ['A named set of goods; every sentence under it must fit.', '一组有名称的商品；下列各条须同时满足。'],
  }),
  'goods.class': phrase({
    in: 'goods',
    en: 'price class is {classes:PriceClasses}',
    zh: '价格类别为{classes:PriceClasses}',
    alsoZh: ['价格类别是{classes:PriceClasses}'],
    doc: [
      'Goods by how they are priced today: regular, special, clearance or discounted.',
      '按价格类别：正价、特价、清货、折扣。',
    ],
  }),
  'goods.category': phrase({
    in: 'goods',
    en: 'category is {names:Texts}',
    zh: '品类为{names:Texts}',
    alsoZh: ['品类是{names:Texts}'],
    doc: ['Goods of these categories, as the till names them.', '按收银系统里的品类。'],
  }),
  'goods.brand': phrase({
    in: 'goods',
    en: 'brand is {names:Texts}',
    zh: '品牌为{names:Texts}',
    alsoZh: ['品牌是{names:Texts}'],
    doc: ['Goods of these brands.', '按品牌。'],
  }),
  'goods.item': phrase({
    in: 'goods',
    en: 'item is {names:Texts}',
    zh: '货号为{names:Texts}',
    alsoZh: ['货号是{names:Texts}'],
    doc: ['Single items by their number.', '按货号指定商品。'],
  }),
  'goods.except': phrase({
    in: 'goods',
    en: 'except {goods:GoodsNames}',
    zh: '不含{goods:GoodsNames}',
    alsoEn: ['all goods except {goods:GoodsNames}', 'everything except {goods:GoodsNames}'],
    alsoZh: ['除{goods:GoodsNames}外', '除{goods:GoodsNames}以外'],
    doc: ['Leaves other sets of goods out.', '排除其他商品组。'],
  }),
} as const;
