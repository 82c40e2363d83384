import { deepStrictEqual } from 'node:assert/strict';
import { type Engine, type Event, type Happening, load, type Settings, type State } from '@laurel/engine';
import type { Condition, Effect, Program, Rule } from '@laurel/engine/program';
import { type Histories, historiesWriter, simulate } from '@laurel/engine/simulate';
import fc from 'fast-check';
import { history } from './arbitrary-history.ts';

type PurchaseEvent = Extract<Event, { kind: 'purchase' }>;
type PurchaseHappening = Extract<Happening, { kind: 'purchase' }>;

/** Before every event that has a date: where a batch opens its accounts. */
const FIRST_MS = -8_640_000_000_000_000;

/** What happens in one account, with nothing in it but what the columns of a batch hold. */
export interface Life {
  readonly program: Program;
  readonly settings: Settings;
  /** In their order (M5). */
  readonly happenings: readonly Happening[];
}

export const anyLife: fc.Arbitrary<Life> = history.map(({ program, settings, account, events }) => {
  const engine = load([program], { settings });
  const happenings = events.flatMap((event) => (event.account === account ? inColumns(engine, event) : []));
  return { program, settings, happenings: happenings.sort(byMark) };
});

/** Many purchases of a member, of which nearly all say what was paid, under a program that asks for little else. */
export const plainLife: fc.Arbitrary<Life> = fc
  .tuple(history, fc.array(history, { minLength: 1, maxLength: 3 }), fc.nat(5))
  .map(([first, others, without]) => {
    const { settings } = first;
    const program = plainProgram(first.program);
    const engine = load([program], { settings });
    const events = [first, ...others].flatMap(({ events }, i) => events.map((event) => renamed(event, `${i}`)));
    const join = { kind: 'join', id: 'join', account: ACCOUNT, at: '2024-01-01T00:00:00Z', identity: 'D1' } as const;
    const kept = events.filter(({ kind }, i) => kind === 'purchase' || (i % 4 === without && NEVER_REFUSED.has(kind)));
    const happenings = [join, ...kept].flatMap((event) => inColumns(engine, event));
    return {
      program,
      settings,
      happenings: happenings.map((each, i) => (i % 6 === without ? each : stating(each))).sort(byMark),
    };
  });

const ACCOUNT = 'm1';

/** One refused event, and the whole history is played on copies. */
const NEVER_REFUSED = new Set<Event['kind']>(['profile', 'visit', 'topUp']);

function plainProgram(program: Program): Program {
  const spending = { least: null, inIssuingStore: false, pays: null };
  return {
    ...program,
    membership: { ...program.membership, dormantAfter: null },
    wallets: program.wallets.map((wallet) => ({ ...wallet, spending })),
    ladders: [],
    rewards: [],
    benefits: [],
    coupons: [],
    events: [],
    rules: program.rules.map(plainRule).filter(({ effects }) => effects.length > 0),
  };
}

function renamed<E extends Event>(event: E, prefix: string): E {
  return { ...event, id: `${prefix} ${event.id}`, account: ACCOUNT };
}

function plainRule(rule: Rule): Rule {
  return {
    ...rule,
    trigger: { kind: 'purchase', at: rule.trigger.at },
    limits: [],
    when: rule.when === null ? null : plainCondition(rule.when),
    effects: rule.effects.flatMap(plainEffect),
  };
}

function plainEffect(effect: Effect): Effect[] {
  switch (effect.kind) {
    case 'payShare':
      return [{ ...effect, tier: null }];
    case 'earnFixed':
      return [effect];
    case 'multiply':
      return [{ ...effect, goods: null }];
    case 'earnRate':
      return effect.measure.of === 'quantity' ? [] : [{ ...effect, goods: null, full: false }];
    default:
      return [];
  }
}

function plainCondition(condition: Condition): Condition {
  switch (condition.kind) {
    case 'all':
    case 'any':
      return { ...condition, of: condition.of.map(plainCondition) };
    case 'not':
      return { ...condition, of: plainCondition(condition.of) };
    case 'dayIn':
    case 'weekday':
    case 'month':
    case 'dates':
    case 'hours':
    case 'birthday':
    case 'compare':
      return condition;
    default:
      return { kind: 'birthday', within: 'month', at: condition.at };
  }
}

function stating(happening: Happening): Happening {
  if (happening.kind !== 'purchase') return happening;
  return { ...happening, paidLines: null, paidTotal: 0, tendered: happening.tendered ?? happening.listTotal };
}

