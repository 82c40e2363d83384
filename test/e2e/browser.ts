import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chromium } from 'playwright-core';

/** Finding a browser for the page's tests, and starting it. */

const INSTALLED = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

/** Where a browser is: the one that is named, one that is installed, Playwright's own, or Debian's, installed now. */
export const browserPath = requiredOr(findBrowser());

function requiredOr(path: string | null): string | null {
  if (path !== null) return path;
  if (process.env.LAUREL_BROWSER === 'required') throw new Error('There is no browser, and here there must be one.');
  console.log('No Chrome or Chromium: the tests of the page are skipped. CHROMIUM_PATH can name one.');
  return null;
}

function findBrowser(): string | null {
  const named = process.env.CHROMIUM_PATH;
  if (named !== undefined && named !== '') return existsSync(named) ? named : null;
  return [...INSTALLED, chromium.executablePath()].find(existsSync) ?? installed();
}

function installed(): string | null {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return null;
  try {
    console.log('No browser found; installing Debian’s Chromium for the tests of the page …');
    execFileSync('apt-get', ['update', '-qq'], { stdio: 'ignore' });
    execFileSync('apt-get', ['install', '-y', '-qq', 'chromium', 'fonts-noto-cjk'], { stdio: 'ignore' });
  } catch {
    return null;
  }
  return INSTALLED.find(existsSync) ?? null;
}

export function launch(executablePath: string) {
  return chromium.launch({
    executablePath,
    args: [
      '--headless',
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
}
