import { type PlannedBenefits, plannedBenefits } from './benefit.ts';
import { DAY_MS, dayOfDate, type ZoneClock, zoneClock } from './calendar.ts';
import {
  calendarTests,
  goodsTests,
  type LineTest,
  leafTest,
  leavesOf,
  type RuleTests,
  ruleTests,
  type Terms,
  type Test,
} from './condition.ts';
import type { Counted, PlannedCounted } from './counting.ts';
import { type PlannedCoupon, plannedCoupons } from './coupon.ts';
import { type Discretion, discretions } from './discretion.ts';
import { type FactBook, factBook } from './fact.ts';
import { type PlannedLadder, plannedLadders, tierPlaces } from './ladder.ts';
import { termsOf, type WalletTerms } from './lot-terms.ts';
import { compareRatio, leastCommonMultiple, type Ratio, ratio, timesRatio } from './number.ts';
import { type Occasions, occasionsOf } from './occasion.ts';
import {
  type Build,
  fixedAward,
  givingOf,
  handing,
  isMoney,
  isPlain,
  message,
  multiplier,
  quick,
  rate,
  rateOf,
  weights,
} from './plan-effects.ts';
import { pricingOf } from './plan-pricing.ts';
import { type PlannedReward, planReward } from './plan-reward.ts';
import { type PlannedSpending, planSpending } from './plan-spending.ts';
import {
  type Amount,
  type LeafCondition,
  type Program,
  ProgramError,
  type RateMeasure,
  type Rule,
  type Span,
  STORED_VALUE,
  type Trigger,
  type Wallet,
} from './program.ts';
import type { Source } from './reason.ts';
import { whole } from './stated.ts';
import { type Acting, daysOf, type Today } from './today.ts';

/** A Program made ready to run: settings bound, amounts as ratios, conditions as closures, days looked up once. */
export interface Plan {
  readonly program: Program;
  readonly clock: ZoneClock;
  /** The instant from which this version judges events. */
  readonly fromMs: number;
  readonly minorDigits: number;
  /** The local day of a number, with the rules that can act on it. */
  readonly today: (day: number) => Today;
  /** What acts on something else than a purchase. */
  readonly occasions: Occasions;
  readonly conversions: readonly PlannedConversion[];
  /** When the points of each wallet can be used, by its place in the account's record; null: at once and forever. */
  readonly terms: readonly (WalletTerms | null)[];
  /** Whether points of some wallet are renewed by activities. */
  readonly renews: boolean;
  /** One for each wallet, in the program's order. */
  readonly spendings: readonly PlannedSpending[];
  readonly rewards: readonly PlannedReward[];
  readonly coupons: readonly PlannedCoupon[];
  readonly benefits: PlannedBenefits;
  /** None: what the till states as paid stands, whatever it is. */
  readonly discretions: readonly Discretion[];
  readonly returns: PlannedReturns;
  /** Null: no purchase makes or unmakes a member. */
  readonly joining: PlannedJoining | null;
  /** The rules that act on request, by name. */
  readonly wishes: readonly string[];
  /** What is counted of accounts, with this version's goods; every version counts for all. */
  readonly counted: readonly PlannedCounted[];
  readonly countsLastPurchase: boolean;
  readonly ladders: readonly PlannedLadder[];
  /** The names of every version's ladders, as accounts keep them. */
  readonly ladderNames: readonly string[];
  /** What conditions read of an account's past, for a receipt. */
  readonly facts: FactBook;
  /** Which ways of paying count as spend, beside money. */
  readonly spend: SpendBasis;
  /** Whether some condition asks for the spend with the purchase itself. */
  readonly asksSpend: boolean;
  /** Whether some condition reads the member's birthday or age. */
  readonly readsBirthday: boolean;
  /** Whether some condition asks what was paid. */
  readonly asksPaid: boolean;
  /** Whether some birthday condition of the program is true; null where it has none. */
  readonly birthdayActs: Test | null;
  /** Whether a line belongs to goods of this name. */
  readonly covers: (goods: string) => LineTest;
  /** The minute of the local day that an instant lies in. */
  readonly minuteAt: (atMs: number) => number;
  /** One leaf of a condition by itself, for telling why a rule did not act. */
  readonly leaf: (leaf: LeafCondition) => Test;
  /** What conditions are made from. */
  readonly reads: Terms;
  /** The text of an amount with the settings bound. */
  readonly text: (amount: Amount) => string;
}

