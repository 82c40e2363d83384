import type { Outcome, TierWhy } from '../../reason.ts';
import type { Finding } from '../finding.ts';
import type { Say } from './say.ts';

/** 会员等级的变动和现状。 */

export function tierText({ from, to, why, atMs }: Extract<Outcome, { kind: 'tier' }>, say: Say): string {
  return `${say.instant(atMs)}${moveText(from, to)}：${WHY[why]}。`;
}

function moveText(from: string | null, to: string | null): string {
  if (to === null) return `「${from ?? ''}」等级终止`;
  return from === null ? `成为「${to}」` : `等级由「${from}」变为「${to}」`;
}

const WHY: Readonly<Record<TierWhy, string>> = {
  started: '会员的起始等级',
  reached: '已达到该等级的门槛',
  review: '复核时未达到保级门槛',
  lapse: '过久没有消费',
  given: '店方授予',
  givenEnded: '店方授予的等级到期',
  return: '退回的商品不再计入',
  left: '会员资格终止',
};

export function givenTierText({ tier, until, reason, by }: Extract<Outcome, { kind: 'tierGiven' }>, say: Say): string {
  const through = until === null ? '' : `，至${say.date(until)}止`;
  return `店方${by === null ? '' : `（${by}）`}授予「${tier}」等级${through}：${reason}。`;
}

export function standingText({ wanted, orAbove, tier, negated }: Extract<Finding, { kind: 'tier' }>): string {
  const is = tier === null ? '会员没有等级' : `会员等级为「${tier}」`;
  const asked = orAbove ? `「${wanted}」及以上` : `「${wanted}」`;
  return negated ? `${is}，该规则不含${asked}` : `${is}，该规则限${asked}`;
}
