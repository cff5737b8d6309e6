import { defineConfig, type Plugin } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** The slowest files, slowest first. Begun first, none of them goes on alone at the end. */
const SLOW = [
  'docs/examples',
  'laws/post-mortem-crash',
  'laws/watch',
  'laws/discussions-crash',
  'edges/problems',
  'stories/record',
  'laws/digest',
  'stories/hosted-faults',
  'post-incident/any',
  'laws/maintenance-crash',
  'package/watch',
];

class SlowFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const place = ({ moduleId }: TestSpecification): number => {
      const found = SLOW.findIndex((name) => moduleId.endsWith(`/test/${name}.test.ts`));
      return found < 0 ? SLOW.length : found;
    };
    return (await super.sort(files)).sort((a, b) => place(a) - place(b));
  }
}

/** What is shipped: some packages have another build for development, which checks itself and is slow. Vite asks for that one last. */
const SHIPPED: Plugin = {
  name: 'shipped',
  configResolved: ({ ssr }) => {
    ssr.resolve = { ...ssr.resolve, conditions: ['node'] };
  },
};

export default defineConfig({
  plugins: [SHIPPED],
  test: {
    // Files share nothing but read-only tables, such as GitHub's schema, which is slow to build.
    isolate: false,
    // Node strips the types itself, as it does in `npm start`: nothing is transformed, no module is wrapped.
    experimental: { viteModuleRunner: false, nodeLoader: false },
    maxWorkers: '100%',
    // Tests at the same time are those that start processes: more than there are cores only get in each other's way.
    maxConcurrency: 3,
    sequence: { sequencer: SlowFirst },
    // A busy machine may be many times slower; what hangs still ends.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    tags: [
      {
        name: 'slow',
        description: 'takes longer than a twenty-fifth of a second; left out of `npm test`, and run by `.ci/run`',
      },
    ],
    // What is close to being `slow` is named with its time.
    slowTestThreshold: 100,
    include: ['test/**/*.test.ts'],
    // They need a browser: `npm run test:pictures`.
    exclude: ['test/pictures/**'],
    // Commit times, weekdays and formats must not depend on the machine.
    env: { TZ: 'UTC', LANG: 'C.UTF-8' },
  },
});
