import { deepStrictEqual, ok, strictEqual } from 'node:assert/strict';
import { type Engine, type Entry, type Event, load, type Outcome, type State } from '@laurel/engine';
import fc from 'fast-check';
import { factsOf, type History } from './arbitrary-history.ts';
import { tenthsOf } from './arbitrary-return.ts';
import { moved, sum, walletIn } from './entries.ts';

type PurchaseEvent = Extract<Event, { kind: 'purchase' }>;
type Parts = NonNullable<Extract<Event, { kind: 'return' }>['lines']>;
type Refund = Extract<Outcome, { kind: 'refund' }>;

/** How a purchase is taken apart: the pieces of a line in tenths, and numbers that put the pieces in order and in groups. */
export interface Split {
  readonly tenths: readonly (readonly number[])[];
  readonly order: readonly number[];
}

export const split: fc.Arbitrary<Split> = fc.record({
  tenths: fc.array(fc.constantFrom([10], [1, 1, 1, 1, 1, 1, 1, 1, 1, 1], [3, 7], [5, 5], [1, 2, 7], [4], [1, 3]), {
    minLength: 1,
    maxLength: 4,
  }),
  order: fc.array(fc.nat(99), { minLength: 5, maxLength: 5 }),
});

const WAYS = ['money', 'vouchers', 'storedValue', 'points'] as const;

/** Throws unless every purchase of the history, had it come back at once, would have left nothing behind (R2, R4). */
export function keepReturns(history: History, split: Split): void {
  const engine = load([history.program], { settings: history.settings });
  let state = engine.open(history.account, history.openedAtMs);
  for (const event of history.events) {
    const step = engine.apply(state, event, factsOf(history, event));
    if (step.kind !== 'applied') continue;
    if (event.kind === 'purchase') {
      // What falls due up to the purchase has nothing to do with it.
      const before = advanced(engine, state, event);
      const entries = step.entries.filter((entry) => entry.event === event.id);
      const bought: Bought = { history, engine, event, before, after: step.state, entries };
      everythingBack(bought, paidFor(step.outcomes));
      anyOrderAndGrouping(bought, split, paidFor(step.outcomes));
    }
    state = step.state;
  }
}

function advanced(engine: Engine, state: State, { at }: PurchaseEvent): State {
  const step = engine.advance(state, at);
  return step.kind === 'applied' ? step.state : state;
}

interface Bought {
  readonly history: History;
  readonly engine: Engine;
  readonly event: PurchaseEvent;
  readonly before: State;
  readonly after: State;
  readonly entries: readonly Entry[];
}

function paidFor(outcomes: readonly Outcome[]): number {
  const totals = outcomes.flatMap((outcome) => {
    if (outcome.kind === 'priced') return [outcome.total];
    return outcome.kind === 'paidDiffers' ? [outcome.paid] : [];
  });
  return totals.at(-1) ?? 0;
}

/** The returns in a row, each at the instant of the purchase itself, so that nothing falls due in between. */
function returned({ engine, event, after }: Bought, groups: readonly (Parts | null)[]) {
  let state = after;
  const entries: Entry[] = [];
  const refunds: Refund[] = [];
  for (const [index, lines] of groups.entries()) {
    const { account, at, id } = event;
    const back: Event = { kind: 'return', id: `back ${index}`, account, at, sequence: index, purchase: id };
    const facts = { purchases: { [id]: event } };
    const step = engine.apply(state, lines === null ? back : { ...back, lines }, facts);
    if (step.kind !== 'applied') throw new Error(`a return of what is there is ${JSON.stringify(step)} (R5)`);
    state = step.state;
    entries.push(...step.entries);
    refunds.push(...step.outcomes.filter((outcome) => outcome.kind === 'refund'));
  }
  return { view: engine.view(state), encoded: engine.encode(state), entries, refunds };
}

