import type { Program } from '@laurel/engine';
import type { CivilDate } from './civil-date.ts';

export type Status = 'none' | 'pending' | 'active' | 'ended';
export const STORED_VALUE = 'stored value';

/** Points earned together; amounts in the wallet's smallest unit. */
interface Lot {
  readonly entry: number;
  readonly earnedAtMs: number;
  left: bigint;
}

export interface Wallet {
  readonly name: string;
  /** What each named account of the ledger holds; an account that was never moved is absent. */
  readonly totals: Record<string, bigint>;
  /** In spending order: nothing expires yet, so the oldest lot goes first (M4). */
  lots: Lot[];
}

/** An event's place in its account's log (M5). */
export interface Place {
  readonly atMs: number;
  readonly rank: number;
  readonly sequence: number;
  readonly id: string;
}

export interface Account {
  readonly name: string;
  place: Place;
  status: Status;
  joinedAtMs: number | null;
  activeFromMs: number | null;
  birthday: string | null;
  /** The birthday that acted in a local year; it stands for that year whatever is edited (T3). */
  birthdayThatActed: { readonly year: number; readonly birthday: string } | null;
  readonly wallets: Wallet[];
  /** Purchases that can still be returned, each with the last local date for it. */
  receipts: { readonly purchase: string; readonly lastDate: CivilDate }[];
  entries: number;
}

export function openAccount(program: Program, name: string, atMs: number): Account {
  return {
    name,
    place: { atMs, rank: -1, sequence: 0, id: '' },
    status: 'none',
    joinedAtMs: null,
    activeFromMs: null,
    birthday: null,
    birthdayThatActed: null,
    wallets: [STORED_VALUE, ...program.wallets.map((wallet) => wallet.name)].map((wallet) => ({
      name: wallet,
      totals: {},
      lots: [],
    })),
    receipts: [],
    entries: 0,
  };
}

export function walletOf(account: Account, name: string): Wallet {
  const wallet = account.wallets.find((each) => each.name === name);
  if (wallet === undefined) throw new RangeError(`no wallet ${name}`);
  return wallet;
}
