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
    alsoEn: ['join by signing up'],
    alsoZh: ['注册即入会', '注册即成为会员', '免费办卡'],
    doc: ['Whoever applies becomes a member.', '申请即可入会。'],
  }),
  'join.purchase': phrase({
    in: 'membership',
    en: 'join on the first purchase from {money:Money}',
    zh: '首次消费满{money:Money}即入会',
    alsoZh: ['首次购物满{money:Money}即成为会员'],
    doc: [
      'The first purchase of at least so much makes the customer a member, from the next purchase on.',
      '首次有一笔消费满此金额，顾客即成为会员，自下一笔消费起享受会员待遇。',
    ],
  }),
  'join.spend': phrase({
    in: 'membership',
    en: 'join when the spend reaches {money:Money} in all',
    zh: '累计消费满{money:Money}即成为会员',
    alsoZh: ['累计消费满{money:Money}即入会', '累计消费达{money:Money}即成为会员'],
    doc: [
      'The purchase with which everything spent so far, less returns, reaches the amount makes the customer a member.',
      '自首次消费起累计（扣除退货）达到此金额，顾客即成为会员。',
    ],
  }),
  'join.vouchersApart': phrase({
    in: 'membership',
    en: 'amounts paid with shopping vouchers do not count towards joining',
    zh: '购物券支付部分不计入入会消费',
    alsoZh: ['购物券支付部分不计入办卡金额'],
    doc: [
      'Only what is paid in other ways makes a member. This is so even where the file does not say it.',
      '只有其他方式支付的金额计入入会消费；不写也如此。',
    ],
  }),
  'join.vouchersToo': phrase({
    in: 'membership',
    en: 'amounts paid with shopping vouchers count towards joining',
    zh: '购物券支付部分计入入会消费',
    doc: ['What is paid with vouchers makes a member like any other payment.', '用购物券支付的部分同样计入入会消费。'],
  }),
  'join.identity': phrase({
    in: 'membership',
    en: 'one membership per identity document',
    zh: '一证一卡',
    alsoZh: ['一个证件只办一张会员卡'],
    doc: [
      'Who applies shows a document, and a document that already has a membership cannot have another.',
      '申请入会须出示证件，每个证件只能办一张卡。',
    ],
  }),
  'join.referred': phrase({
    in: 'membership',
    en: 'a referred customer has the same rights',
    zh: '经介绍入会的顾客享有同等权益',
    alsoZh: ['被介绍人享有同等会员权益'],
    doc: [
      'A customer introduced by a member is a member like any other. This is so even where the file does not say it.',
      '经会员介绍入会的顾客与其他会员待遇相同；不写也如此。',
    ],
  }),
  'card.personal': phrase({
    in: 'membership',
    en: 'the membership cannot be passed on',
    zh: '会员卡不得转让',
    alsoZh: ['会员资格不得转让'],
    doc: [
      'Neither the membership nor its points go over to another account. This is so even where the file does not say it.',
      '会员资格及其积分不得转到其他账户；不写也如此。',
    ],
  }),
  'card.notReplaced': phrase({
    in: 'membership',
    en: 'a lost card is not replaced',
    zh: '会员卡遗失不补',
    alsoZh: ['遗失不补'],
    doc: ['A member who has lost the card gets no new one.', '会员卡遗失后不予补办。'],
  }),
  'card.replaced': phrase({
    in: 'membership',
    en: 'a lost card is replaced after an identity check',
    zh: '会员卡遗失可凭证件补办',
    alsoZh: ['遗失可凭证件补办'],
    doc: [
      'Staff check the member’s document; the new card has the same balance and history.',
      '核验会员证件后补办，余额和记录照旧。',
    ],
  }),
  'end.belowJoining': phrase({
    in: 'membership',
    en: 'end the membership if a return brings the joining purchase below {money:Money}',
    zh: '退货使入会消费低于{money:Money}时，取消会员资格',
    alsoEn: ['end the membership if a return or an exchange brings the joining purchase below {money:Money}'],
    alsoZh: ['退换货使入会消费低于{money:Money}时，取消会员资格'],
    doc: [
      'What counts is what is left of the purchase that made the member; exchanges count like returns.',
      '以入会那笔消费退换货后所余的金额为准。',
    ],
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
  'member.dormant': phrase({
    in: 'membership',
    en: 'a membership is dormant after {span:Duration} without a purchase',
    zh: '连续{span:Duration}无消费，会员资格休眠',
    alsoEn: ['dormant after {span:Duration} without a purchase'],
    alsoZh: ['{span:Duration}无消费，会员资格休眠'],
    doc: [
      'It sleeps when the last of these days is over, and the next purchase wakes it: that is a member’s purchase again. Who has not bought yet counts from joining.',
      '最后一天结束仍无消费即休眠；下次消费即恢复，该笔按会员消费计。尚未消费的，自入会起算。',
    ],
  }),
} as const;
