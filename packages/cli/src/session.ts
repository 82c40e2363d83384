import type { Event, Facts, Happening, Program, Step } from '@laurel/engine';
import type { Words } from '@laurel/engine/words';
import { compile, type Language } from '@laurel/language';
import { visible } from './display.ts';
import { readSource } from './files.ts';
import type { Io } from './io.ts';
import { told } from './report.ts';
import { wording } from './wording.ts';

/** What the commands share that play a log of events through a program. */

/** The program of a file; null, and its problems on standard error, where it has errors. */
export async function programOf(
  path: string,
  wanted: Language | undefined,
  io: Io,
): Promise<{ program: Program | null; language: Language }> {
  const file = await readSource(path);
  const { program, problems, language: written } = compile({ name: path, text: file.text });
  const language = wanted ?? written;
  const errors = problems.filter(({ severity }) => severity === 'error');
  for (const problem of errors) io.err(`${told(problem, file, language, io.colours)}\n`);
  if (problems.length > 0) {
    const warnings = problems.length - errors.length;
    const counts = { label: visible(path), files: null, errors: errors.length, warnings, mendable: 0 };
    io.err(wording(language).summary(counts));
  }
  return { program, language };
}

/**
 * What the events file tells about other events and other accounts, as far as it has been read: it is the log in which a
 * return finds its purchase, and the register of the documents with which accounts have joined.
 */
export interface Log {
  /** What each account bought and exchanged, by id. */
  readonly bought: Map<string, Map<string, Happening>>;
  /** The account that each document belongs to. */
  readonly documents: Map<string, string>;
}

export function emptyLog(): Log {
  return { bought: new Map(), documents: new Map() };
}

/** Notes an event before it is applied, and tells what it has to know. */
export function factsFor({ bought, documents }: Log, happening: Happening): Facts {
  const { account } = happening;
  switch (happening.kind) {
    case 'purchase':
    case 'exchange': {
      const mine = bought.get(account) ?? new Map<string, Happening>();
      bought.set(account, mine.set(happening.id, happening));
      return happening.kind === 'exchange' ? { purchases: under(mine, happening.purchase) } : {};
    }
    case 'return':
      return { purchases: under(bought.get(account) ?? new Map(), happening.purchase) };
    case 'join': {
      const { identity } = happening;
      if (identity === null) return {};
      const owner = documents.get(identity) ?? account;
      documents.set(identity, owner);
      return { identities: { [identity]: owner === account ? 'free' : 'taken' } };
    }
    default:
      return {};
  }
}

/** A purchase, or that there is none, and the exchanges of it. */
function under(bought: ReadonlyMap<string, Happening>, purchase: string): NonNullable<Facts['purchases']> {
  const exchanges = [...bought].filter(([, each]) => each.kind === 'exchange' && each.purchase === purchase);
  return { ...Object.fromEntries(exchanges), [purchase]: bought.get(purchase) ?? null };
}

/** What accounts tell one another, until it takes effect (P3). */
export interface Post {
  readonly waiting: Event[];
}

/** Takes out what takes effect by an instant, in its order. */
export function dueBy({ waiting }: Post, atMs: number): Event[] {
  const due = waiting.filter(({ at }) => Date.parse(at) <= atMs);
  waiting.splice(0, waiting.length, ...waiting.filter((message) => !due.includes(message)));
  return due.sort((a, b) => Date.parse(a.at) - Date.parse(b.at) || (a.id < b.id ? -1 : 1));
}

/** A document that says nothing is `null`, so undefined is free to mean that there is none. */
export function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

export type Done = Extract<Step, { kind: 'applied' | 'notNew' }>;

/** What came of a step: first what happened beside the ledger (time, price), then what the ledger wrote. */
export function sentences(step: Done, words: Words): string[] {
  if (step.kind === 'notNew') return [words.notNew(step.watermark)];
  return [
    ...step.outcomes.map((outcome) => words.outcome(outcome)),
    ...step.entries.map((entry) => words.entry(entry)),
  ];
}

export function paragraph(head: string, lines: readonly string[]): string {
  return `${[head, ...lines.map((line) => `  ${visible(line)}`)].join('\n')}\n`;
}
