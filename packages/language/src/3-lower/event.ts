import type { Effect, LeafCondition, Program } from '@laurel/engine/program';
import { eventFact } from '../2-check/events.ts';
import type { Model } from '../2-check/model.ts';
import type { NodeOf } from '../phrases/book.ts';
import type { Amounts } from './amount.ts';
import type { Locate } from './calendar.ts';

export function lowerEvents(model: Model, locate: Locate): Program['events'] {
  return model.event.map(({ name, sentences, section }) => ({
    name,
    facts: sentences.map((sentence) => {
      const [fact, kind] = eventFact(sentence);
      return { name: fact, kind, at: locate(sentence.span) };
    }),
    at: locate(section.headerLine.span),
  }));
}

/** A condition on what the event at hand tells. */
export function lowerEventFact(
  node: NodeOf<'if.eventNumber' | 'if.eventText' | 'if.eventYes'>,
  { amounts, locate }: { readonly amounts: Amounts; readonly locate: Locate },
): LeafCondition {
  const at = locate(node.span);
  switch (node.phrase) {
    case 'if.eventNumber': {
      const { fact, is, number } = node.slots;
      return { kind: 'eventFact', fact, wants: { kind: 'number', is, to: amounts.count(number) }, at };
    }
    case 'if.eventText':
      return { kind: 'eventFact', fact: node.slots.fact, wants: { kind: 'text', text: node.slots.text }, at };
    case 'if.eventYes':
      return { kind: 'eventFact', fact: node.slots.fact, wants: { kind: 'yes' }, at };
  }
}

/** Points for each unit of what the event at hand tells. */
export function lowerPerFact(
  { slots, span }: NodeOf<'give.perFact'>,
  { amounts, locate, wallet }: { readonly amounts: Amounts; readonly locate: Locate; readonly wallet: string },
): Effect {
  return { kind: 'earnPerFact', wallet, points: amounts.points(slots.points), fact: slots.fact, at: locate(span) };
}
