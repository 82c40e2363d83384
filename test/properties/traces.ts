import {
  type Engine,
  type Entry,
  type Event,
  type LinePrice,
  load,
  type Outcome,
  type Program,
  type Step,
} from '@laurel/engine';
import type { Account, Lot, Wallet } from '../reference/account.ts';
import { STORED_VALUE } from '../reference/account.ts';
import { benefitsOf, type Used } from '../reference/benefits.ts';
import type { CivilDate } from '../reference/civil-date.ts';
import type { ExchangeOutcome } from '../reference/exchanging.ts';
import type { Handed } from '../reference/handing.ts';
import type { Judged } from '../reference/judged.ts';
import { balanceOf, inSpendingOrder } from '../reference/ledger.ts';
import { expiryOf } from '../reference/lifetime.ts';
import type { PurchaseOutcome } from '../reference/purchase.ts';
import { type Answer, reference } from '../reference/reference.ts';
import type { Refund } from '../reference/refund.ts';
import { factsOf, type History } from './arbitrary-history.ts';

/** What both evaluators say about a history, in one shape, so that the two can be held against each other. */
interface Trace {
  readonly answers: readonly unknown[];
  readonly view: unknown;
  /** When something falls due next. */
  readonly dueMs: number | null;
}

/** How often something worth testing happened. */
export interface Seen {
  conversions: number;
  refusals: number;
  lateEvents: number;
  points: number;
  returns: number;
  returnsAfterConversion: number;
  debts: number;
  pending: number;
  expiries: number;
  exchanges: number;
  returnsAfterExchange: number;
  pointsPaid: number;
  reversals: number;
  occasions: number;
  sleepers: number;
  uses: number;
  usesTakenBack: number;
  tiers: number;
  referrals: number;
}

/** Runs a history through both evaluators. Where an event has several faults, the engine may tell any of them. */
export function traces(history: History): { fast: Trace; slow: Trace; seen: Seen } {
  const engine = load([history.program], { settings: history.settings });
  const judge = reference(history, history.account, history.openedAtMs);
  const fast: unknown[] = [];
  const slow: unknown[] = [];
  const seen: Seen = {
    conversions: 0,
    refusals: 0,
    lateEvents: 0,
    points: 0,
    returns: 0,
    returnsAfterConversion: 0,
    debts: 0,
    pending: 0,
    expiries: 0,
    exchanges: 0,
    returnsAfterExchange: 0,
    pointsPaid: 0,
    reversals: 0,
    occasions: 0,
    sleepers: 0,
    uses: 0,
    usesTakenBack: 0,
    tiers: 0,
    referrals: 0,
  };
  let state = engine.open(history.account, history.openedAtMs);
  for (const event of history.events) {
    const facts = factsOf(history, event);
    const step = engine.apply(state, event, facts);
    if (step.kind === 'applied') state = step.state;
    const answer = judge.apply(event, facts);
    fast.push({ event: event.id, ...fastAnswer(step) });
    slow.push({ event: event.id, ...slowAnswer(answer, step) });
    count(seen, answer);
  }
  const view = fastView(engine, state);
  const benefits = slowBenefits(history, judge.account(), view.benefits);
  return {
    fast: { answers: fast, view, dueMs: withinReach(engine.dueAt(state)) },
    slow: {
      answers: slow,
      view: { ...slowView(history.program, judge.account()), benefits },
      dueMs: withinReach(judge.dueMs()),
    },
    seen,
  };
}

/** The reference looks no further ahead; a fifth Thursday of February may be 28 years away. */
const REACH_MS = Date.UTC(2034, 0, 1);

function withinReach(dueMs: number | null): number | null {
  return dueMs === null || dueMs > REACH_MS ? null : dueMs;
}

