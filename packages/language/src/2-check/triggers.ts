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
export const TRIGGERS: readonly PhraseId[] = [...ON_PURCHASES, ...ELSEWHERE];

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
    ...model.rule.flatMap((part) => [...needsPurchase(part), ...part.sentences.flatMap(noTime)]),
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

function needsPurchase({ name, sentences }: Part<'rule'>): Problem[] {
  const trigger = sentences.find(({ phrase }) => ELSEWHERE.some((id) => id === phrase));
  if (trigger === undefined || sentences.some(({ phrase }) => ON_PURCHASES.has(phrase))) return [];
  const leaves = sentences.flatMap((sentence) =>
    sentence.phrase === 'only.if' ? conditionLeaves(sentence.slots.condition) : [],
  );
  const found: readonly (Sentence<'rule'> | NodeOf<IdIn<'Condition'>>)[] = [
    ...sentences.filter(({ phrase }) => BUYING.has(phrase)),
    ...leaves.filter(({ phrase }) => BOUGHT.has(phrase)),
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
