import * as z from 'zod';
import { Name, Span } from './program-values.ts';

/** What the program asks about members. */

/** What a fact of a member is: a yes or a no, one text or several, a number, one date or several. */
const FACT_KINDS = ['yesNo', 'text', 'number', 'date', 'texts', 'dates'] as const;
export type FactKind = (typeof FACT_KINDS)[number];

export const Member = z.strictObject({
  /** What the host tells about members, beside their birthdays. */
  facts: z.array(z.strictObject({ name: Name, kind: z.enum(FACT_KINDS), at: Span })),
  /** Messages go only to those who say yes to this; null: to all. */
  messages: Name.nullable(),
});
