import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';

/** The rules of the house that a compiler does not know. */

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const MOST_FILE_LINES = 500;
const MOST_FUNCTION_LINES = 70;
const PHASES = ['1-parse', '2-check', '3-lower', '4-prove'];

const sources = ['packages', 'test', 'playground']
  .map((folder) => join(ROOT, folder))
  .filter(existsSync)
  .flatMap(filesIn)
  .filter((path) => /\.tsx?$/.test(path) && !path.endsWith('.d.ts'));
const packageSources = sources.filter((path) => /packages\/\w+\/src\//.test(path));

describe('the house is tidy', () => {
  it('no file is over 500 lines', () => {
    const long = sources.filter((path) => text(path).split('\n').length > MOST_FILE_LINES);
    expect(long.map(short)).toEqual([]);
  });

  it('no function is over 70 lines', () => {
    expect(packageSources.flatMap(longFunctions)).toEqual([]);
  });

  it('a numbered folder imports only lower numbers, and 4-prove alone runs the evaluator', () => {
    expect(packageSources.flatMap(wrongPhases)).toEqual([]);
  });

  it('print, messages and services import downward only', () => {
    const upward = packageSources
      .filter((path) => /language\/src\/(print|messages|services)\//.test(path))
      .flatMap((path) =>
        importsOf(path)
          .filter((to) => /language\/src\/(compile|index)\.ts$/.test(to))
          .map(() => short(path)),
      );
    expect(upward).toEqual([]);
  });

  it('there are no import cycles', () => {
    expect(cycles(packageSources)).toEqual([]);
  });

  it('nothing silences the compiler or skips a test', () => {
    const silenced = sources
      .filter((path) => !path.endsWith('tidy.test.ts'))
      .filter((path) => /\bas any\b|@ts-ignore|@ts-nocheck|biome-ignore|\.(?:only|todo)\(/.test(text(path)));
    expect(silenced.map(short)).toEqual([]);
  });

  it('every problem code has its page', () => {
    const codes = [...text(join(ROOT, 'packages/language/src/problem.ts')).matchAll(/^ {2}'([a-z-]+)': /gm)];
    const refusals = [...text(join(ROOT, 'packages/engine/src/reason.ts')).matchAll(/readonly code: '([a-z-]+)'/g)];
    const missing = [...codes, ...refusals]
      .map(([, code]) => `docs/problems/${code}.md`)
      .filter((page) => !existsSync(join(ROOT, page)));
    expect(missing).toEqual([]);
  });

  it('the README names only commands that exist', () => {
    const scripts = Object.keys(JSON.parse(text(join(ROOT, 'package.json'))).scripts);
    const named = [...text(join(ROOT, 'README.md')).matchAll(/npm (?:run )?([a-z:]+)/g)].map(([, name]) => name);
    expect(named.filter((name) => name !== undefined && !scripts.includes(name) && name !== 'install')).toEqual([]);
  });

  it('the barrel of the engine exports at most a dozen values', () => {
    const values = [...text(join(ROOT, 'packages/engine/src/index.ts')).matchAll(/^export \{([^}]*)\}/gm)];
    expect(
      values.flatMap(([, names = '']) => names.split(',').filter((name) => name.trim() !== '')).length,
    ).toBeLessThan(13);
  });
});

function filesIn(folder: string): string[] {
  return readdirSync(folder).flatMap((name) => {
    if (name === 'node_modules' || name === 'dist' || name === 'samples') return [];
    const path = join(folder, name);
    return statSync(path).isDirectory() ? filesIn(path) : [path];
  });
}

function text(path: string): string {
  return readFileSync(path, 'utf8');
}

function short(path: string): string {
  return relative(ROOT, path);
}

/** The files of ours that a file imports, values and types alike. */
function importsOf(path: string): string[] {
  return [...text(path).matchAll(/^(?:import|export)[^;]*? from '(\.[^']+)'/gms)].map(([, to = '']) =>
    resolve(dirname(path), to),
  );
}

/** The same without type-only imports: what exists when the program runs. */
function valueImportsOf(path: string): string[] {
  return [...text(path).matchAll(/^(?:import|export) (?!type )[^;]*? from '(\.[^']+)'/gms)].map(([, to = '']) =>
    resolve(dirname(path), to),
  );
}

function longFunctions(path: string): string[] {
  const file = ts.createSourceFile(path, text(path), ts.ScriptTarget.Latest, true);
  const found: string[] = [];
  const visit = (node: ts.Node) => {
    if (ts.isFunctionLike(node) && 'body' in node && node.body !== undefined) {
      const from = file.getLineAndCharacterOfPosition(node.getStart()).line;
      const to = file.getLineAndCharacterOfPosition(node.getEnd()).line;
      if (to - from + 1 > MOST_FUNCTION_LINES) found.push(`${short(path)}:${from + 1}`);
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}

function wrongPhases(path: string): string[] {
  const phase = PHASES.findIndex((name) => path.includes(`/language/src/${name}/`));
  const wrong = importsOf(path).filter((to) => {
    const target = PHASES.findIndex((name) => to.includes(`/language/src/${name}/`));
    return phase >= 0 && target > phase;
  });
  const inLanguage = path.includes('/language/src/');
  const evaluates = /import (?!type )[^;]*from '@laurel\/engine'/s.test(text(path));
  const early = inLanguage && !path.includes('/4-prove/') && evaluates ? ['the evaluator'] : [];
  return [...wrong, ...early].map((to) => `${short(path)} imports ${to}`);
}

function cycles(paths: readonly string[]): string[] {
  const done = new Set<string>();
  const found: string[] = [];
  const walk = (path: string, trail: readonly string[]) => {
    if (trail.includes(path)) {
      found.push([...trail.slice(trail.indexOf(path)), path].map(short).join(' → '));
      return;
    }
    if (done.has(path)) return;
    for (const to of valueImportsOf(path)) walk(to, [...trail, path]);
    done.add(path);
  };
  for (const path of paths) walk(path, []);
  return found;
}
