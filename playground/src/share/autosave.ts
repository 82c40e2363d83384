import type { Language } from '@laurel/language';
import { isRecord } from '../play/story.ts';
import { readShared, type Shared } from './link.ts';

/** What the browser keeps from visit to visit. Storage may be full or forbidden; then the page works without. */

const WORK = 'laurel.work.1';
const BEFORE = 'laurel.before.1';
const TASTE = 'laurel.taste.1';

export type Theme = 'light' | 'dark' | 'system';
export interface Taste {
  readonly language: Language;
  readonly theme: Theme;
}

export function savedWork(): Shared | null {
  return readShared(stored(WORK));
}

export function saveWork(work: Shared): void {
  store(WORK, work);
}

/** What was on the page before a link or a program from the gallery took its place. */
export function workBefore(): Shared | null {
  return readShared(stored(BEFORE));
}

export function saveWorkBefore(work: Shared): void {
  store(BEFORE, work);
}

export function savedTaste(preferred: string): Taste {
  const value = stored(TASTE);
  const usual: Taste = { language: preferred.toLowerCase().startsWith('zh') ? 'zh' : 'en', theme: 'system' };
  if (!isRecord(value)) return usual;
  const { language, theme } = value;
  return {
    language: language === 'en' || language === 'zh' ? language : usual.language,
    theme: theme === 'light' || theme === 'dark' ? theme : 'system',
  };
}

export function saveTaste(taste: Taste): void {
  store(TASTE, taste);
}

function stored(key: string): unknown {
  try {
    return JSON.parse(localStorage.getItem(key) ?? 'null');
  } catch {
    return null;
  }
}

function store(key: string, value: unknown): void {
  try {
    localStorage.setItem(key, JSON.stringify(value));
  } catch {
    // Nobody loses what is on the page; only the next visit starts without it.
  }
}
