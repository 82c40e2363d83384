// The command line in few files, so that it starts at once: libraries are bundled, Node's own modules are not, and what
// only one command needs is in a chunk of its own that the others never read.
import { readFile, rm } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const { version } = JSON.parse(await readFile(here('./package.json'), 'utf8'));

// Chunks are named after what is in them; without this the old ones would stay for ever.
await rm(here('./dist/chunks'), { recursive: true, force: true });

await build({
  entryPoints: { laurel: here('./src/main.ts') },
  outdir: here('./dist'),
  chunkNames: 'chunks/[name]-[hash]',
  bundle: true,
  splitting: true,
  platform: 'node',
  target: 'node20',
  format: 'esm',
  minifySyntax: true,
  logLevel: 'warning',
  conditions: ['@laurel/source'],
  define: { LAUREL_VERSION: JSON.stringify(version) },
  // Some libraries are CommonJS inside and call `require` for Node's own modules.
  banner: {
    js: "import { createRequire as __createRequire } from 'node:module';const require = __createRequire(import.meta.url);",
  },
});
