import { type Civil, DAY_MS, instantAt, type ZoneClock, zoneClock } from '../calendar.ts';
import { KIND_RANK } from '../event.ts';
import { digestOf, type Happening, type PurchaseHappening, type PurchaseLine } from '../happening.ts';
import type { Program } from '../program.ts';
import { compareMarks } from '../state.ts';
import type { Joins, Mapping } from './mapping.ts';
import { type BadRow, type Row, Rows } from './rows.ts';

/** What happened to one account, in its order (M5). */
export interface History {
  readonly account: string;
  readonly happenings: readonly Happening[];
}

/** What happened to a population. */
export interface Histories {
  readonly accounts: readonly History[];
  /** The latest instant of all, epoch milliseconds; null: nothing happened. */
  readonly untilMs: number | null;
  /** How many rows the mapping left out. */
  readonly leftOut: number;
}

/** Takes the rows of a file, one by one, and makes histories of them. */
export interface Gathering {
  /** Takes the cells of a row; what is wrong with it comes back, and the row is not taken. */
  add(cells: readonly string[], row: number): BadRow | null;
  finish(): Histories;
}

/**
 * Begins with the header of a file. Rows are grouped by account; the row number orders what happened at one instant.
 */
export function gather(
  mapping: Mapping,
  program: Program,
  header: readonly string[],
): { readonly ok: true; readonly value: Gathering } | { readonly ok: false; readonly reason: string } {
  const { code } = program.currency;
  const currency = mapping.currency ?? code;
  if (currency !== code && !mapping.atPar) {
    const reason = `the file is in ${currency}, the program in ${code}: say "read at par: yes" to read one as the other`;
    return { ok: false, reason };
  }
  const names = header.map((name) => name.trim());
  const wanted = [...Object.values(mapping.columns), ...mapping.leaveOut.map(({ column }) => column)];
  const missing = wanted.find((name) => !names.includes(name));
  if (missing !== undefined) {
    return { ok: false, reason: `the file has no column "${missing}"; it has ${names.join(', ')}` };
  }
  const clock = zoneClock(program.zone);
  return { ok: true, value: gathering(mapping, clock, new Rows(mapping, program, clock, names)) };
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
  /** By the file's own name, where rows are lines of purchases. */
  readonly named: Map<string, Draft> | null;
  birthday: Civil | null;
}

function gathering(mapping: Mapping, clock: ZoneClock, rows: Rows): Gathering {
  const accounts = new Map<string, Account>();
  const named = mapping.columns.purchase !== undefined;
  let leftOut = 0;

  function take(row: Row): void {
    let account = accounts.get(row.account);
    if (account === undefined) {
      account = { purchases: [], named: named ? new Map() : null, birthday: null };
      accounts.set(row.account, account);
    }
    account.birthday ??= row.birthday;
    const open = account.named?.get(row.purchase);
    if (open !== undefined) {
      open.lines.push(row.line);
      if (row.paid !== null) open.paid.push(row.paid);
      return;
    }
    const purchase = draftOf(row, named);
    account.named?.set(row.purchase, purchase);
    account.purchases.push(purchase);
  }

  return {
    add(cells, number) {
      if (rows.isLeftOut(cells)) {
        leftOut += 1;
        return null;
      }
      const row = rows.read(cells, number);
      if ('reason' in row) return row;
      take(row);
      return null;
    },
    finish() {
      let untilMs: number | null = null;
      const histories = [...accounts].map(([name, account]): History => {
        const happenings: Happening[] = account.purchases.sort(compareMarks).map(purchaseOf);
        const [first, last] = [happenings[0], happenings.at(-1)];
        if (last !== undefined && (untilMs === null || last.atMs > untilMs)) untilMs = last.atMs;
        if (first === undefined || mapping.joins.kind === 'never') return { account: name, happenings };
        return { account: name, happenings: [joining(first, account.birthday, mapping.joins, clock), ...happenings] };
      });
      return { accounts: histories, untilMs, leftOut };
    },
  };
}

function draftOf({ account, purchase, number, atMs, line, paid }: Row, named: boolean): Draft {
  return {
    id: named ? purchase : `row ${number}`,
    account,
    atMs,
    sequence: number,
    rank: KIND_RANK.purchase,
    lines: [line],
    paid: paid === null ? [] : [paid],
  };
}

/** Every field by its name: a million objects made by spreading would be slow to make, and slow to read. */
function purchaseOf({ id, account, atMs, sequence, rank, lines, paid }: Draft): PurchaseHappening {
  const lists = lines.map((line) => line.list);
  return {
    kind: 'purchase',
    id,
    account,
    atMs,
    sequence,
    rank,
    lines,
    lists,
    listTotal: sum(lists),
    paidLines: paid.length === lines.length ? paid : null,
    paidTotal: sum(paid),
    cardShown: true,
    asks: [],
    tendered: null,
    vouchers: 0,
    storedValue: 0,
    points: 0,
    digest: digestOf(lines, sum(paid), null),
  };
}

function sum(amounts: readonly number[]): number {
  let total = 0;
  for (const amount of amounts) total += amount;
  return total;
}

function joining(
  first: Happening,
  birthday: Civil | null,
  joins: Extract<Joins, { kind: 'before' }>,
  clock: ZoneClock,
): Happening {
  return {
    kind: 'join',
    id: 'join',
    account: first.account,
    atMs: earlier(first.atMs, joins, clock),
    sequence: 0,
    rank: KIND_RANK.join,
    birthday,
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
