import type { Instant } from '../calendar/calendar.ts';
import type { Level } from './level.ts';
import type { Moment } from './moment.ts';
import type { Priority } from './priority.ts';

/** A stretch of time with one priority. `assessed` is false while nobody has set one, which counts as P3. */
export interface PriorityPeriod {
  readonly from: Instant;
  readonly priority: Priority;
  readonly assessed: boolean;
  readonly by: string | null;
  /** Whether one of the Action's own accounts set it. */
  readonly own: boolean;
}

/** A stretch of time on one level of support. */
export interface LevelPeriod {
  readonly level: Level;
  readonly from: Instant;
  /** Who cascaded it there, and why; null and empty for the level on which it landed. */
  readonly by: string | null;
  readonly text: string;
  /** When that level took it on. */
  readonly acknowledged: Moment | null;
}
