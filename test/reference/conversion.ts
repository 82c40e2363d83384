import { STORED_VALUE, walletOf } from './account.ts';
import { floor, minorUnits, rounded } from './fraction.ts';
import { amountOf, type Judged } from './judged.ts';
import { type Book, balanceOf, credit, debit } from './ledger.ts';

/** As many full conversions as the balance has, after every event and whenever points become available: the points go first, then the value comes (decision 9). */
export function convert(judged: Judged, book: Book): void {
  const { program } = judged;
  for (const { name, conversion } of program.wallets) {
    if (conversion === null || (conversion.unlessKept && book.account.keepsPoints)) continue;
    const each = floor(amountOf(judged, conversion.each));
    const gives = rounded(minorUnits(amountOf(judged, conversion.gives), program.currency.minorDigits), 'halfUp');
    const balance = balanceOf(walletOf(book.account, name));
    const times = balance > 0n ? balance / each : 0n;
    debit(book, name, times * each, 'converted');
    credit(book, STORED_VALUE, times * gives);
  }
}
