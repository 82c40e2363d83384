import { readInstant } from './calendar.ts';
import { advanceAndApply, advanceTo, type Outside } from './clockwork.ts';
import { type BadState, decodeState, encodeState } from './codec.ts';
import { asksLastPurchase, countedBy } from './counting.ts';
import type { Basket, Event } from './event.ts';
import { type Explanation, explain } from './explain.ts';
import { type Happening, type Reading, readHappening } from './happening.ts';
import { shortestWaitMs } from './occasion.ts';
import { needsOf, outsideOf } from './outside.ts';
import { type Places, type Plan, plan, type Settings } from './plan.ts';
import { collector } from './posting.ts';
import { couponWallet, type Program, ProgramError, readProgram, STORED_VALUE } from './program.ts';
import { type Quote, quote } from './quote.ts';
import { type Clockwork, dueAtMs, planAt } from './schedule.ts';
import { compareMarks, copyRecord, type Mark, openRecord, State, setMark } from './state.ts';
import type { Facts, Instant, Need, Step } from './step.ts';
import { type View, view } from './view.ts';

/** The evaluator of one program in all its loaded versions. Every method is pure; the engine holds no account. */
export interface Engine {
  /** The program's name and currency, and the wallets that accounts have (the stored-value wallet first). */
  readonly about: {
    readonly program: string;
    readonly currency: string;
    readonly minorDigits: number;
    readonly zone: string;
    readonly wallets: readonly string[];
  };
  /** An account that nothing has happened to yet. */
  open(account: string, at: Instant): State;
  /** Checks an event and makes it ready; `apply` takes either. Batches read once and apply often. */
  read(event: unknown): Reading;
  /** What must be looked up outside before the event (or the passing of time) can be applied. */
  needs(state: State, next: Event | Happening | Instant): readonly Need[];
  /** What a basket would cost and earn at an instant; the purchase that follows gets exactly that (M6). */
  quote(state: State, basket: Basket, facts?: Facts): Quote;
  /** The next state, with every entry and outcome; or why not. The given state is untouched. */
  apply(state: State, event: Event | Happening, facts?: Facts): Step;
  /** Lets time pass: everything that falls due up to the instant happens, each at its own (T5). */
  advance(state: State, to: Instant, facts?: Facts): Step;
  /** When something falls due next, epoch milliseconds; null: nothing will. */
  dueAt(state: State): number | null;
  /** Why the event does what it does, and for every rule that stays silent, why it does. */
  explain(before: State, event: Event | Happening, facts?: Facts): Explanation;
  /** The account for people and screens: balances, lots, status. */
  view(state: State): View;
  /** One canonical text; the same state gives the same bytes. */
  encode(state: State): string;
  decode(text: string): { ok: true; value: State } | { ok: false; problem: BadState };
  /** Applies a log in order, from a state or from the account's first event. */
  replay(log: Iterable<Event | Happening>, from?: State): Iterable<Step>;
}

/**
 * Makes an engine of one or more versions of a program.
 * @param settings values for the program's settings, by name, as plain decimals; what is not named keeps the file's value
 * @throws ProgramError when a version is not a Program of this format, or a setting is unknown or out of its range
 */
export function load(versions: readonly Program[], options: { readonly settings?: Settings } = {}): Engine {
  const work = clockwork(versions, options.settings ?? {});
  const latest = work.plans[work.plans.length - 1];
  if (latest === undefined) throw new ProgramError('load needs at least one version of a program');
  const { minorDigits, program } = latest;
  const ready = (event: Event | Happening): Reading =>
    isHappening(event) ? { ok: true, value: event } : readHappening(event, minorDigits);

  const applyWith = (facts: Facts | undefined, state: State, happening: Happening): Step => {
    const known = outsideOf(work, ready, facts, happening, State.recordOf(state));
    return 'needs' in known ? { kind: 'needs', needs: known.needs } : apply(work, state, happening, known);
  };

  const engine: Engine = {
    about: {
      program: program.name,
      currency: program.currency.code,
      minorDigits,
      zone: program.zone.id,
      wallets: work.walletNames,
    },
    open: (account, at) => State.seal(openRecord(account, epochMs(at), work.walletNames)),
    read: (event) => readHappening(event, minorDigits),
    needs(state, next) {
      if (typeof next !== 'object') return [];
      const reading = ready(next);
      return reading.ok ? needsOf(work, reading.value, State.recordOf(state)) : [];
    },
    quote: (state, basket) => quote(work, state, basket),
    apply(state, event, facts) {
      const reading = ready(event);
      if (!reading.ok) return { kind: 'refused', refusal: { code: 'bad-event', fault: reading.fault } };
      return applyWith(facts, state, reading.value);
    },
    advance(state, to) {
      const record = copyRecord(State.recordOf(state));
      const mark: Mark = { atMs: epochMs(to), rank: -1, sequence: 0, id: '' };
      if (compareMarks(mark, record.mark) < 0) return { kind: 'notNew', watermark: record.mark };
      const sink = collector();
      const refusal = advanceTo(work, record, mark.atMs, sink);
      if (refusal !== null) return { kind: 'refused', refusal };
      setMark(record, mark);
      return { kind: 'applied', state: State.seal(record), ...sink };
    },
    dueAt: (state) => dueAtMs(work, State.recordOf(state)),
    explain(before, event, facts) {
      const reading = ready(event);
      if (reading.ok) return explain(work, before, reading.value, applyWith(facts, before, reading.value));
      return { step: { kind: 'refused', refusal: { code: 'bad-event', fault: reading.fault } }, rules: [] };
    },
    view(state) {
      const record = State.recordOf(state);
      return view(planAt(work, record.mark.atMs) ?? latest, record);
    },
    encode: encodeState,
    decode: (text) => decodeState(text, work),
    replay: (log, from) => replay(engine, log, from),
  };
  return engine;
}

