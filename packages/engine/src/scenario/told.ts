import * as z from 'zod';
import type { ToldValue } from '../member-fact.ts';
import type { FactKind, Program } from '../program.ts';
import { fitted, isMap, listed, type Place, Text, YesNo } from './place.ts';

type Facts = Readonly<Record<string, ToldValue | null>>;

/** `{ messages: yes, size: 38, birthdays: [2018-05-01], colours: unknown }`: what the program asks of members, by its names. */
export function readFacts(value: unknown, place: Place, { member }: Program): Facts | null {
  return readAll(value, place, member.facts);
}

/** `{ nights: 3, room: suite }`: what the program wants to know of an event. */
export function readEventFacts(
  value: unknown,
  place: Place,
  { events }: Program,
  event: string,
): Readonly<Record<string, boolean | string | null>> | null {
  const read = readAll(value, place, events.find(({ name }) => name === event)?.facts ?? []);
  if (read === null) return null;
  return Object.fromEntries(Object.entries(read).map(([name, told]) => [name, typeof told === 'object' ? null : told]));
}

interface Asked {
  readonly name: string;
  readonly kind: FactKind;
}

function readAll(value: unknown, place: Place, asked: readonly Asked[]): Facts | null {
  if (!isMap(value)) return place.misfit('must be names with values: { messages: yes }');
  const read = Object.entries(value).map(([name, said]): [string, ToldValue | null] | null => {
    const at = place.in(name);
    const fact = asked.find((each) => each.name === name);
    if (fact === undefined) {
      return at.misfit(`the program does not ask for this; it asks for ${listed(asked.map((f) => f.name))}`);
    }
    if (said === 'unknown') return [name, null];
    const told = fitted(SCHEMAS[fact.kind], said, at);
    return told === null ? null : [name, told];
  });
  const whole = read.filter((each) => each !== null);
  return whole.length === read.length ? Object.fromEntries(whole) : null;
}

const SCHEMAS: Readonly<Record<FactKind, z.ZodType<ToldValue>>> = {
  yesNo: YesNo,
  text: Text,
  number: Text,
  date: Text,
  texts: z.array(Text),
  dates: z.array(Text),
};
