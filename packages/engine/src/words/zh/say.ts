import { readDate, zoneClock } from '../../calendar.ts';
import { couponIn } from '../../program.ts';
import {
  countedDecimal,
  grouped,
  isStoredValue,
  properName,
  statedDecimal,
  trimmed,
  wallTime,
  withSign,
} from '../figures.ts';
import type { About, Figures } from '../words.ts';

/** How Chinese writes figures; beside the public ones, those that only sentences need. */
export interface Say extends Figures {
  readonly about: About;
  /** Money as the file states it. */
  stated(decimal: string): string;
  /** Points as the file states them. */
  statedPoints(decimal: string, wallet: string | undefined): string;
  /** An amount of a wallet, whatever it holds. */
  amount(amount: number, wallet: string): string;
}

export function figures(about: About): Say {
  const { code, minorDigits } = about.currency;
  const clock = zoneClock(about.zone);
  const stated = (decimal: string) => {
    const figure = number(statedDecimal(decimal, minorDigits));
    return code === 'CNY' ? `${figure}元` : withSign(figure, code);
  };
  const money = (minor: number) => stated(countedDecimal(minor, about));
  const statedPoints = (decimal: string, wallet: string | undefined) => {
    const coupon = couponIn(wallet ?? '');
    if (coupon !== null) return `${number(trimmed(decimal))}张「${coupon}」券`;
    const name = properName(wallet);
    return `${number(trimmed(decimal))}${name === null ? '积分' : `「${name}」`}`;
  };
  const date = (iso: string) => {
    const day = readDate(iso);
    return day === null ? iso : `${day.year}年${day.month}月${day.day}日`;
  };
  return {
    about,
    money,
    stated,
    statedPoints,
    date,
    points: (amount, wallet) => statedPoints(String(amount), wallet),
    amount: (amount, wallet) => (isStoredValue(wallet) ? `${money(amount)}储值` : statedPoints(String(amount), wallet)),
    instant: (ms) => {
      const { date: day, time } = wallTime(ms, clock);
      return `${date(day)}${time}`;
    },
  };
}

/** Four digits stand together, as rule sheets and GB/T 15835 write them: 1000, 12,800. */
export function number(decimal: string): string {
  return grouped(decimal, 5);
}

/** Names side by side, as data has to write them: 「stored value」（储值）、「里程」. */
export function names(all: readonly string[]): string {
  return all.map((name) => `「${name}」${isStoredValue(name) ? '（储值）' : ''}`).join('、');
}

export function weekdayName(weekday: number): string {
  return `星期${'一二三四五六日'.charAt(weekday - 1)}`;
}
