import type { Program } from '@laurel/engine';
import { type Receipt, walletOf } from './account.ts';
import type { Circumstances } from './conditions.ts';
import { dividedBy, floor, minorUnits, rounded, times, whole, ZERO } from './fraction.ts';
import type { PurchaseLine } from './goods.ts';
import { amountOf, type Judged } from './judged.ts';
import { isThere, partBack, type Shares } from './kept.ts';
import { availableIn, type Book, credit, debit, takeBackFrom, takePending } from './ledger.ts';
import { neededRules } from './limits.ts';
import { localMinute, readInstant } from './local-time.ts';
import { earningByLine } from './payment.ts';
import { type EarningLine, pointsByLine } from './points.ts';
import { priceOf } from './prices.ts';
import { totalOf } from './sharing.ts';

type Wallet = Program['wallets'][number];

/**
 * Takes back what the goods that came back had earned, wallet by wallet, or gives back what an earlier return took too
 * much (R1, decision 17). `money` is what the refund has of it; the answer is how much of that is deducted (R3).
 */
export function takePointsBack(judged: Judged, book: Book, receipt: Receipt, money: bigint): bigint {
  const { takeBack } = judged.program.returns;
  if (takeBack === 'nothing' || !receipt.acted) return 0n;
  let deducted = 0n;
  for (const wallet of judged.program.wallets) {
    const { name } = wallet;
    const nothingBack = receipt.returned.map(() => ZERO);
    const earned = pointsOfKept(judged, receipt, wallet, nothingBack);
    const kept = pointsOfKept(judged, receipt, wallet, receipt.returned);
    // Expired points are not taken again (R1).
    const inAll = greater(0n, earned - (receipt.expired[name] ?? 0n) - kept);
    const change = inAll - (receipt.takenBack[name] ?? 0n);
    receipt.takenBack[name] = inAll;
    if (change < 0n) credit(book, name, -change, { inAll }, 'takenBack');
    if (change <= 0n) continue;

    const ownLot = receipt.ownLots[name];
    const own = ownLot === undefined ? [] : [ownLot];
    const left = change - takePending(book, name, change, own, inAll);
    const there = lesser(left, availableIn(walletOf(book.account, name)));
    debit(book, name, there, 'takenBack', { inAll }, own);
    deducted += makeUpFor(judged, book, name, left - there, inAll, money - deducted);
  }
  return deducted;
}

/**
 * The rules with limits that still give something for what is kept: the price of a line that is still there, or points; where
 * points stay with the member, all that were given (M11).
 */
export function stillHeld(judged: Judged, receipt: Receipt, back: Shares): string[] {
  const { program } = judged;
  const { original, lists } = receipt;
  const left = program.returns.takeBack === 'nothing' ? back.map(() => ZERO) : back;
  return neededRules(receipt.granted, (granted) => {
    const under: Receipt = { ...receipt, granted };
    const now = circumstances(program.zone, under, original.lines, lists, lists);
    const prices = original.lines.flatMap((line, index) =>
      isThere(back, index) ? [priceOf(judged, line, now).price] : [],
    );
    return [prices, program.wallets.map((wallet) => pointsOfKept(judged, under, wallet, left))];
  });
}

/** A purchase under its receipt (R1). */
function circumstances(
  zone: Program['zone'],
  { date, birthday, original, granted }: Receipt,
  lines: readonly PurchaseLine[],
  lists: readonly bigint[],
  earns: readonly bigint[],
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
  };
}

/** A(K): what the kept units earn under the receipt at the amounts really paid (R1, decision 16). */
function pointsOfKept(judged: Judged, receipt: Receipt, wallet: Wallet, back: Shares): bigint {
  const { program } = judged;
  const { original, lists, paid } = receipt;
  const earning = earningByLine(program, original, wallet, paid);
  const lines: EarningLine[] = [];
  for (const [index, line] of original.lines.entries()) {
    if (!isThere(back, index)) continue;
    const list = lists[index] ?? 0n;
    const earns = earning[index] ?? 0n;
    lines.push({
      line,
      list: list - partBack(back, index, list),
      earns: earns - partBack(back, index, earns),
    });
  }
  const now = circumstances(
    program.zone,
    receipt,
    lines.map(({ line }) => line),
    lines.map(({ list }) => list),
    lines.map(({ earns }) => earns),
  );
  return totalOf(pointsByLine(judged, wallet, lines, now));
}

/** Points already gone are owed, forgiven, or deducted from the refund (R3); the answer is the money deducted. */
function makeUpFor(
  judged: Judged,
  book: Book,
  name: string,
  missing: bigint,
  inAll: bigint,
  moneyLeft: bigint,
): bigint {
  const { shortage } = judged.program.returns;
  switch (shortage.kind) {
    case 'negative':
      takeBackFrom(book, name, 'owed', missing, inAll);
      return 0n;
    case 'forgive':
      takeBackFrom(book, name, 'forgiven', missing, inAll);
      return 0n;
    case 'deduct': {
      // Decision 19: both ways round at the rate that the file states, never more than there is.
      const money = minorUnits(amountOf(judged, shortage.money), judged.program.currency.minorDigits);
      const pointWorth = dividedBy(money, amountOf(judged, shortage.per));
      const deducted = lesser(rounded(times(whole(missing), pointWorth), 'halfUp'), moneyLeft);
      const paidFor = lesser(floor(dividedBy(whole(deducted), pointWorth)), missing);
      takeBackFrom(book, name, 'reinstated', paidFor, inAll);
      takeBackFrom(book, name, 'owed', missing - paidFor, inAll);
      return deducted;
    }
  }
}

function greater(a: bigint, b: bigint): bigint {
  return a > b ? a : b;
}

function lesser(a: bigint, b: bigint): bigint {
  return a < b ? a : b;
}
