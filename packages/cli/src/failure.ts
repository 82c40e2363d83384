import { CommanderError } from 'commander';
import { visible } from './display.ts';
import { type Io, UsageError } from './io.ts';

/** Says on standard error what went wrong, once, and answers the exit code: 2 for a wrong call, 70 for a crash of ours. */
export function exitCodeOf(error: unknown, io: Pick<Io, 'err'>): number {
  // Commander has said what it had to say; help and version come this way too and are no mistakes.
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
  if (error instanceof UsageError) {
    io.err(`error: ${error.message.split('\n').map(visible).join('\n')}`);
    return 2;
  }
  const what = error instanceof Error ? error.message : String(error);
  const [firstLine = ''] = what.split('\n');
  io.err(`Sorry, laurel broke down, and that is its own fault: ${firstLine} (LAUREL_DEBUG=1 shows where)`);
  if (process.env.LAUREL_DEBUG) io.err(error instanceof Error ? String(error.stack) : what);
  return 70;
}
