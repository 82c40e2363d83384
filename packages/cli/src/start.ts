import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { Script } from 'node:vm';

/**
 * Starts the command from its bundle. Most of a cold start goes into compiling it, so the bundler leaves the compiled code
 * beside it. V8 takes that only if its own version made it for this very bundle; if not, it compiles as ever.
 */

const path = fileURLToPath(new URL('./laurel.cjs', import.meta.url));
const code = compiledCode();

const script = new Script(`(function (require) {${readFileSync(path, 'utf8')}\n})`, {
  filename: path,
  ...(code === null ? {} : { cachedData: code }),
});
script.runInThisContext()(createRequire(path));

function compiledCode(): Buffer | null {
  try {
    return readFileSync(`${path}.code`);
  } catch {
    return null;
  }
}
