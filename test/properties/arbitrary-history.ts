import type { Event, Facts } from '@laurel/engine';
import fc from 'fast-check';
import { BENEFITS } from './arbitrary-benefit.ts';
import { type Declaring, declaring } from './arbitrary-declared.ts';
import { givenTier, type TierGiving, tierGiving } from './arbitrary-ladder.ts';
import { type Naming, NOTHING_TOLD, named, naming, profileOf, storeOf, type Told, told } from './arbitrary-member.ts';
import { type Loaded, loaded } from './arbitrary-program.ts';
import { type PurchaseDraft, paidWithPoints, purchaseDraft, purchaseOf, writtenMoney } from './arbitrary-purchase.ts';
import { type Heard, heard, referralOf } from './arbitrary-referral.ts';
import {
  type ExchangeDraft,
  exchangeDraft,
  exchangeOf,
  type Known,
  type ReturnDraft,
  returnDraft,
  returnOf,
} from './arbitrary-return.ts';
import { REWARDS } from './arbitrary-reward.ts';
import { BIRTHDAYS, instantOf, type Moment, moment, START_MS, written } from './moments.ts';

type PurchaseEvent = Extract<Event, { kind: 'purchase' }>;
type ExchangeEvent = Extract<Event, { kind: 'exchange' }>;

/** One account's life under one program, as a host would log it. */
export interface History extends Loaded {
  readonly account: string;
  readonly openedAtMs: number;
  readonly events: readonly Event[];
  /** What the host's log knows for each return, by the return's id. */
  readonly known: Readonly<Record<string, Known>>;
}

/** The documents that the host has looked up; nobody has looked for the third. */
const IDENTITIES = { D1: 'free', D2: 'taken' } as const;

/** What the host hands in with an event. */
export function factsOf({ known }: History, event: Event): Facts {
  const purchases = known[event.id];
  return purchases === undefined ? { identities: IDENTITIES } : { identities: IDENTITIES, purchases };
}

const ACCOUNT = 'm1';
const DAY_MS = 86_400_000;
const START: Moment = { kind: 'any', afterStartMs: 0 };

type What =
  | { readonly kind: 'join'; readonly birthday: string | undefined; readonly told: Told; readonly naming: Naming }
  | { readonly kind: 'profile'; readonly birthday: string | null | undefined; readonly told: Told }
  | { readonly kind: 'purchase'; readonly draft: PurchaseDraft }
  | { readonly kind: 'return'; readonly draft: ReturnDraft }
  | { readonly kind: 'exchange'; readonly draft: ExchangeDraft }
  | { readonly kind: 'visit' }
  | { readonly kind: 'topUp'; readonly minor: number }
  | { readonly kind: 'adjust'; readonly wallet: string; readonly amount: number }
  | { readonly kind: 'reissue'; readonly identityChecked: boolean | undefined }
  | { readonly kind: 'merge' }
  | TierGiving
  | Declaring
  | { readonly kind: 'leave' }
  | {
      readonly kind: 'redeem';
      readonly reward: string;
      readonly times: number | undefined;
      readonly store: string | undefined;
      readonly cardShown: boolean | undefined;
    }
  | {
      readonly kind: 'use';
      readonly benefit: string;
      readonly times: number | undefined;
      readonly store: string | undefined;
      readonly cardShown: boolean | undefined;
    }
  | { readonly kind: 'reverse'; readonly back: number }
  | { readonly kind: 'referral'; readonly heard: Heard };

interface Draft {
  readonly what: What;
  readonly moment: Moment;
  /** Delivered so many days after it happened; 0: in order. */
  readonly lateDays: number;
  readonly repeated: boolean;
  readonly sequence: number | undefined;
  readonly idStart: string;
  readonly eastMinutes: number;
  readonly wrongAccount: boolean;
}

const birthday = fc.constantFrom(...BIRTHDAYS);

const redeeming = fc.record({
  kind: fc.constant('redeem' as const),
  reward: fc.oneof(
    { weight: 12, arbitrary: fc.constantFrom(...REWARDS) },
    { weight: 1, arbitrary: fc.constant('Nothing') },
  ),
  times: fc.constantFrom(undefined, undefined, 1, 2, 3),
  store: fc.constantFrom('north', 'north', 'south', undefined),
  cardShown: fc.constantFrom(undefined, undefined, undefined, true, false),
});

