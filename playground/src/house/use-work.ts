import type { Language } from '@laurel/language';
import { useCallback, useEffect, useRef, useState } from 'react';
import { exhibit, exhibits } from '../rules/gallery.ts';
import { savedWork, saveWork, saveWorkBefore, workBefore } from '../share/autosave.ts';
import { openFragment, type Shared } from '../share/link.ts';

export type Notice = 'opened' | 'replaced' | 'damaged' | 'newer' | null;

const SAVE_AFTER_MS = 300;

/** What is on the page, kept from visit to visit. A link or a gallery program takes its place; what was there can come back. */
export function useWork(language: Language) {
  const [work, setWork] = useState<Shared | null>(null);
  const [notice, setNotice] = useState<Notice>(null);

  // The language only chooses which twin a first visit opens; later changes of it leave the work alone.
  const firstLanguage = useRef(language);
  useEffect(() => {
    void (async () => {
      const opened = await openFragment(location.hash);
      const saved = savedWork();
      if (opened.kind === 'shared') {
        if (saved !== null) saveWorkBefore(saved);
        setWork(opened.shared);
        setNotice(saved === null ? null : 'opened');
        history.replaceState(null, '', location.pathname + location.search);
        return;
      }
      if (opened.kind !== 'none') setNotice(opened.kind);
      const [first] = exhibits;
      const fresh = saved ?? (first === undefined ? null : await exhibit(first.id, firstLanguage.current));
      setWork(fresh === null ? EMPTY : { settings: {}, ...fresh });
    })();
  }, []);

  useEffect(() => {
    if (work === null) return;
    const timer = setTimeout(() => saveWork(work), SAVE_AFTER_MS);
    const now = () => saveWork(work);
    addEventListener('pagehide', now);
    return () => {
      clearTimeout(timer);
      removeEventListener('pagehide', now);
    };
  }, [work]);

  const change = useCallback(
    (part: Partial<Shared>) => setWork((now) => (now === null ? now : { ...now, ...part })),
    [],
  );
  const replace = useCallback(
    (next: Shared) => {
      if (work !== null) saveWorkBefore(work);
      setWork(next);
      setNotice(work === null ? null : 'replaced');
    },
    [work],
  );
  const goBack = useCallback(() => {
    const before = workBefore();
    if (before !== null) setWork(before);
    setNotice(null);
  }, []);
  return { work, change, replace, notice, dismiss: () => setNotice(null), goBack };
}

const EMPTY: Shared = { text: '', story: { items: [], until: null }, settings: {} };
