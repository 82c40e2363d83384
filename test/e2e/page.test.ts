import { describe } from 'vitest';
import { browserPath } from './browser.ts';
import { guide } from './guide.ts';
import { journey } from './journey.ts';
import { looks } from './looks.ts';
import { visits } from './visit.ts';

/** The page in a real browser, one after the other: the page is built if anything is newer than it, served, and visited. */
describe.skipIf(browserPath === null)('the page', { timeout: 120_000 }, () => {
  const { visit } = visits();
  journey(visit);
  looks(visit);
  guide(visit);
});
