import { load, type State } from '@laurel/engine';
import { words as wordsOf } from '@laurel/engine/words';
import type { Language } from '@laurel/language';
import { visible } from '../display.ts';
import { eventLines } from '../events.ts';
import { type ExitCode, type Io, UsageError } from '../io.ts';
import { dueBy, emptyLog, factsFor, jsonOf, type Post, paragraph, programOf, sentences } from '../session.ts';
import { telling } from '../telling.ts';

export interface ExplainOptions {
  readonly events: string;
  readonly event: string;
  /** Whose event, where several accounts have one of this id; the first in the file unless given. */
  readonly account?: string;
  readonly json?: boolean;
  readonly language?: Language;
}

/**
 * `laurel explain`: one event of a log, with everything that came of it, and for every rule whether it acted or why not and
 * what would have made it act. Events that cannot be applied are left out on the way.
 */
export async function explain(path: string, options: ExplainOptions, io: Io): Promise<ExitCode> {
  const { program, language } = await programOf(path, options.language, io);
  if (program === null) return 1;
  const engine = load([program]);
  const words = wordsOf(language, program);
  const states = new Map<string, State>();
  const log = emptyLog();
  const post: Post = { waiting: [] };
  for await (const line of eventLines(options.events)) {
    const reading = line.text === null ? null : engine.read(jsonOf(line.text));
    if (reading === null || !reading.ok) continue;
    const { value: happening } = reading;
    const { account } = happening;
    for (const message of dueBy(post, happening.atMs)) {
      const told = states.get(message.account) ?? engine.open(message.account, message.at);
      const step = engine.apply(told, message);
      if (step.kind === 'applied') states.set(message.account, step.state);
    }
    const state = states.get(account) ?? engine.open(account, happening.atMs);
    const facts = factsFor(log, happening);
    if (happening.id !== options.event || account !== (options.account ?? account)) {
      const step = engine.apply(state, happening, facts);
      if (step.kind === 'applied') {
        states.set(account, step.state);
        post.waiting.push(...step.messages);
      }
      continue;
    }
    const { step, rules } = engine.explain(state, happening, facts);
    if (options.json === true) {
      const { state: _, ...what } = { state: null, ...step };
      io.out(JSON.stringify({ event: happening.id, account, step: what, rules }));
    } else {
      const came = step.kind === 'applied' || step.kind === 'notNew' ? sentences(step, words) : [];
      const refused = step.kind === 'refused' ? [words.refusal(step.refusal)] : [];
      const head = io.colours.bold(visible(telling(language, words).heading(happening)));
      io.out(paragraph(head, [...came, ...refused, ...rules.map((fate) => words.fate(fate))]));
    }
    return step.kind === 'refused' ? 1 : 0;
  }
  throw new UsageError(`${options.events} has no event with the id "${options.event}" that can be read`);
}
