import type { Language } from '../text.ts';

/** The values that sentences hold, and how each language writes them. */

export const CURRENCIES = ['CNY', 'GBP', 'USD', 'EUR', 'JPY', 'HKD'] as const;
export type CurrencyCode = (typeof CURRENCIES)[number];

/** A setting stands where its value could: the quoted name is the token. */
export interface SettingRef {
  readonly setting: string;
}
/** Amounts are plain decimals without grouping, as the engine reads them. */
export type NumberValue = { readonly number: string } | SettingRef;
export type PointsValue = { readonly points: string } | SettingRef;
export type MoneyValue = { readonly currency: CurrencyCode; readonly amount: string } | SettingRef;
/** A share that is PAID, in percent: 58 for 58%, 五八折, 5.8折. */
export type ShareValue = { readonly percent: string } | SettingRef;
export interface DurationValue {
  readonly count: number;
  readonly unit: 'minute' | 'hour' | 'day' | 'week' | 'month' | 'year';
}
export interface MonthDayValue {
  readonly month: number;
  readonly day: number;
}

export const MONTH_NAMES = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;

const QUOTES: Readonly<Record<Language, readonly (readonly [open: string, close: string])[]>> = {
  en: [
    ['"', '"'],
    ['“', '”'],
    ['「', '」'],
  ],
  zh: [
    ['「', '」'],
    ['“', '”'],
    ['"', '"'],
  ],
};

/** A quoted name, in the quotes of the language; in others when the name has those in it. */
export function quote(name: string, language: Language): string {
  const [usual, ...others] = QUOTES[language];
  const [open, close] = [usual, ...others].find((pair) => !pair?.some((mark) => name.includes(mark))) ?? ['"', '"'];
  return `${open}${name}${close}`;
}

export function settingRef(image: string): SettingRef {
  return { setting: image.slice(1, -1).normalize('NFC') };
}

const SIGNS: readonly (readonly [sign: string, code: CurrencyCode])[] = [
  ['HK$', 'HKD'],
  ['¥', 'CNY'],
  ['£', 'GBP'],
  ['$', 'USD'],
  ['€', 'EUR'],
];
const MONEY_WORDS: readonly (readonly [word: string, code: CurrencyCode])[] = [
  ['英镑', 'GBP'],
  ['美元', 'USD'],
  ['欧元', 'EUR'],
  ['日元', 'JPY'],
  ['港元', 'HKD'],
  ['元', 'CNY'],
];

export function readMoney(image: string): MoneyValue {
  const found =
    SIGNS.find(([sign]) => image.startsWith(sign)) ??
    MONEY_WORDS.find(([word]) => image.endsWith(word)) ??
    CURRENCIES.map((code) => [code, code] as const).find(([code]) => image.toUpperCase().includes(code));
  return { currency: found?.[1] ?? 'CNY', amount: plainNumber(image) };
}

export function printMoney(
  { currency, amount }: { currency: CurrencyCode; amount: string },
  language: Language,
): string {
  if (language === 'zh') {
    const word = MONEY_WORDS.find(([, code]) => code === currency)?.[0];
    return word === undefined ? `${amount}${currency}` : `${amount}${word}`;
  }
  const sign = SIGNS.find(([, code]) => code === currency)?.[0];
  return sign === undefined ? `${grouped(amount, language)} ${currency}` : `${sign}${grouped(amount, language)}`;
}

const HAN_DIGITS = '零一二三四五六七八九';
const MULTIPLES: Readonly<Record<string, number>> = { 百: 2, 千: 3, 万: 4, 亿: 8 };

/** The digits of a number token without grouping, signs and units: `¥1,000.50` is 1000.50, `3万元` is 30000. */
export function plainNumber(image: string): string {
  const match = /([\d,]*\d)(?:\.(\d+))?\s*([百千万亿])?/.exec(image);
  if (match === null) return '0';
  const whole = (match[1] ?? '').replaceAll(',', '');
  const fraction = match[2] ?? '';
  const shift = MULTIPLES[match[3] ?? ''] ?? 0;
  const padded = fraction.padEnd(shift, '0');
  const moved = `${whole}${padded.slice(0, shift)}`.replace(/^0+(?=\d)/, '');
  const rest = padded.slice(shift);
  return rest === '' ? moved : `${moved}.${rest}`;
}

