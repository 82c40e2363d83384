import { isNode } from '../1-parse/node.ts';
import { isPhraseId, shapeOf } from '../1-parse/prefix-tree.ts';
import { book, type ConditionNode } from '../phrases/book.ts';
import { JOINTS, partsOf } from '../phrases/phrase.ts';
import type { Language } from '../text.ts';

/** Any sentence, header, day or condition. */
export type Printable = { readonly phrase: string; readonly slots: Readonly<Record<string, unknown>> } | ConditionNode;

/**
 * A stretch of a sentence that stays on one line. The next one opens with the `and` or `or` before which a line may
 * break; all of them, joined, are the sentence on one line.
 */
export interface Piece {
  readonly text: string;
  /** How deep in brackets and lists the break before it lies: 0 between the conditions of the sentence itself. */
  readonly depth: number;
}

/** The sentence on one line. */
export function sentenceText(node: Printable, language: Language): string {
  return joinedPieces(sentencePieces(node, language), language);
}

export function joinedPieces(pieces: readonly Piece[], language: Language): string {
  return pieces.map(({ text }) => text).join(language === 'en' ? ' ' : '');
}

export function sentencePieces(node: Printable, language: Language): readonly Piece[] {
  const pen = penFor(language);
  writeNode(node, language, pen, 0);
  return pen.pieces();
}

interface Pen {
  write(text: string): void;
  mayBreak(depth: number): void;
  pieces(): readonly Piece[];
}

function penFor(language: Language): Pen {
  const done: Piece[] = [];
  let piece: Piece = { text: '', depth: 0 };
  return {
    write(text) {
      piece = { text: piece.text + text, depth: piece.depth };
    },
    mayBreak(depth) {
      done.push(piece);
      piece = { text: '', depth };
    },
    pieces: () => [...done, piece].map(({ text, depth }) => ({ text: language === 'en' ? text.trim() : text, depth })),
  };
}

function writeNode(node: Printable, language: Language, pen: Pen, depth: number): void {
  if ('slots' in node) {
    if (!isPhraseId(node.phrase)) return;
    const values: Readonly<Record<string, unknown>> = node.slots;
    for (const part of partsOf(book[node.phrase][language])) {
      if ('literal' in part) pen.write(part.literal);
      else writeSlot(part.type, values[part.slot], language, pen, depth);
    }
  } else if (node.phrase === 'not') {
    pen.write(joint('not', language));
    writeClause(node.of, language, pen, depth);
  } else {
    for (const [i, condition] of node.of.entries()) {
      if (i > 0) {
        pen.mayBreak(depth);
        pen.write(joint(node.phrase, language));
      }
      writeClause(condition, language, pen, depth);
    }
  }
}

/** Joined conditions inside others always have brackets: nobody should have to know which word binds closer. */
function writeClause(node: ConditionNode, language: Language, pen: Pen, depth: number): void {
  const bracketed = node.phrase === 'and' || node.phrase === 'or';
  if (bracketed) pen.write(language === 'en' ? '(' : '（');
  writeNode(node, language, pen, bracketed ? depth + 1 : depth);
  if (bracketed) pen.write(language === 'en' ? ')' : '）');
}

function writeSlot(type: string, value: unknown, language: Language, pen: Pen, depth: number): void {
  const shape = shapeOf(type);
  if (shape === null) {
    if (isNode(value)) writeNode(value, language, pen, depth);
  } else if (shape.shape === 'token') pen.write(shape.print(value, language));
  else if (shape.shape === 'words') pen.write(shape.words[String(value)]?.[language][0] ?? '');
  else if (Array.isArray(value)) writeList(shape.of, value, language, pen, depth + 1);
}

/** `a, b or c`, a、b或c */
function writeList(type: string, members: readonly unknown[], language: Language, pen: Pen, depth: number): void {
  for (const [i, member] of members.entries()) {
    const last = i === members.length - 1;
    if (i > 0 && !last) pen.write(language === 'en' ? ', ' : '、');
    if (i > 0 && last) {
      pen.mayBreak(depth);
      pen.write(joint('listOr', language));
    }
    writeSlot(type, member, language, pen, depth);
  }
}

function joint(word: 'and' | 'or' | 'not' | 'listOr', language: Language): string {
  const [first = ''] = JOINTS[language][word];
  return language === 'en' ? `${first} ` : first;
}
