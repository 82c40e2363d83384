import type { Period } from '../../program.ts';
import type { Outcome, RuleFate } from '../../reason.ts';
import type { Say } from './say.ts';

type Used = Extract<Outcome, { kind: 'limitUsed' }>;
type UsedUp = Extract<RuleFate, { fate: 'usedUp' }>;

export function limitUsedText({ rule, per, times, of, until }: Used, say: Say): string {
  const which = of === 1 ? '仅此一次' : `${timesText(of)}中的第${times}次`;
  const end = until === null ? '' : `，计至${say.date(until)}`;
  return `「${rule}」已用：每${PERIODS[per]}${which}${end}。`;
}

export function limitFreedText(rule: string): string {
  return `「${rule}」所得已全部退回，该次不再计入。`;
}

/** Why a limit leaves no room, without the rule. */
export function usedUpText({ per, of, again }: UsedUp, say: Say): string {
  const next = again === null ? '' : `${say.date(again)}起可再用，或`;
  return `每${PERIODS[per]}限${timesText(of)}，已用完，${next}所得全部退回后恢复`;
}

export function timesText(times: number): string {
  return times === 1 ? '一次' : times === 2 ? '两次' : `${times}次`;
}

export const PERIODS: Readonly<Record<Period, string>> = {
  day: '日',
  week: '周',
  month: '月',
  quarter: '季度',
  year: '年',
  membershipYear: '个会员年度',
  birthday: '个生日',
  lifetime: '位会员',
};
