import type { IdIn, NodeOf, Sentence } from '../phrases/book.ts';
import { type Problem, problem, type ValueKind } from '../problem.ts';
import type { Model, Part } from './model.ts';
import { isFor } from './rule-roles.ts';
import { wrongThreshold } from './threshold.ts';

/** Awards go by what was measured when the rule runs: their units are the measure's, and no purchase is under way then. */
export function checkAwards(model: Model): Problem[] {
  return model.rule.flatMap((part) => [...wrongUnits(part, model), ...onAPurchase(part)]);
}

type MeasuredNode = NodeOf<IdIn<'Measured'>>;

const KINDS: Readonly<Record<MeasuredNode['phrase'], ValueKind>> = {
  'measured.spend': 'money',
  'measured.spendOn': 'money',
  'measured.purchases': 'number',
  'measured.visits': 'number',
  'measured.points': 'points',
  'measured.unspent': 'points',
  'measured.events': 'number',
  'measured.eventSum': 'number',
};

function wrongUnits({ sentences }: Part<'rule'>, model: Model): Problem[] {
  const graded = sentences.find((sentence) => sentence.phrase === 'award.graded');
  return sentences.flatMap((sentence) => {
    const { slots } = sentence;
    if ('step' in slots && 'step' in sentence.at) {
      return wrongThreshold(slots.step, sentence.at.step, KINDS[slots.measured.phrase], model);
    }
    if (graded?.phrase !== 'award.graded' || !isBand(sentence)) return [];
    return wrongThreshold(sentence.slots.from, sentence.at.from, KINDS[graded.slots.measured.phrase], model);
  });
}

function isBand(sentence: Sentence<'rule'>): sentence is Extract<Sentence<'rule'>, { phrase: `band.${string}` }> {
  return isFor(sentence.phrase, 'band');
}

/** A window is not over while somebody buys; what a purchase itself brings is said of the purchase. */
function onAPurchase({ name, sentences }: Part<'rule'>): Problem[] {
  const trigger = sentences.find(
    ({ phrase }) => isFor(phrase, 'on purchases', 'on referrals') || phrase === 'on.visitOrPurchase',
  );
  if (trigger === undefined) return [];
  const others = [{ role: 'other', span: trigger.span } as const];
  return sentences
    .filter(({ phrase }) => isFor(phrase, 'award', 'grading'))
    .map(({ span }) => problem('award-on-a-purchase', span, { rule: name }, { others }));
}
