import type { Trial } from '../../packages/cli/src/trial.ts';

/** The table of a program's README: each line of its source, and the scenarios that prove it. */
export interface SourceLine {
  readonly line: number;
  readonly says: string;
  readonly provedBy: string;
}

const ROW = /^\| *(\d+) *\| *(.*?) *\| *(.*?) *\|$/gm;

export function linesOf(readme: string): SourceLine[] {
  return [...readme.matchAll(ROW)].map(([, line, says = '', provedBy = '']) => ({
    line: Number(line),
    says,
    provedBy,
  }));
}

/** The same README with what proves each line taken from the scenarios' own words (`cites: [yidu-shoes 7 (returns)]`). */
export function withProofs(readme: string, program: string, results: Trial['results']): string {
  return readme.replace(
    ROW,
    (_, line: string, says: string) => `| ${line} | ${says} | ${proofs(program, line, results)} |`,
  );
}

function proofs(program: string, line: string, results: Trial['results']): string {
  const citing = results.filter(({ cites }) => cites.some((cite) => lineCited(program, cite) === line));
  return citing.map(({ name }) => name.replaceAll('|', '\\|')).join('; ');
}

/** The line that a scenario cites, `7` in `yidu-shoes 7 (returns)`; null: of another program. */
export function lineCited(program: string, cite: string): string | null {
  const [, of, line = null] = /^([\w-]+) (\d+)(?: \([^)]+\))?$/.exec(cite) ?? [];
  return of === program ? line : null;
}
