import * as z from 'zod';
import { Name, Span } from './program-values.ts';

/** What can happen beside purchases and what else every program knows: the program's own events (semantics M2). */

/** What a fact of an event is: a yes or a no, a text, a number, a date. */
const EVENT_FACT_KINDS = ['yesNo', 'text', 'number', 'date'] as const;

export type EventFactKind = (typeof EVENT_FACT_KINDS)[number];

export const DeclaredEvent = z.strictObject({
  name: Name,
  /** What the host tells about each such event. */
  facts: z.array(z.strictObject({ name: Name, kind: z.enum(EVENT_FACT_KINDS), at: Span })),
  at: Span,
});
export type DeclaredEvent = z.infer<typeof DeclaredEvent>;
