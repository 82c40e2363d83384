import { phrase } from './phrase.ts';

export const settingPhrases = {
  'setting.header': phrase({
    in: 'header',
    en: 'setting {name:NewName}:',
    zh: '参数{name:NewName}：',
    doc: [
      'A named value that can be turned without touching the rules that use it.',
      '可单独调整的数值，规则里用名称引用。',
    ],
  }),
  'setting.number': phrase({
    in: 'setting',
    en: '{value:Number}, from {least:Number} to {most:Number}',
    zh: '{value:Number}，可调{least:Number}至{most:Number}',
    doc: ['A plain number with its range.', '普通数字及可调范围。'],
  }),
  'setting.points': phrase({
    in: 'setting',
    en: '{value:Points}, from {least:Points} to {most:Points}',
    zh: '{value:Points}，可调{least:Points}至{most:Points}',
    doc: ['A number of points with its range.', '积分数及可调范围。'],
  }),
  'setting.money': phrase({
    in: 'setting',
    en: '{value:Money}, from {least:Money} to {most:Money}',
    zh: '{value:Money}，可调{least:Money}至{most:Money}',
    doc: ['An amount of money with its range.', '金额及可调范围。'],
  }),
  'setting.share': phrase({
    in: 'setting',
    en: '{value:Share}, from {least:Share} to {most:Share}',
    zh: '{value:Share}，可调{least:Share}至{most:Share}',
    doc: ['A percentage with its range: of a price, what is paid.', '百分比及可调范围；用于价格时，指实际支付的部分。'],
  }),
} as const;
