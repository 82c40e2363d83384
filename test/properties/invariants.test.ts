import fc from 'fast-check';
import { test } from 'vitest';
import { history } from './arbitrary-history.ts';
import { keepInvariants } from './invariants.ts';

test('M1, M3, M4, M5, M6, T5, E1: the invariants of an account hold after every event', () => {
  fc.assert(fc.property(history, keepInvariants), { seed: 20260510, numRuns: 400 });
});
