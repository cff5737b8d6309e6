import { parseTime } from '../../policy/duration.ts';
import { MINUTE } from '../../calendar/length.ts';
import { key } from '../../policy/keys.ts';
import { section } from '../../policy/section.ts';
import { wallTimeValue } from '../../policy/values.ts';

interface QuickPath {
  /** How long treatment on the quick path may take: `ms` of wall time, `text` as the policy wrote it; null if there is no such path. */
  readonly quickPath: { readonly ms: number; readonly text: string } | null;
}

export const quickPathSection = section({
  key: 'quick-path',
  schema: key(wallTimeValue('10m', 24, MINUTE), {
    meaning:
      'How long treatment on the [quick path](#the-quick-path) may take, around the clock. There is no such path if it is left out.',
  }),
  resolve: ({ file }): QuickPath => ({
    quickPath: file === undefined ? null : { ms: parseTime(file) ?? 0, text: file },
  }),
});
