import { slots } from '../phrases/slots.ts';
import { CURRENCIES, MONTH_NAMES } from '../phrases/values.ts';
import type { Language } from '../text.ts';

/** Text, amounts and dates as they stand inside a message. */

/** A longer line would bury what is said about it. */
const MOST_SHOWN = 80;

/** What the user wrote, on one line. */
export function shown(text: string): string {
  const line = text.replace(/\s*\n\s*/g, ' ');
  return line.length > MOST_SHOWN ? `${line.slice(0, MOST_SHOWN)}…` : line;
}

/** `¥88.80`, 88.80元. */
export function money(amount: string, code: string, language: Language): string {
  const currency = CURRENCIES.find((known) => known === code);
  return currency === undefined ? `${amount} ${code}` : slots.Money.print({ currency, amount }, language);
}

/** `1,000 points`, 1000积分; points with a name of their own keep it: `5 "Miles"`. */
export function points(amount: string, wallet: string, language: Language): string {
  const plain = ['points', 'point', '积分'].includes(wallet.toLowerCase());
  if (plain) return slots.Points.print({ points: amount }, language);
  return language === 'zh' ? `${amount}「${wallet}」` : `${grouped(amount, language)} "${wallet}"`;
}

/** Numbers with their thousands apart; in Chinese four digits stand together, as rule sheets write them. */
export function grouped(text: string, language: Language): string {
  const long = language === 'zh' ? /(?<![.\d])\d{5,}/g : /(?<![.\d])\d{4,}/g;
  return text.replace(long, (digits) => digits.replace(/\B(?=(\d{3})+$)/g, ','));
}

/** `6 May 2026` or `6 May` of `2026-05-06` or `5-6`; null when the text is no date, not even one that does not exist. */
export function date(text: string, language: Language): string | null {
  const [, year, month = '', day = ''] = /^(?:(\d{4})-)?(\d{1,2})-(\d{1,2})$/.exec(text) ?? [];
  const name = MONTH_NAMES[Number(month) - 1];
  if (name === undefined) return null;
  if (language === 'zh') return `${year === undefined ? '' : `${year}年`}${Number(month)}月${Number(day)}日`;
  return `${Number(day)} ${name}${year === undefined ? '' : ` ${year}`}`;
}

/** The weekday of `2026-05-06`. */
export function weekday(text: string, language: Language): string {
  return WEEKDAYS[language][new Date(`${text}T00:00:00Z`).getUTCDay()] ?? '';
}

const WEEKDAYS: Readonly<Record<Language, readonly string[]>> = {
  en: ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'],
  zh: ['星期日', '星期一', '星期二', '星期三', '星期四', '星期五', '星期六'],
};
