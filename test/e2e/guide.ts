import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { en } from '../../playground/src/words/en.ts';
import { zh } from '../../playground/src/words/zh.ts';
import { stepsOf } from '../guide.ts';
import type { Visiting } from './visit.ts';

/** The merchant's guide, typed into the page block by block. */
export function guide(visit: Visiting): void {
  it.each([
    ['README.md', en, 'en-GB'],
    ['zh.md', zh, 'zh-CN'],
  ] as const)('takes a merchant through the guide: %s', async (name, t, language) => {
    const steps = stepsOf(readFileSync(fileURLToPath(new URL(`../../docs/guide/${name}`, import.meta.url)), 'utf8'));
    const { page, faults, end } = await visit({ language });
    await page.getByRole('button', { name: t.open, exact: true }).click();
    await page.getByRole('menuitem', { name: t.emptyFile }).click();
    await page.locator('.monaco-editor').first().click();
    for (const [i, { typed, told }] of steps.entries()) {
      await page.keyboard.press('ControlOrMeta+End');
      // A typist is offered sentences on the way; whoever copies takes the block as it stands.
      await page.keyboard.insertText(`${i === 0 ? '' : '\n'}${typed}`);
      for (const message of told) await page.getByText(message).first().waitFor();
      if (told.length === 0) await page.getByText(t.noProblems).waitFor();
    }
    // The editor holds only the lines that are in sight: the last one now, the first one after coming back.
    const lines = (steps.at(-1)?.file ?? '').trimEnd().split('\n');
    await page.locator('.view-line', { hasText: lines.at(-1)?.trim() ?? '' }).waitFor();
    await page.reload();
    await page.locator('.view-line', { hasText: lines[0] ?? '' }).waitFor();
    await page.getByText(t.noProblems).waitFor();
    expect(faults).toEqual([]);
    await end();
  });
}
