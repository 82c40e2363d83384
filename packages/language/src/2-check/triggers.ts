import type { IdIn, NodeOf, PhraseId, Sentence } from '../phrases/book.ts';
import { type Problem, problem } from '../problem.ts';
import type { Model, Part } from './model.ts';
import { isFor, PRICING, type RuleRole } from './rule-roles.ts';
import { conditionLeaves } from './slots-of.ts';

/** What a rule does that there is only on a purchase. */
const BUYING: readonly RuleRole[] = ['points bought', 'handed bought', ...PRICING, 'off cap'];
/** What a rule asks for that there is only on a purchase. */
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
  const trigger = sentences.find(({ phrase }) => isFor(phrase, 'on referrals'));
  const wrong = sentences.filter(({ phrase }) =>
    trigger === undefined
      ? isFor(phrase, 'referrer points', 'referrer handed')
      : isFor(phrase, 'points', 'handed', ...BUYING),
  );
  const others = trigger === undefined ? [] : [{ role: 'other', span: trigger.span } as const];
  const params = { rule: name, onReferral: trigger !== undefined };
  return wrong.map(({ span }) => problem('for-the-referrer', span, params, { others }));
}

function needsPurchase({ name, sentences }: Part<'rule'>): Problem[] {
  const trigger = sentences.find(({ phrase }) => isFor(phrase, 'on referrals', 'on occasions'));
  if (trigger === undefined || sentences.some(({ phrase }) => isFor(phrase, 'on purchases'))) return [];
  const isReferral = isFor(trigger.phrase, 'on referrals');
  const leaves = sentences.flatMap((sentence) =>
    sentence.phrase === 'only.if' ? conditionLeaves(sentence.slots.condition) : [],
  );
  const found: readonly (Sentence<'rule'> | NodeOf<IdIn<'Condition'>>)[] = [
    ...sentences.filter(({ phrase }) => isFor(phrase, ...BUYING) && !isReferral),
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
