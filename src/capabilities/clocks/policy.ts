import { oneOf } from '../../policy/expect.ts';
import { key } from '../../policy/keys.ts';
import { section } from '../../policy/section.ts';

interface OnPriorityChange {
  /** Whether a new priority measures its clocks from the opening, or from the change. */
  readonly onPriorityChange: 're-evaluate' | 'restart';
}

export const onPriorityChangeSection = section({
  key: 'on-priority-change',
  schema: key(oneOf('a way to go on', ['re-evaluate', 'restart']), {
    default: '`re-evaluate`',
    meaning:
      'What a [change of priority](#a-change-of-priority) does to the clocks: measured from the opening with the new target (`re-evaluate`), or from the change (`restart`).',
  }),
  builtin: `
on-priority-change: re-evaluate      # measured from the opening with the new target; or restart
`,
  resolve: ({ file = 're-evaluate' }): OnPriorityChange => ({ onPriorityChange: file }),
});
