import * as z from 'zod';
import { dayOf, instantAt, readDate, showInstant } from '../calendar.ts';
import type { Event, EventOf } from '../event.ts';
import type { Program } from '../program.ts';
import { readExpectation, readWalletAmount, walletNamed } from './expectation.ts';
import { type Reading, readAmount, readLines, STAND_IN } from './lines.ts';
import { fitted, isBlank, isMap, type Place, Text, YesNo } from './place.ts';
import type { ScenarioStep } from './scenario.ts';
import { readEventFacts, readFacts } from './told.ts';

/** One step of a scenario's history: a date, what happens, what is expected. */

/** What can happen, in the words of a scenario file. `expect` by itself: time passes. */
const VERBS = [
  'buys',
  'returns',
  'exchanges',
  'visits',
  'joins',
  'leaves',
  'loses the card',
  'merges with',
  'tops up',
  'adjusts',
  'redeems',
  'takes back',
  'uses',
  'is given',
  'has',
  'changes profile',
  'expect',
] as const;
type Verb = (typeof VERBS)[number];

const HEAD = /^(\d{4}-\d{1,2}-\d{1,2})(?:[ T](\S*\d:\S*))?\s+(\D.*)$/;
/** No first line of a step is longer. */
const LONGEST_HEAD = 100;
const TIME = /^(\d{1,2}):(\d{2})(?::(\d{2})(?:\.(\d{1,3}))?)?$/;
const NOON = '12:00';

/** A step that was read, with its instant for putting the history in order. */
export interface ReadStep {
  readonly step: ScenarioStep;
  readonly atMs: number;
}

/** The log that a scenario's steps become. */
export interface Log {
  readonly account: string;
  readonly sequence: number;
  /** The ids of the purchases so far, by their instant: what a return names. */
  readonly purchases: Map<number, string>;
  /** The ids of the redemptions and of the uses of benefits so far, likewise. */
  readonly redemptions: Map<number, string>;
}

/** Reads one entry of `history`. The account and the place in the log are the scenario's. */
export function readStep(value: unknown, place: Place, reading: Reading, log: Log): ReadStep | null {
  const said = saidIn(value, place);
  if (said === null) return null;
  const [, date = '', time = NOON, words = ''] = HEAD.exec(said.head) ?? [];
  const verb = VERBS.find((known) => words === known || words.endsWith(` ${known}`));
  if (verb === undefined) {
    return place.misfit(`"${words}" is not something that can happen; what can: ${VERBS.join(', ')}`);
  }
  // Whoever is named before it has an account of that name.
  const account = words === verb ? log.account : words.slice(0, -verb.length - 1);
  const atMs = readLocal(`${date} ${time}`, place, reading);
  if (atMs === null) return null;
  const step = { words: said.head, account, at: showInstant(atMs, reading.plan.clock) };
  if (verb === 'expect') {
    noOptions(said, []);
    const expect = readExpectation(said.value, said.inside, reading.program);
    return expect && { step: { ...step, event: null, expect }, atMs };
  }
  const header = { id: `step-${log.sequence}`, account, at: step.at, sequence: log.sequence };
  const event = readEvent(verb, said, reading, header, log);
  if (event?.kind === 'purchase') log.purchases.set(atMs, event.id);
  if (event?.kind === 'redeem' || event?.kind === 'use') log.redemptions.set(atMs, event.id);
  const expected = said.options.expect;
  const expect = expected === undefined ? null : readExpectation(expected, place.in('expect'), reading.program);
  if (event === null || (expect === null && expected !== undefined)) return null;
  return { step: { ...step, event, expect }, atMs };
}

type Header = Required<Pick<Event, 'id' | 'account' | 'at' | 'sequence'>>;

/** What a step says: its first line, what stands after it, and its other names with values. */
interface Said {
  readonly head: string;
  readonly value: unknown;
  readonly options: Readonly<Record<string, unknown>>;
  readonly place: Place;
  /** The place of what stands after the first line. */
  readonly inside: Place;
}

function saidIn(value: unknown, place: Place): Said | null {
  const entries = typeof value === 'string' ? [[value, null] as const] : isMap(value) ? Object.entries(value) : [];
  const heads = entries.filter(([key]) => key.length <= LONGEST_HEAD && HEAD.test(key));
  const [first] = heads;
  if (first === undefined || heads.length > 1) {
    return place.misfit('a step starts with its date and what happens: "2026-05-10 12:00 buys"');
  }
  const [head, after] = first;
  const options = Object.fromEntries(entries.filter((entry) => entry !== first));
  return { head, value: after, options, place, inside: place.in(head) };
}

