import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    // Files share nothing but read-only tables, such as GitHub's schema, which is slow to build.
    isolate: false,
    maxWorkers: '100%',
    // A busy machine may be many times slower; what hangs still ends.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    include: ['test/**/*.test.ts'],
    // Commit times, weekdays and formats must not depend on the machine.
    env: { TZ: 'UTC', LANG: 'C.UTF-8' },
  },
});