/** Plays a log; a return gets its purchase out of what was played before it. */
function* replay(engine: Engine, log: Iterable<Event | Happening>, from: State | undefined): Generator<Step> {
  let state = from;
  const purchases = new Map<string, Happening>();
  for (const event of log) {
    const reading: Reading = isHappening(event) ? { ok: true, value: event } : engine.read(event);
    if (!reading.ok) {
      yield { kind: 'refused', refusal: { code: 'bad-event', fault: reading.fault } };
      continue;
    }
    const { value } = reading;
    if (value.kind === 'purchase' || value.kind === 'exchange') purchases.set(value.id, value);
    state ??= engine.open(value.account, value.atMs);
    const facts = factsOf(value, purchases);
    const step = engine.apply(state, value, facts);
    if (step.kind === 'applied') state = step.state;
    yield step;
  }
}

/** What a log of one account tells about an event in it: nobody else's documents are in there. */
function factsOf(happening: Happening, purchases: ReadonlyMap<string, Happening>): Facts {
  if (happening.kind === 'join' && happening.identity !== null) {
    return { identities: { [happening.identity]: 'free' } };
  }
  if (happening.kind !== 'return' && happening.kind !== 'exchange') return {};
  const { purchase } = happening;
  const exchanges = [...purchases].filter(([, each]) => each.kind === 'exchange' && each.purchase === purchase);
  return { purchases: { ...Object.fromEntries(exchanges), [purchase]: purchases.get(purchase) ?? null } };
}

/** The versions bound and put in the order in which they come into force. */
export function clockwork(versions: readonly Program[], settings: Settings): Clockwork {
  for (const version of versions) {
    const read = readProgram(version);
    if (!read.ok) {
      const [first] = read.reasons;
      throw new ProgramError(`not a program of this format: ${first?.path ?? ''}: ${first?.reason ?? ''}`);
    }
  }
  checkSettings(versions, settings);
  const walletNames = [STORED_VALUE];
  for (const { wallets } of versions) {
    for (const { name } of wallets) if (!walletNames.includes(name)) walletNames.push(name);
  }
  for (const { coupons } of versions) {
    for (const name of coupons.map((coupon) => couponWallet(coupon.name))) {
      if (!walletNames.includes(name)) walletNames.push(name);
    }
  }
  const counted = countedBy(versions);
  const places: Places = {
    walletIndex: (name) => walletNames.indexOf(name),
    counted,
    countsLastPurchase: asksLastPurchase(versions),
    ladderNames: [...new Set(versions.flatMap(({ ladders }) => ladders.map(({ name }) => name)))],
  };
  const plans = versions.map((version): Plan => plan(version, settings, places));
  const waits = versions.map(shortestWaitMs).filter((wait) => wait !== null);
  return {
    plans: plans.sort((a, b) => a.fromMs - b.fromMs),
    walletNames,
    counted,
    ladderNames: places.ladderNames,
    shortestWaitMs: waits.length === 0 ? null : Math.min(...waits),
  };
}

function checkSettings(versions: readonly Program[], settings: Settings): void {
  for (const [name, value] of Object.entries(settings)) {
    const known = versions.flatMap((version) => version.settings.filter((setting) => setting.name === name));
    if (known.length === 0) throw new ProgramError(`no version has a setting named "${name}"`);
    for (const { range } of known) {
      const number = Number(value);
      if (!(number >= Number(range.least) && number <= Number(range.most))) {
        throw new ProgramError(`setting "${name}" must be from ${range.least} to ${range.most}, not ${value}`);
      }
    }
  }
}

function apply(work: Clockwork, state: State, happening: Happening, outside: Outside): Step {
  const record = copyRecord(State.recordOf(state));
  const sink = collector();
  const verdict = advanceAndApply(work, record, happening, sink, outside);
  if (verdict === 'notNew') return { kind: 'notNew', watermark: record.mark };
  if (verdict !== null) return { kind: 'refused', refusal: verdict };
  return {
    kind: 'applied',
    state: State.seal(record),
    entries: sink.entries,
    outcomes: sink.outcomes,
    messages: sink.messages,
  };
}

/** Hosts without types may hand in anything; only what `read` made has an instant in milliseconds. */
function isHappening(event: Event | Happening): event is Happening {
  return typeof event === 'object' && event !== null && 'atMs' in event;
}

function epochMs(at: Instant): number {
  const ms = typeof at === 'number' ? at : readInstant(at);
  if (ms === null || !Number.isSafeInteger(ms)) throw new RangeError(`not an instant: ${String(at)}`);
  return ms;
}
