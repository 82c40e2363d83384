import { type Engine, type Happening, load, type State, type Step } from '@laurel/engine';
import { type Words, words as wordsOf } from '@laurel/engine/words';
import type { Language } from '@laurel/language';
import { visible } from '../display.ts';
import { type EventLine, eventLines } from '../events.ts';
import { type ExitCode, type Io, UsageError } from '../io.ts';
import {
  type Done,
  dueBy,
  emptyLog,
  factsFor,
  jsonOf,
  type Log,
  type Post,
  paragraph,
  programOf,
  sentences,
} from '../session.ts';
import { type Telling, telling } from '../telling.ts';

export interface RunOptions {
  readonly events: string;
  readonly until?: string;
  readonly json?: boolean;
  readonly onError: 'stop' | 'skip';
  readonly language?: Language;
}

/** What a run works with. The states are the only thing that changes. */
interface Run {
  readonly engine: Engine;
  readonly words: Words;
  readonly telling: Telling;
  readonly events: string;
  readonly isJson: boolean;
  readonly io: Io;
  /** By account, in the order in which they first appear. */
  readonly states: Map<string, State>;
  readonly log: Log;
  readonly post: Post;
}

/** `laurel run`: a log of events through a program, told line by line, and how every account stands after it. */
export async function run(path: string, options: RunOptions, io: Io): Promise<ExitCode> {
  const { program, language } = await programOf(path, options.language, io);
  if (program === null) return 1;
  const engine = load([program]);
  const untilMs = options.until === undefined ? null : instantOf(options.until, engine);
  const words = wordsOf(language, program);
  const work: Run = {
    engine,
    words,
    telling: telling(language, words),
    events: options.events,
    isJson: options.json === true,
    io,
    states: new Map(),
    log: emptyLog(),
    post: { waiting: [] },
  };

  let skipped = 0;
  for await (const line of eventLines(options.events)) {
    if (applied(work, line)) continue;
    if (options.onError === 'stop') {
      io.err(work.telling.stopped);
      return 1;
    }
    skipped += 1;
  }
  if (untilMs !== null) deliver(work, untilMs);
  if (untilMs !== null) for (const account of work.states.keys()) advance(work, account, untilMs);
  for (const state of work.states.values()) show(work, state);
  if (skipped > 0) io.err(work.telling.skipped(skipped));
  return skipped > 0 ? 1 : 0;
}

function instantOf(text: string, engine: Engine): number {
  try {
    return engine.view(engine.open('-', text)).atMs;
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw new UsageError(`--until takes an instant with its offset, like 2026-12-31T23:59:59+08:00, not "${text}"`);
  }
}

/** Applies one line and tells what came of it. False: the line is bad, and nothing of it was applied. */
function applied(work: Run, line: EventLine): boolean {
  const { engine, words, states } = work;
  if (line.text === null) return bad(work, line, null, work.telling.notText, null);
  const json = jsonOf(line.text);
  if (json === undefined) {
    const fault = { path: '', code: 'notJson' } as const;
    return bad(work, line, null, words.fault(fault), { kind: 'refused', refusal: { code: 'bad-event', fault } });
  }
  const reading = engine.read(json);
  if (!reading.ok) {
    const { fault } = reading;
    return bad(work, line, null, words.fault(fault), { kind: 'refused', refusal: { code: 'bad-event', fault } });
  }
  const happening = reading.value;
  deliver(work, happening.atMs);
  const { account } = happening;
  const state = states.get(account) ?? engine.open(account, happening.atMs);
  const step = engine.apply(state, happening, factsFor(work.log, happening));
  switch (step.kind) {
    case 'applied':
      states.set(account, step.state);
      work.post.waiting.push(...step.messages);
      tell(work, step, happening, line.number);
      return true;
    case 'notNew':
      tell(work, step, happening, line.number);
      return true;
    case 'refused':
      return bad(work, line, happening, words.refusal(step.refusal), step);
    case 'needs':
      return bad(work, line, happening, work.telling.needsFacts, step);
  }
}

/** What accounts tell one another takes effect before whatever the file has at that instant or later (P3). */
function deliver(work: Run, atMs: number): void {
  const { engine, states } = work;
  for (const message of dueBy(work.post, atMs)) {
    const reading = engine.read(message);
    if (!reading.ok) continue;
    const { account } = message;
    const step = engine.apply(states.get(account) ?? engine.open(account, message.at), reading.value);
    if (step.kind === 'applied') states.set(account, step.state);
    if (step.kind === 'applied') tell(work, step, reading.value, null);
  }
}

function tell({ isJson, io, telling, words }: Run, step: Done, happening: Happening, line: number | null): void {
  if (isJson) {
    io.out(JSON.stringify(asJson(step, line, happening)));
    return;
  }
  io.out(paragraph(io.colours.bold(visible(telling.heading(happening))), sentences(step, words)));
}

function bad(work: Run, line: EventLine, event: Happening | null, why: string, step: Step | null): false {
  const { io, telling, events: path, isJson } = work;
  if (isJson) {
    io.out(JSON.stringify(asJson(step ?? { kind: 'notText' }, line.number, event)));
  }
  io.err(io.colours.red(visible(telling.fault({ path, line: line.number, event, why }))));
  return false;
}

function advance({ engine, states, isJson, io, telling, words }: Run, account: string, untilMs: number): void {
  const before = states.get(account);
  if (before === undefined) return;
  const step = engine.advance(before, untilMs);
  if (step.kind === 'applied') states.set(account, step.state);
  if (step.kind !== 'applied' && step.kind !== 'notNew') return;
  const said = sentences(step, words);
  if (isJson) io.out(JSON.stringify(asJson(step, null, { id: null, account })));
  else if (said.length > 0) io.out(paragraph(io.colours.bold(visible(telling.passing(account, untilMs))), said));
}

function show({ engine, isJson, io, telling }: Run, state: State): void {
  const view = engine.view(state);
  if (isJson) {
    io.out(JSON.stringify({ kind: 'view', ...view }));
    return;
  }
  const [head = '', ...wallets] = telling.standing(view);
  io.out(paragraph(io.colours.bold(visible(head)), wallets));
}

/** A step as JSON: whose it is, and everything but the state, which is the host's to keep and not to read. */
function asJson(
  step: Step | { readonly kind: 'notText' },
  line: number | null,
  event: { readonly id: string | null; readonly account: string } | null,
): object {
  const { kind, state: _, ...what } = { state: null, ...step };
  return { kind, line, event: event?.id ?? null, account: event?.account ?? null, ...what };
}
