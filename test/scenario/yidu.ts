import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Program } from '@laurel/engine';
import { compile } from '@laurel/language';

/** The shoe brand's program. */
export const yidu: Program = compiled(
  fileURLToPath(new URL('../../rules/yidu-shoes/program.loyalty', import.meta.url)),
);

function compiled(path: string): Program {
  const { program, problems } = compile({ name: path, text: readFileSync(path, 'utf8') });
  if (program === null) throw new Error(JSON.stringify(problems));
  return program;
}