/** Reads `2026-05-10 12:00`, or a date alone (then it is noon), on the program's wall clock. */
export function readLocal(text: string, place: Place, reading: Reading): number | null {
  const [dateText = '', timeText = NOON, ...more] = text.split(/[ T]/);
  const padded = dateText.split('-').map((part) => part.padStart(2, '0'));
  const date = readDate(padded.join('-'));
  if (date === null) return place.misfit(`there is no date "${dateText}"; a date is written 2026-05-10`);
  const match = TIME.exec(timeText);
  if (match === null || more.length > 0) return place.misfit(`"${timeText}" is not a time; a time is written 18:00`);
  const [, hour, minute, second = '0', fraction = '0'] = match;
  if (Number(hour) > 23 || Number(minute) > 59 || Number(second) > 59) {
    return place.misfit(`there is no time "${timeText}"`);
  }
  const timeMs =
    (Number(hour) * 60 + Number(minute)) * 60_000 + Number(second) * 1000 + Number(fraction.padEnd(3, '0'));
  const atMs = instantAt(reading.plan.clock, dayOf(date.year, date.month, date.day), timeMs);
  return atMs ?? place.misfit(`in ${reading.program.zone.id} the clocks jump over ${text}`);
}

function readEvent(
  verb: Exclude<Verb, 'expect'>,
  said: Said,
  reading: Reading,
  header: Header,
  { purchases, redemptions }: Log,
): Event | null {
  if (verb === 'redeems' || verb === 'uses') return readRequest(verb, said, header);
  if (verb === 'is given') return readGivenTier(said, header);
  if (verb === 'has') return readDeclared(said, reading, header);
  if (verb === 'buys') return readPurchase(said, reading, header);
  if (verb === 'returns') return readReturn(said, reading, header, purchases);
  if (verb === 'exchanges') return readExchange(said, reading, header, purchases);
  if (verb === 'loses the card') return readLoss(said, header);
  if (!noOptions(said, [])) return null;
  const { value, inside } = said;
  switch (verb) {
    case 'visits':
      return nothingAfter(said) && { kind: 'visit', ...header };
    case 'leaves':
      return nothingAfter(said) && { kind: 'leave', ...header };
    case 'joins':
      return readJoin(value, inside, reading, header, purchases);
    case 'merges with': {
      const other = fitted(Text, value, inside);
      return other === null ? null : { kind: 'merge', ...header, other };
    }
    case 'takes back': {
      const instant = fitted(Text, value, inside);
      const atMs = instant === null ? null : readLocal(instant, inside, reading);
      if (instant === null || atMs === null) return null;
      return { kind: 'reverse', ...header, redemption: redemptions.get(atMs) ?? `nothing redeemed ${instant}` };
    }
    case 'changes profile': {
      const told = readTold(value, inside, reading.program);
      return told && { kind: 'profile', ...header, ...told };
    }
    case 'tops up': {
      const amount = readAmount(value, inside, reading.program);
      return amount === null ? null : { kind: 'topUp', ...header, amount };
    }
    case 'adjusts':
      return readAdjustment(value, inside, reading, header);
  }
}

const Names = z.union([Text.transform((name) => [name]), z.array(Text)], 'must be a name or a list of names');
const Options = z.strictObject({
  paying: z.unknown().optional(),
  'asks for': Names.optional(),
  using: Names.optional(),
  'card shown': YesNo.optional(),
  store: Text.optional(),
  channel: Text.optional(),
  delivery: z.unknown().optional(),
});

function readPurchase(said: Said, reading: Reading, header: Header): EventOf<'purchase'> | null {
  const { value, place, inside } = said;
  const lines = readLines(value, inside, reading);
  if (!noOptions(said, Object.keys(Options.shape))) return null;
  const { expect: _, ...written } = said.options;
  const options = fitted(Options, written, place);
  if (lines === null || options === null) return null;
  const tenders = options.paying === undefined ? undefined : readTenders(options.paying, place.in('paying'), reading);
  if (tenders === null) return null;
  const delivery =
    options.delivery === undefined ? undefined : readAmount(options.delivery, place.in('delivery'), reading.program);
  if (delivery === null) return null;
  const { 'asks for': asks, using: coupons, 'card shown': cardShown, store, channel } = options;
  return {
    kind: 'purchase',
    ...header,
    lines,
    ...(tenders === undefined ? {} : { tenders }),
    ...(asks === undefined ? {} : { asks }),
    ...(coupons === undefined ? {} : { coupons }),
    ...(cardShown === undefined ? {} : { cardShown }),
    ...(store === undefined ? {} : { store }),
    ...(channel === undefined ? {} : { channel }),
    ...(delivery === undefined ? {} : { delivery }),
  };
}

