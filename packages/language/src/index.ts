/** The Laurel language: text in, a checked and compiled program out, in English and Chinese alike. */

export { parse } from './1-parse/parse.ts';
export type { Line, Section, Tree } from './1-parse/tree.ts';
export { zoneTable } from './3-lower/zone.ts';
export type { Compiled } from './compile.ts';
export { compile } from './compile.ts';
export type { Prose } from './messages/prose.ts';
export { prose } from './messages/prose.ts';
export { print } from './print/print.ts';
export type { Edit, Fix, Marked, Problem, ProblemCode, ProblemParams, Severity } from './problem.ts';
export type { Language, Place, Source, Span } from './text.ts';
export { placesIn } from './text.ts';
export type { Renaming } from './twin.ts';
export { renaming } from './twin.ts';