/** What all that a rule gives knows of the rule. */
interface OfRule {
  readonly rule: Rule;
  readonly source: Source;
  /** Null: always. */
  readonly when: Test | null;
}
export interface PlannedRule extends OfRule, RuleTests {
  /** The rule's place in the file. */
  readonly place: number;
}
export interface PriceOffer extends OfRule {
  readonly covers: LineTest;
  /** A share of the list price; or, where `shareText` is null, minor units for one. */
  readonly share: { readonly num: number; readonly den: number };
  readonly shareText: string | null;
  /** Where it holds, no other price does. */
  readonly only: boolean;
}
export interface Rate extends OfRule {
  readonly measure: RateMeasure['of'];
  readonly goods: string | null;
  readonly covers: LineTest;
  /** Only whole ones count. */
  readonly full: boolean;
  /** Points for so much of the measure, in its smallest unit. */
  readonly points: Ratio;
  readonly per: Ratio;
  readonly pointsText: string;
  readonly perText: string;
  /** Points per minor unit, over the wallet's common denominator. */
  readonly weight: bigint;
  /** The same as a plain number; NaN beyond 2^53. */
  readonly quickWeight: number;
}
export interface Fixed extends OfRule {
  readonly pointsText: string;
  readonly points: number;
}
/** An amount off the purchase, minor units. */
export interface AmountOff extends OfRule {
  readonly amount: number;
  /** What the prices must come to; nothing: 0. */
  readonly from: number;
  /** For every full one. */
  readonly each: boolean;
  /** The most that its rule takes off; infinity: there is no such bound. */
  readonly most: number;
}
/** Something that the host hands out. */
export interface Handing extends OfRule {
  /** A gift, or money of which `num / den` minor units are handed out at once or for each `per`. */
  readonly what:
    | { readonly kind: 'gift' | 'coupon'; readonly name: string }
    | { readonly kind: 'voucher' | 'cash' }
    | { readonly kind: 'message'; readonly text: string };
  readonly num: bigint;
  readonly den: bigint;
  /** Minor units; null: once. */
  readonly per: Ratio | null;
  /** Only whole ones count. */
  readonly full: boolean;
}
export interface Multiplier extends OfRule {
  readonly goods: string | null;
  readonly covers: LineTest;
  readonly byText: string;
  readonly by: Ratio;
  /** The same as plain numbers. */
  readonly quick: { readonly num: number; readonly den: number };
}

/** What a minor unit of one amount earns: the rates without conditions as one weight, and those with. */
export interface Weights {
  /** NaN beyond 2^53. */
  readonly always: number;
  readonly sometimes: readonly Rate[];
}

/** Everything that earns in one wallet on a purchase. */
export interface WalletEarning extends SpendBasis {
  /** The wallet's place in the account's record. */
  readonly wallet: number;
  readonly name: string;
  readonly rounding: 'down' | 'halfUp' | 'up';
  readonly stacking: 'highest' | 'add' | 'multiply';
  readonly terms: WalletTerms | null;
  readonly rates: readonly Rate[];
  /** The same in plain numbers, by the amount that they are on. */
  readonly onPaid: Weights;
  readonly onList: Weights;
  readonly rateDenominator: bigint;
  /** Whether every rate is one on all that was paid or listed, in proportion. */
  readonly isPlain: boolean;
  /** The denominator as a plain number; NaN beyond 2^53, and where not every rate is plain. */
  readonly quickDenominator: number;
  readonly fixed: readonly Fixed[];
  /** Highest first; of equal ones the earlier rule. */
  readonly multipliers: readonly Multiplier[];
  /** Whether some multiplier is for some goods only, so that lines may have different factors. */
  readonly isByLine: boolean;
}
/** How purchases make a member and unmake one, with plain amounts in minor units. */
export interface PlannedJoining {
  readonly ways: readonly { readonly kind: 'purchase' | 'spend'; readonly from: number; readonly at: Span }[];
  readonly countsSpend: boolean;
  readonly vouchersCount: boolean;
  /** What must be left of the joining purchase. */
  readonly endsBelow: { readonly least: number; readonly at: Span } | null;
}
/** What returns do, with plain amounts. */
export interface PlannedReturns {
  readonly takeBack: 'difference' | 'nothing';
  readonly shortage:
    | { readonly kind: 'negative' }
    | { readonly kind: 'forgive' }
    /** `money` minor units for every `per` points. */
    | { readonly kind: 'deduct'; readonly money: number; readonly per: number };
}
export interface PlannedConversion {
  readonly wallet: number;
  readonly name: string;
  readonly source: Source;
  readonly each: number;
  readonly eachText: string;
  /** Minor units of stored value. */
  readonly gives: number;
  readonly givesText: string;
  /** Not for members who ask to keep their points. */
  readonly unlessKept: boolean;
}

