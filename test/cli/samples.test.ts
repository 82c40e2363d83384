import { spawn } from 'node:child_process';
import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

/**
 * Every folder of `samples/cli` is a case: `command` holds the arguments, `stdin` (if any) the input; beside them stand the
 * files that the command works on. `stdout`, `stderr` and `code` are what must come out (an empty one may be left out, and
 * so may code 0), and in `after` stand the files that must have changed. UPDATE=1 writes what came out instead.
 */

const SAMPLES = fileURLToPath(new URL('../samples/cli', import.meta.url));
const LAUREL = fileURLToPath(new URL('../../packages/cli/bin/laurel.js', import.meta.url));
const OURS = ['command', 'stdin', 'stdout', 'stderr', 'code', 'after'];

describe('laurel', async () => {
  for (const name of (await readdir(SAMPLES)).sort()) {
    it.concurrent(name, async () => {
      const folder = join(SAMPLES, name);
      const actual = await outcome(folder);
      if (process.env.UPDATE) await keep(folder, actual);
      expect(actual).toEqual(await expected(folder));
    });
  }
});

/** By name: `stdout`, `stderr`, `code`, and `after/<file>` for each file that changed. Nothing stands for empty. */
type Outcome = Record<string, string>;

/** Runs the command in a copy of the folder that has the input files only. */
async function outcome(folder: string): Promise<Outcome> {
  const place = await mkdtemp(join(tmpdir(), 'laurel-'));
  try {
    const inputs = (await readdir(folder)).filter((name) => !OURS.includes(name));
    for (const name of inputs) await cp(join(folder, name), join(place, name), { recursive: true });
    const command = (await readFile(join(folder, 'command'), 'utf8')).trim();
    const result: Outcome = await run(command === '' ? [] : command.split(/\s+/), place, await read(folder, 'stdin'));
    const files = await readdir(place, { recursive: true, withFileTypes: true });
    for (const file of files.filter((entry) => entry.isFile())) {
      const path = join(file.parentPath, file.name).slice(place.length + 1);
      const text = await readFile(join(place, path), 'utf8');
      if (text !== (await read(folder, path))) result[`after/${path}`] = text;
    }
    return withoutEmpty(result);
  } finally {
    await rm(place, { recursive: true });
  }
}

async function run(args: string[], cwd: string, input: string): Promise<Outcome> {
  const { NO_COLOR: _, FORCE_COLOR: __, LAUREL_DEBUG: ___, ...env } = process.env;
  const child = spawn(process.execPath, [LAUREL, ...args], { cwd, env });
  child.stdin.end(input);
  const ended = new Promise<number | null>((resolve) => child.on('close', resolve));
  const [stdout, stderr] = await Promise.all([text(child.stdout), text(child.stderr)]);
  return { stdout, stderr, code: `${await ended}` };
}

async function expected(folder: string): Promise<Outcome> {
  const result: Outcome = { code: '0' };
  for (const name of ['stdout', 'stderr', 'code']) {
    const text = await read(folder, name);
    if (text !== '') result[name] = name === 'code' ? text.trim() : text;
  }
  const after = await readdir(join(folder, 'after'), { recursive: true, withFileTypes: true }).catch(() => []);
  for (const file of after.filter((entry) => entry.isFile())) {
    const path = join(file.parentPath, file.name).slice(folder.length + 1);
    result[path] = await read(folder, path);
  }
  return withoutEmpty(result);
}

async function keep(folder: string, actual: Outcome): Promise<void> {
  for (const name of ['stdout', 'stderr', 'code', 'after'])
    await rm(join(folder, name), { recursive: true, force: true });
  for (const [name, text] of Object.entries(actual)) {
    if (name === 'code' && text === '0') continue;
    if (name.startsWith('after/')) await cp(join(folder, name.slice('after/'.length)), join(folder, name));
    await writeFile(join(folder, name), name === 'code' ? `${text}\n` : text);
  }
}

async function read(folder: string, name: string): Promise<string> {
  return readFile(join(folder, name), 'utf8').catch(() => '');
}

function withoutEmpty(result: Outcome): Outcome {
  return Object.fromEntries(Object.entries(result).filter(([, text]) => text !== ''));
}