function count(seen: Seen, answer: Answer): void {
  if (answer.kind === 'refused') seen.refusals += 1;
  if (answer.kind === 'notNew') seen.lateEvents += 1;
  if (answer.kind !== 'applied') return;
  if (answer.entries.some((entry) => entry.to === 'converted')) seen.conversions += 1;
  if (answer.entries.some((entry) => entry.lines !== null)) seen.points += 1;
  if (answer.refund !== null) {
    seen.returns += 1;
    if (seen.conversions > 0) seen.returnsAfterConversion += 1;
    if (seen.exchanges > 0) seen.returnsAfterExchange += 1;
  }
  if (answer.exchange !== null) seen.exchanges += 1;
  if (answer.used !== null) seen.uses += 1;
  if (answer.useTakenBack) seen.usesTakenBack += 1;
  if (answer.entries.some((entry) => entry.from === 'owed')) seen.debts += 1;
  if (answer.entries.some((entry) => entry.from === 'pending')) seen.pending += 1;
  if (answer.entries.some((entry) => entry.to === 'expired')) seen.expiries += 1;
  if (answer.entries.some(({ to, wallet }) => to === 'spent' && wallet !== STORED_VALUE)) seen.pointsPaid += 1;
  if (answer.entries.some(({ from, wallet }) => from === 'spent' && wallet !== STORED_VALUE)) seen.reversals += 1;
  if (answer.entries.some((entry) => entry.rule !== null && entry.event === null)) seen.occasions += 1;
  if (answer.changes.some(({ to }) => to === 'dormant')) seen.sleepers += 1;
  if (answer.moves.length > 0) seen.tiers += 1;
  if (answer.messages.length > 0) seen.referrals += 1;
}

function fastAnswer(step: Step) {
  if (step.kind === 'refused') return { kind: step.kind, code: step.refusal.code };
  if (step.kind !== 'applied') return { kind: step.kind };
  const { outcomes } = step;
  return {
    kind: step.kind,
    entries: step.entries.map(fastEntry),
    prices: outcomes.flatMap((outcome) => (outcome.kind === 'priced' ? outcome.lines.map(fastPrice) : [])),
    delivery: outcomes.flatMap((outcome) => {
      if (outcome.kind !== 'priced' || outcome.delivery === null) return [];
      const { price, by } = outcome.delivery;
      return [{ price, rule: by?.rule ?? null }];
    }),
    total: outcomes.flatMap((outcome) => (outcome.kind === 'priced' ? [outcome.total] : [])),
    paidDiffers: outcomes.flatMap((outcome) =>
      outcome.kind === 'paidDiffers' ? [{ quoted: outcome.quoted, paid: outcome.paid }] : [],
    ),
    refunds: outcomes.flatMap((outcome) => {
      if (outcome.kind !== 'refund') return [];
      const { kind: _kind, ...refund } = outcome;
      return [{ ...refund, lines: [...refund.lines] }];
    }),
    exchanges: outcomes.flatMap((outcome) => (outcome.kind === 'exchanged' ? [fastExchange(outcome)] : [])),
    handed: outcomes.flatMap((outcome) =>
      outcome.kind === 'given' || outcome.kind === 'notify' ? [handedIn(outcome)] : [],
    ),
    used: outcomes.flatMap((outcome) => (outcome.kind === 'benefitUsed' ? [usedIn(outcome)] : [])),
    useTakenBack: outcomes.some(({ kind }) => kind === 'useTakenBack'),
    silent: outcomes.flatMap((outcome) => (outcome.kind === 'silent' ? [outcome.why] : [])),
    moves: outcomes.flatMap((outcome) => {
      if (outcome.kind !== 'tier') return [];
      const { ladder, from, to, why, atMs } = outcome;
      return [{ ladder, from, to, why, atMs }];
    }),
    messages: step.messages.map(told),
    changes: outcomes.flatMap((outcome) =>
      outcome.kind === 'membership' ? [{ ...changed(outcome), because: causeOf(outcome) }] : [],
    ),
  };
}

function told(message: Event) {
  if (message.kind !== 'referral') throw new TypeError(`nobody tells another account of a ${message.kind}`);
  const { kind: _, at, bought, paid, ...rest } = message;
  return { ...rest, atMs: Date.parse(at), boughtMs: Date.parse(bought), paid: Number(paid.replace('.', '')) };
}

function fastPrice({ list, price, by, set }: LinePrice) {
  const inSet = set === null ? null : { rule: set.by.rule, items: set.items };
  return { list, price, rule: by?.rule ?? null, set: inSet };
}

/** Where all items of a line are in sets, nothing else prices it. */
function slowPrice({ list, price, rule, set }: PurchaseOutcome['prices'][number]) {
  const inSet = set === null || set.all ? null : { rule: set.rule, items: set.items };
  return { list: Number(list), price: Number(price), rule: set?.all ? set.rule : rule, set: inSet };
}

