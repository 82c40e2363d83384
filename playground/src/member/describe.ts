import { type Item, isRecord } from '../play/story.ts';
import type { Dictionary } from '../words/dictionary.ts';

/** Events as people call them. A kind that the page has no word for keeps its own name. */
export function kindName(kind: string, t: Dictionary): string {
  const names: Readonly<Record<string, string>> = t.kinds;
  return names[kind] ?? (kind === '' ? t.otherKind : kind);
}

const MOST_ITEMS = 3;

/** What an event is about, in a few words. */
export function describe({ body }: Item, t: Dictionary): string {
  if (Array.isArray(body.lines) && body.kind === 'purchase') {
    const names = body.lines.flatMap((line) => (isRecord(line) && typeof line.item === 'string' ? [line.item] : []));
    return names.length > MOST_ITEMS
      ? `${names.slice(0, MOST_ITEMS).join(', ')}, +${names.length - MOST_ITEMS}`
      : names.join(', ');
  }
  if (body.kind === 'return') return Array.isArray(body.lines) ? t.someOfIt : t.everything;
  const said = [body.amount, body.reason, body.name].filter((value) => typeof value === 'string');
  return said.join(' · ');
}
