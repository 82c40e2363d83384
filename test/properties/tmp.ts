import fc from 'fast-check';
import { history } from './arbitrary-history.ts';
import { traces } from './traces.ts';

const n = new Map<string, number>();
const t0 = Date.now();
for (const h of fc.sample(history, { numRuns: 500, seed: 5 })) {
  for (const [i, a] of traces(h).slow.answers.entries()) {
    const x = a as { kind: string; code?: string; silent?: string[]; entries?: { wallet: string; to: string }[] };
    const ks = [`${h.events[i]?.kind} ${x.kind} ${x.code ?? ''} ${x.silent?.join() ?? ''} ${(x.entries ?? []).length}`];
    for (const k of ks) n.set(k, (n.get(k) ?? 0) + 1);
  }
}
console.log(
  [...n]
    .sort((a, b) => b[1] - a[1])
    .map(([k, v]) => `${v} ${k}`)
    .join('\n'),
  Date.now() - t0,
);
