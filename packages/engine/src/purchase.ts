import { keepBirthday } from './birthday.ts';
import { birthdayOf, type Moment } from './condition.ts';
import { countPurchase, countsAnything, type Earned } from './counting.ts';
import { couponRefusal, idleCoupon, spendCoupons } from './coupon-wallet.ts';
import { deliveryAtList, deliveryPrice } from './delivery.ts';
import { beyondDiscretion, setByStaff } from './discretion.ts';
import { earnedReason, pointsOf } from './earning.ts';
import { handedFor, handOut } from './handing.ts';
import type { PurchaseHappening } from './happening.ts';
import { balance, type SpentPoints } from './ledger.ts';
import { neededAmong, use, withRoom } from './limits.ts';
import { NO_TERMS } from './lots.ts';
import type { ToldFacts } from './member-fact.ts';
import { countTowardsJoining, silenceOf } from './membership.ts';
import { tellReferrer } from './message.ts';
import { allocate } from './number.ts';
import type { Plan, SpendBasis, WalletEarning } from './plan.ts';
import { credit, debit, type Sink } from './posting.ts';
import { linePrices, type Prices, price, setsPrices } from './pricing.ts';
import type { NotEarning, Reason, Refusal, Silence } from './reason.ts';
import { noteCoupons, noteFacts, notePaidWithPoints, noteUsed, type UsedLimit, writeReceipt } from './receipts.ts';
import { earnsNothing, payWithPoints, pointsRefusal } from './spending.ts';
import type { AccountRecord } from './state.ts';

/**
 * Judges one purchase on a record whose time has been advanced to it: prices, payment, points, receipt, in
 * the order of semantics E1. A refusal is decided before anything changes.
 */
export function applyPurchase(
  plan: Plan,
  record: AccountRecord,
  purchase: PurchaseHappening,
  day: number,
  sink: Sink | null,
): Refusal | null {
  const moment = momentOf(plan, record, purchase, day);
  const silence = silenceOf(plan.program.membership, record, purchase.cardShown);
  if (silence === null && moment.today.limited.length > 0) moment.granted = grantedTo(plan, moment);
  const prices = silence === null && (purchase.coupons.length > 0 || setsPrices(moment.today)) ? price(moment) : null;
  // What few purchases need stands in functions of its own: the compiler then keeps this one whole.
  const refusal = isPlain(purchase) ? null : refusalOf(plan, purchase, record, silence, prices);
  if (refusal !== null) return refusal;
  const isAtList = prices === null && purchase.tendered === purchase.listTotal && purchase.paidLines === null;
  const paid = isAtList ? purchase.lists : paidByLine(purchase, prices);
  const { discretions } = plan;
  const beyond = discretions.length === 0 ? null : beyondDiscretion(discretions, moment, prices, paid, silence);
  if (beyond !== null) return beyond;
  if (sink !== null) tell(sink, plan, moment, prices, paid, silence);
  if (purchase.storedValue > 0) payWithStoredValue(record, purchase, sink);
  const spent = purchase.points > 0 ? payWithPoints(plan, record, purchase, sink) : null;
  const coupons = purchase.coupons.length > 0 ? spendCoupons(plan, record, purchase, sink) : null;
  const firstLot = record.entries + 1;
  // Conditions read what was before the purchase, so it is counted when everything else is done.
  const earned: Earned[] | null = countsAnything(plan) ? [] : null;
  const lastLot = silence === null ? award(plan, purchase, moment, paid, sink, earned) : record.entries;
  const used = moment.granted.length === 0 ? null : use(plan, moment, sink);
  keepReceipt(plan, record, purchase, moment, silence === null, firstLot, lastLot, used, spent);
  if (coupons !== null) noteCoupons(record.receipts, purchase.id, coupons);
  if (plan.joining !== null) countTowardsJoining(plan, plan.joining, record, purchase, paid, sink);
  if (earned !== null) countPurchase(plan, record, purchase.lines, spentOf(plan, purchase, paid), earned, day);
  if (record.referrer !== null && silence === null) tellOfPurchase(plan, record, purchase, paid, sink);
  return null;
}

