import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { applyPatch, parsePatch, type StructuredPatch } from 'diff';

/** A small committed change that breaks one numbered statement, and the test that must then fail. */
export interface Sabotage {
  /** The file's name without `.patch`: `R3-forgets-the-rest`. */
  readonly name: string;
  /** The statement that it breaks: `R3`. */
  readonly statement: string;
  /** What the broken program does, in a line. */
  readonly breaks: string;
  /** The test file that sees it, from the root. */
  readonly seenBy: string;
  readonly files: readonly StructuredPatch[];
}

export const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const FOLDER = 'test/sabotage';

/** All of them, ordered by statement. */
export function readSabotages(root: string): Sabotage[] {
  return readdirSync(join(root, FOLDER))
    .filter((file) => file.endsWith('.patch'))
    .map((file) => parsed(file.slice(0, -'.patch'.length), readFileSync(join(root, FOLDER, file), 'utf8')))
    .sort((a, b) => byStatement(a.statement, b.statement) || (a.name < b.name ? -1 : 1));
}

function parsed(name: string, text: string): Sabotage {
  const from = text.indexOf('\n--- ');
  const [head, body] = from < 0 ? [text, ''] : [text.slice(0, from), text.slice(from + 1)];
  const line = (key: string): string => new RegExp(`^${key}: (.+)$`, 'm').exec(head)?.[1]?.trim() ?? '';
  return {
    name,
    statement: name.split('-')[0] ?? '',
    breaks: line('Breaks'),
    seenBy: line('Seen by'),
    files: parsePatch(body),
  };
}

/** The changed texts by path; null where the code has moved on and a part no longer fits. */
export function sabotaged({ files }: Sabotage, read: (path: string) => string): Map<string, string> | null {
  const texts = new Map<string, string>();
  for (const file of files) {
    const path = pathOf(file);
    const text = applyPatch(read(path), file, { fuzzFactor: 1 });
    if (text === false) return null;
    texts.set(path, text);
  }
  return texts;
}

/** Where a patch changes something: `packages/engine/src/ledger.ts`. */
export function pathOf({ newFileName }: StructuredPatch): string {
  return (newFileName ?? '').replace(/^b\//, '');
}

function byStatement(a: string, b: string): number {
  const letters = a.charCodeAt(0) - b.charCodeAt(0);
  return letters !== 0 ? letters : Number(a.slice(1)) - Number(b.slice(1));
}
