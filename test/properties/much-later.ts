import { strictEqual } from 'node:assert/strict';
import { type Engine, type Entry, type Event, load, type Outcome, type State, type Step } from '@laurel/engine';
import { factsOf, type History } from './arbitrary-history.ts';
import { moved, sum, walletIn } from './entries.ts';

type PurchaseEvent = Extract<Event, { kind: 'purchase' }>;
type Refund = Extract<Outcome, { kind: 'refund' }>;

/** What lay between a purchase and its return, so that a run can tell what it has covered. */
export interface Between {
  readonly returns: number;
  readonly redemptions: number;
  readonly conversions: number;
  readonly expiries: number;
}

/**
 * Throws where something is given or lost by buying, living on and returning everything at the end: redemptions, conversions,
 * payments with points and expiry in between stand, and what is gone by then is made up for as the file says (R2, R3, R6).
 */
export function keepLateReturns(history: History): Between {
  const engine = load([history.program], { settings: history.settings });
  const between = { returns: 0, redemptions: 0, conversions: 0, expiries: 0 };
  for (const event of history.events) {
    if (event.kind !== 'purchase') continue;
    const life = livedOn(engine, history, event);
    if (life === null) continue;
    spendOnReward(engine, life, event);
    letPass(engine, life);
    const back = everythingBack(engine, life, event);
    if (back === null) continue;
    between.returns += 1;
    if (life.entries.some(({ reason }) => reason.kind === 'redeemed')) between.redemptions += 1;
    if (life.entries.some(({ to }) => to === 'converted')) between.conversions += 1;
    if (life.entries.some(({ to }) => to === 'expired')) between.expiries += 1;
    nothingIsGivenOrLost(engine, history, event.id, life, back);
  }
  return between;
}

interface Life {
  state: State;
  /** From the purchase on. */
  readonly entries: Entry[];
}

/** The whole history, but for what takes back or exchanges goods of this one purchase; null: it was refused. */
function livedOn(engine: Engine, history: History, purchase: PurchaseEvent): Life | null {
  let state = engine.open(history.account, history.openedAtMs);
  const entries: Entry[] = [];
  let isBought = false;
  for (const event of history.events) {
    if ((event.kind === 'return' || event.kind === 'exchange') && event.purchase === purchase.id) continue;
    const step = engine.apply(state, event, factsOf(history, event));
    if (step.kind !== 'applied') continue;
    state = step.state;
    isBought ||= event === purchase;
    if (isBought) entries.push(...step.entries);
  }
  return isBought ? { state, entries } : null;
}

/** What the points buy at last, if anything, so that some of them are gone. */
function spendOnReward(engine: Engine, life: Life, { account }: PurchaseEvent): void {
  const { rewards, store, atMs } = engine.view(life.state);
  const [affordable] = rewards;
  if (affordable === undefined) return;
  const { reward, times } = affordable;
  const at = new Date(atMs + 1).toISOString();
  const redeem: Event = { kind: 'redeem', id: 'at last', account, at, reward, times, store: store ?? 'north' };
  goOn(life, engine.apply(life.state, redeem));
}

/** A moment passes, so that what falls due then does not fall due with the return. */
function letPass(engine: Engine, life: Life): void {
  goOn(life, engine.advance(life.state, engine.view(life.state).atMs + 1));
}

function goOn(life: Life, step: Step): void {
  if (step.kind !== 'applied') return;
  life.state = step.state;
  life.entries.push(...step.entries);
}

/** Null: the return period is over, or there was nothing that could come back. */
function everythingBack(engine: Engine, life: Life, purchase: PurchaseEvent) {
  const { id, account } = purchase;
  const at = new Date(engine.view(life.state).atMs).toISOString();
  const back: Event = { kind: 'return', id: `late return of ${id}`, account, at, purchase: id };
  const step = engine.apply(life.state, back, { purchases: { [id]: purchase } });
  if (step.kind !== 'applied') return null;
  const refund = step.outcomes.find((outcome): outcome is Refund => outcome.kind === 'refund');
  return { state: step.state, entries: step.entries, refund };
}

type Back = NonNullable<ReturnType<typeof everythingBack>>;

function nothingIsGivenOrLost(engine: Engine, { program }: History, id: string, life: Life, back: Back): void {
  const { takeBack, shortage } = program.returns;
  const [before, after] = [engine.view(life.state), engine.view(back.state)];
  let deducted = 0;
  for (const { name, unit, balance } of before.wallets) {
    const mine = life.entries.filter((entry) => entry.wallet === name);
    const then = back.entries.filter((entry) => entry.wallet === name);
    const now = walletIn(after, name).balance;
    const returned = moved(then, 'spent', 'available');
    const own = mine.filter(({ event, reason }) => event === id && reason.kind === 'earned');
    const lots = new Set(own.map(({ number }) => number));
    const expired = sum(mine.filter(({ to }) => to === 'expired').map((entry) => usedOf(entry, lots)));
    const due = takeBack === 'nothing' ? 0 : sum(own.map(({ amount }) => amount)) - expired;
    const taken = sum(then.filter(({ to }) => to === 'takenBack').map(({ amount }) => amount));
    strictEqual(taken, due, `a late return does not take back what the purchase gave of ${name} (R1, R2, R6)`);
    const madeUp = moved(then, 'forgiven', 'takenBack') + moved(then, 'reinstated', 'takenBack');
    const pending = moved(then, 'pending', 'takenBack');
    // Points go where stored value comes from.
    const converted = unit === 'money' ? -moved(then, 'issued', 'available') : moved(then, 'available', 'converted');
    strictEqual(
      now,
      balance + returned - (taken - madeUp - pending) - converted,
      `the balance of ${name} is off after a late return (R3)`,
    );
    if (shortage.kind === 'forgive') strictEqual(madeUp, moved(then, 'forgiven', 'takenBack'), 'not forgiven (R3)');
    deducted += moved(then, 'reinstated', 'takenBack');
  }
  if (deducted === 0) strictEqual(back.refund?.deducted ?? 0, 0, 'money is deducted for points that were there (R3)');
}

function usedOf({ lots }: Entry, own: ReadonlySet<number>): number {
  return sum(lots.filter(({ lot }) => own.has(lot)).map(({ amount }) => amount));
}
