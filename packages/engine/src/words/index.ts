import { english } from './en.ts';
import { type About, assertNever, type Language, type Words } from './words.ts';
import { chinese } from './zh.ts';

/** The engine's small data as sentences, in English or Chinese. Text only: nothing here changes or decides anything. */

/**
 * The words of one language for one program: `words('zh', program).entry(entry)`.
 * @param about the Program at hand: its currency writes the money, its zone reads the clock, its wallets say what earns
 */
export function words(language: Language, about: About): Words {
  switch (language) {
    case 'en':
      return english(about);
    case 'zh':
      return chinese(about);
    default:
      return assertNever(language);
  }
}

export type { About, Language, Words } from './words.ts';