/** R2, R4: buying and returning everything leaves the wallets as they were and refunds what was paid; nothing is gained. */
function everythingBack(bought: Bought, paid: number): void {
  const { history, engine, before } = bought;
  const { view, encoded, entries, refunds } = returned(bought, [null]);
  strictEqual(sumOf(refunds, 'total'), paid, 'returning everything does not refund what was paid (R4)');
  partsOfRefunds(refunds, paid);

  if (history.program.returns.takeBack !== 'nothing') {
    const waited = engine.advance(before, bought.event.at);
    const then = waited.kind === 'applied' ? waited.state : before;
    const ofBuying = ({ rule }: { rule: string }) => !isGivenOtherwise(history, rule) && !handsOut(history, rule);
    const [is, was] = [view, engine.view(then)].map(({ uses }) => uses.filter(ofBuying));
    deepStrictEqual(is, was, 'a limit stays used though everything came back (M11)');
  }

  birthdayIsFree(history, engine.encode(before), encoded);
  const all = [...bought.entries, ...entries];
  const takesNothing = history.program.returns.takeBack === 'nothing';
  for (const { name, unit, balance, lots } of engine.view(before).wallets) {
    const now = walletIn(view, name);
    const mine = all.filter((entry) => entry.wallet === name);
    if (unit === 'money') {
      const isConverted = ({ reason }: Entry) => reason.kind === 'converted';
      const converted = moved(mine.filter(isConverted), 'issued', 'available');
      // What rules give because somebody came to be a member again stays.
      const stays = ({ reason }: Entry) => isGift(reason) || (takesNothing && reason.kind !== 'converted');
      const given = moved(mine.filter(stays), 'issued', 'available');
      const madeUp = moved(mine, 'forgiven', 'takenBack') + moved(mine, 'reinstated', 'takenBack');
      const expected = balance + converted + given + madeUp;
      strictEqual(now.balance, expected, 'stored value is not as it was before the purchase (R2, R6)');
      continue;
    }
    // What rules give because somebody came to be a member again stays.
    const staying = takesNothing ? mine : mine.filter(({ reason }) => isGift(reason));
    const kept = moved(staying, 'issued', 'available');
    const madeUp = moved(mine, 'forgiven', 'takenBack') + moved(mine, 'reinstated', 'takenBack');
    const converted = moved(mine, 'available', 'converted');
    strictEqual(now.balance, balance + kept + madeUp - converted, `${name} is not as before the purchase (R2, R3, R6)`);
    const touched = mine.some(({ to }) => to === 'converted' || to === 'owed') || isRenewedByBuying(history, name);
    const keptPending = moved(staying, 'issued', 'pending');
    if (!touched && kept + keptPending === 0)
      deepStrictEqual(now.lots, lots, `the lots of ${name} are not as before (R2, M4)`);
  }
}

/** Whether a rule gives on something else than a purchase, such as the joining that a purchase brings about: that stays. */
function isGivenOtherwise({ program }: History, rule: string): boolean {
  const kind = program.rules.find(({ name }) => name === rule)?.trigger.kind;
  return kind === 'occasion' || kind === 'joining' || kind === 'visit' || kind === 'event';
}

/** What stands whatever comes back. */
const HANDED: ReadonlySet<string> = new Set(['hand', 'notify', 'freeDelivery']);

/** What a rule handed out has not come back with the goods. */
function handsOut({ program }: History, rule: string): boolean {
  return program.rules.some(({ name, effects }) => name === rule && effects.some(({ kind }) => HANDED.has(kind)));
}

/**
 * R2, T3: what came back whole fixes no birthday; one that acted in an earlier year has had its time. A birthday that came
 * while the membership was awake again (it is kept under no purchase's name) stands.
 */
function birthdayIsFree({ program }: History, before: string, after: string): void {
  const acted = (state: string) => JSON.parse(state).actedBirthday;
  const [was, is] = [acted(before), acted(after)];
  if (program.returns.takeBack === 'nothing' || (is === null && was !== null)) return;
  const came = (acted: typeof is) => acted?.purchases.includes('') && acted.year === is?.year;
  if (came(is) && !came(was)) return;
  deepStrictEqual(is, was, 'a purchase that came back fixes the birthday of its year (R2, T3)');
}

/** A purchase that came back was an activity all the same (T8). */
function isRenewedByBuying({ program }: History, name: string): boolean {
  const expiry = program.wallets.find((wallet) => wallet.name === name)?.expiry;
  return expiry?.of.some((each) => each.kind === 'idle' && each.without.includes('purchase')) ?? false;
}

