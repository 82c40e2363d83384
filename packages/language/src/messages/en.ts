import { meaning } from './en/meaning.ts';
import { reading } from './en/reading.ts';
import { section } from './en/section.ts';
import { value } from './en/value.ts';
import type { Telling } from './telling.ts';

/** Problems in English, in a merchant's words. */
export const english: Telling = { reading, section, value, meaning };