/**
 * `2026-05-10 12:00` (everything bought then), with `lines: { 1: 2 }` beside it: two of the first line. An instant at which
 * nothing was bought stands for a purchase that nobody knows.
 */
function readReturn(
  said: Said,
  reading: Reading,
  header: Header,
  purchases: ReadonlyMap<number, string>,
): EventOf<'return'> | null {
  const bought = fitted(Text, said.value, said.inside);
  if (bought === null || noOptions(said, ['lines', 'value', ...Object.keys(Proof.shape)]) === null) return null;
  const purchase = readBought(bought, said.inside, reading, purchases);
  const proof = fitted(Proof, proofIn(said), said.place);
  if (purchase === null || proof === null) return null;
  const value =
    said.options.value === undefined
      ? undefined
      : readAmount(said.options.value, said.place.in('value'), reading.program);
  if (value === null) return null;
  const worth = value === undefined ? {} : { value };
  const event = { kind: 'return' as const, ...header, purchase, ...shown(proof), ...worth };
  if (said.options.lines === undefined) return event;
  const place = said.place.in('lines');
  const parts = fitted(Parts, said.options.lines, place);
  if (parts === null) return null;
  return { ...event, lines: Object.entries(parts).map(([line, quantity]) => ({ line: Number(line), quantity })) };
}

/**
 * Like a return, with `lines` and `for`, which is written as what is bought. Goods that are not spelled out cost now what
 * they cost then; `then: { 1: ¥300 }` says what the first of them cost on the day of the purchase.
 */
function readExchange(
  said: Said,
  reading: Reading,
  header: Header,
  purchases: ReadonlyMap<number, string>,
): EventOf<'exchange'> | null {
  const { lines: back, for: goods, then, paying, ...others } = said.options;
  const bought = fitted(Text, said.value, said.inside);
  if (bought === null || noOptions({ ...said, options: others }, Object.keys(Proof.shape)) === null) return null;
  const purchase = readBought(bought, said.inside, reading, purchases);
  const proof = fitted(Proof, proofIn(said), said.place);
  const parts = fitted(Parts, back, said.place.in('lines'));
  const out = readLines(goods, said.place.in('for'), reading);
  const prices = then === undefined ? {} : fitted(Parts, then, said.place.in('then'));
  const tenders = paying === undefined ? undefined : readTenders(paying, said.place.in('paying'), reading);
  if (purchase === null || proof === null || parts === null || out === null || prices === null) return null;
  const priced = Object.entries(prices).map(([line, price]): readonly [string, string | null] => [
    line,
    readAmount(price, said.place.in('then').in(line), reading.program),
  ]);
  if (tenders === null || priced.some(([, price]) => price === null)) return null;
  const pricesThen = new Map(priced);
  return {
    kind: 'exchange',
    ...header,
    purchase,
    ...shown(proof),
    back: Object.entries(parts).map(([line, quantity]) => ({ line: Number(line), quantity })),
    lines: out.map(({ paid: _, ...line }, i) => {
      const unitPriceThen = pricesThen.get(String(i + 1)) ?? (line.item === STAND_IN ? line.unitPrice : null);
      return unitPriceThen === null ? line : { ...line, unitPriceThen };
    }),
    ...(tenders === undefined ? {} : { tenders }),
  };
}

const Parts = z.record(z.string().regex(/^[1-9]\d*$/), Text);

const Proof = z.strictObject({ 'card shown': YesNo.optional(), 'receipt shown': YesNo.optional() });

function proofIn({ options }: Said): object {
  return Object.fromEntries(Object.entries(options).filter(([key]) => Object.hasOwn(Proof.shape, key)));
}

function shown({ 'card shown': cardShown, 'receipt shown': receiptShown }: z.infer<typeof Proof>) {
  return {
    ...(cardShown === undefined ? {} : { cardShown }),
    ...(receiptShown === undefined ? {} : { receiptShown }),
  };
}