function fastExchange({ lines, total, value, toPay, back }: Extract<Outcome, { kind: 'exchanged' }>) {
  return { prices: lines.map(fastPrice), total, value, toPay, back };
}

function slowExchange({ prices, value, toPay, back }: ExchangeOutcome) {
  const { total, money, vouchers, storedValue, points, deducted } = back;
  return {
    prices: prices.map(slowPrice),
    total: prices.reduce((sum, { price }) => sum + Number(price), 0),
    value: Number(value),
    toPay: Number(toPay),
    back: {
      total: Number(total),
      money: Number(money),
      vouchers: Number(vouchers),
      storedValue: Number(storedValue),
      points: Number(points),
      deducted: Number(deducted),
    },
  };
}

function handedIn(outcome: Extract<Outcome, { kind: 'given' | 'notify' }>): Handed {
  const { by } = outcome;
  if (outcome.kind === 'notify') return { by: by.rule, what: `message ${outcome.message}`, times: 1 };
  const { what, times } = outcome;
  const told = 'name' in what ? what.name : String(what.amount);
  return { by: by.rule, what: `${what.kind} ${told}`, times };
}

function usedIn({ benefit, times, quotas }: Extract<Outcome, { kind: 'benefitUsed' }>) {
  return { benefit: benefit.rule, times, quotas: inOrder(quotas) };
}

/** The limits of a benefit stand in the file's order, which is no part of what they mean. */
function inOrder<T extends { readonly per: string }>(quotas: readonly T[]): readonly T[] {
  return quotas.toSorted((a, b) => (a.per < b.per ? -1 : 1));
}

function writtenQuotas(quotas: Used['quotas']) {
  return quotas.map(({ until, ...quota }) => ({ ...quota, until: until === null ? null : writtenDate(until) }));
}

type Change = Extract<Outcome, { kind: 'membership' }>;

function changed({ from, to, atMs }: Change) {
  return { from, to, atMs };
}

function causeOf({ because }: Change) {
  if (because === null) return null;
  const { kind, purchase, amount, least } = because;
  return { kind, purchase, amount, least };
}

function fastEntry({ reason, ...entry }: Entry) {
  return {
    ...entry,
    lots: [...entry.lots],
    lines: reason.kind === 'earned' ? reason.lines : null,
    inAll: reason.kind === 'takenBack' ? reason.inAll : null,
    held: reason.kind === 'exchanged' ? reason.held : null,
    rule: reason.kind === 'given' || reason.kind === 'givenPerFact' ? reason.rule : null,
  };
}

function slowAnswer(answer: Answer, step: Step) {
  if (answer.kind === 'notNew' || answer.kind === 'needs') return { kind: answer.kind };
  if (answer.kind === 'refused') {
    const told = step.kind === 'refused' ? step.refusal.code : '';
    return { kind: answer.kind, code: answer.codes.includes(told) ? told : answer.codes.join(' or ') };
  }
  const { purchase, refund, exchange } = answer;
  const prices = (purchase?.prices ?? []).map(slowPrice);
  const delivery = purchase?.delivery ?? null;
  const differs = (purchase ?? exchange)?.paidDiffers ?? null;
  return {
    kind: answer.kind,
    entries: answer.entries,
    prices,
    delivery: delivery === null ? [] : [{ price: Number(delivery.price), rule: delivery.rule }],
    total: purchase === null ? [] : [prices.reduce((total, { price }) => total + price, 0)],
    paidDiffers: differs === null ? [] : [{ quoted: Number(differs.quoted), paid: Number(differs.paid) }],
    refunds: refund === null ? [] : [inNumbers(refund)],
    exchanges: exchange === null ? [] : [slowExchange(exchange)],
    handed: answer.handed,
    used: answer.used === null ? [] : [{ ...answer.used, quotas: writtenQuotas(answer.used.quotas) }],
    useTakenBack: answer.useTakenBack,
    messages: answer.messages,
    silent: purchase === null || purchase.silence === null ? [] : [purchase.silence],
    moves: answer.moves,
    changes: answer.changes,
  };
}

function inNumbers({ purchase, total, lines, money, vouchers, storedValue, points, deducted }: Refund) {
  return {
    purchase,
    total: Number(total),
    lines: lines.map(Number),
    money: Number(money),
    vouchers: Number(vouchers),
    storedValue: Number(storedValue),
    points: Number(points),
    deducted: Number(deducted),
  };
}