const using = fc.record({
  kind: fc.constant('use' as const),
  benefit: fc.oneof(
    { weight: 12, arbitrary: fc.constantFrom(...BENEFITS) },
    { weight: 1, arbitrary: fc.constant('Nothing') },
  ),
  times: fc.constantFrom(undefined, undefined, undefined, 1, 2),
  store: fc.constantFrom('north', 'north', 'south', undefined),
  cardShown: fc.constantFrom(undefined, undefined, undefined, true, false),
});

const what: fc.Arbitrary<What> = fc.oneof(
  { weight: 3, arbitrary: heard.map((heard) => ({ kind: 'referral' as const, heard })) },
  { weight: 12, arbitrary: purchaseDraft.map((draft) => ({ kind: 'purchase' as const, draft })) },
  { weight: 5, arbitrary: returnDraft.map((draft) => ({ kind: 'return' as const, draft })) },
  { weight: 3, arbitrary: exchangeDraft.map((draft) => ({ kind: 'exchange' as const, draft })) },
  {
    weight: 2,
    arbitrary: fc
      .tuple(fc.oneof(birthday, fc.constant(undefined)), told, naming)
      .map(([date, told, naming]) => ({ kind: 'join' as const, birthday: date, told, naming })),
  },
  {
    weight: 3,
    arbitrary: fc
      .tuple(fc.oneof({ weight: 6, arbitrary: birthday }, fc.constant(null), fc.constant(undefined)), told)
      .map(([date, told]) => ({ kind: 'profile' as const, birthday: date, told })),
  },
  { weight: 3, arbitrary: fc.constant({ kind: 'visit' as const }) },
  { weight: 2, arbitrary: fc.integer({ min: 0, max: 500_00 }).map((minor) => ({ kind: 'topUp' as const, minor })) },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('adjust' as const),
      wallet: fc.constantFrom('Points', 'Points', 'Miles', 'stored value', 'coupon: Cup', 'Nowhere'),
      amount: fc.integer({ min: -300, max: 2500 }),
    }),
  },
  { weight: 1, arbitrary: fc.constant({ kind: 'leave' as const }) },
  { weight: 2, arbitrary: tierGiving },
  { weight: 3, arbitrary: declaring },
  { weight: 3, arbitrary: redeeming },
  { weight: 3, arbitrary: using },
  { weight: 2, arbitrary: fc.nat(2).map((back) => ({ kind: 'reverse' as const, back })) },
  {
    weight: 1,
    arbitrary: fc.oneof(
      fc.constantFrom(undefined, false, true).map((identityChecked) => ({ kind: 'reissue' as const, identityChecked })),
      fc.constant({ kind: 'merge' as const }),
    ),
  },
);

const draft: fc.Arbitrary<Draft> = fc.record({
  what,
  moment,
  lateDays: fc.oneof({ weight: 12, arbitrary: fc.constant(0) }, { weight: 1, arbitrary: fc.constantFrom(1, 40) }),
  repeated: fc.oneof({ weight: 12, arbitrary: fc.constant(false) }, { weight: 1, arbitrary: fc.constant(true) }),
  sequence: fc.oneof({ weight: 5, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary: fc.nat(2) }),
  // The last two stand in another order by code point than by UTF-16 code unit.
  idStart: fc.constantFrom('e', 'e', 'e', 'E', '😀', '\uff00'),
  eastMinutes: fc.constantFrom(0, 480, -210),
  wrongAccount: fc.oneof({ weight: 60, arbitrary: fc.constant(false) }, { weight: 1, arbitrary: fc.constant(true) }),
});

/** Most accounts join before anything else happens, at the start or just before something may go wrong. */
const first: fc.Arbitrary<Draft[]> = fc
  .tuple(
    draft,
    fc.tuple(fc.option(birthday), naming),
    fc.oneof({ weight: 2, arbitrary: fc.constant(START) }, { weight: 1, arbitrary: moment }),
    fc.nat(8),
    told,
  )
  .map(([draft, [date, naming], moment, without, told]) => {
    if (without > 6) return [];
    return [{ ...plain(draft), what: { kind: 'join', birthday: date ?? undefined, told, naming }, moment }];
  });

