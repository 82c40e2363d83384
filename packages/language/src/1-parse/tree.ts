import type { Header, SectionName, Sentence } from '../phrases/book.ts';
import type { Language, Span } from '../text.ts';

/** A parsed file. Every line of the text is somewhere in it: read, unreadable, or a comment. Nothing is lost. */
export interface Tree {
  readonly language: Language;
  readonly sections: readonly Section[];
  /** Comments that stand before the first section, and lines that belong to none. */
  readonly preamble: readonly Line[];
}

export interface Section {
  readonly name: SectionName;
  /** Null: the header could not be read, and the section was guessed from its body. */
  readonly header: Header | null;
  readonly headerLine: Line;
  /** Comments that stand at the margin right above the header: they speak of this section. */
  readonly above: readonly Line[];
  readonly lines: readonly Line[];
}

/** A logical line: lines that start with `and` / `or` belong to the line before. */
export interface Line {
  /** Without the line break; a blank or comment line has its own span too. */
  readonly span: Span;
  /** The text of the comments, `#` included, in order. */
  readonly comments: readonly string[];
  /** A blank line stands before it. */
  readonly afterBlank: boolean;
  /** Null: a line of comment only, or one that could not be read. */
  readonly sentence: Sentence | null;
  /** The text of a line that could not be read, as it stands; null when it was read. */
  readonly unread: string | null;
}
