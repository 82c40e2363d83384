import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';

/** Holds the built page against its budgets: what it loads first, its worker, its editor. In kilobytes, compressed. */

const DIST = fileURLToPath(new URL('./dist/', import.meta.url));
const KILOBYTE = 1000;

const BUDGETS = [
  { what: 'the page itself, before the editor', files: firstScripts(), most: 150 },
  { what: 'the worker: language and engine', files: assets(/^worker-.*\.js$/), most: 300 },
  { what: 'the editor', files: assets(/^editor-.*\.js$/), most: 950 },
];

let isOver = false;
for (const { what, files, most } of BUDGETS) {
  const size = files.reduce((sum, file) => sum + gzipSync(readFileSync(join(DIST, file))).length, 0) / KILOBYTE;
  const verdict = files.length === 0 ? 'not found' : size > most ? 'over budget' : 'fits';
  if (verdict !== 'fits') isOver = true;
  console.log(`${what}: ${size.toFixed(1)} of ${most} KB, ${verdict}`);
}
if (isOver) process.exitCode = 1;

/** The scripts that the page names, and those that they import at once. */
function firstScripts() {
  const html = readFileSync(join(DIST, 'index.html'), 'utf8');
  const found = new Set([...html.matchAll(/(?:src|href)="\.\/([^"]+\.js)"/g)].map(([, file]) => file));
  for (const file of found) {
    const text = readFileSync(join(DIST, file), 'utf8');
    for (const [, next] of text.matchAll(/(?:from|import)\s*"\.\/([^"]+\.js)"/g)) found.add(`assets/${next}`);
  }
  return [...found];
}

function assets(name) {
  return readdirSync(join(DIST, 'assets'))
    .filter((file) => name.test(file))
    .map((file) => `assets/${file}`);
}