/** A birthday that acts, is edited on the same day, and comes again in the same year: only the first one counts (T3). */
const editedBirthday: fc.Arbitrary<Draft[]> = fc
  .tuple(fc.tuple(draft, draft, draft), birthday, birthday, fc.tuple(purchaseDraft, purchaseDraft, purchaseDraft))
  .map(([[tell, buy, edit], one, other, [first, again, second]]) => [
    { ...plain(tell), what: { kind: 'profile', birthday: one, told: NOTHING_TOLD }, moment: START },
    { ...plain(buy), what: { kind: 'purchase', draft: first }, moment: birthdayIn2024(one) },
    {
      ...plain(edit),
      what: { kind: 'profile', birthday: other, told: NOTHING_TOLD },
      moment: { kind: 'after', ms: 1 },
    },
    { ...plain(buy), what: { kind: 'purchase', draft: again }, moment: { kind: 'after', ms: 1 } },
    { ...plain(buy), what: { kind: 'purchase', draft: second }, moment: birthdayIn2024(other) },
  ]);

/** A birthday that is told after the purchase on it: the goods come back by what was known then (R1). */
const birthdayToldLater: fc.Arbitrary<Draft[]> = fc
  .tuple(fc.tuple(draft, draft, draft, draft), birthday, purchaseDraft, returnDraft)
  .map(([[forget, buy, tell, back], one, bought, parts]) => [
    { ...plain(forget), what: { kind: 'profile', birthday: null, told: NOTHING_TOLD }, moment: START },
    { ...plain(buy), what: { kind: 'purchase', draft: bought }, moment: birthdayIn2024(one) },
    { ...plain(tell), what: { kind: 'profile', birthday: one, told: NOTHING_TOLD }, moment: { kind: 'after', ms: 1 } },
    { ...plain(back), what: { kind: 'return', draft: { ...parts, of: 0 } }, moment: { kind: 'after', ms: 1 } },
  ]);

const comingBack: fc.Arbitrary<What> = returnDraft.map((draft) => ({ kind: 'return', draft: { ...draft, of: 0 } }));
const goingOut: fc.Arbitrary<What> = exchangeDraft.map((draft) => {
  return { kind: 'exchange', draft: { ...draft, back: { ...draft.back, of: 0 } } };
});

/** A purchase that comes back or is exchanged piece by piece, with one more event somewhere in between. */
const boughtAndReturned: fc.Arbitrary<Draft[]> = fc
  .tuple(
    fc.tuple(draft, draft, draft, draft),
    fc.oneof(purchaseDraft, paidWithPoints),
    fc.array(fc.tuple(draft, fc.oneof({ weight: 2, arbitrary: comingBack }, { weight: 1, arbitrary: goingOut })), {
      minLength: 1,
      maxLength: 4,
    }),
    draft,
    fc.nat(4),
  )
  .map(([[keep, fill, grant, buy], bought, returns, between, after]) => [
    // Enough stored value and points that they can pay for a part, most of the time.
    {
      ...plain(keep),
      what: { kind: 'profile', birthday: undefined, told: { ...NOTHING_TOLD, store: 'north', keepsPoints: true } },
    },
    { ...plain(fill), what: { kind: 'topUp', minor: 90_000 } },
    { ...plain(grant), what: { kind: 'adjust', wallet: 'Points', amount: 2000 } },
    { ...plain(buy), what: { kind: 'purchase', draft: bought }, moment: soonAfter(1) },
    ...returns.flatMap(([each, what], index): Draft[] => {
      const soon: Draft = { ...each, what, moment: soonAfter(index) };
      return index === after ? [{ ...between, moment: soonAfter(index) }, soon] : [soon];
    }),
  ]);

/** Something that is bought with points, and taken back a while later, with one more event in between. */
const redeemedAndReversed: fc.Arbitrary<Draft[]> = fc
  .tuple(fc.tuple(draft, draft, draft, draft), redeeming, draft)
  .map(([[keep, grant, get, undo], redeemed, between]) => [
    {
      ...plain(keep),
      what: { kind: 'profile', birthday: undefined, told: { ...NOTHING_TOLD, store: 'north', keepsPoints: true } },
    },
    { ...plain(grant), what: { kind: 'adjust', wallet: 'Points', amount: 1500 }, moment: soonAfter(1) },
    { ...plain(get), what: { ...redeemed, store: 'north', cardShown: undefined }, moment: soonAfter(1) },
    between,
    { ...plain(undo), what: { kind: 'reverse', back: 0 } },
  ]);

