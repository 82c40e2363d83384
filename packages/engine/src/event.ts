import * as z from 'zod';
import { Decimal, PRICE_CLASSES } from './program.ts';

/** Anything that names something in the host's world: an event, an account, an item. Never empty, at most 200 characters. */
const Id = z.string().min(1).max(200);
const Text = z.string().max(2000);
const CivilDate = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, 'date');

/** An instant with an offset or Z, to the millisecond: `2026-05-10T12:00:00+08:00`. */
const Instant = z.string().regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,3})?)?(Z|[+-]\d{2}:\d{2})$/, 'instant');

/** A non-negative exact decimal as a string, so that no binary fraction ever touches it. */
const Amount = Decimal.refine((s) => !s.startsWith('-'), 'decimal');

const Line = z.strictObject({
  item: Id,
  priceClass: z.enum(PRICE_CLASSES).optional(),
  category: Id.optional(),
  brand: Id.optional(),
  tags: z.array(Id).max(100).optional(),
  /** How many, or how much of `unit`. */
  quantity: Amount,
  unit: z.string().max(20).optional(),
  /** The list price of one, of any scale; the line total rounds half up to the currency. */
  unitPrice: Amount,
  /** The part of the line's price that is tax. */
  tax: Amount.optional(),
  /** What was paid for this line, where the till knows it. */
  paid: Amount.optional(),
});

const ExchangeLine = Line.omit({ paid: true }).extend({
  /** The list price of one on the day of the purchase. Left out: that of the same item among what comes back, else today's. */
  unitPriceThen: Amount.optional(),
});

const Tender = z.strictObject({
  kind: z.enum(['cash', 'card', 'voucher', 'storedValue', 'points', 'other']),
  /** Of points, the wallet that pays; left out, the first one that can. */
  name: Id.optional(),
  /** Money; of points, what they pay. */
  amount: Amount,
});

/** Facts about a member that the host supplies. `null` means: not known any more. */
const Profile = z.strictObject({
  birthday: CivilDate.nullable().optional(),
  /** Whether the member asks to keep points from converting, where the program lets them. */
  keepsPoints: z.boolean().optional(),
  /**
   * What the program asks about members, by its names: true or false; a text; a number as a decimal; a date; several texts
   * or dates. `null`: not known any more.
   */
  facts: z.record(Id, z.union([z.boolean(), Text, z.array(Text).max(100).readonly()]).nullable()).optional(),
});

const every = {
  /** Unique in the account's log. */
  id: Id,
  account: Id,
  at: Instant,
  /** Orders events of one account at one instant (M5); 0 unless said. */
  sequence: z.int().min(0).optional(),
};

const basket = {
  lines: z.array(Line).min(1).max(10_000),
  /** Whether the member's card was shown before paying; yes unless said. */
  cardShown: z.boolean().optional(),
  store: Id.optional(),
  channel: Id.optional(),
  /** What delivery costs, beside the lines; what was paid for it is no part of the tenders. */
  delivery: Amount.optional(),
  /** What the member asks for by its name in the program. */
  asks: z.array(Id).max(100).optional(),
  /** The coupons that are used, by their names in the program; one for each name. */
  coupons: z.array(Id).max(100).optional(),
};

const Join = z.strictObject({
  kind: z.literal('join'),
  ...every,
  profile: Profile.optional(),
  /** The store that issued the card. */
  store: Id.optional(),
  /** The purchase that made the member join (M9). */
  purchase: Id.optional(),
  /** The identity document that was shown: its number, or whatever stands for it in the host's records. */
  identity: Id.optional(),
  /** The account of the member who introduced this one. */
  referrer: Id.optional(),
});
const ProfileEvent = z.strictObject({
  kind: z.literal('profile'),
  ...every,
  profile: Profile,
  /** The store that the card belongs to from now on. */
  store: Id.optional(),
});
const Purchase = z.strictObject({
  kind: z.literal('purchase'),
  ...every,
  ...basket,
  /** What was paid and how. Left out: the quoted price was paid in cash. */
  tenders: z.array(Tender).max(100).optional(),
});
/** So much of a line. */
const Part = z.strictObject({ line: z.int().min(1), quantity: Amount });

