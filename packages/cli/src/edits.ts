import { type Edit, type Fix, type Problem, placesIn, type Span } from '@laurel/language';

/** Edits to a text: how they are chosen, applied, and shown. */

/** The text after the edits, which must not overlap. */
export function edited(text: string, edits: readonly Edit[]): string {
  const parts: string[] = [];
  let at = 0;
  for (const { span, text: inserted } of inOrder(edits)) {
    parts.push(text.slice(at, span.start), inserted);
    at = span.end;
  }
  parts.push(text.slice(at));
  return parts.join('');
}

/** A run of lines that edits change, before and after, without the lines that stay the same. */
export interface Change {
  /** The line, counted from 1, with which it begins. */
  readonly line: number;
  readonly before: readonly string[];
  readonly after: readonly string[];
}

/** What edits do to a text, line by line, from the top. */
export function changesBy(text: string, edits: readonly Edit[], placeAt = placesIn(text)): Change[] {
  const groups: { lines: Span; edits: Edit[] }[] = [];
  for (const edit of inOrder(edits)) {
    const lines = wholeLines(text, edit.span);
    const last = groups[groups.length - 1];
    if (last === undefined || lines.start > last.lines.end) groups.push({ lines, edits: [edit] });
    else groups[groups.length - 1] = { lines: around(last.lines, lines), edits: [...last.edits, edit] };
  }
  return groups.map(({ lines, edits: inside }) => {
    const moved = inside.map(({ span, text: inserted }) => ({
      span: { start: span.start - lines.start, end: span.end - lines.start },
      text: inserted,
    }));
    const before = text.slice(lines.start, lines.end);
    return difference(placeAt(lines.start).line, before.split(BREAK), edited(before, moved).split(BREAK));
  });
}

/**
 * The edits that may be made without asking: of each problem the first fix that is safe, as long as it touches nothing
 * that another one touches. What is left over comes in the next round.
 */
export function safeEdits(problems: readonly Problem[]): Edit[] {
  const taken: Edit[] = [];
  for (const problem of problems) {
    const fix = safeFixOf(problem);
    if (fix?.edits.every((edit) => taken.every((other) => !touches(edit.span, other.span)))) taken.push(...fix.edits);
  }
  return inOrder(taken);
}

export function safeFixOf(problem: Problem): Fix | undefined {
  return problem.fixes.find(({ safe }) => safe);
}

const BREAK = /\r?\n/;

// Sorting is stable: insertions at one place stay in the order in which they were given.
function inOrder(edits: readonly Edit[]): Edit[] {
  return [...edits].sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
}

// Neighbours count as touching: which of two insertions at one place comes first would be anybody's guess.
function touches(a: Span, b: Span): boolean {
  return a.start <= b.end && b.start <= a.end;
}

function wholeLines(text: string, { start, end }: Span): Span {
  const stop = text.indexOf('\n', end);
  return { start: start === 0 ? 0 : text.lastIndexOf('\n', start - 1) + 1, end: stop < 0 ? text.length : stop };
}

function around(a: Span, b: Span): Span {
  return { start: Math.min(a.start, b.start), end: Math.max(a.end, b.end) };
}

function difference(line: number, before: readonly string[], after: readonly string[]): Change {
  let top = 0;
  while (top < Math.min(before.length, after.length) && before[top] === after[top]) top += 1;
  let bottom = 0;
  const most = Math.min(before.length, after.length) - top;
  while (bottom < most && before[before.length - 1 - bottom] === after[after.length - 1 - bottom]) bottom += 1;
  return {
    line: line + top,
    before: before.slice(top, before.length - bottom),
    after: after.slice(top, after.length - bottom),
  };
}