/** What of a payment may earn, or counts as spend. */
export interface SpendBasis {
  readonly vouchersEarn: boolean;
  readonly storedValueEarns: boolean;
}

/** What a plan needs to know of all versions together: where an account keeps what. */
export interface Places {
  readonly walletIndex: (name: string) => number;
  readonly counted: readonly Counted[];
  readonly countsLastPurchase: boolean;
  readonly ladderNames: readonly string[];
}

/** Values for the program's settings, by name, as plain decimals. */
export type Settings = Readonly<Record<string, string>>;

/** Binds a program. */
export function plan(program: Program, settings: Settings, places: Places): Plan {
  const { walletIndex, counted } = places;
  const clock = zoneClock(program.zone);
  const values = new Map(program.settings.map((setting) => [setting.name, settings[setting.name] ?? setting.value]));
  const text = (amount: Amount): string =>
    'constant' in amount.value ? amount.value.constant : (values.get(amount.value.setting) ?? '0');
  const minorDigits = program.currency.minorDigits;
  const counterOf = (key: string) => counted.findIndex((each) => each.key === key);
  const newFacts = () => factBook({ program, clock, counterOf, stated: (amount) => ratio(text(amount)) });
  const facts = newFacts();
  const build: Build = {
    program,
    text,
    minor: (amount) => timesRatio(ratio(text(amount)), { num: 10n ** BigInt(minorDigits), den: 1n }),
    covers: goodsTests(program),
    dayIn: calendarTests(program),
    minuteAt: (atMs) => Math.floor(((((atMs + clock.offsetMsAt(atMs)) % DAY_MS) + DAY_MS) % DAY_MS) / 60_000),
    stated: (amount) => ratio(text(amount)),
    fact: facts.of,
    tierPlace: tierPlaces(program),
  };
  const leaves = program.rules.flatMap((rule) => leavesOf(rule.when));
  const all = program.rules.map((rule, place) => plannedRule(rule, place, build));
  const rules = all.filter(({ rule }) => ON_PURCHASES.has(rule.trigger.kind));
  const coupons = plannedCoupons(build, walletIndex);
  const terms = termsOf(program.wallets, coupons, walletIndex, clock);
  const pricing = pricingOf(build);
  const acting = (today: readonly PlannedRule[]): Acting => ({
    limited: today.filter(({ rule }) => rule.limits.length > 0),
    ...pricing(today),
    earnings: earningNames(program).map((name) => earning(name, today, build, walletIndex, terms)),
    coupons,
    handings: today.flatMap((planned) => handings(planned, build)),
  });
  const spendings = program.wallets.map((wallet) => planSpending(wallet, build, walletIndex));
  return {
    program,
    clock,
    fromMs: program.effective === null ? Number.NEGATIVE_INFINITY : startOf(program.effective, clock),
    minorDigits,
    today: daysOf(rules, program.returns.within, acting),
    occasions: occasionsOf(all, program, clock, givingOf({ ...build, clock, walletIndex, counterOf })),
    conversions: program.wallets.flatMap((wallet) => conversion(wallet, build, walletIndex)),
    terms,
    renews: program.wallets.some(({ expiry }) => expiry?.of.some(({ kind }) => kind === 'idle') ?? false),
    spendings,
    rewards: program.rewards.map((reward) => planReward(reward, program.version, build, spendings)),
    coupons,
    benefits: plannedBenefits(program, { ...build, fact: newFacts().of }),
    discretions: discretions(rules, build),
    returns: plannedReturns(program, build),
    joining: plannedJoining(program, build),
    wishes: program.rules.filter(({ trigger }) => trigger.kind === 'request').map(({ name }) => name),
    counted: counted.map((each) => ({ ...each, covers: each.goods === null ? null : build.covers(each.goods) })),
    countsLastPurchase: places.countsLastPurchase,
    ladders: plannedLadders({ terms: build, clock, counterOf, ladderNames: places.ladderNames }),
    ladderNames: places.ladderNames,
    facts,
    spend: spendBasis(program),
    asksSpend: leaves.some((leaf) => leaf.kind === 'metric' && leaf.withThis && leaf.metric.of === 'spend'),
    readsBirthday: leaves.some(({ kind }) => kind === 'birthday' || kind === 'age'),
    asksPaid: leaves.some(asksPaid),
    birthdayActs: birthdayTest(program, build),
    covers: build.covers,
    minuteAt: build.minuteAt,
    leaf: (leaf) => leafTest(leaf, build),
    reads: build,
    text,
  };
}

