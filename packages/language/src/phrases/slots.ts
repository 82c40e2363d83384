import type { Language } from '../text.ts';

/**
 * What a slot of a sentence can hold. Three shapes: a value that is one token, one of a few words, a list of another slot.
 * A fourth, the family, is a slot that holds another phrase (a day, a condition) and needs no entry here.
 */

/** The kinds of token that the lexer cuts; words and single Han characters are told apart afterwards, by the phrasebook. */
export type TokenKind =
  | 'Name'
  | 'Date'
  | 'Time'
  | 'Money'
  | 'Percent'
  | 'Zhe'
  | 'Points'
  | 'Duration'
  | 'MonthDay'
  | 'Month'
  | 'Ordinal'
  | 'Number'
  | 'Zone';

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

/** What each slot holds in the tree. */
export interface SlotValues {
  NewName: string;
  Text: string;
  Texts: readonly string[];
  CalendarName: string;
  GoodsName: string;
  GoodsNames: readonly string[];
  Number: NumberValue;
  Points: PointsValue;
  Money: MoneyValue;
  Share: ShareValue;
  Duration: DurationValue;
  MonthDay: MonthDayValue;
  /** `2026-05-10` */
  Date: string;
  /** `18:00` */
  Time: string;
  Zone: string;
  Currency: CurrencyCode;
  Nth: '1' | '2' | '3' | '4' | '5';
  Weekday: '1' | '2' | '3' | '4' | '5' | '6' | '7';
  Weekdays: readonly SlotValues['Weekday'][];
  Month: '1' | '2' | '3' | '4' | '5' | '6' | '7' | '8' | '9' | '10' | '11' | '12';
  Months: readonly SlotValues['Month'][];
  PriceClass: 'regular' | 'special' | 'clearance' | 'discounted';
  PriceClasses: readonly SlotValues['PriceClass'][];
  Comparison: 'atLeast' | 'moreThan' | 'lessThan' | 'atMost' | 'exactly';
}

/** Slots that hold a phrase of their own. */
export type Family = 'Day' | 'Condition';
export type SlotName = keyof SlotValues | Family;

/** What a name stands for; a name slot either declares it or refers to it. */
export type NameKind = 'calendar' | 'goods' | 'setting' | 'rule' | 'points' | 'program' | 'example';

/** A slot whose value is one token. `read` is given the token's text with full-width twins narrowed, quotes included. */
export interface TokenSlot<T> {
  readonly shape: 'token';
  readonly tokens: readonly TokenKind[];
  /** The kind of name that the slot refers to. */
  readonly refersTo?: NameKind;
  read(image: string, kind: TokenKind): T;
  print(value: T, language: Language): string;
  /** What stands there in a completion or in a sentence that lacks the value. */
  readonly placeholder: Readonly<Record<Language, string>>;
}
/** A slot whose value is one of a few words; the first wording of each is printed, the others are read too. */
export interface WordSlot<T extends string> {
  readonly shape: 'words';
  readonly words: Readonly<Record<T, Readonly<Record<Language, readonly string[]>>>>;
}
/** A list: `a, b or c`, `a、b或c`. */
export interface ListSlot {
  readonly shape: 'list';
  readonly of: keyof SlotValues;
}

type SlotOf<T> = [T] extends [readonly unknown[]]
  ? ListSlot
  : [T] extends [string]
    ? TokenSlot<T> | WordSlot<T>
    : TokenSlot<T>;

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

