import { Command, InvalidArgumentError, Option } from 'commander';
import type { CheckOptions } from './commands/check.ts';
import type { ExplainOptions } from './commands/explain.ts';
import type { FmtOptions } from './commands/fmt.ts';
import type { RunOptions } from './commands/run.ts';
import type { SimulateOptions } from './commands/simulate.ts';
import type { TestOptions } from './commands/test.ts';
import type { TranslateOptions } from './commands/translate.ts';
import { exitCodeOf } from './failure.ts';
import { usageErrorOf } from './files.ts';
import { type ExitCode, processIo } from './io.ts';

/** The command `laurel`. Each command is loaded when it is called, so that the start is quick. */

// The bundler writes the version in; from sources there is none.
declare const LAUREL_VERSION: string;

const io = processIo();
let exitCode: ExitCode = 0;

const laurel = new Command('laurel')
  .description('Loyalty programs as plain sentences: check, format, translate, test, run, explain and simulate them.')
  .version(typeof LAUREL_VERSION === 'undefined' ? 'from source' : LAUREL_VERSION, '-V, --version', 'print the version')
  .helpOption('-h, --help', 'print this help')
  .helpCommand('help [command]', 'print the help of a command')
  .showHelpAfterError('Try laurel --help.')
  .configureHelp({ sortSubcommands: false })
  .exitOverride()
  .addHelpText(
    'after',
    `
A FILE is a program, a .loyalty file. Where several may be named, a folder stands
for all the programs in it.

Exit codes:
  0   all is well; warnings are well enough
  1   an error in a file, a failed expectation, an unformatted file,
      an event that could not be applied
  2   laurel was called wrongly, or a file is not there

Colours are used on a terminal only. NO_COLOR=1 turns them off.`,
  );

laurel
  .command('check')
  .summary('find the problems in programs')
  .description('Finds everything that is wrong with programs, and shows how to mend it, in the language of each file.')
  .argument('<FILE...>', 'programs, or folders of them')
  .option('--json', 'print a JSON list of the problems')
  .option('--fix', 'mend what can be mended safely, write the file, and check again')
  .action(async (files: string[], options: CheckOptions) => {
    const { check } = await import('./commands/check.ts');
    exitCode = await check(files, options, io);
  });

laurel
  .command('fmt')
  .summary('format programs in place')
  .description('Writes programs the one way they are written, and prints the names of those that changed.')
  .argument('<FILE...>', 'programs, or folders of them')
  .option('--check', 'change nothing; print the names of unformatted programs')
  .action(async (files: string[], options: FmtOptions) => {
    const { fmt } = await import('./commands/fmt.ts');
    exitCode = await fmt(files, options, io);
  });

laurel
  .command('translate')
  .summary('print a program in the other language')
  .description('Prints a program in English or Chinese. Names and comments stay as they are written.')
  .argument('<FILE>', 'a program')
  .addOption(language('--to <language>', 'the language to print it in').makeOptionMandatory())
  .action(async (file: string, options: TranslateOptions) => {
    const { translate } = await import('./commands/translate.ts');
    exitCode = await translate(file, options, io);
  });

laurel
  .command('test')
  .summary('run the examples and scenarios of programs')
  .description(
    'Runs the examples that programs hold and the scenarios that stand beside them, and names the rules that none of ' +
      'them makes act.',
  )
  .argument('[PATH...]', 'folders, or programs; the folder at hand unless given')
  .option('--json', 'print a JSON document of the results')
  .action(async (paths: string[], options: TestOptions) => {
    const { test } = await import('./commands/test.ts');
    exitCode = await test(paths, options, io);
  });

laurel
  .command('run')
  .summary('run a log of events through a program')
  .description(
    'Runs events through a program and tells what each one did and why, then how every account stands. ' +
      'Events of several accounts may be mixed; those of one account stand in the order in which they happened.',
  )
  .argument('<FILE>', 'a program')
  .requiredOption('--events <NDJSON>', 'the events, one JSON object a line; - reads standard input')
  .option('--until <INSTANT>', 'let time pass up to this instant, 2026-12-31T23:59:59+08:00')
  .addOption(
    new Option('--on-error <what>', 'at a line that cannot be applied: end the run, or leave the line out and go on')
      .choices(['stop', 'skip'])
      .default('stop'),
  )
  .option('--json', 'print a line of JSON for each event and each account')
  .addOption(language('--language <language>', 'tell it in this language; the language of the program unless given'))
  .action(async (file: string, options: RunOptions) => {
    const { run } = await import('./commands/run.ts');
    exitCode = await run(file, options, io);
  });

laurel
  .command('explain')
  .summary('tell why an event did what it did')
  .description(
    'Runs a log up to one event and tells what came of it and, for every rule, why it acted or why not, and what would ' +
      'have made it act.',
  )
  .argument('<FILE>', 'a program')
  .requiredOption('--events <NDJSON>', 'the events, one JSON object a line; - reads standard input')
  .requiredOption('--event <ID>', 'the event to explain')
  .option('--account <NAME>', 'whose event, where several accounts have one of this id')
  .option('--json', 'print a JSON document')
  .addOption(language('--language <language>', 'tell it in this language; the language of the program unless given'))
  .action(async (file: string, options: ExplainOptions) => {
    const { explain } = await import('./commands/explain.ts');
    exitCode = await explain(file, options, io);
  });

laurel
  .command('simulate')
  .summary('play many purchases through a program')
  .description(
    'Plays recorded purchases through a program, or those of generated members, and sums what it gives and what that ' +
      'costs. Two programs, or several values of a setting, are played with the same members.',
  )
  .argument('<FILE>', 'a program')
  .option('--histories <CSV>', 'recorded purchases; the file may be gzipped')
  .option('--mapping <YAML>', 'what the columns mean')
  .option('--members <COUNT>', 'generate so many members instead', wholeNumber(1))
  .option('--seed <NUMBER>', 'generate others than those of seed 1', wholeNumber(0))
  .option('--years <COUNT>', 'generate so many years', wholeNumber(1))
  .option('--set <NAME=VALUE>', 'turn a setting of the program; may be given several times', gathered)
  .option('--compare <FILE>', 'hold another program against it, member by member')
  .addOption(new Option('--sweep <NAME=VALUES>', 'a line of sums for each value, 2,3,4').conflicts('compare'))
  .option('--json', 'print a JSON document of the sums')
  .action(async (file: string, options: SimulateOptions) => {
    const { simulate } = await import('./commands/simulate.ts');
    exitCode = await simulate(file, options, io);
  });

// A reader that has seen enough closes the pipe; that is no mistake.
for (const [name, stream] of [
  ['standard output', process.stdout] as const,
  ['standard error', process.stderr] as const,
]) {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    process.exit(error.code === 'EPIPE' ? exitCode : exitCodeOf(usageErrorOf(name, error), io));
  });
}
process.on('uncaughtException', (error) => process.exit(exitCodeOf(error, io)));

laurel.parseAsync().then(
  () => {
    process.exitCode = exitCode;
  },
  (error: unknown) => {
    process.exitCode = exitCodeOf(error, io);
  },
);

function language(flags: string, description: string): Option {
  return new Option(flags, description).choices(['en', 'zh']);
}

/** An option that may be given several times. */
function gathered(value: string, before: readonly string[] = []): readonly string[] {
  return [...before, value];
}

function wholeNumber(least: number): (text: string) => number {
  return (text) => {
    const number = Number(text.replace(/,/g, ''));
    if (Number.isSafeInteger(number) && number >= least) return number;
    throw new InvalidArgumentError(`A whole number from ${least} on is wanted.`);
  };
}
