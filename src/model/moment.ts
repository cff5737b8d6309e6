import type { Instant } from '../calendar/calendar.ts';

/** How a state of the incident came about; the catalogue has the words. */
type How = 'command' | 'comment' | 'assigned' | 'label' | 'closed' | 'recovered' | 'pager';

/** Something that happened once, when, and by whom; null is a deleted account. */
export interface Moment {
  readonly at: Instant;
  readonly by: string | null;
  readonly how: How;
  /** What the person wrote with it; of an answer in a pager, which. */
  readonly text: string;
}
