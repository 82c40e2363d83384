import type { Program } from '@laurel/engine';
import { type Moved, type Receipt, STORED_VALUE, walletOf } from './account.ts';
import type { Circumstances } from './conditions.ts';
import {
  decimal,
  dividedBy,
  type Fraction,
  floor,
  minorUnits,
  minus,
  ONE,
  plus,
  rounded,
  times,
  whole,
  ZERO,
} from './fraction.ts';
import type { GoodsLine } from './goods.ts';
import { amountOf, type Judged } from './judged.ts';
import { goneOf, isThere, partBack, type Shares } from './kept.ts';
import { availableIn, type Book, debit, earn, takeBackFrom, takePending } from './ledger.ts';
import { neededRules } from './limits.ts';
import { localMinute, readInstant } from './local-time.ts';
import { spentByLine } from './past.ts';
import { earningByLine } from './payment.ts';
import { type EarningLine, pointsByLine } from './points.ts';
import { deliveryOf, pricesOf } from './prices.ts';
import { handedFor } from './purchase.ts';
import { totalOf } from './sharing.ts';
import { earnsNothing } from './spending.ts';
import { reachedNow, reviewReturn } from './tiers.ts';

import { type EarningWallet, earningWallets, givenIn } from './wallets.ts';

/** How the points of a purchase stand before something comes back, wallet by wallet. */
export function movedBefore(judged: Judged, receipt: Receipt): Record<string, Moved> {
  const nothing = receipt.returned.map(() => ZERO);
  return Object.fromEntries(
    earningWallets(judged.program).map((wallet) => {
      const held = pointsOfKept(judged, receipt, wallet, nothing);
      return [wallet.name, receipt.moved[wallet.name] ?? { ...NOTHING, held }];
    }),
  );
}

const NOTHING: Moved = {
  held: 0n,
  taken: 0n,
  forgiven: 0n,
  reinstated: 0n,
  owed: 0n,
  deducted: 0n,
  expired: 0n,
};

/**
 * Brings every wallet to what the member is to have of the purchase's points (R1, R7, decision 17). `money` is what the
 * refund has of it; the answer is how much of that is deducted (R3).
 */
export function movePoints(
  judged: Judged,
  book: Book,
  receipt: Receipt,
  before: Readonly<Record<string, Moved>>,
  money: bigint,
  isExchange: boolean,
): bigint {
  let deducted = 0n;
  for (const wallet of earningWallets(judged.program)) {
    const was = before[wallet.name] ?? NOTHING;
    const kept = pointsOfKept(judged, receipt, wallet, goneOf(receipt));
    const all = pointsOfKept(judged, receipt, wallet, receipt.exchanged);
    let held = lesser(kept, all);
    if (judged.program.returns.takeBack === 'nothing') held = isExchange ? greater(was.held, kept) : was.held;
    const now = moveTo(judged, book, receipt, wallet.name, was, held, money - deducted);
    receipt.moved[wallet.name] = now;
    deducted += now.deducted - was.deducted;
  }
  return deducted;
}

/**
 * The rules with limits that still give something for what is kept: the price of a line that is still there, or points; where
 * points stay with the member, all that were given (M11).
 */
export function stillHeld(judged: Judged, receipt: Receipt): string[] {
  const { program } = judged;
  const gone = goneOf(receipt);
  const left = program.returns.takeBack === 'nothing' ? receipt.exchanged : gone;
  // Prices are looked at in the basket of all that was not exchanged.
  const basket = keptGoods(receipt, receipt.exchanged);
  const lists = basket.map(({ list }) => list);
  return neededRules(receipt.granted, (granted) => {
    const under: Receipt = { ...receipt, granted };
    const now = circumstances(
      program.zone,
      under,
      basket.map(({ line }) => line),
      lists,
      lists,
      [],
    );
    const all = pricesOf(
      judged,
      basket.map(({ line }) => line),
      now,
      lists,
    );
    const prices = basket.flatMap(({ index }, place) => (isThere(gone, index) ? [all[place]?.price] : []));
    const points = earningWallets(program).map((wallet) => pointsOfKept(judged, under, wallet, left));
    return [prices, points, handedThen(judged, under), deliveredThen(judged, under)];
  });
}

/** What was handed out for the purchase itself: it stands, whatever came back or was exchanged. */
function handedThen(judged: Judged, receipt: Receipt): unknown {
  const { layers, original } = receipt;
  const [layer] = layers;
  if (layer === undefined || !receipt.acted) return [];
  const now = circumstances(judged.program.zone, receipt, layer.lines, layer.lists, layer.paid, []);
  return handedFor(judged, original, layer, now);
}

/** What delivery of the purchase itself cost: that stands too. */
function deliveredThen(judged: Judged, receipt: Receipt): unknown {
  const { layers, original } = receipt;
  const [layer] = layers;
  if (layer === undefined || !receipt.acted) return [];
  const { lines, lists } = layer;
  const now = circumstances(judged.program.zone, receipt, lines, lists, lists, []);
  return deliveryOf(judged, original.delivery, lines, now, lists);
}

