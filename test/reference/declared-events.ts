import type { Event, Program } from '@laurel/engine';
import type { Facts } from './facts.ts';
import { isDate } from './facts.ts';

type Declared = Extract<Event, { kind: 'event' }>;

/** Every reason why an event cannot be told so; none: it can. */
export function faultsOfEvent({ events }: Program, { event, facts = {} }: Declared): string[] {
  const declared = events.find(({ name }) => name === event);
  if (declared === undefined) return ['unknown-event'];
  const names = declared.facts.map(({ name }) => name);
  const unknown = Object.keys(facts).filter((name) => !names.includes(name));
  const wrong = declared.facts.filter(
    ({ name, kind }) => !isRight(kind, Object.hasOwn(facts, name) ? facts[name] : undefined),
  );
  return [...unknown.map(() => 'unknown-event-fact'), ...wrong.map(() => 'wrong-event-fact')];
}

/** Undefined: it is not told; null: it is not known. */
function isRight(
  kind: Program['events'][number]['facts'][number]['kind'],
  value: boolean | string | null | undefined,
): boolean {
  if (value === null) return true;
  if (kind === 'yesNo') return typeof value === 'boolean';
  if (typeof value !== 'string') return false;
  if (kind === 'number') return /^\d{1,9}(\.\d{1,3})?$/.test(value);
  return kind === 'text' || isDate(value);
}

/** What was told of an event; nothing of any other kind of event. */
export function toldOf(event: Event): Facts {
  if (event.kind !== 'event') return {};
  return Object.fromEntries(
    Object.entries(event.facts ?? {}).flatMap(([name, value]) => (value === null ? [] : [[name, value]])),
  );
}
