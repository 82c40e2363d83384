import type { Program } from '@laurel/engine';
import { type Account, type Layer, STORED_VALUE, walletOf } from './account.ts';
import { plusDuration } from './civil-date.ts';
import { actsOnPurchases, type Circumstances, someBirthdayIsNow } from './conditions.ts';
import { faultsOfCoupons, handOut, useCoupons } from './coupons.ts';
import { isSetByStaff, mayBePaid, speaksOfStaff } from './discretion.ts';
import { decimal, whole, ZERO } from './fraction.ts';
import type { PurchaseEvent } from './goods.ts';
import { type Handed, handedOut } from './handing.ts';
import type { Judged } from './judged.ts';
import { type Book, balanceOf, debit, earn } from './ledger.ts';
import { neededRules, rulesWithRoom, usesOf } from './limits.ts';
import { localDate, localMinute } from './local-time.ts';
import { joinByBuying, type Silence, type StatusChange, silenceAt } from './membership.ts';
import { pastOf, spentByLine } from './past.ts';
import { earningByLine, paidByLine, statedPaid, tendered, totalTendered } from './payment.ts';
import { pointsByLine } from './points.ts';
import { couponsOn, deliveryOf, type LinePrice, listPriceOf, pricesOf } from './prices.ts';
import { totalOf } from './sharing.ts';
import { earnsNothing, faultsOfPoints, payWithPoints } from './spending.ts';
import { type EarningWallet, earningWallets } from './wallets.ts';

export interface PurchaseOutcome {
  readonly prices: readonly LinePrice[];
  /** Null: what was paid is what was quoted. */
  readonly paidDiffers: { readonly quoted: bigint; readonly paid: bigint } | null;
  readonly silence: Silence | null;
  /** Null: nothing is delivered. */
  readonly delivery: { readonly price: bigint; readonly rule: string | null } | null;
}

/** Every reason why the purchase cannot be; none: it can. The statements do not say which one is told first. */
export function faultsOf(judged: Judged, account: Account, purchase: PurchaseEvent, atMs: number): string[] {
  const { program } = judged;
  const faults: string[] = [];
  const offered = program.rules.filter(({ trigger }) => trigger.kind === 'request').map(({ name }) => name);
  if (purchase.asks?.some((wish) => !offered.includes(wish))) faults.push('unknown-wish');
  faults.push(...faultsOfPoints(judged, account, purchase, silenceAt(program, account, purchase.cardShown) === null));
  const stated = statedPaid(program, purchase);
  if (stated !== null && purchase.tenders !== undefined) {
    const paid = stated.reduce((a, b) => a + b, 0n);
    if (paid !== totalTendered(program, purchase)) faults.push('paid-mismatch');
  }
  const needed = tendered(program, purchase, ['storedValue']);
  if (needed > 0n && needed > balanceOf(walletOf(account, STORED_VALUE))) faults.push('not-enough');
  if (purchase.coupons !== undefined) {
    const { silence, taken } = judge(judged, account, purchase, atMs);
    faults.push(...faultsOfCoupons(judged, account, purchase, silence === null, taken));
  }
  if (speaksOfStaff(judged)) {
    const { silence, before, prices, paid } = judge(judged, account, purchase, atMs);
    if (!mayBePaid(judged, silence === null ? before : null, prices, paid)) faults.push('beyond-discretion');
  }
  return faults;
}