/** The lines that are there, by their places, with their list prices less what is gone. */
export function keptGoods({ layers }: Receipt, gone: Shares): { line: GoodsLine; list: bigint; index: number }[] {
  const all = layers.flatMap(({ lines, lists }) => lines.map((line, index) => ({ line, list: lists[index] ?? 0n })));
  return all.flatMap(({ line, list }, index) =>
    isThere(gone, index)
      ? [{ line: lessBack(line, gone[index] ?? ZERO), list: list - partBack(gone, index, list), index }]
      : [],
  );
}

/** A line with what is left of its quantity. */
function lessBack(line: GoodsLine, gone: Fraction): GoodsLine {
  const left = times(decimal(line.quantity), minus(ONE, gone));
  let digits = 0;
  while ((left.over * 10n ** BigInt(digits)) % left.under !== 0n) digits += 1;
  const all = String((left.over * 10n ** BigInt(digits)) / left.under).padStart(digits + 1, '0');
  return { ...line, quantity: digits === 0 ? all : `${all.slice(0, -digits)}.${all.slice(-digits)}` };
}

/** The lines that are there, and by line what of their payment counts as spend. */
export function keptSpend(
  program: Program,
  { layers }: Receipt,
  gone: Shares,
): { lines: GoodsLine[]; spent: bigint[] } {
  const all = layers.flatMap((layer) => {
    const spent = spentByLine(program, layer);
    return layer.lines.map((line, index) => ({ line, spent: spent[index] ?? 0n }));
  });
  const there = all.flatMap(({ line, spent }, index) =>
    isThere(gone, index) ? [{ line, spent: spent - partBack(gone, index, spent) }] : [],
  );
  return { lines: there.map(({ line }) => line), spent: there.map(({ spent }) => spent) };
}

/** What came back and what went out instead count as they stand, in the purchase's own period (R2). */
export function recount(judged: Judged, book: Book, receipt: Receipt): void {
  const { program } = judged;
  const reached = reachedNow(judged, book.account, book.atMs);
  const { lines, spent } = keptSpend(program, receipt, goneOf(receipt));
  const points = Object.fromEntries(Object.entries(receipt.moved).map(([wallet, { held }]) => [wallet, held]));
  book.account.happened.forEach((each, place) => {
    if (each.kind !== 'purchase' || each.id !== receipt.purchase) return;
    book.account.happened[place] = { ...each, lines, spent, points, cameBackWhole: lines.length === 0 };
  });
  reviewReturn(judged, book.account, reached, readInstant(receipt.original.at), book.atMs);
}

/** Goods under a receipt, at its moment (R1). */
export function circumstances(
  zone: Program['zone'],
  { date, birthday, original, granted, past }: Receipt,
  lines: readonly GoodsLine[],
  lists: readonly bigint[],
  earns: readonly bigint[],
  spent: readonly bigint[],
): Circumstances {
  return {
    date,
    minute: localMinute(zone, readInstant(original.at)),
    birthday,
    lines,
    listPrice: whole(totalOf(lists)),
    paid: whole(totalOf(earns)),
    asks: original.asks ?? [],
    granted,
    spent,
    past,
  };
}

/** Takes what an amount earns at the base rates, of goods without a receipt; the answer is the money deducted. */
export function takeBase(judged: Judged, book: Book, amount: bigint): bigint {
  const { program } = judged;
  let deducted = 0n;
  for (const { name, rounding } of earningWallets(program)) {
    const rules = program.rules.filter(
      ({ when, limits, trigger }) => when === null && limits.length === 0 && trigger.kind === 'purchase',
    );
    let exact = ZERO;
    for (const effect of rules.flatMap(({ effects }) => effects)) {
      if (effect.kind !== 'earnRate' || effect.wallet !== name) continue;
      if (effect.goods !== null || effect.measure.of === 'quantity') continue;
      const per = minorUnits(amountOf(judged, effect.per), program.currency.minorDigits);
      const many = dividedBy(whole(amount), per);
      exact = plus(exact, times(givenIn(judged, name, effect.points), effect.full ? whole(floor(many)) : many));
    }
    const inAll = rounded(exact, rounding);
    const there = lesser(inAll, availableIn(walletOf(book.account, name)));
    debit(book, name, there, 'takenBack', { inAll });
    const { madeUp, owing } = madeUpFor(judged, name, inAll - there, amount - deducted);
    takeBackFrom(book, name, 'forgiven', madeUp.forgiven, inAll);
    takeBackFrom(book, name, 'reinstated', madeUp.reinstated, inAll);
    takeBackFrom(book, name, 'owed', madeUp.owed + owing, inAll);
    deducted += madeUp.deducted;
  }
  return deducted;
}

