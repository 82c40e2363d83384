import type { IToken } from 'chevrotain';
import type { Header, SectionName, Sentence } from '../phrases/book.ts';
import { type Problem, problem } from '../problem.ts';
import { LANGUAGES, type Span } from '../text.ts';
import { diagnose } from './diagnosis.ts';
import { isSectionName, leadOf, sectionOf } from './header.ts';
import { cutAgain, type LogicalLine } from './lines.ts';
import { isHeader, isSentence } from './node.ts';
import { type Reader, readerFor } from './reader.ts';
import { endOf, kindOf } from './tokens.ts';

/** What stands on a logical line: one of these, unless a line break is missing. */
export type Part =
  | { readonly kind: 'header'; readonly section: SectionName; readonly header: Header | null; readonly span: Span }
  | { readonly kind: 'sentence'; readonly sentence: Sentence; readonly span: Span }
  | { readonly kind: 'unread'; readonly span: Span };
