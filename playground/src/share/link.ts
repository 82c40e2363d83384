import { type Item, isBody, isRecord, type Story } from '../play/story.ts';

/**
 * A link that holds a program, a hand-made history and settings, compressed, in the fragment: nothing leaves the browser.
 * What comes in through a link is never trusted: its size is bounded before and while it is unpacked, and every field is
 * looked at.
 */
export interface Shared {
  readonly text: string;
  readonly story: Story;
  readonly settings: Readonly<Record<string, string>>;
}

export type Opened =
  | { readonly kind: 'none' }
  | { readonly kind: 'shared'; readonly shared: Shared }
  | { readonly kind: 'damaged' }
  | { readonly kind: 'newer' };

const FORMAT = 1;
const KEY = '#p=';
const MOST_LINK_CHARACTERS = 60_000;
const MOST_UNPACKED_BYTES = 2_000_000;
const MOST_ITEMS = 2_000;

/** The fragment for what is on the page; null: it is too long for a link. */
export async function fragmentOf({ text, story, settings }: Shared): Promise<string | null> {
  const plain = new TextEncoder().encode(JSON.stringify({ text, story, settings }));
  const packed = await gathered(
    new Blob([plain]).stream().pipeThrough(new CompressionStream('deflate-raw')),
    plain.length * 2 + 100,
  );
  const fragment = packed === null ? null : `${KEY}${FORMAT}.${toBase64Url(packed)}`;
  return fragment === null || fragment.length > MOST_LINK_CHARACTERS ? null : fragment;
}

/** What a link's fragment holds. */
export async function openFragment(fragment: string): Promise<Opened> {
  if (!fragment.startsWith(KEY)) return { kind: 'none' };
  const [, version = '', body = ''] = /^(\d{1,3})\.([A-Za-z0-9_-]*)$/.exec(fragment.slice(KEY.length)) ?? [];
  if (Number(version) > FORMAT) return { kind: 'newer' };
  if (body === '' || fragment.length > MOST_LINK_CHARACTERS) return { kind: 'damaged' };
  try {
    const packed = new Blob([fromBase64Url(body)]).stream();
    const plain = await gathered(packed.pipeThrough(new DecompressionStream('deflate-raw')), MOST_UNPACKED_BYTES);
    const shared = plain === null ? null : readShared(JSON.parse(new TextDecoder().decode(plain)));
    return shared === null ? { kind: 'damaged' } : { kind: 'shared', shared };
  } catch {
    return { kind: 'damaged' };
  }
}

/** What was stored or shared, held against its shape; null: it is something else. */
export function readShared(value: unknown): Shared | null {
  if (!isRecord(value) || typeof value.text !== 'string' || !isRecord(value.story)) return null;
  const { items, until } = value.story;
  if (!Array.isArray(items) || items.length > MOST_ITEMS || !(until === null || isDate(until))) return null;
  const read = items.flatMap((item) => readItem(item) ?? []);
  if (read.length !== items.length) return null;
  const settings = isRecord(value.settings) ? Object.entries(value.settings) : [];
  return {
    text: value.text,
    story: { items: read, until },
    settings: Object.fromEntries(settings.flatMap(([name, set]) => (typeof set === 'string' ? [[name, set]] : []))),
  };
}

function readItem(value: unknown): Item | null {
  if (!isRecord(value) || typeof value.id !== 'string' || typeof value.at !== 'string' || !isBody(value.body))
    return null;
  return /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/.test(value.at) ? { id: value.id, at: value.at, body: value.body } : null;
}

function isDate(value: unknown): value is string {
  return typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value);
}

/** All bytes of a stream; null as soon as there are more than may be. */
async function gathered(stream: ReadableStream<Uint8Array>, most: number): Promise<Uint8Array | null> {
  const reader = stream.getReader();
  const chunks: Uint8Array[] = [];
  let size = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    size += value.length;
    if (size > most) {
      await reader.cancel();
      return null;
    }
    chunks.push(value);
  }
  const all = new Uint8Array(size);
  let at = 0;
  for (const chunk of chunks) {
    all.set(chunk, at);
    at += chunk.length;
  }
  return all;
}

function toBase64Url(bytes: Uint8Array): string {
  let binary = '';
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
}

function fromBase64Url(text: string): Uint8Array<ArrayBuffer> {
  const binary = atob(text.replaceAll('-', '+').replaceAll('_', '/'));
  return Uint8Array.from(binary, (character) => character.charCodeAt(0));
}
