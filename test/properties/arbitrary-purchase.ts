import type { Event, Program } from '@laurel/engine';
import fc from 'fast-check';
import { namedCoupons } from './arbitrary-coupon.ts';
import { BRANDS, CATEGORIES, ITEMS } from './arbitrary-program.ts';
import { PRICE_CLASSES } from './arbitrary-rules.ts';

type PurchaseEvent = Extract<Event, { kind: 'purchase' }>;
type Line = PurchaseEvent['lines'][number];
type Tender = NonNullable<PurchaseEvent['tenders']>[number];

/** A purchase before the currency is known. */
export interface PurchaseDraft {
  readonly lines: readonly LineDraft[];
  /** Which lines say what was paid for them. */
  readonly stated: 'none' | 'all' | 'some';
  readonly tenders: TenderDraft | null;
  readonly cardShown: boolean | undefined;
  /** Which of the rules on request are asked for, as bits; something that is not offered where it is below zero. */
  readonly coupons: readonly string[] | undefined;
  readonly asks: number | undefined;
  readonly store: string | undefined;
  readonly delivery: string | undefined;
}

interface LineDraft {
  readonly goods: Omit<Line, 'quantity' | 'unitPrice'>;
  readonly quantity: string;
  /** Digits of the unit price and how many of them are decimals. */
  readonly digits: number;
  readonly decimals: number;
  /** In hundredths of the list price. */
  readonly paidPercent: number;
}

interface TenderDraft {
  /** What they come to, in hundredths of what the lines say was paid, or else of their list prices. */
  readonly percent: number;
  /** The ways of paying, each with its weight in the total. */
  readonly parts: readonly { readonly kind: Tender['kind']; readonly weight: number }[];
  /** What points pay first of all, in smallest units, as far as there is so much to pay. */
  readonly points: readonly { readonly name: string | undefined; readonly units: number }[];
}

const usually = <T>(value: T, others: fc.Arbitrary<T>, weight = 6): fc.Arbitrary<T> =>
  fc.oneof({ weight, arbitrary: fc.constant(value) }, { weight: 1, arbitrary: others });

const lineDraft: fc.Arbitrary<LineDraft> = fc.record({
  goods: fc.record(
    {
      item: fc.constantFrom(...ITEMS),
      priceClass: fc.constantFrom(...PRICE_CLASSES),
      category: fc.constantFrom(...CATEGORIES),
      brand: fc.constantFrom(...BRANDS),
    },
    { requiredKeys: ['item'] },
  ),
  quantity: fc.constantFrom('1', '1', '1', '2', '3', '0.333', '1.5', '0', '12.0625'),
  digits: fc.oneof(fc.nat(99_999), fc.constantFrom(0, 5, 335, 1000, 1000, 10_049, 30_000, 33_333), fc.nat(99_999_999)),
  decimals: fc.constantFrom(0, 1, 2, 2, 2, 2, 3, 4, 6),
  paidPercent: fc.constantFrom(100, 100, 50, 0, 110, 33),
});

const tenderDraft: fc.Arbitrary<TenderDraft> = fc.record({
  percent: usually(100, fc.constantFrom(0, 50, 58, 99, 101), 2),
  parts: fc.oneof(
    { weight: 3, arbitrary: anyTenders() },
    // Three ways of paying at once round in ways that two never do.
    {
      weight: 1,
      arbitrary: fc
        .tuple(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 1, max: 9 }), fc.integer({ min: 1, max: 4 }))
        .map(([cash, voucher, storedValue]): TenderDraft['parts'] => [
          { kind: 'cash', weight: cash },
          { kind: 'voucher', weight: voucher },
          { kind: 'storedValue', weight: storedValue },
        ]),
    },
  ),
  points: usually<TenderDraft['points']>(
    [],
    fc.array(
      fc.record({
        name: fc.oneof(
          { weight: 4, arbitrary: fc.constant(undefined) },
          { weight: 4, arbitrary: fc.constantFrom('Points', 'Miles') },
          { weight: 1, arbitrary: fc.constant('Nowhere') },
        ),
        units: fc.oneof(fc.nat(30), fc.constantFrom(0, 1, 7, 100, 250, 1000)),
      }),
      { minLength: 1, maxLength: 3 },
    ),
    1,
  ),
});

function anyTenders(): fc.Arbitrary<TenderDraft['parts']> {
  return fc.array(
    fc.record({
      kind: fc.oneof(
        { weight: 4, arbitrary: fc.constantFrom<Tender['kind']>('cash', 'card', 'other') },
        { weight: 3, arbitrary: fc.constant<Tender['kind']>('voucher') },
        { weight: 2, arbitrary: fc.constant<Tender['kind']>('storedValue') },
      ),
      weight: fc.nat(9),
    }),
    { maxLength: 3 },
  );
}