function tellOfPurchase(
  plan: Plan,
  record: AccountRecord,
  purchase: PurchaseHappening,
  paid: readonly number[],
  sink: Sink | null,
): void {
  const spent = spentOf(plan, purchase, paid).reduce((sum, amount) => sum + amount, 0);
  const told = { purchase: purchase.id, boughtMs: purchase.atMs, what: 'bought', paid: spent } as const;
  tellReferrer(plan, record, told, purchase, sink);
}

/** Whether nothing about a purchase could be refused. */
function isPlain({ asks, coupons, points, storedValue, paidLines }: PurchaseHappening): boolean {
  return asks.length === 0 && coupons.length === 0 && points === 0 && storedValue === 0 && paidLines === null;
}

/** Remembers what a return of the purchase would have to know (R1). */
function keepReceipt(
  plan: Plan,
  record: AccountRecord,
  { id, digest }: PurchaseHappening,
  { today, day, born }: Moment,
  acted: boolean,
  firstLot: number,
  lastLot: number,
  used: readonly UsedLimit[] | null,
  spent: readonly SpentPoints[] | null,
): void {
  const { receipts } = record;
  const { lastReturnDay } = today;
  const birthday = plan.readsBirthday ? born : null;
  const facts = plan.facts.frozen(record, day);
  const lots = lastLot + 1 - firstLot;
  writeReceipt(receipts, id, lastReturnDay, plan.program.version, digest, birthday, acted, firstLot, lots);
  if (used !== null) noteUsed(receipts, id, used);
  if (facts !== null) noteFacts(receipts, id, facts);
  if (spent !== null) notePaidWithPoints(receipts, id, spent);
}

/** What the rules' conditions look at for this purchase. */
export function momentOf(plan: Plan, record: AccountRecord, purchase: PurchaseHappening, day: number): Moment {
  const today = plan.today(day);
  const { date } = today;
  const born = birthdayOf(record, date.year);
  return {
    today,
    day,
    date,
    record,
    born,
    purchase,
    paidTotal: 0,
    granted: NOBODY,
    spent: null,
    facts: null,
    told: NO_FACTS,
  };
}

const NOBODY: readonly string[] = [];
const NO_FACTS: ToldFacts = [];

/** The rules with limits that act: those with room, less what would change nothing (M11). */
export function grantedTo(plan: Plan, moment: Moment): readonly string[] {
  const { purchase, today } = moment;
  return neededAmong(withRoom(plan, moment), (granted) => {
    moment.granted = granted;
    const prices = price(moment);
    const paid = paidByLine(purchase, prices);
    if (plan.asksSpend) moment.spent = spentOf(plan, purchase, paid);
    return [
      // A rule by which staff set a price is needed if the purchase could not stand without it.
      beyondDiscretion(plan.discretions, moment, prices, paid, null) === null ? 1 : 0,
      ...(prices?.lines ?? purchase.lists),
      deliveryPrice(moment, prices)?.price ?? 0,
      ...today.earnings.map((earning) => pointsFor(plan, earning, moment, paid)),
      ...handed(plan, moment, paid),
    ];
  });
}

/** The points of a wallet for what was paid. */
function pointsFor(plan: Plan, earning: WalletEarning, moment: Moment, paid: readonly number[]): number {
  if (moment.purchase.points > 0 && earnsNothing(plan, moment.purchase)) return 0;
  const eligible = eligibleFor(earning, moment.purchase, paid);
  if (plan.asksPaid) moment.paidTotal = eligible.reduce((sum, amount) => sum + amount, 0);
  return pointsOf(earning, moment, eligible);
}

