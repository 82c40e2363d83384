import type { Engine } from '../evaluate.ts';
import type { Event } from '../event.ts';
import { actingRules } from '../explain.ts';
import type { Entry } from '../ledger.ts';
import { fromMinor, toMinor } from '../number.ts';
import { couponWallet, STORED_VALUE } from '../program.ts';
import type { Outcome, Refusal } from '../reason.ts';
import type { State } from '../state.ts';
import type { Facts, Step } from '../step.ts';
import { type Expectation, type ExpectedEntry, NO_TIER, type Scenario, type ScenarioStep } from './scenario.ts';

/** One thing that was expected of one step, and what came out. */
export interface Finding {
  /** The step's place in the scenario, from 1. */
  readonly step: number;
  /** The step as it is told to people. */
  readonly words: string;
  /** What was looked at, in the words of a scenario file: `paid`, `earned`, a wallet's name, `refused because`. */
  readonly what: string;
  readonly expected: string;
  readonly actual: string;
  readonly ok: boolean;
}

export interface ScenarioRun {
  /** Every expectation in the scenario's order; a step that is refused unexpectedly adds one of its own. */
  readonly findings: readonly Finding[];
  readonly ok: boolean;
  /** The names of the rules that acted in some step. */
  readonly acted: ReadonlySet<string>;
}

/** Plays a scenario on fresh accounts and holds what comes out against what is expected. */
export function runScenario(engine: Engine, scenario: Scenario): ScenarioRun {
  const findings: Finding[] = [];
  const acted = new Set<string>();
  const accounts = new Map<string, State>();
  const post: Event[] = [];
  const facts = factsOf(scenario);
  const stateOf = (account: string, at: string) => accounts.get(account) ?? engine.open(account, at);
  const take = (account: string, outcome: Step): void => {
    if (outcome.kind !== 'applied') return;
    accounts.set(account, outcome.state);
    post.push(...outcome.messages);
    for (const rule of actingRules(outcome)) acted.add(rule);
  };
  for (const [i, step] of scenario.steps.entries()) {
    const heard: Applied[] = [];
    for (const message of delivered(post, step.at)) {
      const told = engine.apply(stateOf(message.account, message.at), message);
      take(message.account, told);
      if (told.kind === 'applied' && message.account === step.account) heard.push(told);
    }
    const played = play(engine, stateOf(step.account, step.at), step, facts);
    take(step.account, played);
    // Where only time passes, what was told on the way is part of it.
    const outcome = step.event === null && played.kind === 'applied' ? together(heard, played) : played;
    const state = stateOf(step.account, step.at);
    for (const check of checks(engine, state, step, outcome)) {
      const ok = check.ok ?? check.expected === check.actual;
      findings.push({ step: i + 1, words: step.words, ...check, ok });
    }
  }
  return { findings, ok: findings.every((finding) => finding.ok), acted };
}

type Applied = Extract<Step, { kind: 'applied' }>;

function together(before: readonly Applied[], last: Applied): Applied {
  const all = [...before, last];
  return { ...last, entries: all.flatMap(({ entries }) => entries), outcomes: all.flatMap(({ outcomes }) => outcomes) };
}

/** What accounts tell one another by an instant, in the order in which it takes effect (P3). */
function delivered(post: Event[], at: string): Event[] {
  const dueBy = Date.parse(at);
  const due = post.filter((message) => Date.parse(message.at) <= dueBy);
  post.splice(0, post.length, ...post.filter((message) => !due.includes(message)));
  return due.sort((a, b) => Date.parse(a.at) - Date.parse(b.at) || (a.id < b.id ? -1 : 1));
}

/** The scenario is its own log, and says itself which identity documents others have. */
function factsOf({ steps, documentsTaken }: Scenario): Facts {
  const documents = steps.flatMap(({ event }) =>
    event?.kind === 'join' && event.identity !== undefined ? [event.identity] : [],
  );
  const identities = documents.map((document): [string, 'free' | 'taken'] => [
    document,
    documentsTaken.includes(document) ? 'taken' : 'free',
  ]);
  return { purchases: purchasesOf(steps), identities: Object.fromEntries(identities) };
}

