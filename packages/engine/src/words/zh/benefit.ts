import type { Outcome, Refusal } from '../../reason.ts';
import type { BenefitRefusal } from '../benefit.ts';
import { assertNever } from '../words.ts';
import { failedText } from './fate.ts';
import { PERIODS, timesText } from './limit.ts';
import { names, type Say } from './say.ts';

/** 会员使用权益、余下次数，以及为何不能使用。 */

type Used = Extract<Outcome, { kind: 'benefitUsed' }>;

export function benefitUsedText({ benefit, times, quotas }: Used, say: Say): string {
  const used = `「${benefit.rule}」${timesSign(times)}已使用`;
  if (quotas.length === 0) return `${used}，不限次数。`;
  const parts = quotas.map(({ per, of, used: so, until }) => {
    const which = of === 1 ? '仅此一次' : `${timesText(of)}，已用${timesText(so)}`;
    return `每${PERIODS[per]}${which}${until === null ? '' : `，计至${say.date(until)}`}`;
  });
  return `${used}：${parts.join('；')}。`;
}

export function useTakenBackText({ benefit, use, times }: Extract<Outcome, { kind: 'useTakenBack' }>): string {
  return `「${benefit}」${timesSign(times)}的使用「${use}」已撤销，可再使用。`;
}

export function benefitRefusalText(refusal: BenefitRefusal, say: Say): string {
  switch (refusal.code) {
    case 'unknown-benefit':
      return refusal.known.length === 0
        ? `没有名为「${refusal.benefit}」的权益：本方案没有权益。`
        : `没有名为「${refusal.benefit}」的权益；现有${names(refusal.known)}。`;
    case 'not-entitled':
      return `现在不能使用「${refusal.benefit}」：${whyNot(refusal, say)}。`;
    case 'used-up': {
      const { benefit, per, of, left, again } = refusal;
      const rest = left === 0 ? '已用完' : `只余${timesText(left)}`;
      const next = again === null ? '' : `，${say.date(again)}起重新计次`;
      return `「${benefit}」每${PERIODS[per]}限${timesText(of)}，${rest}${next}。`;
    }
    default:
      return assertNever(refusal);
  }
}

function whyNot({ failed }: Extract<Refusal, { code: 'not-entitled' }>, say: Say): string {
  const [first, ...more] = failed.map((each) => failedText(each, say));
  if (first === undefined) return '次数按会员生日计，但未登记会员生日，补登后即可使用';
  if (more.length === 0) return first;
  return [first, ...more].map((text, i) => `（${i + 1}）${text}`).join('；');
}

function timesSign(times: number): string {
  return times === 1 ? '' : `×${times}`;
}
