import { parse } from '@laurel/language';

/** A sentence, or a day or condition in one, as it was read. */
export interface Reading {
  /** `give.fixed: give{points}`: the phrase and what stands in the text, with the values left out. */
  readonly wording: string;
  /** What stands in the text for it, and for each of its values. */
  readonly text: string;
  readonly values: Readonly<Record<string, string>>;
  /** The whole line in which it stands, and its section. */
  readonly line: string;
  readonly section: string;
}

/** Everything that was read in a text. A set expression is there twice: as the words that it consists of, too. */
export function readingsOf(text: string): Reading[] {
  return parse(text).tree.sections.flatMap((section) => {
    const lines = [
      { ...section.headerLine, sentence: section.header },
      ...section.lines.filter(({ sentence }) => sentence !== null),
    ];
    const textOf = ({ start, end }: Place) => text.slice(start, end).trim();
    const whole = lines.map(({ span }) => textOf(span).replace(/\n\s*/g, '\n  '));
    const shown = [whole[0], ...whole.slice(1).map((line) => `  ${line.replaceAll('\n', '\n  ')}`)].join('\n');
    return lines.flatMap(({ sentence }, i) =>
      nodesIn(sentence).flatMap((node) =>
        wordingsOf(node, text).map((wording) => ({
          wording,
          text: textOf(node.span),
          values: Object.fromEntries(Object.entries(node.at).map(([slot, place]) => [slot, textOf(place)])),
          line: whole[i] ?? '',
          section: shown,
        })),
      ),
    );
  });
}

function wordingsOf({ phrase, span, at }: Node, text: string): string[] {
  const values = Object.entries(at).sort(([, a], [, b]) => b.start - a.start);
  const without = values.reduce(
    (now, [slot, { start, end }]) => `${now.slice(0, start - span.start)}{${slot}}${now.slice(end - span.start)}`,
    text.slice(span.start, span.end),
  );
  return [without, text.slice(span.start, span.end)].map((said) => `${phrase}: ${bare(said)}`);
}

interface Place {
  readonly start: number;
  readonly end: number;
}
interface Node {
  readonly phrase: string;
  readonly span: Place;
  readonly at: Readonly<Record<string, Place>>;
}

/** The sentences in a tree, and the days and conditions in them. */
function nodesIn(value: unknown): Node[] {
  if (typeof value !== 'object' || value === null) return [];
  return [...(isNode(value) ? [value] : []), ...Object.values(value).flatMap(nodesIn)];
}

function isNode(value: object): value is Node {
  return 'phrase' in value && 'span' in value && 'at' in value;
}

/** A wording without what says nothing: spaces, the width of punctuation, the types of slots. */
export function bare(wording: string): string {
  return wording
    .normalize('NFKC')
    .replace(/:\w+\}/g, '}')
    .replace(/\s+/g, '')
    .toLowerCase();
}
