import type { Period } from '@laurel/engine/program';
import type { Language } from '../text.ts';
import {
  type CurrencyCode,
  DURATION_UNITS,
  type DurationValue,
  digits,
  grouped,
  MONTH_NAMES,
  type MoneyValue,
  type MonthDayValue,
  type NumberValue,
  type PointsValue,
  plainNumber,
  printMoney,
  printTimes,
  printZhe,
  quote,
  readCount,
  readDuration,
  readMoney,
  readMonthDay,
  readOff,
  readShare,
  readTimes,
  type ShareValue,
  settingRef,
} from './values.ts';

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
  | 'Off'
  | 'Points'
  | 'Duration'
  | 'MonthDay'
  | 'Month'
  | 'Ordinal'
  | 'Times'
  | 'Number'
  | 'Zone';

/** What each slot holds in the tree. */
export interface SlotValues {
  NewName: string;
  Text: string;
  Texts: readonly string[];
  CalendarName: string;
  GoodsName: string;
  GoodsNames: readonly string[];
  RuleName: string;
  FactName: string;
  EventName: string;
  EventFactName: string;
  CouponName: string;
  Number: NumberValue;
  /** How many; in Chinese with its measure word, 12次. */
  Count: NumberValue;
  /** What a ladder counts, in whatever unit it counts. */
  Threshold: MoneyValue | PointsValue | NumberValue;
  TierName: string;
  ReviewPeriod: 'month' | 'quarter' | 'halfYear' | 'year' | 'week' | 'day';
  Points: PointsValue;
  Money: MoneyValue;
  /** The same without its unit, as in 满300减40. */
  Yuan: MoneyValue;
  Share: ShareValue;
  /** The same, said by what is taken off: `20% off` is 80%. */
  Off: ShareValue;
  /** A share that is no price: never said in 折. */
  Percent: ShareValue;
  Duration: DurationValue;
  MonthDay: MonthDayValue;
  /** `2026-05-10` */
  Date: string;
  /** `18:00` */
  Time: string;
  Zone: string;
  /** How often, in whole times. */
  Times: number;
  Period: Period;
  Currency: CurrencyCode;
  Nth: '1' | '2' | '3' | '4' | '5';
  /** How many items make a set. */
  Items: '1' | '2' | '3' | '4' | '5' | '6' | '7' | '8' | '9' | '10';
  Weekday: '1' | '2' | '3' | '4' | '5' | '6' | '7';
  Weekdays: readonly SlotValues['Weekday'][];
  Month: '1' | '2' | '3' | '4' | '5' | '6' | '7' | '8' | '9' | '10' | '11' | '12';
  Months: readonly SlotValues['Month'][];
  /** From 1 to 31. */
  DayOfMonth: number;
  CalendarPeriod: 'month' | 'quarter' | 'year';
  YearAfter: '1' | '2' | '3' | '4' | '5';
  Activity: 'purchase' | 'visit';
  Activities: readonly SlotValues['Activity'][];
  PriceClass: 'regular' | 'special' | 'clearance' | 'discounted';
  PriceClasses: readonly SlotValues['PriceClass'][];
  Comparison: 'atLeast' | 'moreThan' | 'lessThan' | 'atMost' | 'exactly';
}

/** Slots that hold a phrase of their own. */
export const FAMILIES = ['Day', 'Condition', 'Window', 'Measured'] as const;
export type Family = (typeof FAMILIES)[number];
export function isFamily(name: string): name is Family {
  return FAMILIES.some((family) => family === name);
}

export type SlotName = keyof SlotValues | Family;

/** What a name stands for; a name slot either declares it or refers to it. */
export type NameKind =
  | 'tier'
  | 'ladder'
  | 'calendar'
  | 'goods'
  | 'setting'
  | 'rule'
  | 'reward'
  | 'coupon'
  | 'benefit'
  | 'fact'
  | 'event'
  | 'eventFact'
  | 'points'
  | 'program'
  | 'example';

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

