import {
  birthdayIn,
  type Civil,
  civilOf,
  dayOf,
  isDayAmong,
  type LocalDate,
  type ZoneClock,
  zoneClock,
} from './calendar.ts';
import type { PurchaseHappening, PurchaseLine } from './happening.ts';
import {
  compareRatio,
  integerOf,
  isSafe,
  leastCommonMultiple,
  perRatio,
  plainRatio,
  type Ratio,
  ratio,
  timesRatio,
} from './number.ts';
import {
  type Amount,
  type Comparison,
  type Condition,
  type Effect,
  type GoodsTest,
  type LeafCondition,
  type MonthDay,
  type Program,
  ProgramError,
  type Rule,
} from './program.ts';
import type { Source } from './reason.ts';
import type { AccountRecord } from './state.ts';

/** A Program made ready to run: settings bound, amounts as ratios, conditions as closures, days looked up once. */
export interface Plan {
  readonly program: Program;
  readonly clock: ZoneClock;
  /** The instant from which this version judges events. */
  readonly fromMs: number;
  readonly minorDigits: number;
  readonly prices: readonly PriceOffer[];
  /** One for each wallet that a rule earns in, in the program's order. */
  readonly earnings: readonly WalletEarning[];
  readonly conversions: readonly PlannedConversion[];
  readonly returns: PlannedReturns;
  /** Whether some condition asks what was paid. */
  readonly asksPaid: boolean;
  /** Whether some birthday condition of the program is true; null where it has none. */
  readonly birthdayActs: Test | null;
  /** Whether a line belongs to goods of this name. */
  readonly covers: (goods: string) => LineTest;
  /** One leaf of a condition by itself, for telling why a rule did not act. */
  readonly leaf: (leaf: LeafCondition) => Test;
  /** The text of an amount with the settings bound. */
  readonly text: (amount: Amount) => string;
}

/** What the conditions of a rule may look at while a purchase is judged. */
export interface Moment {
  readonly record: AccountRecord;
  /** The local day of the purchase, and its date. */
  readonly day: number;
  readonly date: LocalDate;
  readonly purchase: PurchaseHappening;
  /** Minor units paid that may earn (E1); not known while prices are set. */
  paidTotal: number;
}

export type Test = (moment: Moment) => boolean;
export type LineTest = (line: PurchaseLine) => boolean;

export interface PlannedRule {
  readonly rule: Rule;
  readonly source: Source;
  /** Null: always. */
  readonly when: Test | null;
}
export interface PriceOffer extends PlannedRule {
  readonly covers: LineTest;
  readonly share: { readonly num: number; readonly den: number };
  readonly shareText: string;
}
interface Rate extends PlannedRule {
  readonly measure: 'paid' | 'listPrice';
  readonly pointsText: string;
  readonly perText: string;
  /** Points per minor unit, over the wallet's common denominator. */
  readonly weight: bigint;
  /** The same as a plain number; NaN beyond 2^53. */
  readonly quickWeight: number;
}
interface Fixed extends PlannedRule {
  readonly pointsText: string;
  readonly points: number;
}
export interface Multiplier extends PlannedRule {
  readonly goods: string | null;
  readonly covers: LineTest;
  readonly byText: string;
  readonly by: Ratio;
  /** The same as plain numbers. */
  readonly quick: { readonly num: number; readonly den: number };
}

/** Everything that earns in one wallet on a purchase. */
export interface WalletEarning {
  /** The wallet's place in the account's record. */
  readonly wallet: number;
  readonly name: string;
  readonly rounding: 'down' | 'halfUp' | 'up';
  readonly stacking: 'highest' | 'add' | 'multiply';
  readonly vouchersEarn: boolean;
  readonly storedValueEarns: boolean;
  readonly rates: readonly Rate[];
  readonly rateDenominator: bigint;
  /** The denominator as a plain number; NaN beyond 2^53. */
  readonly quickDenominator: number;
  readonly fixed: readonly Fixed[];
  /** Highest first; of equal ones the earlier rule. */
  readonly multipliers: readonly Multiplier[];
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
}

