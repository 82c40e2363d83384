import { type Remote, wrap } from 'comlink';
import type { Workshop } from '../play/workshop.ts';

/** The worker that reads, compiles and plays, so that typing never waits for it. */
export type RemoteWorkshop = Remote<Workshop>;

export function openWorkshop(): RemoteWorkshop {
  return wrap<Workshop>(new Worker(new URL('../play/worker.ts', import.meta.url), { type: 'module' }));
}
