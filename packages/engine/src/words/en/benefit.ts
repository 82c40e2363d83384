import type { Outcome, Refusal } from '../../reason.ts';
import type { BenefitRefusal } from '../benefit.ts';
import { assertNever } from '../words.ts';
import { failedText } from './fate.ts';
import { PERIODS, timesText } from './limit.ts';
import { quotedList, type Say } from './say.ts';

/** What members use of their benefits, what is left, and why they cannot. */

type Used = Extract<Outcome, { kind: 'benefitUsed' }>;

export function benefitUsedText({ benefit, times, quotas }: Used, say: Say): string {
  const used = `"${benefit.rule}"${timesSign(times)} is used`;
  if (quotas.length === 0) return `${used}; it has no limit.`;
  const parts = quotas.map(({ per, of, used: so, until }) => {
    const which = of === 1 ? 'the only time' : `${so} of ${of} times`;
    return `${which} per ${PERIODS[per]}${until === null ? '' : `, until ${say.date(until)}`}`;
  });
  return `${used}: ${parts.join('; ')}.`;
}

export function useTakenBackText({ benefit, use, times }: Extract<Outcome, { kind: 'useTakenBack' }>): string {
  return `Use "${use}" of "${benefit}"${timesSign(times)} is taken back; it can be used again.`;
}

export function benefitRefusalText(refusal: BenefitRefusal, say: Say): string {
  switch (refusal.code) {
    case 'unknown-benefit':
      return refusal.known.length === 0
        ? `There is no benefit "${refusal.benefit}": the program has no benefits.`
        : `There is no benefit "${refusal.benefit}"; there is ${quotedList(refusal.known, 'and')}.`;
    case 'not-entitled':
      return `"${refusal.benefit}" cannot be used now: ${whyNot(refusal, say)}.`;
    case 'used-up': {
      const { benefit, per, of, left, again } = refusal;
      const has = left === 0 ? 'and has been' : `and ${left} ${left === 1 ? 'is' : 'are'} left`;
      const next = again === null ? '' : `; the count starts again on ${say.date(again)}`;
      return `"${benefit}" can be used ${timesText(of)} per ${PERIODS[per]}, ${has}${next}.`;
    }
    default:
      return assertNever(refusal);
  }
}

function whyNot({ failed }: Extract<Refusal, { code: 'not-entitled' }>, say: Say): string {
  const [first, ...more] = failed.map((each) => failedText(each, say));
  if (first === undefined) {
    return "its limit counts by the member's birthday, which is not known; enter it, and it can be used";
  }
  if (more.length === 0) return first;
  return [first, ...more].map((text, i) => `(${i + 1}) ${text}`).join('. ');
}

function timesSign(times: number): string {
  return times === 1 ? '' : ` × ${times}`;
}
