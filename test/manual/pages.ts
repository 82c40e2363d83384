import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Language } from '@laurel/language';
import { book, type PlaceName } from '../../packages/language/src/phrases/book.ts';
import { type Phrase, partsOf } from '../../packages/language/src/phrases/phrase.ts';
import { type Family, slots } from '../../packages/language/src/phrases/slots.ts';
import { bare, type Reading, readingsOf } from '../wordings.ts';

/**
 * The manual of sentences, made from the phrasebook: what each means, an example out of `test/samples/phrases` (so that it is
 * a test), and the other wordings that are read. A page for each section, and for what stands inside sentences.
 */
export function manualPages(language: Language): Map<string, string> {
  const readings = { en: readingsIn('en'), zh: readingsIn('zh') };
  const pages = new Map(places().map((place) => [fileOf(place), pageOf(place, language, readings)]));
  pages.set('sentences.md', overview(language, readings));
  return pages;
}

type Readings = Readonly<Record<Language, readonly Reading[]>>;

const SAMPLES = fileURLToPath(new URL('../samples/phrases/', import.meta.url));
const phrases: readonly (readonly [id: string, phrase: Phrase<string, PlaceName>])[] = Object.entries(book);

const WORDS = {
  en: {
    also: 'Also read as: ',
    set: 'In short: ',
    other: 'In Chinese: ',
    inside: 'These stand inside other sentences.',
    overview: 'All sentences',
    overviewSays: 'Every sentence of the language. The values are examples; the link leads to what it means.',
  },
  zh: {
    also: '也可以写成：',
    set: '简写：',
    other: '英文写法：',
    inside: '这些用在其他句子里。',
    overview: '句子一览',
    overviewSays: '全部句子。其中的数值只是举例；点开可看含义。',
  },
} as const;

/** The sections in the phrasebook's order, then what stands inside sentences. */
function places(): PlaceName[] {
  const all = [...new Set(phrases.map(([, phrase]) => phrase.in))].filter((place) => place !== 'header');
  return [...all.filter((place) => !isFamily(place)), ...all.filter(isFamily)];
}

function isFamily(place: string): place is Family {
  return place in FAMILIES;
}

function fileOf(place: PlaceName): string {
  return `${place.toLowerCase()}.md`;
}

function titleOf(place: PlaceName, language: Language): string {
  if (isFamily(place)) return FAMILIES[place].title[language];
  const header = headersOf(place)[0]?.[1];
  return header === undefined ? place : keywordOf(header[language]);
}

/** What stands inside sentences: its name, and how the manual writes its place in a sentence. */
const FAMILIES: Readonly<Record<Family, Readonly<Record<'title' | 'place', Readonly<Record<Language, string>>>>>> = {
  Day: { title: { en: 'days', zh: '日子' }, place: { en: '(day)', zh: '（日子）' } },
  Condition: { title: { en: 'conditions', zh: '条件' }, place: { en: '(condition)', zh: '（条件）' } },
  Window: { title: { en: 'windows', zh: '时间段' }, place: { en: '(window)', zh: '（时间段）' } },
  Measured: { title: { en: 'what is measured', zh: '统计数' }, place: { en: '(what is measured)', zh: '（统计数）' } },
};

/** The words before a header's name: `if several apply`. */
function keywordOf(template: string): string {
  const [first] = partsOf(template);
  const literal = first !== undefined && 'literal' in first ? first.literal : template;
  return literal.replace(/[：:]/g, '').trim();
}

function headersOf(place: PlaceName): (readonly [string, Phrase])[] {
  return phrases.filter(([id, phrase]) => phrase.in === 'header' && id.startsWith(`${place}.`));
}

function sentencesOf(place: PlaceName): (readonly [string, Phrase])[] {
  return [...headersOf(place), ...phrases.filter(([, phrase]) => phrase.in === place)];
}