/** Benefits that are used one after the other, and perhaps taken back, by somebody with a card. */
const usedAgain: fc.Arbitrary<Draft[]> = fc
  .tuple(fc.array(fc.tuple(draft, using), { minLength: 2, maxLength: 4 }), draft, fc.nat(2))
  .map(([uses, undo, back]) => [
    ...uses.map(([one, use]) => ({ ...plain(one), what: { ...use, store: 'north', cardShown: undefined } })),
    { ...plain(undo), what: { kind: 'reverse' as const, back } },
  ]);

function soonAfter(index: number): Moment {
  return { kind: 'after', ms: index === 0 ? DAY_MS / 2 : 1 };
}

function plain(draft: Draft): Draft {
  return { ...draft, lateDays: 0, repeated: false, wrongAccount: false };
}

function birthdayIn2024(date: string): Moment {
  return { kind: 'special', date: `2024${date.slice(4)}`, clock: '12:00:00.000', nth: 0 };
}

export const history: fc.Arbitrary<History> = fc
  .tuple(
    loaded,
    first,
    fc.oneof(
      { weight: 3, arbitrary: fc.constant<Draft[]>([]) },
      { weight: 1, arbitrary: editedBirthday },
      { weight: 1, arbitrary: birthdayToldLater },
    ),
    fc.array(
      fc.oneof(
        { weight: 6, arbitrary: draft.map((one) => [one]) },
        { weight: 1, arbitrary: boughtAndReturned },
        { weight: 1, arbitrary: redeemedAndReversed },
        { weight: 1, arbitrary: usedAgain },
      ),
      { minLength: 1, maxLength: 12 },
    ),
  )
  .map(([{ program, settings }, start, birthdays, rest]) => ({
    program,
    settings,
    account: ACCOUNT,
    openedAtMs: START_MS,
    ...delivered({ program, settings }, [...start, ...birthdays, ...rest.flat()]),
  }));

interface Parcel {
  readonly event: Event;
  readonly atMs: number;
  readonly arrivesMs: number;
}

