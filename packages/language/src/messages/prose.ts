import type { Problem } from '../problem.ts';
import type { Language } from '../text.ts';
import { english } from './en.ts';
import { chinese } from './zh.ts';

/** A problem in words: what is wrong, and (where there is more to say than the fix) the way out. */
export interface Prose {
  readonly message: string;
  readonly hint: string | null;
}

/** Tells a problem in a language. */
export function prose(problem: Problem, language: Language): Prose {
  return language === 'zh' ? chinese(problem) : english(problem);
}
