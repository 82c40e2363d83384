import { phrase } from './phrase.ts';

/** What a rule takes off a purchase as a whole. */
export const amountOffPhrases = {
  'off.plain': phrase({
    in: 'rule',
    en: 'take {amount:Money} off the purchase',
    zh: '全单减{amount:Money}',
    alsoEn: ['take {amount:Money} off'],
    alsoZh: ['立减{amount:Money}', '减{amount:Money}'],
    doc: [
      'An amount off, after all prices; it is shared over the items in proportion, and none falls below zero.',
      '各项价格确定之后减去的金额，按比例分摊到各件，任何一件不低于零。',
    ],
  }),
  'off.from': phrase({
    in: 'rule',
    en: 'take {amount:Money} off a purchase of {from:Money} or more',
    zh: '满{from:Money}减{amount:Money}',
    alsoZh: ['全单满{from:Money}减{amount:Money}', '满{from:Yuan}减{amount:Yuan}'],
    doc: [
      'Once, when the prices come to so much before anything is taken off. Of several such sentences of one rule only the highest counts.',
      '价格合计（减额之前）达到此数时减一次；同一规则写有几档，只按最高一档。',
    ],
  }),
  'off.each': phrase({
    in: 'rule',
    en: 'take {amount:Money} off for every full {from:Money}',
    zh: '每满{from:Money}减{amount:Money}',
    alsoZh: ['全单每满{from:Money}减{amount:Money}', '每满{from:Yuan}减{amount:Yuan}'],
    doc: [
      'For each whole amount that the prices come to before anything is taken off.',
      '价格合计（减额之前）每满一份减一次。',
    ],
  }),
  'off.most': phrase({
    in: 'rule',
    en: 'take at most {most:Money} off a purchase',
    zh: '每单最多减{most:Money}',
    alsoZh: ['最高减{most:Money}'],
    doc: ['The most that the amounts off of this rule take off one purchase.', '本规则每单减额以此为限。'],
  }),
} as const;
