import type { Problem } from '../problem.ts';
import type { Language } from '../text.ts';
import { english } from './en.ts';
import type { Prose } from './telling.ts';
import { chinese } from './zh.ts';

export type { Prose } from './telling.ts';

/** Tells a problem in a language. */
export function prose(problem: Problem, language: Language): Prose {
  const say = language === 'zh' ? chinese : english;
  switch (problem.code) {
    case 'unreadable-sentence':
    case 'unreadable-section':
    case 'new-line-needed':
    case 'wrong-value':
    case 'outside-section':
    case 'unclosed-name':
    case 'hidden-character':
    case 'bad-zhe':
    case 'too-deep':
    case 'too-long':
    case 'wrong-language':
      return say.reading(problem);
    case 'unknown-name':
    case 'name-taken':
    case 'empty-name':
    case 'missing-section':
    case 'repeated-section':
    case 'missing-sentence':
    case 'repeated-sentence':
    case 'goods-in-a-circle':
    case 'which-expiry':
    case 'nothing-to-choose':
      return say.section(problem);
    case 'wrong-currency':
    case 'too-many-decimals':
    case 'no-such-date':
    case 'no-such-zone':
    case 'not-positive':
    case 'too-short-a-unit':
    case 'wrong-setting':
    case 'out-of-range':
    case 'range-reversed':
      return say.value(problem);
    case 'tiers-out-of-order':
    case 'not-for-tiers':
    case 'lapse-undone':
    case 'amount-not-known-yet':
    case 'rate-or-full':
    case 'off-too-much':
    case 'not-such-a-fact':
    case 'no-such-event-fact':
    case 'needs-a-purchase':
    case 'award-on-a-purchase':
    case 'for-the-referrer':
    case 'stacking-needed':
    case 'expires-before-available':
    case 'example-unclear':
    case 'example-fails':
      return say.meaning(problem);
  }
}
