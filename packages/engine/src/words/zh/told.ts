import type { ToldValue } from '../../member-fact.ts';
import type { FactKind } from '../../program.ts';
import type { Outcome, Refusal } from '../../reason.ts';
import { trimmed } from '../figures.ts';
import type { Finding } from '../finding.ts';
import { names, type Say } from './say.ts';
import { nextText, WISHES } from './wish.ts';

/** 店家告知的会员情况。 */

type Told = Extract<Finding, { kind: 'told' }>;
type FactRefusal = Extract<Refusal, { code: 'unknown-fact' | 'wrong-fact' }>;

export function toldText({ of, fact, test, value, date, next, negated }: Told, say: Say): string {
  if (of === 'event' && (value === null || test.kind === 'yes')) {
    const is = value === null ? '不清楚' : value === true ? '为是' : '不为是';
    return `本次「${fact}」${is}${negated ? '，该规则不含此类' : ''}`;
  }
  if (test.kind === 'yes') {
    if (negated) return `会员同意「${fact}」，该规则不含此类会员`;
    return `会员未同意「${fact}」，登记同意后即可适用`;
  }
  if (value === null) return `未登记会员的「${fact}」，补登后即可适用`;
  const actual = valueText(value, say);
  switch (test.kind) {
    case 'text':
      return `${of === 'event' ? '本次' : '会员的'}「${fact}」为${actual}，该规则${negated ? '不含' : '限'}「${test.text}」`;
    case 'number': {
      const { wish, wanted } = test;
      const bound = wanted.decimal === null ? `「${wanted.setting}」` : trimmed(wanted.decimal);
      return `${of === 'event' ? '本次' : '会员的'}「${fact}」为${actual}，须${WISHES[wish]}${bound}`;
    }
    case 'day':
    case 'anniversary': {
      const what = `「${fact}」${test.kind === 'day' ? '当日' : '周年'}`;
      if (negated) return `${say.date(date)}为${what}，该规则不含这些日子`;
      return `${say.date(date)}不是${what}（${actual}）${nextText(next, say)}`;
    }
  }
}

/** 文字加引号，数字和日期照读。 */
function valueText(value: ToldValue, say: Say): string {
  if (typeof value === 'boolean') return value ? '是' : '否';
  const one = (text: string) => {
    if (/^\d{4}-\d{2}-\d{2}$/.test(text)) return say.date(text);
    return /^-?\d+(\.\d+)?$/.test(text) ? trimmed(text) : `「${text}」`;
  };
  return typeof value === 'string' ? one(value) : value.map(one).join('、') || '空';
}

export function factRefusalText(refusal: FactRefusal): string {
  if (refusal.code === 'wrong-fact') return `「${refusal.fact}」须以${KINDS[refusal.kind]}告知。`;
  return refusal.known.length === 0
    ? `本方案不问会员的「${refusal.fact}」：除生日外什么也不问。`
    : `本方案不问会员的「${refusal.fact}」；所问的有${names(refusal.known)}。`;
}

const KINDS: Readonly<Record<FactKind, string>> = {
  yesNo: '`true`或`false`',
  text: '带引号的文字',
  number: '带引号的数字（例如`"2"`）',
  date: '带引号的日期（例如`"2026-05-10"`）',
  texts: '文字列表（例如`["38", "39"]`）',
  dates: '日期列表（例如`["2026-05-10"]`）',
};

export function notifyText({ by, message }: Extract<Outcome, { kind: 'notify' }>): string {
  return `请通知会员：「${message}」（「${by.rule}」）。`;
}
