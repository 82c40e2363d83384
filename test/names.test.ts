import { compile } from '@laurel/language';
import { expect, it } from 'vitest';

/** Names are identities (M10): whatever keyboard wrote them, the same letters are the same name. */

const composed = 'Caf\u00e9';
const decomposed = 'Cafe\u0301';

it('M10: a letter with its accent and the letter followed by its accent are one name', () => {
  const { program, problems } = compile({ name: 'names', text: twoSpellings });
  expect(problems).toEqual([]);
  expect(program?.goods.map(({ name }) => name)).toEqual([composed]);
});

const twoSpellings = `program "Names" version "1":
  currency CNY, time zone Asia/Shanghai

goods "${composed}":
  brand is "North"

points "points":
  whole points, rounded down once per purchase, after multipliers

rule "Base":
  on every purchase
  give 1 point per ¥1 paid for "${decomposed}"
`;
