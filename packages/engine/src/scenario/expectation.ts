import * as z from 'zod';
import { LEDGER_ACCOUNTS } from '../ledger.ts';
import { fromMinor, toMinor } from '../number.ts';
import { type Program, STORED_VALUE } from '../program.ts';
import { REFUSAL_CODES, type RefusalCode, type Silence } from '../reason.ts';
import { readMoney, readPoints } from './amount.ts';
import { readAmount } from './lines.ts';
import { fitted, isMap, listed, type Place, Text } from './place.ts';
import { type Expectation, type ExpectedEntry, NO_TIER } from './scenario.ts';

/** What stands after `expect` in a scenario file, to an {@link Expectation}. */

const STATUSES = ['none', 'pending', 'active', 'dormant', 'ended'] as const;

const SILENCES: Readonly<Record<string, Silence>> = {
  'not a member': 'notMember',
  pending: 'pending',
  dormant: 'dormant',
  ended: 'ended',
  'card not shown': 'cardNotShown',
};

/** Everything that can be expected beside the wallets, which are expected by their names. */
const Known = z.strictObject({
  paid: Text.optional(),
  price: Text.optional(),
  refund: Text.optional(),
  'to pay': Text.optional(),
  earned: z.unknown().optional(),
  entries: z.unknown().optional(),
  status: Text.pipe(z.enum(STATUSES)).optional(),
  'refused because': Text.optional(),
  'no rule acts because': Text.optional(),
  rules: z.array(Text).optional(),
  given: z.array(Text).optional(),
  told: z.array(Text).optional(),
  left: z.unknown().optional(),
  tier: Text.optional(),
});
const KNOWN = new Set(Object.keys(Known.shape));

/** Reads what is expected of a step; null when something does not fit. */
export function readExpectation(value: unknown, place: Place, program: Program): Expectation | null {
  if (!isMap(value)) return place.misfit('must be names with values: { points: 12, stored value: ¥20 }');
  const entries = Object.entries(value);
  if (entries.length === 0) return place.misfit('must expect something');
  const known = fitted(Known, Object.fromEntries(entries.filter(([key]) => KNOWN.has(key))), place);
  const wallets = entries.filter(([key]) => !KNOWN.has(key));
  const balances = wallets.map(([key, amount]) => readBalance(key, amount, place.in(key), program));
  if (known === null) return null;

  const money = (text: string | undefined, key: string) =>
    text === undefined ? undefined : readAmount(text, place.in(key), program);
  const { rules } = known;
  const read = {
    paid: money(known.paid, 'paid'),
    price: money(known.price, 'price'),
    refund: money(known.refund, 'refund'),
    toPay: money(known['to pay'], 'to pay'),
    earned: known.earned === undefined ? undefined : readEarned(known.earned, place.in('earned'), program),
    balances: wallets.length === 0 ? undefined : allIn(balances),
    status: known.status,
    given: known.given?.map((what) => canonicalGift(what, program)),
    told: known.told,
    left: known.left === undefined ? undefined : readLeft(known.left, place.in('left'), program),
    tier: known.tier === undefined ? undefined : readTier(known.tier, place.in('tier'), program),
    entries: known.entries === undefined ? undefined : readEntries(known.entries, place.in('entries'), program),
    refused: readRefusal(known['refused because'], place.in('refused because')),
    silent: readSilence(known['no rule acts because'], place.in('no rule acts because')),
    rules: rules === undefined ? undefined : readRules(rules, place.in('rules'), program),
  };
  return Object.values(read).includes(null) ? null : withoutGaps(read);
}

type Gapped = { readonly [K in keyof Expectation]: Expectation[K] | null | undefined };

function withoutGaps(read: Gapped): Expectation {
  const { paid, price, refund, toPay, earned, balances, status, given, told, left, tier, entries, ...rest } = read;
  const { refused, silent, rules } = rest;
  return {
    ...(paid == null ? {} : { paid }),
    ...(price == null ? {} : { price }),
    ...(refund == null ? {} : { refund }),
    ...(toPay == null ? {} : { toPay }),
    ...(earned == null ? {} : { earned }),
    ...(balances == null ? {} : { balances }),
    ...(status == null ? {} : { status }),
    ...(given == null ? {} : { given }),
    ...(told == null ? {} : { told }),
    ...(left == null ? {} : { left }),
    ...(tier == null ? {} : { tier }),
    ...(entries == null ? {} : { entries }),
    ...(refused == null ? {} : { refused }),
    ...(silent == null ? {} : { silent }),
    ...(rules == null ? {} : { rules }),
  };
}

/**
 * The wallet that a key names: `stored value`, a wallet's own name, or `points` for the program's first one.
 */
export function walletNamed(key: string, program: Program): string | null {
  if (key === STORED_VALUE || program.wallets.some(({ name }) => name === key)) return key;
  return key === 'points' ? (program.wallets[0]?.name ?? null) : null;
}

/** Reads an amount of a wallet: money for stored value, whole points for the others. */
export function readWalletAmount(wallet: string, value: unknown, place: Place, program: Program): string | null {
  if (wallet === STORED_VALUE) return readAmount(value, place, program, true);
  const text = fitted(Text, value, place);
  if (text === null) return null;
  const points = readPoints(text);
  return points.ok ? points.amount : place.misfit(points.reason);
}

type Amounts = Readonly<Record<string, string>>;

