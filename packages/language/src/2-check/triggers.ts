import type { IdIn, NodeOf, PhraseId, Sentence } from '../phrases/book.ts';
import { type Problem, problem } from '../problem.ts';
import type { Model, Part } from './model.ts';
import { conditionLeaves } from './slots-of.ts';

/** The sentences that say when a rule runs, where there is something to buy. */
const ON_PURCHASES: ReadonlySet<PhraseId> = new Set<IdIn<'rule'>>(['on.purchase', 'on.request']);
/** The same where nothing need be bought. */
const ELSEWHERE: readonly IdIn<'rule'>[] = [
  'on.visit',
  'on.visitOrPurchase',
  'on.joining',
  'on.birthday',
  'on.anniversary',
  'on.day',
  'on.dayAt',
  'on.calendar',
  'on.beforeRun',
  'on.periodStart',
  'on.periodEnd',
  'on.afterJoining',
  'on.afterFirstPurchase',
  'on.withoutPurchase',
];
/** On what members whom this one introduced buy. */
const REFERRALS: ReadonlySet<PhraseId> = new Set<IdIn<'rule'>>(['on.referredFirst', 'on.referredPurchase']);
export const TRIGGERS: readonly PhraseId[] = [...ON_PURCHASES, ...ELSEWHERE, ...REFERRALS];

/** What the referrer gets. */
export const FOR_REFERRERS: readonly PhraseId[] = [
  'give.referrer',
  'give.referrerRate',
  'give.referrerShare',
  'give.referrerGift',
  'give.referrerCash',
];

/** What a rule does, and what it asks for, that there is only on a purchase. */
const BUYING: ReadonlySet<PhraseId> = new Set<IdIn<'rule'>>([
  'give.rate',
  'give.goods',
  'give.full',
  'give.fullGoods',
  'give.share',
  'give.item',
  'give.itemGoods',
  'give.giftFull',
  'give.couponFull',
  'give.storedValueFull',
  'give.storedValueShare',
  'give.voucherFull',
  'give.voucherShare',
  'give.cashFull',
  'give.cashShare',
  'multiply.all',
  'multiply.goods',
  'pay.goods',
  'pay.tier',
  'pay.tierGoods',
  'pay.only',
  'pay.all',
  'staff.goods',
  'staff.all',
]);
/** What a rule gives the member itself. */
const FOR_MEMBERS: ReadonlySet<PhraseId> = new Set<PhraseId>([
  ...BUYING,
  'give.fixed',
  'give.gift',
  'give.coupon',
  'give.storedValue',
  'give.voucher',
  'give.cash',
]);
const BOUGHT: ReadonlySet<PhraseId> = new Set<IdIn<'Condition'>>(['if.paid', 'if.listPrice', 'if.basket']);
/** What counts a purchase that is being made. */
const WITH_THIS: ReadonlySet<PhraseId> = new Set<IdIn<'Condition'>>([
  'if.spendWith',
  'if.spendOnWith',
  'if.purchasesWith',
]);

/** A rule that does not wait for a purchase has no purchase to price, to measure or to look into. */
export function checkTriggers(model: Model): Problem[] {
  return [
    ...model.rule.flatMap((part) => [...needsPurchase(part), ...forReferrers(part), ...part.sentences.flatMap(noTime)]),
    ...model.benefit.flatMap(usedWithoutPurchase),
  ];
}

/** A benefit is used by itself. */
function usedWithoutPurchase({ name, sentences }: Part<'benefit'>): Problem[] {
  return sentences
    .flatMap((sentence) => (sentence.phrase === 'benefit.when' ? conditionLeaves(sentence.slots.condition) : []))
    .filter(({ phrase }) => BOUGHT.has(phrase) || WITH_THIS.has(phrase))
    .map(({ span }) => problem('needs-a-purchase', span, { name, kind: 'benefit' }));
}

/** What referred members buy gives something to the referrer and to nobody else; nothing else has a referrer. */
function forReferrers({ name, sentences }: Part<'rule'>): Problem[] {
  const trigger = sentences.find(({ phrase }) => REFERRALS.has(phrase));
  const wrong = sentences.filter(({ phrase }) =>
    trigger === undefined ? FOR_REFERRERS.includes(phrase) : FOR_MEMBERS.has(phrase),
  );
  const others = trigger === undefined ? [] : [{ role: 'other', span: trigger.span } as const];
  const params = { rule: name, onReferral: trigger !== undefined };
  return wrong.map(({ span }) => problem('for-the-referrer', span, params, { others }));
}

function needsPurchase({ name, sentences }: Part<'rule'>): Problem[] {
  const trigger = sentences.find(({ phrase }) => REFERRALS.has(phrase) || ELSEWHERE.some((id) => id === phrase));
  if (trigger === undefined || sentences.some(({ phrase }) => ON_PURCHASES.has(phrase))) return [];
  const isReferral = REFERRALS.has(trigger.phrase);
  const leaves = sentences.flatMap((sentence) =>
    sentence.phrase === 'only.if' ? conditionLeaves(sentence.slots.condition) : [],
  );
  const found: readonly (Sentence<'rule'> | NodeOf<IdIn<'Condition'>>)[] = [
    ...sentences.filter(({ phrase }) => BUYING.has(phrase) && !isReferral),
    // What a referred member paid is told to the referrer, and nothing else of the purchase.
    ...leaves.filter(({ phrase }) => BOUGHT.has(phrase) && !(isReferral && phrase === 'if.paid')),
  ];
  const others = [{ role: 'other', span: trigger.span } as const];
  return found.map(({ span }) => problem('needs-a-purchase', span, { name, kind: 'rule' }, { others }));
}

/** Waiting for no time at all. */
function noTime(sentence: Sentence<'rule'>): Problem[] {
  switch (sentence.phrase) {
    case 'on.afterJoining':
    case 'on.afterFirstPurchase':
    case 'on.withoutPurchase':
      return sentence.slots.span.count === 0 ? [problem('not-positive', sentence.at.span, { text: '0' })] : [];
    default:
      return [];
  }
}