/** Throws unless a batch leaves the account as `apply` does, event by event. */
export async function agreeInBatch({ program, settings, happenings }: Life): Promise<void> {
  const engine = load([program], { settings });
  const histories = historiesOf(happenings);
  const states: State[] = [];
  const totals = await simulate([program], histories, { settings, onAccount: (state) => states.push(state) });
  const { state, purchases, sales, refused } = oneByOne(engine, happenings, histories.untilMs);
  deepStrictEqual(states.map(plainly(engine)), [plainly(engine)(state)], 'a batch leaves another account than `apply`');
  const sums = { purchases: totals.purchases, sales: totals.sales };
  deepStrictEqual(sums, { purchases, sales }, 'a batch counts other purchases than `apply`');
  const refusals = Object.values(totals.refused).reduce((a, b) => a + b, 0);
  deepStrictEqual(refusals, refused, 'a batch refuses other events than `apply`');
}

/** The event with nothing on it but what columns hold; none, where it is about goods that come back. */
function inColumns(engine: Engine, event: Event): Happening[] {
  if (event.kind === 'return') return [];
  const reading = engine.read(event.kind === 'purchase' ? plainPurchase(event) : event);
  return reading.ok ? [reading.value] : [];
}

function plainPurchase({ kind, id, account, at, sequence = 0, lines, tenders }: PurchaseEvent): PurchaseEvent {
  const arePaid = lines.every(({ paid }) => paid !== undefined);
  return {
    ...{ kind, id, account, at, sequence },
    lines: lines.map(({ item, priceClass, category, brand, quantity, unitPrice, paid }) => ({
      ...{ item, quantity, unitPrice },
      ...(priceClass === undefined ? {} : { priceClass }),
      ...(category === undefined ? {} : { category }),
      ...(brand === undefined ? {} : { brand }),
      ...(paid === undefined || !arePaid ? {} : { paid }),
    })),
    ...(tenders === undefined ? {} : { tenders: tenders.map(({ amount }) => ({ kind: 'cash' as const, amount })) }),
  };
}

function historiesOf(happenings: readonly Happening[]): Histories {
  const histories = historiesWriter();
  histories.account(ACCOUNT);
  for (const happening of happenings) {
    if (happening.kind === 'purchase') write(happening);
    else if (happening.kind !== 'return') histories.other(happening);
  }
  return histories.finish();

  function write({ id, atMs, sequence, tendered, lines, paidLines }: PurchaseHappening): void {
    histories.purchase(id, atMs, sequence, tendered);
    for (const [i, line] of lines.entries()) histories.line(line, line.list, paidLines?.[i] ?? null, line.quantity);
  }
}

/** What `apply` makes of the account by the last instant. */
function oneByOne(engine: Engine, happenings: readonly Happening[], untilMs: number | null) {
  let state = engine.open(ACCOUNT, FIRST_MS);
  let purchases = 0;
  let sales = 0n;
  let refused = 0;
  const identities = { D1: 'free', D2: 'free', D3: 'free' } as const;
  for (const happening of happenings) {
    const step = engine.apply(state, happening, { identities });
    if (step.kind !== 'applied') {
      refused += 1;
      continue;
    }
    state = step.state;
    if (happening.kind !== 'purchase') continue;
    purchases += 1;
    const differs = step.outcomes.find(({ kind }) => kind === 'paidDiffers');
    const priced = step.outcomes.find(({ kind }) => kind === 'priced');
    if (differs?.kind === 'paidDiffers') sales += BigInt(differs.paid);
    else if (priced?.kind === 'priced') sales += BigInt(priced.total);
  }
  const settled = untilMs === null ? null : engine.advance(state, untilMs);
  return { state: settled?.kind === 'applied' ? settled.state : state, purchases, sales, refused };
}

/** A state but for its place in the log, and for what proves a purchase that comes back: columns hold no such proof. */
function plainly(engine: Engine): (state: State) => unknown {
  return (state) => {
    const { mark: _, receipts, ...rest } = JSON.parse(engine.encode(state));
    return { ...rest, receipts: receipts.map(({ digest: _digest, ...receipt }: { digest: number }) => receipt) };
  };
}

function byMark(a: Happening, b: Happening): number {
  return a.atMs - b.atMs || a.rank - b.rank || a.sequence - b.sequence || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);
}
