import { deepStrictEqual, strictEqual } from 'node:assert/strict';
import {
  type Basket,
  type Engine,
  type Event,
  load,
  type Program,
  type Quote,
  type State,
  type Step,
} from '@laurel/engine';
import fc from 'fast-check';
import { test } from 'vitest';
import { factsOf, type History, history } from './arbitrary-history.ts';
import { type PurchaseDraft, purchaseDraft, purchaseOf, writtenMoney } from './arbitrary-purchase.ts';

type PurchaseEvent = Extract<Event, { kind: 'purchase' }>;
type Tender = NonNullable<PurchaseEvent['tenders']>[number];
type Quoted = Extract<Quote, { kind: 'quoted' }>;

test('M6: the purchase that follows a quote gets what was quoted, however the till writes that it was paid', () => {
  fc.assert(fc.property(history, purchaseDraft, fc.nat(400), quoteIsAward), { seed: 20260510, numRuns: 400 });
});

/** Quotes a random basket on the account of a random history, and buys it in every way in which a till may tell of it. */
function quoteIsAward(history: History, draft: PurchaseDraft, paidPercent: number): void {
  const { program } = history;
  const engine = load([program], { settings: history.settings });
  let state = engine.open(history.account, history.openedAtMs);
  for (const event of history.events) {
    const step = engine.apply(state, event, factsOf(history, event));
    if (step.kind === 'applied') state = step.state;
  }
  const { tenders: _, ...purchase } = purchaseOf(program, draft);
  const at = new Date(engine.view(state).atMs + 1).toISOString();
  const basket: Basket = { at, ...purchase, lines: purchase.lines.map(({ paid: _, ...line }) => line) };
  const quote = engine.quote(state, basket);
  const bought = buy(engine, state, basket);
  if (quote.kind !== 'quoted') {
    strictEqual(bought.kind, 'refused', 'a purchase is applied that was not quoted (M6)');
    return;
  }
  // Nothing of a random program hangs on facts that others share.
  deepStrictEqual(quote.provisional, [], 'something is provisional that nobody else can change (M6)');
  const { minorDigits } = program.currency;
  const money = (minor: number) => writtenMoney(minor, minorDigits);
  const cash = (amount: number): Tender[] => [{ kind: 'cash', amount: money(amount) }];
  const stating = (of: (price: number) => number) =>
    basket.lines.map((line, index) => ({ ...line, paid: money(of(quote.lines[index]?.price ?? 0)) }));

  getsWhatWasQuoted(quote, bought);
  reachesWhatWasQuoted(history, quote, engine, state, bought, at);
  getsWhatWasQuoted(quote, buy(engine, state, basket, { tenders: cash(quote.total) }));
  getsWhatWasQuoted(quote, buy(engine, state, { ...basket, lines: stating((price) => price) }));

  const share = (price: number) => Math.floor((price * paidPercent) / 100);
  const lines = stating(share);
  const paid = quote.lines.reduce((sum, { price }) => sum + share(price), 0);
  for (const tenders of [{}, { tenders: cash(paid) }]) {
    const step = buy(engine, state, { ...basket, lines }, tenders);
    if (!isBeyondDiscretion(program, step)) statedPaymentStands(quote, paid, step);
  }
}

/** The tiers that the purchase brings, beside what falls due on the way to it. */
function reachesWhatWasQuoted(
  { program }: History,
  quote: Quoted,
  engine: Engine,
  state: State,
  step: Step,
  at: string,
) {
  const waited = engine.advance(state, at);
  if (step.kind !== 'applied' || waited.kind !== 'applied') return;
  const tierOn = (on: State, ladder: string) =>
    engine.view(on).tiers.find((tier) => tier.ladder === ladder)?.tier ?? null;
  const reached = program.ladders.flatMap(({ name: ladder, tiers }) => {
    const [from, to] = [tierOn(waited.state, ladder), tierOn(step.state, ladder)];
    const place = (tier: string | null) => tiers.findIndex(({ name }) => name === tier);
    return to !== null && place(to) > place(from) ? [{ ladder, from, to }] : [];
  });
  deepStrictEqual(quote.tiers, reached, 'the tier that would be reached is not the one that is (M6)');
}

function buy(engine: Engine, state: State, basket: Basket, paying: Pick<PurchaseEvent, 'tenders'> = {}): Step {
  const { account } = engine.view(state);
  return engine.apply(state, { kind: 'purchase', id: 'quoted', account, ...basket, ...paying });
}

function getsWhatWasQuoted(quote: Quoted, step: Step): void {
  const { priced, differs, silent } = told(step);
  deepStrictEqual(priced?.lines, quote.lines, 'the quoted prices are not the prices (M6)');
  strictEqual(differs, undefined, 'what was quoted was paid, and is said to differ (M6)');
  strictEqual(silent?.why ?? null, quote.silence, 'the quoted silence is not the silence (M6)');
  if (step.kind !== 'applied') return;
  const given = step.outcomes.flatMap((outcome) => (outcome.kind === 'given' ? [outcome] : []));
  const handed = given.map(({ by, what, times }) => ({ by, what, times }));
  deepStrictEqual(handed, quote.given, 'what is handed out is not what was quoted (M6)');
  const earned = step.entries.filter(({ reason }) => reason.kind === 'earned');
  const points = earned.map(({ wallet, amount, reason }) => ({ wallet, amount, reason }));
  deepStrictEqual(points, quote.points, 'the quoted points are not the points (M6)');
}

/** Staff may take another amount: the prices are as quoted, what was paid stands, and the difference is told. */
function statedPaymentStands(quote: Quoted, paid: number, step: Step): void {
  const { priced, differs } = told(step);
  deepStrictEqual(priced?.lines, quote.lines, 'a stated payment changes the prices (M6)');
  const difference = differs === undefined ? null : { quoted: differs.quoted, paid: differs.paid };
  const expected = paid === quote.total && differs === undefined ? null : { quoted: quote.total, paid };
  deepStrictEqual(difference, expected, 'a stated payment does not stand (M6)');
}

/** Where a file bounds the prices that staff set, those beyond are refused. */
function isBeyondDiscretion({ rules }: Program, step: Step): boolean {
  const areBounded = rules.some(({ effects }) => effects.some(({ kind }) => kind === 'staffPrice'));
  return areBounded && step.kind === 'refused' && step.refusal.code === 'beyond-discretion';
}

function told(step: Step) {
  if (step.kind !== 'applied') throw new Error(`what was quoted is ${JSON.stringify(step)} (M6)`);
  return {
    priced: step.outcomes.find((outcome) => outcome.kind === 'priced'),
    differs: step.outcomes.find((outcome) => outcome.kind === 'paidDiffers'),
    silent: step.outcomes.find((outcome) => outcome.kind === 'silent'),
  };
}
