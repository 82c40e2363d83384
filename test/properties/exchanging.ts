import { deepStrictEqual, strictEqual } from 'node:assert/strict';
import {
  type Engine,
  type Entry,
  type Event,
  type Facts,
  load,
  type Outcome,
  type State,
  type View,
} from '@laurel/engine';
import { factsOf, type History } from './arbitrary-history.ts';
import { type PurchaseDraft, purchaseOf } from './arbitrary-purchase.ts';

type PurchaseEvent = Extract<Event, { kind: 'purchase' }>;
type ExchangeEvent = Extract<Event, { kind: 'exchange' }>;
type Exchanged = Extract<Outcome, { kind: 'exchanged' }>;

/** Throws unless goods of every purchase of the history can be exchanged without a trace (R2, R7). */
export function keepExchanges(history: History, others: PurchaseDraft): void {
  const engine = load([{ ...history.program, returns: { ...history.program.returns, proof: [] } }], {
    settings: history.settings,
  });
  let state = engine.open(history.account, history.openedAtMs);
  for (const event of history.events) {
    const step = engine.apply(state, event, factsOf(history, event));
    if (step.kind !== 'applied') continue;
    state = step.state;
    const isAsQuoted = !step.outcomes.some((outcome) => outcome.kind === 'paidDiffers');
    // Of a line bought with a quantity of zero nothing can come back by name.
    const isWhole = event.kind === 'purchase' && event.lines.every(({ quantity }) => /[1-9]/.test(quantity));
    // What goes out in an exchange has no coupon, so that it costs more than what came back for it.
    if (event.kind !== 'purchase' || event.coupons !== undefined || !isAsQuoted || !isWhole) continue;
    const bought: Bought = { history, engine, event, state };
    forTheSame(bought);
    thereAndBack(bought, others);
    thenReturned(bought, others);
  }
}

interface Bought {
  readonly history: History;
  readonly engine: Engine;
  readonly event: PurchaseEvent;
  readonly state: State;
}

type Line = ExchangeEvent['lines'][number];

/** All that stands under the receipt goes for these lines, at the instant of the purchase, so that nothing falls due. */
function exchanged({ engine, event, state }: Bought, baskets: readonly (readonly Line[])[]) {
  const log: Record<string, Event> = { [event.id]: event };
  const outcomes: Exchanged[] = [];
  const entries: Entry[] = [];
  let freed = false;
  let now = state;
  let first = 1;
  let goods: readonly { readonly quantity: string }[] = event.lines;
  for (const [index, lines] of baskets.entries()) {
    const { account, at } = event;
    const back = goods.map(({ quantity }, line) => ({ line: first + line, quantity }));
    const id = `exchange ${index}`;
    const every = { id, account, at, sequence: (event.sequence ?? 0) + index, purchase: event.id };
    const exchange: ExchangeEvent = { kind: 'exchange', ...every, back, lines: [...lines] };
    const step = engine.apply(now, exchange, { purchases: log });
    if (step.kind !== 'applied') throw new Error(`an exchange of what is there is ${JSON.stringify(step)} (R7)`);
    now = step.state;
    log[id] = exchange;
    first += goods.length;
    goods = lines;
    entries.push(...step.entries);
    freed ||= step.outcomes.some(({ kind }) => kind === 'limitFreed');
    outcomes.push(...step.outcomes.filter((outcome) => outcome.kind === 'exchanged'));
  }
  return { state: now, entries, outcomes, freed, facts: { purchases: log } satisfies Facts };
}

/** The same goods at the same price: nothing is paid, nothing comes back, nothing moves. */
function forTheSame(bought: Bought): void {
  const { outcomes, entries } = exchanged(bought, [sameAs(bought.event)]);
  const [outcome] = outcomes;
  strictEqual(outcome?.toPay, 0, 'an exchange for the same costs something (R7)');
  strictEqual(outcome?.back.total, 0, 'an exchange for the same gives money back (R7)');
  deepStrictEqual(entries, [], 'an exchange for the same moves something (R7)');
}

/**
 * For other goods and back again: every coin that was paid comes back, and every point. Vouchers and points that came
 * back are not taken again for the difference, so that what was paid in money alone is looked at.
 */
function thereAndBack(bought: Bought, others: PurchaseDraft): void {
  const { engine, state: before, history } = bought;
  const { state, entries, outcomes, freed } = exchanged(bought, [otherGoods(history, others), sameAs(bought.event)]);
  const paid = outcomes.reduce((sum, { toPay, back }) => sum + toPay - back.total + back.deducted, 0);
  // What an exchange frees of a limit, the next one does not use again.
  const isDisturbed = freed || entries.some(({ to }) => to === 'converted');
  const isMixed = bought.event.tenders?.some(({ kind }) => NOT_TAKEN_AGAIN.has(kind)) ?? false;
  const earlier = engine.view(before).wallets;
  // A debt of another purchase may be settled on the way.
  const isInDebt = earlier.some(({ balance }) => balance < 0);
  if (isDisturbed || isMixed || isInDebt || history.program.returns.takeBack === 'nothing') return;
  strictEqual(paid, 0, 'an exchange there and back leaves money behind (R7)');
  const { wallets } = engine.view(state);
  // What had been pending may be usable at once when it is given back.
  const worth = (wallet: View['wallets'][number] | undefined) =>
    wallet === undefined ? null : wallet.balance + wallet.totals.pending;
  for (const [index, wallet] of earlier.entries()) {
    strictEqual(worth(wallets[index]), worth(wallet), `an exchange there and back changes ${wallet.name} (R2, R7)`);
  }
}

const NOT_TAKEN_AGAIN: ReadonlySet<string> = new Set(['voucher', 'storedValue', 'points']);

/** For other goods, which then come back: what was paid in all comes back, and no point stays. */
function thenReturned(bought: Bought, others: PurchaseDraft): void {
  const { engine, event, history } = bought;
  const { state, facts, outcomes } = exchanged(bought, [otherGoods(history, others)]);
  const { id, account, at } = event;
  const step = engine.apply(state, { kind: 'return', id: 'back', account, at: later(at), purchase: id }, facts);
  // A millisecond later another day may have begun.
  if (step.kind === 'refused' && step.refusal.code === 'return-period-over') return;
  if (step.kind !== 'applied') throw new Error(`what went out cannot come back: ${JSON.stringify(step)} (R7)`);
  const refund = step.outcomes.find((outcome) => outcome.kind === 'refund');
  strictEqual(refund?.total, outcomes[0]?.total, 'what went out is not refunded as it was paid (R4, R7)');
}

/** The exchange itself has taken the instant of the purchase. */
function later(at: string): string {
  return new Date(Date.parse(at) + 1).toISOString();
}

function sameAs({ lines }: PurchaseEvent): Line[] {
  return lines.map(({ paid: _, ...line }) => ({ ...line, unitPriceThen: line.unitPrice }));
}

function otherGoods({ program }: History, draft: PurchaseDraft): Line[] {
  const { lines } = purchaseOf(program, draft);
  return lines.map(({ paid: _, ...line }) => ({
    ...line,
    quantity: /[1-9]/.test(line.quantity) ? line.quantity : '1',
  }));
}
