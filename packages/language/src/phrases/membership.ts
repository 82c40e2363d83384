import { phrase } from './phrase.ts';

export const membershipPhrases = {
  'membership.header': phrase({
    in: 'header',
    en: 'membership:',
    zh: '会员资格：',
    doc: ['How one becomes a member and what membership asks for.', '如何入会以及会员须知。'],
  }),
  'join.application': phrase({
    in: 'membership',
    en: 'join on application',
    zh: '申请入会',
    doc: ['Whoever applies becomes a member.', '申请即可入会。'],
  }),
  'join.effect': phrase({
    in: 'membership',
    en: 'takes effect {delay:Duration} after joining',
    zh: '入会{delay:Duration}后生效',
    doc: [
      'Until then purchases earn nothing and get no member price. Hours run on the clock; days end at midnight.',
      '生效前的消费不积分、不享会员价。小时按实际时长，天数以当日零点为界。',
    ],
  }),
  'join.cardShown': phrase({
    in: 'membership',
    en: 'the card must be shown before paying',
    zh: '付款前须出示会员卡',
    doc: [
      'A purchase without the card earns nothing and gets no member price.',
      '未出示会员卡的消费不积分、不享会员价。',
    ],
  }),
} as const;