export const slots: { readonly [K in keyof SlotValues]: SlotOf<SlotValues[K]> } = {
  NewName: nameSlot(),
  Text: nameSlot(),
  Texts: { shape: 'list', of: 'Text' },
  CalendarName: nameSlot('calendar'),
  GoodsName: nameSlot('goods'),
  GoodsNames: { shape: 'list', of: 'GoodsName' },

  Number: {
    shape: 'token',
    tokens: ['Number', 'Name'],
    read: (image, kind) => (kind === 'Name' ? settingRef(image) : { number: plainNumber(image) }),
    print: (value, language) => ('setting' in value ? quote(value.setting, language) : grouped(value.number, language)),
    placeholder: { en: '2', zh: '2' },
  },
  Points: {
    shape: 'token',
    tokens: ['Points', 'Name'],
    read: (image, kind) => (kind === 'Name' ? settingRef(image) : { points: plainNumber(image) }),
    print: (value, language) => {
      if ('setting' in value) return quote(value.setting, language);
      if (language === 'zh') return `${value.points}积分`;
      return `${grouped(value.points, language)} ${value.points === '1' ? 'point' : 'points'}`;
    },
    placeholder: { en: '10 points', zh: '10积分' },
  },
  Money: {
    shape: 'token',
    tokens: ['Money', 'Name'],
    read: (image, kind) => (kind === 'Name' ? settingRef(image) : readMoney(image)),
    print: (value, language) => ('setting' in value ? quote(value.setting, language) : printMoney(value, language)),
    placeholder: { en: '¥100', zh: '100元' },
  },
  Share: {
    shape: 'token',
    tokens: ['Percent', 'Zhe', 'Name'],
    read: (image, kind) => (kind === 'Name' ? settingRef(image) : { percent: readShare(image) }),
    print: (value, language) => {
      if ('setting' in value) return quote(value.setting, language);
      return language === 'zh' ? printZhe(value.percent) : `${value.percent}%`;
    },
    placeholder: { en: '90%', zh: '九折' },
  },

  Duration: {
    shape: 'token',
    tokens: ['Duration'],
    read: readDuration,
    print: ({ count, unit }, language) =>
      language === 'zh' ? `${count}${DURATION_UNITS[unit].zh}` : `${count} ${unit}${count === 1 ? '' : 's'}`,
    placeholder: { en: '12 months', zh: '12个月' },
  },
  MonthDay: {
    shape: 'token',
    tokens: ['MonthDay'],
    read: readMonthDay,
    print: ({ month, day }, language) =>
      language === 'zh' ? `${month}月${day}日` : `${day} ${MONTH_NAMES[month - 1] ?? ''}`,
    placeholder: { en: '1 January', zh: '1月1日' },
  },
  Date: {
    shape: 'token',
    tokens: ['Date'],
    read: (image) =>
      digits(image)
        .map((part) => part.padStart(2, '0'))
        .join('-'),
    print: (value, language) => {
      if (language === 'en') return value;
      const [year, month, day] = value.split('-');
      return `${year}年${Number(month)}月${Number(day)}日`;
    },
    placeholder: { en: '2026-01-01', zh: '2026年1月1日' },
  },
  Time: {
    shape: 'token',
    tokens: ['Time'],
    read: (image) => image.padStart(5, '0'),
    print: (value) => value,
    placeholder: { en: '18:00', zh: '18:00' },
  },
  Zone: {
    shape: 'token',
    tokens: ['Zone'],
    read: (image) => image,
    print: (value) => value,
    placeholder: { en: 'Asia/Shanghai', zh: 'Asia/Shanghai' },
  },

  Currency: {
    shape: 'words',
    words: {
      CNY: words(['CNY'], ['人民币', 'CNY']),
      GBP: words(['GBP'], ['英镑', 'GBP']),
      USD: words(['USD'], ['美元', 'USD']),
      EUR: words(['EUR'], ['欧元', 'EUR']),
      JPY: words(['JPY'], ['日元', 'JPY']),
      HKD: words(['HKD'], ['港元', '港币', 'HKD']),
    },
  },
  Nth: {
    shape: 'words',
    words: {
      1: words(['first'], ['一', '1']),
      2: words(['second'], ['二', '2']),
      3: words(['third'], ['三', '3']),
      4: words(['fourth'], ['四', '4']),
      5: words(['fifth'], ['五', '5']),
    },
  },
  Weekday: {
    shape: 'words',
    words: {
      1: words(['Monday'], ['星期一', '周一']),
      2: words(['Tuesday'], ['星期二', '周二']),
      3: words(['Wednesday'], ['星期三', '周三']),
      4: words(['Thursday'], ['星期四', '周四']),
      5: words(['Friday'], ['星期五', '周五']),
      6: words(['Saturday'], ['星期六', '周六']),
      7: words(['Sunday'], ['星期日', '星期天', '周日']),
    },
  },
  Weekdays: { shape: 'list', of: 'Weekday' },
  Month: { shape: 'words', words: monthWords() },
  Months: { shape: 'list', of: 'Month' },
  PriceClass: {
    shape: 'words',
    words: {
      regular: words(['regular'], ['正价']),
      special: words(['special'], ['特价']),
      clearance: words(['clearance'], ['清货']),
      discounted: words(['discounted'], ['折扣']),
    },
  },
  PriceClasses: { shape: 'list', of: 'PriceClass' },
  Comparison: {
    shape: 'words',
    words: {
      atLeast: words(['at least'], ['不少于', '满', '达到']),
      moreThan: words(['more than', 'above'], ['超过', '大于']),
      lessThan: words(['less than', 'below'], ['低于', '少于', '不足']),
      atMost: words(['at most'], ['不超过']),
      exactly: words(['exactly'], ['等于']),
    },
  },
};

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

