import { visible } from '../display.ts';
import type { Colours, ExitCode, Io } from '../io.ts';
import { asJson, told } from '../report.ts';
import { suitesAmong } from '../suite.ts';
import { table } from '../table.ts';
import { type Result, type Trial, trialsOf } from '../trial.ts';

export interface TestOptions {
  readonly json?: boolean;
}

/** `laurel test`: runs the examples and scenarios of programs, and names the rules that none of them makes act. */
export async function test(paths: readonly string[], options: TestOptions, io: Io): Promise<ExitCode> {
  const tested: { path: string; trials: readonly Trial[] }[] = [];
  for (const suite of await suitesAmong(paths.length === 0 ? ['.'] : paths)) {
    const trials = await trialsOf(suite);
    tested.push({ path: suite.path, trials });
    if (options.json !== true) for (const trial of trials) tell(trial, io);
  }
  const trials = tested.flatMap((suite) => suite.trials);
  const isOk = trials.every(isPassed);
  if (options.json === true) {
    const suites = tested.map((suite) => ({ path: suite.path, files: suite.trials.map(trialAsJson) }));
    io.out(JSON.stringify({ ok: isOk, suites }, null, 2));
  } else {
    io.out(summary(trials, io.colours));
  }
  return isOk ? 0 : 1;
}

function isPassed(trial: Trial): boolean {
  return trial.program !== null && trial.difference === null && trial.results.every(({ ok }) => ok);
}

function tell(trial: Trial, io: Io): void {
  const { file, problems, language, difference, results, neverActed, program } = trial;
  const { colours } = io;
  io.out(colours.bold(visible(file.path)));
  if (program === null) {
    io.out(`  ${colours.red('✗')} has errors; nothing could be run\n`);
    for (const problem of problems) io.out(`${told(problem, file, language, colours)}\n`);
    return;
  }
  if (difference !== null) {
    io.out(
      `  ${colours.red('✗')} is not the same program as the file before it: they differ at ${visible(difference)}\n`,
    );
    return;
  }
  for (const result of results) for (const line of lines(result, colours)) io.out(line);
  for (const rule of neverActed) {
    io.out(`  ${colours.yellow('warning')}: rule "${visible(rule)}" acts in no example and no scenario`);
  }
  io.out('');
}

function lines(result: Result, colours: Colours): string[] {
  const { ok, name, cites, path, findings, misfits } = result;
  const source = path === null ? 'example' : cites.join(', ');
  const head = `  ${ok ? colours.green('✓') : colours.red('✗')} ${visible(name)}`;
  const lines = [source === '' ? head : `${head} ${colours.dim(`(${visible(source)})`)}`];
  if (ok) return lines;
  if (path !== null) lines.push(`      ${colours.dim(visible(path))}`);
  for (const misfit of misfits) {
    lines.push(`      ${visible(misfit.path === '' ? misfit.reason : `${misfit.path}: ${misfit.reason}`)}`);
  }
  return [...lines, ...failures(findings, colours)];
}

/** The failed expectations, step by step, each step with a table of its own. */
function failures(findings: Result['findings'], colours: Colours): string[] {
  const failed = findings.filter((finding) => !finding.ok);
  const steps = [...new Set(failed.map(({ step }) => step))];
  return steps.flatMap((step) => {
    const here = failed.filter((finding) => finding.step === step);
    const [head = '', ...rows] = table([
      ['', 'expected', 'actual'],
      ...here.map(({ what, expected, actual }) => [what, expected, actual]),
    ]);
    return [
      `      step ${step}: ${visible(here[0]?.words ?? '')}`,
      `        ${colours.dim(head)}`,
      ...rows.map((row) => `        ${row}`),
    ];
  });
}

function summary(trials: readonly Trial[], colours: Colours): string {
  const results = trials.flatMap((trial) => trial.results);
  const passed = results.filter(({ ok }) => ok).length;
  const failed = results.length - passed;
  const broken = trials.filter(({ program, difference }) => program === null || difference !== null).length;
  return [
    colours.green(`${passed} passed`),
    failed === 0 ? '0 failed' : colours.red(`${failed} failed`),
    ...(broken === 0 ? [] : [colours.red(`${broken} ${broken === 1 ? 'file' : 'files'} could not be run`)]),
  ].join(', ');
}

function trialAsJson({ file, language, problems, difference, results, neverActed }: Trial): object {
  return {
    file: file.path,
    language,
    problems: problems.map((problem) => asJson(problem, file, language)),
    difference,
    scenarios: results.map(({ path, ...result }) => ({ file: path, ...result })),
    rulesThatNeverActed: neverActed,
  };
}
