import { civilOf, dayOf, isDayAmong, readDate, weekdayOf } from '@laurel/engine/calendar';
import type { Days } from '@laurel/engine/program';
import { slots } from '../phrases/slots.ts';
import { MONTH_NAMES } from '../phrases/values.ts';
import type { Language } from '../text.ts';

/** Days of a calendar worked out: which of them come next. */

const DAYS_TO_LOOK_AHEAD = 366 * 8 + 1;
const LONGEST_RUN = 366;

/** The next day or run of days, today among them, in words: `next: Sunday 10 May 2026`. Null: there is none any more. */
export function nextDays(days: readonly Days[], today: string, language: Language): string | null {
  const from = readDate(today);
  if (from === null || days.length === 0) return null;
  const start = dayOf(from.year, from.month, from.day);
  for (let day = start; day < start + DAYS_TO_LOOK_AHEAD; day += 1) {
    if (!isDayAmong(days, day)) continue;
    let last = day;
    while (last < day + LONGEST_RUN && isDayAmong(days, last + 1)) last += 1;
    return told(day, last, day === start, language);
  }
  return null;
}

function told(first: number, last: number, isNow: boolean, language: Language): string {
  const [from, to] = [dayText(first, language), dayText(last, language)];
  if (language === 'zh') {
    if (isNow) return first === last ? `今天：${from}` : `今天起至${to}`;
    return first === last ? `下次：${from}` : `下次：${from}至${to}`;
  }
  if (isNow) return first === last ? `today: ${from}` : `today until ${to}`;
  return first === last ? `next: ${from}` : `next: ${from} to ${to}`;
}

function dayText(day: number, language: Language): string {
  const { year, month, day: date } = civilOf(day);
  const [weekday = ''] = weekdayWords(weekdayOf(day))[language];
  return language === 'zh'
    ? `${year}年${month}月${date}日${weekday}`
    : `${weekday} ${date} ${MONTH_NAMES[month - 1] ?? ''} ${year}`;
}

function weekdayWords(weekday: number): Readonly<Record<Language, readonly string[]>> {
  const { Weekday } = slots;
  const words: Readonly<Record<string, Readonly<Record<Language, readonly string[]>>>> =
    Weekday.shape === 'words' ? Weekday.words : {};
  return words[String(weekday)] ?? { en: [], zh: [] };
}
