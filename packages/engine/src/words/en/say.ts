import { readDate, zoneClock } from '../../calendar.ts';
import { couponIn } from '../../program.ts';
import {
  countedDecimal,
  fullDecimal,
  grouped,
  isStoredValue,
  properName,
  statedDecimal,
  trimmed,
  wallTime,
  withSign,
} from '../figures.ts';
import type { About, Figures } from '../words.ts';

/** How English writes figures; beside the public ones, those that only sentences need. */
export interface Say extends Figures {
  readonly about: About;
  /** Money as the file states it: `¥20`. */
  stated(decimal: string): string;
  /** Money as the file states it, with the decimals of the counted amounts beside it: `¥20.00`. */
  full(decimal: string): string;
  /** Points as the file states them. */
  statedPoints(decimal: string, wallet: string | undefined): string;
  /** An amount of a wallet, whatever it holds. */
  amount(amount: number, wallet: string): string;
}

const MONTHS = 'January February March April May June July August September October November December'.split(' ');
const WEEKDAYS = 'Monday Tuesday Wednesday Thursday Friday Saturday Sunday'.split(' ');

export function figures(about: About): Say {
  const { code, minorDigits } = about.currency;
  const clock = zoneClock(about.zone);
  const money = (minor: number) => withSign(grouped(countedDecimal(minor, about), 4), code);
  const statedPoints = (decimal: string, wallet: string | undefined) => {
    const figure = grouped(trimmed(decimal), 4);
    const coupon = couponIn(wallet ?? '');
    if (coupon !== null) return `${figure} "${coupon}" ${figure === '1' ? 'coupon' : 'coupons'}`;
    const name = properName(wallet);
    return name === null ? `${figure} ${figure === '1' ? 'point' : 'points'}` : `${figure} "${name}"`;
  };
  const date = (iso: string) => {
    const day = readDate(iso);
    return day === null ? iso : `${day.day} ${monthName(day.month)} ${day.year}`;
  };
  return {
    about,
    money,
    statedPoints,
    date,
    stated: (decimal) => withSign(grouped(statedDecimal(decimal, minorDigits), 4), code),
    full: (decimal) => withSign(grouped(fullDecimal(decimal, minorDigits), 4), code),
    points: (amount, wallet) => statedPoints(String(amount), wallet),
    amount: (amount, wallet) =>
      isStoredValue(wallet) ? `${money(amount)} stored value` : statedPoints(String(amount), wallet),
    instant: (ms) => {
      const { date: day, time } = wallTime(ms, clock);
      return `${date(day)} at ${time}`;
    },
  };
}

export function monthName(month: number): string {
  return MONTHS[month - 1] ?? String(month);
}

export function weekdayName(weekday: number): string {
  return WEEKDAYS[weekday - 1] ?? String(weekday);
}

export function quotedList(names: readonly string[], word: 'and' | 'or'): string {
  return joined(
    names.map((name) => `"${name}"`),
    word,
  );
}

export function joined(texts: readonly string[], word: 'and' | 'or'): string {
  if (texts.length < 2) return texts.join('');
  return `${texts.slice(0, -1).join(', ')} ${word} ${texts[texts.length - 1] ?? ''}`;
}