/** 八五折 = 8.5折 = 85折 = 85%, 半价 = 50%: what is PAID, in percent. */
export function readShare(image: string): string {
  if (image === '半价') return '50';
  if (!image.endsWith('折')) return plainNumber(image);
  const tens = [...image.slice(0, -1)]
    .map((c) => (HAN_DIGITS.includes(c) ? String(HAN_DIGITS.indexOf(c)) : c))
    .join('');
  if (tens.includes('.')) return tens.replace('.', '').replace(/^0+/, '');
  return tens.length === 1 ? `${tens}0` : tens;
}

/** `20% off`: what is PAID, in percent, 80; of more than all nothing is left. */
export function readOff(image: string): string {
  const [whole = '0', fraction = ''] = plainNumber(image).split('.');
  const scale = 10 ** fraction.length;
  const paid = Math.max(100 * scale - Number(whole + fraction), 0);
  return plainNumber((paid / scale).toFixed(fraction.length));
}

/** 折 only from 10% to 99% and without decimals; otherwise the percentage. */
export function printZhe(percent: string): string {
  if (!/^[1-9]\d$/.test(percent)) return `${percent}%`;
  const spoken = percent.endsWith('0') ? percent.slice(0, 1) : percent;
  return `${[...spoken].map((digit) => HAN_DIGITS[Number(digit)] ?? digit).join('')}折`;
}

export const DURATION_UNITS: Readonly<Record<DurationValue['unit'], { zh: string; reads: RegExp }>> = {
  minute: { zh: '分钟', reads: /minute|分钟/i },
  hour: { zh: '小时', reads: /hour|小时/i },
  month: { zh: '个月', reads: /month|个月/i },
  week: { zh: '周', reads: /week|周/i },
  year: { zh: '年', reads: /year|年/i },
  day: { zh: '天', reads: /day|天/i },
};
const UNITS: readonly DurationValue['unit'][] = ['minute', 'hour', 'month', 'week', 'year', 'day'];

export function readDuration(image: string): DurationValue {
  return {
    count: Number(plainNumber(image)),
    unit: UNITS.find((unit) => DURATION_UNITS[unit].reads.test(image)) ?? 'day',
  };
}

/** `once`, `twice`, `3 times`; 一次, 两次, 3次. */
export function readTimes(image: string): number {
  const lower = image.toLowerCase();
  if (lower === 'once') return 1;
  if (lower === 'twice' || lower.startsWith('两')) return 2;
  const han = HAN_DIGITS.indexOf(lower.charAt(0));
  return han > 0 ? han : Number(plainNumber(image));
}

export function printTimes(count: number, language: Language): string {
  if (language === 'zh') return count === 1 ? '一次' : count === 2 ? '两次' : `${count}次`;
  return count === 1 ? 'once' : count === 2 ? 'twice' : `${count} times`;
}

export function readMonthDay(image: string): MonthDayValue {
  const [first = '0', second = '0'] = digits(image);
  if (image.includes('月')) return { month: Number(first), day: Number(second) };
  const lower = image.toLowerCase();
  return { month: MONTH_NAMES.findIndex((name) => lower.includes(name.toLowerCase())) + 1, day: Number(first) };
}

/** `12`, `12 times`, `twice`, 12次, 两次: how many, as a plain number. */
export function readCount(image: string): string {
  const lower = image.toLowerCase();
  if (lower === 'once' || lower === 'twice') return lower === 'once' ? '1' : '2';
  const spoken = HAN_DIGITS.indexOf(image.startsWith('两') ? '二' : (image[0] ?? ''));
  return spoken > 0 ? String(spoken) : plainNumber(image);
}

export function digits(image: string): string[] {
  return image.match(/\d+/g) ?? [];
}

export function grouped(number: string, language: Language): string {
  if (language === 'zh') return number;
  const [whole = '', fraction] = number.split('.');
  const thousands = whole.replace(/\B(?=(\d{3})+$)/g, ',');
  return fraction === undefined ? thousands : `${thousands}.${fraction}`;
}