/** What the customer had at hand when goods came back; yes unless said. */
const proof = {
  cardShown: z.boolean().optional(),
  receiptShown: z.boolean().optional(),
};

const Return = z.strictObject({
  kind: z.literal('return'),
  ...every,
  /** The id of the purchase event that the goods were bought with. */
  purchase: Id,
  ...proof,
  /** What comes back: lines by their position from 1, and how much of each. Left out: everything that is still there. */
  lines: z.array(Part).min(1).max(10_000).optional(),
  /** What staff say the goods are worth; counts only where no purchase is known, and the program takes them back so. */
  value: Amount.optional(),
});
const Exchange = z.strictObject({
  kind: z.literal('exchange'),
  ...every,
  /** The id of the purchase event that the goods were bought with. */
  purchase: Id,
  ...proof,
  /** What comes back, as in a return; lines that came with earlier exchanges count on after the purchase's own. */
  back: z.array(Part).min(1).max(10_000),
  /** What goes out instead, at today's prices. */
  lines: z.array(ExchangeLine).min(1).max(10_000),
  /** What was paid on top, and how. Left out: the difference was paid in cash. */
  tenders: z.array(Tender).max(100).optional(),
  store: Id.optional(),
});
const Visit = z.strictObject({ kind: z.literal('visit'), ...every, store: Id.optional() });
const TopUp = z.strictObject({ kind: z.literal('topUp'), ...every, amount: Amount });
const Adjust = z.strictObject({
  kind: z.literal('adjust'),
  ...every,
  /** The wallet's name in the program, or `stored value`. */
  wallet: Id,
  /** How much is added; negative takes away. */
  amount: Decimal,
  /** Why, in the words of whoever did it. */
  reason: Text.min(1),
  by: Id.optional(),
});
const Leave = z.strictObject({ kind: z.literal('leave'), ...every, reason: Text.optional() });
/** A lost card is to be replaced: the same account goes on. */
const Reissue = z.strictObject({
  kind: z.literal('reissue'),
  ...every,
  /** Whether staff have seen the member's identity document; no unless said. */
  identityChecked: z.boolean().optional(),
});
/** Staff put a member on a tier, below which nothing takes them while it lasts. */
const GiveTier = z.strictObject({
  kind: z.literal('tier'),
  ...every,
  /** The tier's name in the program. */
  tier: Id,
  /** The last day of it. Left out: until another tier is given. */
  until: CivilDate.optional(),
  /** Why, in the words of whoever did it. */
  reason: Text.min(1),
  by: Id.optional(),
});
/** A membership is to be passed on to another account, or taken over from one. */
const Merge = z.strictObject({ kind: z.literal('merge'), ...every, other: Id });

const Redeem = z.strictObject({
  kind: z.literal('redeem'),
  ...every,
  /** The reward's name in the program. */
  reward: Id,
  /** How many of it; 1 unless said. */
  times: z.int().min(1).max(1000).optional(),
  store: Id.optional(),
  /** Whether the member's card was shown; yes unless said. */
  cardShown: z.boolean().optional(),
});
const Reverse = z.strictObject({
  kind: z.literal('reverse'),
  ...every,
  /** The id of the redeem event, or the use event, that is taken back. */
  redemption: Id,
  reason: Text.optional(),
});

const Use = z.strictObject({
  kind: z.literal('use'),
  ...every,
  /** The benefit's name in the program. */
  benefit: Id,
  /** How often at once; 1 unless said. */
  times: z.int().min(1).max(1000).optional(),
  /** The store, or the partner, where it is used. */
  store: Id.optional(),
  /** Whether the member's card was shown; yes unless said. */
  cardShown: z.boolean().optional(),
});

/** Something that the program declares has happened. */
const Declared = z.strictObject({
  kind: z.literal('event'),
  ...every,
  /** The event's name in the program. */
  event: Id,
  /**
   * All that the program wants to know of it, by the program's names: true or false; a text; a number as a decimal, not
   * below zero; a date. `null`: not known.
   */
  facts: z.record(Id, z.union([z.boolean(), Text]).nullable()).optional(),
});

/**
 * What the account of an introduced member tells the one of the member who introduced it (P3). `apply` makes it, no till;
 * the host delivers it before the receiver's other events of its instant or later.
 */
