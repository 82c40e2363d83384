import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type Event, load, type Program } from '@laurel/engine';
import { words } from '@laurel/engine/words';
import { type Compiled, compile, type Language, prose, renaming } from '@laurel/language';
import { describe, expect, it } from 'vitest';
import { book } from '../packages/language/src/phrases/book.ts';
import type { Phrase } from '../packages/language/src/phrases/phrase.ts';
import { factsFor } from './facts.ts';
import { bare, readingsOf } from './wordings.ts';

/**
 * Every folder of `samples/phrases` is a sample: `en.loyalty` and `zh.loyalty` are the same program; `becomes.json` holds
 * what becomes of it, by the path in what is compiled, without the places in the text; where there are `events.ndjson`,
 * `en.txt` and `zh.txt` tell what they give. Every wording of the phrasebook is read in some sample. UPDATE=1 writes what
 * came out, at the paths that `becomes.json` has.
 */

const SAMPLES = fileURLToPath(new URL('samples/phrases/', import.meta.url));
const LANGUAGES: readonly Language[] = ['en', 'zh'];
const names = readdirSync(SAMPLES).sort();

describe.each(names)('the sample %s', (name) => {
  it.each(LANGUAGES)('has no problems in %s', (language) => {
    const { problems } = compiledIn(name, language);
    expect(problems.map((problem) => prose(problem, 'en').message)).toEqual([]);
  });

  it('is the same program in both languages', () => {
    expect(renaming(programIn(name, 'en'), programIn(name, 'zh'))).toMatchObject({ ok: true });
  });

  it('becomes what it should', () => {
    const expected: object = JSON.parse(read(`${name}/becomes.json`));
    const actual = Object.fromEntries(
      Object.keys(expected).map((path) => [path, partOf(compiledIn(name, 'en'), path)]),
    );
    if (process.env.UPDATE !== undefined) write(`${name}/becomes.json`, `${JSON.stringify(actual, null, 2)}\n`);
    else expect(actual).toEqual(expected);
  });

  const languagesTold = existsSync(`${SAMPLES}${name}/events.ndjson`) ? LANGUAGES : [];
  for (const language of languagesTold) {
    it(`gives what it should, told in ${language}`, () => {
      const told = tellingOf(programIn(name, language), eventsIn(name, language), language);
      if (process.env.UPDATE !== undefined) write(`${name}/${language}.txt`, told);
      else expect(told).toBe(read(`${name}/${language}.txt`));
    });
  }
});

describe.each(LANGUAGES)('every wording of %s', (language) => {
  it('is read in some sample', () => {
    const seen = new Set(
      names.flatMap((name) => readingsOf(read(`${name}/${language}.loyalty`)).map(({ wording }) => wording)),
    );
    expect(wordingsOf(language).filter((wording) => !seen.has(wording))).toEqual([]);
  });
});

const compiled = new Map<string, Compiled>();

function compiledIn(name: string, language: Language): Compiled {
  const path = `${name}/${language}.loyalty`;
  const known = compiled.get(path) ?? compile({ name, text: read(path) });
  compiled.set(path, known);
  return known;
}

function programIn(name: string, language: Language): Program {
  const { program } = compiledIn(name, language);
  if (program === null) throw new Error(`${name} has errors in ${language}`);
  return program;
}

/** What stands at a path, `program.rules.0.when`, as JSON without the places in the text. */
function partOf(whole: unknown, path: string): unknown {
  const part = path.split('.').reduce<unknown>((at, key) => Object(at)[key], whole);
  return JSON.parse(
    JSON.stringify(part ?? null, (key, value) => (key === 'at' && typeof value === 'object' ? undefined : value)),
  );
}

/** The fields of events that name something of the program. */
const NAMING: ReadonlySet<string> = new Set(['reward', 'benefit', 'tier', 'wallet']);

/** The events of a sample are written with the names of its English program; the twin gets its own. */
function eventsIn(name: string, language: Language): readonly Event[] {
  const twins = renaming(programIn(name, 'en'), programIn(name, language));
  const named = (known: string): string => (twins.ok ? (twins.names.get(known) ?? known) : known);
  const renamed = (field: string, value: unknown): unknown => {
    if (typeof value === 'string') return NAMING.has(field) ? named(value) : value;
    if ((field === 'asks' || field === 'coupons') && Array.isArray(value)) return value.map(String).map(named);
    if (field !== 'facts' || typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([fact, told]) => [named(fact), told]));
  };
  return read(`${name}/events.ndjson`)
    .trimEnd()
    .split('\n')
    .map((line): Event => JSON.parse(line, renamed));
}

/** Plays the events of one account: a line for each, and under it what came of it. */
function tellingOf(program: Program, events: readonly Event[], language: Language): string {
  const engine = load([program]);
  const say = words(language, program);
  let state = engine.open(events[0]?.account ?? '', events[0]?.at ?? 0);
  const lines = events.flatMap((event) => {
    const step = engine.apply(state, event, factsFor(event, events));
    if (step.kind === 'refused') return [event.id, `  ${say.refusal(step.refusal)}`];
    if (step.kind !== 'applied') throw new Error(`${event.id}: ${step.kind}`);
    state = step.state;
    return [
      event.id,
      ...[...step.outcomes.map(say.outcome), ...step.entries.map(say.entry)].map((line) => `  ${line}`),
    ];
  });
  return `${lines.join('\n')}\n`;
}

const phrases: readonly (readonly [id: string, phrase: Phrase])[] = Object.entries(book);

/** Every way to say every phrase: its wording, the others that are read, the set expressions. */
function wordingsOf(language: Language): string[] {
  return phrases.flatMap(([id, { [language]: wording, also, short }]) =>
    [wording, ...also[language], ...short[language].map(({ say }) => say)].map((said) => `${id}: ${bare(said)}`),
  );
}

function read(path: string): string {
  return readFileSync(SAMPLES + path, 'utf8');
}

function write(path: string, text: string): void {
  writeFileSync(SAMPLES + path, text);
}
