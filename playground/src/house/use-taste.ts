import { useEffect, useState } from 'react';
import { savedTaste, saveTaste, type Taste } from '../share/autosave.ts';
import { dictionary } from '../words/dictionary.ts';

const DARK = '(prefers-color-scheme: dark)';

/** The reader's language and light or dark, on the whole page and kept for the next visit. */
export function useTaste() {
  const [taste, setTaste] = useState<Taste>(() => savedTaste(navigator.language));
  const [systemIsDark, setSystemIsDark] = useState(() => matchMedia(DARK).matches);
  useEffect(() => {
    const query = matchMedia(DARK);
    const listen = () => setSystemIsDark(query.matches);
    query.addEventListener('change', listen);
    return () => query.removeEventListener('change', listen);
  }, []);
  const isDark = taste.theme === 'dark' || (taste.theme === 'system' && systemIsDark);
  useEffect(() => {
    document.documentElement.lang = dictionary(taste.language).lang;
    document.documentElement.dataset.look = isDark ? 'dark' : 'light';
    saveTaste(taste);
  }, [taste, isDark]);
  return { taste, isDark, change: (part: Partial<Taste>) => setTaste((now) => ({ ...now, ...part })) };
}
