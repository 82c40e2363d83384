import { type Edit, type Problem, problem } from '../problem.ts';
import type { Span } from '../text.ts';
import { narrow } from './characters.ts';
import type { LogicalLine } from './lines.ts';
import { partsOf, type Setting } from './parts.ts';

const CLOSING: Readonly<Record<string, string>> = { '"': '"', '「': '」', '『': '』', '“': '”', '”': '”', '＂': '＂' };

/** A name without its closing quote, with the quote as the way out when the line reads with it. */
export function withClosingQuote(setting: Setting, line: LogicalLine, flaw: Problem): Problem {
  const [{ span: name }] = flaw.spans;
  const { text, reader, section } = setting;
  const closing = CLOSING[text[name.start] ?? ''];
  if (flaw.code !== 'unclosed-name' || closing === undefined || line.code === null || line.pieces.length > 1)
    return flaw;
  const { start, end } = line.code;
  for (const span of placesFor(text, name)) {
    const mended = `${text.slice(start, span.start)}${closing}${text.slice(span.end, end)}`;
    const { tokens, flaw: another } = reader.cutter.cut(narrow(mended), mended, 0);
    reader.vocabulary.recognize(tokens);
    if (another !== null || partsOf(reader, section, tokens)?.length !== 1) continue;
    const edit: Edit = { span, text: closing };
    return problem('unclosed-name', name, flaw.params, { fixes: [{ edits: [edit], safe: true }] });
  }
  return flaw;
}

/** Where a closing quote can go: for a quote of another kind, at the end, or before the colon at the end. */
function placesFor(text: string, name: Span): readonly Span[] {
  const written = text.slice(name.start, name.end);
  const others = [...written.matchAll(/["」』”“＂]/g)]
    .map(({ index }) => name.start + index)
    .filter((at) => at > name.start);
  const colon = /\s*[:：]$/.exec(written)?.index;
  return [
    ...others.map((start) => ({ start, end: start + 1 })),
    { start: name.end, end: name.end },
    ...(colon === undefined ? [] : [{ start: name.start + colon, end: name.start + colon }]),
  ];
}