export const slots: { readonly [K in keyof SlotValues]: SlotOf<SlotValues[K]> } = {
  NewName: nameSlot(),
  Text: nameSlot(),
  Texts: { shape: 'list', of: 'Text' },
  CalendarName: nameSlot('calendar'),
  GoodsName: nameSlot('goods'),
  GoodsNames: { shape: 'list', of: 'GoodsName' },
  RuleName: nameSlot('rule'),
  FactName: nameSlot('fact'),
  EventName: nameSlot('event'),
  EventFactName: nameSlot('eventFact'),
  CouponName: nameSlot('coupon'),

  Number: {
    shape: 'token',
    tokens: ['Number', 'Name'],
    read: (image, kind) => (kind === 'Name' ? settingRef(image) : { number: plainNumber(image) }),
    print: (value, language) => ('setting' in value ? quote(value.setting, language) : grouped(value.number, language)),
    placeholder: { en: '2', zh: '2' },
  },
  Threshold: {
    shape: 'token',
    tokens: ['Money', 'Points', 'Number', 'Times', 'Name'],
    read: (image, kind) => {
      if (kind === 'Name') return settingRef(image);
      if (kind === 'Money') return readMoney(image);
      return kind === 'Points' ? { points: plainNumber(image) } : { number: readCount(image) };
    },
    print: (value, language) => {
      if ('setting' in value) return quote(value.setting, language);
      if ('currency' in value) return printMoney(value, language);
      if ('points' in value) return printPoints(value.points, language);
      return language === 'zh' ? `${value.number}次` : grouped(value.number, language);
    },
    placeholder: { en: '¥1,000', zh: '1000元' },
  },
  TierName: nameSlot('tier'),
  ReviewPeriod: {
    shape: 'words',
    words: {
      month: words(['month'], ['月']),
      quarter: words(['quarter'], ['季度', '季']),
      halfYear: words(['half year'], ['半年']),
      year: words(['year'], ['年']),
      week: words(['week'], ['周', '星期']),
      day: words(['day'], ['日', '天']),
    },
  },
  Count: {
    shape: 'token',
    tokens: ['Number', 'Times', 'Name'],
    read: (image, kind) => (kind === 'Name' ? settingRef(image) : { number: readCount(image) }),
    print: (value, language) => {
      if ('setting' in value) return quote(value.setting, language);
      return language === 'zh' ? `${value.number}次` : grouped(value.number, language);
    },
    placeholder: { en: '12', zh: '12次' },
  },
  Points: {
    shape: 'token',
    tokens: ['Points', 'Name'],
    read: (image, kind) => (kind === 'Name' ? settingRef(image) : { points: plainNumber(image) }),
    print: (value, language) =>
      'setting' in value ? quote(value.setting, language) : printPoints(value.points, language),
    placeholder: { en: '10 points', zh: '10积分' },
  },
  Yuan: {
    shape: 'token',
    tokens: ['Number'],
    read: (image) => ({ currency: 'CNY', amount: plainNumber(image) }),
    print: (value, language) => ('setting' in value ? quote(value.setting, language) : printMoney(value, language)),
    placeholder: { en: '¥100', zh: '100' },
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
  Off: {
    shape: 'token',
    tokens: ['Off'],
    read: (image) => ({ percent: readOff(image) }),
    print: (value, language) => ('setting' in value ? quote(value.setting, language) : `${value.percent}%`),
    placeholder: { en: '10% off', zh: '九折' },
  },

  Percent: {
    shape: 'token',
    tokens: ['Percent', 'Name'],
    read: (image, kind) => (kind === 'Name' ? settingRef(image) : { percent: readShare(image) }),
    print: (value, language) => ('setting' in value ? quote(value.setting, language) : `${value.percent}%`),
    placeholder: { en: '1%', zh: '1%' },
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

  Times: {
    shape: 'token',
    tokens: ['Times'],
    read: readTimes,
    print: printTimes,
    placeholder: { en: 'once', zh: '一次' },
  },
  Period: {
    shape: 'words',
    words: {
      day: words(['day'], ['日', '天']),
      week: words(['week'], ['周', '星期']),
      month: words(['month'], ['月', '个月']),
      quarter: words(['quarter'], ['季度', '季', '个季度']),
      year: words(['year'], ['年']),
      membershipYear: words(['membership year'], ['个会员年度', '会员年度']),
      birthday: words(['birthday'], ['个生日', '次生日', '生日']),
      lifetime: words(['member'], ['位会员', '人']),
    },
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
  Items: {
    shape: 'words',
    words: {
      1: words(['1', 'one'], ['1', '一']),
      2: words(['2', 'two'], ['2', '二', '两']),
      3: words(['3', 'three'], ['3', '三']),
      4: words(['4', 'four'], ['4', '四']),
      5: words(['5', 'five'], ['5', '五']),
      6: words(['6', 'six'], ['6', '六']),
      7: words(['7', 'seven'], ['7', '七']),
      8: words(['8', 'eight'], ['8', '八']),
      9: words(['9', 'nine'], ['9', '九']),
      10: words(['10', 'ten'], ['10', '十']),
    },
  },
  Weekday: {
    shape: 'words',
    words: {
      1: words(['Monday', 'Mondays'], ['星期一', '周一']),
      2: words(['Tuesday', 'Tuesdays'], ['星期二', '周二']),
      3: words(['Wednesday', 'Wednesdays'], ['星期三', '周三']),
      4: words(['Thursday', 'Thursdays'], ['星期四', '周四']),
      5: words(['Friday', 'Fridays'], ['星期五', '周五']),
      6: words(['Saturday', 'Saturdays'], ['星期六', '周六']),
      7: words(['Sunday', 'Sundays'], ['星期日', '星期天', '周日']),
    },
  },
  Weekdays: { shape: 'list', of: 'Weekday' },
  Month: { shape: 'words', words: monthWords() },
  Months: { shape: 'list', of: 'Month' },
  DayOfMonth: {
    shape: 'token',
    tokens: ['Ordinal', 'Number'],
    read: (image) => Number(digits(image)[0] ?? 0),
    print: (value, language) => (language === 'zh' ? String(value) : ordinal(value)),
    placeholder: { en: '8th', zh: '8' },
  },
  CalendarPeriod: {
    shape: 'words',
    words: {
      month: words(['month'], ['月']),
      quarter: words(['quarter'], ['季度', '季']),
      year: words(['year'], ['年', '年度']),
    },
  },
  YearAfter: {
    shape: 'words',
    words: {
      1: words(['the next year'], ['次年', '一年后']),
      2: words(['the second year after'], ['两年后', '二年后']),
      3: words(['the third year after'], ['三年后']),
      4: words(['the fourth year after'], ['四年后']),
      5: words(['the fifth year after'], ['五年后']),
    },
  },
  Activity: {
    shape: 'words',
    words: {
      purchase: words(['a purchase'], ['消费']),
      visit: words(['a visit'], ['到店']),
    },
  },
  Activities: { shape: 'list', of: 'Activity' },
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
      atLeast: words(['at least'], ['满', '不少于', '达到']),
      moreThan: words(['more than', 'above'], ['超过', '大于']),
      lessThan: words(['less than', 'below'], ['低于', '少于', '不足']),
      atMost: words(['at most'], ['不超过']),
      exactly: words(['exactly'], ['等于']),
    },
  },
};

function printPoints(points: string, language: Language): string {
  if (language === 'zh') return `${points}积分`;
  return `${grouped(points, language)} ${points === '1' ? 'point' : 'points'}`;
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

/** 1st, 2nd, 3rd, 4th, 11th, 21st. */
function ordinal(n: number): string {
  const last = n % 10;
  const isTeen = n % 100 > 10 && n % 100 < 14;
  return `${n}${isTeen || last < 1 || last > 3 ? 'th' : (['st', 'nd', 'rd'][last - 1] ?? 'th')}`;
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
