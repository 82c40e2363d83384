import { showInstant, type ZoneClock } from '../calendar.ts';
import type { LedgerAccount } from '../ledger.ts';
import { fromMinor } from '../number.ts';
import { STORED_VALUE } from '../program.ts';
import type { About } from './words.ts';

/** Figures before they get a language. Intl is never asked, so that every machine writes the same text. */

/** An exact fraction. It is only shown, never counted on, so it may be slow and as large as it likes. */
export interface Exact {
  readonly num: bigint;
  readonly den: bigint;
}

/** The fraction that a plain decimal states. */
export function exact(decimal: string): Exact {
  const [whole = '0', fraction = ''] = decimal.split('.');
  return { num: BigInt(whole + fraction), den: 10n ** BigInt(fraction.length) };
}

export function plus(a: Exact, b: Exact): Exact {
  return { num: a.num * b.den + b.num * a.den, den: a.den * b.den };
}

export function times(a: Exact, b: Exact): Exact {
  return { num: a.num * b.num, den: a.den * b.den };
}

/** A fraction that is not negative as a decimal; one that does not end is cut off and trails `…`. */
export function decimalOf({ num, den }: Exact): string {
  const places = 9;
  const scaled = num * 10n ** BigInt(places);
  const digits = (scaled / den).toString().padStart(places + 1, '0');
  const text = `${digits.slice(0, -places)}.${digits.slice(-places)}`;
  return scaled % den === 0n ? trimmed(text) : `${text.slice(0, -5)}…`;
}

/** A decimal without the zeros that say nothing: `2.50` is `2.5`, `2.00` is `2`. */
export function trimmed(decimal: string): string {
  return decimal.includes('.') ? decimal.replace(/\.?0+$/, '') : decimal;
}

/** A share in percent: `0.58` is `58`. */
export function percentOf(share: string): string {
  return decimalOf(times(exact(share), exact('100')));
}

/** Thousands set apart by commas, in numbers of at least so many digits; below zero with a true minus sign. */
export function grouped(decimal: string, leastDigits: number): string {
  const negative = decimal.startsWith('-');
  const [whole = '', fraction] = (negative ? decimal.slice(1) : decimal).split('.');
  const marked = whole.length < leastDigits ? whole : whole.replace(/\B(?=(\d{3})+$)/g, ',');
  return `${negative ? '−' : ''}${marked}${fraction === undefined ? '' : `.${fraction}`}`;
}

/** An amount of money with every decimal that the currency has. */
export function fullDecimal(decimal: string, minorDigits: number): string {
  const [whole = '', fraction = ''] = trimmed(decimal).split('.');
  const padded = fraction.padEnd(minorDigits, '0');
  return padded === '' ? whole : `${whole}.${padded}`;
}

/** An amount of money as a file states it: whole without decimals, else with all the currency has. */
export function statedDecimal(decimal: string, minorDigits: number): string {
  const short = trimmed(decimal);
  return short.includes('.') ? fullDecimal(short, minorDigits) : short;
}

/** Counted money, with every decimal that the currency has. */
export function countedDecimal(minor: number, { currency }: About): string {
  return fromMinor(minor, currency.minorDigits);
}

const SIGNS: Readonly<Record<string, string>> = { CNY: '¥', JPY: '¥', GBP: '£', USD: '$', EUR: '€' };

/** The currency's sign before the figure, or its code after it. */
export function withSign(figure: string, code: string): string {
  const sign = SIGNS[code];
  if (sign === undefined) return `${figure} ${code}`;
  return figure.startsWith('−') ? `−${sign}${figure.slice(1)}` : `${sign}${figure}`;
}

/** Whether a wallet holds the money that conversions and top-ups fill. */
export function isStoredValue(wallet: string): boolean {
  return wallet === STORED_VALUE;
}

/** The name of a wallet that needs naming; null where "points" says it all. */
export function properName(wallet: string | undefined): string | null {
  return wallet === undefined || ['points', '积分', '積分'].includes(wallet.toLowerCase()) ? null : wallet;
}

/** An instant as the wall clock of the zone shows it; seconds only if there are any. */
export function wallTime(ms: number, clock: ZoneClock): { readonly date: string; readonly time: string } {
  const [date = '', rest = ''] = showInstant(ms, clock).split('T');
  return { date, time: rest.slice(0, -'+00:00'.length) };
}

/** What a movement does to the balance. Used points that are not owed, and new ones that repay what is, leave it as it is. */
export function signOf(from: LedgerAccount, to: LedgerAccount): '+' | '−' | '' {
  const silent = [from, to];
  if (silent.includes('forgiven') || silent.includes('reinstated') || to === 'owed') return '';
  if (from === 'pending' && to === 'available') return '';
  return from === 'issued' || to === 'available' ? '+' : '−';
}
