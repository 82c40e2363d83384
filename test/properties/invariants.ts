import { deepStrictEqual, notStrictEqual, ok, strictEqual } from 'node:assert/strict';
import { type Basket, type Engine, type Event, type Facts, load, type State, type Step } from '@laurel/engine';
import { factsOf, type History } from './arbitrary-history.ts';
import { sum } from './entries.ts';

type Applied = Extract<Step, { kind: 'applied' }>;
type PurchaseEvent = Extract<Event, { kind: 'purchase' }>;

const DAY_MS = 86_400_000;

/** Throws unless every invariant of an account holds after every event of the history (quality, Trust). */
export function keepInvariants(history: History): void {
  const engine = load([history.program], { settings: history.settings });
  let state = engine.open(history.account, history.openedAtMs);
  for (const [i, event] of history.events.entries()) {
    const before = engine.encode(state);
    if (event.kind === 'purchase' && event.account === history.account) quoteEqualsAward(engine, state, event);
    const facts = factsOf(history, event);
    const step = engine.apply(state, event, facts);
    strictEqual(engine.encode(state), before, 'apply changed the state that it was given (M1)');
    if (step.kind !== 'applied') continue;
    const atMs = engine.view(step.state).atMs;
    balances(engine, step.state);
    linesSumToTheOrder(step);
    repeatedIsNotNew(engine, step.state, event, facts);
    survivesEncoding(engine, step.state);
    timeMayStopOnTheWay(engine, state, event, facts, atMs, step);
    oneStepOrMany(engine, step.state, atMs);
    branchesStandApart(engine, state, step.state, history, history.events[i + 1]);
    state = step.state;
  }
  strictEqual(engine.encode(state), engine.encode(straight(engine, history)), 'a branch shows in the other (M1)');
}

/** M1: whatever else is applied to a state, what came of it before stays as it is. */
function branchesStandApart(engine: Engine, before: State, after: State, history: History, other?: Event): void {
  if (other === undefined) return;
  const text = engine.encode(after);
  engine.apply(before, other, factsOf(history, other));
  strictEqual(engine.encode(after), text, 'another branch changed a state (M1)');
}

/** The same history with nothing beside it. */
function straight(engine: Engine, history: History): State {
  let state = engine.open(history.account, history.openedAtMs);
  for (const event of history.events) {
    const step = engine.apply(state, event, factsOf(history, event));
    if (step.kind === 'applied') state = step.state;
  }
  return state;
}

/** M3, M4: named accounts sum to zero, lots sum to what is there, and no lot is empty or below zero. */
function balances(engine: Engine, state: State): void {
  for (const { name, totals, lots, balance } of engine.view(state).wallets) {
    strictEqual(sum(Object.values(totals)), 0, `the named accounts of ${name} do not sum to zero (M3)`);
    strictEqual(
      sum(lots.map(({ left }) => left)),
      totals.available + totals.pending,
      `the lots of ${name} are off (M4)`,
    );
    strictEqual(balance, totals.available + totals.owed, `the balance of ${name} is off (M3)`);
    ok(totals.owed <= 0, `${name} is owed ${totals.owed} (R3)`);
    ok(totals.owed === 0 || totals.available === 0, `${name} owes while it has points (R3)`);
    for (const lot of lots) ok(lot.left > 0, `a lot of ${name} has ${lot.left} left (M4)`);
  }
}

/** E1: what fell on the lines is what the purchase earned. */
function linesSumToTheOrder(step: Applied): void {
  for (const { reason, amount, lots, from } of step.entries) {
    if (reason.kind === 'earned') strictEqual(sum(reason.lines), amount, 'line points do not sum to the order (E1)');
    if (from === 'available')
      strictEqual(sum(lots.map((use) => use.amount)), amount, 'a debit does not name its lots (M4)');
    ok(amount > 0, 'an entry moves nothing (M3)');
  }
}

/** M5: an event that was applied is not new. */
function repeatedIsNotNew(engine: Engine, state: State, event: Event, facts: Facts): void {
  const before = engine.encode(state);
  strictEqual(engine.apply(state, event, facts).kind, 'notNew', 'a repeated event is new (M5)');
  strictEqual(engine.encode(state), before, 'a repeated event changed the state (M5)');
}

/** M1: a state and its text are the same. */
function survivesEncoding(engine: Engine, state: State): void {
  const text = engine.encode(state);
  const decoded = engine.decode(text);
  if (!decoded.ok) throw new Error(`decode refuses what encode wrote: ${JSON.stringify(decoded.problem)}`);
  strictEqual(engine.encode(decoded.value), text, 'encode and decode are not the identity (M1)');
  deepStrictEqual(engine.view(decoded.value), engine.view(state), 'a decoded state reads otherwise (M1)');
}

