import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readSabotages, type Sabotage, sabotaged } from './patch.ts';

/**
 * `npm run sabotage [-- NAME…]`: breaks one statement after another in a copy of the tree, runs the test that must see it,
 * and prints the table. A name picks the patches that begin with it: `R3`, or `R3-forgets-the-rest`. Ends with 1 if a test
 * did not see its statement broken.
 */

const COPIED = ['packages', 'rules', 'docs', 'test', 'package.json', 'vitest.config.ts', 'tsconfig.base.json'];

type Verdict = 'seen' | 'NOT SEEN' | 'no longer fits';

const root = process.cwd();
const wanted = process.argv.slice(2);
const chosen = readSabotages(root).filter(
  ({ name }) => wanted.length === 0 || wanted.some((start) => name === start || name.startsWith(`${start}-`)),
);
const copy = copyOfTree();
process.exitCode = 1;
try {
  const tests = [...new Set(chosen.map(({ seenBy }) => seenBy))];
  if (!passes(tests)) throw new Error(`these tests fail before anything is broken: ${tests.join(' ')}`);
  const verdicts = chosen.map((sabotage) => {
    const verdict = tried(sabotage);
    const { statement, breaks, seenBy } = sabotage;
    console.log(`${verdict.padEnd(15)}${statement.padEnd(5)}${breaks}  (${seenBy})`);
    return verdict;
  });
  const seen = verdicts.filter((verdict) => verdict === 'seen').length;
  console.log(`${seen} of ${chosen.length} seen`);
  if (seen === chosen.length) process.exitCode = 0;
} finally {
  rmSync(copy, { recursive: true, force: true });
}

function tried(sabotage: Sabotage): Verdict {
  const read = (path: string): string => readFileSync(join(copy, path), 'utf8');
  const texts = sabotaged(sabotage, read);
  if (texts === null) return 'no longer fits';
  const whole = new Map([...texts.keys()].map((path) => [path, read(path)]));
  write(texts);
  const verdict = passes([sabotage.seenBy]) ? 'NOT SEEN' : 'seen';
  write(whole);
  return verdict;
}

function write(texts: ReadonlyMap<string, string>): void {
  for (const [path, text] of texts) writeFileSync(join(copy, path), text);
}

function passes(tests: readonly string[]): boolean {
  const vitest = join(root, 'node_modules/vitest/vitest.mjs');
  const run = spawnSync(process.execPath, [vitest, 'run', '--bail', '1', ...tests], { cwd: copy, encoding: 'utf8' });
  return run.status === 0;
}

/** Sources are copied; what was installed is linked, so that the packages' links to each other stay inside the copy. */
function copyOfTree(): string {
  const folder = mkdtempSync(join(tmpdir(), 'laurel-sabotage-'));
  for (const path of COPIED) cpSync(join(root, path), join(folder, path), { recursive: true, verbatimSymlinks: true });
  cpSync(join(root, 'node_modules'), join(folder, 'node_modules'), {
    recursive: true,
    verbatimSymlinks: true,
    filter: (path) => !/node_modules\/\.(?:pnpm|cache|vite)/.test(path.slice(root.length)),
  });
  symlinkSync(join(root, 'node_modules/.pnpm'), join(folder, 'node_modules/.pnpm'));
  return folder;
}