/** In the order of E1: prices, payment, what earns, points; then the receipt (R1). */
export function buy(judged: Judged, book: Book, purchase: PurchaseEvent, changes: StatusChange[]): PurchaseOutcome {
  const { program } = judged;
  const { account, atMs } = book;
  const judgement = judge(judged, account, purchase, atMs);
  const { silence, date, standing, lists, granted, before, prices, paid, delivery, taken } = judgement;
  if (silence === null) fixBirthday(program, account, atMs, purchase.id);
  const used = usesOf(program, account, granted, standing);
  account.uses.push(...used);

  const layer = layerOf(program, purchase, lists, paid);
  debit(book, STORED_VALUE, tendered(program, purchase, ['storedValue']), 'spent');
  const pointsPaid = payWithPoints(judged, book, purchase);
  const coupons = useCoupons(book, purchase, taken);
  const earned = silence === null ? award(judged, book, purchase, layer, before) : [];
  if (silence === null) handOut(judged, book, handedFor(judged, purchase, layer, before), true);
  account.receipts.push({
    purchase: purchase.id,
    // Returnable through the day that lies the return period after the purchase's (decision 11).
    lastDate: plusDuration(date, program.returns.within),
    original: purchase,
    date,
    birthday: before.birthday,
    acted: silence === null,
    layers: [layer],
    exchanges: [],
    past: before.past,
    pointsPaid,
    coupons,
    pointsRefunded: 0n,
    ownLots: Object.fromEntries(earned.map(({ wallet, lot }) => [wallet, [lot]])),
    returned: purchase.lines.map(() => ZERO),
    exchanged: purchase.lines.map(() => ZERO),
    moved: {},
    granted,
    used,
    expired: {},
  });
  if (used.some(({ per }) => per === 'birthday')) keepBirthday(account, date.year, purchase.id);

  account.happened.push({
    kind: 'purchase',
    id: purchase.id,
    date,
    lines: purchase.lines,
    spent: spentByLine(program, layer),
    points: Object.fromEntries(earned.map(({ wallet, points }) => [wallet, points])),
    cameBackWhole: false,
  });

  joinByBuying(judged, account, purchase.id, layer, atMs, changes);

  const quoted = totalOf(prices.map(({ price }) => price));
  const isAsQuoted = quoted === totalOf(paid) && !isSetByStaff(judged, prices, paid);
  return { prices, silence, delivery, paidDiffers: isAsQuoted ? null : { quoted, paid: totalOf(paid) } };
}

/** What a purchase costs and what was paid for it, before anything changes. */
function judge(judged: Judged, account: Account, purchase: PurchaseEvent, atMs: number) {
  const { program } = judged;
  const silence = silenceAt(program, account, purchase.cardShown);
  const date = localDate(program.zone, atMs);

  const lists = purchase.lines.map((line) => listPriceOf(judged, line));
  const listPrice = whole(totalOf(lists));
  // A pay rule cannot ask what was paid: that is not known before there are prices.
  const open: Circumstances = {
    date,
    minute: localMinute(program.zone, atMs),
    lines: purchase.lines,
    birthday: birthdayIn(account, date.year),
    listPrice,
    paid: listPrice,
    asks: purchase.asks ?? [],
    granted: [],
    spent: [],
    past: pastOf(program, account),
  };
  const standing = { date, birthday: open.birthday };
  const granted =
    silence === null
      ? neededRules(onPurchases(program, rulesWithRoom(program, account, standing)), (names) =>
          resultOf(judged, purchase, lists, { ...open, granted: names }),
        )
      : [];
  const before = { ...open, granted };
  const prices =
    silence === null
      ? pricesOf(judged, purchase.lines, before, lists, purchase.coupons)
      : lists.map((list) => ({ list, price: list, rule: null, set: null }));
  const paid = paidByLine(program, purchase, prices);
  const now = silence === null ? before : null;
  const delivery = deliveryOf(judged, purchase.delivery, purchase.lines, now, lists);
  const taken = silence === null ? couponsOn(judged, purchase.lines, before, lists, purchase.coupons ?? []) : [];
  return { silence, date, standing, lists, granted, before, prices, paid, delivery, taken };
}

function onPurchases({ rules }: Program, names: readonly string[]): string[] {
  return rules.filter((rule) => names.includes(rule.name) && actsOnPurchases(rule)).map(({ name }) => name);
}

