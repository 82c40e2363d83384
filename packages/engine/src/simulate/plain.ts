import type { Civil } from '../calendar.ts';
import { birthdayOf, leavesOf, type Moment } from '../condition.ts';
import { convert } from '../conversion.ts';
import { pointsOfSums } from '../earning.ts';
import type { PurchaseHappening } from '../happening.ts';
import { issue } from '../ledger.ts';
import { addEarned, type Earnings } from '../lots.ts';
import { AmountTooLarge } from '../number.ts';
import type { Plan } from '../plan.ts';
import { credit } from '../posting.ts';
import type { Effect, LeafCondition, Measure, RateMeasure, Rule } from '../program.ts';
import { momentOf, rememberBirthday } from '../purchase.ts';
import { dropReceipts, type Sold, writeReceipts } from '../receipts.ts';
import { type Clockwork, letPass, renewLots } from '../schedule.ts';
import { type AccountRecord, setMark } from '../state.ts';
import type { Histories } from './histories.ts';
import { UNSAID } from './line-columns.ts';
import type { Mutable, Playback } from './playback.ts';

/**
 * Most purchases of most histories are plain: a member buys, what was paid is known, and the program asks for nothing but
 * the day, the member and the sums. Nothing then has to be looked at line by line, and nothing told. Such purchases are
 * played here one after the other, straight from the columns, by the same functions that judge every other purchase.
 */

/**
 * Whether purchases under a program can be played so. Whatever part of a program is not named here must be empty: what
 * this file has never heard of is judged in full.
 */
export function isPlain({ program }: Plan): boolean {
  const { membership, wallets, rules, benefits } = program;
  return (
    saysNothingBut(PROGRAM, program) &&
    saysNothingBut(MEMBERSHIP, membership) &&
    benefits.every(({ when }) => leavesOf(when).every(isPlainLeaf)) &&
    wallets.every((wallet) => saysNothingBut(WALLET, wallet)) &&
    rules.every(isPlainRule)
  );
}

const PROGRAM =
  `format name version effective currency zone leapBirthday weekStart yearStart settings calendars goods membership
  wallets benefits member rules stacking returns`.split(/\s+/);
/** What concerns others than active members, and other events than purchases. */
const MEMBERSHIP = 'joinsBy vouchersCount effectiveAfter cardMustBeShown onePerIdentity lostCard endsBelow at'.split(
  ' ',
);
const WALLET = 'name rounding conversion notEarning availableAfter expiry at'.split(' ');
const RULE = 'name trigger when effects at'.split(' ');

function isPlainRule(rule: Rule): boolean {
  // Whoever buys plainly has joined before.
  if (rule.trigger.kind === 'joining') return leavesOf(rule.when).every(isPlainLeaf);
  return (
    saysNothingBut(RULE, rule) &&
    rule.trigger.kind === 'purchase' &&
    rule.effects.every(isPlainEffect) &&
    leavesOf(rule.when).every(isPlainLeaf)
  );
}

function isPlainEffect(effect: Effect): boolean {
  switch (effect.kind) {
    case 'earnRate':
      return isSum(effect.measure) && effect.goods === null && !effect.full;
    // Prices tell what is to be paid, and that is known here.
    case 'payShare':
    case 'earnFixed':
    case 'multiply':
      return true;
    default:
      return false;
  }
}

function isPlainLeaf(leaf: LeafCondition): boolean {
  switch (leaf.kind) {
    case 'dayIn':
    case 'weekday':
    case 'month':
    case 'dates':
    case 'hours':
    case 'birthday':
      return true;
    case 'compare':
      return isSum(leaf.measure);
    default:
      return false;
  }
}

function isSum({ of }: Measure | RateMeasure): boolean {
  return of === 'paid' || of === 'listPrice';
}

function saysNothingBut(heeded: readonly string[], part: object): boolean {
  return Object.entries(part).every(([name, value]) => heeded.includes(name) || isNothing(value));
}

function isNothing(value: unknown): boolean {
  if (typeof value === 'object' && value !== null) return Object.values(value).every(isNothing);
  return value === null || value === false;
}

/** The versions of a program whose purchases can be played so, the earliest first. */
export interface PlainLane {
  readonly work: Clockwork;
  readonly reigns: readonly Reign[];
  readonly run: Run;
}

/** A version while it is in force, and what it asks for. */
interface Reign {
  readonly plan: Plan;
  /** The first instant of the next one. */
  readonly untilMs: number;
  /** Whether it asks what a purchase costs by list. */
  readonly readsLists: boolean;
  /** The places in the record of the wallets that purchases earn in. */
  readonly places: readonly number[];
  /** Whether purchases do nothing but add lots that never expire. */
  readonly onlyAdds: boolean;
}

