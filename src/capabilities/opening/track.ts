import type { Instant } from '../../calendar/calendar.ts';
import type { Issue } from '../../model/issue.ts';
import type { Track } from '../track.ts';

interface Opening {
  readonly issue: Issue;
  readonly openedAt: Instant;
  /** Null is a deleted account. */
  readonly reporter: string | null;
  readonly closed: boolean;
}

/** The issue itself. */
export const opening: Track<null, Opening> = {
  start: () => null,
  result: (_, { issue }) => ({
    issue,
    openedAt: issue.openedAt,
    reporter: issue.author?.login ?? null,
    closed: issue.state === 'closed',
  }),
};