/** Values for the program's settings, by name, as plain decimals. */
export type Settings = Readonly<Record<string, string>>;

/** Binds a program: `walletIndex` says where the account keeps the wallet of a name. */
export function plan(program: Program, settings: Settings, walletIndex: (name: string) => number): Plan {
  const clock = zoneClock(program.zone);
  const values = new Map(program.settings.map((setting) => [setting.name, settings[setting.name] ?? setting.value]));
  const text = (amount: Amount): string =>
    'constant' in amount.value ? amount.value.constant : (values.get(amount.value.setting) ?? '0');
  const minorDigits = program.currency.minorDigits;
  const build: Build = {
    program,
    text,
    minor: (amount) => timesRatio(ratio(text(amount)), { num: 10n ** BigInt(minorDigits), den: 1n }),
    covers: goodsTests(program),
    dayIn: calendarTests(program),
  };
  const rules = program.rules.map((rule) => plannedRule(rule, build));
  return {
    program,
    clock,
    fromMs: program.effective === null ? Number.NEGATIVE_INFINITY : startOf(program.effective, clock),
    minorDigits,
    prices: rules.flatMap((planned) => offers(planned, build)),
    earnings: program.wallets.map((wallet) => earning(wallet.name, rules, build, walletIndex)),
    conversions: program.wallets.flatMap((wallet) => conversion(wallet, build, walletIndex)),
    returns: plannedReturns(program, build),
    asksPaid: program.rules.flatMap((rule) => leavesOf(rule.when)).some(asksPaid),
    birthdayActs: birthdayTest(program, build),
    covers: build.covers,
    leaf: (leaf) => leafTest(leaf, build),
    text,
  };
}

interface Build {
  readonly program: Program;
  readonly text: (amount: Amount) => string;
  /** An amount of money in minor units. */
  readonly minor: (amount: Amount) => Ratio;
  readonly covers: (goods: string | null) => LineTest;
  readonly dayIn: (calendar: string) => (day: number) => boolean;
}

function plannedRule(rule: Rule, build: Build): PlannedRule {
  return {
    rule,
    source: { rule: rule.name, version: build.program.version, at: rule.at },
    when: rule.when === null ? null : conditionTest(rule.when, build),
  };
}

