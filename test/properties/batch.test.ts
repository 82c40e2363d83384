import fc from 'fast-check';
import { expect, test } from 'vitest';
import { clockwork } from '../../packages/engine/src/evaluate.ts';
import { plainLane } from '../../packages/engine/src/simulate/plain.ts';
import { agreeInBatch, anyLife, type Life, plainLife } from './batch.ts';

test('P5: a batch leaves every account as `apply` does', async () => {
  await fc.assert(fc.asyncProperty(anyLife, agreeInBatch), { seed: 20260510, numRuns: 150 });
});

test('P5: purchases that a batch plays straight from the columns leave what `apply` leaves', async () => {
  const agree = async (life: Life): Promise<void> => {
    expect(plainLane(clockwork([life.program], life.settings))).not.toBeNull();
    await agreeInBatch(life);
  };
  await fc.assert(fc.asyncProperty(plainLife, agree), { seed: 20260510, numRuns: 250 });
});