/** The purchase of an instant, by its id. */
function readBought(
  instant: string,
  place: Place,
  reading: Reading,
  purchases: ReadonlyMap<number, string>,
): string | null {
  const atMs = readLocal(instant, place, reading);
  return atMs === null ? null : (purchases.get(atMs) ?? `nothing bought ${instant}`);
}

/** Nothing, or `identity checked: yes` beside it. */
function readLoss(said: Said, header: Header): Event | null {
  if (!noOptions(said, ['identity checked']) || !nothingAfter(said)) return null;
  const checked = said.options['identity checked'];
  if (checked === undefined) return { kind: 'reissue', ...header };
  const identityChecked = fitted(YesNo, checked, said.place.in('identity checked'));
  return identityChecked === null ? null : { kind: 'reissue', ...header, identityChecked };
}

/** The name of an event that the program declares, with `facts: { nights: 3 }` beside it. */
function readDeclared(said: Said, { program }: Reading, header: Header): Event | null {
  const event = fitted(Text, said.value, said.inside);
  if (event === null || !noOptions(said, ['facts'])) return null;
  if (said.options.facts === undefined) return { kind: 'event', ...header, event };
  const facts = readEventFacts(said.options.facts, said.place.in('facts'), program, event);
  return facts && { kind: 'event', ...header, event, facts };
}

const Joining = z.strictObject({
  born: Text.optional(),
  'keeps points': YesNo.optional(),
  store: Text.optional(),
  facts: z.unknown().optional(),
  purchase: Text.optional(),
  document: Text.optional(),
  'referred by': Text.optional(),
});

/**
 * Nothing, or `{ born: 1990-05-10, purchase: 2026-01-02 10:00, document: …, referred by: … }`. Where the program wants a
 * document and the step names none, the member shows one of their own.
 */
function readJoin(
  value: unknown,
  place: Place,
  reading: Reading,
  header: Header,
  purchases: ReadonlyMap<number, string>,
): Event | null {
  const said = isBlank(value) ? {} : fitted(Joining, value, place);
  if (said === null) return null;
  const { purchase: instant, document, 'referred by': referrer, ...member } = said;
  const told = toldOf(member, place, reading.program);
  const purchase = instant === undefined ? undefined : readBought(instant, place.in('purchase'), reading, purchases);
  if (told === null || purchase === null) return null;
  return {
    ...joinOf(header, reading.program, document),
    ...told,
    ...(purchase === undefined ? {} : { purchase }),
    ...(referrer === undefined ? {} : { referrer }),
  };
}

/** A join event of the scenario's member, with a document of their own where the program wants one. */
export function joinOf(
  header: Pick<EventOf<'join'>, 'id' | 'account' | 'at' | 'sequence'>,
  { membership }: Program,
  document?: string,
): EventOf<'join'> {
  const identity = document ?? (membership.onePerIdentity ? header.account : undefined);
  if (identity === NO_DOCUMENT || identity === undefined) return { kind: 'join', ...header };
  return { kind: 'join', ...header, identity };
}

/** `document: none`: the customer shows none. */
const NO_DOCUMENT = 'none';

type Tender = NonNullable<EventOf<'purchase'>['tenders']>[number];

const TENDERS: Readonly<Record<string, Tender['kind']>> = {
  cash: 'cash',
  card: 'card',
  voucher: 'voucher',
  'stored value': 'storedValue',
  points: 'points',
  other: 'other',
};

/** `¥144` (in cash), or by way of paying: `{ voucher: ¥50, cash: ¥94 }`. */
function readTenders(value: unknown, place: Place, { program }: Reading): Tender[] | null {
  const ways = isMap(value) ? value : { cash: value };
  const tenders: Tender[] = [];
  for (const [way, said] of Object.entries(ways)) {
    const at = isMap(value) ? place.in(way) : place;
    const kind = Object.hasOwn(TENDERS, way) ? TENDERS[way] : undefined;
    if (kind === undefined) return at.misfit(`is no way of paying; there are: ${Object.keys(TENDERS).join(', ')}`);
    const amount = readAmount(said, at, program);
    if (amount === null) return null;
    tenders.push({ kind, amount });
  }
  return tenders;
}

const Told = z.strictObject({
  born: Text.optional(),
  'keeps points': YesNo.optional(),
  store: Text.optional(),
  facts: z.unknown().optional(),
});

/** What is told about a member: the profile, and the store of the card. */
type ToldOf = Pick<EventOf<'profile'>, 'profile' | 'store'>;

