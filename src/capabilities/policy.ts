import type { PolicyOf } from '../policy/section.ts';
import type { sectionsOf } from './sections.ts';

/** The whole policy, checked and resolved: every name it mentions exists. Each section says what it adds. */
export type Policy = PolicyOf<ReturnType<typeof sectionsOf>>;
