import { expect, it } from 'vitest';
import { PHONE, type Visiting } from './visit.ts';

/** The consultant's quarter of an hour, in a real browser. */

export function journey(visit: Visiting): void {
  it('shows the member while the rules are written, names the mistake, and mends it', async () => {
    const { page, faults, end } = await visit();
    const balance = page.locator('.figure-number').first();
    expect(await balance.textContent()).toBe('161');
    const line = page.locator('.view-line', { hasText: 'every 1,000 points become' });
    await line.click();
    await page.keyboard.press('End');
    await page.keyboard.type(' alwys');
    await page.getByText('1 thing to mend').waitFor();
    await page.getByText('This is what the last version that stood gives.').waitFor();
    expect(await balance.textContent()).toBe('161');
    for (let i = 0; i < ' alwys'.length; i += 1) await page.keyboard.press('Backspace');
    await page.getByText('Nothing to mend.').waitFor();

    await page.locator('.view-line', { hasText: 'takes effect 24 hours' }).click();
    await page.keyboard.press('Home');
    await page.keyboard.press('Delete');
    await page.getByRole('button', { name: 'Change to: takes effect 24 hours after joining' }).click();
    await page.getByText('Nothing to mend.').waitFor();
    expect(faults).toEqual([]);
    await end();
  });

  it('follows an edited history to the number, and says why', async () => {
    const { page, faults, end } = await visit();
    await page.getByRole('button', { name: 'Edit: Purchase, 10 May 2026' }).click();
    await page.getByRole('textbox', { name: 'List price of one (CNY)' }).first().fill('1000');
    await page.getByRole('button', { name: 'Save' }).click();
    // (1000 × 58% + 88 × 90%) × 2 = 1318.4
    const gained = page.getByRole('button', { name: /^\+318 points/ }).first();
    await gained.click();
    const why = page.getByRole('complementary');
    await why.getByText('doubled by "Holiday double"').first().waitFor();
    await why.getByText('"Birthday double" held but changed nothing').waitFor();
    await page.locator('.shown-line').waitFor();
    await page.keyboard.press('Escape');
    await why.waitFor({ state: 'detached' });

    await page.getByRole('button', { name: 'Add', exact: true }).click();
    await page.getByRole('menuitem', { name: 'Return' }).click();
    await page.getByRole('button', { name: 'Add', exact: true }).last().click();
    await page.getByText('Return').first().waitFor();
    expect(faults).toEqual([]);
    await end();
  });

  it('turns the file and the page into the other language', async () => {
    const { page, faults, end } = await visit();
    await page.locator('.view-line').first().waitFor();
    await page.locator('.switch label', { hasText: '中文' }).click();
    await page.locator('.view-line', { hasText: '规则「Base」' }).waitFor();
    await page.getByRole('button', { name: '换成中文' }).click();
    await page.getByRole('heading', { name: '经过' }).waitFor();
    expect(await page.locator('html').getAttribute('lang')).toBe('zh-CN');
    await page.getByText('没有要改的地方').waitFor();
    expect(faults).toEqual([]);
    await end();
  });

  it('keeps the work over a reload', async () => {
    const { page, faults, end } = await visit();
    await page.locator('.view-line', { hasText: 'give 1 point per' }).click();
    await page.keyboard.press('End');
    await page.keyboard.press('Enter');
    await page.keyboard.type('give 7 points');
    await page.keyboard.press('Escape');
    await page.locator('.figure-number', { hasText: '182' }).waitFor();
    await page.reload();
    await page.locator('.figure-number', { hasText: '182' }).waitFor();
    await page.locator('.view-line').first().waitFor();
    expect(faults).toEqual([]);
    await end();
  });

  it('puts everything into a link, and opens it on a phone', async () => {
    const first = await visit();
    await first.page.getByRole('button', { name: 'Share' }).click();
    await first.page.getByText('Link copied').waitFor();
    const link = await first.page.getByRole('textbox', { name: 'Copy this link' }).inputValue();
    expect(first.faults).toEqual([]);
    await first.end();

    const second = await visit({ fragment: new URL(link).hash, size: PHONE, language: 'zh-CN' });
    await second.page.getByRole('button', { name: '会员', exact: true }).click();
    await second.page.locator('.figures').waitFor();
    expect(await second.page.locator('.figure-number').first().textContent()).toMatch(/^161/);
    expect(second.faults).toEqual([]);
    await second.end();
  });

  it('plays a population through the rules, and compares two versions on the same members', async () => {
    const { page, faults, end } = await visit();
    await page.locator('.view-line').first().waitFor();
    await page.locator('.place-tabs').getByRole('button', { name: 'Population' }).click();
    await page.getByRole('rowheader', { name: 'Sales', exact: true }).waitFor();
    await page.getByRole('button', { name: 'Compare with this version' }).click();
    await page.locator('.view-line', { hasText: 'pay 58%' }).click();
    await page.keyboard.press('Home');
    for (let i = 0; i < 'pay 5'.length; i += 1) await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Delete');
    await page.keyboard.type('9');
    await page
      .getByRole('row', { name: /^Sales/ })
      .getByText(/^\+¥/)
      .waitFor();
    expect(faults).toEqual([]);
    await end();
  });

  it('opens the programs of the gallery, and what was there before can come back', async () => {
    const { page, faults, end } = await visit({ fragment: '' });
    await page.locator('.moment').first().waitFor();
    await page.getByRole('button', { name: 'Open' }).click();
    await page.getByRole('menuitem', { name: 'Yidu shoes' }).click();
    await page.getByRole('heading', { level: 1, name: /Yidu Shoes VIP/ }).waitFor();
    await page.locator('.view-line', { hasText: 'program "Yidu Shoes VIP"' }).waitFor();
    await page.getByText('What was here before is kept.').waitFor();
    await page.getByRole('button', { name: 'Back to mine' }).click();
    await page.getByText('What was here before is kept.').waitFor({ state: 'detached' });
    expect(faults).toEqual([]);
    await end();
  });

  it('says so when a link is damaged or too new, and loses nothing', async () => {
    const damaged = await visit({ fragment: '#p=1.AAAA' });
    await damaged.page.getByText('This link cannot be opened').waitFor();
    expect(damaged.faults).toEqual([]);
    await damaged.end();
    const newer = await visit({ fragment: '#p=2.AAAA' });
    await newer.page.getByText('newer version of this page').waitFor();
    await newer.end();
  });
}
