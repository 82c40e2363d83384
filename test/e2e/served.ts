import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { preview } from 'vite';

/** The page as it is built, anew if anything is newer than it, on an address of its own. */

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

export interface Served {
  readonly url: string;
  close(): Promise<void>;
}

export async function servedPage(): Promise<Served> {
  if (isStale()) buildPage();
  const server = await preview({
    root: join(ROOT, 'playground'),
    configFile: join(ROOT, 'playground/vite.config.ts'),
    preview: { host: '127.0.0.1', port: 0 },
    logLevel: 'error',
  });
  const [url = ''] = server.resolvedUrls?.local ?? [];
  return { url, close: () => server.close() };
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
