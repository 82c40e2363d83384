import { isDeepStrictEqual } from 'node:util';
import type { Event, Program } from '@laurel/engine';
import { type Account, type Receipt, STORED_VALUE } from './account.ts';
import { compared, decimal, dividedBy, ONE, plus, ZERO } from './fraction.ts';
import type { PurchaseEvent } from './goods.ts';
import type { Judged } from './judged.ts';
import type { Shares } from './kept.ts';
import { type Book, credit } from './ledger.ts';
import { freeUses } from './limits.ts';
import { localDate, readInstant } from './local-time.ts';
import { endByReturning, isMember, type StatusChange } from './membership.ts';
import { type Refund, refundBetween } from './refund.ts';
import { stillHeld, takePointsBack } from './taking-back.ts';

type ReturnEvent = Extract<Event, { kind: 'return' }>;

/** What was to be shown and was not; only a member has a card (decision 25). */
export function faultsOfProof(program: Program, account: Account, event: ReturnEvent): string[] {
  const shown = { receipt: event.receiptShown ?? true, card: (event.cardShown ?? true) || !isMember(account) };
  return program.returns.proof.some((proof) => !shown[proof]) ? ['proof-missing'] : [];
}

/** Why the return cannot be, in the order of decision 14; null: it can (R5). */
export function faultOfReturn(account: Account, event: ReturnEvent, known: Event | null): string | null {
  if (known === null || known.kind !== 'purchase') return 'unknown-purchase';
  const receipt = account.receipts.find((each) => each.purchase === event.purchase);
  if (receipt === undefined) {
    if (known.account !== account.name) return 'unknown-purchase';
    return readInstant(known.at) > readInstant(event.at) ? 'unknown-purchase' : 'return-period-over';
  }
  if (!isSame(receipt.original, known)) return 'not-the-original';
  const after = sharesAfter(receipt, event);
  return typeof after === 'string' ? after : null;
}

/** The same instant may be written with another offset. */
function isSame(one: PurchaseEvent, other: PurchaseEvent): boolean {
  const plain = (purchase: PurchaseEvent) => ({ ...purchase, at: readInstant(purchase.at) });
  return isDeepStrictEqual(plain(one), plain(other));
}

/**
 * By line, the share that has come back after the return; or why it cannot be. Lines are looked at in the order given, and
 * one may be named twice (decision 14). Everything includes the lines that were bought with a quantity of zero, of which
 * nothing can come back by name.
 */
function sharesAfter({ original, returned }: Receipt, { lines }: ReturnEvent): Shares | string {
  if (lines === undefined) {
    const somethingLeft = returned.some((share) => compared(share, ONE) < 0n);
    return somethingLeft ? returned.map(() => ONE) : 'more-than-bought';
  }
  const back = [...returned];
  for (const { line, quantity } of lines) {
    const bought = original.lines[line - 1];
    if (bought === undefined) return 'no-such-line';
    if (compared(decimal(quantity), ZERO) === 0n) return 'more-than-bought';
    if (compared(decimal(bought.quantity), ZERO) === 0n) return 'more-than-bought';
    const share = plus(back[line - 1] ?? ZERO, dividedBy(decimal(quantity), decimal(bought.quantity)));
    if (compared(share, ONE) > 0n) return 'more-than-bought';
    back[line - 1] = share;
  }
  return back;
}

/** In the order of decision 18: points wallet by wallet, what is missing of them, then the stored value that had paid. */
export function takeGoodsBack(judged: Judged, book: Book, event: ReturnEvent, changes: StatusChange[]): Refund {
  const receipt = book.account.receipts.find((each) => each.purchase === event.purchase);
  if (receipt === undefined) throw new RangeError(`no receipt of ${event.purchase}`);
  const after = sharesAfter(receipt, event);
  if (typeof after === 'string') throw new RangeError(`a return that was let through is ${after}`);
  const before = receipt.returned;
  const refund = refundBetween(judged.program, receipt, before, after);
  const today = localDate(judged.program.zone, book.atMs);
  freeUses(book.account, receipt.used, stillHeld(judged, receipt, before), stillHeld(judged, receipt, after), today);
  receipt.returned = after;
  const deducted = takePointsBack(judged, book, receipt, refund.money);
  credit(book, STORED_VALUE, refund.storedValue, {}, 'spent');
  endByReturning(judged, book.account, receipt, before, book.atMs, changes);
  return { ...refund, deducted };
}
