import * as z from 'zod';
import { type Place, Text, YesNo } from '../scenario/place.ts';

/** Which rows of a file are meant: those whose cell in a column says so. All that is said must hold. */
export interface RowTest {
  readonly column: string;
  /** The cell is one of these; null: it may be anything. */
  readonly isOneOf: ReadonlySet<string> | null;
  readonly startsWith: string;
  /** The cell is a number with a minus sign. */
  readonly belowZero: boolean;
}

export const RowTests = z
  .array(
    z.strictObject({
      column: Text,
      is: Text.optional(),
      'is one of': z.array(Text).min(1).max(10_000).optional(),
      'starts with': Text.optional(),
      'is below zero': YesNo.optional(),
    }),
  )
  .optional();

export function readRowTests(said: z.infer<typeof RowTests>, place: Place): readonly RowTest[] {
  return (said ?? []).map((test, i) => {
    const { column, is, 'is one of': words, 'starts with': startsWith, 'is below zero': belowZero = false } = test;
    if (is === undefined && words === undefined && startsWith === undefined && !belowZero) {
      place.in(i).misfit('must say which rows: "is", "is one of", "starts with" or "is below zero: yes"');
    }
    if (is !== undefined && words !== undefined) place.in(i).misfit('must have "is" or "is one of", not both');
    const choices = is === undefined ? words : [is];
    const isOneOf = choices === undefined ? null : new Set(choices);
    return { column, isOneOf, startsWith: startsWith ?? '', belowZero };
  });
}

/** @param textOf the cell of a column, without the spaces around it */
export function isMeant(tests: readonly RowTest[], textOf: (column: string) => string): boolean {
  for (const { column, isOneOf, startsWith, belowZero } of tests) {
    const text = textOf(column);
    if (isOneOf !== null && !isOneOf.has(text)) continue;
    if (text.startsWith(startsWith) && (!belowZero || isBelowZero(text))) return true;
  }
  return false;
}

const LONGEST_NUMBER = 60;

/** The sign of the currency may stand on either side of the minus. */
function isBelowZero(text: string): boolean {
  return text.length <= LONGEST_NUMBER && /^[^\d-]*-\D*[\d,.]*[1-9]/.test(text);
}
