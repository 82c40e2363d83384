import type { Facts, Happening, Program, Step } from '@laurel/engine';
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

/** What each account bought, by id: the events file is the log in which a return finds its purchase. */
export type Bought = Map<string, Map<string, Happening>>;

/** Notes a purchase; for a return, hands in the purchase that it names, or says that there is none. */
export function factsFor(purchases: Bought, happening: Happening): Facts {
  const { account } = happening;
  if (happening.kind === 'purchase') {
    const bought = purchases.get(account) ?? new Map<string, Happening>();
    purchases.set(account, bought.set(happening.id, happening));
  }
  if (happening.kind !== 'return') return {};
  return { purchases: { [happening.purchase]: purchases.get(account)?.get(happening.purchase) ?? null } };
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
