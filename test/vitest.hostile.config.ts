import { mergeConfig } from 'vitest/config';
import everyday from './vitest.config.ts';

// The long tests: hours of hostility rather than seconds. They run alone, one file after the other.
const config = mergeConfig(everyday, { test: { maxWorkers: 1, testTimeout: 3_600_000, hookTimeout: 600_000 } });
if (config.test) {
  config.test.include = ['test/hostile-long/**/*.test.ts'];
  config.test.exclude = ['**/node_modules/**'];
}

export default config;