const Referral = z.strictObject({
  kind: z.literal('referral'),
  ...every,
  id: z.string().min(1).max(500),
  member: Id,
  /** The id of the member's purchase, and when it was. */
  purchase: Id,
  bought: Instant,
  /** It was bought; something came back or was exchanged; everything came back. */
  what: z.enum(['bought', 'changed', 'returned']),
  /** Whether it is the member's first purchase. */
  first: z.boolean(),
  /** What was paid that counts as spend, less what came back. */
  paid: Amount,
});

const EventSchema = z.discriminatedUnion('kind', [
  Join,
  ProfileEvent,
  Purchase,
  Return,
  Exchange,
  Visit,
  TopUp,
  Adjust,
  Leave,
  Reissue,
  Merge,
  GiveTier,
  Redeem,
  Reverse,
  Use,
  Declared,
  Referral,
]);

/** What happened, as the host logs and sends it: JSON with amounts as decimal strings (semantics M2). */
export type Event = z.infer<typeof EventSchema>;
export type EventKind = Event['kind'];
export type EventOf<K extends EventKind> = Extract<Event, { kind: K }>;

/** A purchase that has not happened yet: what `quote` takes. */
export type Basket = Omit<EventOf<'purchase'>, 'kind' | 'id' | 'account' | 'sequence' | 'tenders'>;

/** Where in a value something is wrong, and what. `path` reads like `lines.0.quantity`; empty: the value as a whole. */
export interface Fault {
  readonly path: string;
  readonly code:
    | 'notJson'
    | 'missing'
    | 'unknownField'
    | 'wrongKind'
    | 'notOneOf'
    | 'notDecimal'
    | 'notInstant'
    | 'notDate'
    | 'noSuchInstant'
    | 'noSuchDate'
    | 'tooManyDecimals'
    | 'tooLarge'
    | 'tooSmall';
  /** What would fit: the choices, the kind of value, or the names of the unknown fields. */
  readonly allowed?: readonly string[];
}

/** Checks the shape of an event; nothing about the program is asked. */
export function readShape(json: unknown): { ok: true; value: Event } | { ok: false; fault: Fault } {
  const result = EventSchema.safeParse(json, { reportInput: true });
  if (result.success) return { ok: true, value: result.data };
  return { ok: false, fault: faultOf(result.error.issues[0]) };
}

/** What zod found, as a fault of ours. */
export function faultOf(issue: z.core.$ZodIssue | undefined): Fault {
  if (issue === undefined) return { path: '', code: 'wrongKind' };
  const path = issue.path.join('.');
  switch (issue.code) {
    case 'invalid_type':
      return issue.input === undefined
        ? { path, code: 'missing' }
        : { path, code: 'wrongKind', allowed: [issue.expected] };
    case 'unrecognized_keys':
      return { path, code: 'unknownField', allowed: issue.keys };
    case 'invalid_value':
      return { path, code: 'notOneOf', allowed: issue.values.map(String) };
    case 'invalid_union':
      return issue.input !== undefined && issue.discriminator === 'kind'
        ? { path, code: 'notOneOf', allowed: Object.keys(KIND_RANK) }
        : { path, code: 'wrongKind' };
    case 'too_big':
      return { path, code: 'tooLarge', allowed: [String(issue.maximum)] };
    case 'too_small':
      return { path, code: 'tooSmall', allowed: [String(issue.minimum)] };
    case 'invalid_format':
      return {
        path,
        code: issue.message === 'instant' ? 'notInstant' : issue.message === 'date' ? 'notDate' : 'notDecimal',
      };
    default:
      return { path, code: 'notDecimal' };
  }
}

/** Ranks of kinds at one instant (M5): what other accounts tell, join, profile, purchase, return, then the rest. */
export const KIND_RANK: Readonly<Record<EventKind, number>> = {
  referral: -1,
  join: 0,
  profile: 1,
  purchase: 2,
  return: 3,
  exchange: 4,
  visit: 4,
  topUp: 4,
  adjust: 4,
  leave: 4,
  redeem: 4,
  reverse: 4,
  use: 4,
  event: 4,
  reissue: 4,
  merge: 4,
  tier: 4,
};