/** R2: the same parts in any order and grouping end the same, unless a conversion or a refund too small comes in between. */
function anyOrderAndGrouping(bought: Bought, split: Split, paid: number): void {
  const parts = partsOf(bought.event, split);
  if (parts.length === 0) return;
  const once = returned(bought, [parts]);
  const oneByOne = returned(bought, grouped(parts, split));
  partsOfRefunds(once.refunds, paid);
  partsOfRefunds(oneByOne.refunds, paid);
  deepStrictEqual(oneByOne.view.uses, once.view.uses, 'what is used of limits depends on the order of parts (M11, R2)');
  for (const way of [...WAYS, 'total'] as const) {
    strictEqual(sumOf(oneByOne.refunds, way), sumOf(once.refunds, way), `${way} depends on the order of parts (R2)`);
  }
  const { shortage } = bought.history.program.returns;
  // Where one of the refunds could not pay for all that was missing, it matters which came first.
  const disturbed = [...once.entries, ...oneByOne.entries].some(
    ({ from, to }) => to === 'converted' || (shortage.kind === 'deduct' && (from === 'owed' || to === 'owed')),
  );
  if (disturbed) return;
  const deducted = (refunds: readonly Refund[]) => sum(refunds.map((refund) => refund.deducted));
  strictEqual(
    deducted(oneByOne.refunds),
    deducted(once.refunds),
    'what is deducted depends on the order of parts (R2)',
  );
  for (const wallet of once.view.wallets) {
    const other = walletIn(oneByOne.view, wallet.name);
    const why = `${wallet.name} depends on the order of parts (R2, ${shortage.kind})`;
    strictEqual(other.balance, wallet.balance, why);
    deepStrictEqual(other.totals, wallet.totals, why);
  }
}

/** R4: no refund is below zero, its parts come to the whole, and all together are never more than was paid. */
function partsOfRefunds(refunds: readonly Refund[], paid: number): void {
  for (const { total, lines, money, vouchers, storedValue, points, deducted } of refunds) {
    strictEqual(sum(lines), total, 'the lines of a refund do not sum to it (R4)');
    strictEqual(money + vouchers + storedValue + points, total, 'the ways of paying of a refund do not sum to it (R4)');
    ok(Math.min(...lines, money, vouchers, storedValue, points) >= 0, 'a return takes money from the customer (R4)');
    ok(deducted <= money, 'more is deducted than there is money in the refund (R3)');
  }
  ok(sum(refunds.map(({ deducted }) => deducted)) >= 0, 'more is paid back than was deducted (R3)');
  ok(sumOf(refunds, 'total') <= paid, 'more is refunded than was paid (R4)');
}

/** Some or all of the goods in pieces; of a line bought with a quantity of zero nothing comes back by name. */
function partsOf({ lines }: PurchaseEvent, { tenths }: Split): Parts {
  return lines.flatMap(({ quantity }, index) => {
    const pieces = /[1-9]/.test(quantity) ? (tenths[index % tenths.length] ?? []) : [];
    return pieces.map((some) => ({ line: index + 1, quantity: tenthsOf(quantity, some) }));
  });
}

function grouped(parts: Parts, { order }: Split): Parts[] {
  const shuffled = parts
    .map((part, index) => ({ part, key: (order[index % order.length] ?? 0) * (index + 1) }))
    .sort((a, b) => (a.key % 7) - (b.key % 7) || a.key - b.key);
  const groups: Parts[] = [];
  for (const { part, key } of shuffled) {
    const last = groups.at(-1);
    if (last === undefined || key % 3 > 0) groups.push([part]);
    else last.push(part);
  }
  return groups;
}

function sumOf(refunds: readonly Refund[], what: (typeof WAYS)[number] | 'total'): number {
  return sum(refunds.map((refund) => refund[what]));
}

/** Points that a rule gives without a purchase. */
function isGift({ kind }: Entry['reason']): boolean {
  return kind === 'given' || kind === 'givenPerFact';
}
