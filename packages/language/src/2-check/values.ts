import { Temporal } from 'temporal-polyfill';
import type { Section, Tree } from '../1-parse/tree.ts';
import type { SlotValues } from '../phrases/slots.ts';
import type { CurrencyCode, MonthDayValue } from '../phrases/values.ts';
import { type Problem, problem } from '../problem.ts';
import type { Span } from '../text.ts';
import type { Model } from './model.ts';
import { type AnyNode, conditionLeaves, type Filled, isIn, valuesOf } from './slots-of.ts';
import { statedText } from './stated.ts';
import { checkWindows } from './windows.ts';

/** Every value by itself: dates that exist, money of the program's currency, shares up to 100%, zones that there are. */
export function checkValues(tree: Tree, model: Model): Problem[] {
  const currency = currencyOf(model);
  return tree.sections.flatMap((section) => sentencesOf(section).flatMap((node) => checkSentence(node, currency)));
}

/** Digits after the point of each currency (ISO 4217). */
export const MINOR_DIGITS: Readonly<Record<CurrencyCode, number>> = {
  CNY: 2,
  GBP: 2,
  USD: 2,
  EUR: 2,
  JPY: 0,
  HKD: 2,
};

/** The program's currency; null while the file does not say. */
export function currencyOf(model: Model): CurrencyCode | null {
  for (const { sentences } of model.program) {
    for (const sentence of sentences) if (sentence.phrase === 'program.where') return sentence.slots.currency;
  }
  return null;
}

function sentencesOf(section: Section): AnyNode[] {
  return section.lines.flatMap(({ sentence }) => (sentence === null ? [] : [sentence]));
}

function checkSentence(node: AnyNode, currency: CurrencyCode | null): Problem[] {
  const problems = valuesOf(node).flatMap((filled) => checkValue(filled, currency));
  if (problems.length > 0) return problems;
  return [...checkWhole(node), ...checkSets(node), ...checkDivisors(node), ...checkDates(node), ...checkWindows(node)];
}

function checkValue(filled: Filled, currency: CurrencyCode | null): Problem[] {
  const { span } = filled;
  switch (filled.type) {
    case 'Money':
      return 'setting' in filled.value ? [] : checkMoney(filled.value, span, currency);
    case 'Threshold':
      return checkThreshold(filled.value, span, currency);
    case 'Points':
      if ('setting' in filled.value || decimals(filled.value.points) <= MOST_DECIMALS) return [];
      return [problem('too-many-decimals', span, { text: filled.value.points, most: MOST_DECIMALS })];
    case 'Number':
      if ('setting' in filled.value || decimals(filled.value.number) <= MOST_DECIMALS) return [];
      return [problem('too-many-decimals', span, { text: filled.value.number, most: MOST_DECIMALS })];
    case 'Count':
      return 'setting' in filled.value || decimals(filled.value.number) === 0
        ? []
        : [problem('too-many-decimals', span, { text: filled.value.number, most: 0 })];
    case 'Share':
    case 'Percent':
      return 'setting' in filled.value ? [] : checkShare(filled.value.percent, span);
    case 'Date':
      return dateExists(filled.value) ? [] : [problem('no-such-date', span, { text: filled.value })];
    case 'MonthDay':
      return monthDayExists(filled.value)
        ? []
        : [problem('no-such-date', span, { text: `${filled.value.month}-${filled.value.day}` })];
    case 'Time':
      return /^([01]\d|2[0-3]):[0-5]\d$/.test(filled.value)
        ? []
        : [problem('no-such-date', span, { text: filled.value })];
    case 'DayOfMonth':
      return filled.value >= 1 && filled.value <= 31
        ? []
        : [problem('out-of-range', span, { value: String(filled.value), least: '1', most: '31' })];
    case 'Duration':
      return filled.value.count <= MOST_COUNT
        ? []
        : [problem('out-of-range', span, { value: String(filled.value.count), least: '0', most: String(MOST_COUNT) })];
    case 'Times':
      return filled.value >= 1 && filled.value <= MOST_COUNT
        ? []
        : [problem('out-of-range', span, { value: String(filled.value), least: '1', most: String(MOST_COUNT) })];
    case 'Zone':
      return zoneExists(filled.value) ? [] : [problem('no-such-zone', span, { zone: filled.value })];
    default:
      return [];
  }
}

