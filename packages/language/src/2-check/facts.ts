import type { FactKind } from '@laurel/engine/program';
import type { IdIn, NodeOf, Sentence } from '../phrases/book.ts';
import { type Problem, problem } from '../problem.ts';
import type { Model } from './model.ts';
import { conditionLeaves } from './slots-of.ts';

/** Facts of members are asked for as what they are. */
export function checkFacts(model: Model): Problem[] {
  const kinds = new Map(model.member.flatMap(({ sentences }) => sentences.flatMap(declared)));
  const leaves = [...model.rule, ...model.benefit].flatMap(({ sentences }) =>
    sentences.flatMap((sentence) =>
      sentence.phrase === 'only.if' || sentence.phrase === 'benefit.when'
        ? conditionLeaves(sentence.slots.condition)
        : [],
    ),
  );
  const about = model.member.flatMap(({ sentences }) =>
    sentences.filter((sentence) => sentence.phrase === 'member.messages'),
  );
  return [...leaves, ...about].flatMap((leaf) => {
    const wanted = wantedBy(leaf);
    if (wanted === null || !('fact' in leaf.slots)) return [];
    const kind = kinds.get(leaf.slots.fact);
    // What is not declared has its problem already.
    if (kind === undefined || wanted.includes(kind)) return [];
    return [problem('not-such-a-fact', leaf.span, { of: 'member', name: leaf.slots.fact, kind, wanted })];
  });
}

const KINDS = {
  'fact.yesNo': 'yesNo',
  'fact.text': 'text',
  'fact.number': 'number',
  'fact.date': 'date',
  'fact.texts': 'texts',
  'fact.dates': 'dates',
} as const satisfies Readonly<Record<Exclude<IdIn<'member'>, 'member.messages'>, FactKind>>;

/** The fact that a sentence declares, and what it is; none, if it is about one. */
export function declared({ phrase, slots }: Sentence<'member'>): [name: string, kind: FactKind][] {
  return phrase === 'member.messages' ? [] : [[slots.fact, KINDS[phrase]]];
}

function wantedBy({ phrase }: NodeOf<IdIn<'Condition'>> | Sentence<'member'>): readonly FactKind[] | null {
  switch (phrase) {
    case 'member.messages':
    case 'if.says':
      return ['yesNo'];
    case 'if.factText':
      return ['text', 'texts'];
    case 'if.factNumber':
      return ['number'];
    case 'if.factDay':
    case 'if.factAnniversary':
      return ['date', 'dates'];
    default:
      return null;
  }
}
