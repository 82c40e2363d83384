import { JOINTS } from '../phrases/phrase.ts';
import { type Problem, problem } from '../problem.ts';
import { diagnosed } from './diagnosis.ts';
import type { LogicalLine } from './lines.ts';
import { withClosingQuote } from './open-quote.ts';
import { newLineNeeded, type Part, partsOf, type ReadLine, type Setting } from './parts.ts';
import type { Reader } from './reader.ts';
import { kindOf, wordOf } from './tokens.ts';

const MOST_DEPTH = 32;

/** Reads a line as what can stand there, and says what is wrong when it cannot. Never more than one problem. */
export function readLine(setting: Setting, line: LogicalLine): ReadLine {
  if (line.code === null) return { parts: [], wrong: line.flaw };
  const unread: Part = { kind: 'unread', span: line.code };
  const found = line.flaw ?? tooDeep(setting.reader, line);
  const flaw = found?.code === 'unclosed-name' && setting.mayRepair ? withClosingQuote(setting, line, found) : found;
  if (line.tokens.length === 0 || flaw?.code === 'too-deep') return { parts: [unread], wrong: flaw };
  const parts = partsOf(setting.reader, setting.section, line.tokens);
  if (parts === null) return diagnosed(setting, line, flaw);
  return { parts, wrong: flaw ?? (parts.length > 1 ? newLineNeeded(setting.text, parts) : null) };
}

/** Nesting is bounded before the grammar sees it: a parser that calls itself has no other bound. */
function tooDeep(reader: Reader, line: LogicalLine): Problem | null {
  if (line.tokens.length <= MOST_DEPTH) return null;
  const nots = new Set(JOINTS[reader.language].not.flatMap((wording) => reader.cutter.words(wording)));
  const opened: number[] = [];
  let depth = 0;
  let negations = 0;
  for (const token of line.tokens) {
    const kind = kindOf(token);
    if (kind === 'Open') {
      opened.push(negations + 1);
      depth += negations + 1;
      negations = 0;
    } else if (kind === 'Close') depth -= opened.pop() ?? 0;
    else if (nots.has(wordOf(token))) negations++;
    else negations = 0;
    if (depth + negations > MOST_DEPTH) return problem('too-deep', line.code ?? line.span, { most: MOST_DEPTH });
  }
  return null;
}
