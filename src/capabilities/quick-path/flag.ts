import { key } from '../../policy/keys.ts';
import { flag } from '../../policy/values.ts';
import { quickPathSection } from './policy.ts';

/** What a rule of triage says of this path. */
export const quickFlag = {
  key: key(flag, {
    default: '`false`',
    meaning:
      'Whether it can foreseeably be treated within `quick-path`, and so takes the [quick path](#the-quick-path).',
  }),
  section: quickPathSection,
};