/** What lets a rule act on purchases. */
export const ON_PURCHASES: ReadonlySet<Trigger['kind']> = new Set(['purchase', 'request', 'visitOrPurchase']);

/** The first wallet says which ways of paying earn, and so count; without a wallet vouchers do not (E1). */
function spendBasis({ wallets: [first] }: Program): SpendBasis {
  return first === undefined ? { vouchersEarn: false, storedValueEarns: true } : basisOf(first);
}

function basisOf({ notEarning }: Wallet): SpendBasis {
  return { vouchersEarn: !notEarning.includes('voucher'), storedValueEarns: !notEarning.includes('storedValue') };
}

function plannedRule(rule: Rule, place: number, build: Build): PlannedRule {
  const tests = ruleTests(rule.when, build);
  const asks = mayAct(rule);
  return {
    rule,
    source: { rule: rule.name, version: build.program.version, at: rule.at },
    place,
    when: bothTests(asks, tests.when),
    onDay: tests.onDay,
    besides: bothTests(asks, tests.besides),
  };
}

/** Whether a rule may act, whatever its conditions say: asked for, if it is on request; granted, if it has limits. */
function mayAct({ name, trigger, limits }: Rule): Test | null {
  const isAsked: Test | null = trigger.kind === 'request' ? ({ purchase }) => purchase.asks.includes(name) : null;
  const isGranted: Test | null = limits.length > 0 ? ({ granted }) => granted.includes(name) : null;
  return bothTests(isAsked, isGranted);
}

function bothTests(one: Test | null, other: Test | null): Test | null {
  if (one === null || other === null) return one ?? other;
  return (moment) => one(moment) && other(moment);
}

function plannedReturns({ returns }: Program, build: Build): PlannedReturns {
  const { takeBack, shortage } = returns;
  if (shortage.kind !== 'deduct') return { takeBack, shortage };
  const money = whole(build.minor(shortage.money), 'returns');
  const per = whole(ratio(build.text(shortage.per)), 'returns');
  if (money <= 0 || per <= 0) throw new ProgramError('what a return deducts must be more than nothing');
  return { takeBack, shortage: { kind: 'deduct', money, per } };
}

function plannedJoining({ membership }: Program, build: Build): PlannedJoining | null {
  const { joinsBy, endsBelow, vouchersCount } = membership;
  if (joinsBy.length === 0 && endsBelow === null) return null;
  const minor = (amount: Amount) => whole(build.minor(amount), 'membership');
  return {
    ways: joinsBy.map(({ kind, from, at }) => ({ kind, from: minor(from), at })),
    countsSpend: joinsBy.some(({ kind }) => kind === 'spend'),
    vouchersCount,
    endsBelow: endsBelow === null ? null : { least: minor(endsBelow.least), at: endsBelow.at },
  };
}

