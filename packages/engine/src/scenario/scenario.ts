import type { Event } from '../event.ts';
import type { LedgerAccount } from '../ledger.ts';
import type { MembershipStatus, RefusalCode, Silence } from '../reason.ts';

/**
 * A member, a dated history and what must come out: plain data, with everything resolved. Scenario files and the
 * `example` sections of a program both become this.
 */
export interface Scenario {
  readonly name: string;
  /** The lines of a source text that it proves, as the file names them: `yidu-shoes 1`. */
  readonly cites: readonly string[];
  /** The account of its member. */
  readonly account: string;
  /** Identity documents that other accounts have. */
  readonly documentsTaken: readonly string[];
  /** In the order of the account's log. */
  readonly steps: readonly ScenarioStep[];
}

export interface ScenarioStep {
  /** How the step is told to people: `2026-05-10 12:00 buys`. */
  readonly words: string;
  /** Whom it happens to: the scenario's member, or somebody else who is named. */
  readonly account: string;
  /** An instant with an offset or Z. */
  readonly at: string;
  /** What happens; null: time passes up to `at`. */
  readonly event: Event | null;
  /** What must come out of it; null: only that it is not refused. */
  readonly expect: Expectation | null;
}

/** What must be true after a step. What is left out may be anything. Amounts are plain decimals: money in the currency, points whole. */
export interface Expectation {
  /** What the purchase was paid: what the tenders say, else what it costs. */
  readonly paid?: string;
  /** What the purchase costs under the rules, whatever was paid. */
  readonly price?: string;
  /** What a return or an exchange gives back in money, vouchers and stored value together, less what is deducted. */
  readonly refund?: string;
  /** What an exchange costs the customer. */
  readonly toPay?: string;
  /** Points that this step earned, by wallet, before any conversion. */
  readonly earned?: Readonly<Record<string, string>>;
  /** Balances after the step, by wallet; `stored value` among them. */
  readonly balances?: Readonly<Record<string, string>>;
  /** What the step gives the host to hand out, in order: `Umbrella`, `2 × Umbrella`, `voucher 50.00`, `cash 20.00`. */
  readonly given?: readonly string[];
  /** The messages that the step sends to the member, in order. */
  readonly told?: readonly string[];
  /** How often benefits can be used now, and how many coupons there are, by name; `any`: as often as one likes. */
  readonly left?: Readonly<Record<string, string>>;
  readonly status?: MembershipStatus;
  /** Where the member stands on the ladder that has this tier; {@link NO_TIER}: below the lowest of every ladder. */
  readonly tier?: string;
  /** The step's ledger entries, all of them, in order. */
  readonly entries?: readonly ExpectedEntry[];
  readonly refused?: RefusalCode | 'not-new';
  /** Why no rule acts for this purchase. */
  readonly silent?: Silence;
  /** The names of the rules that act, all of them, in any order. */
  readonly rules?: readonly string[];
}

/** What is expected of whoever stands on no tier. */
export const NO_TIER = 'none';

export interface ExpectedEntry {
  readonly wallet: string;
  readonly from: LedgerAccount;
  readonly to: LedgerAccount;
  readonly amount: string;
}

/**
 * The same scenario for a twin of its program whose names differ.
 * @param names from each name of the scenario's own program to the twin's
 */
export function renamed(scenario: Scenario, names: ReadonlyMap<string, string>): Scenario {
  const named = (name: string): string => names.get(name) ?? name;
  return {
    ...scenario,
    steps: scenario.steps.map((step) => ({
      ...step,
      event: step.event === null ? null : renamedEvent(step.event, named),
      expect: step.expect === null ? null : renamedExpectation(step.expect, named),
    })),
  };
}

type Naming = (name: string) => string;

function renamedEvent(event: Event, named: Naming): Event {
  if (event.kind === 'purchase') {
    const { asks, coupons, ...rest } = event;
    return {
      ...rest,
      ...(asks === undefined ? {} : { asks: asks.map(named) }),
      ...(coupons === undefined ? {} : { coupons: coupons.map(named) }),
    };
  }
  if ((event.kind === 'join' || event.kind === 'profile') && event.profile?.facts !== undefined) {
    return { ...event, profile: { ...event.profile, facts: keysRenamed(event.profile.facts, named) } };
  }
  if (event.kind === 'event') {
    const { facts } = event;
    return {
      ...event,
      event: named(event.event),
      ...(facts === undefined ? {} : { facts: keysRenamed(facts, named) }),
    };
  }
  if (event.kind === 'use') return { ...event, benefit: named(event.benefit) };
  if (event.kind === 'tier') return { ...event, tier: named(event.tier) };
  if (event.kind === 'redeem') return { ...event, reward: named(event.reward) };
  if (event.kind === 'adjust') return { ...event, wallet: named(event.wallet) };
  return event;
}

function keysRenamed<T>(told: Readonly<Record<string, T>>, named: Naming): Record<string, T> {
  return Object.fromEntries(Object.entries(told).map(([name, value]) => [named(name), value]));
}

function renamedExpectation(expect: Expectation, named: Naming): Expectation {
  const { earned, balances, given, told, left, tier, entries, rules, ...rest } = expect;
  const keys = (amounts: Readonly<Record<string, string>>) => keysRenamed(amounts, named);
  return {
    ...rest,
    ...(earned === undefined ? {} : { earned: keys(earned) }),
    ...(balances === undefined ? {} : { balances: keys(balances) }),
    ...(entries === undefined ? {} : { entries: entries.map((e) => ({ ...e, wallet: named(e.wallet) })) }),
    ...(told === undefined ? {} : { told: told.map(named) }),
    ...(left === undefined ? {} : { left: keys(left) }),
    ...(tier === undefined ? {} : { tier: tier === NO_TIER ? tier : named(tier) }),
    ...(given === undefined ? {} : { given: given.map((what) => renamedGift(what, named)) }),
    ...(rules === undefined ? {} : { rules: rules.map(named) }),
  };
}

/** `2 × Umbrella`: how many, and the name that may differ. */
function renamedGift(what: string, named: Naming): string {
  const [, count = '', name = what] = /^(\d+ × )(.*)$/.exec(what) ?? [];
  return count + named(name);
}
