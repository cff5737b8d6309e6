import { mergeConfig } from 'vitest/config';
import config from './vitest.config.ts';

/**
 * For `npm run mutate`: without the tests that read the sources as text, or start what is shipped, where no mutant is, and without
 * the one that plays a story before its first test, for which all that the story touches would be tried in every test.
 */
export default mergeConfig(config, {
  test: {
    exclude: [
      'test/package/**',
      'test/cli/**',
      'test/laws/length.test.ts',
      'test/laws/purity.test.ts',
      'test/laws/rooms.test.ts',
      'test/laws/pages.test.ts',
    ],
  },
});
