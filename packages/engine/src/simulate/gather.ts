import { type Civil, DAY_MS, instantAt, type ZoneClock, zoneClock } from '../calendar.ts';
import { KIND_RANK } from '../event.ts';
import type { PurchaseLine } from '../happening.ts';
import type { Program } from '../program.ts';
import { compareMarks } from '../state.ts';
import { type Histories, type HistoriesWriter, historiesWriter, type OtherHappening } from './histories.ts';
import { columnsNamed, type Joins, type Mapping } from './mapping.ts';
import { type BroughtBack, matchReturns, unmatchedTally } from './matching.ts';
import { type BadRow, type Row, Rows } from './rows.ts';

/** Takes the rows of a file, one by one, and makes histories of them. */
export interface Gathering {
  /** Takes the cells of a row; what is wrong with it comes back, and the row is not taken. */
  add(cells: readonly string[], row: number): BadRow | null;
  finish(): Histories;
}

/**
 * Begins with the header of a file. Rows are grouped by account; the row number orders what happened at one instant.
 * @param zone the clock changes of the mapping's time zone, where it names one that is not the program's
 */
export function gather(
  mapping: Mapping,
  program: Program,
  header: readonly string[],
  zone: Program['zone'] = program.zone,
): { readonly ok: true; readonly value: Gathering } | { readonly ok: false; readonly reason: string } {
  const { code } = program.currency;
  const currency = mapping.currency ?? code;
  if (currency !== code && !mapping.atPar) {
    const reason = `the file is in ${currency}, the program in ${code}: say "read at par: yes" to read one as the other`;
    return { ok: false, reason };
  }
  if (zone.id !== (mapping.timeZone ?? program.zone.id)) {
    return { ok: false, reason: `the file's time zone is ${mapping.timeZone}, and the clock of ${zone.id} was given` };
  }
  const names = header.map((name) => name.trim());
  const missing = columnsNamed(mapping).find((name) => !names.includes(name));
  if (missing !== undefined) {
    return { ok: false, reason: `the file has no column "${missing}"; it has ${names.join(', ')}` };
  }
  const clock = zoneClock(zone);
  return { ok: true, value: gathering(mapping, clock, new Rows(mapping, program, clock, zone.id, names)) };
}

/** A purchase while its lines come together. */
interface Draft {
  readonly id: string;
  readonly account: string;
  readonly atMs: number;
  /** The number of its first row. */
  readonly sequence: number;
  readonly rank: number;
  readonly lines: PurchaseLine[];
  /** What was paid for each line; empty where the file does not say. */
  readonly paid: number[];
}
interface Account {
  readonly purchases: Draft[];
  readonly returns: BroughtBack[];
  /** By the file's own name, where rows are lines of purchases. */
  readonly named: Map<string, Draft>;
  birthday: Civil | null;
}

function gathering(mapping: Mapping, clock: ZoneClock, rows: Rows): Gathering {
  const accounts = new Map<string, Account>();
  const passedOver = { leftOut: 0, withoutAccount: 0, notGoods: 0 };

  function accountOf(name: string): Account {
    const known = accounts.get(name);
    if (known !== undefined) return known;
    const account: Account = { purchases: [], returns: [], named: new Map(), birthday: null };
    accounts.set(name, account);
    return account;
  }

  return {
    add(cells, number) {
      const kind = rows.kindOf(cells);
      if (kind === 'leftOut' || kind === 'withoutAccount') {
        passedOver[kind] += 1;
        return null;
      }
      if (kind === 'notGoods') {
        const name = rows.readAccount(cells, number);
        if (typeof name !== 'string') return name;
        passedOver.notGoods += 1;
        accountOf(name);
        return null;
      }
      const row = rows.read(cells, number, kind === 'returned');
      if ('reason' in row) return row;
      if (kind === 'returned') bringBack(accountOf(row.account), row);
      else buy(accountOf(row.account), row);
      return null;
    },
    finish() {
      const histories = historiesWriter();
      const unmatched = unmatchedTally();
      for (const [name, { purchases, returns, birthday }] of accounts) {
        histories.account(name);
        purchases.sort(compareMarks);
        const [first] = purchases;
        if (first !== undefined && mapping.joins.kind !== 'never') {
          histories.other(joining(first, birthday, mapping.joins, clock));
        }
        for (const purchase of purchases) write(purchase, histories);
        if (returns.length === 0) continue;
        for (const matched of matchReturns(purchases, returns, unmatched)) histories.cameBack(matched);
      }
      return histories.finish({ ...passedOver, unmatched });
    },
  };
}

function buy(account: Account, row: Row): void {
  account.birthday ??= row.birthday;
  const open = row.purchase === null ? undefined : account.named.get(row.purchase);
  if (open !== undefined) {
    open.lines.push(row.line);
    if (row.paid !== null) open.paid.push(row.paid);
    return;
  }
  const purchase = draftOf(row);
  if (row.purchase !== null) account.named.set(row.purchase, purchase);
  account.purchases.push(purchase);
}

function bringBack(account: Account, { number, atMs, line, paid, birthday }: Row): void {
  account.birthday ??= birthday;
  const { item, quantity, list } = line;
  account.returns.push({ row: number, atMs, item, quantity, value: paid ?? list });
}

function draftOf({ account, purchase, number, atMs, line, paid }: Row): Draft {
  return {
    id: purchase ?? `row ${number}`,
    account,
    atMs,
    sequence: number,
    rank: KIND_RANK.purchase,
    lines: [line],
    paid: paid === null ? [] : [paid],
  };
}

function write({ id, atMs, sequence, lines, paid }: Draft, histories: HistoriesWriter): void {
  histories.purchase(id, atMs, sequence, null);
  for (const [i, line] of lines.entries()) histories.line(line, line.list, paid[i] ?? null, line.quantity);
}

function joining(
  first: Draft,
  birthday: Civil | null,
  joins: Extract<Joins, { kind: 'before' }>,
  clock: ZoneClock,
): OtherHappening {
  return {
    kind: 'join',
    id: 'join',
    account: first.account,
    atMs: earlier(first.atMs, joins, clock),
    sequence: 0,
    rank: KIND_RANK.join,
    birthday,
    store: undefined,
    keepsPoints: undefined,
    facts: [],
    purchase: null,
    // Each account of the file is a person of its own.
    identity: first.account,
    referrer: null,
  };
}

/** Days back are local days at the same wall time; where the clocks jump over it, they are 24 hours each. */
function earlier(ms: number, { count, unit }: Extract<Joins, { kind: 'before' }>, clock: ZoneClock): number {
  if (unit === 'minute') return ms - count * 60_000;
  if (unit === 'hour') return ms - count * 3_600_000;
  const day = clock.dayAt(ms);
  const timeMs = ms + clock.offsetMsAt(ms) - day * DAY_MS;
  return instantAt(clock, day - count, timeMs) ?? ms - count * DAY_MS;
}
