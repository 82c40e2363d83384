import axe from 'axe-core';
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { PHONE, type Visiting, WIDE } from './visit.ts';

/** Every place of the page for everybody: nothing serious or critical by axe, nothing wider than the screen. */

/** Every size, look and language, and each pair of them at least once. */
const READERS = [
  { name: 'wide, light, English', size: WIDE, look: 'light', language: 'en-GB' },
  { name: 'wide, dark, Chinese', size: WIDE, look: 'dark', language: 'zh-CN' },
  { name: 'phone, dark, English', size: PHONE, look: 'dark', language: 'en-GB' },
  { name: 'phone, light, Chinese', size: PHONE, look: 'light', language: 'zh-CN' },
] as const;

export function looks(visit: Visiting): void {
  it.each(READERS)('the page: $name', async ({ size, look, language }) => {
    const { page, faults, end } = await visit({ size, look, language });
    await page.locator('.view-line').first().waitFor();
    expect(await violations(page)).toEqual([]);
    if (size === PHONE) await page.locator('.places button').nth(1).click();
    await page.locator('.changes').nth(2).click();
    await page.locator('.why .fates').first().waitFor();
    expect(await violations(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await page.locator('.moment button.quiet').nth(1).click();
    await page.getByRole('dialog').waitFor();
    expect(await violations(page)).toEqual([]);
    await page.keyboard.press('Escape');
    const tabs = page.locator(size === PHONE ? '.places button' : '.place-tabs button');
    await tabs.last().click();
    await page.locator('.crowd').waitFor();
    expect(await violations(page)).toEqual([]);
    expect(await page.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true);
    expect(faults).toEqual([]);
    await end();
  });
}

async function violations(page: Page): Promise<unknown> {
  await page.evaluate(axe.source);
  return page.evaluate(`axe.run(document, { resultTypes: ['violations'] }).then(({ violations }) => violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => [id, ...nodes.slice(0, 3).map(({ html }) => html.slice(0, 200))]))`);
}