/** One wallet: what is too much is taken, what is missing is made up for; what is too little is given back the other way round. */
function moveTo(
  judged: Judged,
  book: Book,
  receipt: Receipt,
  name: string,
  was: Moved,
  held: bigint,
  money: bigint,
): Moved {
  const wallet = walletOf(book.account, name);
  const own = receipt.ownLots[name] ?? [];
  const stillOwed = lesser(was.owed, -(wallet.totals.owed ?? 0n));
  let missing = was.forgiven + was.reinstated + stillOwed;
  let taken = was.taken + was.owed - stillOwed;
  let expired = was.expired;
  let [due, back, issued] = [0n, 0n, 0n];
  if (held < was.held) {
    // Expired points are not taken again (R1).
    const covered = lesser(was.held - held, greater(0n, (receipt.expired[name] ?? 0n) - expired));
    expired += covered;
    due = was.held - held - covered;
  } else {
    let more = held - was.held;
    const undone = lesser(more, missing);
    missing -= undone;
    more -= undone;
    back = lesser(more, taken);
    taken -= back;
    more -= back;
    const uncovered = lesser(more, expired);
    expired -= uncovered;
    issued = more - uncovered;
  }
  const inAll = taken + missing + due;
  let left = due - takePending(book, name, due, own, inAll);
  const there = lesser(left, availableIn(wallet));
  debit(book, name, there, 'takenBack', { inAll }, own);
  left -= there;
  const { madeUp, owing } = madeUpFor(judged, name, missing + left, was.deducted + money);
  takeBackFrom(book, name, 'forgiven', madeUp.forgiven - was.forgiven, inAll);
  takeBackFrom(book, name, 'reinstated', madeUp.reinstated - was.reinstated, inAll);
  takeBackFrom(book, name, 'owed', madeUp.owed - stillOwed + owing, inAll);
  // What comes to the member waits no longer than the points of the purchase did (decisions 34 and 42).
  const boughtAtMs = readInstant(receipt.original.at);
  const lots = [earn(judged.program, book, name, back, { inAll }, boughtAtMs, 'takenBack')];
  lots.push(earn(judged.program, book, name, issued, { held }, boughtAtMs));
  receipt.ownLots[name] = [...own, ...lots.filter((lot) => lot !== null)];
  return { held, taken: taken + due - left + owing, expired, ...madeUp };
}

/** Points already gone are owed, forgiven, or deducted from refunds, which have so much money in all (R3, decision 19). */
function madeUpFor(judged: Judged, wallet: string, missing: bigint, moneyInAll: bigint) {
  const { shortage } = judged.program.returns;
  const nothing = { forgiven: 0n, reinstated: 0n, owed: 0n, deducted: 0n };
  switch (shortage.kind) {
    case 'negative':
      return { madeUp: nothing, owing: missing };
    case 'forgive':
      return { madeUp: { ...nothing, forgiven: missing }, owing: 0n };
    case 'deduct': {
      const money = minorUnits(amountOf(judged, shortage.money), judged.program.currency.minorDigits);
      // Stored value is worth what it is.
      const pointWorth = wallet === STORED_VALUE ? ONE : dividedBy(money, amountOf(judged, shortage.per));
      const reinstated = lesser(floor(dividedBy(whole(moneyInAll), pointWorth)), missing);
      const deducted = rounded(times(whole(reinstated), pointWorth), 'halfUp');
      return { madeUp: { ...nothing, reinstated, owed: missing - reinstated, deducted }, owing: 0n };
    }
  }
}

/** A(K): what the kept units earn under the receipt at the amounts really paid (R1, decision 16). */
function pointsOfKept(judged: Judged, receipt: Receipt, wallet: EarningWallet, gone: Shares): bigint {
  if (!receipt.acted || earnsNothing(judged, receipt.original)) return 0n;
  const lines: EarningLine[] = [];
  let index = 0;
  for (const layer of receipt.layers) {
    const earning = earningByLine(wallet, layer);
    for (const [inLayer, line] of layer.lines.entries()) {
      const list = layer.lists[inLayer] ?? 0n;
      const earns = earning[inLayer] ?? 0n;
      if (isThere(gone, index)) {
        lines.push({
          line,
          list: list - partBack(gone, index, list),
          earns: earns - partBack(gone, index, earns),
          quantity: times(decimal(line.quantity), minus(ONE, gone[index] ?? ZERO)),
        });
      }
      index += 1;
    }
  }
  if (lines.length === 0) return 0n;
  const now = circumstances(
    judged.program.zone,
    receipt,
    lines.map(({ line }) => line),
    lines.map(({ list }) => list),
    lines.map(({ earns }) => earns),
    keptSpend(judged.program, receipt, gone).spent,
  );
  return totalOf(pointsByLine(judged, wallet, lines, now));
}

function greater(a: bigint, b: bigint): bigint {
  return a > b ? a : b;
}

export function lesser(a: bigint, b: bigint): bigint {
  return a < b ? a : b;
}
