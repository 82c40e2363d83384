import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type Basket, type Event, load, type Program, type Refusal, type State } from '@laurel/engine';
import { words } from '@laurel/engine/words';
import { compile, type Fix, type Language, type ProblemCode, prose } from '@laurel/language';
import { describe, expect, it } from 'vitest';
import { REFUSAL_CODES } from '../../packages/engine/src/reason.ts';
import { factsFor } from '../facts.ts';
import { type Block, blocksOf, halfOf } from './page.ts';

/**
 * Every code has a page in `docs/problems`, and the page is the test. Of a problem: a file that has it and nothing else,
 * the message with the hint under it, the file without it. Of a refusal: a program, events, what is said of the last one,
 * the events mended. Right after the events may stand what is handed in as the purchase of a return, where that is not the
 * one among them. A page may show several. UPDATE=1 writes what is said into the pages.
 */

const LANGUAGES: readonly Language[] = ['en', 'zh'];
const PAGES = fileURLToPath(new URL('../../docs/problems/', import.meta.url));

/** The type holds each list to the codes that there are. */
const PROBLEMS: Readonly<Record<ProblemCode, true>> = {
  'unreadable-sentence': true,
  'unreadable-section': true,
  'new-line-needed': true,
  'wrong-value': true,
  'outside-section': true,
  'unclosed-name': true,
  'hidden-character': true,
  'bad-zhe': true,
  'too-deep': true,
  'too-long': true,
  'wrong-language': true,
  'unknown-name': true,
  'name-taken': true,
  'empty-name': true,
  'missing-section': true,
  'repeated-section': true,
  'missing-sentence': true,
  'repeated-sentence': true,
  'goods-in-a-circle': true,
  'which-expiry': true,
  'nothing-to-choose': true,
  'wrong-currency': true,
  'too-many-decimals': true,
  'no-such-date': true,
  'no-such-zone': true,
  'not-positive': true,
  'tiers-out-of-order': true,
  'not-for-tiers': true,
  'lapse-undone': true,
  'too-short-a-unit': true,
  'wrong-setting': true,
  'out-of-range': true,
  'range-reversed': true,
  'amount-not-known-yet': true,
  'rate-or-full': true,
  'off-too-much': true,
  'needs-a-purchase': true,
  'award-on-a-purchase': true,
  'not-such-a-fact': true,
  'no-such-event-fact': true,
  'for-the-referrer': true,
  'stacking-needed': true,
  'expires-before-available': true,
  'example-unclear': true,
  'example-fails': true,
};
describe('every code has its page, and every page its code', () => {
  it('in docs/problems', () => {
    const pages = readdirSync(PAGES).map((name) => name.replace(/\.md$/, ''));
    expect(pages.sort()).toEqual([...Object.keys(PROBLEMS), ...Object.keys(REFUSAL_CODES)].sort());
  });
});

describe.each(Object.keys(PROBLEMS))('%s', (code) => {
  it.each(LANGUAGES)('%s', (language) => {
    for (const blocks = halfOf(read(code), language); !blocks.isDone(); ) {
      const broken = blocks.take('loyalty').text;
      const { problems } = compile({ name: code, text: broken });
      expect(problems.map((problem) => problem.code)).toEqual([code]);
      const said = problems.map((problem) => prose(problem, language));
      check(
        code,
        blocks.take('text'),
        said.flatMap(({ message, hint }) => (hint === null ? [message] : [message, hint])),
      );
      expect(problemsIn(blocks.take('loyalty').text, language)).toEqual([]);
      for (const fix of problems.flatMap(({ fixes }) => fixes).filter(({ safe }) => safe)) {
        expect(problemsIn(fixed(broken, fix), language)).toEqual([]);
      }
    }
  });
});

describe.each(Object.keys(REFUSAL_CODES))('%s', (code) => {
  it.each(LANGUAGES)('%s', (language) => {
    for (const blocks = halfOf(read(code), language); !blocks.isDone(); ) {
      const file = blocks.take('loyalty').text;
      expect(problemsIn(file, language)).toEqual([]);
      const { program } = compile({ name: code, text: file });
      if (program === null) throw new Error('there is no program');
      const refused = refusals(program, blocks.take('json').text, blocks.takeIf('json')?.text);
      expect(refused.map((each) => each?.code)).toEqual([...refused.slice(1).map(() => undefined), code]);
      const { refusal } = words(language, program);
      check(
        code,
        blocks.take('text'),
        refused.flatMap((each) => (each === null ? [] : [refusal(each)])),
      );
      expect(refusals(program, blocks.take('json').text).filter((each) => each !== null)).toEqual([]);
    }
  });
});

/** Holds what is said against the page. */
function check(code: string, { text, index }: Block, sentences: readonly string[]): void {
  const said = `${sentences.join('\n')}\n`;
  expect(said).not.toMatch(/\b(?:tokens?|expecting|mismatch|undefined|null|NaN)\b/);
  if (process.env.UPDATE === undefined) {
    expect(said).toBe(text);
    return;
  }
  const page = read(code);
  const { start, end } = blocksOf(page)[index] ?? { start: 0, end: 0 };
  writeFileSync(`${PAGES}${code}.md`, page.slice(0, start) + said + page.slice(end));
}

function read(code: string): string {
  return readFileSync(`${PAGES}${code}.md`, 'utf8');
}

function problemsIn(text: string, language: Language): string[] {
  return compile({ name: 'mended', text }).problems.map((problem) => prose(problem, language).message);
}

function fixed(text: string, { edits }: Fix): string {
  const backwards = [...edits].sort((a, b) => b.span.start - a.span.start);
  return backwards.reduce((now, { span, text: put }) => now.slice(0, span.start) + put + now.slice(span.end), text);
}

/** Plays events on the account of the first one, and answers why each was refused. A line without a kind asks for a quote. */
function refusals(program: Program, ndjson: string, handedIn: string = ndjson): (Refusal | null)[] {
  const engine = load([program]);
  const events = eventsIn(ndjson);
  const log = eventsIn(handedIn);
  let state: State | null = null;
  return events.map((event) => {
    state ??= engine.open('account' in event ? event.account : 'm1', event.at);
    const step = 'kind' in event ? engine.apply(state, event, factsFor(event, log)) : engine.quote(state, event);
    if (step.kind === 'applied') state = step.state;
    else if (step.kind !== 'quoted' && step.kind !== 'refused')
      throw new Error(`${step.kind}: ${JSON.stringify(event)}`);
    return step.kind === 'refused' ? step.refusal : null;
  });
}

function eventsIn(ndjson: string): (Event | Basket)[] {
  return ndjson
    .trimEnd()
    .split('\n')
    .map((line): Event | Basket => JSON.parse(line));
}
