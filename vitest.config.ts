import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    // Commit times, weekdays and formats must not depend on the machine.
    env: { TZ: 'UTC', LANG: 'C.UTF-8' },
  },
});
