import { type Language, type Marked, type Place, type Problem, prose, type Span } from '@laurel/language';
import { visible } from './display.ts';
import { type Change, changesBy } from './edits.ts';
import type { SourceFile } from './files.ts';
import { frameOf } from './frame.ts';
import type { Colours } from './io.ts';
import { type Wording, wording } from './wording.ts';

/**
 * A problem as people read it: what is wrong, where, and the text that would be right.
 *
 *     error[unknown-name]: There is no goods named "Regulr". Did you mean "Regular"?
 *       --> program.loyalty:12:15
 *        |
 *     12 |   pay 58% for "Regulr"
 *        |               ^^^^^^^^
 *       fix: pay 58% for "Regular"
 */
export function told(problem: Problem, file: SourceFile, language: Language, colours: Colours): string {
  const words = wording(language);
  const { message, hint } = prose(problem, language);
  const [title = '', ...details] = message.split('\n').map(visible);
  const paint = problem.severity === 'error' ? colours.red : colours.yellow;
  const head = `${words.severity(problem.severity)}[${problem.code}]`;
  return [
    `${colours.bold(paint(head))}${words.colon}${colours.bold(title)}`,
    ...details.map((detail) => `  ${detail}`),
    ...framed(problem, file, words, colours),
    ...(hint === null ? [] : labelled(words.hint, hint.split('\n').map(visible), words, colours.cyan)),
    ...problem.fixes.flatMap(({ edits }) =>
      labelled(words.fix, fixed(changesBy(file.text, edits, file.placeAt), words), words, colours.green),
    ),
  ].join('\n');
}

/** A problem as data for editors and scripts: `check --json`. */
export function asJson(problem: Problem, file: SourceFile, language: Language): object {
  const { placeAt } = file;
  const { code, severity, spans, fixes } = problem;
  const [here, ...others] = spans;
  return {
    file: file.path,
    code,
    severity,
    span: placed(here.span, placeAt),
    ...prose(problem, language),
    others: others.map(({ role, span }) => ({ role, span: placed(span, placeAt) })),
    fixes: fixes.map(({ safe, edits }) => ({
      safe,
      edits: edits.map(({ span, text }) => ({ span: placed(span, placeAt), text })),
    })),
  };
}

function placed({ start, end }: Span, placeAt: (offset: number) => Place): object {
  const [from, to] = [placeAt(start), placeAt(end)];
  return { start, end, line: from.line, column: from.column, endLine: to.line, endColumn: to.column };
}

function framed(problem: Problem, { path, text, placeAt }: SourceFile, words: Wording, colours: Colours): string[] {
  const [here, ...others] = problem.spans.map((marked) => ({ marked, frame: frameOf(text, marked.span, placeAt) }));
  if (here === undefined) return [];
  const frames = [here, ...others.filter(({ marked }) => !isSame(marked, here.marked))];
  const width = Math.max(...frames.flatMap(({ frame }) => frame.rows.map(({ number }) => String(number ?? '').length)));
  const margin = ' '.repeat(width);
  const bar = colours.blue('|');
  return frames.flatMap(({ marked, frame: { place, rows } }, i) => {
    const role = i === 0 ? '' : ` (${words.role(marked.role)})`;
    const paint = i === 0 ? (problem.severity === 'error' ? colours.red : colours.yellow) : colours.blue;
    return [
      `${margin}${colours.blue('-->')} ${visible(path)}:${place.line}:${place.column}${role}`,
      `${margin} ${bar}`,
      ...rows.flatMap(({ number, shown, marks }) => [
        `${colours.blue(String(number ?? '').padStart(width))} ${bar} ${shown}`.trimEnd(),
        ...(marks === '' ? [] : [`${margin} ${bar} ${paint(marks)}`]),
      ]),
    ];
  });
}

function isSame(a: Marked, b: Marked): boolean {
  return a.span.start === b.span.start && a.span.end === b.span.end;
}

/** `fix: one line`, or the label and the lines under it. */
function labelled(
  label: string,
  lines: readonly string[],
  { colon }: Wording,
  paint: (text: string) => string,
): string[] {
  const [first = '', ...more] = lines;
  if (more.length === 0) return [`  ${paint(label)}${colon}${first}`];
  return [`  ${paint(label)}${colon.trimEnd()}`, ...lines.map((line) => `    ${line}`.trimEnd())];
}

/** The lines that come of a fix, without the margin that they share. */
function fixed(changes: readonly Change[], words: Wording): string[] {
  const lines = changes.flatMap(({ after }, i) => [...(i === 0 ? [] : ['…']), ...withoutBlankEnds(after)]);
  if (lines.length === 0) return [words.removeLine];
  const margin = Math.min(...lines.filter((line) => line.trim() !== '').map((line) => line.search(/\S/)));
  return lines.map((line) => visible(line === '…' ? line : line.slice(Number.isFinite(margin) ? margin : 0)));
}

function withoutBlankEnds(lines: readonly string[]): readonly string[] {
  const first = lines.findIndex((line) => line.trim() !== '');
  const last = lines.findLastIndex((line) => line.trim() !== '');
  return first < 0 ? [] : lines.slice(first, last + 1);
}