function plannedReturns({ returns }: Program, build: Build): PlannedReturns {
  const { takeBack, shortage } = returns;
  if (shortage.kind !== 'deduct') return { takeBack, shortage };
  const money = whole(build.minor(shortage.money), 'returns');
  return { takeBack, shortage: { kind: 'deduct', money, per: whole(ratio(build.text(shortage.per)), 'returns') } };
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

function offers(planned: PlannedRule, build: Build): PriceOffer[] {
  return planned.rule.effects.flatMap((effect) =>
    effect.kind === 'payShare'
      ? [
          {
            ...planned,
            source: { ...planned.source, at: effect.at },
            covers: build.covers(effect.goods),
            share: plain(ratio(build.text(effect.share))),
            shareText: build.text(effect.share),
          },
        ]
      : [],
  );
}

function earning(
  name: string,
  rules: readonly PlannedRule[],
  build: Build,
  walletIndex: (name: string) => number,
): WalletEarning {
  const mine = rules.flatMap((planned) =>
    planned.rule.effects
      .filter((effect) => 'wallet' in effect && effect.wallet === name)
      .map((effect) => ({ planned: { ...planned, source: { ...planned.source, at: effect.at } }, effect })),
  );
  const exact = mine.flatMap(({ planned, effect }) =>
    effect.kind === 'earnRate' ? [{ planned, effect, rate: rateOf(effect, build) }] : [],
  );
  const rateDenominator = exact.reduce((common, { rate }) => leastCommonMultiple(common, rate.den), 1n);
  const wallet = build.program.wallets.find((candidate) => candidate.name === name);
  return {
    wallet: walletIndex(name),
    name,
    rounding: wallet?.rounding ?? 'down',
    stacking: build.program.stacking.multipliers,
    vouchersEarn: !(wallet?.notEarning.includes('voucher') ?? true),
    storedValueEarns: !(wallet?.notEarning.includes('storedValue') ?? false),
    rateDenominator,
    quickDenominator: quick(rateDenominator),
    rates: exact.map(({ planned, effect, rate }) => ({
      ...planned,
      measure: effect.measure.of,
      pointsText: build.text(effect.points),
      perText: build.text(effect.per),
      weight: rate.num * (rateDenominator / rate.den),
      quickWeight: quick(rate.num * (rateDenominator / rate.den)),
    })),
    fixed: mine.flatMap(({ planned, effect }) =>
      effect.kind === 'earnFixed'
        ? [
            {
              ...planned,
              pointsText: build.text(effect.points),
              points: whole(ratio(build.text(effect.points)), planned.rule.name),
            },
          ]
        : [],
    ),
    multipliers: mine
      .flatMap(({ planned, effect }) => (effect.kind === 'multiply' ? [multiplier(planned, effect, build)] : []))
      .sort((a, b) => compareRatio(b.by, a.by)),
  };
}

function multiplier(planned: PlannedRule, effect: Extract<Effect, { kind: 'multiply' }>, build: Build): Multiplier {
  const byText = build.text(effect.by);
  const by = ratio(byText);
  return { ...planned, goods: effect.goods, covers: build.covers(effect.goods), byText, by, quick: plain(by) };
}

/** What the file states has at most 15 digits before the point and 9 after it; shares and factors are far below. */
function plain(stated: Ratio): { readonly num: number; readonly den: number } {
  const numbers = plainRatio(stated);
  if (numbers === null) throw new ProgramError('a share or a factor has too many digits');
  return numbers;
}

function quick(value: bigint): number {
  return isSafe(value) ? Number(value) : Number.NaN;
}

function rateOf(effect: Extract<Effect, { kind: 'earnRate' }>, build: Build): Ratio {
  return perRatio(ratio(build.text(effect.points)), build.minor(effect.per));
}

function conversion(
  wallet: Program['wallets'][number],
  build: Build,
  walletIndex: (name: string) => number,
): PlannedConversion[] {
  if (wallet.conversion === null) return [];
  const { each, gives, at } = wallet.conversion;
  return [
    {
      wallet: walletIndex(wallet.name),
      name: wallet.name,
      source: { rule: wallet.name, version: build.program.version, at },
      each: whole(ratio(build.text(each)), wallet.name),
      eachText: build.text(each),
      gives: whole(build.minor(gives), wallet.name),
      givesText: build.text(gives),
    },
  ];
}

/** An amount of whole smallest units: what is given or taken at once cannot be split further. */
function whole(amount: Ratio, name: string): number {
  const integer = integerOf(amount);
  if (integer === null) throw new ProgramError(`"${name}" gives or takes part of a point or of the smallest coin`);
  return integer;
}

/** The leaves of a condition, in the file's order; none for a rule without conditions. */
export function leavesOf(condition: Condition | null): LeafCondition[] {
  if (condition === null) return [];
  if (condition.kind === 'all' || condition.kind === 'any') return condition.of.flatMap(leavesOf);
  if (condition.kind === 'not') return leavesOf(condition.of);
  return [condition];
}

function conditionTest(condition: Condition, build: Build): Test {
  switch (condition.kind) {
    case 'all':
      return condition.of
        .map((part) => conditionTest(part, build))
        .reduce((left, right) => (moment) => left(moment) && right(moment));
    case 'any':
      return condition.of
        .map((part) => conditionTest(part, build))
        .reduce((left, right) => (moment) => left(moment) || right(moment));
    case 'not': {
      const test = conditionTest(condition.of, build);
      return (moment) => !test(moment);
    }
    default:
      return leafTest(condition, build);
  }
}

function leafTest(leaf: LeafCondition, build: Build): Test {
  switch (leaf.kind) {
    case 'dayIn': {
      const isIn = build.dayIn(leaf.calendar);
      return (moment) => isIn(moment.day);
    }
    case 'weekday': {
      const isIn = setOf(leaf.in);
      return (moment) => ((isIn >> moment.date.weekday) & 1) === 1;
    }
    case 'month': {
      const isIn = setOf(leaf.in);
      return (moment) => ((isIn >> moment.date.month) & 1) === 1;
    }
    case 'birthday': {
      const { leapBirthday } = build.program;
      return leaf.within === 'day'
        ? (moment) => isBirthday(moment, leapBirthday)
        : (moment) => isBirthdayMonth(moment, leapBirthday);
    }
    case 'compare': {
      const to = build.minor(leaf.to);
      return leaf.measure.of === 'paid'
        ? (moment) => compares(compareRatio({ num: BigInt(moment.paidTotal), den: 1n }, to), leaf.is)
        : (moment) => compares(compareRatio({ num: BigInt(moment.purchase.listTotal), den: 1n }, to), leaf.is);
    }
    case 'basketHas': {
      const covers = build.covers(leaf.goods);
      return (moment) => moment.purchase.lines.some(covers);
    }
  }
}

/** Small numbers as the bits of one. */
function setOf(members: readonly number[]): number {
  return members.reduce((bits, member) => bits | (1 << member), 0);
}

/** The birthday that counts in a year: one that has acted keeps acting, whatever was edited since (T3). */
export function birthdayOf(record: AccountRecord, year: number): Civil | null {
  return record.actedBirthday?.year === year ? record.actedBirthday.birthday : record.birthday;
}

function isBirthday({ record, date, day }: Moment, leapBirthday: MonthDay): boolean {
  const born = birthdayOf(record, date.year);
  if (born === null) return false;
  if (born.month === date.month && born.day === date.day) return true;
  return born.month === 2 && born.day === 29 && birthdayIn(date.year, born, leapBirthday) === day;
}

function isBirthdayMonth({ record, date }: Moment, leapBirthday: MonthDay): boolean {
  const born = birthdayOf(record, date.year);
  if (born === null) return false;
  if (born.month !== 2 || born.day !== 29) return born.month === date.month;
  return civilOf(birthdayIn(date.year, born, leapBirthday)).month === date.month;
}

function compares(order: number, is: Comparison): boolean {
  switch (is) {
    case 'atLeast':
      return order >= 0;
    case 'moreThan':
      return order > 0;
    case 'lessThan':
      return order < 0;
    case 'atMost':
      return order <= 0;
    case 'exactly':
      return order === 0;
  }
}

function goodsTests(program: Program): (goods: string | null) => LineTest {
  const tests = new Map<string, LineTest>();
  const named =
    (name: string): LineTest =>
    (line) =>
      tests.get(name)?.(line) ?? false;
  for (const goods of program.goods) {
    const all = goods.all.map(goodsTest);
    const except = goods.except.map(named);
    tests.set(goods.name, (line) => all.every((test) => test(line)) && !except.some((test) => test(line)));
  }
  return (goods) => (goods === null ? () => true : named(goods));
}

function goodsTest(test: GoodsTest): LineTest {
  switch (test.kind) {
    case 'priceClass':
      return (line) => line.priceClass !== null && test.in.includes(line.priceClass);
    case 'category':
      return (line) => line.category !== null && test.in.includes(line.category);
    case 'brand':
      return (line) => line.brand !== null && test.in.includes(line.brand);
    case 'item':
      return (line) => test.in.includes(line.item);
  }
}

/** Each calendar remembers the days that it was asked for: a year of purchases asks for few. */
function calendarTests(program: Program): (calendar: string) => (day: number) => boolean {
  return (name) => {
    const days = program.calendars.find((calendar) => calendar.name === name)?.days ?? [];
    const known = new Map<number, boolean>();
    return (day) => {
      let answer = known.get(day);
      if (answer === undefined) {
        answer = isDayAmong(days, day);
        known.set(day, answer);
      }
      return answer;
    };
  };
}

function startOf(date: string, clock: ZoneClock): number {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  return clock.startOfDay(dayOf(year, month, day));
}
