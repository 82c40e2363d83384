import type { Program } from '@laurel/engine/program';
import { declared } from '../2-check/facts.ts';
import type { Model } from '../2-check/model.ts';
import type { Locate } from './calendar.ts';

export function lowerMember(model: Model, locate: Locate): Program['member'] {
  const sentences = model.member.flatMap((part) => part.sentences);
  return {
    facts: sentences.flatMap((sentence) =>
      declared(sentence).map(([name, kind]) => ({ name, kind, at: locate(sentence.span) })),
    ),
    messages: sentences.find(({ phrase }) => phrase === 'member.messages')?.slots.fact ?? null,
  };
}
