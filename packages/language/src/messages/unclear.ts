/** Why an example cannot be played. The reader of scenarios says it in English only, so what it says is recognised here. */
export type Unclear =
  | { readonly kind: 'nothingHappens' | 'outOfOrder' | 'noPoints' }
  | { readonly kind: 'noSuchItem'; readonly goods: string }
  | { readonly kind: 'skippedTime'; readonly time: string }
  | { readonly kind: 'other'; readonly reason: string };

export function unclearAs(reason: string): Unclear {
  const [, goods] = /^no single line stands for "(.*)";/s.exec(reason) ?? [];
  if (goods !== undefined) return { kind: 'noSuchItem', goods };
  const [, time] = /the clocks jump over \S+ (\S+)$/.exec(reason) ?? [];
  if (time !== undefined) return { kind: 'skippedTime', time };
  if (reason === 'must not be empty') return { kind: 'nothingHappens' };
  if (reason.startsWith('stands after a later step')) return { kind: 'outOfOrder' };
  if (/^the program has no points|^nothing of this name/.test(reason)) return { kind: 'noPoints' };
  return { kind: 'other', reason };
}
