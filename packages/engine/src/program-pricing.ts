import * as z from 'zod';
import { Amount, Name, Span } from './program-values.ts';

/** What rules make of the price of a purchase (semantics E4). */

const InTier = z.strictObject({ ladder: Name, tier: Name });

/** So many items of some goods (null: of all), the dearest that are there, or the cheapest. */
const Portion = z.strictObject({
  goods: Name.nullable(),
  items: z.int().min(1).max(100),
  which: z.enum(['dearest', 'cheapest']),
});

export const PRICING_EFFECTS = [
  /** A competing price: `share` of the list price for the lines in `goods`, of every line where `goods` is null. */
  z.strictObject({
    kind: z.literal('payShare'),
    share: Amount,
    goods: Name.nullable(),
    /** Only for members of this tier; null: for every member. */
    tier: InTier.nullable(),
    /** Where it holds, no other price does (E4). */
    only: z.boolean(),
    at: Span,
  }),
  /** A competing price: so much for one of `goods`, whatever its list price. */
  z.strictObject({ kind: z.literal('payFixed'), price: Amount, goods: Name.nullable(), only: z.boolean(), at: Span }),
  /**
   * A competing price for items that are bought together. Sets of all portions are formed until some portion is missing; in
   * each of them either everything together costs `price`, or its last `items` cost a share of their list price.
   */
  z.strictObject({
    kind: z.literal('paySet'),
    of: z.array(Portion).min(1).max(10),
    pay: z.discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('together'), price: Amount }),
      z.strictObject({ kind: z.literal('last'), items: z.int().min(1).max(100), share: Amount }),
    ]),
    at: Span,
  }),
  /**
   * An amount off the purchase, once its prices come to `from` (null: always); `each`: for every full one. Of several steps
   * of one rule only the highest.
   */
  z.strictObject({
    kind: z.literal('takeOff'),
    amount: Amount,
    from: Amount.nullable(),
    each: z.boolean(),
    /** The most that its rule takes off a purchase; null: there is no such bound. */
    most: Amount.nullable(),
    at: Span,
  }),
  /** Delivery costs nothing, once the prices come to `from` (null: always). */
  z.strictObject({ kind: z.literal('freeDelivery'), from: Amount.nullable(), at: Span }),
  /** Staff may set the price by hand, from the one share of the list price to the other. */
  z.strictObject({ kind: z.literal('staffPrice'), least: Amount, most: Amount, goods: Name.nullable(), at: Span }),
] as const;

/** No price by rules is less than this share of the list price, of these goods (null: of all). */
export const Floor = z.strictObject({ share: Amount, goods: Name.nullable(), at: Span });
export type Floor = z.infer<typeof Floor>;
