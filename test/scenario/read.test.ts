import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { load } from '@laurel/engine';
import { readScenario, renamed, runScenario, type Scenario } from '@laurel/engine/scenario';
import { describe, expect, it } from 'vitest';
import { parseAllDocuments } from 'yaml';
import { yidu } from './yidu.ts';

/** Files in `samples/scenario`: what they hold is read and run, and what comes out stands beside them as text. */

const SAMPLES = fileURLToPath(new URL('../samples/scenario/', import.meta.url));

function valuesIn(name: string): unknown[] {
  return parseAllDocuments(readFileSync(SAMPLES + name, 'utf8'), { schema: 'failsafe' }).map((document) =>
    document.toJS(),
  );
}

function scenarioIn(name: string): Scenario {
  const reading = readScenario(valuesIn(name)[0], yidu);
  if (!reading.ok) throw new Error(JSON.stringify(reading.misfits, null, 2));
  return reading.value;
}

describe('readScenario', () => {
  it('says of every slip where it is and what would fit', async () => {
    const told = valuesIn('slips.yaml').map((value) => {
      const reading = readScenario(value, yidu);
      return reading.ok
        ? 'fits'
        : reading.misfits.map(({ path, reason }) => `${path || '(file)'}: ${reason}`).join('\n');
    });
    await expect(`${told.join('\n---\n')}\n`).toMatchFileSnapshot(`${SAMPLES}slips.txt`);
  });

  it('reads everything that can happen, in each way of writing it', () => {
    const scenario = scenarioIn('steps.yaml');
    expect(runScenario(load([yidu]), scenario).findings.filter((finding) => !finding.ok)).toEqual([]);
    expect(scenario.steps.map((step) => step.event?.kind ?? 'time')).toEqual(
      'visit join visit time purchase topUp purchase purchase adjust adjust profile leave join'.split(' '),
    );
  });

  it.each([null, 7, 'text', [], { scenario: {} }, { scenario: 'x', history: 'x' }, { scenario: 'x', history: [null] }])(
    'never throws: %j',
    (value) => expect(readScenario(value, yidu).ok).toBe(false),
  );

  it('spells out goods that no single line stands for', () => {
    const at = { line: 1, start: 0, end: 1 };
    const program = {
      ...yidu,
      goods: [
        ...yidu.goods,
        { name: 'Boots', all: [{ kind: 'category' as const, in: ['boots', 'shoes'] }], except: ['Winter'], at },
        { name: 'Winter', all: [{ kind: 'category' as const, in: ['boots'] }], except: [], at },
        { name: 'Nothing', all: [{ kind: 'category' as const, in: ['boots'] }], except: ['Winter'], at },
      ],
    };
    const buying = (goods: string) =>
      readScenario({ scenario: 'x', history: [{ '2026-01-05 buys': { [goods]: '1' } }] }, program);
    const boots = buying('Boots');
    expect(boots.ok && boots.value.steps[0]?.event).toMatchObject({ lines: [{ category: 'shoes' }] });
    expect(buying('Nothing')).toMatchObject({
      ok: false,
      misfits: [{ reason: expect.stringContaining('spell it out') }],
    });
  });
});

describe('runScenario', () => {
  it('tells what was expected and what came out', async () => {
    const { findings } = runScenario(load([yidu]), scenarioIn('findings.yaml'));
    const told = findings.map(
      ({ step, words, what, expected, actual, ok }) =>
        `${ok ? 'ok ' : 'not'} ${step} ${words} | ${what}: expected ${expected}, actual ${actual}`,
    );
    await expect(`${told.join('\n')}\n`).toMatchFileSnapshot(`${SAMPLES}findings.txt`);
  });

  it('runs a twin of the program in the names of the twin', () => {
    const names = new Map([
      ['points', '积分'],
      ['Base', '基础'],
      ['Member price', '会员价'],
    ]);
    const twin: typeof yidu = JSON.parse(
      JSON.stringify(yidu, (_, value: unknown) => (typeof value === 'string' ? (names.get(value) ?? value) : value)),
    );
    // A unit is a word of the format, not a name.
    const text = JSON.stringify(twin).replaceAll('"unit":"积分"', '"unit":"points"');
    const program: typeof yidu = JSON.parse(text);
    const scenario = renamed(scenarioIn('steps.yaml'), names);
    expect(runScenario(load([program]), scenario).findings.filter((finding) => !finding.ok)).toEqual([]);
  });
});
