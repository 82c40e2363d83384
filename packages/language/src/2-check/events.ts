import type { EventFactKind } from '@laurel/engine/program';
import type { IdIn, NodeOf, PhraseId, Sentence } from '../phrases/book.ts';
import { type Problem, problem } from '../problem.ts';
import type { Model, Part } from './model.ts';
import { type AnyNode, conditionLeaves, nodesIn } from './slots-of.ts';

/** What is asked of a declared event is told by that event, and is asked for as what it is. */
export function checkEvents(model: Model): Problem[] {
  const events: Events = new Map(model.event.map((part) => [part.name, factsOf(part)]));
  const atHand = [
    ...model.rule.flatMap((part) => ofRule(part, events)),
    ...model.benefit.flatMap(({ name, sentences }) =>
      sentences
        .flatMap((sentence) => (sentence.phrase === 'benefit.when' ? leavesAtHand(sentence.slots.condition) : []))
        .map(({ slots, span }) => problem('no-such-event-fact', span, { name, fact: slots.fact, event: null })),
    ),
  ];
  const sums = [...model.rule, ...model.benefit, ...model.tiers]
    .flatMap(({ sentences }) => sentences.flatMap((sentence: AnyNode) => nodesIn(sentence)))
    .flatMap((node) => {
      if (!isSum(node)) return [];
      const { event, fact } = node.slots;
      return ofEvent({ fact, event, wanted: 'number', span: node.span, name: null }, events);
    });
  return [...atHand, ...sums];
}

function isSum(node: AnyNode): node is NodeOf<'if.eventSum' | 'measured.eventSum' | 'tiers.countEventSum'> {
  return ['if.eventSum', 'measured.eventSum', 'tiers.countEventSum'].includes(node.phrase);
}

type Events = ReadonlyMap<string, ReadonlyMap<string, EventFactKind>>;

const KINDS = {
  'event.number': 'number',
  'event.text': 'text',
  'event.date': 'date',
  'event.yesNo': 'yesNo',
} as const satisfies Readonly<Record<IdIn<'event'>, EventFactKind>>;

/** The fact that a sentence of an event declares, and what it is. */
export function eventFact({ phrase, slots }: Sentence<'event'>): [name: string, kind: EventFactKind] {
  return [slots.fact, KINDS[phrase]];
}

function factsOf({ sentences }: Part<'event'>): ReadonlyMap<string, EventFactKind> {
  return new Map(sentences.map(eventFact));
}

const AT_HAND = {
  'if.eventNumber': 'number',
  'if.eventText': 'text',
  'if.eventYes': 'yesNo',
  'give.perFact': 'number',
} as const satisfies Partial<Record<PhraseId, EventFactKind>>;
type AtHand = NodeOf<keyof typeof AT_HAND>;

function isAtHand(node: AnyNode): node is AtHand {
  return Object.hasOwn(AT_HAND, node.phrase);
}

function nodesOf(condition: Parameters<typeof conditionLeaves>[0]): readonly AnyNode[] {
  return conditionLeaves(condition);
}

function leavesAtHand(condition: Parameters<typeof conditionLeaves>[0]): AtHand[] {
  return nodesOf(condition).filter(isAtHand);
}

/** The event at hand is the one that the rule waits for. */
function ofRule({ name, sentences }: Part<'rule'>, events: Events): Problem[] {
  const trigger = sentences.find((sentence) => sentence.phrase === 'on.event');
  const asked = sentences.flatMap((sentence) => nodesIn(sentence).filter(isAtHand));
  return asked.flatMap((node) => {
    const { fact } = node.slots;
    if (trigger === undefined) return [problem('no-such-event-fact', node.span, { name, fact, event: null })];
    const asks = { fact, event: trigger.slots.event, wanted: AT_HAND[node.phrase], span: node.span, name };
    return ofEvent(asks, events);
  });
}

interface Asked {
  readonly fact: string;
  readonly event: string;
  readonly wanted: EventFactKind;
  readonly span: AtHand['span'];
  /** The rule that asks; null: whatever asks names the event itself. */
  readonly name: string | null;
}

function ofEvent({ fact, event, wanted, span, name }: Asked, events: Events): Problem[] {
  const facts = events.get(event);
  const isDeclared = [...events.values()].some((each) => each.has(fact));
  // Names that the file does not have have their problem already.
  if (facts === undefined || !isDeclared) return [];
  const kind = facts.get(fact);
  if (kind === undefined) return [problem('no-such-event-fact', span, { name, fact, event })];
  return kind === wanted ? [] : [problem('not-such-a-fact', span, { of: 'event', name: fact, kind, wanted: [wanted] })];
}
