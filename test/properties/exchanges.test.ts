import fc from 'fast-check';
import { test } from 'vitest';
import { history } from './arbitrary-history.ts';
import { purchaseDraft } from './arbitrary-purchase.ts';
import { keepExchanges } from './exchanging.ts';

test('R2, R7: what is exchanged for the same, or there and back, leaves nothing behind', () => {
  fc.assert(fc.property(history, purchaseDraft, keepExchanges), { seed: 20260510, numRuns: 400 });
});
