import { type Io, processIo } from '../../packages/cli/src/io.ts';

/** Hears what a command says, without colours. */
export function hearing(): { io: Io; out: string[]; err: string[]; all: string[] } {
  process.env.NO_COLOR = '1';
  const [out, err, all]: [string[], string[], string[]] = [[], [], []];
  const io: Io = {
    ...processIo(),
    out: (text) => void [out, all].map((lines) => lines.push(text)),
    err: (text) => void [err, all].map((lines) => lines.push(text)),
    isTerminal: false,
  };
  return { io, out, err, all };
}
