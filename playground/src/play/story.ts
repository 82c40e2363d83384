/** A member's history as the page keeps it: plain data that a person has made or opened, in the program's local time. */
export interface Story {
  /** In the order in which they are told; what happens first stands first. */
  readonly items: readonly Item[];
  /** The local date up to whose end the member is looked at, `2026-12-31`; null: the day of the last event. */
  readonly until: string | null;
}

/** Something that happened. `body` is the event as the engine reads it, without its id, account and instant. */
export interface Item {
  readonly id: string;
  /** The wall clock of the program's zone: `2026-05-10T12:00`. */
  readonly at: string;
  readonly body: EventBody;
}

export interface EventBody {
  readonly kind: string;
  readonly [field: string]: unknown;
}

export const NO_STORY: Story = { items: [], until: null };

/** Items by their time; those of one minute stay as they were told. */
export function inOrder(items: readonly Item[]): readonly Item[] {
  return items
    .map((item, i) => ({ item, i }))
    .sort((a, b) => (a.item.at < b.item.at ? -1 : a.item.at > b.item.at ? 1 : a.i - b.i))
    .map(({ item }) => item);
}

export function withItem(story: Story, item: Item): Story {
  const known = story.items.some(({ id }) => id === item.id);
  const items = known ? story.items.map((one) => (one.id === item.id ? item : one)) : [...story.items, item];
  return { ...story, items: inOrder(items) };
}

export function withoutItem(story: Story, id: string): Story {
  return { ...story, items: story.items.filter((item) => item.id !== id) };
}

/** An id that no item has: `p12` for a purchase. */
export function freshId(story: Story, kind: string): string {
  const taken = new Set(story.items.map(({ id }) => id));
  const letter = kind.charAt(0);
  for (let n = story.items.length + 1; ; n += 1) if (!taken.has(`${letter}${n}`)) return `${letter}${n}`;
}

/** Reads a history file, one event to a line. Lines that are no events are left out and counted. */
export function readStory(ndjson: string, account: string | null = null): { story: Story; leftOut: number } {
  const items: Item[] = [];
  let leftOut = 0;
  let owner = account;
  for (const line of ndjson.split('\n')) {
    if (line.trim() === '') continue;
    const event = parsed(line);
    const { id, account: whose, at, sequence: _, ...body } = event ?? {};
    owner ??= typeof whose === 'string' ? whose : null;
    if (!isBody(body) || typeof at !== 'string' || at.length < 16 || whose !== owner) leftOut += 1;
    else items.push({ id: typeof id === 'string' ? id : `e${items.length + 1}`, at: at.slice(0, 16), body });
  }
  return { story: { items: inOrder(items), until: null }, leftOut };
}

function parsed(line: string): Readonly<Record<string, unknown>> | null {
  try {
    const value: unknown = JSON.parse(line);
    return isRecord(value) ? value : null;
  } catch {
    return null;
  }
}

export function isBody(value: unknown): value is EventBody {
  return isRecord(value) && typeof value.kind === 'string';
}

export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
