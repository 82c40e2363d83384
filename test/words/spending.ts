import type { Refusal } from '@laurel/engine';
import type { Row } from './table.ts';

type SpendingCode =
  | 'no-rule-acts'
  | 'other-store'
  | 'wrong-store'
  | 'unknown-reward'
  | 'unknown-redemption'
  | 'below-minimum'
  | 'wrong-step'
  | 'must-cover-all'
  | 'more-than-share';

/** Why points and what they buy cannot be had. */
export const SPENDING_REFUSALS: {
  readonly [C in SpendingCode]: readonly Row<Extract<Refusal, { readonly code: C }>>[];
} = {
  'no-rule-acts': [
    [
      { code: 'no-rule-acts', why: 'cardNotShown' },
      'Nothing can be spent or used now: the card was not shown before paying.',
      '现在不能使用：付款前未出示会员卡。',
    ],
  ],
  'other-store': [
    [
      { code: 'other-store', store: 'south', issued: 'north' },
      'Points are spent in the store that issued the card, "north", and this is store "south"; spend them there.',
      '积分须在发卡门店「north」使用，本次是「south」；请到发卡门店使用。',
    ],
    [
      { code: 'other-store', store: null, issued: 'north' },
      'Points are spent in the store that issued the card, "north", and this event names no store; spend them there.',
      '积分须在发卡门店「north」使用，本次未注明门店；请到发卡门店使用。',
    ],
    [
      { code: 'other-store', store: 'south', issued: null },
      'Points are spent in the store that issued the card, and nobody said which one did; tell it as the `store` of a profile event.',
      '积分须在发卡门店使用，而发卡门店未登记；请用资料事件的`store`补登。',
    ],
  ],
  'wrong-store': [
    [
      { code: 'wrong-store', store: 'south', stores: ['north', 'Cinema'] },
      'It can be had only in "north" or "Cinema", and this is store "south"; go there for it.',
      '仅限「north」、「Cinema」，本次是「south」；请到上述门店办理。',
    ],
    [
      { code: 'wrong-store', store: null, stores: ['north'] },
      'It can be had only in "north", and this event names no store; go there for it.',
      '仅限「north」，本次未注明门店；请到上述门店办理。',
    ],
  ],
  'unknown-reward': [
    [
      { code: 'unknown-reward', reward: 'Hat', known: ['Umbrella'] },
      'There is no reward "Hat"; there is "Umbrella".',
      '没有名为「Hat」的兑换；现有「Umbrella」。',
    ],
    [
      { code: 'unknown-reward', reward: 'Hat', known: [] },
      'There is no reward "Hat": the program has no rewards.',
      '没有名为「Hat」的兑换：本方案没有兑换。',
    ],
  ],
  'unknown-redemption': [
    [
      { code: 'unknown-redemption', redemption: 'r1' },
      'There is no redemption "r1" that could be taken back: it never was, was taken back before, or the time for it is over.',
      '没有可撤销的兑换「r1」：从未有过、已经撤销，或已过撤销期。',
    ],
  ],
  'below-minimum': [
    [
      { code: 'below-minimum', wallet: 'points', available: 990, least: 1000 },
      'Points can be spent from 1,000 points on, and there are 990 points: 10 points short.',
      '满1000积分方可使用，现有990积分，还差10积分。',
    ],
  ],
  'wrong-step': [
    [
      { code: 'wrong-step', wallet: 'points', amount: 5000, step: 2000, per: 1000 },
      '1,000 points pay ¥20.00 at a time, which ¥50.00 is no multiple of; let them pay ¥40.00 or ¥60.00.',
      '每次以1000积分抵20元，50元不是它的整数倍；请改抵40元或60元。',
    ],
    [
      { code: 'wrong-step', wallet: 'Miles', amount: 500, step: 2000, per: 1000 },
      '1,000 "Miles" pay ¥20.00 at a time, which ¥5.00 is no multiple of; let them pay ¥20.00.',
      '每次以1000「Miles」抵20元，5元不是它的整数倍；请改抵20元。',
    ],
  ],
  'must-cover-all': [
    [
      { code: 'must-cover-all', wallet: 'points', amount: 2000, due: 5800 },
      'Points pay the whole amount or nothing of it: ¥58.00 is due, and points are to pay ¥20.00.',
      '积分须付清全额，否则不能使用：应付58元，积分只付20元。',
    ],
  ],
  'more-than-share': [
    [
      { code: 'more-than-share', wallet: 'points', amount: 4000, most: 2000 },
      'Points can pay at most ¥20.00 of this purchase, not ¥40.00; settle the rest in another way.',
      '本单积分最多可抵20元，不能抵40元；其余请改用其他付款方式。',
    ],
  ],
};