function readBalance(key: string, value: unknown, place: Place, program: Program): [string, string] | null {
  const wallet = walletNamed(key, program);
  if (wallet === null) {
    return place.misfit(
      `nothing of this name can be expected; what can: ${[...KNOWN].join(', ')}, ${walletNames(program)}`,
    );
  }
  const amount = readWalletAmount(wallet, value, place, program);
  return amount === null ? null : [wallet, amount];
}

/** `348`, `348 points`, or by wallet: `{ Miles: 5 }`. */
function readEarned(value: unknown, place: Place, program: Program): Amounts | null {
  const amounts = isMap(value) ? value : { points: value };
  return allIn(
    Object.entries(amounts).map(([key, amount]) => {
      const at = isMap(value) ? place.in(key) : place;
      const wallet = walletNamed(key, program);
      if (wallet === null || wallet === STORED_VALUE) {
        return at.misfit(
          `the program has no points of this name; it has ${program.wallets.map(({ name }) => name).join(', ')}`,
        );
      }
      const points = readWalletAmount(wallet, amount, at, program);
      return points === null ? null : ([wallet, points] satisfies [string, string]);
    }),
  );
}

const Entry = z.strictObject({
  wallet: Text.optional(),
  amount: Text,
  from: z.enum(LEDGER_ACCOUNTS),
  to: z.enum(LEDGER_ACCOUNTS),
});

function readEntries(value: unknown, place: Place, program: Program): ExpectedEntry[] | null {
  const entries = fitted(z.array(Entry), value, place);
  if (entries === null) return null;
  const read = entries.map(({ wallet: key = 'points', amount: text, from, to }, i): ExpectedEntry | null => {
    const wallet = walletNamed(key, program);
    if (wallet === null)
      return place
        .in(i)
        .in('wallet')
        .misfit(`must be one of: ${walletNames(program)}`);
    const amount = readWalletAmount(wallet, text, place.in(i).in('amount'), program);
    return amount === null ? null : { wallet, from, to, amount };
  });
  const whole = read.filter((entry) => entry !== null);
  return whole.length === read.length ? whole : null;
}

/** A refusal's code; a space may stand for each of its hyphens. */
function readRefusal(text: string | undefined, place: Place): Expectation['refused'] | null {
  if (text === undefined) return undefined;
  const code = text.replaceAll(' ', '-');
  return isRefusal(code)
    ? code
    : place.misfit(`must be one of: ${[...Object.keys(REFUSAL_CODES), 'not-new'].join(', ')}`);
}

function isRefusal(code: string): code is RefusalCode | 'not-new' {
  return code === 'not-new' || Object.hasOwn(REFUSAL_CODES, code);
}

function readSilence(text: string | undefined, place: Place): Silence | null | undefined {
  if (text === undefined) return undefined;
  const silence = Object.hasOwn(SILENCES, text) ? SILENCES[text] : undefined;
  return silence ?? place.misfit(`must be one of: ${Object.keys(SILENCES).join(', ')}`);
}

function readRules(names: readonly string[], place: Place, program: Program): readonly string[] | null {
  const known = program.rules.map(({ name }) => name);
  const unknown = names.filter((name) => !known.includes(name));
  if (unknown.length === 0) return names;
  return place.misfit(`the program has no rule named ${listed(unknown)}; it has ${listed(known)}`);
}

/** Amounts with the currency's decimals: `voucher ¥50` is `voucher 50.00`. */
function canonicalGift(what: string, { currency }: Program): string {
  const [, kind, amount = ''] = /^(voucher|cash) (.+)$/.exec(what) ?? [];
  const money = kind === undefined ? null : readMoney(amount, currency.code, currency.minorDigits);
  if (money === null || !money.ok) return what;
  const { minorDigits } = currency;
  return `${kind} ${fromMinor(toMinor(money.amount, minorDigits, 'halfUp'), minorDigits)}`;
}

/** `{ Health check: 0, Parking: any, Half price: 1 }`: how often each benefit can be used now, and how many coupons there are. */
function readLeft(value: unknown, place: Place, program: Program): Amounts | null {
  const known = [...program.benefits, ...program.coupons].map(({ name }) => name);
  if (!isMap(value))
    return place.misfit('must be benefits with how often each can be used, or coupons: { Health check: 1 }');
  return allIn(
    Object.entries(value).map(([name, times]): [string, string] | null => {
      const at = place.in(name);
      if (!known.includes(name))
        return at.misfit(`the program has no benefit and no coupon of this name; it has ${listed(known)}`);
      const text = fitted(Text, times, at);
      if (text === null) return null;
      return /^(any|0|[1-9]\d*)$/.test(text) ? [name, text] : at.misfit('must be a number of times, or: any');
    }),
  );
}

/** A tier, or `none`: below the lowest of every ladder. */
function readTier(text: string, place: Place, program: Program): string | null {
  const known = program.ladders.flatMap(({ tiers }) => tiers.map(({ name }) => name));
  if (text === NO_TIER || known.includes(text)) return text;
  const has = known.length === 0 ? 'none at all' : listed(known);
  return place.misfit(`the program has no tier named ${listed([text])}; it has ${has}`);
}

function walletNames(program: Program): string {
  return [STORED_VALUE, ...program.wallets.map(({ name }) => name)].join(', ');
}

function allIn(pairs: readonly ([string, string] | null)[]): Amounts | null {
  const whole = pairs.filter((pair) => pair !== null);
  return whole.length === pairs.length ? Object.fromEntries(whole) : null;
}