function fastView(engine: Engine, state: Parameters<Engine['view']>[0]) {
  const { account, status, atMs, joinedAtMs, activeFromMs, birthday, wallets, receipts, ...more } = engine.view(state);
  const { joiningPurchase, referrer, uses, store, keepsPoints, benefits, facts } = more;
  return {
    ...{ account, status, atMs, joinedAtMs, activeFromMs, joiningPurchase, referrer, birthday, receipts, uses },
    ...{ store, keepsPoints, facts },
    benefits: benefits.map((each) => ({
      ...each,
      refusal: each.refusal === null ? null : each.refusal.code,
      quotas: inOrder(each.quotas),
    })),
    wallets: wallets.map(({ name, unit, balance, totals, lots }) => ({
      ...{ name, unit, balance, lots },
      totals: Object.fromEntries(Object.entries(totals).filter(([, amount]) => amount !== 0)),
    })),
  };
}

function slowView(program: Program, account: Account) {
  const { name, place, status, joinedAtMs, activeFromMs, birthday, wallets, receipts, uses } = account;
  const { joiningPurchase, referrer, store, keepsPoints } = account;
  const facts = Object.entries(account.facts).map(([name, value]) => ({ name, value }));
  return {
    ...{ account: name, status, atMs: place.atMs, joinedAtMs, activeFromMs, joiningPurchase, referrer, birthday },
    ...{ store, keepsPoints, facts: facts.toSorted((a, b) => (a.name < b.name ? -1 : 1)) },
    receipts: receipts.map(({ purchase, lastDate }) => ({ purchase, lastDay: writtenDate(lastDate) })),
    uses: usesInView(uses),
    wallets: wallets.map((wallet) => ({
      name: wallet.name,
      unit: unitOf(wallet.name),
      balance: Number(balanceOf(wallet)),
      lots: lotsOf(program, wallet).map((lot) => ({
        entry: lot.entry,
        earnedAtMs: lot.earnedAtMs,
        availableFromMs: lot.availableFromMs,
        expiresAtMs: expiryOf(program, wallet.name, lot),
        left: Number(lot.left),
      })),
      totals: Object.fromEntries(
        Object.entries(wallet.totals).flatMap(([at, amount]) => (amount === 0n ? [] : [[at, Number(amount)]])),
      ),
    })),
  };
}

function unitOf(wallet: string): string {
  if (wallet === STORED_VALUE) return 'money';
  return wallet.startsWith('coupon: ') ? 'coupons' : 'points';
}

/** Where a benefit has several faults, the engine may tell any of them. */
function slowBenefits(judged: Judged, account: Account, told: readonly { readonly refusal: string | null }[]) {
  return benefitsOf(judged, account).map(({ faults, quotas, ...each }, index) => {
    const refusal = told[index]?.refusal ?? null;
    const isFault = refusal !== null && faults.includes(refusal);
    return { ...each, refusal: isFault ? refusal : (faults[0] ?? null), quotas: writtenQuotas(quotas) };
  });
}

/** How often each limit was used in each of its periods, in the order of rule, period and date. */
function usesInView(uses: Account['uses']) {
  const counted = new Map<string, { rule: string; per: string; lastDay: string | null; times: number }>();
  for (const { rule, per, lastDate } of uses) {
    const lastDay = lastDate === null ? null : writtenDate(lastDate);
    const key = [rule, per, lastDay ?? '9999'].join('\n');
    counted.set(key, { rule, per, lastDay, times: (counted.get(key)?.times ?? 0) + 1 });
  }
  return [...counted].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, use]) => use);
}

/** Those that can be used in spending order, then the pending ones in the order in which they become available. */
function lotsOf(program: Program, { name, lots }: Wallet): Lot[] {
  const pending = lots.filter(({ availableFromMs }) => availableFromMs !== null);
  const usable = lots.filter(({ availableFromMs }) => availableFromMs === null);
  const inTime = pending.toSorted((a, b) => (a.availableFromMs ?? 0) - (b.availableFromMs ?? 0) || a.entry - b.entry);
  return [...inSpendingOrder(program, name, usable), ...inTime];
}

function writtenDate({ year, month, day }: CivilDate): string {
  return [year, String(month).padStart(2, '0'), String(day).padStart(2, '0')].join('-');
}
