import { readdir, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { filesBelow, usageErrorOf } from './files.ts';
import { UsageError } from './io.ts';

/** What is tested together: a program in one or more languages, and its scenarios. */
export interface Suite {
  /** As the person would write it: the folder, or the single file. */
  readonly path: string;
  /** The program's files; the scenarios' names are those of the first. */
  readonly programs: readonly string[];
  readonly scenarios: readonly string[];
}

const MAIN = 'program.loyalty';
const SCENARIOS = 'scenarios';
const TWIN = /^program\.[^.]+\.loyalty$/;

/**
 * The suites that the paths name: a program's file (its examples alone), a folder with `program.loyalty` and `scenarios/`,
 * or a folder of such folders.
 */
export async function suitesAmong(paths: readonly string[]): Promise<Suite[]> {
  const suites: Suite[] = [];
  for (const path of paths) {
    if (!(await isFolder(path))) {
      if (!path.endsWith('.loyalty')) throw new UsageError(`${path} is neither a .loyalty file nor a folder`);
      suites.push({ path, programs: [path], scenarios: [] });
      continue;
    }
    const found = await suitesIn(path);
    if (found.length === 0) throw new UsageError(`there is no ${MAIN} in ${path}`);
    suites.push(...found);
  }
  return suites.filter((suite, i) => suites.findIndex((other) => other.path === suite.path) === i);
}

async function suitesIn(folder: string): Promise<Suite[]> {
  const programs = (await filesBelow(folder, ['.loyalty'])).filter((path) => isProgram(basename(path)));
  const mains = programs.filter((path) => basename(path) === MAIN);
  return Promise.all(
    mains.map(async (main) => {
      const home = dirname(main);
      const twins = programs.filter((path) => dirname(path) === home && path !== main);
      const hasScenarios = (await readdir(home)).includes(SCENARIOS);
      const scenarios = hasScenarios ? await filesBelow(join(home, SCENARIOS), ['.yaml', '.yml']) : [];
      return { path: home, programs: [main, ...twins], scenarios };
    }),
  );
}

function isProgram(name: string): boolean {
  return name === MAIN || TWIN.test(name);
}

async function isFolder(path: string): Promise<boolean> {
  try {
    return (await stat(path)).isDirectory();
  } catch (error) {
    throw usageErrorOf(path, error);
  }
}
