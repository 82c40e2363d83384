// The command line as one bundle with its compiled code beside it, so that it starts at once: `laurel.js` runs
// `laurel.cjs`. Libraries are bundled, Node's own modules are not; what a command does not need is never evaluated.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { Script } from 'node:vm';
import { build } from 'esbuild';

const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const BUNDLE = here('./dist/laurel.cjs');
const CODE = `${BUNDLE}.code`;

if (process.argv[2] === 'warm') warm();
else await bundle();

async function bundle() {
  const { version } = JSON.parse(readFileSync(here('./package.json'), 'utf8'));
  const common = { bundle: true, platform: 'node', target: 'node20', minifySyntax: true, logLevel: 'warning' };
  // Compiled code of an older bundle must never meet a newer one: V8 knows them apart by their length only.
  rmSync(CODE, { force: true });
  await build({ ...common, entryPoints: [here('./src/start.ts')], outfile: here('./dist/laurel.js'), format: 'esm' });
  await build({
    ...common,
    entryPoints: [here('./src/main.ts')],
    outfile: BUNDLE,
    format: 'cjs',
    conditions: ['@laurel/source'],
    define: { LAUREL_VERSION: JSON.stringify(version) },
  });
  // Without the compiled code the command only starts more slowly, so a failure here is not one of the build.
  const { status } = spawnSync(process.execPath, [here('./bundle.js'), 'warm'], { stdio: 'ignore' });
  if (status !== 0) console.warn('laurel was bundled without its compiled code, and will start more slowly');
}

/** Runs a check, so that what a check needs is compiled, and keeps what V8 made of it. */
function warm() {
  const script = new Script(`(function (require) {${readFileSync(BUNDLE, 'utf8')}\n})`, { filename: BUNDLE });
  const rules = here('../../rules/yidu-shoes');
  process.argv = [process.execPath, 'laurel', ...(existsSync(rules) ? ['check', rules] : ['--version'])];
  process.once('exit', () => {
    process.exitCode = 0;
    writeFileSync(`${CODE}.new`, script.createCachedData());
    renameSync(`${CODE}.new`, CODE);
  });
  script.runInThisContext()(createRequire(BUNDLE));
}
