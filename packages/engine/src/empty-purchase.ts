import { KIND_RANK } from './event.ts';
import type { PurchaseHappening } from './happening.ts';

/** A purchase of nothing: what a replay fills in, and what conditions are asked at where nothing is bought. */
export function emptyPurchase(): { -readonly [K in keyof PurchaseHappening]: PurchaseHappening[K] } {
  return {
    kind: 'purchase',
    id: '',
    account: '',
    atMs: 0,
    sequence: 0,
    rank: KIND_RANK.purchase,
    lines: [],
    lists: [],
    listTotal: 0,
    paidLines: null,
    paidTotal: 0,
    cardShown: true,
    asks: [],
    delivery: 0,
    coupons: [],
    tendered: null,
    vouchers: 0,
    storedValue: 0,
    points: 0,
    pointsTenders: [],
    store: null,
    digest: 0,
  };
}
