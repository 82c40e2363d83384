import type { Amount, Measure, RateMeasure, Unit } from '@laurel/engine/program';
import { Decimal } from 'decimal.js';
import { statedText } from '../2-check/stated.ts';
import type { MoneyValue, NumberValue, PointsValue, ShareValue } from '../phrases/values.ts';

/** A setting's part of an amount: what it measures and how far it can be turned. */
export type SettingShape = Pick<Amount, 'unit' | 'scale' | 'range'>;

/** Lowers amounts; a setting keeps its name and lends its unit, scale and range. */
export interface Amounts {
  points(value: PointsValue): Amount;
  money(value: MoneyValue): Amount;
  share(value: ShareValue): Amount;
  factor(value: NumberValue): Amount;
  count(value: NumberValue): Amount;
  /** What a ladder's count is held against, in the unit that it counts. */
  threshold(value: MoneyValue | PointsValue | NumberValue, unit: 'money' | 'points' | 'count'): Amount;
}

export function amounts(settings: ReadonlyMap<string, SettingShape>, minorDigits: number): Amounts {
  const amount = (value: NumberValue | PointsValue | MoneyValue | ShareValue, unit: Unit, scale: number): Amount => {
    if ('setting' in value) {
      const shape = settings.get(value.setting);
      if (shape !== undefined) return { ...amountShape(shape), value: { setting: value.setting } };
    }
    const text = statedText(value) ?? '0';
    const constant = unit === 'share' ? shareOf(text) : text;
    return { unit, scale, range: { least: constant, most: constant }, value: { constant } };
  };
  return {
    points: (value) => amount(value, 'points', POINTS_SCALE),
    money: (value) => amount(value, 'money', minorDigits),
    share: (value) => amount(value, 'share', SHARE_SCALE),
    factor: (value) => amount(value, 'factor', FACTOR_SCALE),
    count: (value) => amount(value, 'count', 0),
    threshold: (value, unit) => amount(value, unit, unit === 'money' ? minorDigits : 0),
  };
}

/** Of a whole setting, only what an amount carries. */
function amountShape({ unit, scale, range }: SettingShape): SettingShape {
  return { unit, scale, range };
}

/** A rate may give parts of a point; everything else moves whole ones. */
const POINTS_SCALE = 6;
export const SHARE_SCALE = 8;
export const FACTOR_SCALE = 6;

/** 58 percent is the share 0.58. */
export function shareOf(percent: string): string {
  return new Decimal(percent).div(100).toFixed();
}

/** The largest purchase that the engine takes, as the range of what a purchase measures. */
const LARGEST_PURCHASE = '100000000000';

/** How many were bought. */
export const QUANTITY: RateMeasure = {
  of: 'quantity',
  unit: 'count',
  scale: 9,
  range: { least: '0', most: LARGEST_PURCHASE },
};

/** An amount that the sentence itself states. */
export function constant(unit: Unit, text: string): Amount {
  return { unit, scale: 0, range: { least: text, most: text }, value: { constant: text } };
}

export function measure(of: Measure['of'], minorDigits: number): Measure {
  return { of, unit: 'money', scale: minorDigits, range: { least: '0', most: LARGEST_PURCHASE } };
}
