import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { NO_STORY, type Story, withItem, withoutItem } from '../../playground/src/play/story.ts';
import { type Draft, workshop } from '../../playground/src/play/workshop.ts';
import { shoes } from './shoes.ts';

const RULES = fileURLToPath(new URL('../../rules/', import.meta.url));
const read = (path: string) => readFileSync(`${RULES}${path}`, 'utf8');
const draft: Draft = { ...shoes, language: 'en' };

describe('the worker’s side of the page', () => {
  it('draws a member', () => {
    const { picture, problems, isBroken } = workshop().show(draft);
    expect(problems).toEqual([]);
    expect(isBroken).toBe(false);
    expect(picture?.figures.map(({ text }) => text)).toEqual(['161 points', '¥20.00']);
    expect(picture?.moments).toHaveLength(draft.story.items.length);
    expect(picture?.ledger).not.toHaveLength(0);
  });

  it('tells what each rule did, each counted once', () => {
    const rules = workshop().show(draft).picture?.rules ?? [];
    expect(rules.find(({ rule }) => rule === 'Base')).toMatchObject({ acted: 3, line: 16 });
    // On 10 May both doublings hold; taking out one of them leaves the other.
    const birthday = rules.find(({ rule }) => rule === 'Birthday double');
    expect(birthday).toMatchObject({ gives: [], saves: null });
  });

  it('keeps the last picture while the text is broken, and follows the story with it', () => {
    const shop = workshop();
    shop.show(draft);
    const text = draft.text.replace('give 1 point per', 'giev 1 pont per');
    const broken = shop.show({ ...draft, text, story: withoutItem(draft.story, 'p6') });
    expect(broken.isBroken).toBe(true);
    expect(broken.problems[0]).toMatchObject({ severity: 'error', code: 'unreadable-sentence' });
    expect(broken.picture?.moments).toHaveLength(draft.story.items.length - 1);
  });

  it('says why, and why not', () => {
    const shop = workshop();
    shop.show(draft);
    const why = shop.why('p5');
    expect(why?.entries[0]).toContain('doubled by "Holiday double"');
    expect(why?.rules.filter(({ acted }) => !acted).map(({ rule }) => rule)).toEqual(['Birthday double']);
    expect(shop.why('nothing')).toBeNull();
  });

  it('knows what a member can ask for', () => {
    const text = `${draft.text}rule "Treat":\n  at the member's request, on a purchase\n  pay 50%\n`;
    const { picture, problems } = workshop().show({ ...draft, text });
    expect(problems).toEqual([]);
    expect(picture?.about.wishes).toEqual(['Treat']);
  });

  it('answers with a refusal where an event is no event', () => {
    const odd: Story = withItem(NO_STORY, { id: 'x', at: '2026-05-10T12:00', body: { kind: 'teleport' } });
    const { picture } = workshop().show({ ...draft, story: odd });
    expect(picture?.moments).toMatchObject([{ item: 'x', outcome: 'refused' }]);
  });

  it('rewrites a file into the other language and back', () => {
    const shop = workshop();
    const chinese = shop.rewrite(draft.text, 'zh') ?? '';
    expect(chinese).toContain('规则「Base」');
    expect(shop.rewrite(chinese, 'en')).toBe(draft.text);
    expect(shop.rewrite(draft.text, 'same')).toBeNull();
  });

  const programs = readdirSync(RULES, { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? [entry.name] : [],
  );

  it.each(programs)('opens %s from the gallery without a problem', (id) => {
    for (const file of ['program.loyalty', 'program.zh.loyalty']) {
      const { problems, isBroken, picture } = workshop().show({
        ...draft,
        text: read(`${id}/${file}`),
        story: NO_STORY,
      });
      expect(problems.filter(({ severity }) => severity === 'error')).toEqual([]);
      expect(isBroken).toBe(false);
      expect(picture?.figures.length).toBeGreaterThan(0);
    }
  });
});