/** What rules hand out for what was paid. */
export function handed(plan: Plan, moment: Moment, paid: readonly number[]): readonly number[] {
  const { today, purchase } = moment;
  if (today.handings.length === 0 || (purchase.points > 0 && earnsNothing(plan, purchase))) return NOTHING;
  readSpend(plan, moment, paid);
  return handedFor(moment);
}

const NOTHING: readonly number[] = [];

/** Lets conditions read what of the purchase counts as spend. */
function readSpend(plan: Plan, moment: Moment, paid: readonly number[]): void {
  moment.spent = spentOf(plan, moment.purchase, paid);
  moment.paidTotal = moment.spent.reduce((sum, amount) => sum + amount, 0);
}

/** Why a purchase cannot stand as it was paid (M6). */
function refusalOf(
  plan: Plan,
  purchase: PurchaseHappening,
  record: AccountRecord,
  silence: Silence | null,
  prices: Prices | null,
): Refusal | null {
  const wish = purchase.asks.find((name) => !plan.wishes.includes(name));
  if (wish !== undefined) return { code: 'unknown-wish', wish, known: plan.wishes };
  const coupon =
    purchase.coupons.length > 0
      ? (couponRefusal(plan, record, purchase, silence) ?? (prices === null ? null : idleCoupon(prices)))
      : null;
  if (coupon !== null) return coupon;
  const points = purchase.points > 0 ? pointsRefusal(plan, record, purchase, silence) : null;
  if (points !== null) return points;
  const { paidLines, paidTotal, tendered, storedValue: needed } = purchase;
  if (paidLines !== null && tendered !== null && tendered !== paidTotal) {
    return { code: 'paid-mismatch', lines: paidTotal, tenders: tendered };
  }
  const wallet = record.wallets[0];
  if (needed === 0 || wallet === undefined) return null;
  const available = balance(wallet);
  return needed > available ? { code: 'not-enough', wallet: wallet.name, available, needed } : null;
}

/** What was paid for each line: as the till says, else the tenders shared over the prices, else the prices (M6). */
export function paidByLine(purchase: PurchaseHappening, prices: Prices | null): readonly number[] {
  if (purchase.paidLines !== null) return purchase.paidLines;
  const { tendered } = purchase;
  const quoted = prices?.lines ?? purchase.lists;
  return tendered === null || tendered === priceTotal(purchase, prices) ? quoted : allocate(tendered, quoted);
}

function priceTotal(purchase: PurchaseHappening, prices: Prices | null): number {
  return prices === null ? purchase.listTotal : prices.total;
}

function tell(
  sink: Sink,
  { discretions }: Plan,
  moment: Moment,
  prices: Prices | null,
  paid: readonly number[],
  silence: Silence | null,
): void {
  const { purchase } = moment;
  const quoted = priceTotal(purchase, prices);
  const off = prices?.takenOff ?? [];
  const delivery = silence === null ? deliveryPrice(moment, prices) : deliveryAtList(purchase);
  sink.outcome({ kind: 'priced', lines: linePrices(purchase, prices), off, total: quoted, delivery });
  const total = paid.reduce((sum, amount) => sum + amount, 0);
  const by = discretions.length === 0 ? [] : setByStaff(discretions, moment, prices, paid);
  if (total !== quoted || by.length > 0) sink.outcome({ kind: 'paidDiffers', quoted, paid: total, by });
  if (silence !== null) sink.outcome({ kind: 'silent', why: silence });
}

function payWithStoredValue(record: AccountRecord, purchase: PurchaseHappening, sink: Sink | null): void {
  const [storedValue] = record.wallets;
  if (storedValue === undefined) return;
  debit(record, storedValue, 'spent', purchase.storedValue, purchase, sink, { kind: 'paidWith' });
}

/** What of the purchase may earn in the first wallet that rules give to: what `paid` means in a condition (E1). */
export function earningBasis(plan: Plan, moment: Moment): number {
  const { purchase } = moment;
  const [earning] = moment.today.earnings;
  const paid = paidByLine(purchase, price(moment)).reduce((sum, amount) => sum + amount, 0);
  return Math.max(0, paid - notEarningOf(earning ?? plan.spend, purchase));
}

