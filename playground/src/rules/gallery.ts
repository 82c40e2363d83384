import type { Language } from '@laurel/language';
import { NO_STORY, readStory, type Story } from '../play/story.ts';

/** The programs of `rules/`, as they stand in the repository, each with its sample history if it has one. */
export interface Exhibit {
  readonly id: string;
  readonly title: string;
  readonly text: string;
  readonly story: Story;
}

const english = import.meta.glob<string>('../../../rules/*/program.loyalty', { query: '?raw', import: 'default' });
const chinese = import.meta.glob<string>('../../../rules/*/program.zh.loyalty', { query: '?raw', import: 'default' });
const samples = import.meta.glob<string>('../../../rules/*/sample.ndjson', { query: '?raw', import: 'default' });

/** The folders of `rules/`: those with a history to show first, then in the order of the alphabet. */
export const exhibits: readonly { readonly id: string; readonly title: string }[] = Object.keys(english)
  .map((path) => path.split('/').at(-2) ?? '')
  .sort((a, b) => Number(hasHistory(b)) - Number(hasHistory(a)) || (a < b ? -1 : 1))
  .map((id) => ({ id, title: spoken(id) }));

function hasHistory(id: string): boolean {
  return Object.keys(samples).some((path) => path.split('/').at(-2) === id);
}

/** A program in a language, with the history that shows it. */
export async function exhibit(id: string, language: Language): Promise<Exhibit> {
  const [program, history] = await Promise.all([
    loaded(language === 'zh' ? chinese : english, id),
    loaded(samples, id),
  ]);
  const text = program ?? (await loaded(english, id)) ?? '';
  return { id, title: spoken(id), text, story: history === null ? NO_STORY : readStory(history).story };
}

async function loaded(files: Readonly<Record<string, () => Promise<string>>>, id: string): Promise<string | null> {
  const found = Object.entries(files).find(([path]) => path.split('/').at(-2) === id);
  return found === undefined ? null : await found[1]();
}

/** `yidu-shoes` is called Yidu shoes until it is open and says its own name. */
function spoken(id: string): string {
  const words = id.replaceAll('-', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}