const RANK: Readonly<Record<Event['kind'], number>> = {
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

/** The events in the order in which they reach the host: by their place in the log, but for the late and the repeated ones. */
function delivered(loaded: Loaded, drafts: readonly Draft[]): Pick<History, 'events' | 'known'> {
  const parcels: Parcel[] = [];
  const bought: PurchaseEvent[] = [];
  const exchanged: ExchangeEvent[] = [];
  const redeemed: string[] = [];
  const known: Record<string, Known> = {};
  let atMs = START_MS;
  for (const [index, draft] of drafts.entries()) {
    atMs = instantOf(loaded.program.zone, draft.moment, atMs);
    const id = `${draft.idStart}${index + 1}`;
    const every = everyOf(draft, id, atMs);
    const made = madeOf(loaded, draft, every, bought, exchanged, redeemed);
    const { event } = made;
    if (made.known !== null) known[id] = made.known;
    if (event.kind === 'purchase') bought.push(event);
    if (event.kind === 'exchange') exchanged.push(event);
    if (event.kind === 'redeem' || event.kind === 'use') redeemed.push(event.id);
    parcels.push({ event, atMs, arrivesMs: atMs + draft.lateDays * DAY_MS });
    if (draft.repeated) parcels.push({ event, atMs, arrivesMs: atMs + draft.lateDays * DAY_MS });
  }
  return { events: parcels.sort(byArrival).map(({ event }) => event), known };
}

/** The event of a draft, and what the host knows for it where it has to know something. */
function madeOf(
  loaded: Loaded,
  { what, wrongAccount }: Draft,
  every: ReturnType<typeof everyOf>,
  bought: readonly PurchaseEvent[],
  exchanged: readonly ExchangeEvent[],
  redeemed: readonly string[],
): { event: Event; known: Known | null } {
  // It is left open whether another account's return is refused before or after its purchase is asked for.
  const asked = (draft: ReturnDraft): ReturnDraft => (wrongAccount ? { ...draft, host: 'tells' } : draft);
  switch (what.kind) {
    case 'return': {
      const { fields, known } = returnOf(asked(what.draft), bought, exchanged);
      return { event: { kind: 'return', ...every, ...fields }, known };
    }
    case 'exchange': {
      const { draft } = what;
      const back = { ...asked(draft.back), parts: draft.back.parts };
      const { fields, known } = exchangeOf(loaded.program, { ...draft, back }, bought, exchanged);
      return { event: { kind: 'exchange', ...every, ...fields }, known };
    }
    default:
      return { event: eventOf(loaded, what, every, bought, redeemed), known: null };
  }
}

function byArrival(a: Parcel, b: Parcel): number {
  if (a.arrivesMs !== b.arrivesMs) return a.arrivesMs - b.arrivesMs;
  if (a.atMs !== b.atMs) return a.atMs - b.atMs;
  const ranks = RANK[a.event.kind] - RANK[b.event.kind];
  if (ranks !== 0) return ranks;
  const sequences = (a.event.sequence ?? 0) - (b.event.sequence ?? 0);
  if (sequences !== 0) return sequences;
  return a.event.id < b.event.id ? -1 : a.event.id > b.event.id ? 1 : 0;
}

function everyOf(draft: Draft, id: string, atMs: number): Pick<Event, 'id' | 'account' | 'at' | 'sequence'> {
  return {
    id,
    account: draft.wrongAccount ? 'another' : ACCOUNT,
    at: written(atMs, draft.eastMinutes),
    ...(draft.sequence === undefined ? {} : { sequence: draft.sequence }),
  };
}

function eventOf(
  { program }: Loaded,
  what: Exclude<What, { kind: 'return' | 'exchange' }>,
  every: ReturnType<typeof everyOf>,
  bought: readonly PurchaseEvent[],
  redeemed: readonly string[],
): Event {
  const { minorDigits } = program.currency;
  switch (what.kind) {
    case 'join':
      return {
        kind: 'join',
        ...every,
        ...(Object.keys(profileOf(what)).length === 0 ? {} : { profile: profileOf(what) }),
        ...storeOf(what),
        ...named(what.naming, bought.at(-1)),
      };
    case 'profile':
      return { kind: 'profile', ...every, profile: profileOf(what), ...storeOf(what) };
    case 'purchase':
      return { kind: 'purchase', ...every, ...purchaseOf(program, what.draft) };
    case 'referral':
      return { kind: 'referral', ...every, ...referralOf(program, what.heard, every.at) };
    case 'visit':
      return { kind: 'visit', ...every };
    case 'event':
      return { ...every, ...what };
    case 'topUp':
      return { kind: 'topUp', ...every, amount: writtenMoney(what.minor, minorDigits) };
    case 'adjust': {
      const amount = what.wallet === 'stored value' ? writtenMoney(what.amount, minorDigits) : String(what.amount);
      return { kind: 'adjust', ...every, wallet: what.wallet, amount, reason: 'A random correction.' };
    }
    case 'leave':
      return { kind: 'leave', ...every };
    case 'redeem':
      return { kind: 'redeem', ...every, reward: what.reward, ...howOf(what) };
    case 'use':
      return { kind: 'use', ...every, benefit: what.benefit, ...howOf(what) };
    case 'reverse':
      return { kind: 'reverse', ...every, redemption: redeemed.at(-1 - what.back) ?? 'nothing' };
    case 'reissue': {
      const { identityChecked } = what;
      return { kind: 'reissue', ...every, ...(identityChecked === undefined ? {} : { identityChecked }) };
    }
    case 'tier':
      return { kind: 'tier', ...every, ...givenTier(what, every.at) };
    case 'merge':
      return { kind: 'merge', ...every, other: 'm2' };
  }
}

/** How something is asked for at the counter. */
function howOf({ times, store, cardShown }: Extract<What, { kind: 'redeem' | 'use' }>) {
  return {
    ...(times === undefined ? {} : { times }),
    ...(store === undefined ? {} : { store }),
    ...(cardShown === undefined ? {} : { cardShown }),
  };
}
