import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { preview } from 'vite';
import type { TestProject } from 'vitest/node';
import { findBrowser } from './browser.ts';

/** Before the tests of the page: a browser is found, the page is built if anything is newer than it, and served. */

declare module 'vitest' {
  export interface ProvidedContext {
    /** Null: there is none, and the tests are skipped. */
    browserPath: string | null;
    pageUrl: string;
  }
}

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

export default async function setUp(project: TestProject) {
  const browserPath = findBrowser();
  project.provide('browserPath', browserPath);
  project.provide('pageUrl', '');
  if (browserPath === null) {
    if (process.env.LAUREL_BROWSER === 'required') throw new Error('There is no browser, and here there must be one.');
    console.log('No Chrome or Chromium: the tests of the page are skipped. CHROMIUM_PATH can name one.');
    return;
  }
  if (isStale()) buildPage();
  const server = await preview({
    root: join(ROOT, 'playground'),
    configFile: join(ROOT, 'playground/vite.config.ts'),
    preview: { host: '127.0.0.1', port: 0 },
    logLevel: 'error',
  });
  const [url = ''] = server.resolvedUrls?.local ?? [];
  project.provide('pageUrl', url);
  return () => server.close();
}

function buildPage(): void {
  const { VITEST: _, NODE_ENV: __, ...env } = process.env;
  const { status } = spawnSync('npm', ['run', '--silent', 'build:page'], { cwd: ROOT, env, stdio: 'inherit' });
  if (status !== 0) throw new Error('The page could not be built.');
}

function isStale(): boolean {
  const built = join(ROOT, 'playground/dist/index.html');
  if (!existsSync(built)) return true;
  const since = statSync(built).mtimeMs;
  const sources = ['playground/src', 'playground/public', 'packages/engine/src', 'packages/language/src', 'rules'];
  const files = ['playground/index.html', 'playground/vite.config.ts', 'playground/package.json'];
  return [...files.map((file) => join(ROOT, file)), ...sources.flatMap((folder) => filesIn(join(ROOT, folder)))].some(
    (file) => statSync(file).mtimeMs > since,
  );
}

function filesIn(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}
