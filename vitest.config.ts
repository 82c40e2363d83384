import { defineConfig } from 'vitest/config';

export default defineConfig({
  resolve: { conditions: ['@laurel/source'] },
  ssr: { resolve: { conditions: ['@laurel/source', 'node', 'import', 'default'] } },
  test: { include: ['test/**/*.test.ts', 'packages/**/*.test.ts'], testTimeout: 60_000 },
});
