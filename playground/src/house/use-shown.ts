import type { Language } from '@laurel/language';
import { useEffect, useRef, useState } from 'react';
import type { Draft, Shown } from '../play/workshop.ts';
import type { Shared } from '../share/link.ts';
import type { RemoteWorkshop } from './workshop.ts';

export interface Showing {
  readonly shown: Shown | null;
  /** The worker itself failed: a fault of ours. */
  readonly failed: boolean;
}

/**
 * Shows what is on the page, always the latest: while the worker is busy with one draft, only the newest waits. A picture
 * stays until there is a better one.
 */
export function useShown(workshop: RemoteWorkshop, work: Shared | null, language: Language): Showing {
  const [showing, setShowing] = useState<Showing>({ shown: null, failed: false });
  const queue = useRef<{ busy: boolean; next: Draft | null }>({ busy: false, next: null });
  useEffect(() => {
    if (work === null) return;
    queue.current.next = { ...work, language };
    if (queue.current.busy) return;
    queue.current.busy = true;
    void (async () => {
      try {
        for (let draft = queue.current.next; draft !== null; draft = queue.current.next) {
          queue.current.next = null;
          const shown = await workshop.show(draft);
          setShowing((before) => ({
            shown: { ...shown, picture: shown.picture ?? before.shown?.picture ?? null },
            failed: false,
          }));
        }
      } catch (error) {
        console.error(error);
        setShowing((before) => ({ ...before, failed: true }));
      } finally {
        queue.current.busy = false;
      }
    })();
  }, [workshop, work, language]);
  return showing;
}