export const purchaseDraft: fc.Arbitrary<PurchaseDraft> = fc.record({
  lines: fc.array(lineDraft, { minLength: 1, maxLength: 4 }),
  stated: usually<PurchaseDraft['stated']>('none', fc.constantFrom('all', 'some'), 3),
  tenders: fc.option(
    fc.oneof(
      { weight: 30, arbitrary: tenderDraft },
      {
        weight: 1,
        arbitrary: fc.constant<TenderDraft>({
          percent: 100,
          parts: [{ kind: 'points', weight: 1 }],
          points: [],
        }),
      },
    ),
    { freq: 2 },
  ),
  cardShown: usually<boolean | undefined>(undefined, fc.boolean(), 3),
  store: fc.constantFrom('north', 'north', 'south', undefined),
  delivery: fc.constantFrom(undefined, undefined, '0', '12'),
  coupons: namedCoupons,
  asks: fc.oneof(
    { weight: 10, arbitrary: fc.constant(undefined) },
    { weight: 20, arbitrary: fc.nat(255) },
    { weight: 1, arbitrary: fc.constant(-1) },
  ),
});

/** A purchase of which points pay a small part, and nothing else is out of the way. */
export const paidWithPoints: fc.Arbitrary<PurchaseDraft> = fc
  .tuple(purchaseDraft, tenderDraft, fc.constantFrom(1, 2, 3, 7, 14, 100), fc.constantFrom(undefined, 'Points'))
  .map(([draft, tenders, units, name]) => ({
    ...draft,
    stated: 'none',
    tenders: { ...tenders, percent: 100, points: [{ name, units }] },
    store: 'north',
    cardShown: undefined,
    coupons: undefined,
    asks: undefined,
  }));

/** The parts of a purchase that depend on the program: its currency, and the rules that can be asked for. */
export function purchaseOf(
  { currency: { minorDigits }, rules }: Program,
  draft: PurchaseDraft,
): Pick<PurchaseEvent, 'lines' | 'tenders' | 'cardShown' | 'coupons' | 'asks' | 'store' | 'delivery'> {
  const paid = draft.lines.map((line) => Math.floor((listMinor(minorDigits, line) * line.paidPercent) / 100));
  const lines = draft.lines.map((line, index) => {
    const says = draft.stated === 'all' || (draft.stated === 'some' && index % 2 === 0);
    return {
      ...line.goods,
      quantity: line.quantity,
      unitPrice: writtenMoney(line.digits, line.decimals),
      ...(says ? { paid: writtenMoney(paid[index] ?? 0, minorDigits) } : {}),
    };
  });
  const due = draft.stated === 'all' ? paid : draft.lines.map((line) => listMinor(minorDigits, line));
  return {
    lines,
    ...(draft.tenders === null
      ? {}
      : {
          tenders: tendersOf(
            minorDigits,
            due.reduce((a, b) => a + b, 0),
            draft.tenders,
          ),
        }),
    ...(draft.cardShown === undefined ? {} : { cardShown: draft.cardShown }),
    ...(draft.store === undefined ? {} : { store: draft.store }),
    ...(draft.delivery === undefined ? {} : { delivery: draft.delivery }),
    ...(draft.coupons === undefined ? {} : { coupons: [...draft.coupons] }),
    ...(draft.asks === undefined ? {} : { asks: wishesOf(rules, draft.asks) }),
  };
}

function wishesOf(rules: Program['rules'], asks: number): string[] {
  if (asks < 0) return ['Birthday treat'];
  return rules
    .filter(({ trigger }, index) => trigger.kind === 'request' && ((asks >> index) & 1) === 1)
    .map(({ name }) => name);
}

/** Near the list price: what it is exactly is for the evaluators to say. */
function listMinor(minorDigits: number, { quantity, digits, decimals }: LineDraft): number {
  return Math.round(Number(quantity) * digits * 10 ** (minorDigits - decimals));
}

function tendersOf(minorDigits: number, due: number, { percent, parts, points }: TenderDraft): Tender[] {
  let total = Math.floor((due * percent) / 100);
  const inPoints = points.map(({ name, units }): Tender => {
    const amount = Math.min(units, total);
    total -= amount;
    return { kind: 'points', ...(name === undefined ? {} : { name }), amount: writtenMoney(amount, minorDigits) };
  });
  const weights = parts.reduce((sum, { weight }) => sum + weight, 0);
  let left = total;
  const others = parts.map(({ kind, weight }, index): Tender => {
    const last = index === parts.length - 1;
    const amount = last ? left : Math.floor((total * weight) / Math.max(weights, 1));
    left -= amount;
    return { kind, amount: writtenMoney(amount, minorDigits) };
  });
  return [...inPoints, ...others];
}

/** Smallest units as a plain decimal: 1250 with two decimals is `12.50`. */
export function writtenMoney(units: number, decimals: number): string {
  const digits = String(Math.abs(units)).padStart(decimals + 1, '0');
  const sign = units < 0 ? '-' : '';
  if (decimals === 0) return sign + digits;
  return `${sign}${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`;
}