/** Purchases of one account one after the other, between which nothing else happens: what they were found to give. */
interface Run extends Earnings, Sold {
  count: number;
  from: number;
  atMs: Float64Array;
  ids: readonly string[];
  width: number;
  paid: number;
  /** The birthday by which all of them were judged. */
  born: Civil | null;
}

/** So many purchases make a run at most. */
const LONGEST_RUN = 128;

/** Null: some version is not plain. */
export function plainLane(work: Clockwork): PlainLane | null {
  const { plans } = work;
  if (!plans.every(isPlain)) return null;
  const reigns = plans.map((plan, i) => ({
    plan,
    untilMs: plans[i + 1]?.fromMs ?? Number.POSITIVE_INFINITY,
    readsLists: readsLists(plan),
    // They are the same on every day.
    places: plan.today(0).earnings.map(({ wallet }) => wallet),
    onlyAdds: plan.conversions.length === 0 && !plan.renews && plan.terms.every((terms) => terms === null),
  }));
  const widest = Math.max(...reigns.map(({ places }) => places.length));
  return { work, reigns, run: emptyRun(LONGEST_RUN, widest) };
}

function emptyRun(longest: number, widest: number): Run {
  return {
    count: 0,
    from: 0,
    atMs: new Float64Array(0),
    ids: [],
    width: 0,
    amounts: new Float64Array(longest * widest),
    entries: new Int32Array(longest * widest),
    lots: new Int32Array(longest),
    lastDays: new Int32Array(longest),
    paid: 0,
    born: null,
  };
}

function readsLists({ program }: Plan): boolean {
  const isListed = ({ of }: Measure | RateMeasure) => of === 'listPrice';
  return program.rules.some(
    ({ when, effects }) =>
      effects.some((effect) => effect.kind === 'earnRate' && isListed(effect.measure)) ||
      leavesOf(when).some((leaf) => leaf.kind === 'compare' && isListed(leaf.measure)),
  );
}

/**
 * Plays the plain purchases that come next, if any, and moves the playback behind them. What they were paid comes back,
 * minor units; null where an amount is beyond what plain numbers hold.
 */
export function playPlain(lane: PlainLane, playback: Playback, record: AccountRecord): number | null {
  try {
    return played(lane, playback, record);
  } catch (error) {
    if (error instanceof AmountTooLarge) return null;
    throw error;
  }
}

function played({ work, reigns, run }: PlainLane, playback: Playback, record: AccountRecord): number | null {
  const { histories, purchase, endOfPurchases } = playback;
  const { ids, atMs, sequences } = histories.purchases;
  const otherMs = nextOtherMs(playback);
  let sales = 0;
  run.atMs = atMs;
  run.ids = ids;
  while (playback.nextPurchase < endOfPurchases) {
    const first = playback.nextPurchase;
    const firstMs = atMs[first] ?? 0;
    if (firstMs <= record.mark.atMs || firstMs >= otherMs || paidFor(histories, first) === UNSAID) break;
    if (record.dueMs <= firstMs) letPass(work, record, firstMs, null);
    const reign = reignAt(reigns, firstMs);
    if (record.status !== 'active' || reign === null) break;
    const isWhole = judged(run, reign, playback, record, Math.min(otherMs, reign.untilMs, record.dueMs));
    if (!isWhole) return null;
    dropReceipts(record.receipts, reign.plan.clock.dayAt(firstMs));
    if (isBulk(reign, record)) keepAll(run, reign, record);
    else keepOne(run, reign, record, purchase);
    sales += run.paid;
    playback.nextPurchase = first + run.count;
    // The purchase is the last of the run now.
    purchase.sequence = sequences[playback.nextPurchase - 1] ?? 0;
    setMark(record, purchase);
  }
  return sales;
}

/** Whether the lots of a run can be added all at once: nothing is done to them, and nothing of them is owed. */
function isBulk({ onlyAdds }: Reign, { wallets }: AccountRecord): boolean {
  return onlyAdds && wallets.every(({ totals }) => totals.owed === 0);
}

/**
 * Finds out what the purchases that come next give, as far as nothing else happens between them. False where plain numbers
 * do not hold it.
 */
