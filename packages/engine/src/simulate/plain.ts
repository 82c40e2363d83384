import { leavesOf, type Moment } from '../condition.ts';
import { convert } from '../conversion.ts';
import { pointsOfSums } from '../earning.ts';
import { AmountTooLarge } from '../number.ts';
import type { Plan } from '../plan.ts';
import type { Effect, LeafCondition, Measure, RateMeasure, Rule } from '../program.ts';
import { give, momentOf, rememberBirthday, writeOwnReceipt } from '../purchase.ts';
import { dropReceipts } from '../receipts.ts';
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
  wallets benefits rules stacking returns`.split(/\s+/);
/** What concerns others than active members, and other events than purchases. */
const MEMBERSHIP = 'joinsBy vouchersCount effectiveAfter cardMustBeShown onePerIdentity lostCard endsBelow at'.split(
  ' ',
);
const WALLET = 'name rounding conversion notEarning availableAfter expiry at'.split(' ');
const RULE = 'name trigger when effects at'.split(' ');

function isPlainRule(rule: Rule): boolean {
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

/** The versions of a program whose purchases can be played so, the earliest first, and what each of them asks for. */
export interface PlainLane {
  readonly work: Clockwork;
  readonly reigns: readonly Reign[];
}

/** A version while it is in force. */
interface Reign {
  readonly plan: Plan;
  /** The first instant of the next one. */
  readonly untilMs: number;
  /** Whether it asks what a purchase costs by list. */
  readonly readsLists: boolean;
  readonly converts: boolean;
}

/** Null: some version is not plain. */
export function plainLane(work: Clockwork): PlainLane | null {
  const { plans } = work;
  if (!plans.every(isPlain)) return null;
  const reigns = plans.map((plan, i) => ({
    plan,
    untilMs: plans[i + 1]?.fromMs ?? Number.POSITIVE_INFINITY,
    readsLists: readsLists(plan),
    converts: plan.conversions.length > 0,
  }));
  return { work, reigns };
}

function readsLists({ program }: Plan): boolean {
  const isListed = ({ of }: Measure | RateMeasure) => of === 'listPrice';
  return program.rules.some(
    ({ when, effects }) =>
      effects.some((effect) => effect.kind === 'earnRate' && isListed(effect.measure)) ||
      leavesOf(when).some((leaf) => leaf.kind === 'compare' && isListed(leaf.measure)),
  );
}

/** Receipts that are over are dropped once in so many purchases: nobody looks at one in between. */
const PURCHASES_BETWEEN_DROPS = 64;

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

function played({ work, reigns }: PlainLane, playback: Playback, record: AccountRecord): number | null {
  const { histories, purchase } = playback;
  const { ids, atMs, sequences } = histories.purchases;
  const { receipts } = record;
  const end = playback.endOfPurchases;
  const otherMs = nextOtherMs(playback);
  let reign: Reign | null = null;
  let moment: Mutable<Moment> | null = null;
  let beforeMs = record.mark.atMs;
  let sales = 0;
  let i = playback.nextPurchase;
  for (; i < end; i += 1) {
    const nowMs = atMs[i] ?? 0;
    const paid = paidFor(histories, i);
    if (paid === UNSAID || nowMs <= beforeMs || nowMs >= otherMs) break;
    if (record.dueMs <= nowMs) letPass(work, record, nowMs, null);
    if (record.status !== 'active') break;
    if (reign === null || nowMs >= reign.untilMs) reign = reignAt(reigns, nowMs);
    if (reign === null) break;
    const { plan } = reign;
    const today = plan.today(plan.clock.dayAt(nowMs));
    if (i % PURCHASES_BETWEEN_DROPS === 0) dropReceipts(receipts, today.day);
    purchase.id = ids[i] ?? '';
    purchase.atMs = nowMs;
    if (reign.readsLists) purchase.listTotal = listed(histories, i);
    moment ??= momentOf(plan, record, purchase, today.day);
    moment.today = today;
    moment.day = today.day;
    moment.date = today.date;
    moment.paidTotal = paid;
    if (plan.renews) renewLots(plan, record, purchase, today.day);
    const firstLot = record.entries + 1;
    const { earnings } = today;
    for (let e = 0; e < earnings.length; e += 1) {
      const earning = earnings[e];
      if (earning === undefined) break;
      const points = pointsOfSums(earning, moment, paid, purchase.listTotal);
      if (points === null) return null;
      if (points > 0) give(earning, points, moment, null, null);
    }
    if (plan.birthdayActs !== null) rememberBirthday(plan, moment);
    writeOwnReceipt(plan, record, purchase, moment, true, firstLot);
    if (reign.converts) convert(plan, record, purchase, null);
    beforeMs = nowMs;
    sales += paid;
  }
  if (moment === null) return 0;
  purchase.sequence = sequences[i - 1] ?? 0;
  setMark(record, purchase);
  playback.nextPurchase = i;
  return sales;
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