/** What a ladder counts comes in whole smallest units. */
function checkThreshold(value: SlotValues['Threshold'], span: Span, currency: CurrencyCode | null): Problem[] {
  if ('setting' in value) return [];
  if ('currency' in value) return checkMoney(value, span, currency);
  const text = 'points' in value ? value.points : value.number;
  return decimals(text) === 0 ? [] : [problem('too-many-decimals', span, { text, most: 0 })];
}

const MOST_DECIMALS = 6;
const MOST_COUNT = 100_000;

function checkMoney(
  money: { readonly currency: CurrencyCode; readonly amount: string },
  span: Span,
  currency: CurrencyCode | null,
): Problem[] {
  if (currency === null) return [];
  // ¥ is the sign of the yuan and of the yen.
  const fits = money.currency === currency || (currency === 'JPY' && money.currency === 'CNY');
  if (!fits) return [problem('wrong-currency', span, { found: money.currency, wanted: currency })];
  const most = MINOR_DIGITS[currency];
  return decimals(money.amount) <= most ? [] : [problem('too-many-decimals', span, { text: money.amount, most })];
}

function checkShare(percent: string, span: Span): Problem[] {
  if (Number(percent) > 100)
    return [problem('out-of-range', span, { value: `${percent}%`, least: '0%', most: '100%' })];
  return decimals(percent) <= MOST_DECIMALS
    ? []
    : [problem('too-many-decimals', span, { text: percent, most: MOST_DECIMALS })];
}

type RateNode = Extract<AnyNode, { phrase: 'give.rate' | 'give.goods' | 'give.full' | 'give.fullGoods' }>;

/** Points for so much money. */
function isRate(node: AnyNode): node is RateNode {
  const { phrase } = node;
  return phrase === 'give.rate' || phrase === 'give.goods' || phrase === 'give.full' || phrase === 'give.fullGoods';
}

/** Money for so much money. */
function isGivenPerAmount(
  node: AnyNode,
): node is Extract<AnyNode, { phrase: 'give.storedValueFull' | 'give.voucherFull' | 'give.cashFull' }> {
  const { phrase } = node;
  return phrase === 'give.storedValueFull' || phrase === 'give.voucherFull' || phrase === 'give.cashFull';
}

/** The values of a sentence that must be more than zero: nothing can be given per nothing, or fall below it. */
export function divisorsOf(node: AnyNode): readonly { readonly value: Filled['value']; readonly span: Span }[] {
  if (isRate(node) || node.phrase === 'join.spend' || node.phrase === 'end.belowJoining') {
    return [{ value: node.slots.money, span: node.at.money }];
  }
  if (node.phrase === 'delivery.freeFrom') return [{ value: node.slots.from, span: node.at.from }];
  if (node.phrase === 'off.most') return [{ value: node.slots.most, span: node.at.most }];
  if (node.phrase === 'off.plain') return [{ value: node.slots.amount, span: node.at.amount }];
  if (node.phrase === 'off.from' || node.phrase === 'off.each') {
    return [
      { value: node.slots.amount, span: node.at.amount },
      { value: node.slots.from, span: node.at.from },
    ];
  }
  if (isGivenPerAmount(node)) {
    return [
      { value: node.slots.amount, span: node.at.amount },
      { value: node.slots.money, span: node.at.money },
    ];
  }
  if (node.phrase === 'give.giftFull' || node.phrase === 'give.couponFull')
    return [{ value: node.slots.money, span: node.at.money }];
  if (node.phrase === 'give.storedValue' || node.phrase === 'give.voucher' || node.phrase === 'give.cash') {
    return [{ value: node.slots.amount, span: node.at.amount }];
  }
  if (isPerStep(node)) return divisorsOfStep(node);
  if (node.phrase === 'coupon.off') return [{ value: node.slots.amount, span: node.at.amount }];
  if (node.phrase === 'band.storedValue' || node.phrase === 'band.voucher' || node.phrase === 'band.cash') {
    return [{ value: node.slots.amount, span: node.at.amount }];
  }
  if (node.phrase === 'reward.price') return [{ value: node.slots.points, span: node.at.points }];
  if (node.phrase === 'reward.storedValue' || node.phrase === 'reward.voucher' || node.phrase === 'reward.cash') {
    return [{ value: node.slots.money, span: node.at.money }];
  }
  if (node.phrase !== 'points.convert' && node.phrase !== 'points.pay' && node.phrase !== 'returns.deduct') return [];
  const { slots, at } = node;
  return [
    { value: slots.points, span: at.points },
    { value: slots.money, span: at.money },
  ];
}

