import * as z from 'zod';
import type { ToldValue } from '../member-fact.ts';
import type { FactKind, Program } from '../program.ts';
import { fitted, isMap, listed, type Place, Text, YesNo } from './place.ts';

type Facts = Readonly<Record<string, ToldValue | null>>;

/** `{ messages: yes, size: 38, birthdays: [2018-05-01], colours: unknown }`: what the program asks of members, by its names. */
export function readFacts(value: unknown, place: Place, { member }: Program): Facts | null {
  if (!isMap(value)) return place.misfit('must be names with values: { messages: yes }');
  const read = Object.entries(value).map(([name, said]): [string, ToldValue | null] | null => {
    const at = place.in(name);
    const fact = member.facts.find((each) => each.name === name);
    if (fact === undefined) {
      return at.misfit(`the program does not ask for this; it asks for ${listed(member.facts.map((f) => f.name))}`);
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
