import { type Language, parse, print } from '@laurel/language';
import { readSource } from '../files.ts';
import type { ExitCode, Io } from '../io.ts';
import { told } from '../report.ts';

export interface TranslateOptions {
  readonly to: Language;
}

/** `laurel translate`: the same program in the other language. A line that cannot be read stands as it was, and is told. */
export async function translate(path: string, { to }: TranslateOptions, io: Io): Promise<ExitCode> {
  const file = await readSource(path);
  const { tree, problems } = parse(file.text);
  const errors = problems.filter(({ severity }) => severity === 'error');
  for (const problem of errors) io.err(`${told(problem, file, tree.language, io.colours)}\n`);
  io.out(print(tree, to).replace(/\n$/, ''));
  return errors.length > 0 ? 1 : 0;
}
