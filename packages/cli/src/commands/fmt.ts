import { type Line, parse, print, type Tree } from '@laurel/language';
import { visible } from '../display.ts';
import { programsAmong, readSource, writeWhole } from '../files.ts';
import type { ExitCode, Io } from '../io.ts';
import { wording } from '../wording.ts';

export interface FmtOptions {
  readonly check?: boolean;
}

/** `laurel fmt`: writes programs the one way; with `check` only says which are not written so. */
export async function fmt(paths: readonly string[], options: FmtOptions, io: Io): Promise<ExitCode> {
  let different = 0;
  for (const path of await programsAmong(paths)) {
    const { text } = await readSource(path);
    const { tree } = parse(text);
    const formatted = print(tree, tree.language);
    const unread = unreadLines(tree);
    if (!keeps(formatted, unread)) throw new Error(`the formatter lost an unreadable line of ${path}`);
    if (unread.length > 0) {
      const { colon, unreadLinesStay } = wording(tree.language);
      io.err(`${visible(path)}${colon}${unreadLinesStay(unread.length)}`);
    }
    if (formatted === text) continue;
    different += 1;
    if (options.check !== true) await writeWhole(path, formatted);
    io.out(visible(path));
  }
  return options.check === true && different > 0 ? 1 : 0;
}

/** The lines that could not be read, as they stand in the file. */
function unreadLines(tree: Tree): string[] {
  const lines: Line[] = [
    ...tree.preamble,
    ...tree.sections.flatMap((section) => [section.headerLine, ...section.lines]),
  ];
  return lines.flatMap(({ unread }) => (unread === null ? [] : [unread]));
}

// A formatter that drops what it cannot read would destroy somebody's work; better to stop than to trust it.
function keeps(formatted: string, unread: readonly string[]): boolean {
  let from = 0;
  return unread
    .flatMap((lines) => lines.split('\n'))
    .every((line) => {
      const at = formatted.indexOf(line.trim(), from);
      from = at + line.trim().length;
      return at >= 0;
    });
}
