import { randomBytes } from 'node:crypto';
import { readdir, readFile, realpath, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Place, placesIn } from '@laurel/language';
import { UsageError } from './io.ts';

/** The only doors to the disk: what is named is found, what is read is whole, what is written is whole. */

/** A program's file: its path as the person would write it, and its text. */
export interface SourceFile {
  readonly path: string;
  readonly text: string;
  /** Line and column of an offset; made once, for a file may have hundreds of problems. */
  readonly placeAt: (offset: number) => Place;
}

const EXTENSION = '.loyalty';

/** Every program among the paths, each once; a folder stands for all the programs in it and below it. */
export async function programsAmong(paths: readonly string[]): Promise<string[]> {
  const found = new Set<string>();
  for (const path of paths) {
    const isFolder = (await orUsageError(path, () => stat(path))).isDirectory();
    const inside = isFolder ? await filesBelow(path, [EXTENSION]) : [path];
    if (inside.length === 0) throw new UsageError(`there is no ${EXTENSION} file in ${path}`);
    for (const file of inside) found.add(file);
  }
  return [...found];
}

/** The files in a folder and below it that end in one of these, in a fixed order. Hidden and installed ones are left out. */
export async function filesBelow(folder: string, endings: readonly string[]): Promise<string[]> {
  const entries = await orUsageError(folder, () => readdir(folder, { withFileTypes: true }));
  const files: string[] = [];
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    if (entry.name.startsWith('.') || entry.name === 'node_modules') continue;
    const path = join(folder, entry.name);
    if (entry.isDirectory()) files.push(...(await filesBelow(path, endings)));
    else if (endings.some((ending) => entry.name.endsWith(ending))) files.push(path);
  }
  return files;
}

/** The text of a file; a byte order mark is not part of it. */
export async function readText(path: string): Promise<string> {
  const bytes = await orUsageError(path, () => readFile(path));
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    // Decoding with replacement characters would let `fmt` write them back over the original.
    throw new UsageError(`${path} is not text in UTF-8; save it as UTF-8 and try again`);
  }
}

export async function readSource(path: string): Promise<SourceFile> {
  return sourceOf(path, await readText(path));
}

export function sourceOf(path: string, text: string): SourceFile {
  return { path, text, placeAt: placesIn(text) };
}

/** Replaces a file at one stroke: a reader sees the old text or the new one, never half of it. */
export async function writeWhole(path: string, text: string): Promise<void> {
  await orUsageError(path, async () => {
    const target = await realpath(path);
    const { mode } = await stat(target);
    const neighbour = `${target}.${randomBytes(6).toString('hex')}.tmp`;
    try {
      await writeFile(neighbour, text, { mode, flag: 'wx', flush: true });
      await rename(neighbour, target);
    } catch (error) {
      await rm(neighbour, { force: true });
      throw error;
    }
  });
}

/** What the system says about a file, in words; anything else is a mistake of ours and stays as it is. */
export function usageErrorOf(path: string, error: unknown): unknown {
  const code = error instanceof Error && 'code' in error ? error.code : null;
  const why = typeof code === 'string' ? SYSTEM_WORDS.get(code) : undefined;
  return why === undefined ? error : new UsageError(`${path}: ${why}`);
}

async function orUsageError<T>(path: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw usageErrorOf(path, error);
  }
}

const SYSTEM_WORDS: ReadonlyMap<string, string> = new Map([
  ['ENOENT', 'there is no such file or folder'],
  ['ENOTDIR', 'there is no such file or folder'],
  ['EACCES', 'permission denied'],
  ['EPERM', 'permission denied'],
  ['EROFS', 'the disk is read-only'],
  ['ENOSPC', 'the disk is full'],
  ['EDQUOT', 'the disk quota is used up'],
  ['EISDIR', 'this is a folder, and a file is needed'],
  ['ELOOP', 'the links lead in a circle'],
  ['ENAMETOOLONG', 'the name is too long'],
  ['EMFILE', 'too many files are open'],
]);
