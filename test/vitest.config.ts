import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  root: fileURLToPath(new URL('..', import.meta.url)),
  cacheDir: '.build/vite',
  test: {
    include: [
      'schemas/**/*.test.ts',
      'services/**/*.test.ts',
      'infra/**/*.test.ts',
      'web/src/**/*.test.ts',
      'test/**/*.test.ts',
    ],
    exclude: ['**/node_modules/**', 'test/hostile-long/**', '**/*.bench.ts'],
    globalSetup: ['test/support/global-setup.ts'],
    pool: 'forks',
    // Files share a process, so that what they import is read once; each has databases, servers and folders of its own.
    isolate: false,
    // Node itself reads our files, as it does in production: faster, and the same code. Nothing here is mocked.
    experimental: { viteModuleRunner: false, nodeLoader: false },
    maxWorkers: 2,
    testTimeout: 60_000,
    hookTimeout: 120_000,
    teardownTimeout: 30_000,
  },
});