function nameSlot(refersTo?: NameKind): TokenSlot<string> {
  return {
    shape: 'token',
    tokens: ['Name'],
    ...(refersTo === undefined ? {} : { refersTo }),
    read: (image) => image.slice(1, -1).normalize('NFC'),
    print: quote,
    placeholder: { en: '"…"', zh: '「…」' },
  };
}

function settingRef(image: string): SettingRef {
  return { setting: image.slice(1, -1).normalize('NFC') };
}

function words(en: readonly string[], zh: readonly string[]): Readonly<Record<Language, readonly string[]>> {
  return { en, zh };
}

function monthWords(): WordSlot<SlotValues['Month']>['words'] {
  const word = (month: number) => words([MONTH_NAMES[month - 1] ?? ''], [`${month}月`]);
  return {
    1: word(1),
    2: word(2),
    3: word(3),
    4: word(4),
    5: word(5),
    6: word(6),
    7: word(7),
    8: word(8),
    9: word(9),
    10: word(10),
    11: word(11),
    12: word(12),
  };
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

function readMoney(image: string): MoneyValue {
  const found =
    SIGNS.find(([sign]) => image.startsWith(sign)) ??
    MONEY_WORDS.find(([word]) => image.endsWith(word)) ??
    CURRENCIES.map((code) => [code, code] as const).find(([code]) => image.toUpperCase().includes(code));
  return { currency: found?.[1] ?? 'CNY', amount: plainNumber(image) };
}

function printMoney({ currency, amount }: { currency: CurrencyCode; amount: string }, language: Language): string {
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

/** 八五折 = 8.5折 = 85折 = 85%: what is PAID, in percent. */
function readShare(image: string): string {
  if (!image.endsWith('折')) return plainNumber(image);
  const tens = [...image.slice(0, -1)]
    .map((c) => (HAN_DIGITS.includes(c) ? String(HAN_DIGITS.indexOf(c)) : c))
    .join('');
  if (tens.includes('.')) return tens.replace('.', '').replace(/^0+/, '');
  return tens.length === 1 ? `${tens}0` : tens;
}

/** 折 only from 10% to 99% and without decimals; otherwise the percentage. */
function printZhe(percent: string): string {
  if (!/^[1-9]\d$/.test(percent)) return `${percent}%`;
  const spoken = percent.endsWith('0') ? percent.slice(0, 1) : percent;
  return `${[...spoken].map((digit) => HAN_DIGITS[Number(digit)] ?? digit).join('')}折`;
}

const DURATION_UNITS: Readonly<Record<DurationValue['unit'], { zh: string; reads: RegExp }>> = {
  minute: { zh: '分钟', reads: /minute|分钟/i },
  hour: { zh: '小时', reads: /hour|小时/i },
  month: { zh: '个月', reads: /month|个月/i },
  week: { zh: '周', reads: /week|周/i },
  year: { zh: '年', reads: /year|年/i },
  day: { zh: '天', reads: /day|天/i },
};
const UNITS: readonly DurationValue['unit'][] = ['minute', 'hour', 'month', 'week', 'year', 'day'];

function readDuration(image: string): DurationValue {
  return {
    count: Number(plainNumber(image)),
    unit: UNITS.find((unit) => DURATION_UNITS[unit].reads.test(image)) ?? 'day',
  };
}

function readMonthDay(image: string): MonthDayValue {
  const [first = '0', second = '0'] = digits(image);
  if (image.includes('月')) return { month: Number(first), day: Number(second) };
  const lower = image.toLowerCase();
  return { month: MONTH_NAMES.findIndex((name) => lower.includes(name.toLowerCase())) + 1, day: Number(first) };
}

function digits(image: string): string[] {
  return image.match(/\d+/g) ?? [];
}

function grouped(number: string, language: Language): string {
  if (language === 'zh') return number;
  const [whole = '', fraction] = number.split('.');
  const thousands = whole.replace(/\B(?=(\d{3})+$)/g, ',');
  return fraction === undefined ? thousands : `${thousands}.${fraction}`;
}