function judged(run: Run, reign: Reign, playback: Playback, record: AccountRecord, untilMs: number): boolean {
  const { plan } = reign;
  const { histories, purchase, nextPurchase: from } = playback;
  const { ids, atMs } = histories.purchases;
  const { amounts, entries, lots, lastDays } = run;
  const width = reign.places.length;
  const end = Math.min(playback.endOfPurchases, from + (isBulk(reign, record) ? LONGEST_RUN : 1));
  const moment: Mutable<Moment> = momentOf(plan, record, purchase, plan.clock.dayAt(atMs[from] ?? 0));
  let beforeMs = record.mark.atMs;
  let entry = record.entries;
  let { year } = moment.date;
  let sum = 0;
  let i = from;
  for (; i < end; i += 1) {
    const nowMs = atMs[i] ?? 0;
    const paid = paidFor(histories, i);
    if (paid === UNSAID || nowMs <= beforeMs || nowMs >= untilMs) break;
    const today = plan.today(plan.clock.dayAt(nowMs));
    const { date, earnings } = today;
    if (date.year !== year) {
      // Another birthday may count in another year.
      year = date.year;
      if (birthdayOf(record, year) !== moment.born) break;
    }
    purchase.id = ids[i] ?? '';
    purchase.atMs = nowMs;
    if (reign.readsLists) purchase.listTotal = listed(histories, i);
    moment.today = today;
    moment.day = today.day;
    moment.date = date;
    moment.paidTotal = paid;
    const place = (i - from) * width;
    const before = entry;
    for (let e = 0; e < width; e += 1) {
      const earning = earnings[e];
      const points = earning === undefined ? 0 : pointsOfSums(earning, moment, paid, purchase.listTotal);
      if (points === null) return false;
      if (points > 0) entry += 1;
      amounts[place + e] = points;
      entries[place + e] = entry;
    }
    if (plan.birthdayActs !== null) rememberBirthday(plan, moment);
    lots[i - from] = entry - before;
    lastDays[i - from] = today.lastReturnDay;
    beforeMs = nowMs;
    sum += paid;
  }
  run.from = from;
  run.count = i - from;
  run.width = width;
  run.paid = sum;
  run.born = moment.born;
  return true;
}

/** Keeps what a run gives: the lots of each wallet, and the receipts. */
function keepAll(run: Run, { plan, places }: Reign, record: AccountRecord): void {
  for (let e = 0; e < run.width; e += 1) {
    const wallet = record.wallets[places[e] ?? -1];
    if (wallet !== undefined) issue(wallet, addEarned(wallet.lots, run, e));
  }
  const firstLot = record.entries + 1;
  record.entries = run.entries[run.count * run.width - 1] ?? record.entries;
  writeReceipts(record.receipts, run, plan.program.version, plan.readsBirthday ? run.born : null, firstLot);
}

/** The same of a single purchase, after which more may happen. */
function keepOne(run: Run, { plan, places }: Reign, record: AccountRecord, purchase: PurchaseHappening): void {
  const day = plan.clock.dayAt(purchase.atMs);
  if (plan.renews) renewLots(plan, record, purchase, day);
  const firstLot = record.entries + 1;
  for (const [e, place] of places.entries()) {
    const wallet = record.wallets[place];
    const points = run.amounts[e] ?? 0;
    const terms = plan.terms[place]?.at(purchase.atMs, day);
    if (wallet !== undefined && points > 0) credit(record, wallet, points, purchase, null, null, 'issued', terms);
  }
  run.lots[0] = record.entries + 1 - firstLot;
  writeReceipts(record.receipts, run, plan.program.version, plan.readsBirthday ? run.born : null, firstLot);
  convert(plan, record, purchase, null);
}

function reignAt(reigns: readonly Reign[], atMs: number): Reign | null {
  return reigns.findLast(({ plan }) => plan.fromMs <= atMs) ?? null;
}

function nextOtherMs({ histories, nextOther, endOfOthers, nextReturn, endOfReturns }: Playback): number {
  const { others, returns } = histories;
  const otherMs = nextOther < endOfOthers ? others[nextOther]?.atMs : undefined;
  const returnMs = nextReturn < endOfReturns ? returns?.atMs[nextReturn] : undefined;
  return Math.min(otherMs ?? Number.POSITIVE_INFINITY, returnMs ?? Number.POSITIVE_INFINITY);
}

/** What was paid for a purchase in all, minor units, where the columns say it and nothing speaks against it. */
function paidFor({ purchases, lines, returns }: Histories, i: number): number {
  // A return hands its purchase back in, which its receipt must prove line by line.
  if (returns !== null && returns.isReturned[i] === 1) return UNSAID;
  const tendered = purchases.tendered === null ? UNSAID : (purchases.tendered[i] ?? UNSAID);
  if (lines.paid === null) return tendered;
  const end = purchases.lineStarts[i + 1] ?? 0;
  let total = 0;
  for (let line = purchases.lineStarts[i] ?? 0; line < end; line += 1) {
    const paid = lines.paid[line] ?? UNSAID;
    // What is paid for lines stands only where it is said for every one.
    if (paid === UNSAID) return tendered;
    total += paid;
  }
  return tendered === UNSAID || tendered === total ? total : UNSAID;
}

/** The list total of a purchase, minor units. */
function listed({ purchases, lines }: Histories, i: number): number {
  const end = purchases.lineStarts[i + 1] ?? 0;
  let total = 0;
  for (let line = purchases.lineStarts[i] ?? 0; line < end; line += 1) total += lines.lists[line] ?? 0;
  return total;
}