/** T5: advancing to an event's instant first changes nothing about what the event does. */
function timeMayStopOnTheWay(
  engine: Engine,
  before: State,
  event: Event,
  facts: Facts,
  atMs: number,
  expected: Applied,
): void {
  if (engine.view(before).atMs >= atMs) return;
  const waited = applied(engine.advance(before, atMs));
  const step = applied(engine.apply(waited.state, event, facts));
  strictEqual(
    engine.encode(step.state),
    engine.encode(expected.state),
    'time that passed before an event changed it (T5)',
  );
  deepStrictEqual([...waited.entries, ...step.entries], expected.entries, 'entries differ when time passed first (T5)');
  deepStrictEqual(
    [...waited.outcomes, ...step.outcomes],
    expected.outcomes,
    'outcomes differ when time passed first (T5)',
  );
}

/** T5: one step of time, several, or one for everything that falls due, end the same. */
function oneStepOrMany(engine: Engine, state: State, fromMs: number): void {
  const toMs = fromMs + 400 * DAY_MS;
  const once = applied(engine.advance(state, toMs));
  const stops = [1, DAY_MS - 1, DAY_MS, 2 * DAY_MS, 31 * DAY_MS, 100 * DAY_MS].map((ms) => fromMs + ms);
  same(engine, advanced(engine, state, [...stops, toMs]), once);

  const due: number[] = [];
  let at = state;
  for (let next = engine.dueAt(at); next !== null && next <= toMs; next = engine.dueAt(at)) {
    notStrictEqual(next, due.at(-1), 'time does not move past what falls due (T5)');
    due.push(next);
    at = applied(engine.advance(at, next)).state;
  }
  same(engine, advanced(engine, state, [...due, toMs]), once);
}

function advanced(engine: Engine, from: State, stops: readonly number[]): Applied {
  let last: Applied = { kind: 'applied', state: from, entries: [], outcomes: [], messages: [] };
  for (const stop of stops) {
    const step = applied(engine.advance(last.state, stop));
    last = { ...step, entries: [...last.entries, ...step.entries], outcomes: [...last.outcomes, ...step.outcomes] };
  }
  return last;
}

function same(engine: Engine, many: Applied, once: Applied): void {
  strictEqual(engine.encode(many.state), engine.encode(once.state), 'one step of time or many end differently (T5)');
  deepStrictEqual(many.entries, once.entries, 'one step of time or many write other entries (T5)');
  deepStrictEqual(many.outcomes, once.outcomes, 'one step of time or many have other outcomes (T5)');
}

function applied(step: Step): Applied {
  if (step.kind !== 'applied') throw new Error(`expected a step that is applied, got ${JSON.stringify(step)}`);
  return step;
}

/** M6: the purchase that follows at the same instant gets exactly what was quoted, where the till states nothing paid. */
function quoteEqualsAward(engine: Engine, state: State, event: PurchaseEvent): void {
  const { kind, id, account, sequence, tenders: _tenders, ...rest } = event;
  const basket: Basket = { ...rest, lines: rest.lines.map(({ paid: _paid, ...line }) => line) };
  const step = engine.apply(state, { kind, id, account, ...basket, ...(sequence === undefined ? {} : { sequence }) });
  const quote = engine.quote(state, basket);
  if (step.kind === 'notNew') return;
  if (step.kind !== 'applied') {
    strictEqual(quote.kind, step.kind, 'a purchase is refused that was quoted (M6)');
    return;
  }
  if (quote.kind !== 'quoted') throw new Error(`a purchase is applied that was not quoted: ${quote.refusal.code}`);
  const priced = step.outcomes.find((outcome) => outcome.kind === 'priced');
  deepStrictEqual(quote.lines, priced?.lines, 'the quoted prices are not the prices (M6)');
  strictEqual(quote.total, priced?.total, 'the quoted total is not the total (M6)');
  const silent = step.outcomes.find((outcome) => outcome.kind === 'silent');
  strictEqual(quote.silence, silent?.why ?? null, 'the quoted silence is not the silence (M6)');
  const earned = step.entries.filter(({ reason }) => reason.kind === 'earned');
  const points = earned.map(({ wallet, amount, reason }) => ({ wallet, amount, reason }));
  deepStrictEqual(quote.points, points, 'the quoted points are not the points (M6)');
  const converted = step.entries
    .filter(({ to }) => to === 'converted')
    .map(({ wallet, amount }) => ({ wallet, amount }));
  const promised = quote.conversions.map(({ wallet, amount }) => ({ wallet, amount }));
  deepStrictEqual(promised, converted, 'the quoted conversions are not the conversions (M6)');
}