/** Gives the points of every wallet, and what is handed out; the last entry that gave points comes back. */
function award(
  plan: Plan,
  purchase: PurchaseHappening,
  moment: Moment,
  paid: readonly number[],
  sink: Sink | null,
  earned: Earned[] | null,
): number {
  if (plan.asksSpend) moment.spent = spentOf(plan, purchase, paid);
  const earns = purchase.points === 0 || !earnsNothing(plan, purchase);
  for (const earning of earns ? moment.today.earnings : []) {
    const eligible = eligibleFor(earning, purchase, paid);
    if (plan.asksPaid) moment.paidTotal = eligible.reduce((sum, amount) => sum + amount, 0);
    const points = pointsOf(earning, moment, eligible);
    if (points === 0) continue;
    const reason = sink === null ? null : earnedReason(earning, moment, eligible, without(earning, purchase));
    give(earning, points, moment, sink, reason);
    earned?.push({ wallet: earning.name, points });
  }
  const lastLot = moment.record.entries;
  if (earns && moment.today.handings.length > 0) {
    readSpend(plan, moment, paid);
    handOut(plan, moment, sink);
  }
  rememberBirthday(plan, moment);
  return lastLot;
}

/** A purchase on which a birthday condition of the program is true keeps the birthday for the rest of the year (T3). */
export function rememberBirthday({ birthdayActs }: Plan, moment: Moment): void {
  const { record, date, purchase } = moment;
  if (birthdayActs?.(moment) === true) keepBirthday(record, date.year, purchase.id);
}

/** Gives points that a purchase has earned, on the terms of their wallet. */
function give(
  earning: WalletEarning,
  points: number,
  { record, purchase, day }: Moment,
  sink: Sink | null,
  reason: Reason | null,
): void {
  const wallet = record.wallets[earning.wallet];
  if (wallet === undefined) return;
  const terms = earning.terms === null ? NO_TERMS : earning.terms.at(purchase.atMs, day);
  credit(record, wallet, points, purchase, sink, reason, 'issued', terms);
}

type WaysOfPaying = Pick<PurchaseHappening, 'vouchers' | 'storedValue' | 'points'>;

/** What of each line's payment counts as spend. */
export function spentOf(plan: Plan, payment: WaysOfPaying, paid: readonly number[]): readonly number[] {
  return eligibleFor(plan.spend, payment, paid);
}

/** The part paid with points never earns (E1). */
function notEarningOf(earning: SpendBasis, { vouchers, storedValue, points }: WaysOfPaying): number {
  return (earning.vouchersEarn ? 0 : vouchers) + (earning.storedValueEarns ? 0 : storedValue) + points;
}

/** What of the payment earns nothing, and which ways of paying it came from. */
function without(earning: SpendBasis, purchase: PurchaseHappening): NotEarning {
  const amount = notEarningOf(earning, purchase);
  if (amount === 0) return ALL_EARNS;
  const ways = [
    { way: 'voucher', amount: earning.vouchersEarn ? 0 : purchase.vouchers },
    { way: 'storedValue', amount: earning.storedValueEarns ? 0 : purchase.storedValue },
    { way: 'points', amount: purchase.points },
  ] as const;
  return { amount, by: ways.flatMap((each) => (each.amount > 0 ? [each.way] : [])) };
}

const ALL_EARNS: NotEarning = { amount: 0, by: [] };

/** What of each line's payment may earn: the part that does not is shared over the lines pro rata (E1). */
export function eligibleFor(earning: SpendBasis, payment: WaysOfPaying, paid: readonly number[]): readonly number[] {
  const notEarning = notEarningOf(earning, payment);
  if (notEarning === 0) return paid;
  const without = allocate(notEarning, paid);
  return paid.map((amount, i) => amount - (without[i] ?? 0));
}
