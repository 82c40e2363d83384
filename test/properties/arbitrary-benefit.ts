import type { Program } from '@laurel/engine';
import fc from 'fast-check';
import { AT, condition, limit, type Scope } from './arbitrary-rules.ts';

type Benefit = Program['benefits'][number];

export const BENEFITS = ['Care', 'Check'];

/** What members may use: always or under conditions, with limits of every kind of period, in some stores or all. */
export function benefits(scope: Scope): fc.Arbitrary<Benefit[]> {
  const one = (name: string) =>
    fc.record({
      name: fc.constant(name),
      when: fc.option(condition(scope, ['listPrice'], 1), { freq: 2 }),
      limits: fc.array(limit, { maxLength: 2 }),
      stores: fc.option(fc.subarray(['north', 'south'], { minLength: 1 }), { freq: 2 }),
      at: fc.constant(AT),
    });
  return fc.tuple(...BENEFITS.map(one)).chain((all) => fc.subarray(all));
}
