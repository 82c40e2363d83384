import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll } from 'vitest';
import { fragmentOf } from '../../playground/src/share/link.ts';
import { shoes } from '../playground/shoes.ts';
import { browserPath, launch } from './browser.ts';
import { type Served, servedPage } from './served.ts';

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

export type Visiting = (visitor?: Visitor) => Promise<Visit>;

const LONGEST_BUILD_MS = 300_000;

/** One browser and one server for all tests around it; `visit` opens the page in a profile of its own. */
export function visits(): { readonly visit: Visiting } {
  let browser: Browser | null = null;
  let served: Served | null = null;
  beforeAll(async () => {
    if (browserPath === null) return;
    served = await servedPage();
    browser = await launch(browserPath);
  }, LONGEST_BUILD_MS);
  afterAll(async () => {
    await browser?.close();
    await served?.close();
  });
  return {
    async visit(visitor = {}) {
      if (browser === null || served === null) throw new Error('There is no browser.');
      return opened(browser, served.url, visitor);
    },
  };
}

async function opened(browser: Browser, url: string, visitor: Visitor): Promise<Visit> {
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