function pageOf(place: PlaceName, language: Language, readings: Readings): string {
  const [first] = headersOf(place);
  const section = first === undefined ? null : (readingOf(first, language, readings)?.section ?? null);
  const opening = first === undefined ? WORDS[language].inside : first[1].doc[language];
  return [
    `# ${titleOf(place, language)}`,
    opening,
    ...(section === null ? [] : [fenced(section)]),
    ...sentencesOf(place).flatMap((entry) => entryOf(entry, language, readings)),
    '',
  ].join('\n\n');
}

function entryOf([id, phrase]: readonly [string, Phrase], language: Language, readings: Readings): string[] {
  const words = WORDS[language];
  const reading = readingOf([id, phrase], language, readings);
  const heading = headingOf([id, phrase], language, readings);
  const notes = [
    ...phrase.also[language].map((wording) => `${words.also}\`${filled(wording, language, reading)}\``),
    ...phrase.short[language].map(({ say }) => `${words.set}\`${say}\``),
    `${words.other}\`${headingOf([id, phrase], language === 'en' ? 'zh' : 'en', readings)}\``,
  ];
  return [
    `## ${heading}`,
    phrase.doc[language],
    ...(reading === undefined || reading.line === heading ? [] : [fenced(reading.line)]),
    notes.map((note) => `- ${note}`).join('\n'),
  ];
}

/** A sentence as it stands in a sample. */
function headingOf([id, phrase]: readonly [string, Phrase], language: Language, readings: Readings): string {
  const text = readingOf([id, phrase], language, readings)?.text ?? filled(phrase[language], language, undefined);
  return text.replace(/\s*\n\s*/g, ' ');
}

function overview(language: Language, readings: Readings): string {
  const sections = places().map((place) => {
    const lines = sentencesOf(place).map((entry) => {
      const sentence = headingOf(entry, language, readings);
      return `- [\`${sentence}\`](${fileOf(place)}#${anchor(sentence)})`;
    });
    return `## ${titleOf(place, language)}\n\n${lines.join('\n')}`;
  });
  return [`# ${WORDS[language].overview}`, WORDS[language].overviewSays, ...sections, ''].join('\n\n');
}

/** A wording with the values of a sample in its slots. */
function filled(template: string, language: Language, reading: Reading | undefined): string {
  return partsOf(template)
    .map((part) => ('literal' in part ? part.literal : shownIn(part, language, reading)))
    .join('');
}

/** The value of the sample as the wording has it: a share by what is taken off, an amount without its unit. */
function shownIn({ slot, type }: { slot: string; type: string }, language: Language, reading: Reading | undefined) {
  const value = reading?.values[slot];
  if (value === undefined) return exampleOf(type, language);
  if (type === 'Yuan') return value.replace(/元$/, '');
  return type === 'Off' ? `${100 - Number.parseFloat(value)}% off` : value;
}

function exampleOf(type: string, language: Language): string {
  if (isFamily(type)) return FAMILIES[type].place[language];
  if (!isSlot(type)) return '…';
  const slot = slots[type];
  if (slot.shape === 'token') return slot.placeholder[language];
  if (slot.shape === 'list') return exampleOf(slot.of, language);
  return Object.values<Readonly<Record<Language, readonly string[]>>>(slot.words)[0]?.[language][0] ?? '…';
}

function isSlot(type: string): type is keyof typeof slots {
  return type in slots;
}

/** The first place in the samples where the phrase stands in its own wording. */
function readingOf([id, phrase]: readonly [string, Phrase], language: Language, readings: Readings) {
  const wording = `${id}: ${bare(phrase[language])}`;
  return readings[language].find((reading) => reading.wording === wording);
}

function readingsIn(language: Language): Reading[] {
  return readdirSync(SAMPLES)
    .sort()
    .flatMap((name) => readingsOf(readFileSync(`${SAMPLES}${name}/${language}.loyalty`, 'utf8')));
}

function fenced(text: string): string {
  return `\`\`\`loyalty\n${text}\n\`\`\``;
}

/** As Markdown viewers name a heading. */
function anchor(heading: string): string {
  return heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s-]/gu, '')
    .replace(/\s/g, '-');
}
