import type { Telling } from './telling.ts';
import { meaning } from './zh/meaning.ts';
import { reading } from './zh/reading.ts';
import { section } from './zh/section.ts';
import { value } from './zh/value.ts';

/** 用店家的话说明问题。 */
export const chinese: Telling = { reading, section, value, meaning };