/** A return finds its purchase among the steps, or learns that there is none. */
function purchasesOf(steps: readonly ScenarioStep[]): Readonly<Record<string, Event | null>> {
  const bought = steps.flatMap(({ event }): [string, Event | null][] => {
    if (event?.kind === 'return') return [[event.purchase, null]];
    if (event?.kind === 'exchange') {
      return [
        [event.purchase, null],
        [event.id, event],
      ];
    }
    return event?.kind === 'purchase' ? [[event.id, event]] : [];
  });
  // What was bought counts more than that somebody asked for it.
  return Object.fromEntries(bought.sort(([, a], [, b]) => Number(a !== null) - Number(b !== null)));
}

function play(engine: Engine, state: State, { event, at }: ScenarioStep, facts: Facts): Step {
  if (event !== null) return engine.apply(state, event, facts);
  const step = engine.advance(state, at);
  // An instant that the account has reached already is nothing to wait for.
  return step.kind === 'notNew' ? { kind: 'applied', state, entries: [], outcomes: [], messages: [] } : step;
}

interface Check {
  readonly what: string;
  readonly expected: string;
  readonly actual: string;
  /** Where equal texts are not the measure. */
  readonly ok?: boolean;
}

function checks(engine: Engine, state: State, { expect, event }: ScenarioStep, step: Step): Check[] {
  const refusal = refusalCheck(expect, step);
  const found: Check[] = refusal === null ? [] : [refusal];
  if (expect === null) return found;
  const amounts = amountsOf(engine);
  if (step.kind === 'applied') found.push(...purchaseChecks(expect, step, event, amounts));
  const view = engine.view(state);
  for (const [wallet, expected] of Object.entries(expect.balances ?? {})) {
    const balance = view.wallets.find(({ name }) => name === wallet)?.balance;
    found.push(amounts.check(wallet, wallet, expected, balance));
  }
  for (const [name, expected] of Object.entries(expect.left ?? {})) {
    const coupons = view.wallets.find((wallet) => wallet.name === couponWallet(name))?.balance ?? null;
    const benefit = view.benefits.find((each) => each.benefit === name);
    const left = benefit === undefined ? coupons : benefit.left;
    found.push({ what: `left of ${name}`, expected, actual: left === null ? 'any' : String(left) });
  }
  if (expect.status !== undefined) found.push({ what: 'status', expected: expect.status, actual: view.status });
  if (expect.tier !== undefined) {
    const tiers = view.tiers.flatMap(({ tier }) => tier ?? []);
    const ok = expect.tier === NO_TIER ? tiers.length === 0 : tiers.includes(expect.tier);
    found.push({ what: 'tier', expected: expect.tier, actual: tiers.join(', ') || NO_TIER, ok });
  }
  return found;
}

/** What has to do with the step itself, which a refused step has none of. */
function purchaseChecks(
  expect: Expectation,
  step: Extract<Step, { kind: 'applied' }>,
  event: Event | null,
  amounts: Amounts,
): Check[] {
  const found: Check[] = [];
  const priced = step.outcomes.find((outcome) => outcome.kind === 'priced');
  const differs = step.outcomes.find((outcome) => outcome.kind === 'paidDiffers');
  const silent = step.outcomes.find((outcome) => outcome.kind === 'silent');
  const exchanged = step.outcomes.find((outcome) => outcome.kind === 'exchanged');
  if (expect.price !== undefined) {
    found.push(amounts.check('price', STORED_VALUE, expect.price, (priced ?? exchanged)?.total));
  }
  if (expect.paid !== undefined) {
    found.push(amounts.check('paid', STORED_VALUE, expect.paid, differs?.paid ?? priced?.total));
  }
  if (expect.refund !== undefined) {
    const refund = exchanged?.back ?? step.outcomes.find((outcome) => outcome.kind === 'refund');
    const given = refund === undefined ? undefined : refund.total - refund.deducted;
    found.push(amounts.check('refund', STORED_VALUE, expect.refund, given));
  }
  if (expect.toPay !== undefined) {
    found.push(amounts.check('to pay', STORED_VALUE, expect.toPay, exchanged?.toPay));
  }
  for (const [wallet, expected] of Object.entries(expect.earned ?? {})) {
    const earned = step.entries
      .filter((entry) => entry.wallet === wallet && isGain(entry, event))
      .reduce((sum, entry) => sum + entry.amount, 0);
    found.push(amounts.check(`earned ${wallet}`, wallet, expected, earned));
  }
  if (expect.silent !== undefined) {
    found.push({ what: 'no rule acts because', expected: expect.silent, actual: silent?.why ?? 'rules act' });
  }
  if (expect.given !== undefined) {
    const given = step.outcomes.flatMap((outcome) => (outcome.kind === 'given' ? [givenText(outcome, amounts)] : []));
    found.push({
      what: 'given',
      expected: expect.given.join(', ') || 'nothing',
      actual: given.join(', ') || 'nothing',
    });
  }
  if (expect.told !== undefined) {
    const told = step.outcomes.flatMap((outcome) => (outcome.kind === 'notify' ? [outcome.message] : []));
    found.push({ what: 'told', expected: expect.told.join(', ') || 'nothing', actual: told.join(', ') || 'nothing' });
  }
  if (expect.rules !== undefined) {
    const listed = (names: Iterable<string>) => [...names].sort().join(', ') || 'none';
    found.push({ what: 'rules', expected: listed(expect.rules), actual: listed(actingRules(step)) });
  }
  if (expect.entries !== undefined) found.push(...entryChecks(expect.entries, step.entries, amounts));
  return found;
}

