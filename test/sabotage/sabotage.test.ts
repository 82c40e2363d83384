import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ROOT, readSabotages, sabotaged } from './patch.ts';

/** `npm run sabotage` breaks the statements and looks whether a test sees it; here: the patches are still about this code. */
describe.each(readSabotages(ROOT))('$name', (sabotage) => {
  it('says what it breaks and who sees it', () => {
    expect(sabotage.statement).toMatch(/^[MTELRP]\d{1,2}$/);
    expect(sabotage.breaks).not.toBe('');
    expect(existsSync(join(ROOT, sabotage.seenBy)), sabotage.seenBy).toBe(true);
  });

  it('still fits the code', () => {
    const texts = sabotaged(sabotage, (path) => readFileSync(join(ROOT, path), 'utf8'));
    expect(texts?.size).toBeGreaterThan(0);
  });
});

it('every statement that the engine cites can be broken', () => {
  const source = join(ROOT, 'packages/engine/src');
  const texts = readdirSync(source, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.ts'))
    .map((path) => readFileSync(join(source, path), 'utf8'));
  const cited = new Set(texts.flatMap((text) => text.match(/\b[MTELRP]\d{1,2}\b/g) ?? []));
  const broken = new Set(readSabotages(ROOT).map(({ statement }) => statement));
  expect([...cited].filter((statement) => !broken.has(statement)).sort()).toEqual([]);
});
