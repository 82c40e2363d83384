import type { Event, Program } from '@laurel/engine';
import fc from 'fast-check';
import { type PurchaseDraft, purchaseDraft, purchaseOf } from './arbitrary-purchase.ts';

type PurchaseEvent = Extract<Event, { kind: 'purchase' }>;
type ReturnEvent = Extract<Event, { kind: 'return' }>;
type ExchangeEvent = Extract<Event, { kind: 'exchange' }>;

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
  readonly shown: Pick<ReturnEvent, 'cardShown' | 'receiptShown'>;
  /** What staff say the goods are worth, in whole money. */
  readonly value: number | null;
}

/** An exchange before its purchase is known. */
export interface ExchangeDraft {
  readonly back: ReturnDraft & { readonly parts: readonly PartDraft[] };
  readonly out: PurchaseDraft;
  /** Which lines say what they cost on the day of the purchase, and how much: twice or half of what they cost now. */
  readonly before: readonly ('no' | 'twice' | 'half')[];
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
  line: fc.oneof({ weight: 3, arbitrary: fc.nat(3) }, { weight: 1, arbitrary: fc.nat(9) }),
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
    { weight: 2, arbitrary: fc.constantFrom('unknown' as const, 'unknown' as const, 'elsewhere' as const) },
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
  shown: fc.oneof(
    { weight: 6, arbitrary: fc.constant({}) },
    { weight: 1, arbitrary: fc.record({ cardShown: fc.boolean(), receiptShown: fc.boolean() }) },
  ),
  value: fc.option(fc.nat(300)),
});

export const exchangeDraft: fc.Arbitrary<ExchangeDraft> = fc.record({
  back: fc
    .tuple(returnDraft, fc.array(part, { minLength: 1, maxLength: 2 }))
    .map(([draft, parts]) => ({ ...draft, parts })),
  out: purchaseDraft,
  before: fc.array(fc.constantFrom('no', 'no', 'twice', 'half'), { minLength: 1, maxLength: 3 }),
});

/** What a return says beside its id and its instant, and what the host knows for it. */
export function returnOf(
  { of, parts, host, mistake, shown, value }: ReturnDraft,
  bought: readonly PurchaseEvent[],
  exchanged: readonly ExchangeEvent[],
): { fields: Pick<ReturnEvent, 'purchase' | 'lines' | 'cardShown' | 'receiptShown' | 'value'>; known: Known } {
  const purchase = typeof of === 'number' ? bought.at(-1 - (of % Math.max(bought.length, 1))) : undefined;
  const mine = exchanged.filter((each) => each.purchase === purchase?.id);
  const goods = [...(purchase?.lines ?? []), ...mine.flatMap((each) => each.lines)];
  const stated = value === null ? {} : { value: String(value) };
  const lines = { ...shown, ...stated, ...(parts === null ? {} : { lines: parts.map((part) => partOf(part, goods)) }) };
  if (purchase === undefined) {
    const other = of === 'elsewhere' ? bought.at(-1) : undefined;
    const known = { nowhere: other === undefined ? null : { ...other, id: 'nowhere', account: 'another' } };
    return { fields: { purchase: 'nowhere', ...lines }, known };
  }
  const fields = { purchase: purchase.id, ...lines };
  if (host === 'has not looked') return { fields, known: {} };
  const known: Known = Object.fromEntries([purchase, ...mine].map((event) => [event.id, event]));
  // What goes wrong with the last exchange is tried as often as with the purchase itself.
  const last = mine.at(-1);
  if (last !== undefined && mistake !== 'event' && (host === 'does not know' || host === 'mistakes')) {
    const wrong = { ...last, back: [...last.back, { line: 1, quantity: '1' }] };
    return { fields, known: { ...known, [last.id]: host === 'mistakes' ? wrong : null } };
  }
  const tells = host === 'mistakes' ? mistaken(purchase, mistake) : host === 'does not know' ? null : purchase;
  if (tells === null || host !== 'writes otherwise') return { fields, known: { ...known, [purchase.id]: tells } };
  return { fields, known: { ...known, [purchase.id]: { ...purchase, at: new Date(purchase.at).toISOString() } } };
}

/** What an exchange says beside its id and its instant, and what the host knows for it. */
export function exchangeOf(
  program: Program,
  { back, out, before }: ExchangeDraft,
  bought: readonly PurchaseEvent[],
  exchanged: readonly ExchangeEvent[],
): { fields: Omit<ExchangeEvent, 'kind' | 'id' | 'account' | 'at' | 'sequence'>; known: Known } {
  const { fields, known } = returnOf(back, bought, exchanged);
  const { lines: parts = [], value: _value, ...others } = fields;
  const { lines, tenders } = purchaseOf(program, out);
  const priced = lines.map(({ paid: _, ...line }, index) => {
    const once = before[index % before.length];
    if (once === undefined || once === 'no') return line;
    return { ...line, unitPriceThen: once === 'twice' ? twice(line.unitPrice) : tenthsOf(line.unitPrice, 5) };
  });
  return { fields: { ...others, back: parts, lines: priced, ...(tenders === undefined ? {} : { tenders }) }, known };
}

function twice(price: string): string {
  const [before = '', after = ''] = price.split('.');
  const digits = String(BigInt(before + after) * 2n).padStart(after.length + 1, '0');
  return after === '' ? digits : `${digits.slice(0, -after.length)}.${digits.slice(-after.length)}`;
}

function partOf({ line, much, noSuchLine }: PartDraft, lines: readonly { readonly quantity: string }[]) {
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
