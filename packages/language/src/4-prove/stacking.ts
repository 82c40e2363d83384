import { type Engine, type Event, fromMinor, load, type Program, type Reason, type State } from '@laurel/engine';
import { readScenario } from '@laurel/engine/scenario';
import type { Model } from '../2-check/model.ts';
import { type Problem, problem, type StackingWitness } from '../problem.ts';

/**
 * Two multipliers that can meet on one purchase, while the file does not say what then. The proof is a witness: a member,
 * a day and a purchase for which both hold, with the points under each choice. Without a witness there is no problem.
 */
export function proveStacking(program: Program, model: Model): Problem[] {
  const multiplying = program.rules.filter((rule) => rule.effects.some((effect) => effect.kind === 'multiply'));
  if (multiplying.length < 2) return [];
  const engine = load([program]);
  for (const meeting of meetings(engine, program, baskets(program))) {
    const [first, second] = meeting.multipliers;
    if (first === undefined || second === undefined) continue;
    const span = multiplierSpan(model, second.rule);
    if (span === null) continue;
    const earlier = multiplierSpan(model, first.rule);
    const others = earlier === null ? [] : [{ role: 'other', span: earlier } as const];
    const params = witness(program, meeting, first.rule, second.rule);
    return [problem('stacking-needed', span, params, { others })];
  }
  return [];
}

/** A purchase to try. */
interface Trial {
  readonly basket: Purchase;
  readonly date: string;
  readonly born: string | null;
  /** Minor units that are paid. */
  readonly amount: number;
}
/** A purchase on which multipliers meet. */
interface Meeting extends Trial {
  readonly multipliers: readonly { readonly rule: string }[];
}

/** An odd amount shows the rounding; the days cover every weekday of every month, a leap day among them. */
const ODD_AMOUNT = 8_880;
const FIRST_DAY = Date.UTC(2026, 0, 1);
const DAYS = 366 * 3;
const DAY_MS = 86_400_000;

function* meetings(engine: Engine, program: Program, tried: readonly Purchase[]): Generator<Meeting> {
  const readsBirthday = JSON.stringify(program.rules).includes('"kind":"birthday"');
  for (let i = 0; i < DAYS; i += 1) {
    const date = new Date(FIRST_DAY + i * DAY_MS).toISOString().slice(0, 10);
    const births = readsBirthday ? [null, `1992${date.slice(4)}`] : [null];
    for (const trial of trials(tried, date, births, amountsOf(program))) {
      const multipliers = earnedOn(engine, program, trial)?.reason.multipliers ?? [];
      if (multipliers.length > 1) yield { ...trial, multipliers };
    }
  }
}

function* trials(
  tried: readonly Purchase[],
  date: string,
  births: readonly (string | null)[],
  amounts: readonly number[],
): Generator<Trial> {
  for (const basket of tried) {
    for (const born of births) for (const amount of amounts) yield { basket, date, born, amount };
  }
}

type Purchase = Extract<Event, { kind: 'purchase' }>;

/** One purchase of nothing in particular, and one of each of the file's goods, at noon of the program's clock. */
function baskets(program: Program): Purchase[] {
  const bought = ['1', ...program.goods.map(({ name }) => ({ [name]: '1' }))];
  return bought.flatMap((buys) => {
    const reading = readScenario({ scenario: 'witness', history: [{ '2026-01-01 12:00 buys': buys }] }, program);
    const events = reading.ok ? reading.value.steps.map(({ event }) => event) : [];
    // Whatever can be asked for is asked for, so that rules on request are met too.
    const wishes = program.rules.filter(({ trigger }) => trigger.kind === 'request').map(({ name }) => name);
    return events.flatMap((event) => (event?.kind === 'purchase' ? [{ ...event, asks: wishes }] : []));
  });
}

/** The odd amount, and one just past each amount of money that a condition asks for. */
function amountsOf(program: Program): number[] {
  const asked = [...JSON.stringify(program.rules).matchAll(/"unit":"money"[^}]*\},"value":\{"constant":"([\d.]+)"/g)];
  const unit = 10 ** program.currency.minorDigits;
  return [...new Set([ODD_AMOUNT, ...asked.map(([, text = '0']) => Math.ceil(Number(text) * unit) + 1)])];
}

type Earned = Extract<Reason, { kind: 'earned' }>;

function earnedOn(
  engine: Engine,
  program: Program,
  { basket, date, born, amount }: Trial,
): { points: number; reason: Earned } | null {
  const member = joined(engine, basket.account, born);
  if (member === null) return null;
  const paid = fromMinor(amount, program.currency.minorDigits);
  const lines = basket.lines.map((line) => ({ ...line, unitPrice: paid, paid }));
  const step = engine.apply(member, { ...basket, at: `${date}${basket.at.slice(10)}`, lines });
  if (step.kind !== 'applied') return null;
  for (const entry of step.entries) {
    if (entry.reason.kind === 'earned') return { points: entry.amount, reason: entry.reason };
  }
  return null;
}

function joined(engine: Engine, account: string, born: string | null): State | null {
  const at = '2020-01-01T12:00:00Z';
  const join = { kind: 'join', id: 'j', account, at, identity: account, profile: { birthday: born } } as const;
  const step = engine.apply(engine.open(account, at), join, { identities: { [account]: 'free' } });
  return step.kind === 'applied' ? step.state : null;
}

function witness(program: Program, meeting: Meeting, first: string, second: string): StackingWitness {
  const points = (multipliers: Program['stacking']['multipliers']): string => {
    const chosen = { ...program, stacking: { ...program.stacking, multipliers } };
    return String(earnedOn(load([chosen]), chosen, meeting)?.points ?? 0);
  };
  return {
    first,
    second,
    date: meeting.date,
    born: meeting.born,
    paid: fromMinor(meeting.amount, program.currency.minorDigits),
    currency: program.currency.code,
    highest: points('highest'),
    add: points('add'),
    multiply: points('multiply'),
  };
}

function multiplierSpan(model: Model, rule: string): Problem['spans'][0]['span'] | null {
  const part = model.rule.find(({ name }) => name === rule);
  const sentence = part?.sentences.find(({ phrase }) => phrase === 'multiply.all' || phrase === 'multiply.goods');
  return sentence?.span ?? null;
}