function asksPaid(leaf: LeafCondition): boolean {
  return leaf.kind === 'compare' && leaf.measure.of === 'paid';
}

/** A birthday lies in its month, so that a condition on the month covers one on the day. */
function birthdayTest(program: Program, build: Build): Test | null {
  const leaves = program.rules.flatMap((rule) => leavesOf(rule.when)).filter((leaf) => leaf.kind === 'birthday');
  const widest = leaves.find((leaf) => leaf.within === 'month') ?? leaves[0];
  return widest === undefined ? null : leafTest(widest, build);
}

function handings(planned: PlannedRule, build: Build): Handing[] {
  return planned.rule.effects.flatMap((effect) => {
    if (effect.kind === 'notify') return [message(planned, effect, build)];
    return effect.kind === 'hand' ? [handing(planned, effect, build)] : [];
  });
}

/** The wallets that rules can give to: those of points, and after them the stored value where some rule gives it. */
function earningNames({ wallets, rules }: Program): readonly string[] {
  const names = wallets.map(({ name }) => name);
  const givesMoney = rules.some(({ effects }) => effects.some((effect) => 'wallet' in effect && isMoney(effect)));
  return givesMoney ? [...names, STORED_VALUE] : names;
}

function earning(
  name: string,
  rules: readonly PlannedRule[],
  build: Build,
  walletIndex: (name: string) => number,
  terms: readonly (WalletTerms | null)[],
): WalletEarning {
  const mine = rules.flatMap((planned) =>
    planned.rule.effects
      .filter((effect) => 'wallet' in effect && effect.wallet === name)
      .map((effect) => ({ planned, effect })),
  );
  const exact = mine.flatMap(({ planned, effect }) =>
    effect.kind === 'earnRate' ? [{ planned, effect, perMinor: rateOf(effect, build) }] : [],
  );
  const denominator = exact.reduce((common, { perMinor }) => leastCommonMultiple(common, perMinor.den), 1n);
  const rates = exact.map(({ planned, effect, perMinor }) =>
    rate(planned, effect, perMinor.num * (denominator / perMinor.den), build),
  );
  const multipliers = mine
    .flatMap(({ planned, effect }) => (effect.kind === 'multiply' ? [multiplier(planned, effect, build)] : []))
    .sort((a, b) => compareRatio(b.by, a.by));
  const wallet = build.program.wallets.find((candidate) => candidate.name === name);
  return {
    wallet: walletIndex(name),
    name,
    rounding: wallet?.rounding ?? 'down',
    stacking: build.program.stacking.multipliers,
    terms: terms[walletIndex(name)] ?? null,
    ...(wallet === undefined ? spendBasis(build.program) : basisOf(wallet)),
    rateDenominator: denominator,
    // Rates that plain numbers do not know make every sum one of exact ratios.
    quickDenominator: rates.every(isPlain) ? quick(denominator) : Number.NaN,
    isPlain: rates.every(isPlain),
    rates,
    onPaid: weights(rates.filter(({ measure }) => measure === 'paid')),
    onList: weights(rates.filter(({ measure }) => measure === 'listPrice')),
    fixed: mine.flatMap(({ planned, effect }) =>
      effect.kind === 'earnFixed' ? [fixedAward(planned, effect, build)] : [],
    ),
    multipliers,
    isByLine: multipliers.some(({ goods }) => goods !== null),
  };
}

function conversion(
  wallet: Program['wallets'][number],
  build: Build,
  walletIndex: (name: string) => number,
): PlannedConversion[] {
  if (wallet.conversion === null) return [];
  const { each, gives, unlessKept, at } = wallet.conversion;
  return [
    {
      wallet: walletIndex(wallet.name),
      name: wallet.name,
      source: { rule: wallet.name, version: build.program.version, at },
      each: whole(ratio(build.text(each)), wallet.name),
      eachText: build.text(each),
      gives: whole(build.minor(gives), wallet.name),
      givesText: build.text(gives),
      unlessKept,
    },
  ];
}

function startOf(date: string, clock: ZoneClock): number {
  return clock.startOfDay(dayOfDate(date));
}
