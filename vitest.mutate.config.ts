import { mergeConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';
import config from './vitest.config.ts';

/** What tests functions alone, without a run: a change that one of these notices costs no story. */
const PURE = /\/test\/(?:calendar|clocks|engine|incident|oncall|text)\//;

class PureFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const place = ({ moduleId }: TestSpecification): number => (PURE.test(moduleId) ? 0 : 1);
    return (await super.sort(files)).sort((a, b) => place(a) - place(b));
  }
}

/**
 * For `npm run mutate`: without the slow tests, those that read the sources as text, or start what is shipped, where no mutant is, and
 * without the one that plays a story before its first test, for which all that the story touches would be tried in every test.
 */
export default mergeConfig(config, {
  test: {
    sequence: { sequencer: PureFirst },
    tagsFilter: ['!slow'],
    exclude: [
      'test/package/**',
      'test/cli/**',
      'test/mutants/**',
      'test/laws/length.test.ts',
      'test/laws/names.test.ts',
      'test/laws/purity.test.ts',
      'test/laws/rooms.test.ts',
      'test/laws/pages.test.ts',
    ],
  },
});
