import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { load } from '@laurel/engine';
import { readScenario, runScenario } from '@laurel/engine/scenario';
import { describe, expect, it } from 'vitest';
import { parseAllDocuments } from 'yaml';
import { yidu } from './yidu.ts';

/** The shoe brand's scenarios, run against its program without the compiler. */

const SCENARIOS = fileURLToPath(new URL('../../rules/yidu-shoes/scenarios/', import.meta.url));

const files = readdirSync(SCENARIOS).filter((name) => name.endsWith('.yaml'));
const scenarios = files.flatMap((name) =>
  parseAllDocuments(readFileSync(SCENARIOS + name, 'utf8'), { schema: 'failsafe' }).map((document) => {
    const reading = readScenario(document.toJS(), yidu);
    if (!reading.ok) throw new Error(`${name}: ${JSON.stringify(reading.misfits, null, 2)}`);
    return reading.value;
  }),
);

describe('yidu-shoes', () => {
  const engine = load([yidu]);
  for (const scenario of scenarios) {
    it(scenario.name, () => {
      const { findings } = runScenario(engine, scenario);
      expect(findings.length).toBeGreaterThan(0);
      expect(findings.filter((finding) => !finding.ok)).toEqual([]);
    });
  }

  it('every rule acts in some scenario', () => {
    const acted = new Set(scenarios.flatMap((scenario) => [...runScenario(engine, scenario).acted]));
    expect([...acted].sort()).toEqual(yidu.rules.map(({ name }) => name).sort());
  });
});
