import type { Refusal } from '@laurel/engine';
import type { Row } from './table.ts';

type BenefitCode = 'unknown-benefit' | 'not-entitled' | 'used-up';

const at = { line: 1, start: 0, end: 1 };
const wednesdays = { kind: 'weekday' as const, in: [3], at };

/** Why benefits cannot be used. */
export const BENEFIT_REFUSALS: {
  readonly [C in BenefitCode]: readonly Row<Extract<Refusal, { readonly code: C }>>[];
} = {
  'unknown-benefit': [
    [
      { code: 'unknown-benefit', benefit: 'Sauna', known: ['Parking', 'Care'] },
      'There is no benefit "Sauna"; there is "Parking" and "Care".',
      '没有名为「Sauna」的权益；现有「Parking」、「Care」。',
    ],
    [
      { code: 'unknown-benefit', benefit: 'Sauna', known: [] },
      'There is no benefit "Sauna": the program has no benefits.',
      '没有名为「Sauna」的权益：本方案没有权益。',
    ],
  ],
  'not-entitled': [
    [
      {
        code: 'not-entitled',
        benefit: 'Care',
        failed: [
          {
            condition: wednesdays,
            negated: false,
            actual: { kind: 'weekday', weekday: 5 },
            nearest: { kind: 'onDate', date: '2026-05-13' },
          },
        ],
      },
      '"Care" cannot be used now: it was a Friday, and the rule is for Wednesday; the next such day is 13 May 2026.',
      '现在不能使用「Care」：当日为星期五，该规则限星期三，下一个适用日为2026年5月13日。',
    ],
    [
      {
        code: 'not-entitled',
        benefit: 'Care',
        failed: [
          { condition: wednesdays, negated: true, actual: { kind: 'weekday', weekday: 3 }, nearest: null },
          {
            condition: { kind: 'birthday', within: 'month', at },
            negated: false,
            actual: { kind: 'birthdayUnknown' },
            nearest: { kind: 'tellBirthday' },
          },
        ],
      },
      '"Care" cannot be used now: (1) it was a Wednesday, and the rule leaves out Wednesday. (2) the member\'s birthday is not known; enter it, and the rule can act when the day comes.',
      '现在不能使用「Care」：（1）当日为星期三，该规则不含星期三；（2）未登记会员生日，补登后到时即可适用。',
    ],
    [
      { code: 'not-entitled', benefit: 'Care', failed: [] },
      '"Care" cannot be used now: its limit counts by the member\'s birthday, which is not known; enter it, and it can be used.',
      '现在不能使用「Care」：次数按会员生日计，但未登记会员生日，补登后即可使用。',
    ],
  ],
  'used-up': [
    [
      { code: 'used-up', benefit: 'Health check', per: 'membershipYear', of: 1, left: 0, again: '2027-01-02' },
      '"Health check" can be used once per membership year, and has been; the count starts again on 2 January 2027.',
      '「Health check」每个会员年度限一次，已用完，2027年1月2日起重新计次。',
    ],
    [
      { code: 'used-up', benefit: 'Care', per: 'year', of: 3, left: 1, again: '2027-01-01' },
      '"Care" can be used 3 times per year, and 1 is left; the count starts again on 1 January 2027.',
      '「Care」每年限3次，只余一次，2027年1月1日起重新计次。',
    ],
    [
      { code: 'used-up', benefit: 'Care', per: 'lifetime', of: 5, left: 2, again: null },
      '"Care" can be used 5 times per member, and 2 are left.',
      '「Care」每位会员限5次，只余两次。',
    ],
  ],
};
