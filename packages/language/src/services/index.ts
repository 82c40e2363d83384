/**
 * Help while writing, as plain data: offsets, texts, edits. Nothing here knows an editor or a protocol; hosts turn offsets
 * into their own places. Start with `documentOf`, ask as often as you like: a document never changes.
 */

export type { Action } from './actions.ts';
export { actions, formatting } from './actions.ts';
export { completions } from './completion.ts';
export type { Document } from './document.ts';
export { documentOf } from './document.ts';
export type { Completion, InsertPart } from './filling.ts';
export type { Highlight, HighlightKind } from './highlight.ts';
export { highlights } from './highlight.ts';
export type { Hover, Viewer } from './hover.ts';
export { hover } from './hover.ts';
export type { Inlay } from './inlays.ts';
export { inlays } from './inlays.ts';
export type { Occurrence, Renaming } from './names.ts';
export { definition, occurrenceAt, references, rename } from './names.ts';
export type { OutlineItem } from './outline.ts';
export { folds, outline } from './outline.ts';
