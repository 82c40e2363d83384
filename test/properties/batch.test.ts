import fc from 'fast-check';
import { test } from 'vitest';
import { agreeInBatch, anyLife, plainLife } from './batch.ts';

test('P5: a batch leaves every account as `apply` does', async () => {
  await fc.assert(fc.asyncProperty(anyLife, agreeInBatch), { seed: 20260510, numRuns: 150 });
});

test('P5: purchases that a batch plays straight from the columns leave what `apply` leaves', async () => {
  await fc.assert(fc.asyncProperty(plainLife, agreeInBatch), { seed: 20260510, numRuns: 250 });
});