/** `{ born: 1990-05-10, keeps points: yes, store: north }`; `unknown` where the birthday is not known any more. */
function readTold(value: unknown, place: Place, program: Program): ToldOf | null {
  const told = fitted(Told, value, place);
  return told === null ? null : toldOf(told, place, program);
}

function toldOf(said: z.infer<typeof Told>, place: Place, program: Program): ToldOf | null {
  const { born, 'keeps points': keepsPoints, store } = said;
  const birthday = readBirthday(born, place);
  const facts = said.facts === undefined ? undefined : readFacts(said.facts, place.in('facts'), program);
  if (birthday === null || facts === null) return null;
  return {
    profile: {
      ...birthday,
      ...(keepsPoints === undefined ? {} : { keepsPoints }),
      ...(facts === undefined ? {} : { facts }),
    },
    ...(store === undefined ? {} : { store }),
  };
}

export function readBirthday(born: string | undefined, place: Place): { birthday?: string | null } | null {
  if (born === undefined) return {};
  if (born === 'unknown') return { birthday: null };
  if (readDate(born) !== null) return { birthday: born };
  return place.in('born').misfit(`there is no date "${born}"; a date is written 1990-05-10`);
}

/** `{ points: -100, reason: "…" }`: one wallet's amount, and why. */
function readAdjustment(value: unknown, place: Place, { program }: Reading, header: Header): Event | null {
  if (!isMap(value)) return place.misfit('must be names with values: { points: -100, reason: … }');
  const { reason, by, ...amounts } = value;
  const why = fitted(Text, reason, place.in('reason'));
  const who = by === undefined ? undefined : fitted(Text, by, place.in('by'));
  const [first, ...others] = Object.entries(amounts);
  const wallet = first === undefined ? null : walletNamed(first[0], program);
  if (first === undefined || wallet === null || others.length > 0) {
    return place.misfit('must name one wallet with its amount: { points: -100, reason: … }');
  }
  const amount = readWalletAmount(wallet, first[1], place.in(first[0]), program);
  if (why === null || who === null || amount === null) return null;
  return { kind: 'adjust', ...header, wallet, amount, reason: why, ...(who === undefined ? {} : { by: who }) };
}

const Request = z.strictObject({
  times: Text.pipe(z.string().regex(/^[1-9]\d{0,2}$/, 'must be a number from 1 to 999')).optional(),
  store: Text.optional(),
  'card shown': YesNo.optional(),
});

/** `redeems: Umbrella`, `uses: Dry-cleaning`, with `times: 2`, `store: …` and `card shown: no` beside it. */
function readRequest(verb: 'redeems' | 'uses', said: Said, header: Header): EventOf<'redeem' | 'use'> | null {
  const name = fitted(Text, said.value, said.inside);
  const { expect: _, ...written } = said.options;
  const options = fitted(Request, written, said.place);
  if (name === null || options === null) return null;
  const { times, store, 'card shown': cardShown } = options;
  const how = {
    ...(times === undefined ? {} : { times: Number(times) }),
    ...(store === undefined ? {} : { store }),
    ...(cardShown === undefined ? {} : { cardShown }),
  };
  return verb === 'uses'
    ? { kind: 'use', ...header, benefit: name, ...how }
    : { kind: 'redeem', ...header, reward: name, ...how };
}

const Giving = z.strictObject({ until: Text.optional(), reason: Text.optional() });

/** `is given: Gold`, with `until: 2026-12-31` and `reason: …` beside it. */
function readGivenTier(said: Said, header: Header): EventOf<'tier'> | null {
  const tier = fitted(Text, said.value, said.inside);
  const { expect: _, ...written } = said.options;
  const options = fitted(Giving, written, said.place);
  if (tier === null || options === null) return null;
  const { until, reason = 'staff decided so' } = options;
  return { kind: 'tier', ...header, tier, ...(until === undefined ? {} : { until }), reason };
}

/** True when a step has no names but these and `expect`. */
function noOptions({ options, place }: Said, allowed: readonly string[]): true | null {
  const unknown = Object.keys(options).find((key) => key !== 'expect' && !allowed.includes(key));
  if (unknown === undefined) return true;
  return place.in(unknown).misfit(`does not belong here; what may stand here: ${['expect', ...allowed].join(', ')}`);
}

function nothingAfter({ value, inside }: Said): true | null {
  return isBlank(value) ? true : inside.misfit('has nothing after it');
}
