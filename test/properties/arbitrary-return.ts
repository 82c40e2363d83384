import type { Event } from '@laurel/engine';
import fc from 'fast-check';

type PurchaseEvent = Extract<Event, { kind: 'purchase' }>;
type ReturnEvent = Extract<Event, { kind: 'return' }>;

/** What the host's log knows of purchases, by id; null: no such purchase. */
export type Known = Readonly<Record<string, Event | null>>;

/** A return before its purchase is known. */
export interface ReturnDraft {
  /** Counts back from the purchase drafted last; or an id that the log does not have for this account. */
  readonly of: number | 'unknown' | 'elsewhere';
  /** Null: everything that is still there. */
  readonly parts: readonly PartDraft[] | null;
  readonly host: 'tells' | 'writes otherwise' | 'does not know' | 'has not looked' | 'mistakes';
  readonly mistake: 'item' | 'tenders' | 'event';
}

interface PartDraft {
  readonly line: number;
  /** How much: tenths of what was bought, one piece, or nothing. */
  readonly much: number | 'one' | 'nothing';
  /** Counted on after the purchase's last line now and then. */
  readonly noSuchLine: boolean;
}

const rarely = fc.oneof({ weight: 60, arbitrary: fc.constant(false) }, { weight: 1, arbitrary: fc.constant(true) });

const part: fc.Arbitrary<PartDraft> = fc.record({
  line: fc.nat(3),
  much: fc.oneof(
    { weight: 12, arbitrary: fc.constantFrom(10, 10, 10, 5, 5, 3, 7, 1) },
    { weight: 6, arbitrary: fc.constant('one' as const) },
    { weight: 1, arbitrary: fc.constantFrom<number | 'nothing'>('nothing', 11, 20) },
  ),
  noSuchLine: rarely,
});

/** Returns of the purchases so far, most of them of the one before. */
export const returnDraft: fc.Arbitrary<ReturnDraft> = fc.record({
  of: fc.oneof(
    { weight: 20, arbitrary: fc.constantFrom(0, 0, 0, 0, 1, 2) },
    { weight: 5, arbitrary: fc.nat(9) },
    { weight: 1, arbitrary: fc.constantFrom('unknown' as const, 'elsewhere' as const) },
  ),
  parts: fc.oneof(
    { weight: 2, arbitrary: fc.constant(null) },
    { weight: 5, arbitrary: fc.array(part, { minLength: 1, maxLength: 3 }) },
  ),
  host: fc.oneof(
    { weight: 30, arbitrary: fc.constant('tells' as const) },
    { weight: 3, arbitrary: fc.constant('writes otherwise' as const) },
    {
      weight: 3,
      arbitrary: fc.constantFrom('does not know' as const, 'has not looked' as const, 'mistakes' as const),
    },
  ),
  mistake: fc.constantFrom('item', 'tenders', 'event'),
});

/** What a return says beside its id and its instant, and what the host knows for it. */
export function returnOf(
  { of, parts, host, mistake }: ReturnDraft,
  bought: readonly PurchaseEvent[],
): { fields: Pick<ReturnEvent, 'purchase' | 'lines'>; known: Known } {
  const purchase = typeof of === 'number' ? bought.at(-1 - (of % Math.max(bought.length, 1))) : undefined;
  const lines = parts === null ? {} : { lines: parts.map((part) => partOf(part, purchase)) };
  if (purchase === undefined) {
    const other = of === 'elsewhere' ? bought.at(-1) : undefined;
    const known = { nowhere: other === undefined ? null : { ...other, id: 'nowhere', account: 'another' } };
    return { fields: { purchase: 'nowhere', ...lines }, known };
  }
  const fields = { purchase: purchase.id, ...lines };
  if (host === 'has not looked') return { fields, known: {} };
  const tells = host === 'mistakes' ? mistaken(purchase, mistake) : host === 'does not know' ? null : purchase;
  if (tells === null || host !== 'writes otherwise') return { fields, known: { [purchase.id]: tells } };
  return { fields, known: { [purchase.id]: { ...purchase, at: new Date(purchase.at).toISOString() } } };
}

function partOf({ line, much, noSuchLine }: PartDraft, purchase: PurchaseEvent | undefined) {
  const lines = purchase?.lines ?? [];
  const position = noSuchLine ? lines.length + 1 : (line % Math.max(lines.length, 1)) + 1;
  const quantity = lines[position - 1]?.quantity ?? '1';
  return { line: position, quantity: much === 'one' ? '1' : tenthsOf(quantity, much === 'nothing' ? 0 : much) };
}

/** So many tenths of a plain decimal, exactly. */
export function tenthsOf(quantity: string, tenths: number): string {
  if (tenths === 10) return quantity;
  const [before = '', after = ''] = quantity.split('.');
  const digits = String(BigInt(before + after) * BigInt(tenths)).padStart(after.length + 2, '0');
  return `${digits.slice(0, -after.length - 1)}.${digits.slice(-after.length - 1)}`;
}

/** A log that holds another purchase under the id than the one that happened. */
function mistaken(purchase: PurchaseEvent, mistake: ReturnDraft['mistake']): Event | null {
  const [first, ...rest] = purchase.lines;
  if (first === undefined) return null;
  switch (mistake) {
    case 'item':
      return { ...purchase, lines: [{ ...first, item: `${first.item}x` }, ...rest] };
    case 'tenders':
      return { ...purchase, tenders: [...(purchase.tenders ?? []), { kind: 'cash', amount: '1' }] };
    case 'event':
      return { kind: 'visit', id: purchase.id, account: purchase.account, at: purchase.at };
  }
}