/** What a purchase comes to: its prices, and the points of every wallet. */
function resultOf(judged: Judged, purchase: PurchaseEvent, lists: readonly bigint[], before: Circumstances): unknown {
  const prices = pricesOf(judged, purchase.lines, before, lists, purchase.coupons);
  const paid = paidByLine(judged.program, purchase, prices);
  const layer = layerOf(judged.program, purchase, lists, paid);
  const points = earningWallets(judged.program).map((wallet) =>
    totalOf(pointsIn(judged, purchase, layer, wallet, before)),
  );
  const handed = handedFor(judged, purchase, layer, before);
  const delivery = deliveryOf(judged, purchase.delivery, purchase.lines, before, lists)?.price;
  return [prices.map(({ price }) => price), points, handed, mayBePaid(judged, before, prices, paid), delivery];
}

/** Points for every wallet; the answer names the lot that each got. */
function award(judged: Judged, book: Book, purchase: PurchaseEvent, layer: Layer, before: Circumstances): Earned[] {
  const earned: Earned[] = [];
  for (const wallet of earningWallets(judged.program)) {
    const points = pointsIn(judged, purchase, layer, wallet, before);
    const lot = earn(judged.program, book, wallet.name, totalOf(points), { lines: points });
    if (lot !== null) earned.push({ wallet: wallet.name, points: totalOf(points), lot });
  }
  return earned;
}

interface Earned {
  readonly wallet: string;
  readonly points: bigint;
  readonly lot: number;
}

function pointsIn(
  judged: Judged,
  purchase: PurchaseEvent,
  layer: Layer,
  wallet: EarningWallet,
  before: Circumstances,
): bigint[] {
  if (earnsNothing(judged, purchase)) return layer.lines.map(() => 0n);
  const earning = earningByLine(wallet, layer);
  const lines = layer.lines.map((line, index) => ({
    line,
    list: layer.lists[index] ?? 0n,
    earns: earning[index] ?? 0n,
    quantity: decimal(line.quantity),
  }));
  const spent = spentByLine(judged.program, layer);
  return pointsByLine(judged, wallet, lines, { ...before, paid: whole(totalOf(earning)), spent });
}

/** Where points that paid a part keep the rest from earning, nothing is handed out for it either. */
export function handedFor(judged: Judged, purchase: PurchaseEvent, layer: Layer, before: Circumstances): Handed[] {
  return earnsNothing(judged, purchase) ? [] : handedOut(judged, layer, before);
}

function layerOf(program: Program, purchase: PurchaseEvent, lists: readonly bigint[], paid: readonly bigint[]): Layer {
  return {
    lines: purchase.lines,
    lists,
    paid,
    vouchers: tendered(program, purchase, ['voucher']),
    storedValue: tendered(program, purchase, ['storedValue']),
    points: tendered(program, purchase, ['points']),
    tendered: purchase.tenders === undefined ? null : totalTendered(program, purchase),
  };
}

/** The first purchase of a local year on which a birthday is now makes that birthday stand for the year (decision 8). */
function fixBirthday(program: Program, account: Account, atMs: number, purchase: string): void {
  const date = localDate(program.zone, atMs);
  const stands = birthdayIn(account, date.year);
  if (someBirthdayIsNow(program, date, stands)) keepBirthday(account, date.year, purchase);
}

/** A birthday that has acted in a year stands for that year, as long as one of its purchases has not come back whole. */
export function keepBirthday(account: Account, year: number, purchase: string): void {
  const { birthday, birthdayThatActed } = account;
  if (birthdayThatActed?.year !== year) {
    if (birthday !== null) account.birthdayThatActed = { year, birthday, purchases: [purchase] };
  } else if (!birthdayThatActed.purchases.includes(purchase)) birthdayThatActed.purchases.push(purchase);
}

export function birthdayIn(account: Account, year: number): string | null {
  return account.birthdayThatActed?.year === year ? account.birthdayThatActed.birthday : account.birthday;
}
