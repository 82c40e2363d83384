import { type Compiled, compile, type Language } from '@laurel/language';
import { visible } from '../display.ts';
import { changesBy, edited, safeEdits, safeFixOf } from '../edits.ts';
import { programsAmong, readSource, type SourceFile, sourceOf, writeWhole } from '../files.ts';
import type { ExitCode, Io } from '../io.ts';
import { asJson, told } from '../report.ts';
import { wording } from '../wording.ts';

export interface CheckOptions {
  readonly json?: boolean;
  readonly fix?: boolean;
}

interface Checked extends Pick<Compiled, 'problems' | 'language'> {
  readonly file: SourceFile;
}

/** `laurel check`: every problem in the programs, in frames or as JSON. */
export async function check(paths: readonly string[], options: CheckOptions, io: Io): Promise<ExitCode> {
  const checked: Checked[] = [];
  for (const path of await programsAmong(paths)) {
    const file = await readSource(path);
    checked.push(checkedAs(options.fix === true ? await mended(file, io) : file));
  }
  const isFailed = checked.some(({ problems }) => problems.some(({ severity }) => severity === 'error'));
  if (options.json === true) {
    const found = checked.flatMap(({ file, problems, language }) =>
      problems.map((problem) => asJson(problem, file, language)),
    );
    io.out(JSON.stringify(found, null, 2));
  } else {
    for (const { file, problems, language } of checked) {
      for (const problem of problems) io.out(`${told(problem, file, language, io.colours)}\n`);
    }
    io.out(summary(paths, checked, io));
  }
  return isFailed ? 1 : 0;
}

function checkedAs(file: SourceFile): Checked {
  const { problems, language } = compile({ name: file.path, text: file.text });
  return { file, problems, language };
}

/** One mended line lets the next one be seen; a fix that brings back what another took away must not go on for ever. */
const MOST_ROUNDS = 10;

/** The file with its safe fixes made, on the disk too. */
async function mended(file: SourceFile, io: Io): Promise<SourceFile> {
  let { text } = file;
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const { problems } = compile({ name: file.path, text });
    const edits = safeEdits(problems);
    if (edits.length === 0) break;
    for (const { line, before, after } of changesBy(text, edits)) {
      io.err(`${visible(file.path)}:${line}`);
      for (const old of before) if (old.trim() !== '') io.err(io.colours.red(`  - ${visible(old.trim())}`));
      for (const fresh of after) if (fresh.trim() !== '') io.err(io.colours.green(`  + ${visible(fresh.trim())}`));
    }
    text = edited(text, edits);
  }
  if (text !== file.text) await writeWhole(file.path, text);
  return sourceOf(file.path, text);
}

function summary(paths: readonly string[], checked: readonly Checked[], { colours }: Io): string {
  const all = checked.flatMap(({ problems }) => problems);
  const errors = all.filter(({ severity }) => severity === 'error').length;
  const warnings = all.length - errors;
  const language: Language = checked.every((one) => one.language === 'zh') ? 'zh' : 'en';
  const [only] = paths;
  const isOneFile = paths.length === 1 && checked[0]?.file.path === only;
  const line = wording(language).summary({
    label: paths.length === 1 && only !== undefined ? visible(only) : null,
    files: isOneFile ? null : checked.length,
    errors,
    warnings,
    mendable: all.filter((problem) => safeFixOf(problem) !== undefined).length,
  });
  const paint = errors > 0 ? colours.red : warnings > 0 ? colours.yellow : colours.green;
  return paint(line);
}
