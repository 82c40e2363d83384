import { type Account, type Wallet, walletOf } from './account.ts';

/** One movement of one wallet, as the reference tells it; `lines` are the points of each line of a purchase. */
export interface Entry {
  readonly number: number;
  readonly atMs: number;
  readonly event: string;
  readonly wallet: string;
  readonly from: string;
  readonly to: string;
  readonly amount: number;
  readonly lots: readonly { readonly lot: number; readonly amount: number }[];
  readonly lines: readonly number[] | null;
}

/** Where entries are written: the account, the event and its instant, and the event's entries so far. */
export interface Book {
  readonly account: Account;
  readonly event: string;
  readonly atMs: number;
  readonly entries: Entry[];
}

/** What can be spent: nothing is pending, owed or about to expire in the programs compared. */
export function balanceOf(wallet: Wallet): bigint {
  return wallet.lots.reduce((total, lot) => total + lot.left, 0n);
}

/** Issues an amount as a new lot, named by the number of its entry (decision 10). Nothing is issued for an amount of zero. */
export function credit(book: Book, name: string, amount: bigint, lines: readonly bigint[] | null): void {
  if (amount === 0n) return;
  const wallet = walletOf(book.account, name);
  const entry = book.account.entries + 1;
  wallet.lots.push({ entry, earnedAtMs: book.atMs, left: amount });
  write(book, wallet, 'issued', 'available', amount, [{ lot: entry, amount: Number(amount) }], lines);
}

/** Takes an amount out of the lots, oldest first, and names what each gave. The caller has seen that there is enough. */
export function debit(book: Book, name: string, amount: bigint, to: string): void {
  if (amount === 0n) return;
  const wallet = walletOf(book.account, name);
  const used: { lot: number; amount: number }[] = [];
  let missing = amount;
  for (const lot of wallet.lots) {
    let taken = missing;
    if (lot.left < missing) taken = lot.left;
    if (taken > 0n) used.push({ lot: lot.entry, amount: Number(taken) });
    lot.left -= taken;
    missing -= taken;
  }
  if (missing !== 0n) throw new RangeError(`${name} is short of ${missing}`);
  wallet.lots = wallet.lots.filter((lot) => lot.left > 0n);
  write(book, wallet, 'available', to, amount, used, null);
}

/** Every entry moves its amount from one named account to another, so that they always sum to zero (M3). */
function write(
  book: Book,
  wallet: Wallet,
  from: string,
  to: string,
  amount: bigint,
  lots: Entry['lots'],
  lines: readonly bigint[] | null,
): void {
  book.account.entries += 1;
  const number = book.account.entries;
  wallet.totals[from] = (wallet.totals[from] ?? 0n) - amount;
  wallet.totals[to] = (wallet.totals[to] ?? 0n) + amount;
  const { atMs, event } = book;
  const lineNumbers = lines === null ? null : lines.map(Number);
  book.entries.push({
    number,
    atMs,
    event,
    wallet: wallet.name,
    from,
    to,
    amount: Number(amount),
    lots,
    lines: lineNumbers,
  });
}
