import { isDeepStrictEqual } from 'node:util';
import type { Event, Facts, Program } from '@laurel/engine';
import { type Account, type Receipt, STORED_VALUE } from './account.ts';
import { giveCouponsBack } from './coupons.ts';
import { compared, decimal, dividedBy, minus, ONE, plus, ZERO } from './fraction.ts';
import type { ExchangeEvent } from './goods.ts';
import type { Judged } from './judged.ts';
import { goneOf, type Shares } from './kept.ts';
import { type Book, credit } from './ledger.ts';
import { freeUses } from './limits.ts';
import { localDate, readInstant } from './local-time.ts';
import { countingLeft, endByReturning, isMember, type StatusChange } from './membership.ts';
import { minorOf } from './payment.ts';
import { type Refund, refundBetween } from './refund.ts';
import { givePointsBack } from './spending.ts';
import { movedBefore, movePoints, recount, stillHeld, takeBase } from './taking-back.ts';

type ReturnEvent = Extract<Event, { kind: 'return' }>;
type Part = NonNullable<ReturnEvent['lines']>[number];

/** What was to be shown and was not; only a member has a card (decision 25). */
export function faultsOfProof(program: Program, account: Account, event: ReturnEvent | ExchangeEvent): string[] {
  const shown = { receipt: event.receiptShown ?? true, card: (event.cardShown ?? true) || !isMember(account) };
  return program.returns.proof.some((proof) => !shown[proof]) ? ['proof-missing'] : [];
}

/** Why goods cannot come back, in the order of decision 14; null: they can (R5). */
export function faultOfComingBack(
  program: Program,
  account: Account,
  event: ReturnEvent | ExchangeEvent,
  facts: Facts,
): string | null {
  const known = knownEvent(facts, event.purchase);
  if (isUnknown(program, account, event, facts)) return null;
  if (known === null || known.kind !== 'purchase') return 'unknown-purchase';
  const receipt = receiptOf(account, event.purchase);
  if (receipt === undefined) {
    if (known.account !== account.name) return 'unknown-purchase';
    return readInstant(known.at) > readInstant(event.at) ? 'unknown-purchase' : 'return-period-over';
  }
  if (!isSame(receipt.original, known)) return 'not-the-original';
  for (const exchange of receipt.exchanges) {
    const again = knownEvent(facts, exchange.id);
    if (again === null || again.kind !== 'exchange') return 'unknown-purchase';
    if (!isSame(exchange, again)) return 'not-the-original';
  }
  const back = event.kind === 'return' ? event.lines : event.back;
  const after = back === undefined ? theRest(receipt) : withParts(receipt, goneOf(receipt), back);
  return typeof after === 'string' ? after : null;
}

/** Goods of a purchase that nobody knows, at a stated value where the file says so (R5, decision 47). */
function isUnknown(program: Program, account: Account, event: ReturnEvent | ExchangeEvent, facts: Facts): boolean {
  if (event.kind !== 'return' || event.value === undefined || program.returns.unknown === 'refused') return false;
  const known = knownEvent(facts, event.purchase);
  return known?.kind !== 'purchase' && receiptOf(account, event.purchase) === undefined;
}

/** The purchase or the exchange as the host's log has it; null: it knows none. */
function knownEvent({ purchases = {} }: Facts, id: string): Event | null {
  const known = purchases[id] ?? null;
  if (known !== null && 'atMs' in known) throw new RangeError('the reference reads events as they are written');
  return known;
}

/** What a return or an exchange has to be told of: the purchase, and every exchange of it so far. */
export function askedFor(account: Account, { purchase }: ReturnEvent | ExchangeEvent): string[] {
  return [purchase, ...(receiptOf(account, purchase)?.exchanges ?? []).map(({ id }) => id)];
}

export function receiptOf(account: Account, purchase: string): Receipt | undefined {
  return account.receipts.find((each) => each.purchase === purchase);
}

/** The same instant may be written with another offset. */
function isSame(one: Event, other: Event): boolean {
  const plain = (event: Event) => ({ ...event, at: readInstant(event.at) });
  return isDeepStrictEqual(plain(one), plain(other));
}

