import pc from 'picocolors';

/** Where a command's words go, so that a command never touches the process itself. */
export interface Io {
  /** Standard output: results, what a pipe wants. A line break is added. */
  out(text: string): void;
  /** Standard error: progress, and prose about the work. A line break is added. */
  err(text: string): void;
  /** Whether standard error is a terminal: only there may progress be drawn. */
  readonly isTerminal: boolean;
  readonly colours: Colours;
}

/** Each function paints a text, or leaves it as it is where colours are off. */
export type Colours = ReturnType<typeof pc.createColors>;

/**
 * What a command answers and the shell sees: 0 all is well; 1 something is wrong with what was looked at (an error in a
 * file, a failed expectation, an unformatted file, a skipped event); 2 it was called wrongly. A crash of ours is 70.
 */
export type ExitCode = 0 | 1 | 2;

/** Called wrongly: an option that makes no sense, a file that is not there. The message is for the person; exit code 2. */
export class UsageError extends Error {}

/** The process's own streams. */
export function processIo(): Io {
  const { stdout, stderr } = process;
  // Colours are on only where both streams are terminals, so that no file or pipe ever holds an escape sequence.
  const wanted = pc.isColorSupported && stdout.isTTY === true && stderr.isTTY === true;
  const forced = Boolean(process.env.FORCE_COLOR) && !process.env.NO_COLOR;
  return {
    out: (text) => void stdout.write(`${text}\n`),
    err: (text) => void stderr.write(`${text}\n`),
    isTerminal: stderr.isTTY === true,
    colours: pc.createColors(wanted || forced),
  };
}
