import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, inject } from 'vitest';
import { fragmentOf } from '../../playground/src/share/link.ts';
import { shoes } from '../playground/shoes.ts';
import { launch } from './browser.ts';

/** A visit to the page: a fresh browser profile, and everything that went wrong in it. */
export interface Visit {
  readonly page: Page;
  /** Console errors, thrown errors, requests to other hosts: all must stay empty. */
  readonly faults: readonly string[];
  end(): Promise<void>;
}

export interface Visitor {
  readonly language?: 'en-GB' | 'zh-CN';
  readonly look?: 'light' | 'dark';
  readonly size?: { readonly width: number; readonly height: number };
  /** What stands after the address; left out: a link to the shoe club. */
  readonly fragment?: string;
}

export const WIDE = { width: 1440, height: 900 };
export const PHONE = { width: 390, height: 844 };

/** One browser for a file of tests; `visit` opens the page in a profile of its own. */
export function visits(): { visit(visitor?: Visitor): Promise<Visit> } {
  let browser: Browser | null = null;
  const path = inject('browserPath');
  beforeAll(async () => {
    if (path !== null) browser = await launch(path);
  });
  afterAll(async () => {
    await browser?.close();
  });
  return {
    async visit(visitor = {}) {
      if (browser === null) throw new Error('There is no browser.');
      return opened(browser, visitor);
    },
  };
}

async function opened(browser: Browser, visitor: Visitor): Promise<Visit> {
  const url = inject('pageUrl');
  const context = await browser.newContext({
    viewport: visitor.size ?? WIDE,
    locale: visitor.language ?? 'en-GB',
    colorScheme: visitor.look ?? 'light',
    timezoneId: 'Asia/Shanghai',
    reducedMotion: 'reduce',
    permissions: ['clipboard-read', 'clipboard-write'],
  });
  context.setDefaultTimeout(60_000);
  const page = await context.newPage();
  const faults: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') faults.push(`console: ${message.text()}`);
  });
  page.on('pageerror', (error) => faults.push(`thrown: ${error.message}`));
  page.on('request', (request) => {
    const host = request.url();
    if (!host.startsWith(url) && !host.startsWith('data:') && !host.startsWith('blob:'))
      faults.push(`request: ${host}`);
  });
  await page.goto(`${url}${visitor.fragment ?? (await fragmentOf(shoes))}`);
  await page.locator('.figures').waitFor({ state: 'attached' });
  return { page, faults, end: () => context.close() };
}
