import { defineConfig } from 'vitest/config';
import config from './vitest.config.ts';

/** For `npm run test:pictures`: the tests that look at pages in a browser. */
export default defineConfig({
  ...config,
  test: { ...config.test, include: ['test/pictures/**/*.test.ts'], exclude: [] },
});