function givenText({ what, times }: Extract<Outcome, { kind: 'given' }>, amounts: Amounts): string {
  const each = 'name' in what ? what.name : `${what.kind} ${amounts.show(STORED_VALUE, what.amount)}`;
  return times === 1 ? each : `${times} × ${each}`;
}

/** Points that a rule gave: at the step's event, or (where time only passes) on the way to the step. */
function isGain({ reason, event: cause }: Entry, event: Event | null): boolean {
  return (reason.kind === 'earned' || reason.kind === 'given') && (event === null || cause === event.id);
}

function entryChecks(
  expected: readonly ExpectedEntry[],
  entries: Extract<Step, { kind: 'applied' }>['entries'],
  amounts: Amounts,
): Check[] {
  const most = Math.max(expected.length, entries.length);
  return Array.from({ length: most }, (_, i) => {
    const wanted = expected[i];
    const entry = entries[i];
    return {
      what: `entry ${i + 1}`,
      expected:
        wanted === undefined
          ? 'none'
          : `${amounts.canonical(wanted.wallet, wanted.amount)} ${wanted.wallet}, ${wanted.from} to ${wanted.to}`,
      actual:
        entry === undefined
          ? 'none'
          : `${amounts.show(entry.wallet, entry.amount)} ${entry.wallet}, ${entry.from} to ${entry.to}`,
    };
  });
}

/** A refused step is a finding unless it is expected; an expected refusal that does not come is one, too. */
function refusalCheck(expect: Expectation | null, step: Step): Check | null {
  const expected = expect?.refused ?? 'not refused';
  const actual = step.kind === 'applied' ? 'not refused' : step.kind === 'notNew' ? 'not-new' : codeOf(step);
  if (expected === 'not refused' && actual === expected) return null;
  const detail = step.kind === 'refused' && expected !== actual ? detailsOf(step.refusal) : '';
  return { what: 'refused because', expected, actual: actual + detail, ok: expected === actual };
}

function codeOf(step: Extract<Step, { kind: 'refused' | 'needs' }>): string {
  return step.kind === 'refused' ? step.refusal.code : 'needs';
}

/** What does not fit in an event: ` (path: lines.0.quantity, code: notDecimal)`. */
function detailsOf(refusal: Refusal): string {
  if (refusal.code !== 'bad-event') return '';
  const said = Object.entries(refusal.fault).map(([key, value]) => `${key}: ${String(value)}`);
  return ` (${said.join(', ')})`;
}

interface Amounts {
  show(wallet: string, amount: number): string;
  canonical(wallet: string, decimal: string): string;
  check(what: string, wallet: string, expected: string, actual: number | undefined): Check;
}

/** Amounts in the words of a scenario: money with the currency's decimals, points whole. */
function amountsOf(engine: Engine): Amounts {
  const digitsOf = (wallet: string): number => (wallet === STORED_VALUE ? engine.about.minorDigits : 0);
  const show = (wallet: string, amount: number): string => fromMinor(amount, digitsOf(wallet));
  const canonical = (wallet: string, decimal: string): string => {
    const amount = toMinor(decimal.replace('-', ''), digitsOf(wallet), 'halfUp');
    return show(wallet, decimal.startsWith('-') ? -amount : amount);
  };
  return {
    show,
    canonical,
    check: (what, wallet, expected, actual) => ({
      what,
      expected: canonical(wallet, expected),
      actual: actual === undefined ? 'none' : show(wallet, actual),
    }),
  };
}