/** Everything, with the lines that were bought with a quantity of zero, of which nothing can come back by name. */
function theRest(receipt: Receipt): Shares | string {
  const somethingLeft = goneOf(receipt).some((share) => compared(share, ONE) < 0n);
  return somethingLeft ? receipt.exchanged.map((share) => minus(ONE, share)) : 'more-than-bought';
}

/** By line, the shares with those of the parts; or why it cannot be. A line may be named twice (decision 14). */
export function withParts({ layers }: Receipt, shares: Shares, parts: readonly Part[]): Shares | string {
  const lines = layers.flatMap((layer) => layer.lines);
  const after = [...shares];
  for (const { line, quantity } of parts) {
    const bought = lines[line - 1];
    if (bought === undefined) return 'no-such-line';
    if (compared(decimal(quantity), ZERO) === 0n) return 'more-than-bought';
    if (compared(decimal(bought.quantity), ZERO) === 0n) return 'more-than-bought';
    const share = plus(after[line - 1] ?? ZERO, dividedBy(decimal(quantity), decimal(bought.quantity)));
    if (compared(share, ONE) > 0n) return 'more-than-bought';
    after[line - 1] = share;
  }
  return after;
}

/**
 * In the order of decision 18: the points that had paid, then points wallet by wallet, what is missing of them, then the
 * stored value that had paid.
 */
export function takeGoodsBack(judged: Judged, book: Book, event: ReturnEvent, changes: StatusChange[]): Refund {
  const receipt = receiptOf(book.account, event.purchase);
  if (receipt === undefined) return takeUnknownBack(judged, book, event);
  const after = event.lines === undefined ? theRest(receipt) : withParts(receipt, receipt.returned, event.lines);
  if (typeof after === 'string') throw new RangeError(`a return that was let through is ${after}`);
  const gone = goneOf(receipt);
  const counting = countingLeft(judged.program, receipt, gone);
  const before = movedBefore(judged, receipt);
  const heldBefore = stillHeld(judged, receipt);
  receipt.returned = after;
  const refund = refundBetween(receipt, gone, goneOf(receipt));
  const today = localDate(judged.program.zone, book.atMs);
  freeUses(book.account, receipt.used, heldBefore, stillHeld(judged, receipt), today);
  givePointsBack(book, receipt, refund.points);
  giveCouponsBack(book, receipt, gone, goneOf(receipt));
  const deducted = movePoints(judged, book, receipt, before, refund.money, false);
  if (judged.program.returns.takeBack !== 'nothing') freeBirthday(book.account, receipt);
  credit(book, STORED_VALUE, refund.storedValue, {}, 'spent');
  endByReturning(judged, book.account, receipt, counting, book.atMs, changes);
  recount(judged, book, receipt);
  return { ...refund, deducted };
}

/** Once all of a purchase has come back, the birthday does not stand for its sake (decision 8). */
function freeBirthday(account: Account, receipt: Receipt): void {
  if (goneOf(receipt).some((share) => compared(share, ONE) < 0n)) return;
  const { birthdayThatActed } = account;
  if (birthdayThatActed === null || !birthdayThatActed.purchases.includes(receipt.purchase)) return;
  const purchases = birthdayThatActed.purchases.filter((id) => id !== receipt.purchase);
  account.birthdayThatActed = purchases.length === 0 ? null : { ...birthdayThatActed, purchases };
}

/** The value is paid out; a member gives back what it earns today by the rules that ask for nothing else. */
function takeUnknownBack(judged: Judged, book: Book, event: ReturnEvent): Refund {
  const { program } = judged;
  const value = minorOf(program, event.value ?? '0');
  const isMembers = book.account.status === 'active' || book.account.status === 'dormant';
  const takes = program.returns.takeBack !== 'nothing' && isMembers;
  const deducted = takes ? takeBase(judged, book, value) : 0n;
  const due = { total: value, money: value, vouchers: 0n, storedValue: 0n, points: 0n, deducted };
  return { purchase: event.purchase, lines: [], ...due };
}
