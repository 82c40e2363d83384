import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { compile } from '@laurel/language';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { loaded } from './arbitrary-program.ts';

/**
 * The random programs know the whole language: whatever a sample of a phrase becomes, they have often enough that the
 * differential test meets it. What no random program has is never held against the reference.
 */

const SAMPLES = fileURLToPath(new URL('../samples/phrases/', import.meta.url));
const PROGRAMS = 600;
/** One program in a hundred. */
const LEAST = PROGRAMS / 100;

/** Fields whose texts are the author's own, or tell a place: other texts are the format's own words, and count. */
const OWN_TEXTS: ReadonlySet<string> = new Set(
  `name version currency zone at range constant calendar goods except wallet setting ladder tier floor fact message messages
  value text from to date reward benefit rule stores in event coupon`.split(/\s+/),
);

it('random programs have everything that the phrases become', { timeout: 180_000 }, () => {
  const wanted = new Map<string, string>();
  for (const sample of readdirSync(SAMPLES)) {
    const { program } = compile({ name: sample, text: readFileSync(`${SAMPLES}${sample}/en.loyalty`, 'utf8') });
    for (const part of partsOf(program)) if (!wanted.has(part)) wanted.set(part, sample);
  }
  const counts = new Map<string, number>();
  for (const { program } of fc.sample(loaded, { numRuns: PROGRAMS, seed: 1 })) {
    for (const part of partsOf(program)) counts.set(part, (counts.get(part) ?? 0) + 1);
  }
  const rare = [...wanted].filter(([part]) => (counts.get(part) ?? 0) < LEAST);
  expect(
    rare.map(([part, sample]) => `${part}: in ${counts.get(part) ?? 0} programs; in the sample ${sample}`),
  ).toEqual([]);
});

/** What a program is made of: the kinds of its parts, the paths of those that have none, and the words of the format in them. */
function partsOf(program: unknown): ReadonlySet<string> {
  const found = new Set<string>();
  const look = (value: unknown, path: string, field: string): void => {
    if (Array.isArray(value)) {
      if (value.length > 0) found.add(`${path}[]`);
      for (const one of value) look(one, path, field);
    } else if (typeof value === 'object' && value !== null) {
      const kind = 'kind' in value && typeof value.kind === 'string' ? value.kind : null;
      found.add(kind ?? path);
      for (const [inner, what] of Object.entries(value)) {
        if (inner !== 'kind' && inner !== 'at' && inner !== 'range') look(what, `${kind ?? path}.${inner}`, inner);
      }
    } else if (value === null || typeof value === 'boolean') found.add(`${path} is ${value}`);
    else if (typeof value === 'string' && !OWN_TEXTS.has(field) && /^[a-zA-Z]+$/.test(value))
      found.add(`${path} is ${value}`);
  };
  look(program, '', '');
  return found;
}
