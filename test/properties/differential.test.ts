import fc from 'fast-check';
import { test } from 'vitest';
import { agree } from './agreement.ts';
import { history } from './arbitrary-history.ts';

test('M1: the fast evaluator and the reference agree on random programs and histories', () => {
  fc.assert(
    fc.property(history, (history) => {
      agree(history);
    }),
    { seed: 20260510, numRuns: 1000 },
  );
}, 180_000);
