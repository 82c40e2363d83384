import { defineConfig } from 'vitest/config';

const resolve = { conditions: ['@laurel/source'] };
const ssr = { resolve: { conditions: ['@laurel/source', 'node', 'import', 'default'] } };

export default defineConfig({
  test: {
    projects: [
      {
        resolve,
        ssr,
        test: {
          name: 'unit',
          include: ['test/**/*.test.ts', 'packages/**/*.test.ts'],
          exclude: ['test/e2e/**', '**/node_modules/**'],
          testTimeout: 60_000,
        },
      },
      {
        resolve,
        ssr,
        // The page in a real browser; the set-up builds and serves it, and finds the browser.
        test: {
          name: 'e2e',
          include: ['test/e2e/**/*.test.ts'],
          globalSetup: 'test/e2e/setup.ts',
          testTimeout: 120_000,
          hookTimeout: 120_000,
          fileParallelism: false,
        },
      },
    ],
  },
});