type StepNode = Extract<AnyNode, { phrase: 'award.fullPoints' | 'award.fullStoredValue' | 'award.fullVoucher' }>;

/** So much for each full step of what was measured. */
function isPerStep(node: AnyNode): node is StepNode {
  const { phrase } = node;
  return phrase === 'award.fullPoints' || phrase === 'award.fullStoredValue' || phrase === 'award.fullVoucher';
}

function divisorsOfStep(node: StepNode): ReturnType<typeof divisorsOf> {
  const step = { value: node.slots.step, span: node.at.step };
  return node.phrase === 'award.fullPoints' ? [step] : [step, { value: node.slots.amount, span: node.at.amount }];
}

/** Of a set of items some are paid for and some are not. */
function checkSets(node: AnyNode): Problem[] {
  if ((node.phrase === 'set.nth' || node.phrase === 'set.nthGoods') && node.slots.nth === '1') {
    return [problem('out-of-range', node.at.nth, { value: '1', least: '2', most: '5' })];
  }
  if (node.phrase !== 'set.payFor' && node.phrase !== 'set.payForGoods') return [];
  const { bought, paid } = node.slots;
  if (Number(paid) < Number(bought)) return [];
  return [problem('out-of-range', node.at.paid, { value: paid, least: '1', most: String(Number(bought) - 1) })];
}

/** Only a rate may give parts of a point: everything else moves whole ones. */
function checkWhole(node: AnyNode): Problem[] {
  if (isRate(node) || node.phrase === 'give.item' || node.phrase === 'give.itemGoods' || node.phrase === 'give.perFact')
    return [];
  return valuesOf(node).flatMap(({ type, value, span }) => {
    if (type !== 'Points' || 'setting' in value || decimals(value.points) === 0) return [];
    return [problem('too-many-decimals', span, { text: value.points, most: 0 })];
  });
}

function checkDivisors(node: AnyNode): Problem[] {
  return divisorsOf(node).flatMap(({ value, span }) => {
    const text = statedText(value);
    return text === null || Number(text) > 0 ? [] : [problem('not-positive', span, { text })];
  });
}

/** A run of dates goes forward. */
function checkDates(node: AnyNode): Problem[] {
  return runsIn(node).flatMap(({ slots: { from, to }, span }) =>
    from <= to ? [] : [problem('range-reversed', span, { from, to })],
  );
}

interface Run {
  readonly slots: { readonly from: string; readonly to: string };
  readonly span: Span;
}

function runsIn(node: AnyNode): readonly Run[] {
  if (node.phrase === 'during.dates' || node.phrase === 'benefit.dates') return [node];
  if (node.phrase === 'only.if' || node.phrase === 'benefit.when')
    return conditionLeaves(node.slots.condition).filter((leaf) => leaf.phrase === 'if.dates');
  return isIn(node, 'calendar') && node.slots.day.phrase === 'day.dates' ? [node.slots.day] : [];
}

export function zoneExists(zone: string): boolean {
  try {
    Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(zone);
    return true;
  } catch {
    return false;
  }
}

function dateExists(date: string): boolean {
  try {
    const { year } = Temporal.PlainDate.from(date, { overflow: 'reject' });
    return year >= 1900 && year <= 2100;
  } catch {
    return false;
  }
}

function monthDayExists({ month, day }: MonthDayValue): boolean {
  return dateExists(`2024-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`);
}

function decimals(number: string): number {
  return number.split('.')[1]?.length ?? 0;
}
